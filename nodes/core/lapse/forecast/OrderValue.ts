import { spendOf, type PurchaseHistory } from '../../history/PurchaseHistory';
import { gammaGamma } from '../models/gammaGamma';
import type { ForecastModel } from './ForecastModel';

/** What is known of the value of a shop's orders; null where amounts are not known. */
export type OrderValue = ForecastModel['value'];

/** A customer's orders with a known amount, in one currency; undefined where there is no such. */
function pricedOrders(
	history: PurchaseHistory,
): { orders: number; mean: number; currency: string } | undefined {
	const { total, currency = '' } = spendOf(history);
	if (total === undefined || history.pricedOrders === 0) return undefined;
	return { orders: history.pricedOrders, mean: total / history.pricedOrders, currency };
}

/**
 * Learns what an order is worth from all customers that pay in the currency most of them use, by the
 * Gamma-Gamma model on all orders of a customer.
 *
 * The model's authors leave first orders out, which may be smaller; histories know sums only, so here
 * they are in. Of equally frequent currencies the first by name is taken.
 */
export function fitOrderValue(histories: readonly PurchaseHistory[]): OrderValue {
	const priced = histories.map(pricedOrders).filter((one) => one !== undefined);
	const customersOf = new Map<string, number>();
	for (const { currency } of priced)
		customersOf.set(currency, (customersOf.get(currency) ?? 0) + 1);
	const [most] = [...customersOf].sort(
		([one, first], [other, second]) => second - first || Number(one > other) - Number(one < other),
	);
	if (!most) return null;
	const [currency] = most;
	const own = priced.filter((one) => one.currency === currency && one.mean > 0);
	const { parameters, meanOrderValue, isDegenerate } = gammaGamma.fit(
		own.map(({ orders }) => orders),
		own.map(({ mean }) => mean),
	);
	return meanOrderValue > 0 ? { currency, parameters, meanOrderValue, isDegenerate } : null;
}

/** What a customer's next order is worth, in their own currency; undefined where nothing tells. */
export function expectedOrderValue(
	value: OrderValue,
	history: PurchaseHistory,
): number | undefined {
	const priced = pricedOrders(history);
	if (!value || (priced && priced.currency !== value.currency)) {
		// Who got back more than they paid is worth nothing, not less.
		return priced && Math.max(0, priced.mean);
	}
	if (!priced) return undefined;
	// Who got back as much as they paid, or more, is no average customer.
	if (priced.mean <= 0) return 0;
	return gammaGamma.expectedOrderValue(value, priced.orders, priced.mean);
}
