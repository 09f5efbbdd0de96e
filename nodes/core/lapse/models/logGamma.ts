/** From here on the asymptotic series below is exact to the last digit or two. */
const LARGE = 10;

/**
 * ln Γ(x) for x above zero, to about 14 digits of the larger of itself and 1.
 *
 * Stirling's series (DLMF 5.11.1, coefficients B(2k) / [2k (2k - 1)]) from 10 on; below, Γ(x + 1) =
 * x Γ(x) (DLMF 5.5.1) leads there. NaN below zero, Infinity for 0.
 *
 * Own code, as it goes with its derivative in `digamma`, which no library has without some hundred
 * kilobytes beside it.
 *
 * @example
 * logGamma(5) //=> 3.1780538303479458, ln 24
 */
export function logGamma(x: number): number {
	let product = 1;
	let large = x;
	for (; large < LARGE; large++) product *= large;
	const z = 1 / (large * large);
	const series =
		(1 / 12 -
			z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - (z * 691) / 360360))))) /
		large;
	return (
		(large - 0.5) * Math.log(large) - large + Math.log(2 * Math.PI) / 2 + series - Math.log(product)
	);
}
