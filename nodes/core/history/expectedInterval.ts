import { categoryInterval, type CategoryIntervals } from './categoryInterval';
import { EVERY_DAY, type OpenDays } from './OpenDays';
import { isSummary, type PurchaseHistory } from './PurchaseHistory';
import { median, quantile } from './quantile';
import { findSeasonalPattern, type SeasonalPattern } from './Season';
import { gapAfter, type StoreRhythm } from './StoreRhythm';

/** Where an expected interval came from. */
export type IntervalBasis =
	| 'fixed'
	| 'category'
	| 'ownGaps'
	| 'gapByOrderNumber'
	| 'storeGaps'
	| 'preset';

export type Confidence = 'high' | 'medium' | 'low';

/** How the expected interval is found. */
export type IntervalPolicy = (
	| { method: 'fixed'; days: number }
	| { method: 'learned'; fallbackDays: number }
	| { method: 'category'; categories: CategoryIntervals; fallbackDays: number }
) & {
	/** Whether customers who buy only in certain seasons are given their season. */
	recogniseSeasons: boolean;
	/** Which of the customer's own gaps is the usual one, as a share of them; their median where left out. */
	ownGapQuantile?: number;
};

/** Open days within which the next order is reasonably expected, and how far to trust that. */
export interface ExpectedInterval {
	days: number;
	/** The category that decided, where one did. */
	category?: string;
	basis: IntervalBasis;
	confidence: Confidence;
	/** Present for a customer who buys only in certain seasons; `days` then reach the season's end. */
	seasonal?: SeasonalPattern;
}

const MIN_OWN_GAPS = 2;
const MANY_OWN_GAPS = 5;
const MANY_STORE_GAPS = 100;
/** A learned rhythm below a week is noise of split baskets and first enthusiasm. */
const SHORTEST_LEARNED_DAYS = 7;

function learned(days: number, basis: IntervalBasis, confidence: Confidence): ExpectedInterval {
	return { days: Math.max(days, SHORTEST_LEARNED_DAYS), basis, confidence };
}

function fromOwnGaps(history: PurchaseHistory, ownGapQuantile = 0.5): ExpectedInterval | undefined {
	if (isSummary(history)) {
		// Of the gaps of a summary only the mean is known.
		const gaps = history.orderDayCount - 1;
		if (Number.isNaN(history.meanGapDays) || gaps < MIN_OWN_GAPS) return undefined;
		return learned(history.meanGapDays, 'ownGaps', gaps >= MANY_OWN_GAPS ? 'medium' : 'low');
	}
	const gaps = history.sortedGaps;
	if (gaps.length < MIN_OWN_GAPS) return undefined;
	const usual = quantile(gaps, ownGapQuantile);
	if (gaps.length < 3) return learned(usual, 'ownGaps', 'low');
	const isSteady = quantile(gaps, 0.75) - quantile(gaps, 0.25) <= quantile(gaps, 0.5);
	return learned(usual, 'ownGaps', gaps.length >= MANY_OWN_GAPS && isSteady ? 'high' : 'medium');
}

/**
 * The interval within which a customer's next order is expected.
 *
 * Fixed by the user, for all or by product category, or learned by the first of these that has enough
 * to go by: the customer's own gaps (median, at least two), the store's gap after the same number of
 * orders (at least twenty), the store's gaps (at least ten), the preset. A learned interval is at
 * least seven days. Who bought in no category of the table is learned too. A seasonal customer's own
 * rhythm reaches from the last order to the end of the next season.
 *
 * Of a customer without an order nothing is expected by date; the chain then starts at the store.
 */
export function expectInterval(
	history: PurchaseHistory,
	policy: IntervalPolicy,
	rhythm: StoreRhythm,
	openDays: OpenDays = EVERY_DAY,
): ExpectedInterval {
	const seasonal = policy.recogniseSeasons ? findSeasonalPattern(history) : undefined;
	if (seasonal) {
		const lastDay = history.orderDays[history.orderDays.length - 1] as number;
		return {
			days: openDays.between(lastDay, seasonal.nextSeasonEnd),
			basis: 'ownGaps',
			confidence: history.orderDays.length > MANY_OWN_GAPS ? 'high' : 'medium',
			seasonal,
		};
	}
	if (policy.method === 'fixed') return { days: policy.days, basis: 'fixed', confidence: 'high' };
	const byCategory =
		policy.method === 'category' ? categoryInterval(history, policy.categories) : undefined;
	if (byCategory) return { ...byCategory, basis: 'category', confidence: 'high' };

	const own = fromOwnGaps(history, policy.ownGapQuantile);
	if (own) return own;
	const step = gapAfter(rhythm, history.orderDayCount);
	if (step) {
		return learned(step.days, 'gapByOrderNumber', step.gaps >= MANY_STORE_GAPS ? 'medium' : 'low');
	}
	if (rhythm.typicalGapDays !== undefined)
		return learned(rhythm.typicalGapDays, 'storeGaps', 'low');
	return { days: policy.fallbackDays, basis: 'preset', confidence: 'low' };
}

/**
 * Median of a customer's newest gaps: the pace of today, not of years ago; of a summary the mean gap.
 * NaN below two order days.
 */
export function currentPaceDays(history: PurchaseHistory, newestGaps = 6): number {
	return isSummary(history) ? history.meanGapDays : median(history.gaps.slice(-newestGaps));
}
