import type { INodeProperties } from 'n8n-workflow';

import { shownWhere } from '../../shared/shownWhere';
import { campaignFields } from './campaignFields';

const limitsOf = (name: string, displayName: string, limits: string, description: string) => ({
	displayName,
	name,
	type: 'string' as const,
	default: limits,
	placeholder: `e.g. ${limits}`,
	description,
});

const scoreOf = (name: string, displayName: string, score: number): INodeProperties => ({
	displayName,
	name,
	type: 'number',
	typeOptions: { minValue: 1, maxValue: 5 },
	default: score,
});

const cellFields: INodeProperties[] = [
	{
		displayName: 'Segment Name',
		name: 'name',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. Champions',
		description: 'How the segment and its output are called',
	},
	scoreOf('recencyFrom', 'Recency From', 1),
	scoreOf('recencyTo', 'Recency To', 5),
	scoreOf('frequencyFrom', 'Frequency From', 1),
	scoreOf('frequencyTo', 'Frequency To', 5),
	scoreOf('monetaryFrom', 'Monetary From', 1),
	scoreOf('monetaryTo', 'Monetary To', 5),
	...campaignFields,
];

/** Groups by recency, frequency and monetary value. */
export const rfmProperties: INodeProperties[] = [
	{
		displayName: 'Recency Field',
		name: 'recencyField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'lifecycle.lastOrderAt',
		placeholder: 'e.g. lifecycle.lastOrderAt',
		description:
			'The field with the date of the last order, or the days since; where no item has the usual one, a field with a usual name serves',
	},
	{
		displayName: 'Recency Is',
		name: 'recencyIs',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Date', value: 'date', description: 'When the customer last bought' },
			{ name: 'Days', value: 'days', description: 'How many days ago the customer last bought' },
		],
		default: 'date',
	},
	{
		displayName: 'Frequency Field',
		name: 'frequencyField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'lifecycle.orders',
		placeholder: 'e.g. lifecycle.orders',
		description: 'The field with the number of orders',
	},
	{
		displayName: 'Monetary Field',
		name: 'monetaryField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'lifecycle.totalSpent',
		placeholder: 'e.g. lifecycle.totalSpent',
		description: 'The field with what the customer spent in all',
	},
	{
		displayName: 'Scores',
		name: 'rfmScores',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Fixed Limits',
				value: 'fixed',
				description: 'By limits of your own: a score means the same in every run',
			},
			{
				name: 'Quintiles of These Customers',
				value: 'quintiles',
				description:
					'A fifth of the customers each, as the R package RFM does: a score tells the place among those who come in together',
			},
		],
		default: 'quintiles',
		description: 'How scores from 1 to 5 are given; 5 is the best',
	},
	...shownWhere(
		'rfmScores',
		['fixed'],
		[
			limitsOf(
				'recencyLimits',
				'Recency Limits',
				'30, 90, 180, 365',
				'Four days since the last order, the lowest first: below the first is a score of 5',
			),
			limitsOf(
				'frequencyLimits',
				'Frequency Limits',
				'2, 3, 5, 10',
				'Four numbers of orders, the lowest first: from the last on is a score of 5',
			),
			limitsOf(
				'monetaryLimits',
				'Monetary Limits',
				'50, 150, 400, 1000',
				'Four sums in major units, the lowest first: from the last on is a score of 5',
			),
		],
	),
	{
		displayName: 'Groups',
		name: 'rfmGroups',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: '11 Groups',
				value: 'eleven',
				description:
					"Champions, Loyal Customers, Potential Loyalists, New Customers, Promising, Need Attention, About to Sleep, Can't Lose Them, At Risk, Hibernating, Lost",
			},
			{
				name: '6 Groups',
				value: 'six',
				description: 'Champions, Loyal Customers, New and Promising, Need Attention, At Risk, Lost',
			},
			{ name: 'My Own', value: 'own', description: 'Groups by ranges of scores' },
		],
		default: 'eleven',
		description: 'Into which groups the 125 combinations of scores are put',
	},
	...shownWhere(
		'rfmGroups',
		['own'],
		[
			{
				displayName: 'Groups by Scores',
				name: 'rfmCells',
				type: 'fixedCollection',
				placeholder: 'Add Group',
				typeOptions: {
					multipleValues: true,
					sortable: true,
					fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
				},
				default: {},
				description: 'The groups, the first that fits takes the customer',
				options: [{ name: 'values', displayName: 'Group', values: cellFields }],
			},
		],
	),
];
