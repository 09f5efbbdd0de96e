import { OpenDays } from '../../../nodes/core/history/OpenDays';
import {
	summarisedHistory,
	type PurchaseSummary,
} from '../../../nodes/core/history/summarisedHistory';
import { ANNA, dayNumber, noonOf, summary as summaryOf, UTC } from '../orderHistory';

const FIRST = dayNumber('2026-01-01');
const LAST = dayNumber('2026-06-01');

function summarised(summary: Partial<PurchaseSummary>) {
	return summarisedHistory(
		ANNA,
		{
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
			customerKey: ANNA,
			orders: 5,
			pricedOrders: 5,
			orderDays: [FIRST, LAST],
			orderDayCount: 5,
			gaps: [],
			sortedGaps: [],
			meanGapDays: 151 / 4,
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
			{ orderDays: [LAST], orderDayCount: 1, firstOrderAt: noonOf(LAST), meanGapDays: Number.NaN },
		],
		[
			'several orders without a first date: it stays unknown',
			{ firstOrderAt: undefined },
			{
				orderDays: [LAST],
				orderDayCount: 5,
				firstOrderAt: undefined,
				meanGapDays: Number.NaN,
			},
		],
		[
			'several orders of one day are one order day',
			{ firstOrderAt: noonOf(LAST) - 1000 },
			{ orders: 5, orderDays: [LAST], orderDayCount: 1, meanGapDays: Number.NaN },
		],
		[
			'two orders have one gap, which is known',
			{ orders: 2 },
			{ orderDays: [FIRST, LAST], orderDayCount: 2, gaps: [151], meanGapDays: 151 },
		],
		[
			'orders without a last date are none',
			{ lastOrderAt: undefined },
			{ orders: 0, orderDays: [], meanGapDays: Number.NaN },
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

	it('counts the mean gap in open days', () => {
		// 2026-01-02 is a Friday; of the 14 days after it two are Sundays.
		const friday = dayNumber('2026-01-02');
		const closedOnSundays = new OpenDays([0]);
		expect(summaryOf(3, friday, friday + 14, {}, closedOnSundays).meanGapDays).toBe(6);
		expect(summaryOf(2, friday, friday + 14, {}, closedOnSundays).gaps).toEqual([12]);
		expect(summaryOf(3, friday, friday + 14).meanGapDays).toBe(7);
	});
});
