import type { INodeProperties } from 'n8n-workflow';

import { forgetProperties } from '../shared/memory/forgetProperties';
import { memoryProperties } from '../shared/memory/memoryProperties';
import { shownWhere } from '../shared/shownWhere';
import { purchaseOptions, purchaseProperties } from '../shared/purchaseProperties';
import {
	asOfOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';

/** Units of an interval. */
const UNITS = [
	{ name: 'Days', value: 'days' },
	{ name: 'Months', value: 'months' },
	{ name: 'Weeks', value: 'weeks' },
	{ name: 'Years', value: 'years' },
];

/** What the node does. */
const operationProperty: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Classify',
			value: 'classify',
			action: 'Classify customers',
			description: 'Tells who is a prospect, customer, advocate, lapsed or lost',
		},
		{
			name: 'Forget Customer',
			value: 'forget',
			action: 'Forget customers',
			description: 'Removes all that the memory holds of the customers of the items',
		},
	],
	default: 'classify',
};

/** How customers are judged. */
const judgingProperties: INodeProperties[] = [
	{
		displayName: 'Expected Interval',
		name: 'intervalMethod',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'By Product Category',
				value: 'category',
				description: 'A table of categories, e.g. bread 7 days, furniture 2 years',
			},
			{
				name: 'Learn From Purchases',
				value: 'learned',
				description:
					"Each customer's own rhythm; where there are too few orders, the store's rhythm, then the default in Options",
			},
			{
				name: 'Fixed',
				value: 'fixed',
				description: 'The same for everyone, e.g. 7 days for bread',
			},
		],
		default: 'learned',
		description: 'Within which time the next order is reasonably expected',
	},
	{
		displayName: 'Every',
		name: 'intervalValue',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description: 'How often a satisfied customer orders, e.g. 7 (days) for bread',
		displayOptions: { show: { intervalMethod: ['fixed'] } },
	},
	{
		displayName: 'Unit',
		name: 'intervalUnit',
		type: 'options',
		options: UNITS,
		default: 'days',
		displayOptions: { show: { intervalMethod: ['fixed'] } },
	},
	{
		displayName: 'Category Field',
		name: 'categoryField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'category',
		required: true,
		placeholder: 'e.g. category or line_items.sku',
		description:
			'The field with the category of the order; where the order has a list of lines, the list and the field in it. Orders of Shopify and WooCommerce carry no category: list SKUs or product names in the table, or add the category before.',
		displayOptions: { show: { intervalMethod: ['category'] } },
	},
	{
		displayName: 'Categories',
		name: 'categoryIntervals',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Category',
		default: {},
		description:
			'How often each category is bought again. The category a customer buys most often decides; who bought in none of them is judged by what is learned.',
		options: [
			{
				displayName: 'Category',
				name: 'values',
				values: [
					{
						displayName: 'Category',
						name: 'category',
						type: 'string',
						default: '',
						placeholder: 'e.g. bread',
						description: 'The category as the items name it, in upper or lower case',
					},
					{
						displayName: 'Every',
						name: 'every',
						type: 'number',
						typeOptions: { minValue: 1 },
						default: 30,
						description: 'How often a satisfied customer buys it, e.g. 7 (days) for bread',
					},
					{
						displayName: 'Unit',
						name: 'unit',
						type: 'options',
						options: UNITS,
						default: 'days',
					},
				],
			},
		],
		displayOptions: { show: { intervalMethod: ['category'] } },
	},
	{
		displayName:
			"Without an order: prospect. Silent for 3 times the expected interval: lapsed. For 6 times: lost, to be left in peace. Of the others, those who keep an advocate's pace: advocate. All limits can be changed in Options.",
		name: 'stagesNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Activities',
		name: 'activities',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Activity',
		default: {},
		description:
			'Opens, clicks, visits and the like: they give the engagement level beside the stage and never change it. HubSpot, Pipedrive and ActiveCampaign bring theirs, to which these are added.',
		options: [
			{
				displayName: 'Activity',
				name: 'values',
				values: [
					{
						displayName: 'Activity',
						name: 'activity',
						type: 'options',
						options: [
							{ name: 'Ad Interaction', value: 'adInteraction' },
							{ name: 'Click', value: 'click' },
							{ name: 'Contact', value: 'contact', description: 'A reply, call or meeting' },
							{ name: 'Open', value: 'open' },
							{ name: 'Visit', value: 'visit' },
						],
						default: 'click',
						description: 'What the fields tell of',
					},
					{
						displayName: 'Last Date Field',
						name: 'lastDateField',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. last_click_at',
						description: 'The field with the date of the last one',
					},
					{
						displayName: 'Count Field',
						name: 'countField',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. clicks_30_days',
						description: 'The field with how many there were',
					},
					{
						displayName: 'Count Covers (Days)',
						name: 'countedDays',
						type: 'number',
						typeOptions: { minValue: 0 },
						default: 0,
						description:
							'The days up to today that the count covers, e.g. 30; 0 if it counts all there ever were, which is shown but does not affect the level',
					},
				],
			},
		],
	},
];

/** What leaves the node, and all that is seldom set. */
const outputProperties: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All Customers', value: 'all', description: 'One item per customer' },
			{
				name: 'Changed Customers',
				value: 'changed',
				description:
					'Only customers whose stage differs from that of last time, as Memory or Previous Stage Field tells it, or who have none yet',
			},
			{
				name: 'Policy as JSON',
				value: 'policy',
				description:
					"One item with this node's settings, to paste under Policy in another workflow",
			},
		],
		default: 'all',
		description: 'What leaves the node',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: inAlphabeticalOrder([
			...purchaseOptions,
			asOfOption,
			disableDotNotationOption,
			onBadDataOption('Leave the order out and tell how many there were and why'),
			outputFieldOption('lifecycle'),
			{
				displayName: 'Advocate If',
				name: 'advocateRules',
				type: 'multiOptions',
				options: [
					{
						name: 'Bought Every Period',
						value: 'everyPeriod',
						description: 'An order in each of the last months or weeks, see Advocate Periods',
					},
					{
						name: 'Has Influence',
						value: 'influence',
						description: 'Followers in the Followers Field, see Advocate Followers',
					},
					{
						name: 'Keeps Pace',
						value: 'pace',
						description: 'Orders at least as often as expected, see Advocate Orders',
					},
					{
						name: 'Orders and Spend',
						value: 'ordersAndSpend',
						description:
							'At least so many orders and so much spend, see Advocate Orders and Advocate Spend',
					},
					{
						name: 'Refers Others',
						value: 'referrals',
						description: 'People brought, in Referrals Field, see Advocate Referrals',
					},
					{
						name: 'Writes Reviews',
						value: 'reviews',
						description: 'Reviews in Reviews Field, see Advocate Reviews',
					},
				],
				default: ['pace'],
				description: 'What makes an active customer an advocate; one of the chosen is enough',
			},
			{
				displayName: 'Advocate Followers',
				name: 'advocateMinFollowers',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1000,
				description: 'Followers from which a customer has influence',
			},
			{
				displayName: 'Advocate Periods',
				name: 'advocatePeriods',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 12,
				description: 'Periods in a row with an order, for Bought Every Period',
			},
			{
				displayName: 'Advocate Period Unit',
				name: 'advocatePeriod',
				type: 'options',
				options: [
					{ name: 'Month', value: 'month' },
					{ name: 'Quarter', value: 'quarter' },
					{ name: 'Week', value: 'week' },
					{ name: 'Year', value: 'year' },
				],
				default: 'month',
				description: 'What one period of Bought Every Period is',
			},
			{
				displayName: 'Advocate Referrals',
				name: 'advocateMinReferrals',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'People brought from which a customer is an advocate',
			},
			{
				displayName: 'Advocate Reviews',
				name: 'advocateMinReviews',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1,
				description: 'Reviews from which a customer is an advocate',
			},
			{
				displayName: 'Advocate Stay Margin (%)',
				name: 'advocateStayMargin',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 10,
				description:
					'How far an advocate of last time may fall short of a rule and stay one, so that nobody comes and goes with every run',
			},
			{
				displayName: 'Cooling Within (Days)',
				name: 'coolingDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 90,
				description:
					'Days since the last activity up to which a person is cooling, and dormant after',
			},
			{
				displayName: 'Count Opens',
				name: 'countOpens',
				type: 'boolean',
				default: true,
				description:
					'Whether opens tell of engagement. Mail programs open mails by themselves, so they overstate.',
			},
			{
				displayName: 'Engaged Within (Days)',
				name: 'engagedDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 30,
				description: 'Days since the last activity up to which a person is engaged',
			},
			{
				displayName: 'Advocate Orders',
				name: 'advocateMinOrders',
				type: 'number',
				typeOptions: { minValue: 2 },
				default: 3,
				description: 'Least number of orders of an advocate',
			},
			{
				displayName: 'Advocate Spend',
				name: 'advocateMinSpend',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description: 'Least total spend of an advocate, for Orders and Spend',
			},
			{
				displayName: 'Followers Field',
				name: 'followersField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. instagram_followers',
				description: 'The field with the number of followers',
			},
			{
				displayName: 'Lapsed After (Days)',
				name: 'lapsedAfterDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 30,
				description:
					'Days of silence after which a customer is lapsed, in place of times the interval',
			},
			{
				displayName: 'Lapsed After (Intervals)',
				name: 'lapsedAfterTimes',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 2 },
				default: 3,
				description:
					'Silence after which a customer is lapsed, as a multiple of the expected interval',
			},
			{
				displayName: 'Lost After (Days)',
				name: 'lostAfterDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 180,
				description:
					'Days of silence after which a customer is lost, in place of times the interval',
			},
			{
				displayName: 'Lost After (Intervals)',
				name: 'lostAfterTimes',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 2 },
				default: 6,
				description:
					'Silence after which a customer is lost, as a multiple of the expected interval',
			},
			{
				displayName: 'Label of Advocate',
				name: 'advocateLabel',
				type: 'string',
				default: 'Advocate',
				description: 'What you call this stage; its ID stays',
			},
			{
				displayName: 'Label of Customer',
				name: 'customerLabel',
				type: 'string',
				default: 'Customer',
				description: 'What you call this stage; its ID stays',
			},
			{
				displayName: 'Label of Lapsed',
				name: 'lapsedLabel',
				type: 'string',
				default: 'Lapsed',
				description: 'What you call this stage; its ID stays',
			},
			{
				displayName: 'Label of Lost',
				name: 'lostLabel',
				type: 'string',
				default: 'Lost',
				description: 'What you call this stage; its ID stays',
			},
			{
				displayName: 'Label of Prospect',
				name: 'prospectLabel',
				type: 'string',
				default: 'Prospect',
				description: 'What you call this stage; its ID stays',
			},
			...shownWhere(
				'/memory',
				['fields'],
				[
					{
						displayName: 'Memory Field',
						name: 'memoryField',
						type: 'string',
						requiresDataPath: 'single',
						default: '',
						placeholder: 'e.g. crm.customer_memory',
						description:
							'A text field of your CRM or sheet in which each customer is remembered, orders too: map it in, and write "memory" of the result back to it. Then a single new order is enough for the right stage, without any other memory.',
					},
				],
			),
			{
				displayName: 'Never Go Back',
				name: 'neverGoBack',
				type: 'boolean',
				default: false,
				description:
					'Whether an advocate never becomes a customer again and a buyer never a prospect, as in a CRM pipeline; who is silent for too long still lapses. Needs a Memory or Previous Stage Field.',
			},
			{
				displayName: 'One-Time Buyers Lapsed After (Days)',
				name: 'oneTimeLapsedAfterDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 60,
				description:
					'Days of silence after which a customer with one order is lapsed, in place of the limit for all',
			},
			{
				displayName: 'One-Time Buyers Lost After (Days)',
				name: 'oneTimeLostAfterDays',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 180,
				description:
					'Days of silence after which a customer with one order is lost, in place of the limit for all',
			},
			{
				displayName: 'Policy',
				name: 'policy',
				type: 'string',
				typeOptions: { rows: 5 },
				default: '',
				placeholder: 'e.g. { "interval": { "method": "learned", … }, … }',
				description:
					'The settings of another node as JSON, in place of all settings here on intervals, limits, advocates, engagement and labels. Get it with Output set to Policy as JSON.',
			},
			{
				displayName: 'Previous Since Field',
				name: 'previousSinceField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. crm.stage_since',
				description: 'The field with the date since when the customer is in the previous stage',
			},
			{
				displayName: 'Referrals Field',
				name: 'referralsField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. referrals',
				description: 'The field with the number of people the customer brought',
			},
			{
				displayName: 'Reviews Field',
				name: 'reviewsField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. reviews',
				description: 'The field with the number of good reviews the customer wrote',
			},
			{
				displayName: 'Summary Output',
				name: 'summaryOutput',
				type: 'boolean',
				default: false,
				description:
					'Whether to add a second output with one item per stage: customers, share, revenue, average order, and who came from where',
			},
			{
				displayName: 'Previous Stage Field',
				name: 'previousStageField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. crm.lifecycle_stage',
				description: 'The field with the stage of last time, so that the result tells who moved',
			},
		]),
	},
];

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	operationProperty,
	...shownWhere('operation', ['classify'], [...purchaseProperties, ...judgingProperties]),
	...shownWhere('operation', ['forget'], forgetProperties),
	...memoryProperties,
	...shownWhere('operation', ['classify'], outputProperties),
];
