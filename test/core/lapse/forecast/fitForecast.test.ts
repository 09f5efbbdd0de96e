import { EVERY_DAY } from '../../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../../nodes/core/history/PurchaseHistory';
import {
	fitForecast,
	type ForecastFit,
	type ForecastSettings,
} from '../../../../nodes/core/lapse/forecast/fitForecast';
import { forecastReturn } from '../../../../nodes/core/lapse/forecast/ForecastModel';
import { PurchaseLog, repeatCounts } from '../../../../nodes/core/lapse/forecast/PurchaseLog';
import { RETURN_FEATURES } from '../../../../nodes/core/lapse/forecast/returnFeatures';
import { returnLimits } from '../../../../nodes/core/lapse/forecast/returnLimits';
import { historiesOf, orderDaysOf, seenUntil, SHOP_KINDS, shuffled } from './shops';

const AUTO: ForecastSettings = { horizonDays: 120, model: 'auto' };
const END = SHOP_KINDS.poisson.knownDays;

/** A shop of 600 customers a year after it opened, and what came of them. */
const future = orderDaysOf({ ...SHOP_KINDS.poisson, customers: 600 }, 11, END + 200);
const shop = historiesOf(seenUntil(future, END));

function fitted(
	histories: readonly PurchaseHistory[],
	settings = AUTO,
	asOfDay = END,
): Exclude<ForecastFit, { missing: string }> {
	const fit = fitForecast(new PurchaseLog(histories, EVERY_DAY), asOfDay, settings);
	if ('missing' in fit) throw new Error(fit.missing);
	return fit;
}

function missingOf(
	orderDays: readonly (readonly number[])[],
	settings = AUTO,
	asOfDay = END,
): string | undefined {
	const fit = fitForecast(new PurchaseLog(historiesOf(orderDays), EVERY_DAY), asOfDay, settings);
	return 'missing' in fit ? fit.missing : undefined;
}

function mean(values: ArrayLike<number>): number {
	return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

/** All figures of a forecast, to compare them to a number of digits. */
function figuresOf(value: unknown): number[] {
	if (typeof value === 'number') return [value];
	if (typeof value !== 'object' || value === null) return [];
	return Object.values(value).flatMap(figuresOf);
}

/** So many customers of one order, and so many of two. */
function counted(once: number, twice: number): number[][] {
	return [
		...Array.from({ length: once }, (_, i) => [i % 300]),
		...Array.from({ length: twice }, (_, i) => [i % 200, (i % 200) + 20 + (i % 50)]),
	];
}

describe('fitForecast', () => {
	const fit = fitted(shop);

	it('gives each customer the probability that its forecast gives', () => {
		expect(fit.probabilities).toHaveLength(shop.length);
		shop.forEach((history, i) => {
			const { returnProbability } = forecastReturn(
				{ ...fit.forecast, value: null },
				repeatCounts(history, END, EVERY_DAY)!,
			);
			expect(returnProbability).toBeCloseTo(fit.probabilities[i]!, 10);
		});
	});

	it('says what it rests on, with limits from its own probabilities', () => {
		expect(fit.forecast).toMatchObject({
			horizonDays: 120,
			customers: shop.length,
			model: { name: 'paretoNbd' },
			limits: returnLimits(fit.probabilities),
		});
		expect(fit.forecast.correction?.map(({ feature }) => feature)).toEqual([...RETURN_FEATURES]);
		expect(fit.notes).toEqual([]);
	});

	it('always gives the same', () => {
		expect(fitted(shop)).toEqual(fit);
	});

	it.each([1, 2, 3])('does not care in what order customers come, shuffle %p', (seed) => {
		const order = shuffled(
			shop.map((_, i) => i),
			seed,
		);
		const other = fitted(order.map((i) => shop[i]!));
		const [found, expected] = [figuresOf(other.forecast), figuresOf(fit.forecast)];
		expect(found).toHaveLength(expected.length);
		found.forEach((figure, i) =>
			expect(Math.abs(figure - expected[i]!)).toBeLessThan(1e-9 * (1 + Math.abs(expected[i]!))),
		);
		order.forEach((customer, i) =>
			expect(Math.abs(other.probabilities[i]! - fit.probabilities[customer]!)).toBeLessThan(1e-9),
		);
	});

	it('does not look at what comes after the day', () => {
		expect(fitted(historiesOf(future))).toEqual(fit);
		// It would have found something there.
		expect(fitted(historiesOf(future), AUTO, END + 60).probabilities).not.toEqual(
			fit.probabilities,
		);
	});

	it('has probabilities that add up to about as many as come back', () => {
		const came = future.filter(
			(days) => days.some((day) => day <= END) && days.some((day) => day > END && day <= END + 120),
		);
		expect(mean(fit.probabilities) * shop.length).toBeGreaterThan(0.8 * came.length);
		expect(mean(fit.probabilities) * shop.length).toBeLessThan(1.25 * came.length);
	});

	it.each(['bgNbd', 'mbgNbd', 'paretoNbd'] as const)('%s is the plain formula', (model) => {
		const plain = fitted(shop, { ...AUTO, model });
		expect(plain.forecast).toMatchObject({ model: { name: model }, correction: null, shift: 0 });
		expect(plain.notes).toEqual([]);
	});

	it('counts in any unit of time: a shop half as fast, seen for twice as long', () => {
		const slow = historiesOf(seenUntil(future, END).map((days) => days.map((day) => 2 * day)));
		const twice = fitted(slow, { horizonDays: 240, model: 'paretoNbd' }, 2 * END);
		const once = fitted(shop, { horizonDays: 120, model: 'paretoNbd' });
		const byKey = (probabilities: Float64Array) => [...probabilities];
		byKey(twice.probabilities).forEach((probability, i) =>
			expect(probability).toBeCloseTo(once.probabilities[i]!, 4),
		);
		// With what is learned, all but exactly: a whole day is added to every silence.
		const learned = fitted(slow, { ...AUTO, horizonDays: 240 }, 2 * END);
		learned.probabilities.forEach((probability, i) =>
			expect(Math.abs(probability - fit.probabilities[i]!)).toBeLessThan(0.03),
		);
	});

	it('learns nothing from the past where of many customers only a summary is known, and says so', () => {
		const end = SHOP_KINDS.poisson.knownDays;
		const histories = historiesOf(seenUntil(orderDaysOf(SHOP_KINDS.poisson, 5, end), end));
		const summed = histories.map((history) => {
			const { orderDays, orderDayCount } = history;
			const ends = [orderDays[0]!, orderDays[orderDays.length - 1]!];
			return orderDayCount < 3
				? history
				: { ...history, orderDays: ends, gaps: [], sortedGaps: [] };
		});
		const [whole, sums] = [histories, summed].map((all) =>
			fitForecast(new PurchaseLog(all, EVERY_DAY), end, { horizonDays: 90, model: 'auto' }),
		);
		if (!whole || !sums || 'missing' in whole || 'missing' in sums) throw new Error('no forecast');
		expect(whole.forecast.correction).not.toBeNull();
		expect(sums.forecast.correction).toBeNull();
		expect(sums.forecast.model.name).toBe(whole.forecast.model.name);
		for (const [name, value] of Object.entries(whole.forecast.model.parameters)) {
			expect(Object.entries(sums.forecast.model.parameters)).toContainEqual([
				name,
				expect.closeTo(value, 6),
			]);
		}
		expect(sums.notes).toEqual([
			'Of many customers only the number of orders and two dates are known, so nothing is learned from what the model misses: its own forecast is used.',
		]);
	});

	it('falls back on the plain model, and says so, where the past is too short to learn from', () => {
		const young = fitted(historiesOf(counted(60, 30)), { horizonDays: 60, model: 'auto' });
		expect(young.forecast.correction).toBeNull();
		expect(young.notes).toEqual([
			'The past is too short, so nothing is learned from what the model misses: its own forecast is used.',
		]);
	});
});

describe('fitForecast says what is missing', () => {
	it.each<[string, number[][], number, string]>([
		['nobody', [], END, '0 customers with an order, 50 are needed'],
		['one customer', counted(0, 1), END, '1 customer with an order, 50 are needed'],
		['49 customers', counted(19, 30), END, '49 customers with an order, 50 are needed'],
		[
			'only one-time buyers',
			counted(500, 0),
			END,
			'0 customers ordered on more than one day, 20 are needed',
		],
		[
			'19 came back',
			counted(80, 19),
			END,
			'19 customers ordered on more than one day, 20 are needed',
		],
		[
			'a shop that is too young',
			counted(60, 60).map((days) => days.map((day) => Math.floor(day / 6))),
			59,
			'the first order is 59 days old, a forecast for 120 days needs 60',
		],
	])('%s', (_, orderDays, asOfDay, missing) => {
		expect(missingOf(orderDays, AUTO, asOfDay)).toBe(missing);
	});

	it('needs no more than it says', () => {
		expect(missingOf(counted(30, 20))).toBeUndefined();
		const young = counted(60, 60).map((days) => days.map((day) => Math.floor(day / 6)));
		expect(missingOf(young, AUTO, 60)).toBeUndefined();
	});

	// Everybody orders each 20 days to the very end: no customer is seen to leave.
	const staying = Array.from({ length: 200 }, (_, i) =>
		Array.from({ length: 18 }, (_, order) => (i % 20) + 20 * order),
	);

	it.each(['auto', 'bgNbd', 'mbgNbd', 'paretoNbd'] as const)(
		'%s notices that nobody leaves',
		(model) => {
			expect(missingOf(staying, { ...AUTO, model })).toBe(
				'the orders do not show customers leaving, so all of them would count as staying for good',
			);
		},
	);

	it('never stops at a shop that is odd', () => {
		const odd: Record<string, number[][]> = {
			'all on one day': Array.from({ length: 80 }, () => [END]),
			'all orders today': Array.from({ length: 80 }, (_, i) => (i < 40 ? [END - 1, END] : [END])),
			'all twice, at once': Array.from({ length: 80 }, () => [0, 1]),
			'one huge buyer': [...counted(60, 30), Array.from({ length: 365 }, (_, i) => i)],
		};
		for (const orderDays of Object.values(odd)) {
			for (const model of ['auto', 'bgNbd', 'mbgNbd', 'paretoNbd'] as const) {
				const fit = fitForecast(new PurchaseLog(historiesOf(orderDays), EVERY_DAY), END, {
					...AUTO,
					model,
				});
				if ('missing' in fit) expect(fit.missing).toMatch(/^\S.+[^.]$/);
				else {
					expect(fit.probabilities.every((one) => one >= 0 && one <= 1)).toBe(true);
					expect(figuresOf(fit.forecast).every(Number.isFinite)).toBe(true);
				}
			}
		}
	});
});
