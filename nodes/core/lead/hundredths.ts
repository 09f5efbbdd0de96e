/**
 * Points as a whole number of hundredths, in which sums are exact; what is finer is rounded.
 *
 * @example
 * hundredths(0.1 + 0.2) //=> 30
 */
export function hundredths(points: number): number {
	// Adding zero turns minus zero into zero.
	return Math.round(points * 100) + 0;
}
