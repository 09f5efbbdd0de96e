import type { INodeProperties } from 'n8n-workflow';

import type { ItemField, NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';

/** Who is held out to measure what a campaign does. */
export interface HoldoutPolicy {
	/** Of those who could be contacted, above 0 up to 100. */
	percent: number;
	salt: string;
	/** What tells people apart; undefined for what earlier nodes or the usual fields tell. */
	key: ItemField | undefined;
}

/** A control group, by which the effect of a campaign is measured. */
export const holdoutOptions: INodeProperties[] = [
	{
		displayName: 'Holdout Key Field',
		name: 'customerKeyField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. email',
		description:
			'The field by which people are drawn into the control group; without it the Customer Field of the memory, the key of an earlier node, the e-mail address or the ID',
	},
	{
		displayName: 'Holdout (%)',
		name: 'holdoutPercent',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
		default: 10,
		description:
			'So many percent of those who could be contacted are held out as a control group, always the same people; 0 for none',
	},
	{
		displayName: 'Holdout Salt',
		name: 'holdoutSalt',
		type: 'string',
		default: '',
		placeholder: 'e.g. spring-2027',
		description: 'Any text; another one draws another control group',
	},
];

/**
 * The control group that is wanted; undefined for none.
 *
 * @param customer the field that identifies customers for the memory, where one is named
 */
export function readHoldout(
	parameters: NodeParameters,
	customer: ItemField | undefined,
): HoldoutPolicy | undefined {
	const percent = parameters.constant('leaveAlone.holdoutPercent', schemas.percent.default(0));
	const salt = parameters.constant('leaveAlone.holdoutSalt', schemas.text.default(''));
	const key = parameters.field('leaveAlone.customerKeyField') ?? customer;
	return percent === 0 ? undefined : { percent, salt, key };
}
