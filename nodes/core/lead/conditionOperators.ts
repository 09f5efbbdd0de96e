/** Types of n8n's condition rows. */
export const CONDITION_TYPES = [
	'string',
	'number',
	'boolean',
	'dateTime',
	'array',
	'object',
	'any',
] as const;

export type ConditionType = (typeof CONDITION_TYPES)[number];

const PRESENCE = ['exists', 'notExists', 'empty', 'notEmpty'];
const EQUALITY = ['equals', 'notEquals'];

/** The operations of n8n's condition rows (version 3) by type. */
const OPERATIONS: Readonly<Record<ConditionType, readonly string[]>> = Object.freeze({
	string: [
		...PRESENCE,
		...EQUALITY,
		'contains',
		'notContains',
		'startsWith',
		'notStartsWith',
		'endsWith',
		'notEndsWith',
		'regex',
		'notRegex',
	],
	number: [...PRESENCE, ...EQUALITY, 'gt', 'gte', 'lt', 'lte'],
	boolean: [...PRESENCE, ...EQUALITY, 'true', 'false'],
	dateTime: [...PRESENCE, ...EQUALITY, 'after', 'before', 'afterOrEquals', 'beforeOrEquals'],
	array: [
		...PRESENCE,
		'contains',
		'notContains',
		'lengthEquals',
		'lengthNotEquals',
		'lengthGt',
		'lengthGte',
		'lengthLt',
		'lengthLte',
	],
	object: PRESENCE,
	any: PRESENCE,
});

/** Operations with a list of texts: one of them is the value, or stands in it; of a list, in any member. */
export const LIST_OPERATIONS = ['oneOf', 'notOneOf', 'containsAny'] as const;

export type ListOperation = (typeof LIST_OPERATIONS)[number];

/** Operations of this package; all others are n8n's. */
export type OwnOperation = ListOperation | 'between';

export function isListOperation(operator: string): operator is ListOperation {
	return (LIST_OPERATIONS as readonly string[]).includes(operator);
}

export function isOwnOperation(operator: string): operator is OwnOperation {
	return operator === 'between' || isListOperation(operator);
}

/** The only type that an operation has, beside those that tell of any value whether it is there. */
const TYPE_BY_OPERATION: ReadonlyMap<string, ConditionType> = new Map(
	(['number', 'boolean', 'dateTime', 'array', 'string'] as const).flatMap((type) =>
		OPERATIONS[type]
			.filter((operation) => !PRESENCE.includes(operation) && !EQUALITY.includes(operation))
			.map((operation): [string, ConditionType] => [operation, type]),
	),
);

/**
 * The type of a comparison for which none is given: the one that the operation has, else that of the
 * value it is compared with.
 *
 * @example
 * conditionType('gte', '50') //=> 'number'
 * conditionType('equals', true) //=> 'boolean'
 * conditionType('contains', 'demo') //=> 'string'
 */
export function conditionType(operator: string, value: unknown): ConditionType {
	const byOperation = TYPE_BY_OPERATION.get(operator);
	if (byOperation) return byOperation;
	if (typeof value === 'number') return 'number';
	return typeof value === 'boolean' ? 'boolean' : 'string';
}

/** What can be chosen for a type, where an operation is not among it; undefined where all is well. */
export function otherOperations(operator: string, type: ConditionType): string | undefined {
	return OPERATIONS[type].includes(operator) ? undefined : OPERATIONS[type].join(', ');
}

/** A pattern as n8n reads it: between slashes with flags behind them, or as it stands. */
const SLASHED = /^\/(.*)\/([gimusy]*)$/;

/** Why nothing can be compared with a constant; undefined where all is well, or n8n works it out. */
export function unusableValue(
	operator: string,
	type: ConditionType,
	value: unknown,
): string | undefined {
	if (typeof value !== 'string' || value.startsWith('=')) return undefined;
	if (operator === 'regex' || operator === 'notRegex') {
		const [, pattern = value, flags = ''] = SLASHED.exec(value) ?? [];
		try {
			new RegExp(pattern, flags);
		} catch (error) {
			return (error as Error).message;
		}
		return undefined;
	}
	const isCompared = !isOwnOperation(operator) && !PRESENCE.includes(operator);
	return isCompared && type === 'number' && Number.isNaN(Number(value))
		? `"${value}" is no number`
		: undefined;
}
