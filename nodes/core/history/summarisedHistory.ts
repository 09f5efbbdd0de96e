import type { TimeZone } from '../reading/TimeZone';
import { EVERY_DAY, type OpenDays } from './OpenDays';
import type { PurchaseHistory } from './PurchaseHistory';

/** A customer as a CRM or a sheet sums him up. */
export interface PurchaseSummary {
	orders: number;
	firstOrderAt: number | undefined;
	lastOrderAt: number | undefined;
	totalSpent: number | undefined;
	currency: string | undefined;
}

/**
 * The history that a summary stands for.
 *
 * Only the first and last order day are known; the days between are not made up. A first date that
 * is missing is taken from the last where there is one order. A summary that contradicts itself
 * (orders without a last date, one order on two days) must be refused before.
 */
export function summarisedHistory(
	customerKey: string,
	summary: PurchaseSummary,
	zone: TimeZone,
	openDays: OpenDays = EVERY_DAY,
): PurchaseHistory {
	const { lastOrderAt, totalSpent, currency = '' } = summary;
	const orders = lastOrderAt === undefined ? 0 : summary.orders;
	const history = {
		customerKey,
		orders,
		pricedOrders: totalSpent === undefined ? 0 : orders,
		spent: new Map(totalSpent === undefined ? [] : [[currency, totalSpent]]),
	};
	if (orders === 0 || lastOrderAt === undefined) {
		return {
			...history,
			orderDays: [],
			orderDayCount: 0,
			gaps: [],
			sortedGaps: [],
			meanGapDays: Number.NaN,
			firstOrderAt: undefined,
			lastOrderAt: undefined,
		};
	}
	const firstOrderAt = summary.firstOrderAt ?? (orders === 1 ? lastOrderAt : undefined);
	const lastDay = zone.dayOf(lastOrderAt);
	const firstDay = firstOrderAt === undefined ? lastDay : zone.dayOf(firstOrderAt);
	const days = openDays.between(firstDay, lastDay);
	const gaps = orders === 2 && firstDay !== lastDay ? [days] : [];
	const isOneDay = firstOrderAt !== undefined && firstDay === lastDay;
	return {
		...history,
		orderDays: firstDay === lastDay ? [lastDay] : [firstDay, lastDay],
		orderDayCount: isOneDay ? 1 : orders,
		gaps,
		sortedGaps: gaps,
		meanGapDays: firstDay === lastDay ? Number.NaN : days / (orders - 1),
		firstOrderAt,
		lastOrderAt,
	};
}
