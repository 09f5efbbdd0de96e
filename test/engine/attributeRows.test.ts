import fc from 'fast-check';

import { among, attribute, field, group, segmentOf } from './attributeRows';
import { condition, resultOf } from './resultOf';
import { runNode } from './runWorkflow';

const AS_OF = '2026-11-28T12:00:00Z';

const split = (segment: object, items: object[], options: object = {}, more: object = {}) =>
	runNode(
		'splitBySegment',
		{ segments: { values: [segment] }, options: { asOf: AS_OF, ...options }, ...more },
		items,
	);

const ids = (items: Array<{ json: Record<string, unknown> }> | undefined) =>
	(items ?? []).map(({ json }) => json.id);

const equals = (name: string, value: string) =>
	condition(`={{ $json.${name} }}`, 'string', 'equals', value);

describe('What is not known', () => {
	const items = [{ id: 'none' }, { id: 'blank', city: ' ', last: '' }, { id: 'null', city: null }];

	it.each([
		['is one of', field('city', 'oneOf', { values: 'Bonn' }), []],
		['attribute is none of', among('city', 'noneOf', 'Bonn'), []],
		// As n8n's own "is not equal to" has it of fields.
		['field is none of', field('city', 'noneOf', { values: 'Bonn' }), ['none', 'null', 'blank']],
		['field not in the last days', field('last', 'notInLastDays', { days: 1 }), []],
		['field at most', field('last', 'atMost', { number: 1 }), []],
		['field is false', field('last', 'isFalse'), []],
		['attribute is not known', attribute('city', 'notKnown'), ['none', 'blank', 'null']],
		['attribute is known', attribute('city', 'known'), []],
		['field is known', field('last', 'known'), []],
		[
			'number of events',
			{ looksAt: 'eventCount', eventsField: 'last', countComparison: 'atMost', times: 5 },
			[],
		],
	])('%s', async (_, row, expected) => {
		const { outputs, error } = await split(segmentOf([group('all', [row])]), items);
		expect(error).toBeUndefined();
		expect(ids(outputs[1]).sort()).toEqual([...expected].sort());
	});
});

describe('What cannot be read', () => {
	it.each([
		['a date', field('at', 'inLastDays'), { at: 'soon' }, '"soon" is no date'],
		['a date of two readings', field('at', 'inLastDays'), { at: '03/04/2026' }, 'two dates'],
		['a date for none', field('at', 'inLastDays'), { at: '1970-01-01' }, 'is before 1980'],
		['what to choose for it', field('at', 'inLastDays'), { at: '20.11.2026' }, 'Choose Day First'],
		[
			'what to choose for an attribute',
			attribute('lastOrder', 'inLastDays'),
			{ lastOrder: '20.11.2026' },
			'Choose Day First',
		],
		[
			'what to choose for an event',
			{ looksAt: 'eventCount', eventsField: 'at' },
			{ at: [{ type: 'x', date: '20.11.2026' }] },
			'Choose Day First',
		],
		['a number', field('at', 'atLeast'), { at: 'many' }, '"many" is no number'],
		['a yes or no', field('at', 'isTrue'), { at: 'perhaps' }, 'neither yes nor no'],
		['an attribute', attribute('lastOrder', 'inLastDays'), { lastOrder: 'soon' }, 'Last Order'],
		[
			'a list',
			{ looksAt: 'eventCount', eventsField: 'at' },
			{ at: 'click' },
			'"click" is no list of events',
		],
		['an event', { looksAt: 'eventCount', eventsField: 'at' }, { at: ['x'] }, 'is no event'],
		[
			'the date of an event',
			{ looksAt: 'eventCount', eventsField: 'at' },
			{ at: '[{"type":"x","date":"soon"}]' },
			'"soon" is no date of an event',
		],
		[
			'an event without a date',
			{ looksAt: 'eventCount', eventsField: 'at', withinDays: 3 },
			{ at: [{ type: 'x' }] },
			'an event has no date',
		],
	])('is told and meets nothing: %s', async (_, row, item, told) => {
		const { outputs, hints, error } = await split(segmentOf([group('all', [row])]), [item]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		expect(hints.join('\n')).toContain(told);
	});
});

describe('A row that cannot be worked with stops the run', () => {
	it.each<[string, object, RegExp]>([
		['no values', among('city', 'oneOf', ' , '), /Values in "Segment" is empty/],
		['no list', among('city', 'containsAny', '[]'), /Values in "Segment" is empty/],
		['no number', attribute('age', 'atLeast', { number: '' }), /Number is empty/],
		['no text number', attribute('age', 'atLeast', { number: 'x' }), /Number is "x"/],
		[
			'from above to',
			attribute('age', 'between', { from: 5, to: 4 }),
			/To in "Segment" is 4, below 5/,
		],
		[
			'times from above to',
			{ looksAt: 'eventCount', eventsField: 'e', countComparison: 'between', times: 5, timesTo: 4 },
			/Times Up To in "Segment" is 4, below 5/,
		],
		['no date', attribute('lastOrder', 'betweenDates'), /From Date in "Segment" is empty/],
		[
			'a date that is none',
			attribute('lastOrder', 'betweenDates', { fromDate: 'soon' }),
			/From Date in "Segment" is "soon"/,
		],
		[
			'dates turned round',
			attribute('lastOrder', 'betweenDates', { fromDate: '2026-02-01', toDate: '2026-01-01' }),
			/To Date in "Segment" is before From Date/,
		],
		['days below zero', attribute('lastOrder', 'inLastDays', { days: -1 }), /Days is -1/],
		['no field', field('', 'known'), /Field in "Segment" is empty/],
		['no list field', { looksAt: 'eventCount' }, /Events Field in "Segment" is empty/],
		[
			'nothing to count from',
			{ looksAt: 'eventsSince', eventsField: 'e' },
			/Since the Last in "Segment" is empty/,
		],
		[
			'a comparison of another kind',
			attribute('city', 'inLastDays'),
			/Comparison in "Segment" cannot be In the Last \(Days\) for City/,
		],
		['a text comparison of a number', among('age', 'oneOf', '34'), /cannot be Is One Of for Age/],
		['a value never had', among('seniority', 'oneOf', 'boss'), /holds "boss"/],
		['a size never had', among('companySize', 'noneOf', 'huge'), /holds "huge"/],
		['a band never had', among('ageBand', 'oneOf', '20-30'), /holds "20-30"/],
	])('%s', async (_, row, message) => {
		const { error } = await split(segmentOf([group('all', [row])]), [{ city: 'Bonn' }]);
		expect(error?.message).toMatch(message);
		expect((error as Error & { description?: string }).description).toMatch(/\S/);
	});

	it('tells which values there are', async () => {
		const row = among('ageBand', 'oneOf', '18-24');
		const options = { ageBands: '30; 60' };
		const { error } = await split(segmentOf([group('all', [row])]), [{}], options);
		expect((error as Error & { description?: string }).description).toContain('0-29, 30-59, 60+');
	});

	it('a group without rows', async () => {
		const { error } = await split(segmentOf([group('all', [])]), [{}]);
		expect(error?.message).toBe('Attribute Group 1 of the segment "Segment" has no row');
	});

	it('unless the segment is switched off', async () => {
		const off = segmentOf([group('all', [field('', 'known')])], 'all', { enabled: false });
		const { error, outputs } = await split(off, [{ id: 1 }]);
		expect(error).toBeUndefined();
		expect(ids(outputs[0])).toEqual([1]);
	});
});

describe('Groups', () => {
	const items = [
		{ id: 1, a: 'x', b: 'x', c: '', d: '' },
		{ id: 2, a: '', b: '', c: 'x', d: 'x' },
		{ id: 3, a: 'x', b: '', c: 'x', d: '' },
		{ id: 4, a: '', b: '', c: '', d: '' },
	];
	const is = (name: string) => field(name, 'oneOf', { values: 'x' });

	it('build (a and b) or (c and d)', async () => {
		const segment = segmentOf(
			[group('all', [is('a'), is('b')]), group('all', [is('c'), is('d')])],
			'any',
		);
		const { outputs } = await split(segment, items);
		expect(ids(outputs[1])).toEqual([1, 2]);
		expect(outputs[1]?.map((item) => resultOf(item, 'segment').reason)).toEqual([
			'Segment: a is x and b is x.',
			'Segment: c is x and d is x.',
		]);
	});

	it('build (a or b) and (c or d)', async () => {
		const segment = segmentOf([group('any', [is('a'), is('b')]), group('any', [is('c'), is('d')])]);
		const { outputs } = await split(segment, items);
		expect(ids(outputs[1])).toEqual([3]);
		expect(resultOf(outputs[1]?.[0], 'segment').reason).toBe('Segment: a is x and c is x.');
	});

	it('mix with condition rows, beside them and inside', async () => {
		const segment = segmentOf(
			[group('any', [is('b')], equals('c', 'x')), group('all', [is('d')], equals('c', 'x'))],
			'any',
			{ conditions: equals('b', 'no') },
		);
		const { outputs } = await split(segment, items);
		expect(ids(outputs[1])).toEqual([1, 2, 3]);
		const both = { ...segment, combineGroups: 'all', conditions: equals('a', '') };
		expect(ids((await split(both, items)).outputs[1])).toEqual([2]);
	});

	// Law: groups are all that a tree of and and or of two levels says.
	it('agree with the logic of the same rows', async () => {
		const names = ['a', 'b', 'c', 'd'] as const;
		const rows = fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 });
		const combine = fc.constantFrom('all' as const, 'any' as const);
		const tree = fc.record({
			combine,
			own: fc.option(fc.constantFrom(...names)),
			groups: fc.array(fc.record({ combine, rows, own: fc.option(fc.constantFrom(...names)) }), {
				minLength: 1,
				maxLength: 3,
			}),
		});
		const everyItem = Array.from({ length: 16 }, (_, id) => ({
			id,
			...Object.fromEntries(names.map((name, i) => [name, id & (1 << i) ? 'x' : 'y'])),
		})) as Array<Record<string, unknown> & { id: number }>;
		const join = (how: 'all' | 'any', parts: boolean[]) =>
			how === 'all' ? parts.every(Boolean) : parts.some(Boolean);
		await fc.assert(
			fc.asyncProperty(tree, async ({ combine: among, own, groups }) => {
				const filter = (name: string | null) => (name === null ? {} : equals(name, 'x'));
				const segment = segmentOf(
					groups.map((one) => group(one.combine, one.rows.map(is), filter(one.own))),
					among,
					{ conditions: filter(own) },
				);
				const expected = everyItem.filter((item) => {
					const holds = (name: string | null) => (name === null ? [] : [item[name] === 'x']);
					const parts = groups.map((one) =>
						join(one.combine, [...holds(one.own), ...one.rows.flatMap(holds)]),
					);
					return join(among, [...holds(own), ...parts]);
				});
				const { outputs } = await split(segment, everyItem);
				expect(ids(outputs[1])).toEqual(expected.map(({ id }) => id));
			}),
			{ numRuns: 60 },
		);
	});
});

describe('Days', () => {
	it('are those of the zone of the workflow, as of the reference day', async () => {
		const segment = segmentOf([group('all', [field('at', 'inLastDays', { days: 0 })])]);
		const items = [
			{ id: 1, at: '2026-11-28T23:00:00Z' },
			{ id: 2, at: '2026-11-27T23:59:00Z' },
			{ id: 3, at: '2026-11-29' },
		];
		expect(ids((await split(segment, items)).outputs[1])).toEqual([1]);
	});

	it('between two days hold both', async () => {
		const dates = { fromDate: '2026-01-01T00:00:00', toDate: '2026-01-31T00:00:00' };
		const segment = segmentOf([group('all', [attribute('lastOrder', 'betweenDates', dates)])]);
		const items = ['2025-12-31T23:59:59Z', '2026-01-01', '2026-01-31T23:00:00Z', '2026-02-01'].map(
			(lastOrder, id) => ({ id, lastOrder }),
		);
		const { outputs } = await split(segment, items);
		expect(ids(outputs[1])).toEqual([1, 2]);
		expect(resultOf(outputs[1]?.[0], 'segment').reason).toBe(
			'Segment: lastOrder is 2026-01-01 (from 2026-01-01 until 2026-01-31).',
		);
	});

	it('of birth come round without a year too', async () => {
		const rows = [attribute('birthDate', 'anniversaryInNextDays', { days: 14 })];
		const items = ['12/05', '1990-12-12', '1990-12-13', '11/27'].map((birthday, id) => ({
			id,
			birthday,
		}));
		const { outputs } = await split(segmentOf([group('all', rows)]), items, {
			dateFormat: 'monthFirst',
		});
		expect(ids(outputs[1])).toEqual([0, 1]);
		expect(resultOf(outputs[1]?.[0], 'segment').reason).toBe(
			'Segment: birthday comes round in 7 days, on 2026-12-05 (in the next 14 days).',
		);
	});
});

describe('Add What Is Recognised', () => {
	const segment = segmentOf([group('all', [attribute('city', 'known')])]);
	const item = {
		city: 'Bonn',
		PLZ: '53111',
		birthday: '1992-03-01',
		employees: 60,
		jobTitle: 'CFO',
		industry: 'software',
		margin: 10,
	};

	it('gives what is known, under its permanent name, and complains of nothing', async () => {
		const options = {
			addRecognised: true,
			placeTable: '[{"postal": "53", "areaType": "urban"}]',
		};
		const { outputs, hints } = await split(segment, [item, { city: '' }], options);
		expect(resultOf(outputs[1]?.[0], 'segment').recognised).toEqual({
			age: 34,
			ageBand: '25-34',
			areaType: 'urban',
			companySize: 'medium',
			decisionRole: 'decides',
			department: 'finance',
			sector: 'informationTechnology',
			seniority: 'cLevel',
		});
		expect(resultOf(outputs[0]?.[0], 'segment').recognised).toEqual({});
		expect(hints.filter((hint) => hint.startsWith('Not found'))).toEqual([]);
	});

	it('is left out as long as nobody asks for it', async () => {
		const { outputs } = await split(segment, [item]);
		expect(resultOf(outputs[1]?.[0], 'segment')).not.toHaveProperty('recognised');
	});
});

it('takes the age of a field where there is no date of birth, and the date first', async () => {
	const segment = segmentOf([group('all', [attribute('age', 'equals', { number: 34 })])]);
	const items = [
		{ id: 1, age: 34, birthday: '' },
		{ id: 2, age: 33, birthday: '1992-03-01' },
		{ id: 3, age: 34, birthday: '1993-03-01' },
		{ id: 4, age: '34 years', birthday: '--03-01' },
	];
	const { outputs } = await split(segment, items);
	expect(ids(outputs[1])).toEqual([1, 2, 4]);
	expect(outputs[1]?.slice(0, 2).map((one) => resultOf(one, 'segment').reason)).toEqual([
		'Segment: age is 34 (equal to 34).',
		'Segment: age is 34 (equal to 34) (born 1992-03-01).',
	]);
});

it('tells which attributes are found, and which not', async () => {
	const rows = [among('companySize', 'oneOf', 'small'), among('gender', 'oneOf', 'male')];
	const { hints } = await split(segmentOf([group('any', rows)]), [{ employees: 20 }]);
	expect(hints).toEqual(
		expect.arrayContaining([
			'Recognised: Employees from "employees".',
			expect.stringContaining('Not found in the items: Gender.'),
		]),
	);
});

describe.each([
	['a row', [group('any', [among('country', 'oneOf', 'DE'), attribute('birthDate', 'known')])]],
	[
		'a group',
		[
			group('all', [among('country', 'oneOf', 'DE')]),
			group('all', [attribute('birthDate', 'known')]),
		],
	],
])('Behind %s that decides alone', (_what, groups) => {
	const segment = segmentOf(groups, 'any');
	const german = { id: 'german', country: 'DE', birthday: 'soonish' };
	const other = { id: 'other', country: 'FR', birthday: 'soonish' };

	it('nothing is asked, and nothing fails an item', async () => {
		const { outputs } = await runNode(
			'splitBySegment',
			{ segments: { values: [segment] }, options: { asOf: AS_OF, onBadData: 'errorOutput' } },
			[german, other],
			{ onError: 'continueErrorOutput' },
		);
		expect(outputs.map(ids)).toEqual([[], ['german'], ['other']]);
	});

	it('nothing is told of what cannot be read', async () => {
		expect((await split(segment, [german])).hints.join()).not.toContain('unreadable');
		expect((await split(segment, [german, other])).hints.join()).toContain(
			'1 of 2 items with a condition taken as not met: 1 with an unreadable Birth Date',
		);
	});
});
