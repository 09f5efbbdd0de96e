import fc from 'fast-check';

import type { PurchaseHistory } from '../../../../nodes/core/history/PurchaseHistory';
import {
	expectedOrderValue,
	fitOrderValue,
} from '../../../../nodes/core/lapse/forecast/OrderValue';
import { orderHistory } from '../../orderHistory';
import { seeded } from './shops';

/** A customer of so many orders, each of one amount. */
function paying(amount: number | undefined, orders = 2, currency?: string): PurchaseHistory {
	return orderHistory(
		Array.from({ length: orders }, (_, i) => 20_000 + i * 10),
		{ amount, currency },
	);
}

/** A customer whose spend is known in sums only, as after refunds. */
function spent(sums: Array<[string, number]>, pricedOrders: number): PurchaseHistory {
	return { ...paying(undefined), pricedOrders, spent: new Map(sums) };
}

const random = seeded(5);
/** Forty customers in euros, means from 10 to 90. */
const EUROS = Array.from({ length: 40 }, (_, i) =>
	paying(10 + Math.round(80 * random()), 1 + (i % 5), 'EUR'),
);

describe('fitOrderValue', () => {
	it('learns the currency that most customers pay in', () => {
		const dollars = Array.from({ length: 20 }, () => paying(1000, 2, 'USD'));
		const value = fitOrderValue([...dollars, ...EUROS]);
		expect(value).toMatchObject({ currency: 'EUR', isDegenerate: false });
		// Nothing of the dollars is in it.
		expect(value).toEqual(fitOrderValue(EUROS));
	});

	it('takes the first by name of equally frequent ones, whatever comes first', () => {
		const [euro, dollar] = [paying(5, 1, 'EUR'), paying(5, 1, 'USD')];
		expect(fitOrderValue([dollar, euro])?.currency).toBe('EUR');
		expect(fitOrderValue([euro, dollar])?.currency).toBe('EUR');
	});

	it('knows the mean of all orders, of customers that have a value', () => {
		// 3 orders of 10 and one of 30, and one customer whose refunds took all: (30 + 30) / 4.
		const value = fitOrderValue([paying(10, 3), paying(30, 1), spent([['', -5]], 2)]);
		expect(value).toMatchObject({ currency: '', meanOrderValue: 15, isDegenerate: true });
	});

	it.each<[string, PurchaseHistory[]]>([
		['no customers', []],
		['no amounts', [paying(undefined), paying(undefined)]],
		['only gifts', [paying(0), paying(0)]],
		[
			'only customers who pay in several currencies',
			[
				spent(
					[
						['EUR', 5],
						['USD', 5],
					],
					2,
				),
			],
		],
	])('knows nothing of %s', (_, histories) => {
		expect(fitOrderValue(histories)).toBeNull();
	});

	it('does not care for the order of customers', () => {
		expect(fitOrderValue([...EUROS].reverse())).toEqual(fitOrderValue(EUROS));
	});
});

describe('expectedOrderValue', () => {
	const value = fitOrderValue(EUROS)!;

	it('lies between the own mean and the mean of all, nearer to the own with more orders', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 300 }),
				fc.integer({ min: 1, max: 40 }),
				(amount, orders) => {
					const { p, q, gamma } = value.parameters;
					const ofAll = (p * gamma) / (q - 1);
					const found = expectedOrderValue(value, paying(amount, orders, 'EUR'))!;
					expect(found).toBeGreaterThanOrEqual(Math.min(amount, ofAll) - 1e-6);
					expect(found).toBeLessThanOrEqual(Math.max(amount, ofAll) + 1e-6);
					const more = expectedOrderValue(value, paying(amount, orders + 5, 'EUR'))!;
					expect(Math.abs(more - amount)).toBeLessThanOrEqual(Math.abs(found - amount) + 1e-6);
				},
			),
		);
	});

	// Source: Fader and Hardie (2013), equation 5: p (gamma + x m) / (p x + q - 1).
	it('follows the published formula', () => {
		const published = {
			currency: 'EUR',
			parameters: { p: 6.25, q: 3.74, gamma: 15.44 },
			meanOrderValue: 35,
			isDegenerate: false,
		};
		expect(expectedOrderValue(published, paying(20, 2, 'EUR'))).toBeCloseTo(
			(6.25 * (15.44 + 40)) / (12.5 + 2.74),
			6,
		);
	});

	it.each<[string, PurchaseHistory, number | undefined]>([
		['another currency: the own mean', paying(70, 2, 'USD'), 70],
		['no amounts: nothing', paying(undefined), undefined],
		[
			'several currencies: nothing',
			spent(
				[
					['EUR', 5],
					['USD', 5],
				],
				2,
			),
			undefined,
		],
		['another currency, more sent back than bought: nothing to gain', spent([['USD', -8]], 2), 0],
	])('%s', (_, history, expected) => {
		expect(expectedOrderValue(value, history)).toBe(expected);
	});

	it('goes by the own mean where nothing was learned, and by the mean of all where that is all', () => {
		expect(expectedOrderValue(null, paying(70, 2, 'EUR'))).toBe(70);
		expect(expectedOrderValue({ ...value, isDegenerate: true }, paying(70, 2, 'EUR'))).toBe(
			value.meanOrderValue,
		);
	});
});
