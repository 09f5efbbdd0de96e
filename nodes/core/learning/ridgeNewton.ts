/** Between which figures a weight has to lie, both included. */
export interface WeightBounds {
	min: number;
	max: number;
}

export interface LogisticFit {
	intercept: number;
	/** One weight a column. */
	weights: number[];
	/** Whether the search came to rest. */
	converged: boolean;
}

/** Rows that a logistic regression is made of, in whatever way they are kept. */
export interface LogisticSystem {
	/** Columns, the intercept not counted. */
	columns: number;
	/**
	 * Adds minus the logarithm of the likelihood of all rows.
	 *
	 * @param at the intercept and one weight a column
	 */
	addLoss(at: Float64Array, loss: number): number;
	/** Adds what the likelihood gains by a move, and the lower half of its curvature. */
	addSlopes(at: Float64Array, gradient: Float64Array, hessian: Float64Array): void;
}

export interface SearchOptions {
	bounds?: readonly WeightBounds[];
	/** Where to begin: the fit of a penalty nearby; zeros where left out. */
	start?: Pick<LogisticFit, 'intercept' | 'weights'>;
	/** The search rests once no weight moves further than this. */
	tolerance?: number;
}

const MAX_STEPS = 60;
const TOLERANCE = 1e-9;
/** The intercept is free, but for what keeps the equations solvable where all outcomes are alike. */
const INTERCEPT_PENALTY = 1e-9;
/** No step moves a weight further than this: the first steps on separable data would run away. */
const LONGEST_MOVE = 4;
/** A step is halved at most so often. */
const MOST_HALVINGS = 40;

/** Solves a symmetric positive definite system in place, by Cholesky's decomposition. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
	const size = right.length;
	for (let i = 0; i < size; i++) {
		for (let j = 0; j <= i; j++) {
			let sum = matrix[i * size + j]!;
			for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
			matrix[i * size + j] =
				i === j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / matrix[j * size + j]!;
		}
	}
	const solution = Float64Array.from(right);
	for (let i = 0; i < size; i++) {
		for (let k = 0; k < i; k++) solution[i]! -= matrix[i * size + k]! * solution[k]!;
		solution[i]! /= matrix[i * size + i]!;
	}
	for (let i = size - 1; i >= 0; i--) {
		for (let k = i + 1; k < size; k++) solution[i]! -= matrix[k * size + i]! * solution[k]!;
		solution[i]! /= matrix[i * size + i]!;
	}
	return solution;
}

/** Takes an unknown out of a system of which the lower half is given: it then does not move. */
function leaveOut(unknown: number, matrix: Float64Array, right: Float64Array): void {
	const size = right.length;
	for (let i = 0; i < size; i++) {
		matrix[unknown * size + i] = i === unknown ? 1 : 0;
		matrix[i * size + unknown] = i === unknown ? 1 : 0;
	}
	right[unknown] = 0;
}

/**
 * The weights of a logistic regression with an L2 penalty, `penalty / 2` times the squares of the
 * weights, by Newton's method (iteratively reweighted least squares; Hastie, Tibshirani, Friedman
 * 2009, "The Elements of Statistical Learning", 4.4.1 and exercise 4.8). The intercept is not
 * penalised. A step that would make things worse, as it can where offsets are far from 0, is halved
 * until it does not.
 *
 * Weights can be kept within bounds: Newton's steps are then taken among those that are not held by
 * one, and cut off where they would leave it (Bertsekas 1982, "Projected Newton methods for
 * optimization problems with simple constraints").
 */
export function ridgeNewton(
	system: LogisticSystem,
	penalty: number,
	{ bounds = [], start, tolerance = TOLERANCE }: SearchOptions = {},
): LogisticFit {
	const size = system.columns + 1;
	const min = (i: number) => bounds[i - 1]?.min ?? Number.NEGATIVE_INFINITY;
	const max = (i: number) => bounds[i - 1]?.max ?? Number.POSITIVE_INFINITY;
	const within = (i: number, weight: number) => Math.min(max(i), Math.max(min(i), weight));
	const lossAt = (at: Float64Array) => {
		let loss = (INTERCEPT_PENALTY / 2) * at[0]! ** 2;
		for (let i = 1; i < size; i++) loss += (penalty / 2) * at[i]! ** 2;
		return system.addLoss(at, loss);
	};
	const begin = start ? [start.intercept, ...start.weights] : [];
	const at = new Float64Array(size).map((zero, i) => within(i, begin[i] ?? zero));
	let converged = false;
	let loss = lossAt(at);
	for (let step = 0; step < MAX_STEPS && !converged; step++) {
		const gradient = at.map((weight, i) => -(i === 0 ? INTERCEPT_PENALTY : penalty) * weight);
		const hessian = new Float64Array(size * size);
		for (let i = 0; i < size; i++) {
			hessian[i * size + i] = i === 0 ? INTERCEPT_PENALTY : penalty;
		}
		system.addSlopes(at, gradient, hessian);
		for (let i = 1; i < size; i++) {
			const isHeld =
				(at[i]! <= min(i) && gradient[i]! < 0) || (at[i]! >= max(i) && gradient[i]! > 0);
			if (isHeld) leaveOut(i, hessian, gradient);
		}
		const move = solve(hessian, gradient).map((part, i) => within(i, at[i]! + part) - at[i]!);
		const longest = move.reduce((most, part) => Math.max(most, Math.abs(part)), 0);
		let scale = Math.min(1, LONGEST_MOVE / longest || 1);
		const before = Float64Array.from(at);
		const worst = loss + 1e-12 * (1 + Math.abs(loss));
		for (let halving = 0; halving <= MOST_HALVINGS; halving++, scale /= 2) {
			for (let i = 0; i < size; i++) at[i] = before[i]! + scale * move[i]!;
			loss = lossAt(at);
			if (loss <= worst) break;
		}
		converged = longest < tolerance;
	}
	return { intercept: at[0]!, weights: Array.from(at.subarray(1)), converged };
}
