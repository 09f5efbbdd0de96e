import type { INodeProperties } from 'n8n-workflow';

/** How silence between purchases is measured. */
export const purchaseWatchProperties: INodeProperties[] = [
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { operation: ['detect'] } },
		options: [
			{
				name: 'Auto',
				value: 'auto',
				description:
					"The method and limit that did best on the shop's own past, as the operation Backtest finds it",
			},
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
			{
				name: 'Predictive',
				value: 'predictive',
				description:
					"The probability that a customer comes back, forecast from all customers' orders, with the value at risk. Needs 50 customers.",
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
		displayOptions: { show: { operation: ['detect'], method: ['fixedWindow'] } },
	},
	{
		displayName: 'Lapsed After (Days)',
		name: 'lapsedAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 60,
		description: 'Days without an order after which a customer is lapsed and worth winning back',
		displayOptions: { show: { operation: ['detect'], method: ['fixedWindow'] } },
	},
	{
		displayName: 'Lost After (Days)',
		name: 'lostAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 180,
		description: 'Days without an order after which a customer is lost and should be left in peace',
		displayOptions: { show: { operation: ['detect'], method: ['fixedWindow'] } },
	},
	{
		displayName:
			'Gives one item with the findings, a text for a message and HTML for a mail: which method and limit would have told best who stays away. Use a node of its own for it: it has one output, and wires of the others stay where they are.',
		name: 'backtestNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['backtest'] } },
	},
	{
		displayName:
			'Writing to lost customers angers them: connect the Lost output to reports, not to campaigns. Customers without an order cannot lapse and are left out.',
		name: 'lostNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { operation: ['detect'] } },
	},
];

/** A limit of return probability, as a percentage that is off until it is added. */
function returnLimitOption(status: string, name: string, byDefault: number, suggested: string) {
	return {
		displayName: `${status} Below (% Return Probability)`,
		name,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100, numberPrecision: 1 },
		default: byDefault,
		description: `For Predictive and Auto: the probability of a return below which a customer is ${status.toLowerCase()}. Without it, ${suggested}.`,
	} satisfies INodeProperties;
}

/** Options of the silence between purchases. */
export const purchaseWatchOptions: INodeProperties[] = [
	returnLimitOption('At Risk', 'atRiskBelowPercent', 40, 'twice the odds of the lapsed limit'),
	returnLimitOption('Lapsed', 'lapsedBelowPercent', 25, 'the mean of all customers'),
	returnLimitOption(
		'Lost',
		'lostBelowPercent',
		5,
		'the one below which a tenth of all expected returns lies',
	),
	{
		displayName: 'Forecast',
		name: 'forecast',
		type: 'string',
		typeOptions: { rows: 5 },
		default: '',
		placeholder: 'e.g. { "horizonDays": 90, "model": …, … }',
		description:
			'For Predictive: a forecast as JSON, as Backtest gives it, in place of fitting one. Fit on all orders once a week, apply to a few customers every hour.',
	},
	{
		displayName: 'Forecast Model',
		name: 'forecastModel',
		type: 'options',
		options: [
			{
				name: 'Automatic',
				value: 'auto',
				description: "Pareto/NBD, corrected by what the shop's own past shows it to miss",
			},
			{ name: 'BG/NBD', value: 'bgNbd', description: 'The plain formula' },
			{ name: 'MBG/NBD', value: 'mbgNbd', description: 'The plain formula' },
			{ name: 'Pareto/NBD', value: 'paretoNbd', description: 'The plain formula' },
		],
		default: 'auto',
		description: 'How returns are forecast, for Predictive, Auto and Backtest',
	},
	{
		displayName: 'Horizon (Days)',
		name: 'horizonDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 90,
		description:
			"Days ahead within which an order counts as a return, for Predictive, Auto and Backtest. Without it, the larger of 90 and two of the shop's usual gaps.",
	},
	{
		displayName: 'Own Gap Percentile',
		name: 'ownGapPercentile',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 99 },
		default: 50,
		description:
			"For Own Rhythm: which of a customer's own gaps is the usual one. The median is 50; with 90, nine of ten gaps so far were not longer.",
	},
	{
		displayName: 'At Risk After (Intervals)',
		name: 'atRiskAfterTimes',
		type: 'number',
		typeOptions: { minValue: 0.1, numberPrecision: 2 },
		default: 1.5,
		description:
			'For Own Rhythm: silence after which a customer is at risk, as a multiple of the usual gap',
	},
	{
		displayName: 'Lapsed After (Intervals)',
		name: 'lapsedAfterTimes',
		type: 'number',
		typeOptions: { minValue: 0.1, numberPrecision: 2 },
		default: 2,
		description:
			'For Own Rhythm: silence after which a customer is lapsed, as a multiple of the usual gap',
	},
	{
		displayName: 'Lost After (Intervals)',
		name: 'lostAfterTimes',
		type: 'number',
		typeOptions: { minValue: 0.1, numberPrecision: 2 },
		default: 3,
		description:
			'For Own Rhythm: silence after which a customer is lost, as a multiple of the usual gap',
	},
];
