import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { readCustomerKey } from '../../core/reading/readCustomerKey';
import { counted } from '../../core/wording/formatNumber';
import { BadRecords } from '../BadRecords';
import { enrichedItem } from '../enrichedItem';
import type { NodeParameters } from '../NodeParameters';
import { Rejection } from '../Rejection';
import { note, tellUser } from '../tellUser';
import { memoryOf } from './memoryOf';
import { sameCustomers } from './sameCustomers';

/**
 * The operation Forget Customer: removes all that the memory holds of the customers of the items.
 *
 * Every item passes on with `forgotten`: who it was about and how many rows there were.
 */
export async function forgetCustomers(
	context: IExecuteFunctions,
	parameters: NodeParameters,
): Promise<INodeExecutionData[][]> {
	const memory = memoryOf(context, parameters);
	const field = parameters.field('forgetCustomerField');
	const items = context.getInputData();
	const bad = new BadRecords(context, 'item', 'skipped', 'skip');
	const keys = items.map((item, itemIndex) => {
		const value = field?.read(item, itemIndex);
		const key = readCustomerKey(value);
		if (key.ok) return key.value;
		bad.rejectThrown(
			itemIndex,
			Rejection.ofValue(
				field ?? {
					label: parameters.labelOf('forgetCustomerField'),
					name: '',
					read: () => undefined,
				},
				value,
				key.problem,
				'customer',
				'Give the ID or the e-mail address of the customer with each item',
			),
		);
		return undefined;
	});

	const sameAs = await sameCustomers(memory.customers);
	const rowsOf = new Map<string, number>();
	for (const key of new Set(keys)) {
		if (key === undefined) continue;
		// What was stored before keys were hashed is forgotten too.
		const stored = [...new Set([...sameAs(memory.keyOf(key)), ...sameAs(key)])];
		const rows = [await memory.customers.forget(stored), await memory.contacts.forget(stored)];
		rowsOf.set(
			key,
			rows.reduce((sum, count) => sum + count, 0),
		);
	}
	const output = items.flatMap((item, i) => {
		const customer = keys[i];
		if (customer === undefined) return [];
		return [enrichedItem(item, 'forgotten', { customer, rows: rowsOf.get(customer)! }, i)];
	});
	const unknown = [...rowsOf.values()].filter((rows) => rows === 0).length;
	tellUser(context, [
		...(unknown > 0
			? [note(`${counted(unknown, 'customer')} not in the memory: there was nothing to forget.`)]
			: []),
		...bad.hints(items.length),
		...memory.hints(),
	]);
	return [output.concat(bad.failures)];
}
