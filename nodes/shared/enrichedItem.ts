import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

/**
 * A new item that holds the source item's data and the result under one key, linked to its sources.
 *
 * The source item is not changed. An object that an earlier run left under the key is replaced.
 */
export function enrichedItem(
	source: INodeExecutionData,
	outputField: string,
	result: object,
	sourceIndexes: number | readonly number[],
): INodeExecutionData {
	// Copied before the field is set: in one literal the two take V8 up to twice as long.
	const json = { ...source.json };
	json[outputField] = result as IDataObject;
	const item: INodeExecutionData = {
		json,
		pairedItem:
			typeof sourceIndexes === 'number' ? { item: sourceIndexes } : linksTo(sourceIndexes),
	};
	if (source.binary) item.binary = source.binary;
	return item;
}

/** The links of an item that several others were brought together in. */
export function linksTo(sourceIndexes: readonly number[]): IPairedItemData[] {
	return sourceIndexes.map((item) => ({ item }));
}
