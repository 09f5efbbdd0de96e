import fc from 'fast-check';

import { Calibration } from '../../../../nodes/core/lapse/backtest/Calibration';

type Outcome = [probability: number, returned: boolean];

function calibrationOf(outcomes: readonly Outcome[]): Calibration {
	const calibration = new Calibration();
	for (const [probability, returned] of outcomes) calibration.add(probability, returned);
	return calibration;
}

describe('Calibration', () => {
	it('knows nothing of no forecasts', () => {
		expect(calibrationOf([]).brier()).toBeNull();
		expect(calibrationOf([]).bins()).toEqual([]);
	});

	it('sums up by fifths what was worked out by hand', () => {
		const calibration = calibrationOf([
			[0.1, false],
			[0.1, true],
			[0.7, true],
			[1, true],
		]);
		// (0.01 + 0.81 + 0.09 + 0) / 4
		expect(calibration.brier()).toBeCloseTo(0.2275, 12);
		const [low, high, highest, ...more] = calibration.bins();
		expect(low).toEqual({ from: 0, to: 0.2, customers: 2, forecast: 0.1, observed: 0.5 });
		expect(high).toEqual({ from: 0.6, to: 0.8, customers: 1, forecast: 0.7, observed: 1 });
		expect(highest).toEqual({ from: 0.8, to: 1, customers: 1, forecast: 1, observed: 1 });
		expect(more).toEqual([]);
	});

	// Source: docstring of CalibrationBin, "from this probability up, to below this one".
	it.each([
		[0, 0],
		[0.19999, 0],
		[0.2, 0.2],
		[0.4, 0.4],
		[0.6, 0.6],
		[0.8, 0.8],
		[1, 0.8],
	])('puts %p into the bin from %p', (probability, from) => {
		expect(calibrationOf([[probability, true]]).bins()).toMatchObject([{ from, customers: 1 }]);
	});

	// Source: Brier (1950): 0 for forecasts that are always right, 1 for always wrong ones.
	it.each<[string, Outcome[], number]>([
		[
			'always right',
			[
				[1, true],
				[0, false],
			],
			0,
		],
		[
			'always wrong',
			[
				[0, true],
				[1, false],
			],
			1,
		],
		[
			'no idea',
			[
				[0.5, true],
				[0.5, false],
			],
			0.25,
		],
	])('scores %s', (_, outcomes, brier) => {
		expect(calibrationOf(outcomes).brier()).toBe(brier);
	});

	it('loses nobody, and keeps every mean within its bin', () => {
		const outcome = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.boolean());
		fc.assert(
			fc.property(fc.array(outcome, { minLength: 1 }), (outcomes) => {
				const calibration = calibrationOf(outcomes);
				const bins = calibration.bins();
				expect(bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(outcomes.length);
				const returns = bins.reduce((sum, bin) => sum + bin.customers * bin.observed, 0);
				expect(returns).toBeCloseTo(outcomes.filter(([, returned]) => returned).length, 6);
				for (const { from, to, forecast, observed } of bins) {
					expect(forecast).toBeGreaterThanOrEqual(from - 1e-12);
					expect(forecast).toBeLessThanOrEqual(to + 1e-12);
					expect(observed).toBeGreaterThanOrEqual(0);
					expect(observed).toBeLessThanOrEqual(1);
				}
				expect(calibration.brier()).toBeLessThanOrEqual(1);
			}),
		);
	});
});
