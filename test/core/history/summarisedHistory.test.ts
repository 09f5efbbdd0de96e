import {
	summarisedHistory,
	type PurchaseSummary,
} from '../../../nodes/core/history/summarisedHistory';
import { dayNumber, noonOf, UTC } from '../orderHistory';

const FIRST = dayNumber('2026-01-01');
const LAST = dayNumber('2026-06-01');

function summarised(summary: Partial<PurchaseSummary>) {
	return summarisedHistory(
		{
			customerKey: 'anna@shop.example',
			orders: 5,
			firstOrderAt: noonOf(FIRST),
			lastOrderAt: noonOf(LAST),
			totalSpent: 100,
			currency: 'EUR',
			...summary,
		},
		UTC,
	);
}

describe('summarisedHistory', () => {
	it('knows the first and last day and makes none up between', () => {
		expect(summarised({})).toEqual({
			customerKey: 'anna@shop.example',
			orders: 5,
			orderDays: [FIRST, LAST],
			orderDayCount: 5,
			firstOrderAt: noonOf(FIRST),
			lastOrderAt: noonOf(LAST),
			spent: new Map([['EUR', 100]]),
		});
	});

	// Source: docstring of summarisedHistory.
	it.each<[string, Partial<PurchaseSummary>, object]>([
		[
			'one order: the first is the last',
			{ orders: 1, firstOrderAt: undefined },
			{ orderDays: [LAST], orderDayCount: 1, firstOrderAt: noonOf(LAST) },
		],
		[
			'several orders without a first date: it stays unknown',
			{ firstOrderAt: undefined },
			{ orderDays: [LAST], orderDayCount: 5, firstOrderAt: undefined },
		],
		[
			'several orders of one day are one order day',
			{ firstOrderAt: noonOf(LAST) - 1000 },
			{ orders: 5, orderDays: [LAST], orderDayCount: 1 },
		],
		[
			'no order, whatever the dates say',
			{ orders: 0 },
			{
				orders: 0,
				orderDays: [],
				orderDayCount: 0,
				firstOrderAt: undefined,
				lastOrderAt: undefined,
			},
		],
		['no spend known', { totalSpent: undefined }, { spent: new Map() }],
		[
			'kills: a spend of zero taken for unknown',
			{ totalSpent: 0 },
			{ spent: new Map([['EUR', 0]]) },
		],
		['no currency known', { currency: undefined }, { spent: new Map([['', 100]]) }],
	])('%s', (_, summary, expected) => {
		expect(summarised(summary)).toMatchObject(expected);
	});
});
