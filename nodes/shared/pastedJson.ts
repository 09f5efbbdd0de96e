import { z } from 'zod';

import { isBlank } from '../core/reading/Reading';
import { SegmentationError } from '../core/SegmentationError';
import type { NodeParameters } from './NodeParameters';

/** What a node gave, as it stands or in the item or list of items in which it left that node. */
function unwrapped(value: unknown, key: string): unknown {
	const [first] = [value].flat();
	return typeof first === 'object' && first !== null && key in first
		? (first as Record<string, unknown>)[key]
		: first;
}

/**
 * What a node of this package gave as JSON and the user pasted, or an expression gives; undefined
 * where there is none.
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
	const value: unknown = parameters.constant(path, z.unknown());
	if (isBlank(value)) return undefined;
	if (typeof value !== 'string') return unwrapped(value, key);
	return parameters.withDomainFaults(() => {
		try {
			return unwrapped(JSON.parse(value), key);
		} catch (error) {
			throw new SegmentationError(
				'invalidJson',
				`${parameters.labelOf(path)} is no JSON: ${(error as Error).message}`,
				advice,
			);
		}
	});
}
