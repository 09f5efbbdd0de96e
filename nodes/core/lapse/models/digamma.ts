/** From here on the asymptotic series below is exact to the last digit or two. */
const LARGE = 10;

/**
 * ψ(x), the derivative of ln Γ(x), for x above zero, to about 14 digits of the larger of itself and 1.
 *
 * The asymptotic series (DLMF 5.11.2, coefficients B(2k) / 2k) from 10 on; below, ψ(x + 1) = ψ(x) +
 * 1 / x (DLMF 5.5.2) leads there. -Infinity for 0.
 *
 * @example
 * digamma(1) //=> -0.5772156649015329, minus Euler's constant
 */
export function digamma(x: number): number {
	let sum = 0;
	let large = x;
	for (; large < LARGE; large++) sum += 1 / large;
	const z = 1 / (large * large);
	const series =
		z *
		(1 / 12 - z * (1 / 120 - z * (1 / 252 - z * (1 / 240 - z * (1 / 132 - (z * 691) / 32760)))));
	return Math.log(large) - 0.5 / large - series - sum;
}
