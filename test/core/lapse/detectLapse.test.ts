import fc from 'fast-check';

import { EVERY_DAY, OpenDays } from '../../../nodes/core/history/OpenDays';
import {
	detectLapse,
	type LapseFacts,
	type LapsePolicy,
	type LapseRun,
} from '../../../nodes/core/lapse/detectLapse';
import { LAPSE_STATUSES } from '../../../nodes/core/lapse/LapseVerdict';
import { dayNumber, everyDays, NO_RHYTHM, noonOf, orderHistory, UTC } from '../orderHistory';

const LAST = dayNumber('2026-03-02');

/** At risk after 21 days, lapsed after 28, lost after 42. */
const POLICY: LapsePolicy = {
	interval: { method: 'fixed', days: 14, recogniseSeasons: true },
	silence: { atRiskAfter: { times: 1.5 }, lapsedAfter: { times: 2 }, lostAfter: { times: 3 } },
	quietDaysAfterContact: 14,
	action: 'order',
};

function runOn(day: number, policy = POLICY, openDays = EVERY_DAY): LapseRun {
	return { policy, rhythm: NO_RHYTHM, zone: UTC, openDays, asOf: noonOf(day) };
}

function after(silent: number, facts: LapseFacts = {}, policy = POLICY) {
	return detectLapse(orderHistory(everyDays(14, 3, LAST)), facts, runOn(LAST + silent, policy));
}

describe('detectLapse', () => {
	it('fills the contract', () => {
		const history = orderHistory(everyDays(14, 3, LAST), { amount: 10, currency: 'EUR' });
		const facts: LapseFacts = {
			previousStatus: 'atRisk',
			contactCount: 2,
			lastContactAt: noonOf(LAST + 20),
		};
		expect(detectLapse(history, facts, runOn(LAST + 30))).toEqual({
			customerKey: 'anna@shop.example',
			email: null,
			watch: 'purchases',
			status: 'lapsed',
			previousStatus: 'atRisk',
			statusToSave: 'lapsed',
			episodeId: 'anna@shop.example/2026-03-02',
			daysSince: 30,
			expectedIntervalDays: 14,
			basis: 'fixed',
			confidence: 'high',
			dueAt: '2026-03-16T00:00:00.000Z',
			daysOverdue: 16,
			ratio: 2.14,
			returnProbability: null,
			horizonDays: null,
			expectedOrders: null,
			expectedValue: null,
			valueAtRisk: null,
			newlyLapsed: true,
			lapsedSince: '2026-03-31T00:00:00.000Z',
			reactivated: false,
			daysAway: null,
			totalSpent: 30,
			averageOrderValue: 10,
			currency: 'EUR',
			spentByCurrency: null,
			contact: {
				count: 2,
				lastAt: '2026-03-22T12:00:00.000Z',
				suppressedUntil: '2026-04-05T00:00:00.000Z',
			},
			held: null,
			suggestedAction: 'winBack',
			reason: 'Last order 30 days ago; expects one every 14 days, lapsed after 28.',
			asOf: '2026-04-01T12:00:00.000Z',
		});
	});

	it('says nothing of who never bought', () => {
		expect(detectLapse(orderHistory([]), {}, runOn(LAST))).toBeUndefined();
	});

	// Source: docstring of detectLapse, "each limit is passed on the day after it".
	it.each([
		[0, 'active', 'none', 'at risk after 21'],
		[21, 'active', 'none', 'at risk after 21'],
		[22, 'atRisk', 'remind', 'lapsed after 28'],
		[28, 'atRisk', 'remind', 'lapsed after 28'],
		[29, 'lapsed', 'winBack', 'lapsed after 28'],
		[42, 'lapsed', 'winBack', 'lapsed after 28'],
		[43, 'lost', 'leaveInPeace', 'lost after 42'],
	])('after %p days: %s, %s', (silent, status, suggestedAction, limit) => {
		expect(after(silent)).toMatchObject({
			status,
			suggestedAction,
			reason: expect.stringContaining(limit),
		});
	});

	// Source: comment of LapseVerdict.newlyLapsed.
	it.each<[number, LapseFacts['previousStatus'], boolean | null]>([
		[30, undefined, null],
		[30, 'active', true],
		[30, 'atRisk', true],
		[30, 'lapsed', false],
		[30, 'lost', false],
		[25, 'active', false],
		[25, 'lapsed', false],
	])('after %p days, %s before: newly lapsed is %p', (silent, previousStatus, expected) => {
		expect(after(silent, { previousStatus })?.newlyLapsed).toBe(expected);
	});

	// Source: DESIGN section 2, suppressed: contacted too recently.
	it.each<[string, number, number, string | null]>([
		['contacted today', 0, 14, '2026-04-15T00:00:00.000Z'],
		['the last quiet day', 13, 14, '2026-04-02T00:00:00.000Z'],
		['quiet days are over', 14, 14, null],
		['no quiet days wanted', 0, 0, null],
	])('%s: suppressed until', (_, ago, quietDaysAfterContact, expected) => {
		const facts = { lastContactAt: noonOf(LAST + 30 - ago) };
		const verdict = after(30, facts, { ...POLICY, quietDaysAfterContact });
		expect(verdict?.contact.suppressedUntil).toBe(expected);
	});

	it('knows nothing of contacts it was not told', () => {
		expect(after(30)?.contact).toEqual({ count: null, lastAt: null, suppressedUntil: null });
		expect(after(30, { contactCount: 0 })?.contact.count).toBe(0);
	});

	it('keeps the episode through one silence and opens another after the next order', () => {
		const episodes = [0, 22, 29, 43, 400].map((silent) => after(silent)?.episodeId);
		expect(new Set(episodes).size).toBe(1);
		const bought = detectLapse(
			orderHistory([...everyDays(14, 3, LAST), LAST + 50]),
			{},
			runOn(LAST + 60),
		);
		expect(bought?.episodeId).not.toBe(episodes[0]);
		const other = orderHistory([LAST], { customerKey: 'ben@shop.example' });
		expect(detectLapse(other, {}, runOn(LAST + 30))?.episodeId).not.toBe(episodes[0]);
	});
});

describe('detectLapse on a shop with closed days', () => {
	const threeWeeks = new OpenDays([], [{ fromDay: LAST + 1, toDay: LAST + 21 }]);
	const paused = (silent: number) =>
		detectLapse(
			orderHistory(everyDays(14, 3, LAST), {}, threeWeeks),
			{},
			runOn(LAST + silent, POLICY, threeWeeks),
		);

	// The limits of the table above, three weeks later.
	it.each([
		[42, 'active'],
		[43, 'atRisk'],
		[49, 'atRisk'],
		[50, 'lapsed'],
		[63, 'lapsed'],
		[64, 'lost'],
	])('after %p days: %s', (silent, status) => {
		expect(paused(silent)?.status).toBe(status);
	});

	it('tells days by the calendar, the ratio by the open ones', () => {
		expect(paused(50)).toMatchObject({
			daysSince: 50,
			dueAt: UTC.dayToIso(LAST + 35),
			daysOverdue: 15,
			ratio: 2.07,
			lapsedSince: UTC.dayToIso(LAST + 50),
			reason:
				'Last order 50 days ago, 29 of them open; expects one every 14 open days, lapsed after 28.',
		});
	});
});

describe('detectLapse by category, money and key action', () => {
	it('names the category and the action in the reason', () => {
		const policy: LapsePolicy = {
			...POLICY,
			action: 'booking',
			interval: {
				method: 'category',
				categories: [{ category: 'Bread', days: 14 }],
				fallbackDays: 90,
				recogniseSeasons: true,
			},
		};
		const history = orderHistory(everyDays(14, 3, LAST), { categories: ['bread'] });
		expect(detectLapse(history, {}, runOn(LAST + 30, policy))).toMatchObject({
			status: 'lapsed',
			basis: 'category',
			reason: 'Last booking 30 days ago; expects one every 14 days (Bread), lapsed after 28.',
		});
	});

	it('tells spend in several currencies by currency and never adds it up', () => {
		const history = {
			...orderHistory(everyDays(14, 3, LAST)),
			spent: new Map([
				['EUR', 10],
				['USD', 20],
			]),
		};
		expect(detectLapse(history, {}, runOn(LAST))).toMatchObject({
			totalSpent: null,
			averageOrderValue: null,
			currency: null,
			spentByCurrency: { EUR: 10, USD: 20 },
		});
	});
});

describe('detectLapse, laws', () => {
	const days = fc.array(fc.nat({ max: 1200 }), { minLength: 1, maxLength: 15 });
	const policies: fc.Arbitrary<LapsePolicy> = fc.record({
		interval: fc.oneof(
			fc.record({
				method: fc.constant('fixed' as const),
				days: fc.integer({ min: 1, max: 200 }),
				recogniseSeasons: fc.boolean(),
			}),
			fc.record({
				method: fc.constant('learned' as const),
				fallbackDays: fc.integer({ min: 7, max: 200 }),
				recogniseSeasons: fc.boolean(),
			}),
		),
		silence: fc.record({
			atRiskAfter: fc.record({ times: fc.double({ min: 0.5, max: 3, noNaN: true }) }),
			lapsedAfter: fc.record({ times: fc.double({ min: 0.5, max: 3, noNaN: true }) }),
			lostAfter: fc.record({ days: fc.integer({ min: 1, max: 900 }) }),
		}),
		quietDaysAfterContact: fc.nat({ max: 30 }),
		action: fc.constant('order'),
	});

	it('never gives an earlier status for more silence, and has lapsed begin on the day it names', () => {
		fc.assert(
			fc.property(days, policies, (offsets, policy) => {
				const history = orderHistory(offsets.map((offset) => LAST - offset));
				const last = LAST - Math.min(...offsets);
				let reached = 0;
				let lapsedOn: string | undefined;
				for (let silent = 0; silent <= 2000; silent++) {
					const verdict = detectLapse(history, {}, runOn(last + silent, policy));
					const rank = LAPSE_STATUSES.indexOf(verdict?.status ?? 'active');
					if (rank < reached) throw new Error(`earlier status after ${silent} days`);
					reached = rank;
					if (rank < 2) {
						expect(verdict?.lapsedSince).toBeNull();
						continue;
					}
					lapsedOn ??= UTC.dayToIso(last + silent);
					if (verdict?.lapsedSince !== lapsedOn) throw new Error(`lapsed since, ${silent} days`);
				}
				expect(LAPSE_STATUSES[reached]).toBe('lost');
			}),
			{ numRuns: 30 },
		);
	});

	it('has figures that agree: overdue only past the due day, ratio 1 on it', () => {
		fc.assert(
			fc.property(days, policies, fc.nat({ max: 900 }), (offsets, policy, silent) => {
				const history = orderHistory(offsets.map((offset) => LAST - offset));
				const today = LAST - Math.min(...offsets) + silent;
				const verdict = detectLapse(history, {}, runOn(today, policy));
				const dueDay = UTC.dayOf(Date.parse(verdict?.dueAt ?? ''));
				expect(verdict?.daysSince).toBe(silent);
				expect(verdict?.daysOverdue).toBe(Math.max(0, today - dueDay));
				expect(verdict?.ratio).toBeGreaterThanOrEqual(0);
				expect(Object.values(verdict ?? {})).not.toContain(Number.NaN);
			}),
		);
	});

	it('never lets contacts touch the status', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: 100 }),
				fc.nat({ max: 50 }),
				fc.nat({ max: 90 }),
				(silent, contactCount, ago) => {
					const told = after(silent, { contactCount, lastContactAt: noonOf(LAST + silent - ago) });
					const untold = after(silent);
					expect({ ...told, contact: null }).toEqual({ ...untold, contact: null });
				},
			),
		);
	});
});
