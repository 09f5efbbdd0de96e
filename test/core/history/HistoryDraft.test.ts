import fc from 'fast-check';

import { HistoryDraft } from '../../../nodes/core/history/HistoryDraft';
import { OpenDays } from '../../../nodes/core/history/OpenDays';
import { spendOf, type Order } from '../../../nodes/core/history/PurchaseHistory';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { ANNA, dayNumber, noonOf, orderHistory, UTC } from '../orderHistory';

function historyOf(orders: readonly Order[], zone = UTC) {
	const draft = new HistoryDraft(ANNA, zone);
	for (const order of orders) draft.add(order);
	return draft.finish();
}

const anyOrder = fc.record({
	at: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2030, 0, 1) }),
	amount: fc.option(fc.integer({ min: -5000, max: 5000 }), { nil: undefined }),
	currency: fc.constantFrom('EUR', 'USD', undefined),
});

describe('HistoryDraft', () => {
	it('counts several orders of one day as so many orders on one order day', () => {
		const morning = Date.UTC(2026, 0, 5, 8);
		const evening = Date.UTC(2026, 0, 5, 20);
		const history = historyOf([
			{ at: evening, amount: 5, currency: 'EUR' },
			{ at: morning, amount: 7, currency: 'EUR' },
		]);
		expect(history).toEqual({
			customerKey: ANNA,
			orders: 2,
			pricedOrders: 2,
			orderDays: [dayNumber('2026-01-05')],
			orderDayCount: 1,
			gaps: [],
			sortedGaps: [],
			meanGapDays: Number.NaN,
			firstOrderAt: morning,
			lastOrderAt: evening,
			spent: new Map([['EUR', 12]]),
		});
	});

	it('tells days apart by the calendar of the zone, not by UTC', () => {
		const orders = [
			{ at: Date.UTC(2026, 0, 5, 22, 30), amount: undefined, currency: undefined },
			{ at: Date.UTC(2026, 0, 5, 23, 30), amount: undefined, currency: undefined },
		];
		expect(historyOf(orders).orderDayCount).toBe(1);
		expect(historyOf(orders, new TimeZone('Europe/Berlin')).orderDayCount).toBe(2);
	});

	it('takes a refund off the spend and counts no order, though it is the newest record', () => {
		const bought = Date.UTC(2026, 0, 5);
		const history = historyOf([
			{ at: bought, amount: 100, currency: 'EUR' },
			{ at: Date.UTC(2026, 2, 5), amount: -30, currency: 'EUR' },
		]);
		expect(history.orders).toBe(1);
		expect(history.orderDays).toEqual([dayNumber('2026-01-05')]);
		expect(history.lastOrderAt).toBe(bought);
		expect(spendOf(history)).toEqual({ total: 70, average: 70, currency: 'EUR' });
	});

	it('finds no order where there are only refunds', () => {
		const history = historyOf([{ at: Date.UTC(2026, 0, 5), amount: -30, currency: 'EUR' }]);
		expect(history).toMatchObject({ orders: 0, orderDays: [], orderDayCount: 0 });
		expect(history.firstOrderAt).toBeUndefined();
		expect(history.lastOrderAt).toBeUndefined();
		expect(spendOf(history)).toMatchObject({ total: -30, average: undefined });
	});

	it('counts an order for nothing and one without an amount as orders', () => {
		const at = Date.UTC(2026, 0, 5);
		expect(historyOf([{ at, amount: 0, currency: 'EUR' }]).orders).toBe(1);
		const unpriced = historyOf([{ at, amount: undefined, currency: 'EUR' }]);
		expect(unpriced).toMatchObject({ orders: 1, pricedOrders: 0 });
		expect(spendOf(unpriced).total).toBeUndefined();
	});

	// Source: comment of PurchaseHistory.pricedOrders, "what the average is taken over".
	it('takes the average over the orders whose amount is known; kills: over all orders', () => {
		const at = Date.UTC(2026, 0, 5);
		const history = historyOf([
			{ at, amount: 10, currency: 'EUR' },
			{ at, amount: 20, currency: 'EUR' },
			{ at, amount: undefined, currency: undefined },
			{ at, amount: -5, currency: 'EUR' },
		]);
		expect(history).toMatchObject({ orders: 3, pricedOrders: 2 });
		expect(spendOf(history)).toMatchObject({ total: 25, average: 12.5 });
	});

	it('knows how often and when last each category was bought, but of refunds nothing', () => {
		const on = (date: string, categories: string[], amount = 5): Order => ({
			at: noonOf(dayNumber(date)),
			amount,
			currency: 'EUR',
			categories,
		});
		const history = historyOf([
			on('2026-02-01', ['bread', 'bread', 'cake']),
			on('2026-01-01', ['bread']),
			on('2026-03-01', ['bread'], -5),
			on('2026-03-01', []),
		]);
		expect(history.categories).toEqual(
			new Map([
				['bread', { orders: 2, lastDay: dayNumber('2026-02-01') }],
				['cake', { orders: 1, lastDay: dayNumber('2026-02-01') }],
			]),
		);
		expect(historyOf([])).not.toHaveProperty('categories');
	});

	it('counts gaps in open days, and 0 for an order on a closed day', () => {
		const [friday, sunday, monday] = ['2026-01-02', '2026-01-04', '2026-01-05'].map(dayNumber);
		const closedOnSundays = new OpenDays([0]);
		const days = [friday!, sunday!, monday!];
		expect(orderHistory(days, {}, closedOnSundays)).toMatchObject({
			orderDays: days,
			gaps: [1, 1],
			meanGapDays: 1,
		});
		expect(orderHistory([sunday! - 1, sunday!], {}, closedOnSundays).gaps).toEqual([0]);
		expect(orderHistory(days)).toMatchObject({ gaps: [2, 1], meanGapDays: 1.5 });
	});

	it.each(['__proto__', 'constructor', 'toString'])(
		'keeps %s apart as key and currency',
		(name) => {
			const history = orderHistory([20_000], { customerKey: name, amount: 5, currency: name });
			expect(history.customerKey).toBe(name);
			expect(spendOf(history)).toEqual({ total: 5, average: 5, currency: name });
		},
	);
});

describe('HistoryDraft, laws', () => {
	it('gives the same history for the orders in any order', () => {
		const shuffled = fc
			.array(anyOrder, { maxLength: 30 })
			.chain((orders) =>
				fc.tuple(
					fc.constant(orders),
					fc.shuffledSubarray(orders, { minLength: orders.length, maxLength: orders.length }),
				),
			);
		fc.assert(
			fc.property(shuffled, ([orders, inAnotherOrder]) => {
				expect(historyOf(inAnotherOrder)).toEqual(historyOf(orders));
			}),
		);
	});

	it('keeps order days ascending and different, and loses no amount', () => {
		fc.assert(
			fc.property(fc.array(anyOrder, { maxLength: 30 }), (orders) => {
				const history = historyOf(orders);
				const purchases = orders.filter(({ amount }) => amount === undefined || amount >= 0);
				const days = [...new Set(purchases.map(({ at }) => UTC.dayOf(at)))];
				expect(history.orderDays).toEqual(days.sort((a, b) => a - b));
				expect(history.orders).toBe(purchases.length);
				expect(history.pricedOrders).toBe(
					purchases.filter(({ amount }) => amount !== undefined).length,
				);
				for (const currency of ['EUR', 'USD', undefined]) {
					const amounts = orders
						.filter((order) => order.currency === currency)
						.flatMap(({ amount }) => (amount === undefined ? [] : [amount]));
					const sum = amounts.length === 0 ? undefined : amounts.reduce((a, b) => a + b, 0);
					expect(history.spent.get(currency ?? '')).toBe(sum);
				}
			}),
		);
	});

	it('does not change by an order delivered on a day that has one, but for count and spend', () => {
		fc.assert(
			fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { minLength: 1 }), (offsets) => {
				const days = offsets.map((offset) => 20_000 + offset);
				const once = orderHistory(days);
				const twice = orderHistory([...days, ...days]);
				expect(twice).toEqual({ ...once, orders: days.length * 2 });
			}),
		);
	});

	// Source: DESIGN section 2, interpurchase gap.
	it('has gaps that are whole, at least a day, add up to the span and have the mean it names', () => {
		const days = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1 });
		fc.assert(
			fc.property(days, (offsets) => {
				const { gaps, sortedGaps, meanGapDays, orderDayCount } = orderHistory(offsets);
				const span = Math.max(...offsets) - Math.min(...offsets);
				expect(gaps.every((gap) => Number.isInteger(gap) && gap >= 1)).toBe(true);
				expect(gaps).toHaveLength(orderDayCount - 1);
				expect(gaps.reduce((a, b) => a + b, 0)).toBe(span);
				expect(meanGapDays).toBe(span / gaps.length);
				expect(sortedGaps).toEqual([...gaps].sort((a, b) => a - b));
			}),
		);
	});

	// Zones with daylight saving at 00:00, 01:00 and 02:00, by half an hour, north and south.
	it.each([
		'Europe/Berlin',
		'America/New_York',
		'America/Sao_Paulo',
		'Australia/Lord_Howe',
		'Africa/Cairo',
		'Asia/Kathmandu',
	])('has a gap of 1 between local noons of successive days, all year round: %s', (name) => {
		const zone = new TimeZone(name);
		const first = fc.integer({ min: dayNumber('1990-01-01'), max: dayNumber('2029-01-01') });
		fc.assert(
			fc.property(first, (day) => {
				const noons = Array.from({ length: 370 }, (_, i) => zone.fromWallTime(noonOf(day + i)));
				const history = historyOf(
					noons.map((at) => ({ at, amount: undefined, currency: undefined })),
					zone,
				);
				expect(new Set(history.gaps)).toEqual(new Set([1]));
				expect(history.orderDayCount).toBe(370);
			}),
			{ numRuns: 25 },
		);
	});

	it('has day counts that differ between zones only as their calendars do: by one day', () => {
		const zones = ['UTC', 'Asia/Seoul', 'America/Los_Angeles', 'Europe/Berlin'].map(
			(name) => new TimeZone(name),
		);
		const pair = fc.constantFrom(...zones);
		fc.assert(
			fc.property(
				fc.array(anyOrder, { minLength: 2, maxLength: 2 }),
				pair,
				pair,
				(orders, a, b) => {
					const days = (zone: TimeZone) => zone.dayOf(orders[1]!.at) - zone.dayOf(orders[0]!.at);
					const [gap = 0] = historyOf(
						orders.map(({ at }) => ({ at, amount: 1, currency: undefined })),
						a,
					).gaps;
					expect(gap).toBe(Math.abs(days(a)));
					expect(Math.abs(days(a) - days(b))).toBeLessThanOrEqual(1);
				},
			),
		);
	});
});
