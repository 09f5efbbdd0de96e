import type { INodeProperties } from 'n8n-workflow';

import type { Watch } from '../core/lapse/LapseVerdict';

function showing(
	key: string,
	watches: readonly Watch[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { [key]: [...watches], ...property.displayOptions?.show },
		},
	}));
}

/** Parameters that are seen only while one of these is watched. */
export function shownFor(
	watches: readonly Watch[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return showing('watch', watches, properties);
}

/** The same for what stands in a collection. */
export function optionsShownFor(
	watches: readonly Watch[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return showing('/watch', watches, properties);
}
