import { itemMaker } from './itemMaker.mjs';
import { measureHeap } from './measureHeap.mjs';
import { median } from './statistics.mjs';
import { timeRuns } from './timeRuns.mjs';

function timingOf(run, timings) {
	const middle = median(timings);
	return {
		name: run.node.name,
		items: run.items,
		median: middle,
		min: Math.min(...timings),
		perItem: middle / run.items,
	};
}

/** Measures everything a group asks for; the result is plain JSON. */
export async function measureGroup(host, { makeRecords, comparisons, growth, heaps }) {
	const makeItems = itemMaker(makeRecords);
	const runs = [
		...comparisons.flatMap(({ ours, peer }) => [ours, peer]),
		...growth.flatMap(({ steps }) => steps.map(({ run }) => run)),
	];
	const timings = await timeRuns(host, makeItems, [...new Set(runs)]);
	const timed = (run) => timingOf(run, timings.get(run));

	const measuredHeaps = [];
	for (const run of heaps) measuredHeaps.push(await measureHeap(host, makeItems, run));
	return {
		comparisons: comparisons.map(({ ours, peer }) => ({ ours: timed(ours), peer: timed(peer) })),
		growth: growth.map(({ steps }) => steps.map(({ run }) => timed(run))),
		heaps: measuredHeaps,
	};
}
