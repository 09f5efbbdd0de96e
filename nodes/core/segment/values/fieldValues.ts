import { isBlank, notRead, read, type Reading } from '../../reading/Reading';

/** How values are compared: case and white space around do not count, 5 and "5" are the same. */
export function valueKey(text: string): string {
	return text.trim().toLowerCase();
}

function isSimple(value: unknown): boolean {
	return ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
}

/**
 * The values of a field as texts: one, or those of a list.
 *
 * Problems: `missing` for a blank value or a list of nothing else, `unreadable` for a record, also one in
 * a list.
 *
 * @example
 * readFieldValues(['fan ', 5, null]) //=> ['fan', '5']
 */
export function readFieldValues(value: unknown): Reading<string[]> {
	const values = (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
		(one) => !isBlank(one),
	);
	if (values.length === 0) return notRead('missing');
	if (!values.every(isSimple)) return notRead('unreadable');
	return read(values.map((one) => String(one).trim()));
}

const NATURAL = new Intl.Collator('en', { numeric: true });

/** Texts in alphabetical order, numbers in them in natural order: "Week 9" before "Week 10". */
export function inNaturalOrder(texts: readonly string[]): string[] {
	return [...texts].sort((one, other) => NATURAL.compare(one, other) || (one < other ? -1 : 1));
}
