import { isSummary, type PurchaseHistory } from '../history/PurchaseHistory';
import { quantile } from '../history/quantile';

/** How a customer buys, whatever the stage. */
export type BuyerType = 'none' | 'oneTime' | 'repeat' | 'regular' | 'seasonal';

const MIN_REGULAR_GAPS = 3;
/** Spread of the middle half of the gaps against their sum: 0 is clockwork, 1 is chance. */
const MAX_REGULAR_SPREAD = 0.35;

/**
 * Names how a customer buys.
 *
 * Regular is one with at least four order days whose gaps are alike: their quartile coefficient of
 * dispersion, (Q3 - Q1) / (Q3 + Q1) (Bonett 2006), is at most 0.35.
 */
export function buyerType(history: PurchaseHistory, isSeasonal: boolean): BuyerType {
	if (history.orderDayCount === 0) return 'none';
	if (history.orderDayCount === 1) return 'oneTime';
	if (isSeasonal) return 'seasonal';
	if (history.gaps.length < MIN_REGULAR_GAPS || isSummary(history)) return 'repeat';
	const lower = quantile(history.sortedGaps, 0.25);
	const upper = quantile(history.sortedGaps, 0.75);
	return (upper - lower) / (upper + lower) <= MAX_REGULAR_SPREAD ? 'regular' : 'repeat';
}
