import type { LeadCategory } from '../lead/LeadModel';
import { isBlank } from '../reading/Reading';
import { readAmount } from '../reading/readMoney';
import { nameWords } from './nameWords';

/** A field of historical leads as it comes. */
export interface LeadField {
	/** The name under which items carry it; the rules that are learned ask for it by this name. */
	name: string;
	category: LeadCategory;
	/** One value a lead, as the items have it. */
	values: readonly unknown[];
}

/** A value as it is learned from. */
export type Cell =
	/** Not given: null, undefined, text of white space only, NaN. */
	| { kind: 'missing' }
	| { kind: 'number'; value: number }
	/** `key` is what counts, without letter case; `value` how it was written first. */
	| { kind: 'text'; key: string; value: string | number | boolean }
	/** Whether a list holds a tag. */
	| { kind: 'tag'; has: boolean }
	/** Given, but not told apart: a nested record. */
	| { kind: 'other' };

/** What a field is taken for. */
export type ColumnForm = 'number' | 'text' | 'tag' | 'date' | 'nested';

/** A field, or one tag of a field with lists, in a form to be counted. */
export interface LeadColumn {
	field: string;
	category: LeadCategory;
	form: ColumnForm;
	/** The tag that a column of a field with lists is about. */
	tag?: string | number | boolean;
	/** The different values. */
	cells: readonly Cell[];
	/** Row by row which of them it is. */
	codes: Int32Array;
	/** Whether text of white space, and NaN, stood for a value that is not given. */
	hasWhiteSpace: boolean;
	hasNotANumber: boolean;
}

/** From this share of the values given on, a field is one of numbers, of dates, of nested records. */
const MOSTLY_NUMBERS = 0.6;
const MOSTLY_DATES = 0.8;
const MOSTLY_NESTED = 0.5;
/** Tags of a list that are looked at: the most frequent. */
const MOST_TAGS = 15;

const DATE_TEXT = /^(?:\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?: .*)?)$/;
/** A number that dates of our time are: seconds or milliseconds since 1970, or 20240131. */
const DATE_NUMBER = /^(?:(?:19|20)\d{6}|1\d{9}|1\d{12})$/;
const DATE_WORDS = new Set(['date', 'time', 'timestamp', 'at', 'on', 'created', 'updated']);
/** Digits under such names are no measure: a higher one is not more of anything. */
const CODE_WORDS = new Set(
	'id ids uuid guid key code zip zipcode postcode postal plz phone mobile tel fax iban vat sku'.split(
		' ',
	),
);
/** "01234" is a code and no number. */
const LEADING_ZERO = /^\s*[+-]?0\d/;

const MISSING: Cell = Object.freeze({ kind: 'missing' });
const OTHER: Cell = Object.freeze({ kind: 'other' });

function isScalar(value: unknown): value is string | number | boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A text as texts are compared: without letter case and white space around it. */
function keyOf(value: string | number | boolean): string {
	return String(value).trim().toLowerCase();
}

function isMissing(value: unknown): boolean {
	return isBlank(value) || Number.isNaN(value);
}

function isDateObject(value: unknown): boolean {
	if (value === null || typeof value !== 'object') return false;
	return value instanceof Date || typeof (value as { toISO?: unknown }).toISO === 'function';
}

/** The number that a value is; undefined for none, also for digits that are a code. */
function numberOf(value: unknown): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || LEADING_ZERO.test(value)) return undefined;
	const amount = readAmount(value);
	return amount.ok ? amount.value : undefined;
}

/** The different values of a field in the order in which they come, and which of them each row has. */
function differentValues(values: readonly unknown[]) {
	const codeOf = new Map<unknown, number>();
	const different: unknown[] = [];
	const counts: number[] = [];
	const codes = new Int32Array(values.length);
	for (let row = 0; row < values.length; row++) {
		const value = values[row];
		let code = codeOf.get(value);
		if (code === undefined) {
			code = different.length;
			codeOf.set(value, code);
			different.push(value);
			counts.push(0);
		}
		counts[code]! += 1;
		codes[row] = code;
	}
	return { different, counts, codes };
}

function formOf(
	name: string,
	different: readonly unknown[],
	counts: readonly number[],
): ColumnForm {
	const words = nameWords(name);
	const isNamedDate = words.some((word) => DATE_WORDS.has(word));
	const isNamedCode = words.some((word) => CODE_WORDS.has(word));
	let [given, numbers, dates, nested] = [0, 0, 0, 0];
	let isCode = isNamedCode;
	different.forEach((value, i) => {
		if (isMissing(value)) return;
		const count = counts[i]!;
		given += count;
		if (isDateObject(value)) dates += count;
		else if (!isScalar(value)) nested += count;
		else if (
			(typeof value === 'string' && DATE_TEXT.test(value.trim())) ||
			(isNamedDate && DATE_NUMBER.test(String(value).trim()))
		) {
			dates += count;
		} else if (numberOf(value) !== undefined) numbers += count;
		else if (typeof value === 'string' && /^\s*0\d+\s*$/.test(value)) isCode = true;
	});
	if (given > 0 && dates >= MOSTLY_DATES * given) return 'date';
	if (given > 0 && nested >= MOSTLY_NESTED * given) return 'nested';
	return !isCode && given > 0 && numbers >= MOSTLY_NUMBERS * given ? 'number' : 'text';
}

function cellOf(value: unknown, form: ColumnForm): Cell {
	if (isMissing(value)) return MISSING;
	if (!isScalar(value) || form === 'date' || form === 'nested') return OTHER;
	const number = form === 'number' ? numberOf(value) : undefined;
	if (number !== undefined) return { kind: 'number', value: number };
	return {
		kind: 'text',
		key: keyOf(value),
		// JSON has no infinite numbers.
		value: typeof value === 'boolean' || Number.isFinite(value) ? value : String(value).trim(),
	};
}

function identityOf(cell: Cell): string {
	switch (cell.kind) {
		case 'number':
			return `n${cell.value}`;
		case 'text':
			return `t${cell.key}`;
		default:
			return cell.kind;
	}
}

/** The members of a list that can be a tag; a value that is no list is the only member. */
function tagsOf(value: unknown): Array<string | number | boolean> {
	return [value].flat().filter((one) => isScalar(one) && !isMissing(one)) as Array<
		string | number | boolean
	>;
}

function tagColumns({ name, category, values }: LeadField): LeadColumn[] {
	const counts = new Map<string, { tag: string | number | boolean; rows: number[] }>();
	values.forEach((value, row) => {
		for (const tag of tagsOf(value)) {
			const key = keyOf(tag);
			const found = counts.get(key) ?? {
				tag: typeof tag === 'string' ? tag.trim() : tag,
				rows: [],
			};
			if (found.rows[found.rows.length - 1] !== row) found.rows.push(row);
			counts.set(key, found);
		}
	});
	return [...counts.entries()]
		.sort(([keyA, a], [keyB, b]) => b.rows.length - a.rows.length || (keyA < keyB ? -1 : 1))
		.slice(0, MOST_TAGS)
		.map(([, { tag, rows }]) => {
			const codes = new Int32Array(values.length);
			for (const row of rows) codes[row] = 1;
			return {
				field: name,
				category,
				form: 'tag',
				tag,
				cells: [
					{ kind: 'tag', has: false },
					{ kind: 'tag', has: true },
				],
				codes,
				hasWhiteSpace: false,
				hasNotANumber: false,
			};
		});
}

/**
 * Reads a field of historical leads: what it is taken for, and its different values.
 *
 * A field is one of numbers where most values given are numbers or amounts in text, "1,200" and
 * "1.200,50 €" among them; what else it holds stays text. Codes are text although they are digits: zip
 * codes, phone numbers, ids. A field that has a list in any lead gives a column for each of its most
 * frequent tags, every other field one column.
 */
export function leadColumns(field: LeadField): LeadColumn[] {
	const { name, category, values } = field;
	if (values.some(Array.isArray)) return tagColumns(field);
	const { different, counts, codes: rawCodes } = differentValues(values);
	const form = formOf(name, different, counts);
	const cells: Cell[] = [];
	const byIdentity = new Map<string, number>();
	const codeOf = different.map((value) => {
		const cell = cellOf(value, form);
		const identity = identityOf(cell);
		const known = byIdentity.get(identity);
		if (known !== undefined) return known;
		byIdentity.set(identity, cells.length);
		return cells.push(cell) - 1;
	});
	return [
		{
			field: name,
			category,
			form,
			cells,
			codes: rawCodes.map((code) => codeOf[code]!),
			hasWhiteSpace: different.some(
				(value) => typeof value === 'string' && value !== '' && isBlank(value),
			),
			hasNotANumber: different.some((value) => Number.isNaN(value)),
		},
	];
}
