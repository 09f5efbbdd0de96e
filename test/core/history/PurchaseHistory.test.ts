import fc from 'fast-check';

import { gapsOf, spendOf, type PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import { orderHistory } from '../orderHistory';

function withSpend(orders: number, spent: Array<[string, number]>): PurchaseHistory {
	return { ...orderHistory([20_000]), orders, spent: new Map(spent) };
}

describe('spendOf', () => {
	// Source: docstring of spendOf; DESIGN section 4, "money is a number with its currency beside it".
	it.each<[string, PurchaseHistory, ReturnType<typeof spendOf>]>([
		[
			'one currency',
			withSpend(4, [['EUR', 100]]),
			{ total: 100, average: 25, currency: 'EUR', isMixed: false },
		],
		[
			'no currency given',
			withSpend(4, [['', 100]]),
			{ total: 100, average: 25, currency: undefined, isMixed: false },
		],
		[
			'average to the cent',
			withSpend(3, [['EUR', 100]]),
			{ total: 100, average: 33.33, currency: 'EUR', isMixed: false },
		],
		[
			'kills: 0.1 + 0.2',
			withSpend(2, [['EUR', 0.1 + 0.2]]),
			{ total: 0.3, average: 0.15, currency: 'EUR', isMixed: false },
		],
		[
			'kills: division by zero orders',
			withSpend(0, [['EUR', -5]]),
			{ total: -5, average: undefined, currency: 'EUR', isMixed: false },
		],
		[
			'nothing known',
			withSpend(2, []),
			{ total: undefined, average: undefined, currency: undefined, isMixed: false },
		],
	])('%s', (_, history, expected) => {
		expect(spendOf(history)).toEqual(expected);
	});

	it.each<[string, Array<[string, number]>]>([
		[
			'two currencies',
			[
				['EUR', 10],
				['USD', 10],
			],
		],
		[
			'a currency and none',
			[
				['EUR', 10],
				['', 10],
			],
		],
		[
			'a second one of sum zero',
			[
				['EUR', 10],
				['USD', 0],
			],
		],
	])('never adds up mixed currencies: %s', (_, spent) => {
		expect(spendOf(withSpend(2, spent))).toEqual({
			total: undefined,
			average: undefined,
			currency: undefined,
			isMixed: true,
		});
	});
});

describe('gapsOf', () => {
	// Source: DESIGN section 2, interpurchase gap.
	it.each([
		[[], []],
		[[5], []],
		[
			[5, 12, 12, 13],
			[7, 1],
		],
		[
			[40, 10, 20],
			[10, 20],
		],
	])('of orders on days %p: %p', (days, expected) => {
		expect(gapsOf(orderHistory(days))).toEqual(expected);
	});

	it('are whole, at least a day, and add up to the span', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1 }), (days) => {
				const gaps = gapsOf(orderHistory(days));
				expect(gaps.every((gap) => Number.isInteger(gap) && gap >= 1)).toBe(true);
				const sum = gaps.reduce((a, b) => a + b, 0);
				expect(sum).toBe(Math.max(...days) - Math.min(...days));
			}),
		);
	});
});
