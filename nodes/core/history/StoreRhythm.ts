import { GapCounts } from './GapCounts';
import { isSummary, type PurchaseHistory } from './PurchaseHistory';
import { ascending, quantile } from './quantile';

/** Fewer gaps than this say nothing about a step from one order to the next. */
const MIN_GAPS_PER_ORDER_NUMBER = 20;
/** Fewer gaps than this say nothing about a store. */
const MIN_GAPS_OF_STORE = 10;
/** Fewer repeat customers than this cannot be told apart into quick and slow. */
const MIN_REPEAT_CUSTOMERS = 8;
/** Steps beyond this are looked up as this one: they are few and alike. */
const LAST_ORDER_NUMBER = 12;

/** How often the customers of a store come back, learned from all histories of a run. */
export interface StoreRhythm {
	/** Median days from the nth order day to the next, where enough customers took that step. */
	gapAfterOrderNumber: ReadonlyMap<number, { days: number; gaps: number }>;
	/** Median of all gaps; undefined below ten gaps. */
	typicalGapDays: number | undefined;
	/** Lower quartile of the customers' own median gaps, of summaries their mean gaps: a pace that one repeat customer in four keeps. */
	quickGapDays: number | undefined;
}

/**
 * Learns the rhythm of a store.
 *
 * Gaps are those between observed orders, so they speak of the customers who did come back.
 */
export function learnStoreRhythm(histories: Iterable<PurchaseHistory>): StoreRhythm {
	const all = new GapCounts();
	const byOrderNumber = Array.from({ length: LAST_ORDER_NUMBER + 1 }, () => new GapCounts());
	const ownMedians: number[] = [];
	for (const history of histories) {
		const { gaps, sortedGaps, meanGapDays, orderDayCount } = history;
		if (isSummary(history)) {
			// The first and last day of a summary are no two successive order days: only its mean is known.
			if (orderDayCount >= 3 && !Number.isNaN(meanGapDays)) ownMedians.push(meanGapDays);
			continue;
		}
		for (let i = 0; i < gaps.length; i++) {
			byOrderNumber[Math.min(i + 1, LAST_ORDER_NUMBER)]!.add(gaps[i]!);
		}
		if (gaps.length >= 2) ownMedians.push(quantile(sortedGaps, 0.5));
	}
	const gapAfterOrderNumber = new Map<number, { days: number; gaps: number }>();
	byOrderNumber.forEach((gaps, orderNumber) => {
		all.addAll(gaps);
		if (gaps.total < MIN_GAPS_PER_ORDER_NUMBER) return;
		gapAfterOrderNumber.set(orderNumber, { days: gaps.median(), gaps: gaps.total });
	});
	return {
		gapAfterOrderNumber,
		typicalGapDays: all.total < MIN_GAPS_OF_STORE ? undefined : all.median(),
		quickGapDays:
			ownMedians.length < MIN_REPEAT_CUSTOMERS ? undefined : quantile(ascending(ownMedians), 0.25),
	};
}

/** The typical gap after a customer's nth order day, where enough customers took that step. */
export function gapAfter(rhythm: StoreRhythm, orderNumber: number) {
	return rhythm.gapAfterOrderNumber.get(Math.min(orderNumber, LAST_ORDER_NUMBER));
}
