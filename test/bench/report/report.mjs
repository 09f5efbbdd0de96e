import { textTable } from '../../../scripts/demo/textTable.mjs';
import { ROUNDS } from '../measure/timeRuns.mjs';
import { logLogSlope } from '../measure/statistics.mjs';
import { HEAP_GROWTH, STEEPEST_SLOPE } from './budgets.mjs';
import { duration, grouped, megabytes, times } from './units.mjs';

const yesOrNo = (met) => (met ? 'yes' : 'NO');

const timeCells = ({ items, median, min, perItem }) => [
	grouped(items),
	`${duration(median)}, ${duration(min)}`,
	duration(perItem),
];

function comparisonRow({ work, budget }, { ours, peer }) {
	const ratio =
		ours.perItem <= peer.perItem
			? `${times(peer.perItem / ours.perItem)} as fast`
			: `${times(ours.perItem / peer.perItem)} as long`;
	return [
		`${ours.name}, ${work}`,
		...timeCells(ours),
		peer.name,
		...timeCells(peer),
		ratio,
		budget.text,
		budget.isMet ? yesOrNo(budget.isMet(ours.perItem, peer.perItem)) : '',
	];
}

function growthRow({ by, steps }, timings) {
	const points = steps.map(({ size }, i) => [size, timings[i].median]);
	const slope = logLogSlope(points);
	return [
		`${timings[0].name}, by ${by}`,
		points.map(([size]) => grouped(size)).join(', '),
		points.map(([, cost]) => duration(cost)).join(', '),
		points.map(([size, cost]) => duration(cost / size)).join(', '),
		grouped(slope, 2),
		yesOrNo(slope <= STEEPEST_SLOPE),
	];
}

function heapRow({ node, items }, { input, peak, kept, output }) {
	return [
		node.name,
		grouped(items),
		grouped(output),
		megabytes(input),
		`${megabytes(peak)}, ${times(peak / input)}`,
		`${megabytes(kept)}, ${times(kept / input)}`,
		yesOrNo(peak < HEAP_GROWTH * input),
	];
}

/** The tables of a whole bench, from the groups and what was measured for each. */
export function report(results) {
	const rowsOf = (kind, row) =>
		results.flatMap(({ group, measured }) =>
			measured[kind].map((values, i) => row(group[kind][i], values)),
		);
	const [{ measured }] = results;
	const { n8n, node, expressionEngine } = measured.about;
	return [
		`n8n ${n8n} on Node.js ${node}, expressions in n8n's "${expressionEngine}" engine.`,
		`Execution times as n8n counts them, median and min of ${ROUNDS.fewest} to ${ROUNDS.most} rounds, the most for short runs; the nodes take turns.`,
		'',
		'Time beside the peers; the ratio is per item',
		textTable(
			[
				'Ours',
				'Items',
				'Median, min',
				'Per item',
				'Peer',
				'Items',
				'Median, min',
				'Per item',
				'Ours is',
				'Budget',
				'Met',
			],
			rowsOf('comparisons', comparisonRow),
		),
		'',
		`Time by size; the log-log slope is 1 where cost grows linearly, budget at most ${STEEPEST_SLOPE}`,
		textTable(
			['Ours', 'Size', 'Median', 'Per unit of size', 'Slope', 'Met'],
			rowsOf('growth', growthRow),
		),
		'',
		'Heap over what the input items hold: at its peak, garbage not counted, and kept for the run',
		textTable(
			['Node', 'Items in', 'Items out', 'Input', 'Peak', 'Kept', `Peak under ${HEAP_GROWTH}x`],
			rowsOf('heaps', heapRow),
		),
	].join('\n');
}
