import type { OpenDays } from './OpenDays';
import { isSummary, type PurchaseHistory } from './PurchaseHistory';
import { ascending } from './quantile';

/**
 * A history as it stood at the end of an earlier day: what was ordered later is not in it.
 *
 * Undefined where nothing was ordered by then, and for summaries, whose days are not known. Money and
 * categories are of the whole history and left out, and so are times of day: each order day stands
 * for one order.
 */
export function historyUntil(
	history: PurchaseHistory,
	day: number,
	openDays: OpenDays,
): PurchaseHistory | undefined {
	if (isSummary(history)) return undefined;
	const { customerKey, orderDays } = history;
	let count = orderDays.length;
	while (count > 0 && orderDays[count - 1]! > day) count -= 1;
	if (count === 0) return undefined;
	const days = count === orderDays.length ? orderDays : orderDays.slice(0, count);
	const gaps = count === orderDays.length ? history.gaps : history.gaps.slice(0, count - 1);
	return {
		customerKey,
		orders: count,
		pricedOrders: 0,
		orderDays: days,
		orderDayCount: count,
		gaps,
		sortedGaps: count === orderDays.length ? history.sortedGaps : ascending(gaps),
		meanGapDays: openDays.between(days[0]!, days[count - 1]!) / gaps.length,
		firstOrderAt: undefined,
		lastOrderAt: undefined,
		spent: new Map(),
	};
}
