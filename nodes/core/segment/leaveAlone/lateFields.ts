import { ATTRIBUTE_NAMES, attributeFinder } from '../../attribute/attributeNames';
import type { MappedAttribute } from '../../attribute/attributes';
import { isBlank } from '../../reading/Reading';

/** What sources put around the fields of a person, as they write it. */
const AROUND = [
	'attributes',
	'contact',
	'customer',
	'data',
	'fields',
	'lead',
	'person',
	'properties',
] as const;

/** Records with a name that leads to no field, after which no more are looked into. */
const MOST_TRIES = 20;

/**
 * The keys worth a look: those under which an attribute may be found, of a path the first, and what
 * is around fields, told apart by true and false.
 */
function keysOf(attributes: Iterable<MappedAttribute>): ReadonlyMap<string, boolean> {
	const keys = new Map<string, boolean>(AROUND.map((key) => [key, false]));
	for (const attribute of attributes) {
		for (const name of ATTRIBUTE_NAMES[attribute].fields) {
			if (typeof name === 'string') keys.set(name.split('.', 1)[0]!, true);
		}
	}
	return keys;
}

function hasKey(record: object, keys: ReadonlyMap<string, boolean>, isInside: boolean): boolean {
	for (const key in record) {
		const isName = keys.get(key);
		if (isName === undefined || (isInside && !isName)) continue;
		const value = (record as Record<string, unknown>)[key];
		if (isBlank(value)) continue;
		if (isName || (typeof value === 'object' && hasKey(value as object, keys, true))) return true;
	}
	return false;
}

/** Most records have the keys of the one before: whether a record has exactly some keys, in their order. */
function hasKeys(record: object, keys: readonly string[]): boolean {
	let i = 0;
	for (const key in record) if (key !== keys[i++]) return false;
	return i === keys.length;
}

/** The keys of a record; undefined where one of them is worth a look. */
function plainKeysOf(
	record: object,
	keys: ReadonlyMap<string, boolean>,
): readonly string[] | undefined {
	const own = Object.keys(record);
	return own.some((key) => keys.has(key)) ? undefined : own;
}

/**
 * The fields of attributes that few records have: some systems leave out what is empty, so that the
 * first to have unsubscribed may stand far behind.
 *
 * Looked for are the usual names as they are written, in the record or in what sources put around its
 * fields; a blank value says nothing. It costs a look at each key.
 *
 * @param attributes those that are not found among the first records
 * @param from the first record that was not looked at
 */
export function lateFields(
	records: ReadonlyArray<{ json: object }>,
	attributes: readonly MappedAttribute[],
	from: number,
): Map<MappedAttribute, string[]> {
	const found = new Map<MappedAttribute, string[]>();
	const missing = new Set(attributes);
	let keys = keysOf(missing);
	let tries = 0;
	let plainKeys: readonly string[] | undefined;
	for (let i = from; i < records.length && missing.size > 0 && tries < MOST_TRIES; i++) {
		const { json } = records[i]!;
		if (plainKeys && hasKeys(json, plainKeys)) continue;
		plainKeys = plainKeysOf(json, keys);
		if (plainKeys || !hasKey(json, keys, false)) continue;
		tries += 1;
		const find = attributeFinder([json]);
		for (const attribute of missing) {
			const field = find(attribute);
			if (!field) continue;
			found.set(attribute, field.path);
			missing.delete(attribute);
		}
		keys = keysOf(missing);
	}
	return found;
}
