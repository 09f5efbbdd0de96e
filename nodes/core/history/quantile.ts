/**
 * The quantile of ascending numbers by linear interpolation (type 7 of Hyndman and Fan 1996, the
 * default of R and of spreadsheets). NaN for no numbers.
 *
 * @example
 * quantile([7, 14, 21, 28], 0.5) //=> 17.5
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
	if (sorted.length === 0) return Number.NaN;
	const position = (sorted.length - 1) * p;
	const below = Math.floor(position);
	const low = sorted[below] as number;
	const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
	return low + (high - low) * (position - below);
}

/** The numbers in ascending order. */
export function ascending(values: readonly number[]): number[] {
	// Typed arrays sort numbers natively; for the few gaps of one customer the loop below is quicker.
	if (values.length > 40) return Array.from(new Float64Array(values).sort());
	const sorted = values.slice();
	for (let i = 1; i < sorted.length; i++) {
		const value = sorted[i]!;
		let at = i;
		for (; at > 0 && sorted[at - 1]! > value; at--) sorted[at] = sorted[at - 1]!;
		sorted[at] = value;
	}
	return sorted;
}

/** The median of numbers in any order; NaN for no numbers. */
export function median(values: readonly number[]): number {
	return quantile(ascending(values), 0.5);
}
