import type { NodeParameters } from './NodeParameters';

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
	const [first] = [parameters.json(path, advice)].flat();
	return typeof first === 'object' && first !== null && key in first
		? (first as Record<string, unknown>)[key]
		: first;
}
