import {
	CONDITION_TYPES,
	conditionType,
	isOwnOperation,
	otherOperations,
} from '../../../nodes/core/lead/conditionOperators';

describe('conditionType', () => {
	// Source: docstring of conditionType; operations of n8n's filter control, version 3.
	it.each<[string, unknown, string]>([
		['gte', '50', 'number'],
		['equals', true, 'boolean'],
		['equals', 5, 'number'],
		['equals', 'Bern', 'string'],
		['notEquals', undefined, 'string'],
		['contains', 'demo', 'string'],
		['true', undefined, 'boolean'],
		['afterOrEquals', '2026-01-01', 'dateTime'],
		['lengthGte', 2, 'array'],
		['empty', undefined, 'string'],
	])('takes %s of %p for a comparison of type %s', (operator, value, type) => {
		expect(conditionType(operator, value)).toBe(type);
	});
});

describe('otherOperations', () => {
	it('is content with what a type has, and names the others where it has not', () => {
		expect(otherOperations('gte', 'number')).toBeUndefined();
		expect(otherOperations('contains', 'number')).toMatch(/^exists, .*\blte$/);
	});

	it('knows for each type at least whether there is a value', () => {
		for (const type of CONDITION_TYPES) expect(otherOperations('exists', type)).toBeUndefined();
	});
});

it('tells the operations of this package from those of n8n', () => {
	const own = ['oneOf', 'notOneOf', 'containsAny', 'between'];
	expect(own.filter(isOwnOperation)).toEqual(own);
	expect(isOwnOperation('equals')).toBe(false);
});
