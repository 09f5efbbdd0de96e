import { ordersWhileDroppingOut } from './ordersWhileDroppingOut';

/** Parameters of the BG/NBD and the MBG/NBD model; α is in days. */
export type BetaGeometricParameters = {
	/** Shape of the gamma distribution of order rates. */
	readonly r: number;
	/** Rate of that distribution, in days: the mean is r / α orders a day. */
	readonly alpha: number;
	/** Parameters of the beta distribution of drop-out: the mean probability is a / (a + b). */
	readonly a: number;
	readonly b: number;
};

/**
 * Probability of not having dropped out at the last order, after `chances` orders that count.
 *
 * Source: Fader, Hardie and Lee, "Computing P(alive) using the BG/NBD model" (2008), for BG/NBD;
 * the same step from equation 2 of Batislam, Denizel and Filiztekin (2007) for MBG/NBD.
 */
export function aliveAfter(
	chances: number,
	{ r, alpha, a, b }: BetaGeometricParameters,
	x: number,
	tx: number,
	T: number,
): number {
	if (chances === 0) return 1;
	const silence = Math.log1p((T - tx) / (alpha + tx));
	return 1 / (1 + (a / (b + chances - 1)) * Math.exp((r + x) * silence));
}

/** Probability that who is still a customer orders within the horizon. */
export function returnsWithin(
	{ r, alpha }: BetaGeometricParameters,
	x: number,
	T: number,
	horizon: number,
): number {
	return -Math.expm1(-(r + x) * Math.log1p(horizon / (alpha + T)));
}

/** Expected orders within the horizon of who is still a customer after `chances` that count. */
export function ordersWithin(
	chances: number,
	{ r, alpha, a, b }: BetaGeometricParameters,
	x: number,
	T: number,
	horizon: number,
): number {
	return ordersWhileDroppingOut(r + x, alpha + T, a, b + chances, horizon);
}
