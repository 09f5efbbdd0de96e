import {
	executeFilterCondition,
	type FilterConditionValue,
	type FilterOptionsValue,
	type FilterOperatorValue,
	type INodeExecutionData,
} from 'n8n-workflow';

import { formatNumber } from '../core/wording/formatNumber';
import { directComparison, type DirectComparison } from './directComparison';
import { dependsOnItem, isExpression, plainFieldKeys } from './itemExpression';
import type { ItemReader, NodeParameters } from './NodeParameters';

const DEFAULT_OPTIONS: FilterOptionsValue = {
	caseSensitive: false,
	leftValue: '',
	typeValidation: 'loose',
	version: 3,
};

const MAX_EVIDENCE_LENGTH = 80;

/** Operators that a sentence tells in other words than "field value (operator value)". */
const OPERATOR_WORDS: Readonly<Record<string, string>> = Object.freeze({
	gt: 'above',
	gte: 'at least',
	lt: 'below',
	lte: 'at most',
	after: 'after',
	afterOrEquals: 'from',
	before: 'before',
	beforeOrEquals: 'until',
	contains: 'contains',
	notContains: 'does not contain',
	startsWith: 'begins with',
	notStartsWith: 'does not begin with',
	endsWith: 'ends with',
	notEndsWith: 'does not end with',
	regex: 'matches',
	notRegex: 'does not match',
	notEquals: 'is not',
	lengthEquals: 'length is',
	lengthNotEquals: 'length is not',
	lengthGt: 'length above',
	lengthGte: 'length at least',
	lengthLt: 'length below',
	lengthLte: 'length at most',
});

/** One row of a filter control, ready to be asked about any item. */
interface CompiledRow {
	fieldName: string;
	/** Whether the left side is a field of the item, so that its absence can be told. */
	isField: boolean;
	/** Whether the left side is a text that holds for all items. */
	isFixedText: boolean;
	left: ItemReader;
	right: ItemReader;
	operator: FilterOperatorValue;
	/** Answers without n8n's general comparison where the types allow it. */
	direct: DirectComparison | undefined;
	/** The value by which the row is met, in words. */
	clause: (left: () => unknown, right: () => unknown) => string;
	/** Set once an item has the field. */
	isSeen: boolean;
}

/** What a row could not read of an item. */
export interface UnreadableCondition {
	/** The rule or segment the conditions belong to. */
	owner: string;
	fieldName: string;
	message: string;
}

function textOf(value: unknown): string {
	if (typeof value === 'number') return formatNumber(value);
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
	return text.length > MAX_EVIDENCE_LENGTH ? `${text.slice(0, MAX_EVIDENCE_LENGTH)}…` : text;
}

function isAbsent(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * The conditions of one rule or segment, compiled once and asked per item.
 *
 * A side that is a plain field (`={{ $json.path }}`) is read directly, a constant is resolved once,
 * any other expression is evaluated by n8n for the item; the comparison is always n8n's own. A value
 * that cannot be compared (text where a number is asked for) meets no condition and is reported.
 */
export class Conditions {
	private readonly rows: CompiledRow[];

	private readonly options: FilterOptionsValue;

	private readonly combinator: 'and' | 'or';

	/**
	 * @param path the filter parameter, e.g. `rules.values[0].conditions`
	 * @param owner the rule or segment the conditions belong to, for messages
	 */
	constructor(
		parameters: NodeParameters,
		path: string,
		readonly owner: string,
	) {
		const raw = (parameters.raw(path) ?? {}) as {
			options?: Partial<FilterOptionsValue>;
			conditions?: FilterConditionValue[];
			combinator?: string;
		};
		this.options = { ...DEFAULT_OPTIONS, ...raw.options };
		this.combinator = raw.combinator === 'or' ? 'or' : 'and';
		this.rows = (raw.conditions ?? []).map((condition, i) =>
			compileRow(parameters, `${path}.conditions[${i}]`, condition, this.options),
		);
	}

	/** Whether there is nothing to ask: no row, or only the untouched row the control begins with. */
	get isEmpty(): boolean {
		return this.rows.every((row) => row.fieldName === '');
	}

	/** Texts on left sides that are the same for every item, most likely names of fields typed by hand. */
	get fixedTexts(): string[] {
		return this.rows.filter((row) => row.isFixedText).map((row) => row.fieldName);
	}

	/** The fields the conditions ask for that none of the items has. */
	fieldsAbsentFrom(items: readonly INodeExecutionData[]): string[] {
		// Rows behind one that decided were not asked about every item, so the rest is looked up here.
		return this.rows
			.filter((row) => row.isField && !row.isSeen)
			.filter((row) => items.every((item, i) => isAbsent(row.left(item, i))))
			.map((row) => row.fieldName);
	}

	/**
	 * Whether the item meets the conditions.
	 *
	 * @param onUnreadable called for each row that could not be compared
	 * @param onAbsent called for each field that the item does not have
	 */
	isMetBy(
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: (problem: UnreadableCondition) => void,
		onAbsent?: (fieldName: string) => void,
	): boolean {
		let isMet = this.combinator === 'and';
		for (const [index, row] of this.rows.entries()) {
			// All rows are read where absent fields are asked for; otherwise the first that decides ends it.
			const isDecided = this.combinator === 'and' ? !isMet : isMet;
			if (isDecided && !onAbsent) break;
			const rowIsMet = this.ask(row, index, item, itemIndex, onUnreadable, onAbsent);
			isMet = this.combinator === 'and' ? isMet && rowIsMet : isMet || rowIsMet;
		}
		return isMet;
	}

	/** The values by which an item meets the conditions, in words. */
	evidence(item: INodeExecutionData, itemIndex: number): string {
		const clauses: string[] = [];
		for (const [index, row] of this.rows.entries()) {
			if (this.combinator === 'or' && !this.ask(row, index, item, itemIndex, () => {})) continue;
			clauses.push(
				row.clause(
					() => row.left(item, itemIndex),
					() => row.right(item, itemIndex),
				),
			);
			if (this.combinator === 'or') break;
		}
		return clauses.join(' and ');
	}

	private ask(
		row: CompiledRow,
		index: number,
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: (problem: UnreadableCondition) => void,
		onAbsent?: (fieldName: string) => void,
	): boolean {
		try {
			const leftValue = row.left(item, itemIndex) as FilterConditionValue['leftValue'];
			if (row.isField) {
				if (isAbsent(leftValue)) onAbsent?.(row.fieldName);
				else row.isSeen = true;
			}
			const answer = row.direct?.(leftValue);
			if (answer !== undefined) return answer;
			const rightValue = row.right(item, itemIndex) as FilterConditionValue['rightValue'];
			const condition = { id: '', leftValue, rightValue, operator: row.operator };
			return executeFilterCondition(condition, this.options, {
				index,
				itemIndex,
				errorFormat: 'inline',
			});
		} catch (error) {
			const message = (error as Error).message.replace(/ \[.*\]$/, '');
			onUnreadable({ owner: this.owner, fieldName: row.fieldName, message });
			return false;
		}
	}
}

/** One side of a row: a constant of the run, or a value of the item. */
type Side = { constant: unknown } | { read: ItemReader };

function compileSide(parameters: NodeParameters, path: string, raw: unknown): Side {
	if (!isExpression(raw)) return { constant: raw };
	if (dependsOnItem(raw)) return { read: parameters.valueReader(path, raw) };
	return { constant: parameters.evaluate(path, 0) };
}

function readerOf(side: Side): ItemReader {
	return 'read' in side ? side.read : () => side.constant;
}

function compileRow(
	parameters: NodeParameters,
	path: string,
	{ leftValue, rightValue, operator }: FilterConditionValue,
	options: FilterOptionsValue,
): CompiledRow {
	const rawLeft: unknown = leftValue ?? '';
	const keys = isExpression(rawLeft) ? plainFieldKeys(rawLeft) : undefined;
	const fieldName = keys?.join('.') ?? (isExpression(rawLeft) ? rawLeft.slice(1) : textOf(rawLeft));
	const right = compileSide(parameters, `${path}.rightValue`, rightValue);
	return {
		fieldName,
		isField: keys !== undefined,
		isFixedText: typeof rawLeft === 'string' && rawLeft.trim() !== '' && !isExpression(rawLeft),
		left: readerOf(compileSide(parameters, `${path}.leftValue`, leftValue)),
		right: readerOf(right),
		operator,
		direct: 'constant' in right ? directComparison(operator, right.constant, options) : undefined,
		clause: clauseAround(fieldName, operator, right),
		isSeen: false,
	};
}

/** The words around the value in a row's evidence; the right side only where it is constant. */
function clauseAround(
	fieldName: string,
	operator: FilterOperatorValue,
	right: Side,
): CompiledRow['clause'] {
	if (operator.operation === 'exists' || operator.operation === 'notEmpty') {
		return () => `${fieldName} is given`;
	}
	if (operator.operation === 'notExists' || operator.operation === 'empty') {
		return () => `${fieldName} is empty`;
	}
	const before = `${fieldName} is `;
	const word = OPERATOR_WORDS[operator.operation];
	if (word === undefined) return (left) => before + textOf(left());
	if ('constant' in right) {
		const after = ` (${word} ${textOf(right.constant)})`;
		return (left) => before + textOf(left()) + after;
	}
	return (left, readRight) => `${before}${textOf(left())} (${word} ${textOf(readRight())})`;
}
