/**
 * Times some runs, `{ node, items }` each, in turn: one round to warm up, then `rounds` rounds that
 * count. Returns the milliseconds of every round for each run.
 */
export async function timeRuns(host, makeItems, runs, rounds) {
	const timings = new Map(runs.map((run) => [run, []]));
	for (let round = 0; round <= rounds; round++) {
		for (const run of runs) {
			const items = makeItems(run.items);
			// What others left behind must not be cleared away at this run's expense.
			gc();
			const { milliseconds } = await host.runNode(run.node, items);
			if (round > 0) timings.get(run).push(milliseconds);
		}
	}
	return timings;
}
