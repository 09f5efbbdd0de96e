import type { INodeProperties } from 'n8n-workflow';

import { purchaseOptions, purchaseProperties } from '../shared/purchaseProperties';
import {
	asOfOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	...purchaseProperties,
	{
		displayName: 'Expected Interval',
		name: 'intervalMethod',
		type: 'options',
		noDataExpression: true,
		options: [
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
		options: [
			{ name: 'Days', value: 'days' },
			{ name: 'Months', value: 'months' },
			{ name: 'Weeks', value: 'weeks' },
			{ name: 'Years', value: 'years' },
		],
		default: 'days',
		displayOptions: { show: { intervalMethod: ['fixed'] } },
	},
	{
		displayName:
			"Without an order: prospect. Silent for 3 times the expected interval: lapsed. For 6 times: lost, to be left in peace. Of the others, those who keep an advocate's pace: advocate. All limits can be changed in Options.",
		name: 'stagesNotice',
		type: 'notice',
		default: '',
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
				displayName: 'Activity Count Field',
				name: 'activityCountField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. email_opens',
				description:
					'The field with the number of opens, clicks and visits; told beside the stage, never part of it',
			},
			{
				displayName: 'Advocate If',
				name: 'advocateRules',
				type: 'multiOptions',
				options: [
					{
						name: 'Bought Every Month',
						value: 'everyMonth',
						description: 'An order in each of the last months, see Advocate Months',
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
				displayName: 'Advocate Months',
				name: 'advocateMonths',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 12,
				description: 'Months in a row with an order',
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
				displayName: 'Last Activity Field',
				name: 'lastActivityField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. last_click_at',
				description:
					'The field with the date of the last open, click or visit; gives the engagement level',
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
