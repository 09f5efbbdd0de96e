import { gapAfter, learnStoreRhythm } from '../../../nodes/core/history/StoreRhythm';
import { everyDays, orderHistory, summary } from '../orderHistory';

const DAY = 20_000;

/** So many customers who bought at one steady gap. */
function customers(count: number, gap: number, orders: number) {
	return Array.from({ length: count }, () => orderHistory(everyDays(gap, orders, DAY)));
}

describe('learnStoreRhythm', () => {
	// Source: docstrings in StoreRhythm.ts: twenty gaps per step, ten of a store, eight customers.
	it('knows a step from twenty customers on', () => {
		expect(gapAfter(learnStoreRhythm(customers(19, 30, 2)), 1)).toBeUndefined();
		expect(gapAfter(learnStoreRhythm(customers(20, 30, 2)), 1)).toEqual({ days: 30, gaps: 20 });
	});

	it('knows the store from ten gaps on', () => {
		expect(learnStoreRhythm(customers(9, 30, 2)).typicalGapDays).toBeUndefined();
		expect(learnStoreRhythm(customers(10, 30, 2)).typicalGapDays).toBe(30);
	});

	it('tells quick from slow customers from eight with two gaps on', () => {
		expect(learnStoreRhythm(customers(7, 30, 3)).quickGapDays).toBeUndefined();
		expect(learnStoreRhythm(customers(8, 30, 3)).quickGapDays).toBe(30);
		expect(learnStoreRhythm(customers(50, 30, 2)).quickGapDays).toBeUndefined();
	});

	it('has the pace of the quickest quarter', () => {
		const histories = [...customers(4, 10, 3), ...customers(12, 60, 3)];
		// Quartile of 4 times 10 and 12 times 60: position 3.75, three quarters of the way to 60.
		expect(learnStoreRhythm(histories).quickGapDays).toBe(47.5);
	});

	it('keeps the steps apart', () => {
		const histories = Array.from({ length: 20 }, () => orderHistory([DAY, DAY + 60, DAY + 70]));
		const rhythm = learnStoreRhythm(histories);
		expect(gapAfter(rhythm, 1)?.days).toBe(60);
		expect(gapAfter(rhythm, 2)?.days).toBe(10);
		expect(gapAfter(rhythm, 3)).toBeUndefined();
		expect(rhythm.typicalGapDays).toBe(35);
	});

	it('looks steps beyond the twelfth up as the twelfth', () => {
		const rhythm = learnStoreRhythm(customers(4, 9, 18));
		// Steps 12 to 17 of four customers are 24 gaps; each single step has four.
		expect(gapAfter(rhythm, 12)).toEqual({ days: 9, gaps: 24 });
		expect(gapAfter(rhythm, 400)).toEqual({ days: 9, gaps: 24 });
		expect(gapAfter(rhythm, 11)).toBeUndefined();
	});

	it('learns no gaps from one-time buyers, people without orders and summaries, only their mean pace', () => {
		const ofCrm = summary(10, DAY - 900, DAY);
		const histories = [
			...Array.from({ length: 100 }, () => ofCrm),
			...Array.from({ length: 100 }, () => orderHistory([DAY])),
			...Array.from({ length: 100 }, () => orderHistory([])),
		];
		expect(learnStoreRhythm(histories)).toEqual({
			gapAfterOrderNumber: new Map(),
			typicalGapDays: undefined,
			quickGapDays: 100,
		});
	});

	it('does not depend on the order of the customers', () => {
		const histories = [...customers(20, 7, 4), ...customers(20, 31, 3), ...customers(5, 90, 6)];
		expect(learnStoreRhythm([...histories].reverse())).toEqual(learnStoreRhythm(histories));
	});
});
