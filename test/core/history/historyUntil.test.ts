import fc from 'fast-check';

import { historyUntil } from '../../../nodes/core/history/historyUntil';
import { EVERY_DAY, OpenDays } from '../../../nodes/core/history/OpenDays';
import { orderHistory, summary } from '../orderHistory';

describe('historyUntil', () => {
	it('knows nothing before the first order, nor of summaries', () => {
		expect(historyUntil(orderHistory([10, 20]), 9, EVERY_DAY)).toBeUndefined();
		expect(historyUntil(orderHistory([]), 9, EVERY_DAY)).toBeUndefined();
		expect(historyUntil(summary(5, 10, 90), 100, EVERY_DAY)).toBeUndefined();
	});

	it('has no money, no categories and no times of the whole history', () => {
		const history = orderHistory([10, 20], { amount: 5, categories: ['bread'] });
		const then = historyUntil(history, 15, EVERY_DAY);
		expect(then).toMatchObject({
			orders: 1,
			pricedOrders: 0,
			firstOrderAt: undefined,
			lastOrderAt: undefined,
		});
		expect(then?.spent.size).toBe(0);
		expect(then?.categories).toBeUndefined();
	});

	it('is the history of the orders up to the day', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.nat({ max: 200 }), { minLength: 1, maxLength: 50 }),
				fc.nat({ max: 200 }),
				fc.boolean(),
				(days, day, isClosing) => {
					const openDays = isClosing ? new OpenDays([0, 6]) : EVERY_DAY;
					const then = historyUntil(orderHistory(days, {}, openDays), day, openDays);
					const seen = days.filter((one) => one <= day);
					if (seen.length === 0) {
						expect(then).toBeUndefined();
						return;
					}
					expect(then).toEqual({
						...orderHistory(seen, {}, openDays),
						firstOrderAt: undefined,
						lastOrderAt: undefined,
					});
				},
			),
		);
	});
});
