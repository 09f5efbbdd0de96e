import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemReader } from '../NodeParameters';

/** A reader that reads the same item once, as several rows ask it one after the other. */
export function rememberedRead<T>(read: ItemReader<T>): ItemReader<T> {
	let lastItem: INodeExecutionData | undefined;
	let last: T;
	return (item, itemIndex) => {
		if (item === lastItem) return last;
		last = read(item, itemIndex);
		lastItem = item;
		return last;
	};
}
