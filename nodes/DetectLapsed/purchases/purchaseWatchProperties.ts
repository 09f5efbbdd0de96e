import type { INodeProperties } from 'n8n-workflow';

/** How silence between purchases is measured. */
export const purchaseWatchProperties: INodeProperties[] = [
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
];

/** Options of the silence between purchases. */
export const purchaseWatchOptions: INodeProperties[] = [
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
		displayName: 'Lapsed After (Intervals)',
		name: 'lapsedAfterTimes',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 2 },
		default: 2,
		description:
			'For Own Rhythm: silence after which a customer is lapsed, as a multiple of the usual gap',
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
];
