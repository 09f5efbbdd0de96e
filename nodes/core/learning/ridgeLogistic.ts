import {
	ridgeNewton,
	type LogisticFit,
	type LogisticSystem,
	type WeightBounds,
} from './ridgeNewton';

/** The columns of a training set and what became of each row. */
export interface LogisticRows {
	/** One array a column, all of the same length. */
	columns: readonly Float64Array[];
	/** 1 where it happened, 0 where not. */
	outcomes: ArrayLike<number>;
	/** Log odds known before: what is learned is added to them. */
	offsets: Float64Array;
	/** How often each row counts; once where left out. */
	weights?: Float64Array;
}

/** The probability behind log odds. */
export function probabilityOf(logOdds: number): number {
	return logOdds >= 0 ? 1 / (1 + Math.exp(-logOdds)) : Math.exp(logOdds) / (1 + Math.exp(logOdds));
}

/** The log odds of a probability, which is kept this far from 0 and 1. */
export function logOddsOf(probability: number, margin = 1e-4): number {
	const kept = Math.min(1 - margin, Math.max(margin, probability));
	return Math.log(kept / (1 - kept));
}

/** Minus the logarithm of the likelihood of an outcome, 1 or 0, under log odds. */
export function missOf(logOdds: number, outcome: number): number {
	return Math.max(0, logOdds) + Math.log1p(Math.exp(-Math.abs(logOdds))) - outcome * logOdds;
}

function systemOf({ columns, outcomes, offsets, weights }: LogisticRows): LogisticSystem {
	const size = columns.length + 1;
	const values = new Float64Array(size);
	values[0] = 1;
	return {
		columns: columns.length,
		addLoss(at, loss) {
			let sum = loss;
			for (let row = 0; row < offsets.length; row++) {
				let logOdds = offsets[row]! + at[0]!;
				for (let i = 1; i < size; i++) logOdds += at[i]! * columns[i - 1]![row]!;
				sum += (weights ? weights[row]! : 1) * missOf(logOdds, outcomes[row]!);
			}
			return sum;
		},
		addSlopes(at, gradient, hessian) {
			for (let row = 0; row < offsets.length; row++) {
				let logOdds = offsets[row]! + at[0]!;
				for (let i = 1; i < size; i++) {
					values[i] = columns[i - 1]![row]!;
					logOdds += at[i]! * values[i]!;
				}
				const weight = weights ? weights[row]! : 1;
				const probability = probabilityOf(logOdds);
				const miss = weight * (outcomes[row]! - probability);
				const curvature = weight * probability * (1 - probability);
				for (let i = 0; i < size; i++) {
					gradient[i]! += miss * values[i]!;
					const scaled = curvature * values[i]!;
					for (let j = 0; j <= i; j++) hessian[i * size + j]! += scaled * values[j]!;
				}
			}
		},
	};
}

/**
 * Logistic regression with an L2 penalty on columns of numbers, by `ridgeNewton`.
 *
 * The same rows always give the same weights; their order changes nothing but the last digits.
 * Libraries on offer for JavaScript go down the gradient for a fixed number of steps and know neither
 * offsets nor penalties; for a dozen columns Newton's method is there within ten steps.
 */
export function ridgeLogistic(
	rows: LogisticRows,
	penalty: number,
	bounds: readonly WeightBounds[] = [],
): LogisticFit {
	return ridgeNewton(systemOf(rows), penalty, { bounds });
}
