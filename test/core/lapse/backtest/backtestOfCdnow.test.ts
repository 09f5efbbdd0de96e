import { expectInterval } from '../../../../nodes/core/history/expectedInterval';
import { historyUntil } from '../../../../nodes/core/history/historyUntil';
import { EVERY_DAY } from '../../../../nodes/core/history/OpenDays';
import { learnStoreRhythm } from '../../../../nodes/core/history/StoreRhythm';
import { backtestHtml } from '../../../../nodes/core/lapse/backtest/backtestHtml';
import { backtestText } from '../../../../nodes/core/lapse/backtest/backtestText';
import { isoDate } from '../../../../nodes/core/reading/TimeZone';
import { sharedTable } from '../../history/sharedOrders';
import { dayNumber, orderHistory } from '../../orderHistory';
import { replay, rowsByName } from './pastOf';

const orders = sharedTable('cdnow/transactions.csv');
const describeIfThere = orders ? describe : describe.skip;
const word = orders ? '' : ' (cdnow/transactions.csv is missing in ../shared/data)';

describeIfThere(`The backtest of CDNOW as of 1998-06-30${word}`, () => {
	const asOfDay = dayNumber('1998-06-30');
	const daysOf = new Map<string, number[]>();
	for (const { sample_id: id = '', date = '' } of orders ?? []) {
		daysOf.set(id, [...(daysOf.get(id) ?? []), dayNumber(date)]);
	}
	const histories = [...daysOf].map(([customerKey, days]) => orderHistory(days, { customerKey }));
	const request = { horizonDays: 90, fallbackDays: 30, recogniseSeasons: true };
	const backtest = replay(histories, asOfDay, request);

	/** Customers by the days since their last order up to a day, and whether they came back, from the bare rows. */
	function looked(day: number) {
		return [...daysOf.values()]
			.filter((days) => days.some((one) => one <= day))
			.map((days) => ({
				silent: day - Math.max(...days.filter((one) => one <= day)),
				returned: days.some((one) => one > day && one <= day + 90),
			}));
	}

	it('looks ahead from three days, at all customers there were', () => {
		expect(backtest.days.map(isoDate)).toEqual(['1998-04-01', '1998-01-01', '1997-10-03']);
		expect(backtest.customers).toBe(3 * 2357);
		const customers = backtest.days.flatMap(looked);
		expect(backtest.cameBack).toBe(customers.filter(({ returned }) => returned).length);
	});

	it.each([30, 60, 180, 365])('counts what a plain loop over the rows counts: %p days', (days) => {
		const flagged = backtest.days.flatMap(looked).filter(({ silent }) => silent > days);
		expect(rowsByName(backtest).get(`Fixed Window, ${days} days`)).toMatchObject({
			flagged: flagged.length,
			cameBack: flagged.filter(({ returned }) => returned).length,
		});
	});

	it('finds the forecast better than every window, and true to within 3 % where many stand', () => {
		expect(backtest.recommended?.setting.method).toBe('predictive');
		expect(backtest.recommended?.balancedAccuracy).toBeGreaterThan(0.745);
		for (const { customers, forecast, observed } of backtest.calibration!.bins) {
			if (customers >= 400) expect(Math.abs(forecast - observed)).toBeLessThan(0.03);
		}
	});

	it('finds the same, to the last digit, with the customers in another order', () => {
		expect(replay([...histories].reverse(), asOfDay, request)).toEqual(backtest);
	});

	it('holds nobody for gone by forecast who is not due yet', () => {
		const due = backtest.days.reduce((count, day) => {
			const seen = histories.flatMap((history) => historyUntil(history, day, EVERY_DAY) ?? []);
			const rhythm = learnStoreRhythm(seen);
			const policy = { method: 'learned', fallbackDays: 30, recogniseSeasons: true } as const;
			return (
				count +
				seen.filter((history) => {
					const silent = day - history.orderDays[history.orderDays.length - 1]!;
					return silent > expectInterval(history, policy, rhythm).days;
				}).length
			);
		}, 0);
		const { flagged } = rowsByName(backtest).get('Predictive, chance below 50 %')!;
		expect(flagged).toBeLessThanOrEqual(due);
	});

	it('fits into one and a half thousand characters, and into a mail that Gmail does not clip', () => {
		expect(backtestText(backtest, { asOfDay }).length).toBeLessThan(1500);
		expect(backtestHtml(backtest, { asOfDay }).length).toBeLessThan(80_000);
	});
});
