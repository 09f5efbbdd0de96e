import fc from 'fast-check';

import { buyerType } from '../../../nodes/core/lifecycle/buyerType';
import { everyDays, orderHistory, summary } from '../orderHistory';

describe('buyerType', () => {
	// Source: docstring of buyerType: quartile coefficient of dispersion (Bonett 2006) at most 0.35,
	// worked by hand: gaps 10, 20, 30 have Q1 15 and Q3 25, (25 - 15) / 40 = 0.25; gaps 5, 20, 35 have
	// Q1 12.5 and Q3 27.5, 15 / 40 = 0.375.
	it.each<[string, number[], boolean, string]>([
		['no order', [], false, 'none'],
		['one order', [5], false, 'oneTime'],
		['two orders on one day', [5, 5], false, 'oneTime'],
		['two order days', [5, 12], false, 'repeat'],
		['three steady order days are too few', [0, 7, 14], false, 'repeat'],
		['four steady order days', [0, 7, 14, 21], false, 'regular'],
		['gaps 10, 20, 30', [0, 10, 30, 60], false, 'regular'],
		['gaps 5, 20, 35', [0, 5, 25, 60], false, 'repeat'],
		['kills: gaps in time order instead of sorted', [0, 30, 40, 60], false, 'regular'],
		['seasonal', [0, 7, 14, 21], true, 'seasonal'],
	])('%s', (_, days, isSeasonal, expected) => {
		expect(buyerType(orderHistory(days), isSeasonal)).toBe(expected);
	});

	it('calls nobody regular of whom only first and last day are known', () => {
		expect(buyerType(summary(20, 0, 140), false)).toBe('repeat');
	});

	it('calls every steady pace regular, whatever the pace', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 200 }),
				fc.integer({ min: 4, max: 30 }),
				(gap, count) => {
					expect(buyerType(orderHistory(everyDays(gap, count, 20_000)), false)).toBe('regular');
				},
			),
		);
	});
});
