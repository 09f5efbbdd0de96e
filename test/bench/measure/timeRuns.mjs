import { sum } from './statistics.mjs';

/** How often each run is timed, and how often at most one that is so short that it varies much. */
export const ROUNDS = { fewest: 5, most: 25 };

/** A run that took so long in all, in milliseconds, has been timed often enough. */
const LONG_ENOUGH = 2_000;

/**
 * Times some runs, `{ node, items }` each, in turn: one round to warm up, then the rounds that count.
 * Returns the milliseconds of every round for each run.
 */
export async function timeRuns(host, makeItems, runs) {
	const timings = new Map(runs.map((run) => [run, []]));
	for (let round = 0; round <= ROUNDS.most; round++) {
		const asked = runs.filter(
			(run) => round <= ROUNDS.fewest || sum(timings.get(run)) < LONG_ENOUGH,
		);
		for (const run of asked) {
			const items = makeItems(run.items);
			// What others left behind must not be cleared away at this run's expense.
			gc();
			const { milliseconds } = await host.runNode(run.node, items);
			if (round > 0) timings.get(run).push(milliseconds);
		}
	}
	return timings;
}
