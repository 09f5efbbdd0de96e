/** Digits that floating point keeps. */
const DIGITS = 12;

/**
 * The roundest number above `low` and up to `high`: zero, else a multiple of the largest power of ten,
 * or of five times one, that lies between; of several the one nearest to `wanted`.
 *
 * @example
 * roundestBetween(1473, 2210, 1800) //=> 2000
 * roundestBetween(0.23, 0.31, 0.25) //=> 0.3
 * roundestBetween(-1, 1, 1) //=> 0
 */
export function roundestBetween(low: number, high: number, wanted: number): number {
	if (low < 0 && high >= 0) return 0;
	const largest = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high))));
	for (let power = largest; power > largest - DIGITS; power--) {
		for (const factor of [1, 0.5]) {
			const step = factor * 10 ** power;
			const first = Math.floor(low / step) + 1;
			const last = Math.floor(high / step);
			if (first > last) continue;
			const steps = Math.min(last, Math.max(first, Math.round(wanted / step)));
			const round = Number((steps * step).toPrecision(DIGITS));
			if (round > low && round <= high) return round;
		}
	}
	return high;
}
