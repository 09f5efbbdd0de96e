import { EVERY_DAY } from '../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import { learnStoreRhythm } from '../../../nodes/core/history/StoreRhythm';
import { backtestLapse, type BacktestRow } from '../../../nodes/core/lapse/backtest/backtestLapse';
import type { LapseSetting } from '../../../nodes/core/lapse/backtest/LapseSetting';
import {
	defaultHorizon,
	settleMethod,
	shopForecast,
	type MethodChoice,
	type ShopNow,
} from '../../../nodes/core/lapse/lapseMethod';
import { NO_RHYTHM } from '../orderHistory';
import { plainForecast } from './forecast/models';
import { historiesOf, orderDaysOf, seenUntil, SHOP_KINDS } from './forecast/shops';

// The replay is itself, but for tests of what follows from one result or another.
jest.mock('../../../nodes/core/lapse/backtest/backtestLapse', () => {
	const actual = jest.requireActual<
		typeof import('../../../nodes/core/lapse/backtest/backtestLapse')
	>('../../../nodes/core/lapse/backtest/backtestLapse');
	return { ...actual, backtestLapse: jest.fn(actual.backtestLapse) };
});

const END = SHOP_KINDS.poisson.knownDays;

function shopOf(histories: readonly PurchaseHistory[], asOfDay = END): ShopNow {
	return { histories, rhythm: learnStoreRhythm(histories), openDays: EVERY_DAY, asOfDay };
}

const kind = { ...SHOP_KINDS.poisson, customers: 500 };
const SHOP = shopOf(historiesOf(seenUntil(orderDaysOf(kind, 3, END), END), EVERY_DAY, 25));
const FEW = shopOf(SHOP.histories.slice(0, 30));

function choose(
	method: MethodChoice['method'],
	forecast: Partial<MethodChoice['forecast']> = {},
): MethodChoice {
	return {
		method,
		interval: { method: 'learned', fallbackDays: 90, recogniseSeasons: true, ownGapQuantile: 0.5 },
		silence: { atRiskAfter: { times: 1.5 }, lapsedAfter: { times: 2 }, lostAfter: { times: 3 } },
		fallbackDays: 90,
		forecast: {
			horizonDays: undefined,
			model: 'auto',
			given: undefined,
			// As the form gives them: there, but undefined.
			limits: { atRisk: undefined, lapsed: undefined, lost: undefined },
			...forecast,
		},
	};
}

describe('defaultHorizon', () => {
	it.each([
		[undefined, 90],
		[10, 90],
		[45, 90],
		[45.5, 91],
		[100, 200],
	])('with a usual gap of %p days: %p', (typicalGapDays, expected) => {
		expect(defaultHorizon({ ...NO_RHYTHM, typicalGapDays })).toBe(expected);
	});
});

describe('settleMethod by silence', () => {
	it.each(['fixedWindow', 'ownRhythm'] as const)(
		'%s: as chosen, and nothing is fitted',
		(method) => {
			const choice = choose(method);
			expect(settleMethod(choice, SHOP)).toEqual({
				interval: choice.interval,
				silence: choice.silence,
				forecast: undefined,
				forecastDecides: false,
				notes: [],
				warnings: [],
			});
		},
	);
});

describe('settleMethod, predictive', () => {
	const settled = settleMethod(choose('predictive'), SHOP);

	it('lets a forecast of the shop decide, with the value of its orders', () => {
		expect(settled).toMatchObject({
			forecastDecides: true,
			warnings: [],
			forecast: {
				horizonDays: defaultHorizon(SHOP.rhythm),
				customers: SHOP.histories.length,
				value: { currency: 'EUR', meanOrderValue: expect.closeTo(25, 6) },
			},
		});
	});

	it('looks as far ahead, with the model and the limits that the user sets', () => {
		const { forecast } = settleMethod(
			choose('predictive', {
				horizonDays: 45,
				model: 'bgNbd',
				limits: { atRisk: 0.6, lapsed: 0.5, lost: 0.2 },
			}),
			SHOP,
		);
		expect(forecast).toMatchObject({
			horizonDays: 45,
			model: { name: 'bgNbd' },
			correction: null,
			limits: { atRisk: 0.6, lapsed: 0.5, lost: 0.2 },
		});
	});

	it('falls back on silence, and says what was missing', () => {
		const choice = choose('predictive');
		expect(settleMethod(choice, FEW)).toEqual({
			interval: choice.interval,
			silence: choice.silence,
			forecast: undefined,
			forecastDecides: false,
			notes: [],
			warnings: [
				'Own Rhythm was used instead of Predictive: 30 customers with an order, 50 are needed.',
			],
		});
		expect(settleMethod(choice, shopOf([])).warnings).toEqual([
			'Own Rhythm was used instead of Predictive: 0 customers with an order, 50 are needed.',
		]);
	});

	it('takes a given forecast as it is, also for a few customers, with the user’s own limits', () => {
		const given = plainForecast();
		const { forecast, forecastDecides, warnings } = settleMethod(
			choose('predictive', { given }),
			FEW,
		);
		expect(forecast).toEqual(given);
		expect([forecastDecides, warnings]).toEqual([true, []]);
		const own = settleMethod(choose('predictive', { given, limits: { lapsed: 0.1 } }), FEW);
		expect(own.forecast).toEqual({
			...given,
			limits: { lapsed: 0.1, atRisk: expect.closeTo(0.2 / 1.1, 12), lost: 0.05 },
		});
		// The given one is left as it is.
		expect(given).toEqual(plainForecast());
	});

	it('is what Backtest gives for another node', () => {
		const fit = shopForecast(choose('predictive'), SHOP);
		if ('missing' in fit) throw new Error(fit.missing);
		expect(fit.forecast).toEqual(settled.forecast);
		const given = JSON.parse(JSON.stringify(fit.forecast)) as typeof fit.forecast;
		expect(settleMethod(choose('predictive', { given }), FEW).forecast).toEqual(settled.forecast);
	});
});

describe('settleMethod, auto', () => {
	it('does what did best on the shop’s own past, and says so', () => {
		const choice = choose('auto');
		const { recommended, days } = backtestLapse({
			...SHOP,
			horizonDays: defaultHorizon(SHOP.rhythm),
			model: 'auto',
			fallbackDays: 90,
			recogniseSeasons: true,
		});
		const settled = settleMethod(choice, SHOP);
		expect(settled.warnings).toEqual([]);
		const accuracy = Math.round(recommended!.balancedAccuracy! * 1000) / 10;
		expect(settled.notes).toEqual([
			expect.stringMatching(/^Auto chose (Fixed Window|Own Rhythm|Predictive), .+/),
		]);
		expect(settled.notes[0]).toContain(
			days.length === 1 ? 'from one day in the past' : `from ${days.length} days in the past`,
		);
		expect(settled.notes[0]).toContain(`a balanced accuracy of ${accuracy} %`);
		expect(settled.forecastDecides).toBe(recommended!.setting.method === 'predictive');
		// Forecasts come along in any case.
		expect(settled.forecast).toBeDefined();
	});

	it('falls back on Own Rhythm where there is no past, and says why', () => {
		const choice = choose('auto');
		const settled = settleMethod(choice, shopOf(SHOP.histories.slice(0, 5)));
		expect(settled).toMatchObject({
			interval: choice.interval,
			silence: choice.silence,
			forecastDecides: false,
			notes: [],
		});
		expect(settled.warnings).toEqual([
			expect.stringMatching(
				/^Auto used Own Rhythm\. There is too little to look back on: at least 20 customers/,
			),
		]);
	});

	it('never leaves a fallback without its reason', () => {
		for (const some of [[], SHOP.histories.slice(0, 1), SHOP.histories.slice(0, 60)]) {
			const { warnings, notes } = settleMethod(choose('auto'), shopOf(some));
			expect(warnings.length + notes.length).toBe(1);
			for (const warning of warnings) expect(warning).toMatch(/^Auto used Own Rhythm\. \S/);
		}
		// All come back, so nobody can be told apart.
		const loyal = historiesOf(
			Array.from({ length: 40 }, (_, i) =>
				Array.from({ length: 36 }, (_day, order) => (i % 10) + 10 * order),
			),
		);
		const { warnings } = settleMethod(choose('auto'), shopOf(loyal));
		expect(warnings).toEqual([
			expect.stringContaining('No method told better than tossing a coin who is gone.'),
		]);
	});

	describe('with each kind of setting', () => {
		/** Has a setting do best: what is under test is what follows from that. */
		function best(setting: LapseSetting) {
			const row: BacktestRow = {
				setting,
				flagged: 10,
				cameBack: 2,
				precision: 0.8,
				recall: 0.7,
				balancedAccuracy: 0.7234,
			};
			jest.mocked(backtestLapse).mockReturnValueOnce({
				days: [100],
				horizonDays: 90,
				customers: 100,
				cameBack: 20,
				rows: [row],
				recommended: row,
				calibration: null,
				notes: [],
			});
		}

		it('a window of days', () => {
			best({ method: 'fixedWindow', days: 120 });
			const settled = settleMethod(choose('auto'), SHOP);
			expect(settled).toMatchObject({
				interval: { method: 'fixed', days: 120, recogniseSeasons: true },
				silence: {
					atRiskAfter: { days: 90 },
					lapsedAfter: { days: 120 },
					lostAfter: { days: 360 },
				},
				forecastDecides: false,
				notes: [
					'Auto chose Fixed Window, 120 days: looking back from one day in the past, it did best, with a balanced accuracy of 72.3 %. The operation Backtest shows all others.',
				],
			});
			expect(settled.forecast).toBeDefined();
		});

		it('a share of own gaps', () => {
			best({ method: 'ownRhythm', times: 1.5, ownGapPercentile: 90 });
			expect(settleMethod(choose('auto'), FEW)).toMatchObject({
				interval: { method: 'learned', fallbackDays: 90, ownGapQuantile: 0.9 },
				silence: { lapsedAfter: { times: 1.5 } },
				forecast: undefined,
				forecastDecides: false,
			});
		});

		it('below the mean probability', () => {
			best({ method: 'predictive', below: 'balanced' });
			const suggested = settleMethod(choose('predictive'), SHOP).forecast!.limits;
			const settled = settleMethod(choose('auto'), SHOP);
			expect(settled).toMatchObject({ forecastDecides: true, forecast: { limits: suggested } });
		});

		it('below a probability: that is the limit, unless the user set one', () => {
			best({ method: 'predictive', below: 0.2 });
			expect(settleMethod(choose('auto'), SHOP).forecast?.limits).toMatchObject({
				lapsed: 0.2,
				atRisk: expect.closeTo(0.4 / 1.2, 12),
			});
			best({ method: 'predictive', below: 0.2 });
			const own = choose('auto', { limits: { lapsed: 0.35 } });
			expect(settleMethod(own, SHOP).forecast?.limits.lapsed).toBe(0.35);
		});

		it('a forecast that cannot be made any more', () => {
			best({ method: 'predictive', below: 'balanced' });
			expect(settleMethod(choose('auto'), FEW)).toMatchObject({
				forecastDecides: false,
				warnings: ['Auto used Own Rhythm: there is no forecast.'],
			});
		});
	});
});
