import fc from 'fast-check';

import {
	currentPaceDays,
	type ExpectedInterval,
} from '../../../nodes/core/history/expectedInterval';
import {
	ADVOCATE_RULES,
	advocateReason,
	boughtEveryPeriod,
	PERIODS,
	type AdvocateEvidence,
	type AdvocatePolicy,
	type AdvocateRule,
	type Influence,
	type Period,
} from '../../../nodes/core/lifecycle/advocateRules';
import { BREAD } from '../lifecyclePolicy';
import { dayNumber, everyDays, NO_RHYTHM, orderHistory } from '../orderHistory';

const AS_OF = dayNumber('2026-11-22');
const WEEKLY: ExpectedInterval = { days: 7, basis: 'fixed', confidence: 'high' };
/** At least 3 orders, 100 EUR, 12 months, 2 referrals, 5 reviews or 1,000 followers. */
const POLICY: AdvocatePolicy = { ...BREAD.advocate, periods: 12 };

function evidence(days: readonly number[], more: Partial<AdvocateEvidence> = {}): AdvocateEvidence {
	const history = orderHistory(days, { amount: 20, currency: 'EUR' });
	return {
		history,
		expected: WEEKLY,
		paceDays: currentPaceDays(more.history ?? history),
		rhythm: NO_RHYTHM,
		asOfDay: AS_OF,
		silentDays: AS_OF - Math.max(...days),
		influence: {},
		wasAdvocate: false,
		action: 'order',
		...more,
	};
}

describe('boughtEveryPeriod, by month', () => {
	/** The 10th of each of some months. */
	const months = (...names: string[]) => names.map((name) => dayNumber(`${name}-10`));
	const yearTo = (lastMonth: string) => {
		const last = new Date(`${lastMonth}-10T00:00:00Z`);
		return Array.from({ length: 12 }, (_, i) =>
			Math.floor(Date.UTC(last.getUTCFullYear(), last.getUTCMonth() - i, 10) / 86_400_000),
		);
	};

	// Source: DESIGN section 8, "very loyal": bought in every month of the last year.
	it.each<[string, number[], string, boolean]>([
		['the current month bought already', yearTo('2026-11'), '2026-11-22', true],
		['the current month not yet bought', yearTo('2026-10'), '2026-11-22', true],
		['the current month not yet bought, on its last day', yearTo('2026-10'), '2026-11-30', true],
		['a whole month was skipped', yearTo('2026-10'), '2026-12-01', false],
		['over the year boundary, in January', yearTo('2025-12'), '2026-01-02', true],
		['over the year boundary, one month late', yearTo('2025-12'), '2026-02-01', false],
		['a month is missing', yearTo('2026-11').filter((_, i) => i !== 5), '2026-11-22', false],
		['the oldest month is missing', yearTo('2026-11').slice(0, 11), '2026-11-22', false],
		[
			'twelve orders, but in six months',
			months('2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11').flatMap((day) => [
				day,
				day + 1,
			]),
			'2026-11-22',
			false,
		],
		['the same months of another year', yearTo('2025-11'), '2026-11-22', false],
		[
			'first and last days of months',
			[
				'2025-12-31',
				'2026-01-01',
				...['02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((m) => `2026-${m}-01`),
			].map(dayNumber),
			'2026-11-22',
			true,
		],
		['no orders', [], '2026-11-22', false],
	])('%s', (_, orderDays, asOf, expected) => {
		expect(boughtEveryPeriod(orderDays, dayNumber(asOf), 'month', 12)).toBe(expected);
	});

	it('asks for as many months as it is told', () => {
		const quarter = months('2026-09', '2026-10', '2026-11');
		expect(boughtEveryPeriod(quarter, AS_OF, 'month', 3)).toBe(true);
		expect(boughtEveryPeriod(quarter, AS_OF, 'month', 4)).toBe(false);
	});

	it('is not undone by one more order', () => {
		const days = fc.array(fc.integer({ min: AS_OF - 150, max: AS_OF }), { maxLength: 12 });
		fc.assert(
			fc.property(days, fc.nat({ max: 150 }), (orderDays, ago) => {
				fc.pre(boughtEveryPeriod(orderDays, AS_OF, 'month', 3));
				const more = [...orderDays, AS_OF - ago];
				expect(boughtEveryPeriod(more, AS_OF, 'month', 3)).toBe(true);
			}),
		);
	});
});

describe('boughtEveryPeriod, by other periods', () => {
	// Source: docstrings of periodOf and boughtEveryPeriod; ISO 8601: a week begins on Monday.
	// 2026-11-16 and 2026-11-23 are Mondays.
	it.each<[string, Period, string[], string, boolean]>([
		['Sunday and the Monday after it', 'week', ['2026-11-15', '2026-11-16'], '2026-11-16', true],
		['Monday and Sunday of one week', 'week', ['2026-11-16', '2026-11-22'], '2026-11-22', false],
		['kills: weeks from Sunday on', 'week', ['2026-11-14', '2026-11-15'], '2026-11-15', false],
		['this week not yet', 'week', ['2026-11-10', '2026-11-16'], '2026-11-29', true],
		['a whole week was skipped', 'week', ['2026-11-10', '2026-11-16'], '2026-11-30', false],
		['weeks over New Year', 'week', ['2026-12-28', '2027-01-04'], '2027-01-04', true],
		['31 March and 1 April', 'quarter', ['2026-03-31', '2026-04-01'], '2026-04-01', true],
		['1 January and 31 March', 'quarter', ['2026-01-01', '2026-03-31'], '2026-03-31', false],
		['quarters over New Year', 'quarter', ['2025-12-31', '2026-01-01'], '2026-06-30', true],
		['a whole quarter was skipped', 'quarter', ['2025-12-31', '2026-01-01'], '2026-07-01', false],
		['31 December and 1 January', 'year', ['2025-12-31', '2026-01-01'], '2026-01-01', true],
		['1 January and 31 December', 'year', ['2025-01-01', '2025-12-31'], '2026-01-01', false],
		['this year not yet', 'year', ['2024-05-05', '2025-05-05'], '2026-12-31', true],
		['a whole year was skipped', 'year', ['2024-05-05', '2025-05-05'], '2027-01-01', false],
	])('%s, by %s', (_, period, dates, asOf, expected) => {
		expect(boughtEveryPeriod(dates.map(dayNumber), dayNumber(asOf), period, 2)).toBe(expected);
	});

	it('ends with silence and does not begin again, for any orders and any period', () => {
		const days = fc.array(fc.integer({ min: AS_OF - 900, max: AS_OF }), { maxLength: 40 });
		const period = fc.constantFrom(...PERIODS);
		fc.assert(
			fc.property(days, period, fc.integer({ min: 1, max: 4 }), (orderDays, by, periods) => {
				let held = true;
				for (let day = AS_OF; day <= AS_OF + 800; day++) {
					const holds = boughtEveryPeriod(orderDays, day, by, periods);
					if (holds && !held) throw new Error(`holds again on ${day}`);
					held = holds;
				}
				expect(held).toBe(false);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('pace', () => {
	// Source: DESIGN section 8, the bread example; late from 1.5 intervals on.
	it.each<[string, number[], boolean]>([
		['weekly', everyDays(7, 3, AS_OF), true],
		['every eight days', everyDays(8, 3, AS_OF), false],
		['daily', everyDays(1, 3, AS_OF), true],
		['two orders are too few', everyDays(7, 2, AS_OF), false],
		['kills: three orders of two days', [AS_OF - 7, AS_OF - 7, AS_OF], false],
		['ten days late', everyDays(7, 5, AS_OF - 10), true],
		['eleven days late', everyDays(7, 5, AS_OF - 11), false],
		['slow years ago, weekly now', [AS_OF - 400, AS_OF - 300, ...everyDays(7, 8, AS_OF)], true],
		[
			'weekly years ago, slow now',
			[...everyDays(7, 20, AS_OF - 240), AS_OF - 180, AS_OF - 120, AS_OF - 60, AS_OF],
			false,
		],
	])('%s', (_, days, isAdvocate) => {
		expect(advocateReason(evidence(days), POLICY) !== undefined).toBe(isAdvocate);
	});

	it('measures a learned rhythm against the quick quarter of the store, not against itself', () => {
		const own: ExpectedInterval = { days: 20, basis: 'ownGaps', confidence: 'high' };
		const days = everyDays(20, 6, AS_OF);
		const at = (quickGapDays: number | undefined) =>
			advocateReason(
				evidence(days, { expected: own, rhythm: { ...NO_RHYTHM, quickGapDays } }),
				POLICY,
			);
		expect(at(20)).toBe("One order every 20 days, an advocate's pace is 20");
		expect(at(19)).toBeUndefined();
		expect(at(undefined)).toBeUndefined();
	});
});

describe('the other rules', () => {
	it.each<
		[string, Partial<AdvocatePolicy>, number[], Partial<AdvocateEvidence>, string | undefined]
	>([
		[
			'influence',
			{ rules: ['influence'] },
			[AS_OF],
			{ influence: { followers: 3000 } },
			'3,000 followers, an advocate has at least 1,000',
		],
		[
			'influence at the limit',
			{ rules: ['influence'] },
			[AS_OF],
			{ influence: { followers: 1000 } },
			'1,000 followers, an advocate has at least 1,000',
		],
		[
			'influence below',
			{ rules: ['influence'] },
			[AS_OF],
			{ influence: { followers: 999 } },
			undefined,
		],
		['influence unknown', { rules: ['influence'] }, [AS_OF], {}, undefined],
		[
			'orders and spend',
			{ rules: ['ordersAndSpend'] },
			[AS_OF - 300, AS_OF - 9, AS_OF - 5, AS_OF - 3, AS_OF],
			{},
			'5 orders worth 100 EUR',
		],
		[
			'spend too low',
			{ rules: ['ordersAndSpend'] },
			[AS_OF - 9, AS_OF - 5, AS_OF - 3, AS_OF],
			{},
			undefined,
		],
		[
			'orders too few',
			{ rules: ['ordersAndSpend'], minSpend: 0 },
			[AS_OF - 9, AS_OF],
			{},
			undefined,
		],
		[
			'no rule chosen',
			{ rules: [] },
			everyDays(7, 9, AS_OF),
			{ influence: { followers: 9000 } },
			undefined,
		],
		[
			'the first that holds speaks',
			{ rules: ['influence', 'pace'] },
			everyDays(7, 9, AS_OF),
			{ influence: { followers: 9 } },
			"One order every 7 days, an advocate's pace is 7",
		],
		[
			'every month',
			{ rules: ['everyPeriod'], periods: 2 },
			everyDays(14, 9, AS_OF),
			{},
			'At least one order in each of 2 months in a row',
		],
		[
			'every week',
			{ rules: ['everyPeriod'], periods: 4, period: 'week' },
			everyDays(7, 4, AS_OF),
			{},
			'At least one order in each of 4 weeks in a row',
		],
		[
			'every week, but only for three',
			{ rules: ['everyPeriod'], periods: 4, period: 'week' },
			everyDays(7, 3, AS_OF),
			{},
			undefined,
		],
		[
			'referrals',
			{ rules: ['referrals'] },
			[AS_OF],
			{ influence: { referrals: 2 } },
			'2 referrals, an advocate has at least 2',
		],
		[
			'kills: reviews taken for referrals',
			{ rules: ['referrals'] },
			[AS_OF],
			{ influence: { referrals: 1, reviews: 9, followers: 9000 } },
			undefined,
		],
		[
			'reviews',
			{ rules: ['reviews'] },
			[AS_OF],
			{ influence: { reviews: 5 } },
			'5 reviews, an advocate has at least 5',
		],
		[
			'reviews below',
			{ rules: ['reviews'] },
			[AS_OF],
			{ influence: { reviews: 4, referrals: 9 } },
			undefined,
		],
		[
			'one is told in the singular',
			{ rules: ['referrals'], minReferrals: 1 },
			[AS_OF],
			{ influence: { referrals: 1 } },
			'1 referral, an advocate has at least 1',
		],
		[
			'another key action',
			{ rules: ['everyPeriod'], periods: 2 },
			everyDays(14, 9, AS_OF),
			{ action: 'download' },
			'At least one download in each of 2 months in a row',
		],
		[
			'another key action, by pace',
			{ rules: ['pace'] },
			everyDays(7, 9, AS_OF),
			{ action: 'booking' },
			"One booking every 7 days, an advocate's pace is 7",
		],
		[
			'another key action, by number',
			{ rules: ['ordersAndSpend'] },
			[AS_OF - 300, AS_OF - 9, AS_OF - 5, AS_OF - 3, AS_OF],
			{ action: 'booking' },
			'5 bookings worth 100 EUR',
		],
	])('%s', (_, policy, days, more, expected) => {
		expect(advocateReason(evidence(days, more), { ...POLICY, ...policy })).toBe(expected);
	});

	it('never weighs a spend in mixed currencies', () => {
		const history = {
			...orderHistory(everyDays(7, 9, AS_OF)),
			spent: new Map([
				['EUR', 5000],
				['USD', 5000],
			]),
		};
		const policy: AdvocatePolicy = { ...POLICY, rules: ['ordersAndSpend'] };
		expect(advocateReason(evidence([AS_OF], { history }), policy)).toBeUndefined();
	});
});

describe('the margin of who was an advocate before', () => {
	type Shortfall = [AdvocateRule, Partial<AdvocatePolicy>, number[], Influence, string];
	// Source: comment of AdvocatePolicy.stayMargin, "percent by which an advocate may fall short of a
	// rule and stay one". Each just within a margin of 20 %: 7 / 0.8 = 8.75 days, 10.5 / 0.8 = 13.125.
	const within: Shortfall[] = [
		['pace', {}, everyDays(8, 5, AS_OF), {}, 'a slower pace'],
		['pace', {}, everyDays(7, 5, AS_OF - 13), {}, 'late'],
		['ordersAndSpend', { minSpend: 125 }, everyDays(30, 5, AS_OF), {}, 'spend'],
		['influence', {}, [AS_OF], { followers: 800 }, 'followers'],
		['referrals', { minReferrals: 5 }, [AS_OF], { referrals: 4 }, 'referrals'],
		['reviews', {}, [AS_OF], { reviews: 4 }, 'reviews'],
	];
	const reasonOf = (
		[rule, policy, days, influence]: Shortfall,
		wasAdvocate: boolean,
		stayMargin: number,
	) =>
		advocateReason(evidence(days, { influence, wasAdvocate }), {
			...POLICY,
			...policy,
			rules: [rule],
			stayMargin,
		});

	it.each(within)('%s: keeps an advocate and makes none (%#)', (...row) => {
		expect(reasonOf(row, true, 20)).toBeDefined();
		expect(reasonOf(row, false, 20)).toBeUndefined();
		expect(reasonOf(row, true, 0)).toBeUndefined();
	});

	it.each<Shortfall>([
		['pace', {}, everyDays(9, 5, AS_OF), {}, 'a slower pace'],
		['pace', {}, everyDays(7, 5, AS_OF - 14), {}, 'late'],
		['ordersAndSpend', { minSpend: 126 }, everyDays(30, 5, AS_OF), {}, 'spend'],
		['influence', {}, [AS_OF], { followers: 799 }, 'followers'],
		['referrals', { minReferrals: 5 }, [AS_OF], { referrals: 3 }, 'referrals'],
		['reviews', {}, [AS_OF], { reviews: 3 }, 'reviews'],
		['everyPeriod', { periods: 5, period: 'week' }, everyDays(7, 4, AS_OF), {}, 'periods'],
		['pace', { minOrders: 4 }, everyDays(7, 3, AS_OF), {}, 'kills: orders eased too'],
	])('%s: keeps nobody beyond it (%#)', (...row) => {
		expect(reasonOf(row, true, 20)).toBeUndefined();
	});

	it('names the limit of the policy, not the eased one', () => {
		expect(reasonOf(within[3]!, true, 20)).toBe('800 followers, an advocate has at least 1,000');
	});

	it('takes nobody’s advocacy, and gives it to nobody who was none, for any evidence', () => {
		const days = fc.array(fc.integer({ min: AS_OF - 200, max: AS_OF }), {
			minLength: 1,
			maxLength: 12,
		});
		const count = fc.option(fc.nat({ max: 12 }), { nil: undefined });
		const influence = fc.record({ followers: count, referrals: count, reviews: count });
		const policy = fc.record({
			rules: fc.subarray([...ADVOCATE_RULES]),
			minOrders: fc.integer({ min: 1, max: 4 }),
			minSpend: fc.nat({ max: 200 }),
			periods: fc.integer({ min: 1, max: 4 }),
			period: fc.constantFrom(...PERIODS),
			minReferrals: fc.integer({ min: 1, max: 10 }),
			minReviews: fc.integer({ min: 1, max: 10 }),
			minFollowers: fc.integer({ min: 1, max: 10 }),
			stayMargin: fc.integer({ min: 0, max: 100 }),
		});
		fc.assert(
			fc.property(days, influence, policy, (orderDays, told, limits) => {
				const holds = (wasAdvocate: boolean, stayMargin = limits.stayMargin) =>
					advocateReason(evidence(orderDays, { influence: told, wasAdvocate }), {
						...limits,
						stayMargin,
					}) !== undefined;
				if (holds(false)) expect(holds(true)).toBe(true);
				expect(holds(false)).toBe(holds(false, 0));
				expect(holds(true, 0)).toBe(holds(false));
			}),
		);
	});
});
