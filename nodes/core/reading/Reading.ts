/** Why a value could not be taken, as permanent codes. */
export type ReadingProblem = 'missing' | 'unreadable' | 'ambiguous' | 'tooEarly' | 'negative';

/** A value read from a record, or the reason why there is none. */
export type Reading<T> = { ok: true; value: T } | { ok: false; problem: ReadingProblem };

const PROBLEMS: Readonly<Record<ReadingProblem, { ok: false; problem: ReadingProblem }>> =
	Object.freeze({
		missing: { ok: false, problem: 'missing' },
		unreadable: { ok: false, problem: 'unreadable' },
		ambiguous: { ok: false, problem: 'ambiguous' },
		tooEarly: { ok: false, problem: 'tooEarly' },
		negative: { ok: false, problem: 'negative' },
	});

/** The value that was read. */
export function read<T>(value: T): Reading<T> {
	return { ok: true, value };
}

/** The reason why nothing was read. */
export function notRead(problem: ReadingProblem): { ok: false; problem: ReadingProblem } {
	return PROBLEMS[problem];
}

/**
 * Whether a value is absent: undefined, null, or text of white space only.
 *
 * @example
 * isBlank('  ') //=> true
 * isBlank(0) //=> false
 */
export function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}
