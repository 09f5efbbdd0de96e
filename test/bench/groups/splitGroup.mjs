import { allOf, node } from '../../e2e/buildWorkflow.mjs';
import { customers } from '../records/customers.mjs';
import { timesAsFast, timesAsLong } from '../report/budgets.mjs';
import { noOperation } from './noOperation.mjs';
import { switchNode } from './switchNode.mjs';
import { tenfoldGrowth } from './tenfoldGrowth.mjs';

const RULES = [
	['Best', ['spent', 'number', 'gt', 900]],
	['Advocates', ['lifecycle.stage', 'string', 'equals', 'advocate']],
	['Second Shop', ['email', 'string', 'endsWith', '@second.example']],
	['Many Orders', ['orders', 'number', 'gte', 10]],
	['Lapsed', ['lifecycle.stage', 'string', 'equals', 'lapsed']],
].map(([name, condition]) => ({ name, conditions: allOf(condition) }));

const splitBySegment = node('Split by Segment', 'splitBySegment', {
	segments: {
		values: RULES.map((rule) => ({
			...rule,
			campaign: rule.name,
			channel: 'none',
			enabled: true,
		})),
	},
	options: {},
});

const MOST_SEGMENTS = 20;

/** So many segments of four conditions each, of which every one is asked: most items meet three and few the fourth. */
const manySegments = (count) =>
	node('Split by Segment', 'splitBySegment', {
		segments: {
			values: Array.from({ length: count }, (_, i) => ({
				name: `Segment ${i + 1}`,
				conditions: allOf(
					['email', 'string', 'contains', '@'],
					['orders', 'number', 'gte', 0],
					['lifecycle.since', 'string', 'startsWith', '2026'],
					['spent', 'number', 'equals', i],
				),
				campaign: '',
				channel: 'none',
				enabled: true,
			})),
		},
		options: {},
	});

/** Split by Segment beside Switch with the same five rules, and beside a node that does nothing. */
export function splitGroup(scale) {
	const items = 100_000 * scale;
	const ours = { node: splitBySegment, items };
	const idle = { node: noOperation, items };
	const most = { node: manySegments(MOST_SEGMENTS), items: items * 10 };
	// All the items would keep Switch busy for minutes.
	const routed = { node: switchNode(RULES), items: items / 100 };
	return {
		makeRecords: customers,
		comparisons: [
			{ work: '5 rules', ours, peer: routed, budget: timesAsFast(1_000) },
			{ work: '5 rules', ours, peer: idle, budget: timesAsLong(10) },
		],
		growth: [
			{
				by: 'items',
				steps: [
					{ size: items / 10, run: { ...ours, items: items / 10 } },
					{ size: items, run: ours },
				],
			},
			tenfoldGrowth(most, 'items, 20 segments of 4 conditions'),
			{
				by: 'segments of 4 conditions',
				steps: [5, 10, MOST_SEGMENTS].map((size) => ({
					size,
					run: { node: manySegments(size), items },
				})),
			},
		],
		heaps: [ours, idle],
	};
}
