import type { INodeProperties } from 'n8n-workflow';

import type { Watch } from '../core/lapse/LapseVerdict';
import { shownWhere } from '../shared/shownWhere';

/** Parameters that are seen only while one of these is watched. */
export function shownFor(
	watches: readonly Watch[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return shownWhere('watch', watches, properties);
}

/** The same for what stands in a collection. */
export function optionsShownFor(
	watches: readonly Watch[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return shownWhere('/watch', watches, properties);
}
