/** Part of the maximum by which a limit may be missed, for what floating point makes of thirds. */
const TOLERANCE = 1e-9;

/**
 * Whether points come up to so many percent of a maximum; a limit that is reached counts.
 *
 * @example
 * reachesPercent(20, 30, 200 / 3) //=> true
 * reachesPercent(29, 100, 29) //=> true, though 29 / 100 * 100 is 28.999999999999996
 */
export function reachesPercent(points: number, max: number, percent: number): boolean {
	return points * 100 >= (percent - TOLERANCE) * max;
}
