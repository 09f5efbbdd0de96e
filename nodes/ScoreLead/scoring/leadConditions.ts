import type { FilterOperatorValue, FilterOptionsValue, IExecuteFunctions } from 'n8n-workflow';

import {
	conditionType,
	isListOperation,
	type ListOperation,
} from '../../core/lead/conditionOperators';
import type { LeadCondition, LeadModel } from '../../core/lead/LeadModel';
import {
	comparisonRow,
	isAbsent,
	rememberedClause,
	type ConditionRow,
	type Operand,
} from '../../shared/conditionRow';
import { Conditions } from '../../shared/conditions';
import { FILTER_DEFAULTS } from '../../shared/filterConditions';
import { sideOf } from '../../shared/sideOf';
import type { LeadOperands, Scope } from './LeadOperands';

type Owner = Pick<
	LeadModel['rules'][number],
	'name' | 'match' | 'conditions' | 'caseSensitive' | 'strictTypes'
>;

/** A value as texts: each member of a list. */
function textsOf(value: unknown, fold: (text: string) => string): string[] {
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.filter((one) => !isAbsent(one)).map((one) => fold(String(one)));
}

/** Compares a value, or each member of a list, with a list of texts. */
function listRow(
	left: Operand,
	operator: ListOperation,
	list: readonly unknown[],
	caseSensitive: boolean,
): ConditionRow {
	const fold = (text: string) => (caseSensitive ? text.trim() : text.trim().toLocaleLowerCase());
	const wanted = new Set(textsOf(list, fold));
	const { name, read } = left;
	if (operator === 'containsAny') {
		const found = (value: unknown) => {
			const texts = textsOf(value, fold);
			return [...wanted].find((one) => texts.some((text) => text.includes(one)));
		};
		return {
			left,
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
			isMetBy: (item, itemIndex) => {
				const value = read(item, itemIndex);
				return !isAbsent(value) && !isAmong(value);
			},
			clause: rememberedClause(read, (value) => `${name} is ${value}`),
		};
	}
	return {
		left,
		isMetBy: (item, itemIndex) => isAmong(read(item, itemIndex)),
		clause: (item, itemIndex) => {
			const value = read(item, itemIndex);
			const members: unknown[] = Array.isArray(value) ? value : [value];
			return `${name} is ${String(members.find((member) => isAmong(member)))}`;
		},
	};
}

/** A number, or a text that is one, as n8n converts it; undefined where nothing is given. */
function numberIn(value: unknown, name: string): number | undefined {
	if (isAbsent(value) || (typeof value === 'string' && value.trim() === '')) return undefined;
	const number = typeof value === 'number' ? value : Number(value);
	if (Number.isNaN(number) || typeof value === 'object' || typeof value === 'boolean') {
		throw new TypeError(`${name} "${String(value)}" can't be converted to a number`);
	}
	return number;
}

function betweenRow(left: Operand, bounds: { from?: number; to?: number }): ConditionRow {
	const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = bounds;
	const words = [
		...(bounds.from === undefined ? [] : [`at least ${bounds.from}`]),
		...(bounds.to === undefined ? [] : [`below ${bounds.to}`]),
	].join(', ');
	const { name, read } = left;
	return {
		left,
		isMetBy: (item, itemIndex) => {
			const number = numberIn(read(item, itemIndex), name);
			return number !== undefined && number >= from && number < to;
		},
		clause: rememberedClause(read, (value) => `${name} is ${value} (${words})`),
	};
}

function rowOf(
	condition: LeadCondition,
	left: Operand,
	context: IExecuteFunctions,
	options: FilterOptionsValue,
): ConditionRow {
	const { operator, value, type = conditionType(operator, value), rightType } = condition;
	if (isListOperation(operator)) {
		return listRow(left, operator, value as unknown[], options.caseSensitive);
	}
	if (operator === 'between') return betweenRow(left, value as { from?: number; to?: number });
	const operatorValue = { type, operation: operator, rightType } as FilterOperatorValue;
	const row = comparisonRow(left, operatorValue, sideOf(context, value), options);
	if (condition.attribute === undefined || operator !== 'false') return row;
	// n8n takes what is not there for false; but whoever was not asked has not said no.
	return {
		...row,
		isMetBy: (item, itemIndex) =>
			!isAbsent(left.read(item, itemIndex)) && row.isMetBy(item, itemIndex),
	};
}

/** The conditions of a rule of a model, ready to be asked about a lead or an activity. */
export function leadConditions(
	{ name, match, conditions, caseSensitive, strictTypes }: Owner,
	scope: Scope,
	operands: LeadOperands,
	context: IExecuteFunctions,
): Conditions {
	const options: FilterOptionsValue = {
		...FILTER_DEFAULTS,
		caseSensitive,
		typeValidation: strictTypes ? 'strict' : 'loose',
	};
	const rows = conditions.map((condition) =>
		rowOf(condition, operands.of(condition, scope), context, options),
	);
	return new Conditions(name, rows, match === 'any' ? 'or' : 'and');
}
