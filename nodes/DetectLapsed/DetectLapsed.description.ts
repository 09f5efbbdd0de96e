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
		displayName: 'Method',
		name: 'method',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Own Rhythm',
				value: 'ownRhythm',
				description:
					"Against each customer's usual gap between orders; where there are too few orders, against the store's",
			},
			{
				name: 'Fixed Window',
				value: 'fixedWindow',
				description: 'The same number of days for everyone',
			},
		],
		default: 'ownRhythm',
		description: 'What silence is measured against',
	},
	{
		displayName: 'At Risk After (Days)',
		name: 'atRiskAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 45,
		description: 'Days without an order after which a customer is at risk',
		displayOptions: { show: { method: ['fixedWindow'] } },
	},
	{
		displayName: 'Lapsed After (Days)',
		name: 'lapsedAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'Days without an order after which a customer is lapsed and worth winning back',
		displayOptions: { show: { method: ['fixedWindow'] } },
	},
	{
		displayName: 'Lost After (Days)',
		name: 'lostAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 180,
		description: 'Days without an order after which a customer is lost and should be left in peace',
		displayOptions: { show: { method: ['fixedWindow'] } },
	},
	{
		displayName:
			'Writing to lost customers angers them: connect the Lost output to reports, not to campaigns. Customers without an order cannot lapse and are left out.',
		name: 'lostNotice',
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
			outputFieldOption('lapse'),
			{
				displayName: 'At Risk After (Intervals)',
				name: 'atRiskAfterTimes',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 2 },
				default: 1.5,
				description:
					'For Own Rhythm: silence after which a customer is at risk, as a multiple of the usual gap',
			},
			{
				displayName: 'Contact Count Field',
				name: 'contactCountField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. winback_mails',
				description:
					'The field with the number of times the customer was written to during this silence',
			},
			{
				displayName: 'Lapsed After (Intervals)',
				name: 'lapsedAfterTimes',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 2 },
				default: 2,
				description:
					'For Own Rhythm: silence after which a customer is lapsed, as a multiple of the usual gap',
			},
			{
				displayName: 'Last Contact Field',
				name: 'lastContactField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. last_mail_at',
				description: 'The field with the date when the customer was last written to',
			},
			{
				displayName: 'Lost After (Intervals)',
				name: 'lostAfterTimes',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 2 },
				default: 3,
				description:
					'For Own Rhythm: silence after which a customer is lost, as a multiple of the usual gap',
			},
			{
				displayName: 'Previous Status Field',
				name: 'previousStatusField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. crm.lapse_status',
				description:
					'The field with the status of last time, so that the result tells who is newly lapsed',
			},
			{
				displayName: 'Quiet Days After Contact',
				name: 'quietDaysAfterContact',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 14,
				description: 'Days after the last contact during which the result says not to write again',
			},
		]),
	},
];
