import type { ReadingProblem } from '../core/reading/Reading';

/** What to do about a date that cannot be read. */
export function dateHint(problem: ReadingProblem): string {
	return problem === 'ambiguous'
		? 'Choose Day First (31/12/2026) or Month First (12/31/2026) under Date Format in Options'
		: 'Write dates as year-month-day, e.g. 2026-12-31';
}
