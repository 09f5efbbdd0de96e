import fc from 'fast-check';

import { checkEarlierReport } from '../../../nodes/core/report/compareReports';
import { makeReport } from '../../../nodes/core/report/makeReport';
import { collectedRun, type Person } from './collectedRun';

const NAMES = ['VIP', 'Lapsed', 'Everyone Else'];

const spends = (revenue: number, orders: number, more = {}) => ({ revenue, orders, ...more });

/** People in some of the groups, with and without figures. */
const person = fc.record(
	{
		groups: fc.uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 }),
		previous: fc.constantFrom('VIP', 'Lapsed', 'Everyone Else', 'Gone', undefined),
		figures: fc.record({
			revenue: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: undefined }),
			orders: fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined }),
			margin: fc.option(fc.integer({ min: -50, max: 400 }), { nil: undefined }),
			cost: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
		}),
		country: fc.constantFrom('Austria', 'Germany'),
	},
	{ requiredKeys: ['groups', 'figures', 'country'] },
) as fc.Arbitrary<Person>;

describe('makeReport', () => {
	it('adds up what people bring, group by group', () => {
		const people: Person[] = [
			{ groups: [0], figures: spends(600, 6, { margin: 200, cost: 20, score: 80 }) },
			{ groups: [0], figures: spends(300, 3, { margin: 100, score: 60 }) },
			{ groups: [1], figures: spends(100, 1, { margin: 10, cost: 50 }) },
			{ groups: [2] },
		];
		const report = makeReport(collectedRun(NAMES, people));
		expect(report.segments).toMatchObject([
			{
				name: 'VIP',
				size: 2,
				share: 0.5,
				revenue: 900,
				revenueShare: 0.9,
				currency: 'EUR',
				orders: 9,
				averageOrder: 100,
				margin: 300,
				marginPercent: 33.3,
				costToServe: 20,
				// Only of the one of whom both are known.
				return: 180,
				returnOnCost: 9,
				returnPeople: 1,
				averageScore: 70,
				expected: null,
				movement: null,
				control: null,
				holdout: null,
				sinceReport: null,
			},
			{ name: 'Lapsed', return: -40, returnOnCost: -0.8 },
			{ name: 'Everyone Else', size: 1, revenue: null, orders: null, averageOrder: null },
		]);
		expect(report.segments[1]!.warnings).toEqual([
			'Lapsed costs more than it brings: 40.00 EUR more. Serve it with less effort, raise its margin, or let it go.',
		]);
		expect(report).toMatchObject({ people: 4, inSeveral: 0, all: { revenue: 1000, return: 140 } });
	});

	it('never adds up money of several currencies', () => {
		const people: Person[] = [
			{ groups: [0], figures: spends(600, 6) },
			{ groups: [0], figures: spends(300, 3, { currency: 'CHF', averageOrder: 100 }) },
			{ groups: [1], figures: spends(50, 1) },
		];
		const { segments, all } = makeReport(collectedRun(NAMES, people));
		expect(segments[0]).toMatchObject({
			revenue: null,
			currency: null,
			revenueByCurrency: { CHF: 300, EUR: 600 },
			revenueShare: null,
			averageOrder: null,
			orders: 9,
		});
		expect(segments[0]!.warnings.slice(-1)).toEqual([
			'VIP: its people pay in several currencies, so their money is not added up.',
		]);
		expect(segments[1]).toMatchObject({ revenue: 50, currency: 'EUR', revenueShare: null });
		expect(all.revenue).toBeNull();
	});

	it.each<[string, Person[], string[]]>([
		['nobody', [], ['There is nobody to report on.']],
		[
			'all in one group',
			[{ groups: [0] }, { groups: [0] }],
			[
				'All people are in VIP: there is nothing to compare.',
				'VIP: 100 % of all people are in it. Split it, since what suits so many suits few.',
				'Lapsed: nobody is in it. Check whether its conditions can be met.',
			],
		],
		[
			'most in none',
			[
				{ groups: [2] },
				{ groups: [2] },
				{ groups: [0] },
				{ groups: [1] },
				{ groups: [2] },
				{ groups: [2] },
			],
			['Everyone Else: 67 % of all people belong to no segment. Add segments for them.'],
		],
		['a good split', [{ groups: [0] }, { groups: [1] }, { groups: [2] }], []],
	])('warns of %s', (_what, people, warnings) => {
		const report = makeReport(collectedRun(NAMES, people));
		expect([...report.warnings, ...report.segments.flatMap((one) => one.warnings)]).toEqual(
			warnings,
		);
	});

	it('does not hold it against people that they have not bought yet', () => {
		const people: Person[] = [
			{ groups: [0], figures: spends(0, 0, { margin: 0, cost: 50 }) },
			{ groups: [1] },
		];
		const { segments } = makeReport(collectedRun(NAMES, people));
		expect(segments[0]).toMatchObject({ return: -50, warnings: [] });
	});

	it('warns where all of a group must be left alone', () => {
		const people: Person[] = [{ groups: [0] }, { groups: [1] }];
		const suppressedBy = new Map([['lost', 1] as const]);
		const { segments } = makeReport(collectedRun(NAMES, people, {}, { suppressedBy }));
		expect(segments[0]).toMatchObject({
			suppressed: 1,
			suppressedBy: { lost: 1 },
			warnings: ['VIP: all of its 1 person must be left alone.'],
		});
	});

	it('tells who came, who went and who stayed, and from where to where', () => {
		const people: Person[] = [
			{ groups: [0], previous: 'VIP' },
			{ groups: [1], previous: 'VIP' },
			{ groups: [1], previous: 'VIP' },
			{ groups: [0], previous: 'Old' },
			{ groups: [2] },
			// In several: stays in one, comes to the other, goes from none.
			{ groups: [0, 1], previous: 'Lapsed' },
		];
		const report = makeReport(collectedRun(NAMES, people));
		expect(report.segments.map(({ movement }) => movement)).toEqual([
			{
				came: 2,
				went: 2,
				stayed: 1,
				change: 0,
				cameFrom: { Lapsed: 1, Old: 1 },
				wentTo: { Lapsed: 2 },
			},
			{ came: 2, went: 0, stayed: 1, change: 2, cameFrom: { VIP: 2 }, wentTo: {} },
			{ came: 0, went: 0, stayed: 0, change: 0, cameFrom: {}, wentTo: {} },
		]);
		expect(report.movements).toEqual([
			{ from: 'VIP', to: 'Lapsed', people: 2 },
			{ from: 'Lapsed', to: 'Lapsed', people: 1 },
			{ from: 'Lapsed', to: 'VIP', people: 1 },
			{ from: 'Old', to: 'VIP', people: 1 },
			{ from: 'VIP', to: 'VIP', people: 1 },
		]);
		expect(report.formerSegments).toEqual([{ name: 'Old', people: 1 }]);
		expect(report.inSeveral).toBe(1);
	});

	it('takes what has hundreds of values for no segments', () => {
		const people = Array.from({ length: 201 }, (_, i) => ({ groups: [0], previous: `x${i}` }));
		expect(makeReport(collectedRun(NAMES, people)).movements).toBeNull();
		expect(makeReport(collectedRun(NAMES, people.slice(1))).movements).toHaveLength(200);
	});

	it('keeps its sums, whatever the people', () => {
		fc.assert(
			fc.property(fc.array(person, { maxLength: 60 }), (people) => {
				const report = makeReport(collectedRun(NAMES, people));
				const { segments } = report;
				const placements = people.reduce((sum, { groups }) => sum + groups.length, 0);
				expect(segments.reduce((sum, { size }) => sum + size, 0)).toBe(placements);
				for (const segment of segments) {
					expect(segment.share).toBeCloseTo(people.length ? segment.size / people.length : 0, 3);
					if (!segment.movement) continue;
					const { came, went, stayed, change } = segment.movement;
					expect(change).toBe(came - went);
					const known = people.filter(({ previous }) => previous !== undefined);
					const place = NAMES.indexOf(segment.name);
					expect(came + stayed).toBe(known.filter(({ groups }) => groups.includes(place)).length);
					expect(went + stayed).toBe(
						known.filter(({ previous }) => previous === segment.name).length,
					);
				}
			}),
		);
	});

	it('is the same in whatever order people come', () => {
		fc.assert(
			fc.property(fc.array(person, { maxLength: 80 }), (people) => {
				const report = makeReport(collectedRun(NAMES, people));
				expect(makeReport(collectedRun(NAMES, [...people].reverse()))).toEqual(report);
			}),
		);
	});
});

describe('Comparing with an earlier report', () => {
	const earlier = makeReport(
		collectedRun(NAMES, [
			{ groups: [0], figures: spends(400, 2, { score: 50 }) },
			{ groups: [2] },
			{ groups: [2] },
			{ groups: [2] },
		]),
	);
	const now = [
		{ groups: [0], figures: spends(500, 2, { score: 60 }) },
		{ groups: [0], figures: spends(100, 2) },
		{ groups: [1] },
	];
	const names = ['VIP', 'Fans', 'Other'];

	it.each<[string, unknown]>([
		['items', earlier.segments.map((one) => ({ json: { segmentReport: one } }))],
		['records', earlier.segments.map((one) => ({ segmentReport: one }))],
		['reports', earlier.segments],
		['the message', { segmentReport: earlier }],
		['a list with the message', [{ json: { segmentReport: earlier } }]],
	])('reads it as %s', (_what, value) => {
		const given = JSON.parse(JSON.stringify(value)) as unknown;
		const report = makeReport(
			collectedRun(names, now, { earlier: checkEarlierReport(given, 'Previous Report') }),
		);
		expect(report.segments[0]!.sinceReport).toEqual({
			isNew: false,
			size: { before: 1, now: 2, change: 1, relative: 1 },
			share: {
				before: 0.25,
				now: 0.6667,
				change: expect.closeTo(0.4167, 6),
				relative: expect.closeTo(1.6668, 6),
			},
			revenue: { before: 400, now: 600, change: 200, relative: 0.5 },
			averageScore: { before: 50, now: 60, change: 10, relative: 0.2 },
			return: { before: null, now: null, change: null, relative: null },
		});
		expect(report.segments[1]!.sinceReport).toMatchObject({ isNew: true });
		expect(report.comparison).toEqual({
			asOf: '2026-11-28T00:00:00.000Z',
			added: ['Fans', 'Other'],
			vanished: [
				{ name: 'Lapsed', size: 0 },
				{ name: 'Everyone Else', size: 3 },
			],
		});
	});

	it('compares money in the same currency only', () => {
		const given = [{ name: 'VIP', size: 1, revenue: 400, return: 4, currency: 'CHF' }];
		const report = makeReport(
			collectedRun(names, now, { earlier: checkEarlierReport(given, 'Previous Report') }),
		);
		expect(report.segments[0]!.sinceReport).toMatchObject({
			size: { change: 1 },
			revenue: { before: null, change: null },
		});
	});

	it.each<[unknown, string]>([
		[[], 'Previous Report cannot be used: there is no segment in it'],
		['text', 'Previous Report cannot be used: there is no segment in it'],
		[
			{ segmentReport: { segments: [] } },
			'Previous Report cannot be used: there is no segment in it',
		],
		[[{ name: 'VIP' }], 'Previous Report cannot be used: [0].size: nothing is given'],
		[
			[{ name: 'VIP', size: '={{ 1 }}' }],
			'Previous Report cannot be used: [0].size: a number is expected',
		],
		[
			Array.from({ length: 1001 }, () => ({ name: 'VIP', size: 1 })),
			'Previous Report cannot be used: there are more than 1000 segments in it',
		],
	])('refuses %j', (value, message) => {
		expect(() => checkEarlierReport(value, 'Previous Report')).toThrow(message);
	});
});
