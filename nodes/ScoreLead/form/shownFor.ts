import type { INodeProperties } from 'n8n-workflow';

/** What the node does. */
export type Operation = 'score' | 'learn';

function shown(
	key: string,
	operation: Operation,
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { [key]: [operation], ...property.displayOptions?.show },
		},
	}));
}

/** Parameters of one operation. */
export function shownFor(operation: Operation, properties: readonly INodeProperties[]) {
	return shown('operation', operation, properties);
}

/** Options of one operation. */
export function optionsShownFor(operation: Operation, properties: readonly INodeProperties[]) {
	return shown('/operation', operation, properties);
}
