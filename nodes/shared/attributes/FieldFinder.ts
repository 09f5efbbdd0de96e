import type { INodeExecutionData } from 'n8n-workflow';

import { FieldIndex } from '../../core/attribute/FieldIndex';
import { fieldPathOf, readAlong } from '../../core/reading/fieldPath';
import type { ItemField } from '../NodeParameters';
import { ITEMS_LOOKED_AT } from './AttributeValues';

/** Finds fields of the items under their usual names. */
export class FieldFinder {
	private indexes: FieldIndex[] | undefined;

	constructor(private readonly items: readonly INodeExecutionData[]) {}

	/** The field under the first of the names that any item fills; undefined where there is none. */
	find(label: string, names: readonly string[]): ItemField | undefined {
		this.indexes ??= this.items.slice(0, ITEMS_LOOKED_AT).map(({ json }) => new FieldIndex(json));
		for (const name of names) {
			for (const index of this.indexes) {
				const found = index.find(name);
				if (!found?.isFilled) continue;
				const { path } = found;
				return { label, name: fieldPathOf(path), read: ({ json }) => readAlong(json, path) };
			}
		}
		return undefined;
	}
}
