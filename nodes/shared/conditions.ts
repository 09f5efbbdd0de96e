import {
	executeFilterCondition,
	type FilterConditionValue,
	type FilterOptionsValue,
	type FilterOperatorValue,
	type INodeExecutionData,
} from 'n8n-workflow';

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
	clause: ItemReader<string>;
}

/** What a row could not read of an item. */
export interface UnreadableCondition {
	/** The rule or segment the conditions belong to. */
	owner: string;
	fieldName: string;
	message: string;
}

/** Takes note of a row that could not be asked about an item. */
export type OnUnreadable = (problem: UnreadableCondition) => void;

function textOf(value: unknown): string {
	if (isAbsent(value)) return 'empty';
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
	return text.length > MAX_EVIDENCE_LENGTH ? `${text.slice(0, MAX_EVIDENCE_LENGTH)}…` : text;
}

/** Whether a field counts as not given. */
export function isAbsent(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/**
 * The conditions of one rule or segment, compiled once and asked per item.
 *
 * A side that is a plain field (`={{ $json.path }}`) is read directly, a constant is resolved once,
 * any other expression is evaluated by n8n for the item; the answer is always n8n's own. A value
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
		// A row that was added and left untouched asks for nothing; compared, it would hold for everyone.
		this.rows = (raw.conditions ?? [])
			.map((condition, i) =>
				compileRow(parameters, `${path}.conditions[${i}]`, condition, this.options),
			)
			.filter((row) => row.fieldName !== '');
	}

	/** Whether there is nothing to ask: no row, or only the untouched row the control begins with. */
	get isEmpty(): boolean {
		return this.rows.length === 0;
	}

	/** Texts on left sides that are the same for every item, most likely names of fields typed by hand. */
	get fixedTexts(): string[] {
		return this.rows.filter((row) => row.isFixedText).map((row) => row.fieldName);
	}

	/** The plain fields the conditions ask for, with their readers. */
	get fields(): ReadonlyMap<string, ItemReader> {
		const fields = this.rows.filter((row) => row.isField);
		return new Map(fields.map((row) => [row.fieldName, row.left]));
	}

	/** The fields the conditions ask for that none of the items has. */
	fieldsAbsentFrom(items: readonly INodeExecutionData[]): string[] {
		return [...this.fields]
			.filter(([, read]) => items.every((item, i) => isAbsent(read(item, i))))
			.map(([name]) => name);
	}

	/**
	 * Whether the item meets the conditions; as in n8n, the first row that decides ends the asking.
	 *
	 * @param onUnreadable called for each row that could not be compared
	 */
	isMetBy(item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable): boolean {
		const isDecisive = this.combinator === 'or';
		for (const row of this.rows) {
			if (this.ask(row, item, itemIndex, onUnreadable) === isDecisive) return isDecisive;
		}
		return !isDecisive;
	}

	/** The values by which an item meets the conditions, in words. */
	evidence(item: INodeExecutionData, itemIndex: number): string {
		const { rows, combinator } = this;
		const deciding =
			combinator === 'and'
				? rows
				: rows.filter((row) => this.ask(row, item, itemIndex, () => {})).slice(0, 1);
		const [only] = deciding;
		if (only && deciding.length === 1) return only.clause(item, itemIndex);
		return deciding.map((row) => row.clause(item, itemIndex)).join(' and ');
	}

	private ask(
		row: CompiledRow,
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): boolean {
		try {
			const leftValue = row.left(item, itemIndex) as FilterConditionValue['leftValue'];
			const answer = row.direct?.(leftValue);
			if (answer !== undefined) return answer;
			const rightValue = row.right(item, itemIndex) as FilterConditionValue['rightValue'];
			const condition = { id: '', leftValue, rightValue, operator: row.operator };
			// "Is true" answers with the value itself, which may be undefined.
			return Boolean(
				executeFilterCondition(condition, this.options, { itemIndex, errorFormat: 'inline' }),
			);
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
	const fieldName =
		keys?.join('.') ?? (isExpression(rawLeft) ? rawLeft.slice(1) : String(rawLeft).trim());
	const left = readerOf(compileSide(parameters, `${path}.leftValue`, leftValue));
	const right = compileSide(parameters, `${path}.rightValue`, rightValue);
	return {
		fieldName,
		isField: keys !== undefined,
		isFixedText: typeof rawLeft === 'string' && rawLeft.trim() !== '' && !isExpression(rawLeft),
		left,
		right: readerOf(right),
		operator,
		direct: 'constant' in right ? directComparison(operator, right.constant, options) : undefined,
		clause: clauseAround(fieldName, left, operator, right),
	};
}

/** The words that tell by which value a row is met. */
function clauseAround(
	fieldName: string,
	left: ItemReader,
	operator: FilterOperatorValue,
	right: Side,
): ItemReader<string> {
	if (operator.operation === 'exists' || operator.operation === 'notEmpty') {
		return () => `${fieldName} is given`;
	}
	if (operator.operation === 'notExists' || operator.operation === 'empty') {
		return () => `${fieldName} is empty`;
	}
	const before = `${fieldName} is `;
	const word = OPERATOR_WORDS[operator.operation];
	if (word === undefined) return (item, itemIndex) => before + textOf(left(item, itemIndex));
	if ('constant' in right) {
		const after = ` (${word} ${textOf(right.constant)})`;
		return (item, itemIndex) => before + textOf(left(item, itemIndex)) + after;
	}
	return (item, itemIndex) =>
		`${before}${textOf(left(item, itemIndex))} (${word} ${textOf(right.read(item, itemIndex))})`;
}
