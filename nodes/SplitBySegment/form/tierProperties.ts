import type { INodeProperties } from 'n8n-workflow';

import { shownWhere } from '../../shared/shownWhere';
import { campaignFields } from './campaignFields';

const tierFields: INodeProperties[] = [
	{
		displayName: 'Segment Name',
		name: 'name',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. Gold',
		description: 'How the tier and its output are called',
	},
	...shownWhere(
		'/tiersBy',
		['people'],
		[
			{
				displayName: 'Percent of People',
				name: 'percent',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 2 },
				default: 20,
				description: 'How many of the people this tier takes, behind the tiers before it',
			},
		],
	),
	...shownWhere(
		'/tiersBy',
		['value'],
		[
			{
				displayName: 'From Value',
				name: 'from',
				type: 'number',
				typeOptions: { numberPrecision: 2 },
				default: 0,
				description: 'The value from which on a person belongs to this tier',
			},
		],
	),
	...campaignFields,
];

const tier = (name: string, percent: number, from: number) => ({
	name,
	percent,
	from,
	campaign: '',
	channel: 'none',
	owner: '',
	mostPerRun: 0,
	enabled: true,
});

/** Groups by what people are worth. */
export const tierProperties: INodeProperties[] = [
	{
		displayName: 'Tier Field',
		name: 'tierField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'lifecycle.totalSpent',
		placeholder: 'e.g. lifecycle.totalSpent',
		description:
			'The field with what the person is worth, such as the sum of all orders; where no item has the usual one, a field with a usual name serves',
	},
	{
		displayName: 'Tiers By',
		name: 'tiersBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Share of People',
				value: 'people',
				description:
					'The best so many percent of those who come in together; equal values share the better tier',
			},
			{ name: 'Value', value: 'value', description: 'From a value of your own on' },
		],
		default: 'people',
	},
	{
		displayName: 'Tiers',
		name: 'tiers',
		type: 'fixedCollection',
		placeholder: 'Add Tier',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
		},
		default: {
			values: [tier('Top 20 %', 20, 1000), tier('Next 30 %', 30, 200), tier('Rest', 50, 0)],
		},
		description: 'The tiers, the best first',
		options: [{ name: 'values', displayName: 'Tier', values: tierFields }],
	},
];
