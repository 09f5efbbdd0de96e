import fc from 'fast-check';

import type { ExpectedInterval } from '../../../nodes/core/history/expectedInterval';
import {
	advocateReason,
	boughtEveryMonth,
	type AdvocateEvidence,
	type AdvocatePolicy,
} from '../../../nodes/core/lifecycle/advocateRules';
import { dayNumber, everyDays, NO_RHYTHM, orderHistory } from '../orderHistory';

const AS_OF = dayNumber('2026-11-22');
const WEEKLY: ExpectedInterval = { days: 7, basis: 'fixed', confidence: 'high' };
const POLICY: AdvocatePolicy = {
	rules: ['pace'],
	minOrders: 3,
	minSpend: 100,
	months: 12,
	minFollowers: 1000,
};

function evidence(days: readonly number[], more: Partial<AdvocateEvidence> = {}): AdvocateEvidence {
	return {
		history: orderHistory(days, { amount: 20, currency: 'EUR' }),
		expected: WEEKLY,
		rhythm: NO_RHYTHM,
		asOfDay: AS_OF,
		daysSinceLastOrder: AS_OF - Math.max(...days),
		followers: undefined,
		...more,
	};
}

describe('boughtEveryMonth', () => {
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
		expect(boughtEveryMonth(orderDays, dayNumber(asOf), 12)).toBe(expected);
	});

	it('asks for as many months as it is told', () => {
		const quarter = months('2026-09', '2026-10', '2026-11');
		expect(boughtEveryMonth(quarter, AS_OF, 3)).toBe(true);
		expect(boughtEveryMonth(quarter, AS_OF, 4)).toBe(false);
	});

	it('is not undone by one more order', () => {
		const days = fc.array(fc.integer({ min: AS_OF - 150, max: AS_OF }), { maxLength: 12 });
		fc.assert(
			fc.property(days, fc.nat({ max: 150 }), (orderDays, ago) => {
				fc.pre(boughtEveryMonth(orderDays, AS_OF, 3));
				expect(boughtEveryMonth([...orderDays, AS_OF - ago], AS_OF, 3)).toBe(true);
			}),
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
		expect(at(20)).toBe("Orders every 20 days, an advocate's pace is 20");
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
			{ followers: 3000 },
			'3,000 followers, an advocate has at least 1,000',
		],
		[
			'influence at the limit',
			{ rules: ['influence'] },
			[AS_OF],
			{ followers: 1000 },
			'1,000 followers, an advocate has at least 1,000',
		],
		['influence below', { rules: ['influence'] }, [AS_OF], { followers: 999 }, undefined],
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
		['no rule chosen', { rules: [] }, everyDays(7, 9, AS_OF), { followers: 9000 }, undefined],
		[
			'the first that holds speaks',
			{ rules: ['influence', 'pace'] },
			everyDays(7, 9, AS_OF),
			{ followers: 9 },
			"Orders every 7 days, an advocate's pace is 7",
		],
		[
			'every month',
			{ rules: ['everyMonth'], months: 2 },
			everyDays(14, 9, AS_OF),
			{},
			'Ordered in each of 2 months in a row',
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
