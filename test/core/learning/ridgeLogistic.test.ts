import fc from 'fast-check';

import {
	logOddsOf,
	probabilityOf,
	ridgeLogistic,
	type LogisticRows,
} from '../../../nodes/core/learning/ridgeLogistic';

/** Eight rows of two features, with what was known before and how often each row counts. */
const FEATURES = [
	[0.5, 1.2],
	[-1, 0.3],
	[1.5, -0.7],
	[0, 0],
	[2, 1],
	[-0.5, -1.5],
	[1, 2],
	[-2, 0.5],
];
const OUTCOMES = [1, 0, 1, 0, 1, 0, 0, 1];
const OFFSETS = [0.2, -0.3, 0, 0.5, -1, 0.1, 0.4, -0.2];
const WEIGHTS = [1, 2, 1, 3, 1, 1, 2, 1];

/** Rows in columns; nothing known before and each row once, unless told. */
function rowsOf(
	features: readonly (readonly number[])[],
	outcomes: readonly number[],
	{ offsets, weights }: { offsets?: readonly number[]; weights?: readonly number[] } = {},
): LogisticRows {
	const width = features[0]?.length ?? 0;
	return {
		columns: Array.from({ length: width }, (_, i) => Float64Array.from(features, (row) => row[i]!)),
		outcomes,
		offsets: Float64Array.from(offsets ?? outcomes.map(() => 0)),
		...(weights ? { weights: Float64Array.from(weights) } : {}),
	};
}

/** What the penalised likelihood gains by a move of the intercept and of each weight: 0 at its top. */
function slopes(rows: LogisticRows, penalty: number): number[] {
	const { intercept, weights } = ridgeLogistic(rows, penalty);
	const slope = [0, ...weights.map((weight) => -penalty * weight)];
	for (let row = 0; row < rows.offsets.length; row++) {
		const logOdds = weights.reduce(
			(sum, weight, i) => sum + weight * rows.columns[i]![row]!,
			rows.offsets[row]! + intercept,
		);
		const times = rows.weights?.[row] ?? 1;
		const miss = times * (rows.outcomes[row]! - 1 / (1 + Math.exp(-logOdds)));
		[1, ...rows.columns.map((column) => column[row]!)].forEach((value, i) => {
			slope[i]! += miss * value;
		});
	}
	return slope;
}

function lengthOf(weights: readonly number[]): number {
	return Math.hypot(...weights);
}

const dataSets = fc
	.integer({ min: 2, max: 25 })
	.chain((length) =>
		fc.record({
			features: fc.array(
				fc.tuple(
					fc.double({ min: -3, max: 3, noNaN: true }),
					fc.double({ min: -3, max: 3, noNaN: true }),
				),
				{ minLength: length, maxLength: length },
			),
			outcomes: fc.array(fc.constantFrom(0, 1), { minLength: length, maxLength: length }),
			// As far as log odds of forecasts ever are from 0.
			offsets: fc.array(fc.double({ min: -9.2, max: 9.2, noNaN: true }), {
				minLength: length,
				maxLength: length,
			}),
			repeats: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: length, maxLength: length }),
		}),
	)
	// Where all outcomes are alike the intercept has no end but a tiny penalty.
	.filter(({ outcomes }) => new Set(outcomes).size === 2);

describe('ridgeLogistic', () => {
	// Source: the score equation of a model with an intercept alone: its probability is the mean.
	it.each([
		[1, 2],
		[3, 4],
		[1, 10],
		[97, 100],
	])('of %p in %p, with no columns: the log odds of the mean', (came, all) => {
		const outcomes = Array.from({ length: all }, (_, i) => (i < came ? 1 : 0));
		const fit = ridgeLogistic(rowsOf([], outcomes), 5);
		expect(fit.intercept).toBeCloseTo(Math.log(came / (all - came)), 8);
		expect(fit).toMatchObject({ weights: [], converged: true });
	});

	// Source: scipy 1.17.1, minimize(method='BFGS', gtol=1e-13) of
	// sum(w * (log(1 + exp(z)) - y z)) + penalty / 2 * sum(b^2), z = offset + b0 + X b, on the rows above.
	it.each([
		[0.1, 'plain', -0.130685975, 0.369499183, 0.174419289],
		[0.1, 'offsets', -0.114754559, 0.442766358, 0.187188996],
		[0.1, 'offsets, weights', -0.898914586, 0.597299345, -0.097283867],
		[1, 'plain', -0.102315336, 0.288486163, 0.137329353],
		[1, 'offsets', -0.07850267, 0.342173078, 0.148470323],
		[1, 'offsets, weights', -0.868289097, 0.418292151, -0.030310104],
		[5, 'plain', -0.052922714, 0.148950502, 0.071354457],
		[5, 'offsets', -0.021593091, 0.173442662, 0.077052711],
		[5, 'offsets, weights', -0.82904743, 0.19099679, 0.011428608],
	])('with a penalty of %p, %s: as scipy has it', (penalty, how, ...expected) => {
		const fit = ridgeLogistic(
			rowsOf(FEATURES, OUTCOMES, {
				...(how === 'plain' ? {} : { offsets: OFFSETS }),
				...(how === 'offsets, weights' ? { weights: WEIGHTS } : {}),
			}),
			penalty,
		);
		[fit.intercept, ...fit.weights].forEach((one, i) => expect(one).toBeCloseTo(expected[i]!, 7));
		expect(fit.converged).toBe(true);
	});

	it('has nothing to add where the offsets are right already', () => {
		// Three in four, where the feature is 1 as where it is -1.
		const outcomes = [1, 1, 1, 0, 1, 1, 1, 0];
		const features = outcomes.map((_, i) => [i < 4 ? 1 : -1]);
		const offsets = outcomes.map(() => Math.log(3));
		const fit = ridgeLogistic(rowsOf(features, outcomes, { offsets }), 1);
		expect(fit.intercept).toBeCloseTo(0, 8);
		expect(fit.weights[0]).toBeCloseTo(0, 8);
	});

	it('moves the intercept against offsets that are all shifted, and nothing else', () => {
		const before = ridgeLogistic(rowsOf(FEATURES, OUTCOMES, { offsets: OFFSETS }), 1);
		const offsets = OFFSETS.map((offset) => offset + 2.5);
		const after = ridgeLogistic(rowsOf(FEATURES, OUTCOMES, { offsets }), 1);
		expect(after.intercept).toBeCloseTo(before.intercept - 2.5, 7);
		after.weights.forEach((one, i) => expect(one).toBeCloseTo(before.weights[i]!, 7));
	});

	// The features tell the outcomes without a miss: without a penalty the weights have no end.
	it.each([0, 1e-6, 0.01, 5])('stays finite on separable rows, penalty %p', (penalty) => {
		const features = [[-3], [-2], [-1], [1], [2], [3]];
		const fit = ridgeLogistic(rowsOf(features, [0, 0, 0, 1, 1, 1]), penalty);
		expect(Number.isFinite(fit.intercept)).toBe(true);
		expect(Number.isFinite(fit.weights[0])).toBe(true);
		expect(fit.weights[0]).toBeGreaterThan(0);
		if (penalty >= 0.01) expect(fit.converged).toBe(true);
	});

	it.each([
		[0, -1],
		[1, 1],
	])('stays finite where every outcome is %p', (outcome, sign) => {
		const fit = ridgeLogistic(
			rowsOf(
				FEATURES,
				FEATURES.map(() => outcome),
			),
			1,
		);
		expect(Number.isFinite(fit.intercept)).toBe(true);
		expect(Math.sign(fit.intercept)).toBe(sign);
		expect(fit.weights.every(Number.isFinite)).toBe(true);
	});

	it('keeps a column without spread at zero, and shares a weight between twins', () => {
		const features = FEATURES.map(([first]) => [first!, first!, 0]);
		const { weights } = ridgeLogistic(rowsOf(features, OUTCOMES), 1);
		expect(weights[2]).toBe(0);
		expect(weights[0]).toBeCloseTo(weights[1]!, 9);
	});
});

describe('ridgeLogistic, laws', () => {
	it('comes to rest where nothing is to be gained any more', () => {
		fc.assert(
			fc.property(
				dataSets,
				fc.double({ min: 0.1, max: 20, noNaN: true }),
				({ features, outcomes, offsets, repeats: weights }, penalty) => {
					const rows = rowsOf(features, outcomes, { offsets, weights });
					for (const slope of slopes(rows, penalty)) expect(Math.abs(slope)).toBeLessThan(1e-6);
				},
			),
		);
	});

	it('does not care for the order of rows', () => {
		fc.assert(
			fc.property(dataSets, fc.nat(), ({ features, outcomes, offsets }, turn) => {
				const one = ridgeLogistic(rowsOf(features, outcomes, { offsets }), 1);
				const order = outcomes.map((_, i) => (i + turn) % outcomes.length).reverse();
				const other = ridgeLogistic(
					rowsOf(
						order.map((i) => features[i]!),
						order.map((i) => outcomes[i]!),
						{ offsets: order.map((i) => offsets[i]!) },
					),
					1,
				);
				expect(other.intercept).toBeCloseTo(one.intercept, 8);
				other.weights.forEach((weight, i) => expect(weight).toBeCloseTo(one.weights[i]!, 8));
			}),
		);
	});

	it('takes a weight for so many equal rows', () => {
		fc.assert(
			fc.property(dataSets, ({ features, outcomes, offsets, repeats }) => {
				const weighted = ridgeLogistic(
					rowsOf(features, outcomes, { offsets, weights: repeats }),
					1,
				);
				const again = <T>(rows: readonly T[]) =>
					rows.flatMap((row, i) => Array.from({ length: repeats[i]! }, () => row));
				const repeated = ridgeLogistic(
					rowsOf(again(features), again(outcomes), { offsets: again(offsets) }),
					1,
				);
				expect(repeated.intercept).toBeCloseTo(weighted.intercept, 7);
				repeated.weights.forEach((one, i) => expect(one).toBeCloseTo(weighted.weights[i]!, 7));
			}),
		);
	});

	it('gives shorter weights for a heavier penalty', () => {
		fc.assert(
			fc.property(dataSets, ({ features, outcomes, offsets }) => {
				const rows = rowsOf(features, outcomes, { offsets });
				const lengths = [0.1, 1, 5, 50, 1e6].map((penalty) =>
					lengthOf(ridgeLogistic(rows, penalty).weights),
				);
				for (let i = 1; i < lengths.length; i++) {
					expect(lengths[i]).toBeLessThanOrEqual(lengths[i - 1]! + 1e-9);
				}
				expect(lengths[4]).toBeLessThan(1e-3);
			}),
		);
	});

	it('gives the same for the same rows', () => {
		fc.assert(
			fc.property(dataSets, ({ features, outcomes, offsets }) => {
				const rows = rowsOf(features, outcomes, { offsets });
				expect(ridgeLogistic(rows, 2)).toEqual(ridgeLogistic(rows, 2));
			}),
			{ numRuns: 20 },
		);
	});
});

describe('ridgeLogistic with bounds', () => {
	const FREE = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
	const rows = rowsOf(FEATURES, OUTCOMES, { offsets: OFFSETS, weights: WEIGHTS });

	// Source: scipy 1.17, minimize with L-BFGS-B, bounds and exact gradients, on the same penalised likelihood.
	it.each([
		[0.5, [FREE, FREE], [-0.88200118, 0.49916186, -0.05756561]],
		[0.5, [{ ...FREE, max: 0 }, FREE], [-0.82977201, 0, 0.08151893]],
		[
			0.5,
			[
				{ ...FREE, max: 0 },
				{ ...FREE, min: 0 },
			],
			[-0.82977201, 0, 0.08151893],
		],
		[
			0.5,
			[
				{ ...FREE, min: 0.5 },
				{ ...FREE, max: -0.4 },
			],
			[-0.77253028, 0.60982091, -0.4],
		],
		[
			0.5,
			[
				{ ...FREE, max: 0.1 },
				{ min: -0.1, max: 0.05 },
			],
			[-0.82959986, 0.1, 0.05],
		],
		[2, [{ ...FREE, min: 0.3 }, FREE], [-0.85153078, 0.31976434, -0.00530894]],
	])('penalty %p, bounds %j', (penalty, bounds, [intercept, ...weights]) => {
		const fit = ridgeLogistic(rows, penalty, bounds);
		expect(fit.converged).toBe(true);
		expect(fit.intercept).toBeCloseTo(intercept!, 6);
		fit.weights.forEach((weight, i) => expect(weight).toBeCloseTo(weights[i]!, 6));
	});

	it('keeps every weight within its bounds', () => {
		const bound = fc
			.tuple(
				fc.double({ min: -2, max: 2, noNaN: true }),
				fc.double({ min: 0, max: 2, noNaN: true }),
			)
			.map(([min, width]) => ({ min, max: min + width }));
		fc.assert(
			fc.property(fc.tuple(bound, bound), (bounds) => {
				const fit = ridgeLogistic(rows, 0.5, bounds);
				fit.weights.forEach((weight, i) => {
					expect(weight).toBeGreaterThanOrEqual(bounds[i]!.min);
					expect(weight).toBeLessThanOrEqual(bounds[i]!.max);
				});
			}),
		);
	});
});

describe('log odds', () => {
	it.each([
		[0, 0.5],
		[Math.log(3), 0.75],
		[-Math.log(3), 0.25],
		[800, 1],
		[-800, 0],
		[Number.POSITIVE_INFINITY, 1],
		[Number.NEGATIVE_INFINITY, 0],
	])('%p are a probability of %p', (logOdds, probability) => {
		expect(probabilityOf(logOdds)).toBeCloseTo(probability, 12);
	});

	it('come back from probabilities that are not at the ends', () => {
		fc.assert(
			fc.property(fc.double({ min: 1e-4, max: 1 - 1e-4, noNaN: true }), (probability) => {
				expect(probabilityOf(logOddsOf(probability))).toBeCloseTo(probability, 12);
			}),
		);
	});

	it.each([
		[0, 1e-4],
		[1e-9, 1e-4],
		[1, 1 - 1e-4],
	])('of %p are kept at %p', (probability, kept) => {
		expect(probabilityOf(logOddsOf(probability))).toBeCloseTo(kept, 12);
	});
});
