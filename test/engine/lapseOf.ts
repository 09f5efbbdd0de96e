import type { LapseVerdict } from '../../nodes/core/lapse/LapseVerdict';
import { resultOf } from './resultOf';
import { runNode, type NodeRun } from './runWorkflow';

/** The day as of which the tests judge. */
export const AS_OF = '2026-11-22T00:00:00';

const DAY = 86_400_000;

/** So many days before the day of the tests, as a date of ISO 8601. */
export function daysAgo(days: number): string {
	return new Date(Date.UTC(2026, 10, 22) - days * DAY).toISOString().slice(0, 10);
}

/** Runs Detect Lapsed with As Of set. */
export function watch(
	parameters: { options?: object } & Record<string, unknown>,
	records: readonly object[],
	node: object = {},
): Promise<NodeRun> {
	const options = { asOf: AS_OF, ...parameters.options };
	return runNode('detectLapsed', { ...parameters, options }, records, node);
}

/** The results of a run, output after output. */
export function verdictsOf<T extends LapseVerdict>(run: NodeRun): T[] {
	return run.outputs.flat().map((item) => resultOf<T>(item, 'lapse'));
}

/** What a run found by customer key: the output, and what is said. */
export function outputsOf(run: NodeRun, keyOf = (verdict: LapseVerdict) => verdict.customerKey) {
	const names = ['lapsed', 'atRisk', 'lost', 'active'];
	return Object.fromEntries(
		run.outputs.flatMap((items, output) =>
			items.map((item) => {
				const verdict = resultOf<LapseVerdict | undefined>(item, 'lapse');
				return [verdict ? keyOf(verdict) : String(item.json.error), names[output]];
			}),
		),
	) as Record<string, string>;
}
