import { node } from '../../e2e/buildWorkflow.mjs';
import { END, orders } from '../records/orders.mjs';
import { noBudget, timesAsLong } from '../report/budgets.mjs';
import { noOperation } from './noOperation.mjs';
import { tenfoldGrowth } from './tenfoldGrowth.mjs';

const SOURCE = {
	source: 'custom',
	inputShape: 'orders',
	customerField: 'email',
	orderDateField: 'date',
	amountField: 'amount',
	options: { asOf: END },
};

const classifyLifecycle = node('Classify Lifecycle', 'classifyLifecycle', {
	...SOURCE,
	intervalMethod: 'learned',
});

const detectLapsed = node('Detect Lapsed', 'detectLapsed', { ...SOURCE, method: 'ownRhythm' });

const summarize = node(
	'Summarize',
	'n8n-nodes-base.summarize',
	{
		fieldsToSummarize: {
			values: [
				{ aggregation: 'count', field: 'date' },
				{ aggregation: 'min', field: 'date' },
				{ aggregation: 'max', field: 'date' },
				{ aggregation: 'sum', field: 'amount' },
			],
		},
		fieldsToSplitBy: 'email',
		options: {},
	},
	{ typeVersion: 1.1 },
);

/**
 * Classify Lifecycle and Detect Lapsed beside Summarize, which makes no more than count, first,
 * last and sum.
 */
export function classifyGroup(scale) {
	const items = 1_000_000 * scale;
	const ours = { node: classifyLifecycle, items };
	const lapsed = { node: detectLapsed, items };
	const peer = { node: summarize, items };
	return {
		makeRecords: orders,
		comparisons: [
			{ work: 'orders, learned interval', ours, peer, budget: timesAsLong(1) },
			{ work: 'orders, own rhythm', ours: lapsed, peer, budget: noBudget },
		],
		growth: [tenfoldGrowth(ours, 'orders')],
		heaps: [ours, lapsed, peer, { node: noOperation, items }],
	};
}
