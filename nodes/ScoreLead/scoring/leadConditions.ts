import type { FilterOperatorValue, FilterOptionsValue } from 'n8n-workflow';

import { conditionType, isListOperation } from '../../core/lead/conditionOperators';
import { isDateAttribute } from '../../core/attribute/attributeNames';
import { hasSeveralNames, valueNames } from '../../core/attribute/valueNames';
import type { LeadCondition, LeadModel } from '../../core/lead/LeadModel';
import {
	comparisonRow,
	isAbsent,
	type ConditionRow,
	type Operand,
} from '../../shared/conditionRow';
import { Conditions } from '../../shared/conditions';
import { FILTER_DEFAULTS } from '../../shared/filterConditions';
import { isExpression } from '../../shared/itemExpression';
import { betweenRow, listRow } from '../../shared/ownComparisons';
import { toldWithSource } from '../../shared/attributes/toldWithSource';
import type { PerItem } from '../../shared/NodeParameters';
import type { LeadOperands, Scope } from './LeadOperands';

type Owner = Pick<
	LeadModel['rules'][number],
	'name' | 'match' | 'conditions' | 'caseSensitive' | 'strictTypes'
>;

/** A country is the same by any of its names and codes, and so is what people write in several words. */
function ofAnyName(condition: LeadCondition): LeadCondition {
	const { attribute, operator, value } = condition;
	if (!hasSeveralNames(attribute) || isExpression(value)) return condition;
	const names = (values: unknown[]) => values.flatMap((one) => valueNames(attribute, String(one)));
	if (operator === 'oneOf' || operator === 'notOneOf') {
		return { ...condition, value: names(value as unknown[]) };
	}
	if (operator !== 'equals' && operator !== 'notEquals') return condition;
	return {
		attribute,
		operator: operator === 'equals' ? 'oneOf' : 'notOneOf',
		value: names([value]),
	};
}

function rowOf(
	condition: LeadCondition,
	left: Operand,
	right: () => PerItem,
	options: FilterOptionsValue,
): ConditionRow {
	const { operator, value, type = conditionType(operator, value), rightType } = condition;
	if (isListOperation(operator)) {
		return listRow(left, operator, value as unknown[], options.caseSensitive);
	}
	if (operator === 'between') return betweenRow(left, value as { from?: number; to?: number });
	const operatorValue = { type, operation: operator, rightType } as FilterOperatorValue;
	return comparisonRow(left, operatorValue, right(), options);
}

/** A date attribute in the form in which n8n compares dates, and people read them. */
function asDate(left: Operand): Operand {
	return {
		...left,
		read: (item, itemIndex) => {
			const instant = left.read(item, itemIndex);
			return typeof instant === 'number' ? new Date(instant).toISOString() : instant;
		},
	};
}

/** Operations that an attribute meets which a lead does not have. */
const MET_BY_NOTHING = ['empty', 'notExists'];

/** What is not known of a lead speaks neither for nor against it: n8n would take it for false. */
function ofKnownAttribute(row: ConditionRow, { operator }: LeadCondition): ConditionRow {
	if (MET_BY_NOTHING.includes(operator)) return row;
	const { read } = row.left;
	return {
		...row,
		isMetBy: (item, itemIndex) => !isAbsent(read(item, itemIndex)) && row.isMetBy(item, itemIndex),
	};
}

/** The conditions of a rule of a model, ready to be asked about a lead or an activity. */
export function leadConditions(
	{ name, match, conditions, caseSensitive, strictTypes }: Owner,
	scope: Scope,
	operands: LeadOperands,
): Conditions {
	const options: FilterOptionsValue = {
		...FILTER_DEFAULTS,
		caseSensitive,
		typeValidation: strictTypes ? 'strict' : 'loose',
	};
	const rows = conditions.map((condition) => {
		const operand = operands.of(condition, scope);
		const left = isDateAttribute(condition.attribute) ? asDate(operand) : operand;
		const named = ofAnyName(condition);
		const right = () => operands.side(named.value, scope);
		const compared = rowOf(named, left, right, options);
		const row = scope === 'lead' ? { ...compared, isToldBy: operands.told(condition) } : compared;
		if (condition.attribute === undefined) return row;
		const sources = scope === 'lead' ? operands.asked(condition) : [];
		return toldWithSource(ofKnownAttribute(row, condition), sources);
	});
	return new Conditions(name, rows, match === 'any' ? 'or' : 'and');
}
