import { missOf, probabilityOf } from './ridgeLogistic';
import {
	ridgeNewton,
	type LogisticFit,
	type LogisticSystem,
	type SearchOptions,
} from './ridgeNewton';

/** Rows of which each has at most one level of every field, and what became of each row. */
export interface LevelRows {
	/** Levels of all fields together. */
	levels: number;
	fields: number;
	/**
	 * Row by row the level of each field, counted through all fields, so that a later field's levels
	 * have higher numbers; -1 where the row has none of them.
	 */
	rows: Int32Array;
	/** 1 where it happened, 0 where not. */
	outcomes: ArrayLike<number>;
}

/** The log odds that a fit gives to a row. */
export function logOddsOfRow(
	{ rows, fields }: Pick<LevelRows, 'rows' | 'fields'>,
	{ intercept, weights }: Pick<LogisticFit, 'intercept' | 'weights'>,
	row: number,
): number {
	let logOdds = intercept;
	for (let i = row * fields; i < (row + 1) * fields; i++) {
		const level = rows[i]!;
		if (level >= 0) logOdds += weights[level]!;
	}
	return logOdds;
}

function systemOf({ levels, fields, rows, outcomes }: LevelRows): LogisticSystem {
	const size = levels + 1;
	const logOddsAt = (at: Float64Array, row: number) => {
		let logOdds = at[0]!;
		// The intercept is the first unknown, so level -1 would read it: hence the test.
		for (let i = row * fields; i < (row + 1) * fields; i++) {
			const level = rows[i]!;
			if (level >= 0) logOdds += at[level + 1]!;
		}
		return logOdds;
	};
	return {
		columns: levels,
		addLoss(at, loss) {
			let sum = loss;
			for (let row = 0; row < outcomes.length; row++) {
				sum += missOf(logOddsAt(at, row), outcomes[row]!);
			}
			return sum;
		},
		addSlopes(at, gradient, hessian) {
			const found = new Int32Array(fields + 1);
			for (let row = 0; row < outcomes.length; row++) {
				const probability = probabilityOf(logOddsAt(at, row));
				const miss = outcomes[row]! - probability;
				const curvature = probability * (1 - probability);
				let count = 1;
				for (let i = row * fields; i < (row + 1) * fields; i++) {
					const level = rows[i]!;
					if (level >= 0) found[count++] = level + 1;
				}
				for (let i = 0; i < count; i++) {
					const unknown = found[i]!;
					gradient[unknown]! += miss;
					const line = unknown * size;
					for (let j = 0; j <= i; j++) hessian[line + found[j]!]! += curvature;
				}
			}
		},
	};
}

/**
 * Logistic regression with an L2 penalty on levels: a column of ones and zeros each, of which only the
 * ones are visited. The same as `ridgeLogistic` on those columns, at a cost that grows with the number
 * of fields and not of levels.
 *
 * Every level has a weight of its own, none is left out for a base: the penalty makes the answer the
 * only one, and pulls a level with few rows towards the average lead.
 */
export function ridgeLevels(
	rows: LevelRows,
	penalty: number,
	options: SearchOptions = {},
): LogisticFit {
	return ridgeNewton(systemOf(rows), penalty, options);
}
