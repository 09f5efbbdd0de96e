import fc from 'fast-check';
import {
	executeFilterCondition,
	type FilterOperatorValue,
	type FilterOptionsValue,
} from 'n8n-workflow';

import { canNeverMatch, implies } from '../../nodes/core/segment/overlap/implies';
import {
	CONDITION_TYPES,
	LIST_OPERATIONS,
	otherOperations,
} from '../../nodes/core/lead/conditionOperators';
import { comparisonRow, type ConditionRow } from '../../nodes/shared/conditionRow';
import { betweenRow, listRow } from '../../nodes/shared/ownComparisons';

const OPERATORS = CONDITION_TYPES.flatMap((type) =>
	(otherOperations('', type) ?? '').split(', ').map((operation): FilterOperatorValue => {
		if (type !== 'array') return { type, operation };
		const rightType = operation.startsWith('length') ? 'number' : 'any';
		return { type, operation, rightType };
	}),
);

const VALUES: readonly unknown[] = [
	...[
		'',
		' ',
		'a',
		'A',
		'ab',
		'ba',
		'aba',
		'İ',
		'i',
		'ß',
		'1',
		'2',
		' 2',
		'1.5',
		'x1',
		'true',
		'false',
		'NaN',
	],
	...[0, 1, 2, 1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, true, false],
	...['2026-03-01', '2026-03-01T00:00:00Z', '2026-03-02', '1 March', 1_772_323_200_000],
	...[[], ['a'], ['A', 'b'], [1], [1, 2], '[1]', {}, { a: 1 }, '{"a":1}'],
];
const PATTERNS = ['a', '^a', '/B/i', '\\d', '['];

const value = fc.constantFrom(...VALUES);
const options = fc.record({
	caseSensitive: fc.boolean(),
	leftValue: fc.constant('' as const),
	typeValidation: fc.constantFrom('loose' as const, 'strict' as const),
	version: fc.constantFrom(1 as const, 2 as const, 3 as const),
}) as fc.Arbitrary<FilterOptionsValue>;

const left = {
	name: 'v',
	isField: true,
	isFixedText: false,
	key: 'v',
	read: ({ json }: { json: object }) => (json as { v?: unknown }).v,
};

function isMet(row: ConditionRow, v: unknown): boolean | 'not comparable' {
	try {
		return row.isMetBy({ json: { v } } as never, 0);
	} catch {
		return 'not comparable';
	}
}

function n8nSays(
	operator: FilterOperatorValue,
	leftValue: unknown,
	rightValue: unknown,
	by: FilterOptionsValue,
): boolean | 'not comparable' {
	try {
		const condition = { id: '', leftValue, rightValue, operator } as never;
		return Boolean(executeFilterCondition(condition, by));
	} catch {
		return 'not comparable';
	}
}

const rightFor = ({ operation }: FilterOperatorValue) =>
	operation === 'regex' || operation === 'notRegex' ? fc.constantFrom(...PATTERNS) : value;

describe('A row of the filter control', () => {
	it.each(
		OPERATORS.map((operator) => [`${operator.type} ${operator.operation}`, operator] as const),
	)('answers %s as n8n does, however often it is asked', (_name, operator) => {
		const answers = new Set<unknown>();
		fc.assert(
			fc.property(
				rightFor(operator),
				fc.boolean(),
				options,
				fc.array(value, { minLength: 1, maxLength: 6 }),
				(right, singleValue, by, asked) => {
					const asWritten = { ...operator, singleValue };
					const constant = comparisonRow(left, asWritten, { constant: right }, by);
					const perItem = comparisonRow(left, asWritten, { read: () => right }, by);
					for (const v of [...asked, ...asked]) {
						const answer = n8nSays(asWritten, v, right, by);
						answers.add(answer);
						expect(isMet(constant, v)).toBe(answer);
						expect(isMet(perItem, v)).toBe(answer);
					}
				},
			),
			{ numRuns: 100 },
		);
		// n8n knows "is empty" of no type "any", and answers no.
		expect(answers.size).toBeGreaterThan(operator.type === 'any' ? 0 : 1);
	});
});

describe('What a row is known to ask', () => {
	const words = fc.subarray(['a', 'A', 'ab', '1', '2', ' 2']);
	const bound = fc.constantFrom(undefined, 0, 1, 1.5, 2);
	const own = fc.oneof(
		fc
			.tuple(fc.constantFrom(...LIST_OPERATIONS), words, fc.boolean())
			.map(([operator, list, isCaseSensitive]) => listRow(left, operator, list, isCaseSensitive)),
		fc.tuple(bound, bound).map(([from, to]) => betweenRow(left, { from, to })),
	);
	const ofEachOperator = options.chain((by) =>
		fc.tuple(
			...[...OPERATORS, ...OPERATORS].map((operator) =>
				fc
					.tuple(rightFor(operator), fc.boolean())
					.map(([right, singleValue]) =>
						comparisonRow(left, { ...operator, singleValue }, { constant: right }, by),
					),
			),
			...Array.from({ length: 20 }, () => own),
		),
	);
	const known = (row: ConditionRow) => ({
		asks: row.constraint?.() ?? 'unknown',
		meeting: new Set(VALUES.filter((v) => isMet(row, v) === true)),
	});

	it('is true of every value, and of every two rows with the same options', () => {
		const sure = { follows: 0, excludes: 0, never: 0 };
		fc.assert(
			fc.property(ofEachOperator, (rows) => {
				const all = rows.map(known);
				const possible = all.filter(({ asks }) => !canNeverMatch(asks));
				for (const { asks, meeting } of all) {
					if (!canNeverMatch(asks)) continue;
					sure.never += 1;
					expect([...meeting]).toEqual([]);
				}
				for (const a of possible) {
					for (const b of possible) {
						if (a === b) continue;
						const both = [...a.meeting].filter((v) => b.meeting.has(v));
						if (implies(a.asks, b.asks)) {
							sure.follows += 1;
							if (both.length < a.meeting.size) expect(both).toEqual([...a.meeting]);
						}
						if (canNeverMatch({ all: [a.asks, b.asks] })) {
							sure.excludes += 1;
							if (both.length > 0) expect(both).toEqual([]);
						}
					}
				}
			}),
			{ numRuns: 4, endOnFailure: true },
		);
		expect(sure.never).toBeGreaterThan(0);
		expect(Math.min(sure.follows, sure.excludes)).toBeGreaterThan(100);
	});

	it('is nothing where the value may be another each time, or the limit another for each item', () => {
		const by: FilterOptionsValue = {
			caseSensitive: false,
			leftValue: '',
			typeValidation: 'loose',
			version: 3,
		};
		const above: FilterOperatorValue = { type: 'number', operation: 'gt' };
		const unnamed = { ...left, key: undefined };
		expect(comparisonRow(unnamed, above, { constant: 5 }, by).constraint).toBeUndefined();
		expect(comparisonRow(left, above, { read: () => 5 }, by).constraint).toBeUndefined();
	});
});
