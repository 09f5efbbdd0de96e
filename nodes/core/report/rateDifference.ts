/** Two-sided 95 %. */
const Z = 1.959963984540054;

/** How many of how many. */
export interface Rate {
	hits: number;
	of: number;
}

/** A number that lies between two others with 95 % confidence. */
export interface Between {
	value: number;
	low: number;
	high: number;
}

/** Wilson's score interval of a share (Wilson 1927). */
function wilson({ hits, of }: Rate): [low: number, high: number] {
	const share = hits / of;
	const around = share + (Z * Z) / (2 * of);
	const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
	const whole = 1 + (Z * Z) / of;
	return [Math.max(0, (around - half) / whole), Math.min(1, (around + half) / whole)];
}

/**
 * The difference of two shares with its 95 % interval by Newcombe's hybrid of score intervals (Newcombe
 * 1998, "Interval estimation for the difference between independent proportions", method 10): good for
 * few people too, and never beyond -1 and 1.
 *
 * Undefined where one of them is a share of nobody.
 *
 * @example
 * rateDifference({ hits: 56, of: 70 }, { hits: 48, of: 80 }) //=> 0.2, from 0.0524 to 0.3339
 */
export function rateDifference(first: Rate, second: Rate): Between | undefined {
	if (first.of === 0 || second.of === 0) return undefined;
	const [p1, p2] = [first.hits / first.of, second.hits / second.of];
	const [[low1, high1], [low2, high2]] = [wilson(first), wilson(second)];
	const value = p1 - p2;
	return {
		value,
		low: value - Math.hypot(p1 - low1, high2 - p2),
		high: value + Math.hypot(high1 - p1, p2 - low2),
	};
}
