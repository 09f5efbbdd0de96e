import type { FilterConditionValue } from 'n8n-workflow';

import { conditionType } from '../../core/lead/conditionOperators';
import type { LeadCondition, LeadModelInput } from '../../core/lead/LeadModel';
import { fieldPathOf } from '../../core/reading/fieldPath';
import type { FilterValue } from '../../shared/filterConditions';
import { isExpression, plainFieldKeys } from '../../shared/itemExpression';

type ConditionsInput = Pick<
	LeadModelInput['rules'][number],
	'match' | 'conditions' | 'caseSensitive' | 'strictTypes'
>;

/** Operations that compare with nothing. */
const WITHOUT_VALUE = ['exists', 'notExists', 'empty', 'notEmpty', 'true', 'false'];

function compared(raw: unknown): Pick<LeadCondition, 'field' | 'expression'> | undefined {
	if (!isExpression(raw)) {
		const text = String(raw ?? '').trim();
		// A row that was added and left untouched asks for nothing.
		return text === '' ? undefined : { expression: text };
	}
	const keys = plainFieldKeys(raw);
	return keys ? { field: fieldPathOf(keys) } : { expression: raw };
}

function conditionOf({
	leftValue,
	operator: { type, operation, rightType },
	rightValue,
}: FilterConditionValue): LeadCondition[] {
	const left = compared(leftValue);
	if (!left) return [];
	const value = WITHOUT_VALUE.includes(operation) ? undefined : rightValue;
	return [
		{
			...left,
			...(type !== conditionType(operation, value) && { type }),
			...(rightType !== undefined && rightType !== type && { rightType }),
			operator: operation,
			...(value !== undefined && { value }),
		},
	];
}

/** What n8n's filter control holds, as the conditions of a model. */
export function filterModel({ options, conditions, combinator }: FilterValue): ConditionsInput {
	return {
		...(combinator === 'or' && { match: 'any' }),
		conditions: conditions.flatMap(conditionOf),
		...(options.caseSensitive && { caseSensitive: true }),
		...(options.typeValidation === 'strict' && { strictTypes: true }),
	};
}
