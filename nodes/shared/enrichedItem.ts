import type { IDataObject, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

function firstKeyOf(record: IDataObject): string | undefined {
	// A loop looks at the first key alone, where Object.keys would list them all.
	for (const key in record) return key;
	return undefined;
}

/**
 * A copy of a record with one more field at its end.
 *
 * The copy begins with the record's first key on purpose: one that begins with the spread gets a
 * hidden class of its own from V8, to which adding a field costs three times the whole copy.
 */
function withField(record: IDataObject, name: string, value: IDataObject): IDataObject {
	const first = firstKeyOf(record) ?? name;
	return { [first]: undefined, ...record, [name]: value };
}

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
	const item: INodeExecutionData = {
		json: withField(source.json, outputField, result as IDataObject),
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
