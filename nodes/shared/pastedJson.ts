import type { NodeParameters } from './NodeParameters';

/** How deep in an item a result stands at most: `json`, the output field, the key. */
const DEEPEST = 2;

function findIn(value: unknown, key: string, depth = DEEPEST): unknown {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
	if (Object.hasOwn(value, key)) return (value as Record<string, unknown>)[key];
	if (depth === 0) return undefined;
	for (const inner of Object.values(value)) {
		const found = findIn(inner, key, depth - 1);
		if (found !== undefined) return found;
	}
	return undefined;
}

/**
 * What a node of this package gave as JSON, as it stands or in the item or list of items in which it
 * left that node; undefined where the user pasted nothing.
 *
 * @param key the field in which it left the other node
 * @param advice where to get it, for the message about text that is no JSON
 */
export function readPastedJson(
	parameters: NodeParameters,
	path: string,
	key: string,
	advice: string,
): unknown {
	const value = parameters.json(path, advice);
	// An empty list is no reason to do as if nothing had been pasted.
	const first: unknown = Array.isArray(value) ? (value[0] ?? null) : value;
	const found = findIn(first, key);
	return found === undefined ? first : found;
}
