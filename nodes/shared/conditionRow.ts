import {
	executeFilterCondition,
	type FilterConditionValue,
	type FilterOperatorValue,
	type FilterOptionsValue,
} from 'n8n-workflow';

import type { Constraint } from '../core/segment/overlap/Constraint';
import { SharedTexts } from '../core/wording/SharedTexts';
import { directComparison } from './directComparison';
import type { ItemReader, PerItem } from './NodeParameters';
import { rowConstraint } from './rowConstraint';

const MAX_EVIDENCE_LENGTH = 80;
const MAX_KEPT_ANSWERS = 10_000;

/** Comparisons for which n8n takes long: patterns run in a sandbox of their own, dates are tried in many ways. */
function isDear({ type, operation }: FilterOperatorValue): boolean {
	return type === 'dateTime' || operation === 'regex' || operation === 'notRegex';
}

/** Operators that a sentence tells in other words than "field is value (operator value)". */
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

/** The left side of a row: what is compared. */
export interface Operand {
	/** As it is called in evidence and messages. */
	name: string;
	/** Whether it is a field of the item, so that its absence can be told. */
	isField: boolean;
	/** Whether it is a text that holds for all items. */
	isFixedText: boolean;
	/** Names the value and no other, the same for all rows that read it; left out where it may change. */
	key?: string;
	read: ItemReader;
}

/** One comparison, ready to be asked about any item. */
export interface ConditionRow {
	left: Operand;
	/** @throws where the item's value cannot be compared */
	isMetBy: ItemReader<boolean>;
	/** The value by which the row is met, in words. */
	clause: ItemReader<string>;
	/** Whether an item tells what the row asks, so that its answer holds; left out where every one does. */
	isToldBy?: ItemReader<boolean>;
	/** What the row asks of any item, as far as that is known without one; left out where nothing is. */
	constraint?: () => Constraint;
}

/** Whether a field counts as not given. */
export function isAbsent(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

function textOf(value: unknown): string {
	if (isAbsent(value)) return 'empty';
	const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
	return text.length > MAX_EVIDENCE_LENGTH ? `${text.slice(0, MAX_EVIDENCE_LENGTH)}…` : text;
}

/** Words for a value, remembered where it is a plain one. */
export function rememberedClause(
	read: ItemReader,
	words: (value: string) => string,
): ItemReader<string> {
	const clauses = new SharedTexts<unknown>((value) => words(textOf(value)));
	return (item, itemIndex) => {
		const value = read(item, itemIndex);
		return typeof value === 'object' ? words(textOf(value)) : clauses.of(value);
	};
}

/** An answer that is dear to get, remembered for texts. */
function rememberedAnswer(
	read: ItemReader,
	answer: (value: unknown, itemIndex: number) => boolean,
): ItemReader<boolean> {
	const kept = new Map<string, boolean>();
	return (item, itemIndex) => {
		const value = read(item, itemIndex);
		if (typeof value !== 'string') return answer(value, itemIndex);
		let known = kept.get(value);
		if (known === undefined) {
			known = answer(value, itemIndex);
			if (kept.size < MAX_KEPT_ANSWERS) kept.set(value, known);
		}
		return known;
	};
}

/** The words that tell by which value a row is met. */
function clauseOf(
	{ name, read }: Operand,
	{ operation }: FilterOperatorValue,
	right: PerItem,
): ItemReader<string> {
	if (operation === 'exists' || operation === 'notEmpty') return () => `${name} is given`;
	if (operation === 'notExists' || operation === 'empty') return () => `${name} is empty`;
	const word = OPERATOR_WORDS[operation];
	const before = `${name} is `;
	if (word === undefined) return rememberedClause(read, (value) => `${before}${value}`);
	if ('constant' in right) {
		const after = ` (${word} ${textOf(right.constant)})`;
		return rememberedClause(read, (value) => `${before}${value}${after}`);
	}
	return (item, itemIndex) =>
		`${before}${textOf(read(item, itemIndex))} (${word} ${textOf(right.read(item, itemIndex))})`;
}

/** The answer to a question; no where there is none. */
export function holds(answer: () => boolean): boolean {
	try {
		return answer();
	} catch {
		return false;
	}
}

/** A row of n8n's filter control: its answer is always n8n's own. */
export function comparisonRow(
	left: Operand,
	operator: FilterOperatorValue,
	right: PerItem,
	options: FilterOptionsValue,
): ConditionRow {
	const inGeneral = (leftValue: unknown, rightValue: unknown, itemIndex: number): boolean => {
		const condition = { id: '', leftValue, rightValue, operator } as FilterConditionValue;
		// "Is true" answers with the value itself, which may be undefined.
		return Boolean(
			executeFilterCondition(condition, options, { itemIndex, errorFormat: 'inline' }),
		);
	};
	const clause = clauseOf(left, operator, right);
	const { read } = left;
	if ('read' in right) {
		const isMetBy: ItemReader<boolean> = (item, itemIndex) =>
			inGeneral(read(item, itemIndex), right.read(item, itemIndex), itemIndex);
		return { left, isMetBy, clause };
	}
	const { constant } = right;
	const { key } = left;
	const constraint =
		key === undefined
			? undefined
			: () =>
					rowConstraint(key, operator, constant, options, (value) =>
						holds(() => inGeneral(value, constant, 0)),
					);
	if (isDear(operator)) {
		const isMetBy = rememberedAnswer(read, (value, itemIndex) =>
			inGeneral(value, constant, itemIndex),
		);
		return { left, isMetBy, clause, constraint };
	}
	const direct = directComparison(operator, constant, options);
	const isMetBy: ItemReader<boolean> = direct
		? (item, itemIndex) => {
				const value = read(item, itemIndex);
				return direct(value) ?? inGeneral(value, constant, itemIndex);
			}
		: (item, itemIndex) => inGeneral(read(item, itemIndex), constant, itemIndex);
	return { left, isMetBy, clause, constraint };
}
