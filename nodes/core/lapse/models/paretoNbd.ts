import { fitModel, logLikelihoodOf, type ModelSearch } from './fitModel';
import { integrateDecay } from './integrateDecay';
import { paretoObjective } from './paretoLikelihood';
import type { RepeatBuyingModel } from './RepeatBuyingModel';

/** Parameters of the Pareto/NBD model; α and β are in days. */
export type ParetoNbdParameters = {
	/** Shape of the gamma distribution of order rates. */
	readonly r: number;
	/** Rate of that distribution, in days: the mean is r / α orders a day. */
	readonly alpha: number;
	/** Shape of the gamma distribution of drop-out rates. */
	readonly s: number;
	/** Rate of that distribution, in days: the mean is s / β a day. */
	readonly beta: number;
};

/**
 * Costs of a fit grow with distinct times. Whole days never reach this many; where times have
 * fractions, they are rounded to half as many steps for the search, which moves parameters by less
 * than a thousandth.
 */
const MOST_TIMES = 4000;

const search: ModelSearch<ParetoNbdParameters> = {
	objective: paretoObjective,
	starts: [
		[0.6, 0.6],
		[0.2, 0.05],
		[3, 6],
	],
	named: ([r = 0, alpha = 0, s = 0, beta = 0], unit) => ({
		r,
		alpha: alpha * unit,
		s,
		beta: beta * unit,
	}),
	level: (s, beta) => s / beta,
};

/**
 * Probability of being alive at T: f(T) over f(T) + s ∫ f(t) / (β + t) dt from tx to T, with f as in
 * the likelihood.
 */
function aliveAt(
	{ r, alpha, s, beta }: ParetoNbdParameters,
	x: number,
	tx: number,
	T: number,
): number {
	const silence = Math.max(0, T - tx);
	const alive = Math.exp(
		-(r + x) * Math.log1p(silence / (alpha + tx)) - s * Math.log1p(silence / (beta + tx)),
	);
	const gone = (s / (beta + tx)) * integrateDecay(r + x, alpha + tx, s + 1, beta + tx, silence);
	return alive > 0 ? alive / (alive + gone) : 0;
}

/**
 * Probability that who is alive at T orders before T + h: the integral over t of dropping out after
 * t, times the density of the first order at t.
 */
function returnsWithin(
	{ r, alpha, s, beta }: ParetoNbdParameters,
	x: number,
	T: number,
	horizon: number,
): number {
	const integral = integrateDecay(r + x + 1, alpha + T, s, beta + T, horizon);
	return Math.min(1, ((r + x) / (alpha + T)) * integral);
}

/**
 * Expected orders before T + h of who is alive at T: equation 41 of Fader and Hardie's note, written
 * so that it has its limit, ln[(β + T + h) / (β + T)], at s = 1.
 */
function ordersWithin(
	{ r, alpha, s, beta }: ParetoNbdParameters,
	x: number,
	T: number,
	horizon: number,
): number {
	const span = Math.log1p(horizon / (beta + T));
	const fall = (s - 1) * span;
	const mean = fall === 0 ? 1 : -Math.expm1(-fall) / fall;
	return ((r + x) / (alpha + T)) * (beta + T) * span * mean;
}

/**
 * The Pareto/NBD model of Schmittlein, Morrison and Colombo (1987), "Counting your customers: who are
 * they and what will they do next?", Management Science 33 (1); formulas from Fader and Hardie, "A
 * note on deriving the Pareto/NBD model and related expressions" (2005).
 *
 * Customers can drop out at any time, whether they order or not.
 */
export const paretoNbd = Object.freeze<RepeatBuyingModel<ParetoNbdParameters>>({
	name: 'paretoNbd',
	label: 'Pareto/NBD',
	fit: (table) =>
		fitModel(search, table.times.length > MOST_TIMES ? table.coarser(MOST_TIMES / 2) : table),
	logLikelihood: ({ r, alpha, s, beta }, table) =>
		logLikelihoodOf(paretoObjective, table, (unit) => [r, alpha / unit, s, beta / unit]),
	returnProbability: (parameters, x, tx, T, horizon) =>
		aliveAt(parameters, x, tx, T) * returnsWithin(parameters, x, T, horizon),
	expectedOrders: (parameters, x, tx, T, horizon) =>
		aliveAt(parameters, x, tx, T) * ordersWithin(parameters, x, T, horizon),
	forecast(parameters, x, tx, T, horizon) {
		const alive = aliveAt(parameters, x, tx, T);
		return {
			returnProbability: alive * returnsWithin(parameters, x, T, horizon),
			expectedOrders: alive * ordersWithin(parameters, x, T, horizon),
		};
	},
	aliveProbability: aliveAt,
});
