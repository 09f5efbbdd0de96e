import type { FilterOperatorValue, FilterOptionsValue } from 'n8n-workflow';

import { endsFolded, isFolded, startsFolded } from './foldedTexts';

/** The answer to a comparison, or undefined where n8n's own comparison must be asked. */
export type DirectComparison = (left: unknown) => boolean | undefined;

const NUMBER_COMPARISONS: Readonly<Record<string, (left: number, right: number) => boolean>> = {
	equals: (left, right) => left === right,
	notEquals: (left, right) => left !== right,
	gt: (left, right) => left > right,
	lt: (left, right) => left < right,
	gte: (left, right) => left >= right,
	lte: (left, right) => left <= right,
};

type TextComparisons = Readonly<Record<string, (left: string, right: string) => boolean>>;

const TEXT_COMPARISONS: TextComparisons = {
	equals: (left, right) => left === right,
	notEquals: (left, right) => left !== right,
	contains: (left, right) => left.includes(right),
	notContains: (left, right) => !left.includes(right),
	startsWith: (left, right) => left.startsWith(right),
	notStartsWith: (left, right) => !left.startsWith(right),
	endsWith: (left, right) => left.endsWith(right),
	notEndsWith: (left, right) => !left.endsWith(right),
};

/** Of texts whatever their case, with one in lower case. */
const FOLDED_COMPARISONS: TextComparisons = {
	equals: isFolded,
	notEquals: (left, lower) => !isFolded(left, lower),
	contains: (left, lower) => left.toLocaleLowerCase().includes(lower),
	notContains: (left, lower) => !left.toLocaleLowerCase().includes(lower),
	startsWith: startsFolded,
	notStartsWith: (left, lower) => !startsFolded(left, lower),
	endsWith: endsFolded,
	notEndsWith: (left, lower) => !endsFolded(left, lower),
};

/**
 * Answers the comparisons that need no conversion, about ten times as fast as the general way:
 * number with number and text with text, against a constant.
 *
 * Gives exactly what n8n's `executeFilterCondition` gives; undefined where the operator is another or
 * a value has another type.
 */
export function directComparison(
	operator: FilterOperatorValue,
	right: unknown,
	options: Pick<FilterOptionsValue, 'caseSensitive'>,
): DirectComparison | undefined {
	if (operator.rightType !== undefined && operator.rightType !== operator.type) return undefined;
	if (operator.type === 'number' && typeof right === 'number' && !Number.isNaN(right)) {
		const compare = NUMBER_COMPARISONS[operator.operation];
		return (
			compare &&
			((left) =>
				typeof left === 'number' && !Number.isNaN(left) ? compare(left, right) : undefined)
		);
	}
	if (operator.type === 'string' && typeof right === 'string') {
		const { caseSensitive } = options;
		const compare = (caseSensitive ? TEXT_COMPARISONS : FOLDED_COMPARISONS)[operator.operation];
		const wanted = caseSensitive ? right : right.toLocaleLowerCase();
		return compare && ((left) => (typeof left === 'string' ? compare(left, wanted) : undefined));
	}
	return undefined;
}
