import type { INodeExecutionData } from 'n8n-workflow';

import type { ItemField } from './NodeParameters';
import { Rejection } from './Rejection';

/** A field of the items of a run, with the memory whether any item had it. */
export class Column {
	isSeen = false;

	constructor(readonly field: ItemField) {}

	/** @throws Rejection where the field is an expression that cannot be evaluated for the item */
	value(item: INodeExecutionData, itemIndex: number): unknown {
		let value: unknown;
		try {
			value = this.field.read(item, itemIndex);
		} catch (error) {
			this.isSeen = true;
			throw Rejection.ofExpression(this.field, error);
		}
		// A field inside of lists gives no value as an empty list.
		if (value !== undefined && !(Array.isArray(value) && value.length === 0)) this.isSeen = true;
		return value;
	}
}
