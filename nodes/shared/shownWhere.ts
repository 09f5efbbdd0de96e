import type { INodeProperties } from 'n8n-workflow';

/**
 * Properties that are seen only where another one has one of these values.
 *
 * @param key the name of the other one, with a slash before it from inside of a collection
 */
export function shownWhere(
	key: string,
	values: readonly string[],
	properties: readonly INodeProperties[],
): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { [key]: [...values], ...property.displayOptions?.show },
		},
	}));
}
