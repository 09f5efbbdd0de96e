import { readDate, type DateOrder } from '../core/reading/readDate';
import type { ReadingProblem } from '../core/reading/Reading';
import type { TimeZone } from '../core/reading/TimeZone';

/** What to do about a date that cannot be read. */
export function dateHint(problem: ReadingProblem): string {
	return problem === 'ambiguous'
		? 'Choose Day First (31/12/2026) or Month First (12/31/2026) under Date Format in Options'
		: 'Write dates as year-month-day, e.g. 2026-12-31';
}

/** What to do about a date that names no year first; undefined for any other value, or with an order chosen. */
export function dateFormatHint(
	value: unknown,
	zone: TimeZone,
	order: DateOrder,
): string | undefined {
	const reading = readDate(value, zone, order);
	return !reading.ok && reading.problem === 'ambiguous' ? dateHint(reading.problem) : undefined;
}
