import fc from 'fast-check';

import { EVERY_DAY, OpenDays } from '../../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../../nodes/core/history/PurchaseHistory';
import {
	countsAt,
	PurchaseLog,
	repeatCounts,
	type RepeatCounts,
} from '../../../../nodes/core/lapse/forecast/PurchaseLog';
import { dayNumber, orderHistory, summary } from '../../orderHistory';

const START = dayNumber('2026-01-05');

/** 5 January 2026 is a Monday: from then on, weeks of five days. */
const NO_WEEKENDS = new OpenDays([0, 6]);

function on(days: readonly number[], openDays = EVERY_DAY): PurchaseHistory {
	return orderHistory(
		days.map((day) => START + day),
		{},
		openDays,
	);
}

/** The customers on a day, by loops over calendar days and nothing else. */
function plainly(
	customers: ReadonlyArray<readonly number[]>,
	today: number,
	isOpen: (day: number) => boolean = () => true,
): RepeatCounts[] {
	const openBetween = (from: number, to: number) => {
		let count = 0;
		for (let day = from + 1; day <= to; day++) if (isOpen(day)) count += 1;
		return count;
	};
	const found: RepeatCounts[] = [];
	for (const all of customers) {
		const days = [...new Set(all)].filter((day) => day <= today).sort((a, b) => a - b);
		if (days.length === 0) continue;
		const gaps: number[] = [];
		for (let i = 1; i < days.length; i++) {
			const gap = openBetween(days[i - 1]!, days[i]!);
			if (gap > 0) gaps.push(gap);
		}
		const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
		const squares = gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0);
		found.push({
			x: gaps.length,
			tx: openBetween(days[0]!, days[days.length - 1]!),
			T: openBetween(days[0]!, today),
			gapVariation: gaps.length < 3 ? Number.NaN : Math.sqrt(squares / gaps.length) / mean,
		});
	}
	return found;
}

function rowsOf(seen: ReturnType<PurchaseLog['observedAt']>): RepeatCounts[] {
	return Array.from(seen.x, (_, i) => countsAt(seen, i));
}

function expectAlike(found: RepeatCounts[], expected: RepeatCounts[]) {
	expect(found.map(({ x, tx, T }) => [x, tx, T])).toEqual(
		expected.map(({ x, tx, T }) => [x, tx, T]),
	);
	found.forEach(({ gapVariation }, i) =>
		Number.isNaN(expected[i]!.gapVariation)
			? expect(gapVariation).toBeNaN()
			: expect(gapVariation).toBeCloseTo(expected[i]!.gapVariation, 10),
	);
}

const customers = fc.array(fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 8 }), {
	maxLength: 8,
});
const today = fc.nat({ max: 70 });

describe('PurchaseLog', () => {
	const log = new PurchaseLog([on([0, 10, 30]), on([20]), on([]), on([40, 44])], EVERY_DAY);

	// Worked by hand: gaps 10 and 20; one order; none; a gap of 4.
	it.each<[number, number[][], number | undefined]>([
		[-1, [], undefined],
		[0, [[0, 0, 0]], undefined],
		[15, [[1, 10, 15]], 10],
		[
			20,
			[
				[1, 10, 20],
				[0, 0, 0],
			],
			10,
		],
		[
			50,
			[
				[2, 30, 50],
				[0, 0, 30],
				[1, 4, 10],
			],
			10,
		],
	])('sees customers as they were on day %p', (day, rows, typicalGapDays) => {
		const seen = log.observedAt(log.tickOf(START + day));
		expect(rowsOf(seen).map(({ x, tx, T }) => [x, tx, T])).toEqual(rows);
		expect(seen.typicalGapDays).toBe(typicalGapDays);
	});

	// Gaps 5, 10, 15: mean 10, deviations 5, 0, 5, so a standard deviation of sqrt(50 / 3).
	it('tells how much gaps vary, from three gaps on', () => {
		const one = new PurchaseLog([on([0, 5, 15, 30])], EVERY_DAY);
		expect(one.observedAt(START + 30).gapVariation[0]).toBeCloseTo(Math.sqrt(50 / 3) / 10, 12);
		expect(one.observedAt(START + 29).gapVariation[0]).toBeNaN();
	});

	it.each([
		[[0, 7], 7],
		[[0, 7, 16], 8],
		[[0, 7, 16, 17], 7],
	])('of orders on %p takes the median gap, %p', (days, expected) => {
		expect(new PurchaseLog([on(days)], EVERY_DAY).observedAt(START + 90).typicalGapDays).toBe(
			expected,
		);
	});

	it.each([
		[0, 9, [0]],
		[0, 10, [1]],
		[20, 9, [0, 0]],
		[20, 10, [1, 0]],
		[30, 100, [0, 0]],
		[40, 3, [0, 0, 0]],
		[40, 4, [0, 0, 1]],
	])('from day %p, within %p days: came back %p', (day, horizonDays, expected) => {
		expect([...log.returnsAfter(log.tickOf(START + day), horizonDays)]).toEqual(expected);
	});

	it('knows the first day of all, and who can be seen on earlier days', () => {
		expect(log.firstDay).toBe(log.tickOf(START));
		expect(log.customers).toBe(3);
		expect(new PurchaseLog([], EVERY_DAY)).toMatchObject({
			customers: 0,
			firstDay: Number.POSITIVE_INFINITY,
		});
		expect(new PurchaseLog([], EVERY_DAY).observedNow(START).x).toHaveLength(0);
	});
});

describe('PurchaseLog with summaries', () => {
	const whole = on([0, 10]);
	const summed = summary(5, START, START + 40);
	const log = new PurchaseLog([whole, summed], EVERY_DAY);

	it('has them as they are now, behind the others', () => {
		expectAlike(rowsOf(log.observedNow(START + 50)), [
			{ x: 1, tx: 10, T: 50, gapVariation: Number.NaN },
			{ x: 4, tx: 40, T: 50, gapVariation: Number.NaN },
		]);
	});

	it('does not have them on earlier days, nor in what came of customers', () => {
		expect(log.customers).toBe(1);
		expect(log.observedAt(START + 50).x).toHaveLength(1);
		expect(log.returnsAfter(START + 5, 50)).toHaveLength(1);
	});

	it('leaves out who has no first date: nobody knows for how long they have been customers', () => {
		const unknown = summary(5, undefined, START + 40);
		expect(repeatCounts(unknown, START + 50, EVERY_DAY)).toBeUndefined();
		expect(new PurchaseLog([unknown], EVERY_DAY).observedNow(START + 50).x).toHaveLength(0);
	});

	it('has those of one order, or of a single gap, like all others', () => {
		const log = new PurchaseLog(
			[summary(1, undefined, START), summary(2, START, START + 9)],
			EVERY_DAY,
		);
		expect(log.customers).toBe(2);
		expect(rowsOf(log.observedAt(START + 12)).map(({ x, tx, T }) => [x, tx, T])).toEqual([
			[0, 0, 12],
			[1, 9, 12],
		]);
	});

	it('takes the typical gap from mean gaps where no other is known', () => {
		expect(log.observedNow(START + 50).typicalGapDays).toBe(10);
		const summariesOnly = new PurchaseLog([summed, summary(3, START, START + 60)], EVERY_DAY);
		// Mean gaps of 10 and 30 days.
		expect(summariesOnly.observedNow(START + 60).typicalGapDays).toBe(20);
	});
});

describe('PurchaseLog on a shop with closed days', () => {
	it('counts open days', () => {
		const log = new PurchaseLog([on([0, 7, 9], NO_WEEKENDS)], NO_WEEKENDS);
		expect(rowsOf(log.observedAt(log.tickOf(START + 14)))).toMatchObject([{ x: 2, tx: 7, T: 10 }]);
	});

	it('takes two closed days in a row for one moment, for the log as for one customer', () => {
		const history = on([0, 5, 6, 8], NO_WEEKENDS);
		const log = new PurchaseLog([history], NO_WEEKENDS);
		const expected = { x: 2, tx: 6, T: 9 };
		expect(rowsOf(log.observedAt(log.tickOf(START + 11)))).toMatchObject([expected]);
		expect(repeatCounts(history, START + 11, NO_WEEKENDS)).toMatchObject(expected);
	});
});

describe('PurchaseLog, laws', () => {
	it('sees what a plain loop sees', () => {
		fc.assert(
			fc.property(customers, today, (all, day) => {
				const log = new PurchaseLog(
					all.map((days) => on(days)),
					EVERY_DAY,
				);
				expectAlike(rowsOf(log.observedAt(log.tickOf(START + day))), plainly(all, day));
			}),
		);
	});

	it('sees what a plain loop sees, weekends closed', () => {
		// Friday of the clock lasts until Sunday.
		const weekdays = fc.constantFrom(0, 1, 2, 3, 6);
		fc.assert(
			fc.property(customers, fc.nat({ max: 9 }), weekdays, (all, week, weekday) => {
				const day = 7 * week + weekday;
				const log = new PurchaseLog(
					all.map((days) => on(days, NO_WEEKENDS)),
					NO_WEEKENDS,
				);
				const isOpen = (one: number) => one % 7 < 5;
				expectAlike(rowsOf(log.observedAt(log.tickOf(START + day))), plainly(all, day, isOpen));
			}),
		);
	});

	it('says of one customer what it says of all', () => {
		fc.assert(
			fc.property(customers, fc.boolean(), (all, isClosing) => {
				const openDays = isClosing ? NO_WEEKENDS : EVERY_DAY;
				const histories = all.map((days) => on(days, openDays));
				const seen = new PurchaseLog(histories, openDays).observedNow(START + 70);
				expectAlike(
					rowsOf(seen),
					histories.map((history) => repeatCounts(history, START + 70, openDays)!),
				);
			}),
		);
	});

	it('has come back whoever has a next order within the horizon', () => {
		fc.assert(
			fc.property(customers, today, fc.integer({ min: 1, max: 40 }), (all, day, horizonDays) => {
				const log = new PurchaseLog(
					all.map((days) => on(days)),
					EVERY_DAY,
				);
				const expected = all
					.filter((days) => days.some((one) => one <= day))
					.map((days) => Number(days.some((one) => one > day && one <= day + horizonDays)));
				expect([...log.returnsAfter(START + day, horizonDays)]).toEqual(expected);
			}),
		);
	});
});
