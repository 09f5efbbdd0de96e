import type { TimeZone } from '../reading/TimeZone';
import type { PurchaseHistory } from './PurchaseHistory';

/** A customer as a CRM or a sheet sums him up. */
export interface PurchaseSummary {
	customerKey: string;
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
 * (orders without a last date) must be refused before.
 */
export function summarisedHistory(summary: PurchaseSummary, zone: TimeZone): PurchaseHistory {
	if (summary.orders === 0 || summary.lastOrderAt === undefined) return withoutOrders(summary);

	const { lastOrderAt } = summary;
	const firstOrderAt = summary.firstOrderAt ?? (summary.orders === 1 ? lastOrderAt : undefined);
	const lastDay = zone.dayOf(lastOrderAt);
	const firstDay = firstOrderAt === undefined ? undefined : zone.dayOf(firstOrderAt);
	const isOneDay = firstDay === lastDay;
	return {
		customerKey: summary.customerKey,
		orders: summary.orders,
		orderDays: firstDay === undefined || isOneDay ? [lastDay] : [firstDay, lastDay],
		orderDayCount: isOneDay ? 1 : summary.orders,
		firstOrderAt,
		lastOrderAt,
		spent: spentOf(summary),
	};
}

function withoutOrders(summary: PurchaseSummary): PurchaseHistory {
	return {
		customerKey: summary.customerKey,
		orders: 0,
		orderDays: [],
		orderDayCount: 0,
		firstOrderAt: undefined,
		lastOrderAt: undefined,
		spent: spentOf(summary),
	};
}

function spentOf({ totalSpent, currency }: PurchaseSummary): ReadonlyMap<string, number> {
	return totalSpent === undefined ? new Map() : new Map([[currency ?? '', totalSpent]]);
}
