import type { INodeExecutionData } from 'n8n-workflow';

/** The object that a node added to an item. */
export function resultOf<T = Record<string, unknown>>(
	item: INodeExecutionData | undefined,
	key: string,
): T {
	if (!item) throw new Error('There is no such item');
	return item.json[key] as T;
}

/** The indexes of the source items that an item is linked to. */
export function sourcesOf(item: INodeExecutionData | undefined): number[] {
	const links = item?.pairedItem;
	if (links === undefined) throw new Error('The item is not linked');
	return (Array.isArray(links) ? links : [links]).map((link) =>
		typeof link === 'number' ? link : link.item,
	);
}

/** An n8n filter value of one row. */
export function condition(
	leftValue: string,
	type: string,
	operation: string,
	rightValue: unknown = '',
) {
	const operator = type === 'array' ? { type, operation, rightType: 'any' } : { type, operation };
	return {
		options: { caseSensitive: false, leftValue: '', typeValidation: 'loose', version: 3 },
		conditions: [{ id: '1', leftValue, rightValue, operator }],
		combinator: 'and',
	};
}
