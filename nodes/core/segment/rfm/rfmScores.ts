import { ascending, quantile } from '../../history/quantile';
import { SegmentationError } from '../../SegmentationError';

/** A score is from 1 to so much, the best. */
export const BEST_SCORE = 5;

/** What of a customer is scored. */
export interface RfmFigures {
	/** Whole days since the last order. */
	recencyDays: number;
	/** Orders. */
	orders: number;
	/** What was spent, in major units. */
	spent: number;
}

/** Four ascending numbers that part five scores of each figure. */
export interface RfmLimits {
	recency: readonly number[];
	frequency: readonly number[];
	monetary: readonly number[];
}

/** The scores of a customer, each from 1 to 5, 5 the best. */
export interface RfmScores {
	recency: number;
	frequency: number;
	monetary: number;
	/** 100 recency + 10 frequency + monetary. */
	score: number;
}

const SHARES = [0.2, 0.4, 0.6, 0.8] as const;

/**
 * The limits that part numbers into fifths, as the R package rfm draws them (`rfm_table_order` with five
 * bins): the quantiles of type 7 at 20, 40, 60 and 80 percent, plus 1.
 *
 * By the 1 that is added, who stands exactly on a quantile falls below the limit; it fits whole days,
 * orders and sums of money, and is too coarse for figures that differ by less than 1. Any number of
 * values, in any order; NaN for none.
 */
export function quintileLimits(values: readonly number[]): number[] {
	const sorted = ascending(values);
	return SHARES.map((share) => quantile(sorted, share) + 1);
}

/** The limits that part these customers into fifths of each figure. */
export function quintilesOf(figures: readonly RfmFigures[]): RfmLimits {
	return {
		recency: quintileLimits(figures.map(({ recencyDays }) => recencyDays)),
		frequency: quintileLimits(figures.map(({ orders }) => orders)),
		monetary: quintileLimits(figures.map(({ spent }) => spent)),
	};
}

/**
 * Checks fixed limits, under the label of what holds them.
 *
 * @throws SegmentationError `invalidRfm` where they are not four numbers, each above the one before
 */
export function checkLimitsOf(label: string, limits: readonly number[]): void {
	const isAscending = limits.every((limit, i) => i === 0 || limit > limits[i - 1]!);
	if (limits.length === SHARES.length && isAscending) return;
	throw new SegmentationError(
		'invalidRfm',
		`${label} are ${limits.length === 0 ? 'not given' : limits.join(', ')}`,
		'Enter four numbers that ascend, e.g. 30, 90, 180, 365: they part the five scores',
	);
}

/**
 * The number of the part in which a value lies, from 1: a limit that is reached counts.
 *
 * @example
 * partOf(30, [30, 90, 180, 365]) //=> 2
 */
export function partOf(value: number, limits: readonly number[]): number {
	let part = 1;
	for (const limit of limits) if (limit <= value) part += 1;
	return part;
}

/**
 * The scores of a customer by limits, those of quintiles or fixed ones: recency counts backwards, since
 * few days are good.
 *
 * @example
 * rfmScores({ recencyDays: 10, orders: 9, spent: 500 }, limits) //=> { recency: 5, frequency: 4, monetary: 3, score: 543 }
 */
export function rfmScores(
	{ recencyDays, orders, spent }: RfmFigures,
	limits: RfmLimits,
): RfmScores {
	const recency = BEST_SCORE + 1 - partOf(recencyDays, limits.recency);
	const frequency = partOf(orders, limits.frequency);
	const monetary = partOf(spent, limits.monetary);
	return { recency, frequency, monetary, score: 100 * recency + 10 * frequency + monetary };
}
