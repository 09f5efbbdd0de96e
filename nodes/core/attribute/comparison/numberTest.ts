import type { ValueTest } from './ValueTest';

/** Both ends belong to it; infinite where there is none. */
export interface NumberRange {
	from: number;
	to: number;
}

/** The words of a range. */
function inWords({ from, to }: NumberRange): string {
	if (from === to) return `equal to ${from}`;
	if (to === Number.POSITIVE_INFINITY) return `at least ${from}`;
	return from === Number.NEGATIVE_INFINITY ? `at most ${to}` : `from ${from} to ${to}`;
}

/** Whether a number lies within a range. */
export function numberTest(range: NumberRange): ValueTest<number> {
	const { from, to } = range;
	const words = inWords(range);
	return {
		accepts: (value) => value >= from && value <= to,
		tell: (value) => `is ${value} (${words})`,
	};
}
