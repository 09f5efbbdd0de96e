import { toPath } from 'es-toolkit/compat';

import { SegmentationError } from '../SegmentationError';

/** Reads one value from a record; undefined where the record has no such field. */
export type FieldReader = (record: unknown) => unknown;

const hasOwn = Object.prototype.hasOwnProperty;

/**
 * Reads along the keys, own properties only.
 *
 * A prototype's property is never taken for data: `__proto__` and `constructor` are read only where
 * a record really carries a field of that name.
 */
export function readAlong(record: unknown, keys: readonly string[]): unknown {
	let value = record;
	for (const key of keys) {
		// Not Object.hasOwn, which would turn null and undefined, but also text, into objects first.
		if (value === null || value === undefined || !hasOwn.call(value, key)) return undefined;
		value = (value as Record<string, unknown>)[key];
	}
	return value;
}

/** Names that values have from their prototypes, so that only a look at the value's own tells data. */
const INHERITED: ReadonlySet<string> = new Set(
	[Object, Array, String, Number, Boolean].flatMap(({ prototype }) =>
		Object.getOwnPropertyNames(prototype),
	),
);

/** `readAlong` for keys that are known before; the way of most fields, so it is made short. */
export function compileKeys(keys: readonly string[]): FieldReader {
	if (keys.some((key) => INHERITED.has(key))) return (record) => readAlong(record, keys);
	const [first = '', second = '', third = ''] = keys;
	type Values = Record<string, unknown>;
	if (keys.length === 1) {
		return (record) =>
			record === null || record === undefined ? undefined : (record as Values)[first];
	}
	if (keys.length === 2) {
		return (record) => {
			const inner = record === null || record === undefined ? record : (record as Values)[first];
			return inner === null || inner === undefined ? undefined : (inner as Values)[second];
		};
	}
	if (keys.length === 3) {
		return (record) => {
			const outer = record === null || record === undefined ? record : (record as Values)[first];
			const inner = outer === null || outer === undefined ? outer : (outer as Values)[second];
			return inner === null || inner === undefined ? undefined : (inner as Values)[third];
		};
	}
	return (record) => {
		let value = record;
		for (const key of keys) {
			if (value === null || value === undefined) return undefined;
			value = (value as Values)[key];
		}
		return value;
	};
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((key, i) => key === other[i]);
}

/**
 * Compiles a field name as people type or drag it into a reader.
 *
 * Dot and bracket notation reach into nested records and lists. A field whose own name contains the
 * dots comes first, as in n8n's own nodes. With `dotNotation` off the name is taken to the letter.
 *
 * @throws SegmentationError `invalidFieldPath` for a blank name
 * @example
 * compileFieldPath('customer.emails[0]')({ customer: { emails: ['a@b.example'] } }) //=> 'a@b.example'
 */
export function compileFieldPath(path: string, options: { dotNotation: boolean }): FieldReader {
	const name = path.trim();
	if (name === '') {
		throw new SegmentationError(
			'invalidFieldPath',
			'The field name is empty',
			'Enter the name of a field of the incoming items, e.g. email or customer.email',
		);
	}
	const paths = [[path], [name], ...(options.dotNotation ? [toPath(name)] : [])].filter(
		(keys, i, all) => keys.length > 0 && all.findIndex((other) => isSamePath(other, keys)) === i,
	);
	const readers = paths.map(compileKeys);
	const [first = () => undefined, second = () => undefined] = readers;
	if (readers.length === 1) return first;
	if (readers.length === 2) {
		return (record) => {
			const value = first(record);
			return value === undefined ? second(record) : value;
		};
	}
	return (record) => {
		for (const read of readers) {
			const value = read(record);
			if (value !== undefined) return value;
		}
		return undefined;
	};
}

/**
 * The field name that stands for keys: what `compileFieldPath` reads along the same keys.
 *
 * @example
 * fieldPathOf(['emails', '0', 'last.seen']) //=> 'emails[0]["last.seen"]'
 */
export function fieldPathOf(keys: readonly string[]): string {
	const [first = ''] = keys;
	if (keys.length <= 1) return first;
	return keys
		.map((key, i) => {
			if (/^\d+$/.test(key) && i > 0) return `[${key}]`;
			const quote = key.includes('"') ? "'" : '"';
			if (/[.[\]'"]/.test(key) || key === '') return `[${quote}${key}${quote}]`;
			return i === 0 ? key : `.${key}`;
		})
		.join('');
}

/**
 * Compiles a field name into a reader of all values it reaches, through lists on the way too: of
 * `line_items.category` each line's. None where the record has no such field.
 *
 * @example
 * compileFieldOfLists('lines.kind', { dotNotation: true })({ lines: [{ kind: 'bread' }, {}] }) //=> ['bread']
 */
export function compileFieldOfLists(
	path: string,
	options: { dotNotation: boolean },
): (record: unknown) => unknown[] {
	const single = compileFieldPath(path, options);
	// `lines[].kind` is how lists are often written: the empty key stands for all of its members.
	const keys = options.dotNotation ? toPath(path.trim()).filter((key) => key !== '') : [];
	return (record) => {
		const direct = single(record);
		if (direct !== undefined) return [direct].flat();
		if (keys.length === 0) return [];
		let values: unknown[] = [record];
		for (const key of keys) {
			values = values.flat().flatMap((value) => {
				const found = readAlong(value, [key]);
				return found === undefined ? [] : [found];
			});
		}
		return values.flat();
	};
}
