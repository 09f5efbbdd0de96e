import type { ListOperation } from '../core/lead/conditionOperators';
import { readAmount } from '../core/reading/readMoney';
import { hasAnyOf, hasNoneOf, type Constraint } from '../core/segment/overlap/Constraint';
import { numbers } from '../core/segment/overlap/NumberSet';
import { rememberedClause, type ConditionRow, type Operand } from './conditionRow';

/** A value as texts: each member of a list. */
function textsOf(value: unknown, fold: (text: string) => string): string[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.filter((one) => one !== undefined && one !== null).map((one) => fold(String(one)));
}

/** What a list row asks; whether a value has several members is not known, so one need not exclude another. */
function listConstraint(
	{ key }: Operand,
	operator: ListOperation,
	wanted: ReadonlySet<string>,
	caseSensitive: boolean,
): (() => Constraint) | undefined {
	if (key === undefined) return undefined;
	const members = `${key} as texts ${caseSensitive ? 'Aa' : 'a'}`;
	return () => {
		if (operator === 'notOneOf') return hasNoneOf(members, wanted);
		return hasAnyOf(operator === 'oneOf' ? members : `parts of ${members}`, wanted);
	};
}

/**
 * Compares a value, or each member of a list, with a list of texts. What is not given is none of them,
 * as in n8n's own "is not equal to".
 */
export function listRow(
	left: Operand,
	operator: ListOperation,
	list: readonly unknown[],
	caseSensitive: boolean,
): ConditionRow {
	const fold = (text: string) => (caseSensitive ? text.trim() : text.trim().toLocaleLowerCase());
	const wanted = new Set(textsOf(list, fold));
	const { name, read } = left;
	const constraint = listConstraint(left, operator, wanted, caseSensitive);
	if (operator === 'containsAny') {
		const found = (value: unknown) => {
			const texts = textsOf(value, fold);
			return [...wanted].find((one) => texts.some((text) => text.includes(one)));
		};
		return {
			left,
			constraint,
			isMetBy: (item, itemIndex) => found(read(item, itemIndex)) !== undefined,
			clause: (item, itemIndex) => `${name} contains ${found(read(item, itemIndex)) ?? ''}`,
		};
	}
	const isAmong = (value: unknown) =>
		typeof value === 'string'
			? wanted.has(fold(value))
			: textsOf(value, fold).some((text) => wanted.has(text));
	if (operator === 'notOneOf') {
		return {
			left,
			constraint,
			isMetBy: (item, itemIndex) => !isAmong(read(item, itemIndex)),
			clause: rememberedClause(read, (value) => `${name} is ${value}`),
		};
	}
	return {
		left,
		constraint,
		isMetBy: (item, itemIndex) => isAmong(read(item, itemIndex)),
		clause: (item, itemIndex) => {
			const value = read(item, itemIndex);
			const members: unknown[] = Array.isArray(value) ? value : [value];
			return `${name} is ${String(members.find((member) => isAmong(member)))}`;
		},
	};
}

/** A number within bounds, also in text with signs of thousands; what is no number is not between any. */
export function betweenRow(left: Operand, bounds: { from?: number; to?: number }): ConditionRow {
	const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = bounds;
	const words = [
		...(bounds.from === undefined ? [] : [`at least ${bounds.from}`]),
		...(bounds.to === undefined ? [] : [`below ${bounds.to}`]),
	].join(', ');
	const { name, read, key } = left;
	const values = numbers({ from, to, isToIn: false });
	return {
		left,
		constraint:
			key === undefined ? undefined : () => ({ key: `${key} as amount`, values, specials: [] }),
		isMetBy: (item, itemIndex) => {
			const number = readAmount(read(item, itemIndex));
			return number.ok && number.value >= from && number.value < to;
		},
		clause: rememberedClause(read, (value) => `${name} is ${value} (${words})`),
	};
}
