import fc from 'fast-check';

import { TraitColumn } from '../../../nodes/core/report/TraitColumn';
import { traitsOf, type Trait } from '../../../nodes/core/report/traitsOf';
import { seeded } from '../seeded';

const times = <T>(count: number, value: T): T[] => new Array<T>(count).fill(value);

function traitWords(field: Parameters<typeof TraitColumn.of>[0], values: unknown[]) {
	const column = TraitColumn.of(field, values);
	if (!column) return undefined;
	const counts = column.counts();
	return Object.fromEntries(column.words.map((words, i) => [words, counts[i + 1]]));
}

const numbers = (from: number, to: number) =>
	Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('TraitColumn', () => {
	it.each<[string, Parameters<typeof TraitColumn.of>[0], unknown[], unknown]>([
		[
			'values that five people have',
			{ name: 'address.country', attribute: 'country' },
			[...times(6, 'Austria'), ...times(5, ' Germany '), ...times(4, 'Italy'), null, ''],
			{ 'from Austria': 6, 'from Germany': 5 },
		],
		[
			'flags',
			{ name: 'isMember' },
			[...times(5, true), ...times(7, false)],
			{ 'is member no': 7, 'is member yes': 5 },
		],
		[
			'names that say little with what they stand in',
			{ name: 'lifecycle.engagement.level' },
			times(5, 'cooling'),
			{ 'engagement level cooling': 5 },
		],
		[
			'members of lists, each once a person',
			{ name: 'tags', attribute: 'tags' },
			[...times(5, ['fan', 'news', 'fan']), ...times(5, ['news']), ...times(2, 'news'), []],
			{ 'tagged fan': 5, 'tagged news': 12 },
		],
		[
			'numbers by quarters',
			{ name: 'visits' },
			numbers(1, 100),
			{ 'visits 25 or less, the bottom quarter': 25, 'visits 76 or more, the top quarter': 25 },
		],
		[
			'numbers in text, and money',
			{ name: 'spent', attribute: 'totalSpent', currency: 'EUR' },
			numbers(1, 100).map((value) => `${value}.50`),
			{
				'spent 25.50 EUR or less in all, the bottom quarter': 25,
				'spent 76.50 EUR or more in all, the top quarter': 25,
			},
		],
		[
			'few numbers one by one',
			{ name: 'children' },
			[...times(5, 0), ...times(6, 1), ...times(7, 2)],
			{ 'children 0': 5, 'children 1': 6, 'children 2': 7 },
		],
		[
			'one end where half are at the other',
			{ name: 'clicks' },
			[...times(60, 0), ...numbers(1, 40)],
			{ 'clicks 0 or less, the bottom 60 %': 0, 'clicks 16 or more, the top quarter': 25 },
		],
		[
			'ages by bands',
			{ name: 'profile.age' },
			[...times(5, 17), ...times(6, 25), ...times(7, 34), ...times(5, 70)],
			expect.objectContaining({
				'aged under 18': 5,
				'aged 18-24': 0,
				'aged 25-34': 13,
				'aged 65 or more': 5,
			}),
		],
		[
			'nothing in what tells who somebody is',
			{ name: 'nick' },
			numbers(1, 40).map((i) => `n${i}`),
			undefined,
		],
		[
			'nothing where most values are of one person each',
			{ name: 'nick' },
			[...times(8, 'Anna'), ...numbers(1, 40).map((i) => `n${i}`)],
			undefined,
		],
		[
			'many values that many people have',
			{ name: 'shop' },
			numbers(0, 119).map((i) => `shop ${i % 20}`),
			Object.fromEntries(numbers(0, 19).map((i) => [`shop shop ${i}`, 6])),
		],
		['nothing in dates', { name: 'seen' }, times(40, '2026-01-05T10:00:00Z'), undefined],
		['nothing in records', { name: 'data' }, times(40, { a: 1 }), undefined],
		['nothing in long texts', { name: 'essay' }, times(40, 'long '.repeat(20)), undefined],
		['nothing where nobody has anything', { name: 'none' }, times(40, null), undefined],
		[
			'nothing where all have the same number',
			{ name: 'one' },
			times(40, 7).map(String),
			{ 'one 7': 40 },
		],
		['codes for no numbers', { name: 'district' }, times(9, '01234'), { 'district 01234': 9 }],
	])('takes %s', (_what, field, values, expected) => {
		expect(traitWords(field, values)).toEqual(expected);
	});

	it('gives the same traits whatever the order of people', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c', null), fc.integer({ min: 0, max: 9 })), {
					maxLength: 60,
				}),
				(values) => {
					expect(traitWords({ name: 'x' }, [...values].reverse())).toEqual(
						traitWords({ name: 'x' }, values),
					);
				},
			),
		);
	});
});

describe('traitsOf', () => {
	/** 1000 people, the first 200 of them a group that is from Austria more often. */
	const chance = seeded(3);
	const group = numbers(0, 199);
	const rest = numbers(200, 999);
	const groups = [{ people: group }, { people: rest }];
	const inGroup = (person: number) => person < 200;
	const country = numbers(0, 999).map((person) =>
		chance() < (inGroup(person) ? 0.6 : 0.2) ? 'Austria' : 'Germany',
	);
	const columnOf = (name: string, values: readonly unknown[], more = {}) =>
		TraitColumn.of({ name, ...more }, values)!;
	const words = (traits: readonly Trait[] = []) => traits.map((trait) => trait.words);

	it('tells share, share of all and lift', () => {
		const [found] = traitsOf([columnOf('country', country)], groups, 1000);
		const own = group.filter((person) => country[person] === 'Austria').length;
		const all = country.filter((one) => one === 'Austria').length;
		expect(found).toEqual([
			{
				words: 'country Austria',
				field: 'country',
				people: own,
				share: own / 200,
				baseShare: all / 1000,
				lift: own / 200 / (all / 1000),
			},
		]);
	});

	it('finds nothing in chance, however much is looked at', () => {
		const columns = numbers(1, 100).map((i) =>
			columnOf(
				`x${i}`,
				numbers(0, 999).map(() => 'abcdef'[Math.floor(chance() * 6)]),
			),
		);
		const small = [{ people: numbers(0, 99) }, { people: numbers(100, 999) }];
		expect(traitsOf(columns, small, 1000).flat()).toEqual([]);
		// Alone, one of them would have been taken for a finding.
		const alone = columns.flatMap((column) => traitsOf([column], small, 1000).flat());
		expect(alone.length).toBeGreaterThan(0);
	});

	it('says what the same people have once, the most telling', () => {
		const copy = country.map((one, person) => (person % 50 === 0 ? 'other' : `${one}!`));
		const columns = [columnOf('country', country), columnOf('copy', copy)];
		expect(words(traitsOf(columns, groups, 1000)[0])).toEqual(['country Austria']);
	});

	it('says nothing of what makes the group, nor of what says the same', () => {
		const columns = [
			columnOf(
				'segment',
				numbers(0, 999).map((person) => (inGroup(person) ? 'in' : 'out')),
			),
			columnOf('country', country),
		];
		expect(words(traitsOf(columns, groups, 1000)[0])).toEqual(['country Austria']);
		const asked = [{ people: group, askedFields: new Set(['country']) }, { people: rest }];
		expect(words(traitsOf(columns, asked, 1000)[0])).toEqual([]);
		expect(words(traitsOf([columnOf('copy', country), ...columns], asked, 1000)[0])).toEqual([]);
	});

	it('tells five at most, two of a field and two of what the figures tell', () => {
		const ofGroup = (name: string, isFigure = false) =>
			columnOf(
				name,
				numbers(0, 999).map((person) => (chance() < (inGroup(person) ? 0.5 : 0.1) ? 'yes' : 'no')),
				{ isFigure },
			);
		const plain = numbers(1, 8).map((i) => ofGroup(`p${i}`));
		const figures = numbers(1, 8).map((i) => ofGroup(`f${i}`, true));
		expect(traitsOf(plain, groups, 1000)[0]).toHaveLength(5);
		expect(traitsOf(figures, groups, 1000)[0]).toHaveLength(2);
		const cities = columnOf(
			'city',
			numbers(0, 999).map(
				(person) => 'abc'[Math.floor(chance() * 3)]! + (inGroup(person) ? '' : 'x'),
			),
		);
		expect(traitsOf([cities], groups, 1000)[0]).toHaveLength(2);
	});

	it('asks for five people, a tenth of the group and a lift of 1.2', () => {
		const few = numbers(0, 999).map((person) => (person < 19 ? 'rare' : 'usual'));
		expect(words(traitsOf([columnOf('few', few)], groups, 1000)[0])).toEqual([]);
		const tenth = numbers(0, 999).map((person) => (person < 20 ? 'rare' : 'usual'));
		expect(words(traitsOf([columnOf('few', tenth)], groups, 1000)[0])).toEqual(['few rare']);
		const weak = numbers(0, 9999).map((person) =>
			person % 100 < (person < 5000 ? 55 : 50) ? 'a' : 'b',
		);
		const halves = [{ people: numbers(0, 4999) }, { people: numbers(5000, 9999) }];
		expect(traitsOf([columnOf('weak', weak)], halves, 10_000).flat()).toEqual([]);
	});

	it('finds nothing of nobody, nor of everybody', () => {
		const columns = [columnOf('country', country)];
		expect(traitsOf(columns, [{ people: [] }, { people: numbers(0, 999) }], 1000)).toEqual([
			[],
			[],
		]);
	});
});
