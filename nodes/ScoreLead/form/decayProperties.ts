import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const WITH_DAYS = ['expiry', 'halfLife', 'window'];

const DECAYS: INodePropertyOptions[] = [
	{
		name: 'Expiry',
		value: 'expiry',
		description: 'All points of the rule are gone so many days after the last time',
	},
	{
		name: 'Half-Life',
		value: 'halfLife',
		description: 'Half of the points are left after so many days, a quarter after twice as many',
	},
	{ name: 'None', value: 'none', description: 'Points stay' },
	{
		name: 'Step',
		value: 'step',
		description: 'So many percent of the points are gone with every so many months',
	},
	{
		name: 'Window',
		value: 'window',
		description: 'What is older than so many days counts nothing',
	},
];

/**
 * How points fade with age, as fields of a row.
 *
 * @param unset the choice by which another place decides
 */
export function decayProperties(unset: { name: string; description: string }): INodeProperties[] {
	return [
		{
			displayName: 'Decay',
			name: 'decay',
			type: 'options',
			options: [{ name: unset.name, value: 'inherit', description: unset.description }, ...DECAYS],
			default: 'inherit',
			description: 'How points fade with the age of what earned them',
		},
		...decayDetails('decay', ''),
	];
}

function decayDetails(name: string, prefix: string): INodeProperties[] {
	return [
		{
			displayName: `${prefix}Decay Days`,
			name: `${name}Days`,
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { [name]: WITH_DAYS } },
			default: 30,
			description: 'Days after which half is left, or after which it counts nothing',
		},
		{
			displayName: `${prefix}Decay Months`,
			name: `${name}Months`,
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { [name]: ['step'] } },
			default: 3,
			description: 'Months between two steps, e.g. 1, 3, 6 or 12',
		},
		{
			displayName: `${prefix}Decay Percent`,
			name: `${name}Percent`,
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			displayOptions: { show: { [name]: ['step'] } },
			default: 25,
			description: 'Percent of the points that are gone with each step',
		},
	];
}

/** The decay of all engagement rules that have none of their own, as options. */
export const engagementDecayOptions: INodeProperties[] = [
	{
		displayName: 'Engagement Decay',
		name: 'engagementDecay',
		type: 'options',
		options: DECAYS,
		default: 'none',
		description:
			'How the points of engagement rules fade that have no decay of their own or of their group; needs dates, of activities or in the Date Field of a rule',
	},
	...decayDetails('engagementDecay', 'Engagement '),
];
