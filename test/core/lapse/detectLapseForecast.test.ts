import { EVERY_DAY, OpenDays } from '../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import { learnStoreRhythm } from '../../../nodes/core/history/StoreRhythm';
import {
	detectLapse,
	type LapseFacts,
	type LapsePolicy,
	type LapseRun,
} from '../../../nodes/core/lapse/detectLapse';
import { fitForecast } from '../../../nodes/core/lapse/forecast/fitForecast';
import {
	forecastReturn,
	type ForecastModel,
} from '../../../nodes/core/lapse/forecast/ForecastModel';
import { PurchaseLog, repeatCounts } from '../../../nodes/core/lapse/forecast/PurchaseLog';
import { isGone, LAPSE_STATUSES } from '../../../nodes/core/lapse/LapseVerdict';
import {
	dayNumber,
	everyDays,
	NO_RHYTHM,
	noonOf,
	orderHistory,
	summary,
	UTC,
} from '../orderHistory';
import { plainForecast } from './forecast/models';
import { historiesOf, orderDaysOf, seenUntil, SHOP_KINDS } from './forecast/shops';

const LAST = dayNumber('2026-03-02');

const POLICY: LapsePolicy = {
	interval: { method: 'learned', fallbackDays: 90, recogniseSeasons: true },
	silence: { atRiskAfter: { times: 1.5 }, lapsedAfter: { times: 2 }, lostAfter: { times: 3 } },
	quietDaysAfterContact: 14,
	action: 'order',
};

function runOn(
	day: number,
	forecast: ForecastModel | undefined,
	more: Partial<LapseRun> = {},
): LapseRun {
	return {
		policy: POLICY,
		rhythm: NO_RHYTHM,
		zone: UTC,
		openDays: EVERY_DAY,
		asOf: noonOf(day),
		...(forecast ? { forecast } : {}),
		forecastDecides: true,
		...more,
	};
}

/** Six orders, each 14 days after the last. */
const BREAD = orderHistory(everyDays(14, 6, LAST), { amount: 20, currency: 'EUR' });

/** What a forecast gives BREAD after so many days of silence. */
function likely(forecast: ForecastModel, silent: number) {
	return forecastReturn(forecast, repeatCounts(BREAD, LAST + silent, EVERY_DAY)!);
}

function after(silent: number, forecast = plainForecast(), facts: LapseFacts = {}) {
	return detectLapse(BREAD, facts, runOn(LAST + silent, forecast))!;
}

const VALUE: ForecastModel['value'] = {
	currency: 'EUR',
	parameters: { p: 6.25, q: 3.74, gamma: 15.44 },
	meanOrderValue: 35,
	isDegenerate: false,
};

describe('detectLapse by forecast', () => {
	it('fills the contract', () => {
		const forecast = plainForecast({ value: VALUE });
		const silent = 100;
		const { returnProbability, expectedOrders } = likely(forecast, silent);
		// Gamma-Gamma on 6 orders of 20: p (gamma + x m) / (p x + q - 1).
		const perOrder = (6.25 * (15.44 + 6 * 20)) / (6.25 * 6 + 3.74 - 1);
		const verdict = after(silent, forecast, { previousStatus: 'atRisk' });
		expect(verdict).toEqual({
			customerKey: 'anna@shop.example',
			email: null,
			watch: 'purchases',
			status: 'lapsed',
			previousStatus: 'atRisk',
			statusToSave: 'lapsed',
			episodeId: 'anna@shop.example/2026-03-02',
			daysSince: 100,
			expectedIntervalDays: 14,
			basis: 'ownGaps',
			confidence: 'high',
			dueAt: '2026-03-16T00:00:00.000Z',
			daysOverdue: 86,
			ratio: 7.14,
			returnProbability: Math.round(returnProbability * 10_000) / 10_000,
			horizonDays: 90,
			expectedOrders: Math.round(expectedOrders * 1000) / 1000,
			expectedValue: Math.round(expectedOrders * perOrder * 100) / 100,
			// At the usual pace, 90 / 14 orders come within the horizon.
			valueAtRisk: Math.round((1 - returnProbability) * (90 / 14) * perOrder * 100) / 100,
			newlyLapsed: true,
			lapsedSince: expect.any(String),
			reactivated: false,
			daysAway: null,
			totalSpent: 120,
			averageOrderValue: 20,
			currency: 'EUR',
			spentByCurrency: null,
			contact: { count: null, lastAt: null, suppressedUntil: null },
			held: null,
			suggestedAction: 'winBack',
			reason: `Last order 100 days ago, expects one every 14; ${Math.round(returnProbability * 1000) / 10} % likely to order within 90 days, lapsed below 25 %.`,
			asOf: '2026-06-10T12:00:00.000Z',
		});
		// Not one of the figures is what it is by chance.
		expect(verdict.returnProbability).toBeGreaterThan(0.05);
		expect(verdict.expectedOrders).toBeGreaterThan(verdict.returnProbability!);
	});

	it('takes its status from the limits of the forecast', () => {
		const p = likely(plainForecast(), 50).returnProbability;
		const limitsAround = (atRisk: number, lapsed: number, lost: number) =>
			plainForecast({ limits: { atRisk: p + atRisk, lapsed: p + lapsed, lost: p + lost } });
		expect(after(50, limitsAround(0, -0.01, -0.02)).status).toBe('active');
		expect(after(50, limitsAround(0.001, 0, -0.02)).status).toBe('atRisk');
		expect(after(50, limitsAround(0.1, 0.001, 0)).status).toBe('lapsed');
		expect(after(50, limitsAround(0.1, 0.05, 0.001)).status).toBe('lost');
	});

	it.each([
		['atRisk', { atRisk: 1, lapsed: 0.001, lost: 0 }, 'lapsed below 0.1 %', 'remind'],
		['lapsed', { atRisk: 1, lapsed: 1, lost: 0.001 }, 'lapsed below 100 %', 'winBack'],
		['lost', { atRisk: 1, lapsed: 1, lost: 0.995 }, 'lost below 99.5 %', 'leaveInPeace'],
		['active', { atRisk: 0.001, lapsed: 0.001, lost: 0 }, 'at risk below 0.1 %', 'none'],
	] as const)('%s, and says which limit it was', (status, limits, words, suggestedAction) => {
		const forecast = plainForecast({ limits });
		const percent = Math.round(likely(forecast, 20).returnProbability * 1000) / 10;
		expect(after(20, forecast)).toMatchObject({
			status,
			suggestedAction,
			reason: `Last order 20 days ago, expects one every 14; ${percent} % likely to order within 90 days, ${words}.`,
		});
	});

	it('has nobody lapse before an order is due, and says why', () => {
		const forecast = plainForecast({ limits: { atRisk: 1, lapsed: 1, lost: 0.995 } });
		for (let silent = 0; silent <= 14; silent++) {
			expect(after(silent, forecast)).toMatchObject({
				status: 'active',
				lapsedSince: null,
				suggestedAction: 'none',
				reason: expect.stringMatching(/% likely to order within 90 days, but not due yet\.$/),
			});
		}
		expect(after(15, forecast)).toMatchObject({
			status: 'lost',
			lapsedSince: UTC.dayToIso(LAST + 15),
		});
	});

	it('tells only orders and other actions in their words', () => {
		const once = orderHistory([LAST]);
		const run = runOn(LAST + 200, plainForecast({ limits: { atRisk: 1, lapsed: 1, lost: 0 } }));
		const policy = { ...POLICY, action: 'booking' };
		expect(detectLapse(once, {}, { ...run, policy })?.reason).toMatch(
			/^Only booking 200 days ago, expects the next within 90; [\d.]+ % likely to come back within 90 days, lapsed below 100 %\.$/,
		);
	});

	it('gives forecasts without letting them decide, where silence does', () => {
		const run = runOn(LAST + 30, plainForecast({ limits: { atRisk: 0, lapsed: 0, lost: 0 } }));
		const verdict = detectLapse(BREAD, {}, { ...run, forecastDecides: false })!;
		expect(verdict).toMatchObject({
			status: 'lapsed',
			lapsedSince: UTC.dayToIso(LAST + 29),
			returnProbability: expect.any(Number),
			reason: 'Last order 30 days ago; expects one every 14 days, lapsed after 28.',
		});
	});

	it('goes by silence for who has no known first order', () => {
		const unknown = summary(6, undefined, LAST);
		expect(detectLapse(unknown, {}, runOn(LAST + 300, plainForecast()))).toMatchObject({
			status: 'lost',
			returnProbability: null,
			horizonDays: null,
			expectedOrders: null,
			expectedValue: null,
			valueAtRisk: null,
			reason: expect.stringContaining('lost after 270'),
		});
	});

	it('leaves who buys by season to their season', () => {
		const holidays = orderHistory([2023, 2024, 2025].map((year) => dayNumber(`${year}-12-10`)));
		const never = plainForecast({ limits: { atRisk: 1, lapsed: 1, lost: 1 } });
		const on = (date: string) => detectLapse(holidays, {}, runOn(dayNumber(date), never));
		expect(on('2026-09-01')).toMatchObject({
			status: 'active',
			returnProbability: null,
			valueAtRisk: null,
			reason: expect.stringContaining('buys by season'),
		});
		expect(on('2027-02-20')?.status).toBe('lapsed');
		// Unless seasons are not looked for.
		const policy = {
			...POLICY,
			interval: { ...POLICY.interval, recogniseSeasons: false },
		};
		const run = runOn(dayNumber('2027-06-01'), never, { policy });
		expect(detectLapse(holidays, {}, run)).toMatchObject({
			status: 'lost',
			returnProbability: expect.any(Number),
		});
	});
});

describe('detectLapse by forecast, money', () => {
	it.each<[string, ForecastModel['value'], Partial<PurchaseHistory>, number | null]>([
		['no value known', null, { spent: new Map(), pricedOrders: 0 }, null],
		['no amounts of this customer', VALUE, { spent: new Map(), pricedOrders: 0 }, null],
		['nothing learned: the own mean', null, {}, 20],
		[
			'another currency: the own mean',
			VALUE,
			{ spent: new Map([['USD', 300]]), pricedOrders: 6 },
			50,
		],
		['degenerate: the mean of all', { ...VALUE!, isDegenerate: true }, {}, 35],
	])('%s', (_, value, more, perOrder) => {
		const forecast = plainForecast({ value });
		const { returnProbability, expectedOrders } = likely(forecast, 40);
		const verdict = detectLapse({ ...BREAD, ...more }, {}, runOn(LAST + 40, forecast))!;
		if (perOrder === null) {
			expect(verdict).toMatchObject({ expectedValue: null, valueAtRisk: null });
			return;
		}
		expect(verdict.expectedValue).toBeCloseTo(expectedOrders * perOrder, 1);
		expect(verdict.valueAtRisk).toBeCloseTo((1 - returnProbability) * (90 / 14) * perOrder, 1);
	});
});

describe('detectLapse by forecast, comebacks', () => {
	// Source: comments of LapseVerdict.reactivated and daysAway.
	it.each<[string, number[], LapseFacts['previousStatus'], boolean | null, number | null]>([
		['gone last time, back now', [0, 14, 28, 128], 'lost', true, 100],
		['lapsed last time, lapsed still', [0, 14, 28], 'lapsed', false, null],
		['at risk last time', [0, 14, 28, 128], 'atRisk', false, null],
		['not known, but a gap beyond the limit', [0, 14, 28, 42, 142], undefined, true, 100],
		['not known, and no such gap', [0, 14, 28, 42], undefined, false, null],
		['a first order', [0], undefined, null, null],
	])('%s', (_, days, previousStatus, reactivated, daysAway) => {
		const last = days[days.length - 1]!;
		const history = orderHistory(days.map((day) => LAST + day));
		// Whoever is past due is lapsed; who ordered yesterday is not.
		const forecast = plainForecast({ limits: { atRisk: 1, lapsed: 1, lost: 0 } });
		const today = LAST + last + (previousStatus === 'lapsed' ? 60 : 1);
		expect(detectLapse(history, { previousStatus }, runOn(today, forecast))).toMatchObject({
			reactivated,
			daysAway,
		});
	});
});

describe('lapsedSince by forecast', () => {
	/** The first day after the last order on which somebody was lapsed or lost, by looking at each. */
	function firstDayGone(history: PurchaseHistory, today: number, run: (day: number) => LapseRun) {
		const last = history.orderDays[history.orderDays.length - 1]!;
		for (let day = last; day <= today; day++) {
			const verdict = detectLapse(history, {}, run(day))!;
			if (isGone(verdict.status)) return UTC.dayToIso(day);
		}
		return null;
	}

	const kind = { ...SHOP_KINDS.regular, customers: 250 };
	const seen = seenUntil(orderDaysOf(kind, 4, kind.knownDays), kind.knownDays);
	// Sundays and two weeks in July are closed.
	const closing = new OpenDays([0], [{ fromDay: 190, toDay: 204 }]);

	it.each([
		['auto', EVERY_DAY],
		['auto', closing],
		['paretoNbd', EVERY_DAY],
		['bgNbd', closing],
	] as const)('%s: the first day on which that was the status', (model, openDays) => {
		const offset = dayNumber('2020-01-06');
		const today = offset + kind.knownDays;
		const histories = historiesOf(
			seen.map((days) => days.map((day) => offset + day)),
			openDays,
		);
		const rhythm = learnStoreRhythm(histories);
		const fit = fitForecast(new PurchaseLog(histories, openDays), today, {
			horizonDays: 90,
			model,
		});
		if ('missing' in fit) throw new Error(fit.missing);
		const forecast = { ...fit.forecast, value: null };
		const run = (day: number) => runOn(day, forecast, { rhythm, openDays });
		let gone = 0;
		for (const history of histories.slice(0, 120)) {
			const { status, lapsedSince } = detectLapse(history, {}, run(today))!;
			if (!isGone(status)) {
				expect(lapsedSince).toBeNull();
				continue;
			}
			gone += 1;
			expect([history.orderDays, lapsedSince]).toEqual([
				history.orderDays,
				firstDayGone(history, today, run),
			]);
		}
		expect(gone).toBeGreaterThan(20);
		expect(gone).toBeLessThan(120);
	});

	it('has no earlier status for more silence, with a plain model', () => {
		let reached = 0;
		for (let silent = 0; silent <= 1500; silent++) {
			const rank = LAPSE_STATUSES.indexOf(after(silent).status);
			expect(rank).toBeGreaterThanOrEqual(reached);
			reached = rank;
		}
		expect(LAPSE_STATUSES[reached]).toBe('lost');
	});
});
