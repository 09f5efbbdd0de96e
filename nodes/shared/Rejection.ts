import type { ReadingProblem } from '../core/reading/Reading';
import type { ItemField } from './NodeParameters';

const PROBLEM_WORDS: Readonly<Record<ReadingProblem, string>> = Object.freeze({
	missing: 'is empty',
	unreadable: 'cannot be read',
	ambiguous: 'can be read in two ways',
	tooEarly: 'is before 1980, which is what systems write for no date',
	negative: 'is below zero',
});

const MAX_VALUE_LENGTH = 40;

/** A value as it is quoted in a message, shortened where it is long. */
export function quoted(value: unknown): string {
	const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
	return `"${text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text}"`;
}

function withArticle(thing: string): string {
	return /^[aeiou]/.test(thing) ? `an ${thing}` : `a ${thing}`;
}

function kindOf(problem: ReadingProblem, thing: string): string {
	if (problem === 'missing') return `without ${withArticle(thing)}`;
	if (problem === 'tooEarly') return `with ${withArticle(thing)} before 1980`;
	return `with an unreadable ${thing}`;
}

/** Thrown while a record is read: why it cannot be used, in words for the report. */
export class Rejection {
	constructor(
		/** How the report counts it: "without a date". */
		readonly kind: string,
		readonly message: string,
		readonly hint: string,
	) {}

	/** A field whose value could not be read. */
	static ofValue(
		field: ItemField,
		value: unknown,
		problem: ReadingProblem,
		thing: string,
		hint: string,
	): Rejection {
		const what = problem === 'missing' ? '' : ` ${quoted(value)}`;
		return new Rejection(
			kindOf(problem, thing),
			`${field.label} "${field.name}"${what} ${PROBLEM_WORDS[problem]}`,
			hint,
		);
	}

	/** A field whose expression could not be evaluated for the item. */
	static ofExpression(field: ItemField, error: unknown): Rejection {
		return new Rejection(
			`with an expression that could not be evaluated`,
			`${field.label} "${field.name}": ${(error as Error).message}`,
			'Correct the expression, or drag the field in from the input panel',
		);
	}
}
