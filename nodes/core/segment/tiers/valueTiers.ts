import { SegmentationError } from '../../SegmentationError';
import { formatNumber } from '../../wording/formatNumber';

/** Sums of percentages as people write them are exact to so much. */
const ROUNDING = 1e-9;

/**
 * Checks the shares of tiers.
 *
 * @throws SegmentationError `invalidTiers` where a share is zero or they make up more than everybody
 */
export function checkShares(percents: readonly number[]): void {
	const sum = percents.reduce((all, percent) => all + percent, 0);
	if (percents.some((percent) => percent <= 0)) {
		throw new SegmentationError(
			'invalidTiers',
			'A tier has 0 percent of the people',
			'Give every tier a share above 0, or remove it',
		);
	}
	if (sum > 100 + ROUNDING) {
		throw new SegmentationError(
			'invalidTiers',
			`The tiers make up ${formatNumber(sum)} percent of the people`,
			'Each tier has its own share, e.g. 20, 30 and 50: lower them to 100 together',
		);
	}
}

/**
 * Checks the limits of tiers.
 *
 * @throws SegmentationError `invalidTiers` where two tiers begin at the same value
 */
export function checkLimits(limits: readonly number[]): void {
	const twice = limits.find((limit, i) => limits.indexOf(limit) !== i);
	if (twice === undefined) return;
	throw new SegmentationError(
		'invalidTiers',
		`Two tiers begin at ${formatNumber(twice)}`,
		'Give every tier a value of its own from which it begins',
	);
}

/** The tier of a value by its place among all; undefined below the last tier. */
export type TierOf = (value: number) => number | undefined;

/**
 * Tiers by share of people: the best of them are in the first tier, so many percent of all, then come
 * those of the second, and so on; who is behind the last is in none.
 *
 * Equal values always share a tier, the better one: a tier may then have more people than its share,
 * the next one fewer. A share that ends within a person takes that person in. Values in any order.
 *
 * @param values of everybody who takes part
 * @example
 * tiersByShare([90, 50, 50, 10, 5], [20, 30, 50])(50) //=> 1
 */
export function tiersByShare(values: readonly number[], percents: readonly number[]): TierOf {
	const sorted = Float64Array.from(values).sort();
	const ends: number[] = [];
	let sum = 0;
	for (const percent of percents) {
		sum += percent;
		ends.push((sum * values.length) / 100 - ROUNDING);
	}
	const tiers = new Map<number, number | undefined>();
	for (let i = sorted.length - 1; i >= 0; i--) {
		const value = sorted[i]!;
		if (tiers.has(value)) continue;
		const better = sorted.length - 1 - i;
		const tier = ends.findIndex((end) => better < end);
		tiers.set(value, tier < 0 ? undefined : tier);
	}
	return (value) => tiers.get(value);
}

/**
 * Tiers by value: the one with the highest limit that a value reaches, in whatever order they stand.
 *
 * @example
 * tiersByLimit([1000, 200])(200) //=> 1
 */
export function tiersByLimit(limits: readonly number[]): TierOf {
	return (value) => {
		let best: number | undefined;
		for (let i = 0; i < limits.length; i++) {
			const limit = limits[i]!;
			if (limit <= value && (best === undefined || limit > limits[best]!)) best = i;
		}
		return best;
	};
}
