import { ATTRIBUTE_NAMES, attributeFinder } from '../../attribute/attributeNames';
import type { MappedAttribute } from '../../attribute/attributes';

/** What sources put around the fields of a person, as they write it. */
const AROUND: ReadonlySet<string> = new Set([
	'attributes',
	'contact',
	'customer',
	'data',
	'fields',
	'lead',
	'person',
	'properties',
]);

/** Records with a name that leads to no field, after which no more are looked into. */
const MOST_TRIES = 20;

/** Under which keys an attribute may be found: of a path its first. */
function keysOf(attributes: Iterable<MappedAttribute>): ReadonlySet<string> {
	const names = [...attributes].flatMap((attribute) => ATTRIBUTE_NAMES[attribute].fields);
	return new Set(
		names.flatMap((name) => (typeof name === 'string' ? [name.split('.', 1)[0]!] : [])),
	);
}

function hasKey(record: object, keys: ReadonlySet<string>, isInside: boolean): boolean {
	for (const key in record) {
		if (keys.has(key)) return true;
		if (isInside || !AROUND.has(key)) continue;
		const inner = (record as Record<string, unknown>)[key];
		if (typeof inner === 'object' && inner !== null && hasKey(inner, keys, true)) return true;
	}
	return false;
}

/**
 * The fields of attributes that few records have: some systems leave out what is empty, so that the
 * first to have unsubscribed may stand far behind.
 *
 * Looked for are the usual names as they are written, in the record or in what sources put around its
 * fields. It costs a look at each key.
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
	for (let i = from; i < records.length && missing.size > 0 && tries < MOST_TRIES; i++) {
		const { json } = records[i]!;
		if (!hasKey(json, keys, false)) continue;
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
