import fc from 'fast-check';

import {
	currentPaceDays,
	expectInterval,
	type IntervalPolicy,
} from '../../../nodes/core/history/expectedInterval';
import { OpenDays } from '../../../nodes/core/history/OpenDays';
import type { StoreRhythm } from '../../../nodes/core/history/StoreRhythm';
import { dayNumber, everyDays, NO_RHYTHM, orderHistory, summary } from '../orderHistory';

const DAY = dayNumber('2026-06-01');
const LEARNED: IntervalPolicy = { method: 'learned', fallbackDays: 90, recogniseSeasons: true };
const FIXED: IntervalPolicy = { method: 'fixed', days: 7, recogniseSeasons: true };

/** A store that has an answer at every step of the chain. */
const RHYTHM: StoreRhythm = {
	gapAfterOrderNumber: new Map([
		[1, { days: 60, gaps: 20 }],
		[2, { days: 40, gaps: 100 }],
	]),
	typicalGapDays: 33,
	quickGapDays: 12,
};
const WITHOUT_STEPS: StoreRhythm = { ...RHYTHM, gapAfterOrderNumber: new Map() };

describe('expectInterval goes down the chain', () => {
	// Source: docstring of expectInterval; order of the chain as in DESIGN section 4, `basis`.
	it.each<[string, readonly number[], IntervalPolicy, StoreRhythm, object]>([
		[
			'fixed wins over all',
			everyDays(20, 9, DAY),
			FIXED,
			RHYTHM,
			{ days: 7, basis: 'fixed', confidence: 'high' },
		],
		[
			'three order days: own gaps',
			everyDays(20, 3, DAY),
			LEARNED,
			RHYTHM,
			{ days: 20, basis: 'ownGaps', confidence: 'low' },
		],
		[
			'four order days',
			everyDays(20, 4, DAY),
			LEARNED,
			RHYTHM,
			{ days: 20, basis: 'ownGaps', confidence: 'medium' },
		],
		[
			'five steady gaps',
			everyDays(20, 6, DAY),
			LEARNED,
			RHYTHM,
			{ days: 20, basis: 'ownGaps', confidence: 'high' },
		],
		[
			'five unsteady gaps',
			[0, 1, 2, 30, 110, 200].map((d) => DAY - 200 + d),
			LEARNED,
			RHYTHM,
			{ days: 28, basis: 'ownGaps', confidence: 'medium' },
		],
		[
			'two order days: the store’s second step',
			everyDays(20, 2, DAY),
			LEARNED,
			RHYTHM,
			{ days: 40, basis: 'gapByOrderNumber', confidence: 'medium' },
		],
		[
			'one order day: the store’s first step',
			[DAY],
			LEARNED,
			RHYTHM,
			{ days: 60, basis: 'gapByOrderNumber', confidence: 'low' },
		],
		[
			'no such step: the store’s gaps',
			[DAY],
			LEARNED,
			WITHOUT_STEPS,
			{ days: 33, basis: 'storeGaps', confidence: 'low' },
		],
		[
			'nothing known: the preset',
			[DAY],
			LEARNED,
			NO_RHYTHM,
			{ days: 90, basis: 'preset', confidence: 'low' },
		],
		[
			'no order: the store',
			[],
			LEARNED,
			RHYTHM,
			{ days: 33, basis: 'storeGaps', confidence: 'low' },
		],
	])('%s', (_, days, policy, rhythm, expected) => {
		expect(expectInterval(orderHistory(days), policy, rhythm)).toEqual(expected);
	});

	it('takes the median of the own gaps, so that one long holiday does not count', () => {
		const days = [0, 10, 20, 30, 130].map((d) => DAY - 130 + d);
		expect(expectInterval(orderHistory(days), LEARNED, RHYTHM).days).toBe(10);
	});

	it('never learns less than a week, but lets the user fix less', () => {
		const daily = orderHistory(everyDays(1, 20, DAY));
		expect(expectInterval(daily, LEARNED, RHYTHM).days).toBe(7);
		expect(expectInterval(orderHistory(everyDays(8, 20, DAY)), LEARNED, RHYTHM).days).toBe(8);
		expect(expectInterval(daily, { ...FIXED, days: 1 }, RHYTHM).days).toBe(1);
	});

	it.each([
		[2, 'gapByOrderNumber', 40, 'medium'],
		[3, 'ownGaps', 50, 'low'],
		[5, 'ownGaps', 25, 'low'],
		[6, 'ownGaps', 20, 'medium'],
	])('of a summary of %p orders goes by %s', (orders, basis, days, confidence) => {
		const history = summary(orders, DAY - 100, DAY);
		expect(expectInterval(history, LEARNED, RHYTHM)).toEqual({ days, basis, confidence });
	});

	it('reaches to the end of the next season for a seasonal customer, under either method', () => {
		const days = ['2023-12-20', '2024-12-20', '2025-12-20'].map(dayNumber);
		for (const policy of [LEARNED, FIXED]) {
			const expected = expectInterval(orderHistory(days), policy, RHYTHM);
			expect(expected.basis).toBe('ownGaps');
			expect(expected.seasonal).toBeDefined();
			expect(expected.days).toBeGreaterThanOrEqual(364);
			expect(expected.days).toBeLessThanOrEqual(367);
		}
		const unseasoned = expectInterval(
			orderHistory(days),
			{ ...FIXED, recogniseSeasons: false },
			RHYTHM,
		);
		expect(unseasoned).toEqual({ days: 7, basis: 'fixed', confidence: 'high' });
	});

	// Source: docstring of expectInterval, "fixed by the user, for all or by product category".
	describe('by category', () => {
		const policy: IntervalPolicy = {
			method: 'category',
			categories: [
				{ category: 'Bread', days: 3 },
				{ category: 'oven', days: 3650 },
			],
			fallbackDays: 90,
			recogniseSeasons: true,
		};

		it('takes the interval of the category, also below a week, and names it', () => {
			const history = orderHistory(everyDays(20, 6, DAY), { categories: ['bread'] });
			expect(expectInterval(history, policy, RHYTHM)).toEqual({
				days: 3,
				category: 'Bread',
				basis: 'category',
				confidence: 'high',
			});
		});

		it.each<[string, string[] | undefined]>([
			['in no category of the table', ['books']],
			['in no category', []],
			['without being asked for categories', undefined],
		])('learns the interval of who bought %s', (_, categories) => {
			const [often, once] = [everyDays(20, 6, DAY), [DAY]];
			expect(expectInterval(orderHistory(often, { categories }), policy, RHYTHM)).toEqual({
				days: 20,
				basis: 'ownGaps',
				confidence: 'high',
			});
			expect(expectInterval(orderHistory(once, { categories }), policy, NO_RHYTHM)).toEqual({
				days: 90,
				basis: 'preset',
				confidence: 'low',
			});
		});

		it('lets the season of a seasonal customer come first', () => {
			const days = ['2023-12-20', '2024-12-20', '2025-12-20'].map(dayNumber);
			const history = orderHistory(days, { categories: ['bread'] });
			expect(expectInterval(history, policy, RHYTHM).seasonal).toBeDefined();
			const blind = { ...policy, recogniseSeasons: false };
			expect(expectInterval(history, blind, RHYTHM).basis).toBe('category');
		});
	});

	it('learns in open days, and counts them up to the end of the season', () => {
		// Open on Saturdays and Sundays only: two days a week.
		const weekends = new OpenDays([1, 2, 3, 4, 5]);
		const fortnightly = orderHistory(everyDays(14, 6, DAY), {}, weekends);
		expect(expectInterval(fortnightly, LEARNED, RHYTHM, weekends).days).toBe(7);
		const monthly = orderHistory(everyDays(28, 6, DAY), {}, weekends);
		expect(expectInterval(monthly, LEARNED, RHYTHM, weekends).days).toBe(8);
		const december = ['2023-12-20', '2024-12-20', '2025-12-20'].map(dayNumber);
		const seasonal = expectInterval(
			orderHistory(december, {}, weekends),
			LEARNED,
			RHYTHM,
			weekends,
		);
		expect(seasonal.days).toBe(weekends.between(december[2]!, seasonal.seasonal!.nextSeasonEnd));
		expect(seasonal.days).toBeLessThan(110);
	});

	it('always gives days above zero and says from where, for any history', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 3000 })), fc.boolean(), (offsets, isKnown) => {
				const history = orderHistory(offsets.map((offset) => DAY - offset));
				const expected = expectInterval(history, LEARNED, isKnown ? RHYTHM : NO_RHYTHM);
				expect(expected.days).toBeGreaterThanOrEqual(7);
				expect(Number.isFinite(expected.days)).toBe(true);
			}),
		);
	});
});

describe('currentPaceDays', () => {
	it('goes by the newest six gaps', () => {
		const slowThenQuick = [0, 100, 200, 300, 307, 314, 321, 328, 335, 342];
		expect(currentPaceDays(orderHistory(slowThenQuick))).toBe(7);
	});

	it('of a summary is the mean, of two orders their gap', () => {
		expect(currentPaceDays(summary(5, DAY - 100, DAY))).toBe(25);
		expect(currentPaceDays(summary(2, DAY - 100, DAY))).toBe(100);
		expect(currentPaceDays(summary(5, undefined, DAY))).toBeNaN();
	});

	it('is NaN below two order days', () => {
		expect(currentPaceDays(orderHistory([DAY, DAY]))).toBeNaN();
	});
});

describe('expectInterval by another share of own gaps', () => {
	// Gaps of 10, 20, 30, 40 and 50 days; quantiles of type 7.
	const history = orderHistory([0, 10, 30, 60, 100, 150].map((day) => DAY - 150 + day));

	it.each([
		[undefined, 30],
		[0.5, 30],
		[0.25, 20],
		[0.8, 42],
		[0.9, 46],
		[0.01, 10.4],
	])('of %p: %p days', (ownGapQuantile, days) => {
		const policy = { ...LEARNED, ownGapQuantile };
		expect(expectInterval(history, policy, RHYTHM)).toMatchObject({ days, basis: 'ownGaps' });
	});

	it('says nothing else of confidence, and changes nothing for who has too few gaps, or a summary', () => {
		const policy = { ...LEARNED, ownGapQuantile: 0.95 };
		expect(expectInterval(history, policy, RHYTHM).confidence).toBe(
			expectInterval(history, LEARNED, RHYTHM).confidence,
		);
		for (const other of [orderHistory([DAY]), summary(5, DAY - 100, DAY)]) {
			expect(expectInterval(other, policy, RHYTHM)).toEqual(expectInterval(other, LEARNED, RHYTHM));
		}
	});
});
