import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { isBlank, type Reading } from '../../core/reading/Reading';
import { counted } from '../../core/wording/formatNumber';
import type { ItemField } from '../../shared/NodeParameters';
import { quoted } from '../../shared/Rejection';
import { absentField, warning } from '../../shared/tellUser';

/** A field that the user named for the report, with account of what could not be used. */
export class ReportField<T> {
	private isSeen = false;

	private unreadable = 0;

	private firstUnreadable: unknown;

	constructor(
		private readonly field: Pick<ItemField, 'label' | 'name' | 'read'>,
		private readonly readValue: (value: unknown) => Reading<T>,
		/** What to do about values that cannot be used. */
		private readonly advice?: string,
	) {}

	/** The value of an item; undefined where there is none, or none that can be read. */
	value(item: INodeExecutionData, itemIndex: number): T | undefined {
		let value: unknown;
		try {
			value = this.field.read(item, itemIndex);
		} catch (error) {
			this.isSeen = true;
			return this.unused((error as Error).message);
		}
		if (value !== undefined) this.isSeen = true;
		const reading = this.readValue(value);
		if (reading.ok) return reading.value;
		return isBlank(value) || reading.problem === 'missing' ? undefined : this.unused(value);
	}

	private unused(value: unknown): undefined {
		if (this.unreadable === 0) this.firstUnreadable = value;
		this.unreadable += 1;
		return undefined;
	}

	/** What could not be used. */
	hints(items: readonly INodeExecutionData[]): NodeExecutionHint[] {
		const { field, unreadable } = this;
		if (!this.isSeen) return items.length === 0 ? [] : [absentField(field, items)];
		if (unreadable === 0) return [];
		return [
			warning(
				`${field.label} "${field.name}" could not be used in the report for ${counted(unreadable, 'item')}, e.g. ${quoted(this.firstUnreadable)}.${this.advice === undefined ? '' : ` ${this.advice}`}`,
			),
		];
	}
}
