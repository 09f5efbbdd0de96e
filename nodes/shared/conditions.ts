import type { INodeExecutionData } from 'n8n-workflow';

import { SegmentationError } from '../core/SegmentationError';
import type { Constraint } from '../core/segment/overlap/Constraint';
import { holds, type ConditionRow } from './conditionRow';
import type { ItemReader } from './NodeParameters';

/** What a row could not read of an item. */
export interface UnreadableCondition {
	/** The rule or segment the conditions belong to. */
	owner: string;
	fieldName: string;
	message: string;
	/** What the user can change; as for comparisons where left out. */
	hint?: string;
}

/** Takes note of a row that could not be asked about an item. */
export type OnUnreadable = (problem: UnreadableCondition) => void;

/** What a rule or segment asks for, ready to be asked about any item. */
export interface AskedConditions {
	/** The rule or segment the conditions belong to. */
	readonly owner: string;

	/** Whether there is nothing to ask: no row, or only the untouched row the control begins with. */
	readonly isEmpty: boolean;

	/** Texts on left sides that are the same for every item, most likely names of fields typed by hand. */
	readonly fixedTexts: string[];

	/** The plain fields the conditions ask for, with their readers. */
	readonly fields: ReadonlyMap<string, ItemReader>;

	/** All that the conditions ask for, by the names of fields and attributes. */
	readonly names: readonly string[];

	/** What is asked of any item, as far as that is known without one. */
	readonly constraint: Constraint;

	/**
	 * Whether the item meets the conditions; as in n8n, the first row that decides ends the asking.
	 *
	 * @param onUnreadable called for each row that could not be compared
	 */
	isMetBy(item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable): boolean;

	/** The values by which an item meets the conditions, in words. */
	evidence(item: INodeExecutionData, itemIndex: number): string;
}

/**
 * The conditions of one rule or segment in rows, compiled once and asked per item.
 *
 * A value that cannot be compared (text where a number is asked for) meets no condition and is
 * reported.
 */
export class Conditions implements AskedConditions {
	private readonly rows: readonly ConditionRow[];

	/** @param owner the rule or segment the conditions belong to, for messages */
	constructor(
		readonly owner: string,
		rows: readonly ConditionRow[],
		private readonly combinator: 'and' | 'or',
	) {
		// A row that was added and left untouched asks for nothing; compared, it would hold for everyone.
		this.rows = rows.filter(({ left }) => left.name !== '');
	}

	get isEmpty(): boolean {
		return this.rows.length === 0;
	}

	get fixedTexts(): string[] {
		return this.rows.filter(({ left }) => left.isFixedText).map(({ left }) => left.name);
	}

	get fields(): ReadonlyMap<string, ItemReader> {
		const fields = this.rows.filter(({ left }) => left.isField);
		return new Map(fields.map(({ left }) => [left.name, left.read]));
	}

	get names(): string[] {
		return this.rows.filter(({ left }) => !left.isFixedText).map(({ left }) => left.name);
	}

	get constraint(): Constraint {
		const parts = this.rows.map(({ constraint }) => constraint?.() ?? 'unknown');
		return this.combinator === 'and' ? { all: parts } : { any: parts };
	}

	isMetBy(item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable): boolean {
		const isDecisive = this.combinator === 'or';
		const { rows } = this;
		// Asked for every item: an iterator would make an object for each row.
		for (let i = 0; i < rows.length; i++) {
			const row = rows[i]!;
			let isMet = false;
			try {
				isMet = row.isMetBy(item, itemIndex);
			} catch (error) {
				this.report(row, error as Error, onUnreadable);
			}
			if (isMet === isDecisive) return isDecisive;
		}
		return !isDecisive;
	}

	/**
	 * As `isMetBy`, of an item that may tell only a part of what is asked: undefined where what it tells
	 * does not decide. What cannot be compared is not told.
	 */
	isMetAsFarAsTold(item: INodeExecutionData, itemIndex: number): boolean | undefined {
		const isDecisive = this.combinator === 'or';
		let isTold = true;
		for (const row of this.rows) {
			try {
				if (row.isToldBy?.(item, itemIndex) === false) isTold = false;
				else if (row.isMetBy(item, itemIndex) === isDecisive) return isDecisive;
			} catch {
				isTold = false;
			}
		}
		return isTold ? !isDecisive : undefined;
	}

	evidence(item: INodeExecutionData, itemIndex: number): string {
		const { rows, combinator } = this;
		if (rows.length === 1) return rows[0]!.clause(item, itemIndex);
		if (combinator === 'and')
			return rows.map(({ clause }) => clause(item, itemIndex)).join(' and ');
		// As in isMetBy, the first row that decides ends the asking.
		const met = rows.find(({ isMetBy }) => holds(() => isMetBy(item, itemIndex)));
		return met?.clause(item, itemIndex) ?? '';
	}

	private report({ left }: ConditionRow, error: Error, onUnreadable: OnUnreadable): void {
		const message = error.message.replace(/ \[.*\]$/, '');
		const advice = error instanceof SegmentationError ? { hint: error.hint } : {};
		onUnreadable({ owner: this.owner, fieldName: left.name, message, ...advice });
	}
}
