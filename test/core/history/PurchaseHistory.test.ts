import { isSummary, roundMoney, spendOf } from '../../../nodes/core/history/PurchaseHistory';
import { orderHistory, summary } from '../orderHistory';

function spend(pricedOrders: number, spent: Array<[string, number]>) {
	return spendOf({ pricedOrders, spent: new Map(spent) });
}

describe('spendOf', () => {
	// Source: docstring of spendOf; DESIGN section 4, "money is a number with its currency beside it".
	it.each<[string, number, Array<[string, number]>, ReturnType<typeof spendOf>]>([
		[
			'one currency',
			4,
			[['EUR', 100]],
			{ total: 100, average: 25, currency: 'EUR', byCurrency: undefined },
		],
		[
			'no currency given',
			4,
			[['', 100]],
			{ total: 100, average: 25, currency: undefined, byCurrency: undefined },
		],
		[
			'average to the cent',
			3,
			[['EUR', 100]],
			{ total: 100, average: 33.33, currency: 'EUR', byCurrency: undefined },
		],
		[
			'kills: 0.1 + 0.2',
			2,
			[['EUR', 0.1 + 0.2]],
			{ total: 0.3, average: 0.15, currency: 'EUR', byCurrency: undefined },
		],
		[
			'kills: a total rounded to cents, where dinars have three decimals',
			2,
			[['KWD', 1.234]],
			{ total: 1.234, average: 0.62, currency: 'KWD', byCurrency: undefined },
		],
		[
			'kills: division by zero orders',
			0,
			[['EUR', -5]],
			{ total: -5, average: undefined, currency: 'EUR', byCurrency: undefined },
		],
		[
			'nothing known',
			2,
			[],
			{ total: undefined, average: undefined, currency: undefined, byCurrency: undefined },
		],
	])('%s', (_, pricedOrders, spent, expected) => {
		expect(spend(pricedOrders, spent)).toEqual(expected);
	});

	it.each<[string, Array<[string, number]>, Record<string, number>]>([
		[
			'two currencies',
			[
				['EUR', 10],
				['USD', 0.1 + 0.2],
			],
			{ EUR: 10, USD: 0.3 },
		],
		[
			'a currency and none',
			[
				['EUR', 10],
				['', 10],
			],
			{ EUR: 10, '': 10 },
		],
		[
			'a second one of sum zero',
			[
				['EUR', 10],
				['USD', 0],
			],
			{ EUR: 10, USD: 0 },
		],
	])('never adds up mixed currencies: %s', (_, spent, byCurrency) => {
		expect(spend(2, spent)).toEqual({
			total: undefined,
			average: undefined,
			currency: undefined,
			byCurrency,
		});
	});

	it('keeps sums in a currency named like a prototype', () => {
		const { byCurrency } = spend(2, [
			['__proto__', 1],
			['EUR', 2],
		]);
		expect(Object.entries(byCurrency ?? {})).toEqual([
			['__proto__', 1],
			['EUR', 2],
		]);
	});
});

describe('roundMoney', () => {
	// Source: docstring of roundMoney.
	it.each([
		[0.1 + 0.2, undefined, 0.3],
		[1.23456, undefined, 1.2346],
		[33.333333, 2, 33.33],
		[-0.1 - 0.2, undefined, -0.3],
	])('%p to %p digits is %p', (value, digits, expected) => {
		expect(roundMoney(value, digits)).toBe(expected);
	});
});

describe('isSummary', () => {
	// Source: docstring of isSummary.
	it.each([
		['no orders', orderHistory([]), false],
		['orders one by one', orderHistory([5, 5, 12, 40]), false],
		['five orders summed up', summary(5, 0, 40), true],
		['five orders summed up without a first date', summary(5, undefined, 40), true],
		['two orders summed up: both days are known', summary(2, 0, 40), false],
		['two orders without a first date: one day is not known', summary(2, undefined, 40), true],
	])('%s: %p', (_, history, expected) => {
		expect(isSummary(history)).toBe(expected);
	});
});

describe('PurchaseHistory.gaps', () => {
	// Source: DESIGN section 2, interpurchase gap.
	it.each([
		[[], [], []],
		[[5], [], []],
		[
			[5, 12, 12, 13],
			[7, 1],
			[1, 7],
		],
		[
			[40, 10, 20],
			[10, 20],
			[10, 20],
		],
	])('of orders on days %p: %p', (days, gaps, sortedGaps) => {
		expect(orderHistory(days)).toMatchObject({ gaps, sortedGaps });
	});
});
