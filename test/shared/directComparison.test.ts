import fc from 'fast-check';
import { executeFilterCondition, type FilterOperatorValue } from 'n8n-workflow';

import {
	CONDITION_TYPES,
	otherOperations,
	type ConditionType,
} from '../../nodes/core/lead/conditionOperators';
import { directComparison } from '../../nodes/shared/directComparison';

const operatorOf = (type: ConditionType) =>
	fc
		.constantFrom(...(otherOperations('', type) ?? '').split(', '))
		.map((operation): FilterOperatorValue => ({ type, operation }));

const operator = fc.oneof(
	{ weight: 4, arbitrary: operatorOf('number') },
	{ weight: 4, arbitrary: operatorOf('string') },
	...CONDITION_TYPES.map(operatorOf),
);

const smallText = fc.stringMatching(/^[aAbBİß0-9 ]{0,4}$/);
const value = fc.oneof(
	fc.integer({ min: -3, max: 3 }),
	fc.double(),
	smallText,
	fc.boolean(),
	fc.constantFrom(null, undefined),
	fc.array(fc.integer()),
);

describe('directComparison', () => {
	it('answers as n8n does, wherever it answers', () => {
		let answered = 0;
		fc.assert(
			fc.property(
				operator,
				value,
				value,
				fc.boolean(),
				fc.constantFrom('loose' as const, 'strict' as const),
				fc.constantFrom(1 as const, 2 as const, 3 as const),
				(by, leftValue, rightValue, caseSensitive, typeValidation, version) => {
					const options = { caseSensitive, leftValue: '', typeValidation, version };
					const answer = directComparison(by, rightValue, options)?.(leftValue);
					if (answer === undefined) return;
					answered += 1;
					const condition = { id: '', leftValue, rightValue, operator: by } as never;
					expect(answer).toBe(executeFilterCondition(condition, options));
				},
			),
			{ numRuns: 20_000 },
		);
		expect(answered).toBeGreaterThan(200);
	});

	it.each<[string, FilterOperatorValue, unknown, unknown]>([
		['text where a number is asked for', { type: 'number', operation: 'gt' }, '12', 10],
		['a number where text is asked for', { type: 'string', operation: 'equals' }, 12, '12'],
		['a limit written as text', { type: 'number', operation: 'gt' }, 12, '10'],
		['an absent value', { type: 'number', operation: 'notEquals' }, undefined, 10],
		['a list', { type: 'array', operation: 'contains', rightType: 'any' }, ['a'], 'a'],
		['NaN', { type: 'number', operation: 'notEquals' }, Number.NaN, 10],
	])('leaves %s to n8n', (_case, by, left, right) => {
		expect(directComparison(by, right, { caseSensitive: false })?.(left)).toBeUndefined();
	});
});
