import fc from 'fast-check';

import { HistoryDraft } from '../../../nodes/core/history/HistoryDraft';
import { spendOf, type Order } from '../../../nodes/core/history/PurchaseHistory';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { dayNumber, orderHistory, UTC } from '../orderHistory';

function historyOf(orders: ReadonlyArray<Omit<Order, 'customerKey'>>, zone = UTC) {
	const draft = new HistoryDraft('anna@shop.example', zone);
	for (const order of orders) draft.add({ customerKey: 'anna@shop.example', ...order });
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
			customerKey: 'anna@shop.example',
			orders: 2,
			orderDays: [dayNumber('2026-01-05')],
			orderDayCount: 1,
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
		expect(spendOf(history)).toEqual({ total: 70, average: 70, currency: 'EUR', isMixed: false });
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
		expect(unpriced.orders).toBe(1);
		expect(spendOf(unpriced).total).toBeUndefined();
	});

	it.each(['__proto__', 'constructor', 'toString'])(
		'keeps %s apart as key and currency',
		(name) => {
			const history = orderHistory([20_000], { customerKey: name, amount: 5, currency: name });
			expect(history.customerKey).toBe(name);
			expect(spendOf(history)).toEqual({ total: 5, average: 5, currency: name, isMixed: false });
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
});
