/**
 * The quantile of ascending numbers by linear interpolation (type 7 of Hyndman and Fan 1996, the
 * default of R and of spreadsheets). NaN for no numbers.
 *
 * @example
 * quantile([7, 14, 21, 28], 0.5) //=> 17.5
 */
export function quantile(ascending: ArrayLike<number>, p: number): number {
	if (ascending.length === 0) return Number.NaN;
	const position = (ascending.length - 1) * p;
	const below = Math.floor(position);
	const low = ascending[below] as number;
	const high = ascending[Math.min(below + 1, ascending.length - 1)] as number;
	return low + (high - low) * (position - below);
}

/** The median of numbers in any order; NaN for no numbers. */
export function median(values: readonly number[]): number {
	return quantile(Float64Array.from(values).sort(), 0.5);
}
