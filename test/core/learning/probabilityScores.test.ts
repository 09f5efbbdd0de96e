import fc from 'fast-check';

import { brierScore, logLoss } from '../../../nodes/core/learning/probabilityScores';

describe('logLoss', () => {
	// Source: by hand, minus the mean of the logarithms.
	it.each([
		[[0.5, 0.5], [true, false], Math.LN2],
		[[0.9, 0.2], [true, false], -(Math.log(0.9) + Math.log(0.8)) / 2],
		[[1, 0], [true, false], 0],
	])('of %j with %j is %p', (probabilities, outcomes, expected) => {
		expect(logLoss(probabilities, outcomes)).toBeCloseTo(expected, 12);
	});

	it('is not infinite for what was held for impossible', () => {
		expect(logLoss([0], [true])).toBeCloseTo(-Math.log(1e-15), 6);
		expect(logLoss([1], [false])).toBeGreaterThan(30);
		expect(logLoss([1], [false])).toBeLessThan(40);
	});

	it('is least for the share that happened', () => {
		fc.assert(
			fc.property(
				fc.array(fc.boolean(), { minLength: 1 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(outcomes, probability) => {
					const share = outcomes.filter(Boolean).length / outcomes.length;
					const of = (one: number) =>
						logLoss(
							outcomes.map(() => one),
							outcomes,
						)!;
					expect(of(share)).toBeLessThanOrEqual(of(probability) + 1e-12);
				},
			),
		);
	});
});

describe('brierScore', () => {
	// Source: by hand.
	it.each([
		[[0.1, 0.7], [false, true], 0.05],
		[[1, 0], [false, true], 1],
		[[1, 0], [true, false], 0],
	])('of %j with %j is %p', (probabilities, outcomes, expected) => {
		expect(brierScore(probabilities, outcomes)).toBeCloseTo(expected, 12);
	});
});

it('knows nothing of no leads', () => {
	expect(logLoss([], [])).toBeNull();
	expect(brierScore([], [])).toBeNull();
});
