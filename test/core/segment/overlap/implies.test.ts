import fc from 'fast-check';

import {
	hasAnyOf,
	hasNoneOf,
	type Constraint,
	type ValueLeaf,
} from '../../../../nodes/core/segment/overlap/Constraint';
import { canNeverMatch, implies } from '../../../../nodes/core/segment/overlap/implies';
import { hasNumber, numbers } from '../../../../nodes/core/segment/overlap/NumberSet';
import {
	hasText,
	texts,
	textsBut,
	textsThat,
} from '../../../../nodes/core/segment/overlap/TextSet';

const number = (limits: Parameters<typeof numbers>[0], specials: string[] = []): ValueLeaf => ({
	key: 'spent',
	values: numbers(limits),
	specials,
});
const text = (values: ReturnType<typeof texts>, specials: string[] = []): ValueLeaf => ({
	key: 'country',
	values,
	specials,
});
const above10 = number({ from: 10, isFromIn: false });
const from5 = number({ from: 5 });
const below5 = number({ to: 5, isToIn: false });
const until5 = number({ to: 5 });
const given = number({});
const notGiven: ValueLeaf = { key: 'spent', specials: ['null', 'undefined'] };
const inGermany = text(texts(['de']));
const inAustria = text(texts(['at']));
const inEither = text(texts(['de', 'at']));
const notGermany = text(textsBut(['de']), ['null']);
const starts = (piece: string, isDenied = false) => text(textsThat('startsWith', piece, isDenied));
const ends = (piece: string, isDenied = false) => text(textsThat('endsWith', piece, isDenied));
const has = (piece: string, isDenied = false) => text(textsThat('includes', piece, isDenied));
const matches = (isDenied = false) => ({ id: 'country matches ^d', isDenied });
const all = (...parts: Constraint[]): Constraint => ({ all: parts });
const any = (...parts: Constraint[]): Constraint => ({ any: parts });

describe('canNeverMatch', () => {
	it.each<[string, Constraint]>([
		['above 10 and below 5', all(above10, below5)],
		['from 5 and below 5', all(from5, below5)],
		['5 and nothing but 5', all(number({ from: 5, to: 5 }), number({ without: [5] }))],
		['given and not given', all(given, notGiven)],
		['one text and another', all(inGermany, inAustria)],
		['one text, and not that', all(inGermany, notGermany)],
		['one of none', text(texts([]))],
		['one of two, and neither', all(inEither, notGermany, text(textsBut(['at'])))],
		['one of two, and begins with neither', all(inEither, starts('x'))],
		['two beginnings', all(starts('ab'), starts('b'))],
		['two endings', all(ends('ab'), ends('b c'))],
		['a beginning, and without a piece of it', all(starts('abc'), has('bc', true))],
		['a piece, and without a piece of it', all(has('abc'), has('b', true))],
		['an ending, and not that ending', all(ends('abc'), ends('bc', true))],
		['a question and its opposite', all(matches(), matches(true))],
		[
			'a member of a list, and none of it',
			all(hasAnyOf('tags', ['a']), hasNoneOf('tags', ['a', 'b'])),
		],
		['both of two ways', any(all(above10, below5), all(inGermany, inAustria))],
		['with something unknown beside it', all('unknown', above10, below5)],
		['way by way', all(any(above10, from5), below5)],
		['one of no way', any()],
	])('is sure of %s', (_case, constraint) => {
		expect(canNeverMatch(constraint)).toBe(true);
	});

	it.each<[string, Constraint]>([
		['from 5 and until 5', all(from5, until5)],
		['above 10 or below 5', any(above10, below5)],
		['a beginning and a longer one', all(starts('a'), starts('ab'))],
		['a beginning and another ending', all(starts('a'), ends('b'))],
		['two pieces', all(has('a'), has('b'))],
		['two members of a list', all(hasAnyOf('tags', ['a']), hasAnyOf('tags', ['b']))],
		['something unknown', 'unknown'],
		['nothing asked', all()],
		['not given either way', all(notGiven, number({ to: 3 }, ['null']))],
		['values of two keys', all(above10, { ...below5, key: 'orders' })],
	])('is not of %s', (_case, constraint) => {
		expect(canNeverMatch(constraint)).toBe(false);
	});
});

describe('implies', () => {
	it.each<[string, Constraint, Constraint]>([
		['above 10: from 5', above10, from5],
		['above 10: above 10', above10, above10],
		['from 5 until 5: one of them', all(from5, until5), number({ from: 5, to: 5 })],
		[
			'from 5 but not 5: above 5',
			all(from5, number({ without: [5] })),
			number({ from: 5, isFromIn: false }),
		],
		['one country: one of two', inGermany, inEither],
		['one of two: one or the other', inEither, any(inGermany, inAustria)],
		['one country: not another', inAustria, notGermany],
		['one country: its beginning', inGermany, starts('d')],
		['a longer beginning: a shorter one', starts('abc'), starts('ab')],
		['a beginning: a piece of it', starts('abc'), has('bc')],
		['a longer piece: a shorter one', has('abc'), has('b')],
		['a piece: not a text without it', has('x'), notGermany],
		['a beginning: not another', starts('ab'), starts('b', true)],
		['without a piece: without a longer one', has('b', true), has('abc', true)],
		['without a piece: not that beginning', has('b', true), starts('ab', true)],
		['two conditions: one of them', all(above10, inGermany), above10],
		['one condition: one of two', above10, any(inGermany, above10)],
		['each of two ways: the same', any(all(above10, inGermany), above10), from5],
		['something unknown and more: the rest', all('unknown', above10), from5],
		['the same question', all(matches(), above10), matches()],
		['what can never match: anything', all(above10, below5), inGermany],
		['a member of a list: one of two', hasAnyOf('tags', ['a']), hasAnyOf('tags', ['a', 'b'])],
		['none of two: not one of them', hasNoneOf('tags', ['a', 'b']), hasNoneOf('tags', ['a'])],
		['given, or not: both', any(given, notGiven), number({}, ['null', 'undefined'])],
		['both at once: each of them', number({}, ['null', 'undefined']), any(given, notGiven)],
	])('is sure of %s', (_case, narrow, wide) => {
		expect(implies(narrow, wide)).toBe(true);
	});

	it.each<[string, Constraint, Constraint]>([
		['from 5: above 10', from5, above10],
		['from 5: above 5', from5, number({ from: 5, isFromIn: false })],
		['until 5, or not given: until 5', number({ to: 5 }, ['null']), until5],
		['one of two: one of them', inEither, inGermany],
		['a shorter beginning: a longer one', starts('ab'), starts('abc')],
		['a piece: a beginning', has('a'), starts('a')],
		['not one country: another', notGermany, inAustria],
		['not given: not that country', { key: 'country', specials: ['undefined'] }, notGermany],
		['one condition: two', above10, all(above10, inGermany)],
		['one of two ways: one of them', any(above10, inGermany), above10],
		['anything: something unknown', above10, any('unknown', below5)],
		['something unknown: the same', 'unknown', 'unknown'],
		['a question: its opposite', matches(), matches(true)],
		['another key', above10, { ...from5, key: 'orders' }],
		['nothing asked: a condition', all(), above10],
	])('is not of %s', (_case, narrow, wide) => {
		expect(implies(narrow, wide)).toBe(false);
	});

	it('says nothing of long lists', () => {
		const many = Array.from({ length: 201 }, (_, i) => String(i));
		expect(hasAnyOf('tags', many)).toBe('unknown');
		expect(hasNoneOf('tags', many)).toBe('unknown');
	});

	it('gives up where there are too many ways', () => {
		const ways = any(...Array.from({ length: 15 }, (_, i) => matchesOf(i)));
		const many = all(ways, any(...Array.from({ length: 15 }, (_, i) => matchesOf(20 + i))));
		expect(implies(many, many)).toBe(false);
		expect(canNeverMatch(all(many, above10, below5))).toBe(false);
	});
});

const matchesOf = (i: number) => ({ id: `question ${i}`, isDenied: false });

// Small values on purpose: the less there is to choose from, the more often something follows.
const SPECIALS = ['null', 'undefined'];
const VALUES: ReadonlyArray<number | string> = [-1, 0, 0.5, 1, 1.5, 2, 3, ...SPECIALS];
const WORDS = ['', 'a', 'b', 'ab', 'ba', 'aa', 'aba', 'bab', 'abab', 'c', 'cab', ...SPECIALS];

const limit = fc.constantFrom(0, 1, 2, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
const specials = fc.subarray(SPECIALS);
const numberLeaf = fc.record({
	key: fc.constant('number'),
	specials,
	values: fc.record({
		from: limit,
		to: limit,
		isFromIn: fc.boolean(),
		isToIn: fc.boolean(),
		without: fc.subarray([0, 1]),
	}),
});
const word = fc.constantFrom('', 'a', 'b', 'ab', 'ba', 'aba');
const textLeaf = fc.record({
	key: fc.constant('text'),
	specials,
	values: fc.oneof(
		fc.array(word, { maxLength: 3 }).map(texts),
		fc.array(word, { maxLength: 2 }).map(textsBut),
		fc
			.tuple(fc.constantFrom('startsWith', 'endsWith', 'includes'), word, fc.boolean())
			.map(([form, piece, isDenied]) => textsThat(form, piece, isDenied)),
	),
});
const onlySpecials = fc.record({ key: fc.constantFrom('number', 'text'), specials });
const question = fc.record({ id: fc.constantFrom('p', 'q'), isDenied: fc.boolean() });

const { constraint } = fc.letrec<{ constraint: Constraint }>((tie) => ({
	constraint: fc.oneof(
		{ maxDepth: 3, withCrossShrink: true },
		numberLeaf,
		textLeaf,
		onlySpecials,
		question,
		fc.constant('unknown' as const),
		fc.record({ all: fc.array(tie('constraint'), { maxLength: 3 }) }),
		fc.record({ any: fc.array(tie('constraint'), { maxLength: 3 }) }),
	),
}));

interface Item {
	number: number | string;
	text: string;
	p: boolean;
	q: boolean;
}

function isMet(asked: Constraint, item: Item, unknown: boolean): boolean {
	if (asked === 'unknown') return unknown;
	if ('all' in asked) return asked.all.every((part) => isMet(part, item, unknown));
	if ('any' in asked) return asked.any.some((part) => isMet(part, item, unknown));
	if ('id' in asked) return item[asked.id as 'p' | 'q'] !== asked.isDenied;
	const value = item[asked.key as 'number' | 'text'];
	if (SPECIALS.includes(value as string)) return asked.specials.includes(value as string);
	if (!asked.values) return false;
	return 'tests' in asked.values
		? hasText(asked.values, value as string)
		: hasNumber(asked.values, value as number);
}

const ITEMS: Item[] = VALUES.flatMap((value) =>
	WORDS.flatMap((one) =>
		[true, false].flatMap((p) => [true, false].map((q) => ({ number: value, text: one, p, q }))),
	),
);

describe('What is sure', () => {
	it('holds for every item: what can never match matches none', () => {
		let sure = 0;
		fc.assert(
			fc.property(constraint, (asked) => {
				if (!canNeverMatch(asked)) return;
				sure += 1;
				expect(ITEMS.find((item) => isMet(asked, item, true))).toBeUndefined();
			}),
			{ numRuns: 3000 },
		);
		expect(sure).toBeGreaterThan(100);
	});

	it('holds for every item: what meets the narrow meets the wide', () => {
		let sure = 0;
		fc.assert(
			fc.property(constraint, constraint, (narrow, wide) => {
				if (canNeverMatch(narrow) || !implies(narrow, wide)) return;
				sure += 1;
				// What is unknown may hold on the one side and not on the other.
				expect(
					ITEMS.find((item) => isMet(narrow, item, true) && !isMet(wide, item, false)),
				).toBeUndefined();
			}),
			{ numRuns: 20_000 },
		);
		expect(sure).toBeGreaterThan(100);
	});
});
