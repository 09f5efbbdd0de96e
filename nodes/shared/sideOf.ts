import type { IExecuteFunctions } from 'n8n-workflow';

import { compileKeys } from '../core/reading/fieldPath';
import { dependsOnItem, isExpression, plainFieldKeys } from './itemExpression';
import type { PerItem } from './NodeParameters';

/** What an expression gives, as n8n hands it to a parameter: its own date type (luxon) as text, also in lists. */
function asParameter(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map(asParameter);
	return 'toMillis' in value ? String(value) : value;
}

/**
 * What a raw value stands for that is no parameter of its own, but a part of a condition or a model.
 *
 * A plain field (`={{ $json.path }}`) is read directly, an expression that uses no item is evaluated
 * once, any other by n8n for each item.
 */
export function sideOf(context: IExecuteFunctions, raw: unknown): PerItem {
	if (!isExpression(raw)) return { constant: raw };
	const expression = raw.slice(1);
	const evaluate = (itemIndex: number) =>
		asParameter(context.evaluateExpression(expression, itemIndex));
	if (!dependsOnItem(raw)) return { constant: evaluate(0) };
	const keys = plainFieldKeys(raw);
	if (keys) return { read: compileKeys(['json', ...keys]) };
	return { read: (_item, itemIndex) => evaluate(itemIndex) };
}
