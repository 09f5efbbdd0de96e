/** A function of several numbers. Returns its value and writes its gradient into the second argument. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

/** Where a search ended. */
export interface Minimum {
	at: Float64Array;
	value: number;
	/** Whether the gradient vanished there, or what is left to gain is no more than rounding. */
	converged: boolean;
	evaluations: number;
}

/** The search ends where no part of the gradient is larger. */
const GRADIENT_TOLERANCE = 1e-8;
/** Differences below this share of the value are rounding: sums over many customers are no better. */
const NOISE = 1e-13;
/** A search that needs more steps gives what it has. */
const MAX_STEPS = 200;
/** No coordinate moves further in one step: coordinates are logarithms, so by a factor of e². */
const LONGEST_MOVE = 2;
/** Weak Wolfe conditions: share of the promised decrease to be had, and of the slope to be left. */
const SUFFICIENT_DECREASE = 1e-4;
const SLOPE_LEFT = 0.9;
/** A line search that fails so often is up against rounding. */
const MAX_TRIALS = 30;

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

function largest(values: Float64Array): number {
	return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** The estimate of the inverse of the matrix of second derivatives, one row after the other. */
class InverseHessian {
	private readonly cells: Float64Array;

	constructor(private readonly size: number) {
		this.cells = new Float64Array(size * size);
		this.reset(1);
	}

	reset(diagonal: number): void {
		this.cells.fill(0);
		for (let i = 0; i < this.size; i++) this.cells[i * this.size + i] = diagonal;
	}

	times(vector: Float64Array): Float64Array {
		return vector.map((_, i) =>
			dot(this.cells.subarray(i * this.size, (i + 1) * this.size), vector),
		);
	}

	/** Takes in how the gradient changed along a move (Nocedal and Wright 2006, equation 6.17). */
	update(move: Float64Array, change: Float64Array): void {
		const curvature = dot(move, change);
		const changed = this.times(change);
		const stretch = (1 + dot(change, changed) / curvature) / curvature;
		for (let i = 0; i < this.size; i++) {
			for (let j = 0; j < this.size; j++) {
				this.cells[i * this.size + j]! +=
					stretch * move[i]! * move[j]! -
					(changed[i]! * move[j]! + move[i]! * changed[j]!) / curvature;
			}
		}
	}
}

/**
 * The lowest point of a smooth function near a start, by the quasi-Newton method of Broyden,
 * Fletcher, Goldfarb and Shanno (Nocedal and Wright 2006, "Numerical Optimization", algorithm 6.1),
 * with a line search by bisection for the weak Wolfe conditions (Lewis and Overton 2013, algorithm
 * 2.6). The same start always leads to the same end.
 *
 * Where the function is not finite it counts as infinitely high. A start where it is not finite is
 * returned as it is.
 *
 * Libraries on offer for JavaScript search without gradients, or by conjugate gradients with a
 * fixed number of steps and no word on convergence; for four parameters this is all it takes.
 */
export function minimise(objective: Objective, start: ArrayLike<number>): Minimum {
	const size = start.length;
	const inverse = new InverseHessian(size);
	let at: Float64Array = Float64Array.from(start);
	let gradient: Float64Array = new Float64Array(size);
	let value = objective(at, gradient);
	let evaluations = 1;
	let isFresh = true;

	for (let step = 0; step < MAX_STEPS && Number.isFinite(value); step++) {
		if (largest(gradient) <= GRADIENT_TOLERANCE) return { at, value, converged: true, evaluations };
		const direction = inverse.times(gradient).map((part) => -part);
		let slope = dot(gradient, direction);
		if (!(slope < 0)) {
			inverse.reset(1);
			isFresh = true;
			gradient.forEach((part, i) => (direction[i] = -part));
			slope = dot(gradient, direction);
		}
		const noise = NOISE * Math.abs(value);
		if (-slope <= noise && !isFresh) return { at, value, converged: true, evaluations };
		const longest = LONGEST_MOVE / largest(direction);

		let [near, far] = [0, Number.POSITIVE_INFINITY];
		let length = Math.min(1, longest);
		let found: { at: Float64Array; gradient: Float64Array; value: number } | undefined;
		for (let trial = 0; trial < MAX_TRIALS; trial++) {
			const tried = at.map((part, i) => part + length * direction[i]!);
			const triedGradient = new Float64Array(size);
			const triedValue = objective(tried, triedGradient);
			evaluations += 1;
			if (!(triedValue <= value + SUFFICIENT_DECREASE * length * slope + noise)) far = length;
			else {
				found = { at: tried, gradient: triedGradient, value: triedValue };
				if (dot(triedGradient, direction) >= SLOPE_LEFT * slope || length === longest) break;
				near = length;
			}
			length = far < Number.POSITIVE_INFINITY ? (near + far) / 2 : Math.min(2 * length, longest);
		}
		if (!found) {
			// Rounding hides what is left to gain, unless the estimate of the curvature is to blame.
			if (isFresh) return { at, value, converged: largest(gradient) < 1e-5, evaluations };
			inverse.reset(1);
			isFresh = true;
			continue;
		}
		const move = found.at.map((part, i) => part - at[i]!);
		const change = found.gradient.map((part, i) => part - gradient[i]!);
		const curvature = dot(move, change);
		if (curvature > 1e-14 * Math.sqrt(dot(move, move) * dot(change, change))) {
			if (isFresh) inverse.reset(curvature / dot(change, change));
			inverse.update(move, change);
			isFresh = false;
		}
		({ at, gradient, value } = found);
	}
	return { at, value, converged: false, evaluations };
}
