import type { INodeProperties } from 'n8n-workflow';

import type { Watch } from '../core/lapse/LapseVerdict';

/** Parameters of purchases that mean the same where something else is watched. */
const READ_BY: Readonly<Record<Exclude<Watch, 'purchases'>, ReadonlySet<string>>> = Object.freeze({
	carts: new Set([
		'source',
		'autoDetectNotice',
		'customerField',
		'amountUnit',
		'countedStatuses',
		'currencyField',
		'dateFormat',
		'decimalSeparator',
		'identifyBy',
		'ignorePlusTags',
		'joinBy',
		'lastChangeField',
		'orderIdField',
		'phoneCountry',
		'phoneField',
		'quantityField',
		'repeatedOrderIds',
		'secondCustomerField',
		'statusField',
		'testOrders',
	]),
	deals: new Set(['dateFormat', 'decimalSeparator']),
	subscribers: new Set(['dateFormat', 'ignorePlusTags']),
});

/** The watches that read a parameter of purchases. */
export function watchesReading({ name }: INodeProperties): Watch[] {
	const others = (Object.keys(READ_BY) as Array<keyof typeof READ_BY>).filter((watch) =>
		READ_BY[watch].has(name),
	);
	return ['purchases', ...others];
}
