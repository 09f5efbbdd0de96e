import { codeNode, node } from '../../e2e/buildWorkflow.mjs';
import { END, orders } from '../records/orders.mjs';
import { noBudget, timesAsLong } from '../report/budgets.mjs';
import { tenfoldGrowth } from './tenfoldGrowth.mjs';

const SOURCE = {
	watch: 'purchases',
	operation: 'detect',
	source: 'custom',
	inputShape: 'orders',
	customerField: 'email',
	orderDateField: 'date',
	amountField: 'amount',
	options: { asOf: END },
};

const fixedWindow = node('Detect Lapsed, Fixed Window', 'detectLapsed', {
	...SOURCE,
	method: 'fixedWindow',
});

const predictive = node('Detect Lapsed, Predictive', 'detectLapsed', {
	...SOURCE,
	method: 'predictive',
});

/** What people write who do without this package: the last order of each customer against so many days. */
const byCode = codeNode(
	'Code, fixed window',
	`
const asOf = Date.parse('${END}Z');
const customers = new Map();
for (const { json: { email, date, amount } } of $input.all()) {
	const at = Date.parse(date);
	const known = customers.get(email);
	if (!known) customers.set(email, { last: at, orders: 1, spent: amount });
	else {
		known.orders += 1;
		known.spent += amount;
		if (at > known.last) known.last = at;
	}
}
return [...customers].map(([email, { last, orders, spent }]) => {
	const days = Math.floor((asOf - last) / 86400000);
	const status = days > 180 ? 'lost' : days > 60 ? 'lapsed' : days > 45 ? 'atRisk' : 'active';
	return { json: { email, days, orders, spent, status } };
});`,
);

/**
 * Detect Lapsed beside a Code node with a fixed window. The Code node crosses to a task runner and
 * back; Predictive fits three models and learns from the past on top of what both do.
 */
export function lapseGroup(scale) {
	const items = 1_000_000 * scale;
	const ours = { node: fixedWindow, items };
	const forecast = { node: predictive, items };
	// All the items at once are more than the runner takes.
	const peer = { node: byCode, items: items / 10 };
	return {
		makeRecords: orders,
		comparisons: [
			{ work: 'fixed window', ours, peer, budget: timesAsLong(1) },
			{ work: 'forecasts', ours: forecast, peer, budget: noBudget },
		],
		growth: [tenfoldGrowth(forecast, 'orders')],
		heaps: [forecast],
	};
}
