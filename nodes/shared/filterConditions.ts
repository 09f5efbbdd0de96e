import type { FilterConditionValue, FilterOptionsValue, IExecuteFunctions } from 'n8n-workflow';

import { comparisonRow, type Operand } from './conditionRow';
import { Conditions } from './conditions';
import { isExpression, plainFieldKeys } from './itemExpression';
import type { NodeParameters } from './NodeParameters';
import { sideOf } from './sideOf';

export const FILTER_DEFAULTS: Readonly<FilterOptionsValue> = Object.freeze({
	caseSensitive: false,
	leftValue: '',
	typeValidation: 'loose',
	version: 3,
});

/** What n8n's filter control holds. */
export interface FilterValue {
	options: FilterOptionsValue;
	conditions: FilterConditionValue[];
	combinator: 'and' | 'or';
}

/** The filter control at a path, as it stands in the workflow. */
export function readFilter(parameters: NodeParameters, path: string): FilterValue {
	const raw = (parameters.raw(path) ?? {}) as Partial<FilterValue>;
	return {
		options: { ...FILTER_DEFAULTS, ...raw.options },
		conditions: raw.conditions ?? [],
		combinator: raw.combinator === 'or' ? 'or' : 'and',
	};
}

function operandOf(context: IExecuteFunctions, raw: unknown): Operand {
	const side = sideOf(context, raw);
	const keys = isExpression(raw) ? plainFieldKeys(raw) : undefined;
	const name = keys?.join('.') ?? (isExpression(raw) ? raw.slice(1) : String(raw ?? '').trim());
	return {
		name,
		isField: keys !== undefined,
		isFixedText: typeof raw === 'string' && name !== '' && !isExpression(raw),
		key: keys && `field ${JSON.stringify(keys)}`,
		read: 'read' in side ? side.read : () => side.constant,
	};
}

/**
 * The conditions of a filter control.
 *
 * A side that is a plain field (`={{ $json.path }}`) is read directly, a constant is resolved once,
 * any other expression is evaluated by n8n for the item; the answer is always n8n's own.
 *
 * @param path the filter parameter, e.g. `segments.values[0].conditions`
 * @param owner the segment the conditions belong to, for messages
 */
export function filterConditions(
	context: IExecuteFunctions,
	parameters: NodeParameters,
	path: string,
	owner: string,
): Conditions {
	const { options, conditions, combinator } = readFilter(parameters, path);
	const rows = conditions.map(({ leftValue, operator, rightValue }) =>
		comparisonRow(operandOf(context, leftValue), operator, sideOf(context, rightValue), options),
	);
	return new Conditions(owner, rows, combinator);
}
