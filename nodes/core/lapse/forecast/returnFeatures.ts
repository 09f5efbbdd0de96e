import type { RepeatCounts } from './PurchaseLog';

/** What is looked at, beside the model's own forecast, to tell who comes back. Names are permanent. */
export const RETURN_FEATURES = [
	'orders',
	'silence',
	'silenceInGaps',
	'overdue',
	'steadiness',
	'overdueIfSteady',
	'expectedOrders',
] as const;

/** What customers of a shop are compared with. */
export interface ShopMeasures {
	/** Days between two orders, the median of all. */
	typicalGapDays: number;
	/** Mean days since customers' first orders. */
	meanAgeDays: number;
}

const FEWEST_ORDERS = 1e-5;

/**
 * The features of one customer, in the order of their names.
 *
 * Logarithms of the orders after the first, of the days of silence beside the mean age of customers,
 * and of the silence beside the customer's own gap (the mean of their gaps and one of the shop's);
 * how far that is overdue; how steady the gaps are (1 less their coefficient of variation, 0 below
 * three gaps), alone and times how far the customer is overdue; the logarithm of the orders that the
 * model expects. A whole day is added to every silence: days are counted whole.
 */
export function returnFeatures(
	{ x, tx, T, gapVariation }: RepeatCounts,
	{ typicalGapDays, meanAgeDays }: ShopMeasures,
	expectedOrders: number,
): number[] {
	const silence = T - tx + 1;
	const ownGap = x > 0 ? (tx + typicalGapDays) / (x + 1) : typicalGapDays;
	const silenceInGaps = Math.log(silence / ownGap);
	const overdue = Math.max(0, silenceInGaps);
	const steadiness = Number.isNaN(gapVariation) ? 0 : Math.max(0, 1 - gapVariation);
	return [
		Math.log1p(x),
		Math.log(silence / Math.max(1, meanAgeDays)),
		silenceInGaps,
		overdue,
		steadiness,
		steadiness * overdue,
		Math.log(Math.max(FEWEST_ORDERS, expectedOrders)),
	];
}

/** Whether a feature is a share already: it is taken as it is, the others by their spread. */
export function isShare(name: string): boolean {
	return name === 'steadiness' || name === 'overdueIfSteady';
}
