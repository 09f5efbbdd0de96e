import type { CountTable } from './CountTable';

/** Parameters of a model by their name in the literature; what is a time is in days. */
export type ModelParameters = Readonly<Record<string, number>>;

/** What the counts of a shop say about its customers, under one model. */
export interface ModelFit<P extends ModelParameters> {
	/** Always finite and above zero, also where the fit means nothing. */
	parameters: P;
	/** Natural logarithm of the likelihood, time in days; 0 for no customers. */
	logLikelihood: number;
	/**
	 * How much of it is owed to customers dropping out: what it is above that of buying at steady
	 * rates for good (the negative binomial distribution of counts). Near 0, nobody is seen to leave.
	 */
	gainFromDropOut: number;
	/** Whether the search came to rest. */
	converged: boolean;
	/** Whether the parameters mean nothing, so that no verdict may rest on them. */
	isDegenerate: boolean;
	/** Why not, as one sentence; null where the fit means something. */
	reason: string | null;
}

/** A forecast for one customer. */
export interface ReturnForecast {
	/** Probability of at least one order within the horizon. */
	returnProbability: number;
	/** Expected order days within the horizon; never below the probability. */
	expectedOrders: number;
}

/**
 * A "buy till you die" model: customers order at a rate of their own until, unseen, they drop out.
 *
 * x is the number of repeat order days, tx the age in days at the last order, T the age in days now
 * (age counts from the first order), the horizon the days from now on that are looked at. Figures
 * keep to the terms of `CountTable`. Nothing throws; nothing is NaN for parameters above zero.
 */
export interface RepeatBuyingModel<P extends ModelParameters> {
	readonly name: 'bgNbd' | 'mbgNbd' | 'paretoNbd';
	/** The name the literature gives it. */
	readonly label: string;

	/** The parameters under which the counts of all customers are likeliest. */
	fit(table: CountTable): ModelFit<P>;

	/** Natural logarithm of the likelihood of all counts, time in days. */
	logLikelihood(parameters: P, table: CountTable): number;

	/** Probability of at least one order within the horizon, from 0 to 1. */
	returnProbability(parameters: P, x: number, tx: number, T: number, horizon: number): number;

	/** Expected number of order days within the horizon. */
	expectedOrders(parameters: P, x: number, tx: number, T: number, horizon: number): number;

	/** Both together, for little more than either costs. */
	forecast(parameters: P, x: number, tx: number, T: number, horizon: number): ReturnForecast;

	/**
	 * Probability of not having dropped out, from 0 to 1.
	 *
	 * No measure of who will order again: customers who rarely order are alive for long.
	 */
	aliveProbability(parameters: P, x: number, tx: number, T: number): number;
}
