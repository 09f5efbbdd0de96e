import fc from 'fast-check';

import {
	ACTIVITIES,
	ENGAGEMENT_LEVELS,
	engagementOf,
	type ActivityFact,
	type EngagementPolicy,
} from '../../../nodes/core/lifecycle/engagement';

const POLICY: EngagementPolicy = { engagedDays: 30, coolingDays: 90, countOpens: false };
const NOW = 1000;
/** Instants are days here. */
const daysSince = (instant: number) => NOW - instant;

function engagement(facts: readonly ActivityFact[], policy = POLICY) {
	return engagementOf(facts, policy, daysSince);
}

const clickedAgo = (days: number): ActivityFact => ({ activity: 'click', lastAt: NOW - days });

describe('engagementOf, by the last activity', () => {
	// Source: comments of EngagementPolicy: "days up to which a person is engaged", "is cooling".
	it.each<[number, string, string]>([
		[0, 'engaged', 'today; kills: falsy taken for unknown'],
		[30, 'engaged', 'kills: < for <='],
		[31, 'cooling', 'the day after the limit'],
		[90, 'cooling', 'kills: < for <='],
		[91, 'dormant', 'the day after the limit'],
	])('%p days: %s (%s)', (days, level) => {
		expect(engagement([clickedAgo(days)])).toEqual({
			level,
			lastAt: NOW - days,
			activities: undefined,
		});
	});

	it('is unknown where nothing is known; kills: unknown taken for dormant', () => {
		const nothing = { level: 'unknown', lastAt: undefined, activities: undefined };
		expect(engagement([])).toEqual(nothing);
		expect(engagement([{ activity: 'visit' }])).toEqual(nothing);
	});
});

describe('engagementOf, by counts', () => {
	// Source: docstrings of engagementOf and levelOfCount.
	it.each<[string, number, number | undefined, string]>([
		['something within the days of the engaged', 3, 30, 'engaged'],
		['something, but nobody knows when within 31 days', 3, 31, 'cooling'],
		['something within the days of the cooling', 3, 90, 'cooling'],
		['something in a year: it may be long ago', 3, 365, 'unknown'],
		['something ever: it may be long ago', 3, undefined, 'unknown'],
		['nothing in as many days as make dormant', 0, 90, 'dormant'],
		['nothing in a year', 0, 365, 'dormant'],
		['nothing in a month: there may be more before', 0, 30, 'unknown'],
		['nothing in 89 days', 0, 89, 'unknown'],
		['kills: a count of zero ever, taken for a known silence', 0, undefined, 'unknown'],
	])('%s', (_, count, countedDays, level) => {
		expect(engagement([{ activity: 'click', count, countedDays }])).toEqual({
			level,
			lastAt: undefined,
			activities: count,
		});
	});
});

describe('engagementOf, of several activities', () => {
	const opens: ActivityFact = { activity: 'open', lastAt: NOW, count: 7, countedDays: 30 };

	it('goes by the newest, adds the counts and tells both', () => {
		expect(
			engagement([
				{ activity: 'visit', lastAt: NOW - 200, count: 2 },
				{ activity: 'click', lastAt: NOW - 10, count: 3 },
				{ activity: 'contact', lastAt: NOW - 100 },
			]),
		).toEqual({ level: 'engaged', lastAt: NOW - 10, activities: 5 });
	});

	it('lets the liveliest finding win, whether date or count', () => {
		expect(engagement([clickedAgo(1), { activity: 'visit', count: 0, countedDays: 365 }])).toEqual({
			level: 'engaged',
			lastAt: NOW - 1,
			activities: 0,
		});
		expect(
			engagement([clickedAgo(365), { activity: 'visit', count: 1, countedDays: 30 }]).level,
		).toBe('engaged');
	});

	it('leaves opens out, wholly, unless they are to count', () => {
		expect(engagement([opens])).toEqual({
			level: 'unknown',
			lastAt: undefined,
			activities: undefined,
		});
		expect(engagement([opens, clickedAgo(100)])).toEqual({
			level: 'dormant',
			lastAt: NOW - 100,
			activities: undefined,
		});
		expect(engagement([opens], { ...POLICY, countOpens: true })).toEqual({
			level: 'engaged',
			lastAt: NOW,
			activities: 7,
		});
	});
});

describe('engagementOf, laws', () => {
	const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
	const fact: fc.Arbitrary<ActivityFact> = fc.record({
		activity: fc.constantFrom(...ACTIVITIES),
		lastAt: optional(fc.integer({ min: 0, max: NOW })),
		count: optional(fc.nat({ max: 5 })),
		countedDays: optional(fc.integer({ min: 1, max: 400 })),
	});
	const policy: fc.Arbitrary<EngagementPolicy> = fc
		.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), fc.boolean())
		.map(([engagedDays, more, countOpens]) => ({
			engagedDays,
			coolingDays: engagedDays + more,
			countOpens,
		}));
	const rank = (level: string) => [...ENGAGEMENT_LEVELS, 'unknown'].indexOf(level);

	it('does not depend on the order in which activities are told', () => {
		fc.assert(
			fc.property(fc.array(fact), policy, (facts, limits) => {
				expect(engagement([...facts].reverse(), limits)).toEqual(engagement(facts, limits));
			}),
		);
	});

	it('never gets less lively by one more activity', () => {
		fc.assert(
			fc.property(fc.array(fact), fact, policy, (facts, more, limits) => {
				const before = engagement(facts, limits);
				const after = engagement([...facts, more], limits);
				expect(rank(after.level)).toBeLessThanOrEqual(rank(before.level));
				expect(after.activities ?? 0).toBeGreaterThanOrEqual(before.activities ?? 0);
				expect(after.lastAt ?? 0).toBeGreaterThanOrEqual(before.lastAt ?? 0);
			}),
		);
	});
});
