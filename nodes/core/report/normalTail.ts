/** Half of the steps that the tail is worked out in; with so many it is exact to 14 digits. */
const STEPS = 60;
/** Up to here the series about zero is the better one. */
const NEAR = 3;

/**
 * P(Z > z) of the standard normal distribution, to about 12 digits, far out too.
 *
 * Near zero the power series of the distribution function (Abramowitz, Stegun 1964, 26.2.11), further
 * out the continued fraction of Mills' ratio (26.2.14).
 *
 * @example
 * normalTail(1.6448536269514722) //=> 0.05
 */
export function normalTail(z: number): number {
	if (Number.isNaN(z)) return Number.NaN;
	if (z < 0) return 1 - normalTail(-z);
	const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
	if (density === 0) return 0;
	if (z <= NEAR) {
		let [term, sum] = [z, z];
		for (let k = 1; k < STEPS; k++) {
			term *= (z * z) / (2 * k + 1);
			sum += term;
		}
		return 0.5 - density * sum;
	}
	let fraction = 0;
	for (let k = 2 * STEPS; k > 0; k--) fraction = k / (z + fraction);
	return density / (z + fraction);
}
