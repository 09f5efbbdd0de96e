import type { INodeProperties } from 'n8n-workflow';

import { inAlphabeticalOrder } from '../../shared/runOptions';

function reportField(
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder,
		description,
	};
}

const reportOptions: INodeProperties[] = [
	{
		displayName: 'Report As',
		name: 'reportAs',
		type: 'options',
		options: [
			{
				name: 'One Item per Segment',
				value: 'perSegment',
				description: 'Figures and a persona card of each segment, Everyone Else last',
			},
			{
				name: 'One Message',
				value: 'message',
				description: 'One item with all segments, as text for Telegram and as HTML for e-mail',
			},
		],
		default: 'perSegment',
		description: 'Whether the report is one item a segment, or one item for a single message',
	},
	reportField(
		'Revenue Field',
		'revenueField',
		'e.g. lifetimeRevenue',
		'What a person has spent in all; recognised under its usual names where left empty',
	),
	reportField(
		'Orders Field',
		'ordersField',
		'e.g. orderCount',
		'How many orders a person has placed; recognised under its usual names where left empty',
	),
	reportField(
		'Currency Field',
		'currencyField',
		'e.g. currency',
		'The currency of the money of a person; recognised under its usual names where left empty',
	),
	reportField(
		'Margin Field',
		'marginField',
		'e.g. grossMargin',
		'The margin of what a person buys; recognised under its usual names where left empty',
	),
	{
		displayName: 'Margin Is',
		name: 'marginIs',
		type: 'options',
		options: [
			{ name: 'Amount', value: 'amount', description: 'Money, for all that a person bought' },
			{ name: 'Percent of Revenue', value: 'percent', description: '35 and 0.35 are both 35 %' },
		],
		default: 'percent',
		description: 'What the margin of a person is given in',
	},
	reportField(
		'Cost to Serve Field',
		'costField',
		'e.g. serviceCost',
		'What serving a person takes; recognised under its usual names where left empty',
	),
	{
		displayName: 'Cost to Serve Is',
		name: 'costIs',
		type: 'options',
		options: [
			{ name: 'Amount', value: 'amount', description: 'Money, for all that a person bought' },
			{ name: 'Scale From 1 to 10', value: 'scale', description: 'From no effort to the most' },
		],
		default: 'scale',
		description: 'What the cost to serve of a person is given in',
	},
	{
		displayName: 'Cost per Point',
		name: 'costPerPoint',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		description:
			'Money that a point on the scale of cost to serve stands for, so that the return can be told; 0 where nobody knows',
	},
	reportField(
		'Score Field',
		'scoreField',
		'e.g. leadScore.score',
		'The score of a person; that of Score Lead, or one under a usual name, where left empty',
	),
	{
		displayName: 'Forecast Days',
		name: 'forecastDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description:
			'For how many days ahead orders and their value are told; 0 for as many as Detect Lapsed forecast, or 90',
	},
	reportField(
		'Outcome Field',
		'outcomeField',
		'e.g. boughtSince',
		'What tells whether a person did what the campaign is for: yes or no, a date or a number. Compared between those contacted and the control group.',
	),
	{
		displayName: 'Outcome Since',
		name: 'outcomeSince',
		type: 'dateTime',
		default: '',
		description:
			'From which day on a date in Outcome Field counts, such as the day the campaign began; empty for any date',
	},
	{
		displayName: 'Previous Report',
		name: 'previousReport',
		type: 'json',
		default: '',
		description:
			'What this output gave last time, as JSON or by an expression, to tell what has changed since',
	},
	{
		displayName: 'Trait Fields',
		name: 'traitFields',
		type: 'string',
		default: '',
		placeholder: 'e.g. plan, address.city',
		description:
			'Fields to look for what sets a segment apart, with commas between; where left empty known attributes and short fields of the items',
	},
	{
		displayName: 'Never Traits',
		name: 'neverTraits',
		type: 'string',
		default: '',
		placeholder: 'e.g. gender, religion',
		description:
			'Fields that must not be told as what sets a segment apart, with commas between; a name stands for all fields inside it',
	},
];

/** What is set for the Report output. */
export const reportProperties: INodeProperties[] = [
	{
		displayName: 'Report Options',
		name: 'reportOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		displayOptions: { show: { reportOutput: [true] } },
		options: inAlphabeticalOrder(reportOptions),
	},
];
