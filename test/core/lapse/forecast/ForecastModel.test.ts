import fc from 'fast-check';

import {
	checkForecastModel,
	forecastReturn,
	modelForecast,
	type ForecastModel,
} from '../../../../nodes/core/lapse/forecast/ForecastModel';
import type { RepeatCounts } from '../../../../nodes/core/lapse/forecast/PurchaseLog';
import { RETURN_FEATURES } from '../../../../nodes/core/lapse/forecast/returnFeatures';
import { CDNOW_MODELS, plainForecast } from './models';

const corrected = plainForecast({
	shift: -0.3,
	correction: RETURN_FEATURES.map((feature, i) => ({
		feature,
		mean: i / 10,
		scale: 1 + i / 10,
		weight: i % 2 === 0 ? 0.2 : -0.4,
	})),
	value: {
		currency: 'EUR',
		parameters: { p: 6.25, q: 3.74, gamma: 15.44 },
		meanOrderValue: 35,
		isDegenerate: false,
	},
});

const counts: fc.Arbitrary<RepeatCounts> = fc
	.tuple(fc.nat({ max: 40 }), fc.nat({ max: 900 }), fc.nat({ max: 900 }))
	.chain(([x, ago, span]) =>
		fc.record({
			x: fc.constant(x),
			tx: fc.constant(x === 0 ? 0 : Math.max(x, span)),
			T: fc.constant((x === 0 ? 0 : Math.max(x, span)) + ago),
			gapVariation: x < 3 ? fc.constant(Number.NaN) : fc.double({ min: 0, max: 4, noNaN: true }),
		}),
	);

const forecasts: fc.Arbitrary<ForecastModel> = fc
	.record({
		model: fc.constantFrom(...Object.values(CDNOW_MODELS)),
		horizonDays: fc.integer({ min: 1, max: 800 }),
		shift: fc.double({ min: -3, max: 3, noNaN: true }),
		weights: fc.option(
			fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 7, maxLength: 7 }),
			{ nil: null },
		),
	})
	.map(({ weights, ...more }) =>
		plainForecast({
			...more,
			correction:
				weights &&
				RETURN_FEATURES.map((feature, i) => ({
					feature,
					mean: 0.5,
					scale: 2,
					weight: weights[i]!,
				})),
		}),
	);

function at(value: object, path: string, put: unknown): unknown {
	const copy = structuredClone(value) as Record<string, unknown>;
	const keys = path.split('.');
	const last = keys.pop()!;
	const holder = keys.reduce((inner, key) => inner[key] as Record<string, unknown>, copy);
	if (put === undefined) delete holder[last];
	else holder[last] = put;
	return copy;
}

describe('forecastReturn', () => {
	// Source: Fader, Hardie and Lee (2005): x 2, t_x 30.43, T 38.86 weeks, 39 ahead: 1.226 orders.
	it('expects what is published, where nothing is corrected', () => {
		const forecast = plainForecast({ model: CDNOW_MODELS.bgNbd, horizonDays: 273 });
		const one = { x: 2, tx: 30.43 * 7, T: 38.86 * 7, gapVariation: Number.NaN };
		expect(forecastReturn(forecast, one).expectedOrders).toBeCloseTo(1.226, 2);
	});

	it('moves log odds by each weight, and by the shift', () => {
		const one = { x: 0, tx: 0, T: 53, gapVariation: Number.NaN };
		const plain = forecastReturn(plainForecast(), one);
		const logOdds = Math.log(plain.returnProbability / (1 - plain.returnProbability));
		// Silence of 54 days is twice the typical gap of 27: ln 2 overdue, beside a mean of 0.1, in scales of 2.
		const moved = forecastReturn(
			plainForecast({
				shift: 0.25,
				correction: [{ feature: 'overdue', mean: 0.1, scale: 2, weight: -1.5 }],
			}),
			one,
		);
		const expected = logOdds - (1.5 * (Math.log(2) - 0.1)) / 2 + 0.25;
		expect(moved.returnProbability).toBeCloseTo(1 / (1 + Math.exp(-expected)), 10);
		expect(moved.expectedOrders / moved.returnProbability).toBeCloseTo(
			plain.expectedOrders / plain.returnProbability,
			10,
		);
	});

	it('gives a probability, and no fewer orders than that', () => {
		fc.assert(
			fc.property(forecasts, counts, (forecast, one) => {
				const { returnProbability, expectedOrders } = forecastReturn(forecast, one);
				expect(returnProbability).toBeGreaterThanOrEqual(0);
				expect(returnProbability).toBeLessThanOrEqual(1);
				expect(expectedOrders).toBeGreaterThanOrEqual(returnProbability);
				expect(expectedOrders).toBeLessThan(Number.POSITIVE_INFINITY);
			}),
			{ numRuns: 500 },
		);
	});

	it('falls with silence, for the plain models', () => {
		fc.assert(
			fc.property(fc.constantFrom(...Object.values(CDNOW_MODELS)), counts, (model, one) => {
				const forecast = plainForecast({ model });
				let before = Number.POSITIVE_INFINITY;
				for (const silence of [0, 1, 2, 5, 10, 30, 60, 120, 250, 500, 1000]) {
					const { returnProbability } = forecastReturn(forecast, { ...one, T: one.tx + silence });
					expect(returnProbability).toBeLessThanOrEqual(before + 1e-9);
					before = returnProbability;
				}
			}),
		);
	});

	it('rises with the horizon, for the plain models', () => {
		fc.assert(
			fc.property(fc.constantFrom(...Object.values(CDNOW_MODELS)), counts, (model, one) => {
				const [near, far] = [30, 300].map((horizon) => modelForecast(model, one, horizon));
				expect(far!.returnProbability).toBeGreaterThanOrEqual(near!.returnProbability - 1e-12);
				expect(far!.expectedOrders).toBeGreaterThanOrEqual(near!.expectedOrders - 1e-12);
			}),
		);
	});
});

describe('checkForecastModel', () => {
	it('takes a forecast that went through JSON, and it forecasts the same', () => {
		fc.assert(
			fc.property(forecasts, counts, (forecast, one) => {
				const again = checkForecastModel(JSON.parse(JSON.stringify(forecast)), 'Forecast');
				expect(forecastReturn(again, one)).toEqual(forecastReturn(forecast, one));
			}),
		);
		expect(checkForecastModel(JSON.parse(JSON.stringify(corrected)), 'Forecast')).toEqual(
			corrected,
		);
	});

	it.each<[string, unknown]>([
		['horizonDays', 0],
		['horizonDays', '90'],
		['horizonDays', undefined],
		['model', undefined],
		['model.name', 'other'],
		['model.parameters.r', -1],
		['model.parameters.r', null],
		['model.parameters.beta', undefined],
		['correction.1.weight', 'big'],
		['correction.0.feature', 'colour'],
		['correction.2.scale', 0],
		['shift', null],
		['limits.lapsed', 1.5],
		['limits.lost', undefined],
		['value.meanOrderValue', 0],
		['value.parameters.gamma', undefined],
		['customers', 2.5],
	])('names the path of a broken one: %s is %p', (path, put) => {
		expect(() => checkForecastModel(at(corrected, path, put), 'Forecast')).toThrow(
			expect.objectContaining({
				code: 'invalidForecast',
				message: expect.stringMatching(
					new RegExp(`^Forecast cannot be used at ${path.replaceAll('.', '\\.')}: .+`),
				),
				hint: 'Paste the forecast that the operation Backtest gave, as it is',
			}),
		);
	});

	it.each<[string, unknown]>([
		['a number', 90],
		['a list', [corrected]],
		['null', null],
		['a text', 'forecast'],
		['an empty object', {}],
		['a field too many', { ...corrected, extra: 1 }],
	])('refuses %s', (_, value) => {
		expect(() => checkForecastModel(value, 'Forecast')).toThrow(/^Forecast cannot be used/);
	});

	it('tells the parameters of one model from those of another', () => {
		const mixed = { ...corrected, model: { ...CDNOW_MODELS.bgNbd, name: 'paretoNbd' } };
		expect(() => checkForecastModel(mixed, 'Forecast')).toThrow(/at model\.parameters/);
	});
});
