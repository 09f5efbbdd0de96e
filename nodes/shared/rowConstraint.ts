import { validateFieldType, type FilterOperatorValue, type FilterOptionsValue } from 'n8n-workflow';

import type { Constraint } from '../core/segment/overlap/Constraint';
import { numbers, type NumberSet } from '../core/segment/overlap/NumberSet';
import { texts, textsBut, textsThat, type TextSet } from '../core/segment/overlap/TextSet';

/** Values that are neither number, text nor date, by the type of the row that is asked about them. */
const SPECIALS: Readonly<Record<string, readonly unknown[]>> = {
	string: [null, undefined],
	number: [null, undefined, Number.NaN],
	dateTime: [null, undefined],
	boolean: [true, false, null, undefined],
};

/** Operations that ask the opposite of another, where no more can be said of them. */
const OPPOSITES: Readonly<Record<string, string>> = {
	notExists: 'exists',
	notEmpty: 'empty',
	notContains: 'contains',
	notRegex: 'regex',
};

function numbersThat(operation: string, right: number): NumberSet | undefined {
	switch (operation) {
		case 'equals':
			return numbers({ from: right, to: right });
		case 'notEquals':
			return numbers({ without: [right] });
		case 'gt':
		case 'after':
			return numbers({ from: right, isFromIn: false });
		case 'gte':
		case 'afterOrEquals':
			return numbers({ from: right });
		case 'lt':
		case 'before':
			return numbers({ to: right, isToIn: false });
		case 'lte':
		case 'beforeOrEquals':
			return numbers({ to: right });
		default:
			return undefined;
	}
}

/** Lengths are whole numbers from 0. */
function lengthsThat(operation: string, right: number): NumberSet | undefined {
	switch (operation) {
		case 'lengthEquals':
			return numbers({ from: right, to: right });
		case 'lengthNotEquals':
			return numbers({ from: 0, without: [right] });
		case 'lengthGt':
			return numbers({ from: Math.max(0, Math.floor(right) + 1) });
		case 'lengthGte':
			return numbers({ from: Math.max(0, right) });
		case 'lengthLt':
			return numbers({ from: 0, to: Math.ceil(right) - 1 });
		case 'lengthLte':
			return numbers({ from: 0, to: right });
		default:
			return undefined;
	}
}

function textsOf(operation: string, right: string): TextSet | undefined {
	switch (operation) {
		case 'equals':
			return texts([right]);
		case 'notEquals':
			return textsBut([right]);
		case 'contains':
			return textsThat('includes', right);
		case 'notContains':
			return textsThat('includes', right, true);
		case 'startsWith':
			return textsThat('startsWith', right);
		case 'notStartsWith':
			return textsThat('startsWith', right, true);
		case 'endsWith':
			return textsThat('endsWith', right);
		case 'notEndsWith':
			return textsThat('endsWith', right, true);
		default:
			return undefined;
	}
}

/** The right side as n8n reads it; undefined where it is no plain value, cannot be read or stands for nothing. */
function rightAs(type: 'string' | 'number' | 'dateTime', right: unknown, isStrict: boolean) {
	const isBlank = typeof right === 'string' && right.trim() === '' && type !== 'string';
	if (isBlank || right === undefined || typeof right === 'object') return undefined;
	const { valid, newValue } = validateFieldType('filter', right, type, {
		strict: isStrict,
		parseStrings: true,
	}) as { valid: boolean; newValue?: unknown };
	if (!valid) return undefined;
	return type === 'dateTime' ? (newValue as { toMillis(): number }).toMillis() : newValue;
}

/** Whether n8n can read the right side. Where it cannot, no item meets the row, also one that compares nothing. */
function isRightReadable(
	{ type, rightType = type, singleValue }: FilterOperatorValue,
	right: unknown,
	{ typeValidation }: FilterOptionsValue,
): boolean {
	if (singleValue || rightType === 'any' || right === null || right === undefined) return true;
	return validateFieldType('filter', right, rightType, {
		strict: typeValidation === 'strict',
		parseStrings: true,
	}).valid;
}

/** Which of the numbers, texts or instants meet a row; undefined where that is not known. */
function valuesThat(
	{ type, operation }: FilterOperatorValue,
	right: unknown,
	{ caseSensitive, typeValidation }: FilterOptionsValue,
): NumberSet | TextSet | undefined {
	const isStrict = typeValidation === 'strict';
	if (type === 'string') {
		if (operation === 'exists') return textsBut([]);
		if (operation === 'empty') return texts(['']);
		if (operation === 'notEmpty') return textsBut(['']);
		const text = rightAs('string', right, isStrict);
		if (typeof text !== 'string') return undefined;
		return textsOf(operation, caseSensitive ? text : text.toLocaleLowerCase());
	}
	if (operation === 'exists' || operation === 'notEmpty') return numbers();
	const number = rightAs(type === 'dateTime' ? type : 'number', right, isStrict);
	return Number.isFinite(number) ? numbersThat(operation, number as number) : undefined;
}

/** A question whose answer is known only where it was asked before, in the same words. */
function sameQuestion(key: string, operation: string, right: unknown): Constraint {
	const asked = OPPOSITES[operation] ?? operation;
	const words = `${typeof right} ${JSON.stringify(right)}`;
	return { id: `${key} ${asked} ${words}`, isDenied: asked !== operation };
}

function listConstraint(
	key: string,
	{ operation }: FilterOperatorValue,
	right: unknown,
	{ caseSensitive, typeValidation }: FilterOptionsValue,
): Constraint {
	const lengthKey = `length of ${key}`;
	if (operation === 'empty')
		return { key: lengthKey, values: numbers({ from: 0, to: 0 }), specials: [] };
	if (operation === 'notEmpty')
		return { key: lengthKey, values: numbers({ from: 1 }), specials: [] };
	if (operation.startsWith('length')) {
		const length = rightAs('number', right, typeValidation === 'strict');
		const values = Number.isFinite(length) && lengthsThat(operation, length as number);
		return values ? { key: lengthKey, values, specials: [] } : 'unknown';
	}
	const member = typeof right === 'string' && !caseSensitive ? right.toLocaleLowerCase() : right;
	return sameQuestion(key, operation, member);
}

/**
 * What a row of n8n's filter control asks of a value, for what can be said of segments without looking
 * at items.
 *
 * Values are told apart as n8n reads them, so rows of other types or with other options speak of
 * something else, even about the same field.
 *
 * @param field names the value, and no other
 * @param answer n8n's answer about a value; false where it cannot be compared
 */
export function rowConstraint(
	field: string,
	operator: FilterOperatorValue,
	right: unknown,
	options: FilterOptionsValue,
	answer: (value: unknown) => boolean,
): Constraint {
	if (!isRightReadable(operator, right, options)) return 'unknown';
	const { type, operation } = operator;
	const { caseSensitive, typeValidation, version } = options;
	const key = `${field} as ${type} ${typeValidation} ${version} ${caseSensitive ? 'Aa' : 'a'}`;
	if (type === 'array') return listConstraint(key, operator, right, options);
	const specials = SPECIALS[type]?.filter(answer).map(String);
	if (!specials) return sameQuestion(key, operation, undefined);
	if (type === 'boolean') return { key, specials };
	if (operation === 'regex' || operation === 'notRegex') return sameQuestion(key, operation, right);
	if (operation === 'notExists' || (operation === 'empty' && type !== 'string'))
		return { key, specials };
	const values = valuesThat(operator, right, options);
	return values ? { key, values, specials } : 'unknown';
}
