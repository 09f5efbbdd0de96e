import fc from 'fast-check';

import { ExpectedOrders, orderMoments } from '../../../nodes/core/report/ExpectedOrders';
import { seeded } from '../seeded';

const DAYS = 90;

describe('orderMoments', () => {
	it.each([
		// Who orders once or not at all: p and p (1 - p).
		['at most one order', 0.3, 0.3, 90, 0.3, 0.21],
		// p = 0.5, m = 2: E(N²) = 0.5 (8 - 2) = 3, less 1.
		['two orders on average of who comes', 1, 0.5, 90, 1, 2],
		['nothing', 0, 0.5, 90, 0, 0],
		// p would be 1 - sqrt(0.5) = 0.29, more than the orders there are: 0.25, once each.
		['half the time', 0.5, 0.5, 45, 0.25, 0.1875],
		// p = 1 - 0.5² = 0.75, e = 2: m = 8/3, 0.75 (2 · 64/9 - 8/3) - 4.
		['twice the time', 1, 0.5, 180, 2, 0.75 * (128 / 9 - 8 / 3) - 4],
	])('of %s', (_what, orders, probability, days, mean, variance) => {
		const moments = orderMoments({ orders, probability, horizonDays: 90 }, days);
		expect(moments.mean).toBeCloseTo(mean, 10);
		expect(moments.variance).toBeCloseTo(variance, 10);
	});

	it('are never negative, and grow with the days', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.double({ min: 1, max: 20, noNaN: true }),
				fc.integer({ min: 1, max: 400 }),
				(probability, perReturn, days) => {
					const forecast = { orders: probability * perReturn, probability, horizonDays: DAYS };
					const moments = orderMoments(forecast, days);
					expect(moments.variance).toBeGreaterThanOrEqual(0);
					expect(moments.mean).toBeLessThanOrEqual(orderMoments(forecast, days + 1).mean);
				},
			),
		);
	});
});

/** People of a shop with different chances, and what an order of theirs is worth. */
function people(count: number, chance: () => number) {
	return Array.from({ length: count }, () => {
		const probability = 0.05 + 0.7 * chance() ** 2;
		const perReturn = 1 + 3 * chance();
		return { probability, perReturn, worth: 20 + 60 * chance() };
	});
}

describe('ExpectedOrders', () => {
	it.each([100, 600])('gives ranges that hold in about 8 of 10 cases, of %d people', (count) => {
		const chance = seeded(11);
		const shop = people(count, chance);
		const expected = new ExpectedOrders(DAYS, 'forecast');
		for (const { probability, perReturn, worth } of shop) {
			const orders = probability * perReturn;
			const value = orders * worth;
			expected.addForecast({ probability, orders, horizonDays: DAYS, value, currency: 'EUR' });
		}
		// An order is worth twice its mean or nothing in half of all cases each: its spread is 1.
		const range = expected.total(1)!;
		let [ordersIn, valueIn] = [0, 0];
		const runs = 2000;
		for (let run = 0; run < runs; run++) {
			let [orders, value] = [0, 0];
			for (const { probability, perReturn, worth } of shop) {
				if (chance() >= probability) continue;
				// Geometric on 1, 2, ... with that mean.
				let own = 1;
				while (chance() < 1 - 1 / perReturn) own += 1;
				orders += own;
				for (let i = 0; i < own; i++) value += chance() < 0.5 ? 2 * worth : 0;
			}
			if (orders >= range.ordersLow && orders <= range.ordersHigh) ordersIn += 1;
			if (value >= range.valueLow! && value <= range.valueHigh!) valueIn += 1;
		}
		expect(ordersIn / runs).toBeGreaterThan(0.76);
		expect(ordersIn / runs).toBeLessThan(0.84);
		expect(valueIn / runs).toBeGreaterThan(0.76);
		expect(valueIn / runs).toBeLessThan(0.84);
	});

	it('is wider at a pace, which may be off for all', () => {
		const pace = new ExpectedOrders(DAYS, 'pace');
		for (let i = 0; i < 1000; i++) {
			pace.addPace({ everyDays: 30, orders: 5, averageOrder: 20, currency: '' });
		}
		const found = pace.total(0.5)!;
		expect(found).toMatchObject({ orders: 3000, value: 60_000, currency: null, people: 1000 });
		// A quarter off in one of three cases: 1.28 quarters to each side, and chance.
		expect(found.ordersLow).toBeCloseTo(3000 * (1 - 1.2816 * 0.25), -2);
		expect(found.ordersHigh).toBeGreaterThan(3900);
	});

	it('never adds up currencies, and never goes below zero', () => {
		const mixed = new ExpectedOrders(DAYS, 'forecast');
		const one = { orders: 0.1, probability: 0.1, horizonDays: DAYS, value: 5 };
		mixed.addForecast({ ...one, currency: 'EUR' });
		mixed.addForecast({ ...one, currency: 'CHF' });
		expect(mixed.total(1)).toMatchObject({
			orders: 0.2,
			ordersLow: 0,
			value: null,
			valueLow: null,
		});
		expect(new ExpectedOrders(DAYS, 'forecast').total(1)).toBeNull();
		// Who got back more than they paid.
		const refunded = new ExpectedOrders(DAYS, 'forecast');
		refunded.addForecast({ ...one, value: -5, currency: 'EUR' });
		expect(refunded.total(1)).toMatchObject({ orders: 0.1, value: null });
	});
});
