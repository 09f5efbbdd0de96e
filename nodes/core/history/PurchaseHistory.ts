/** One purchase, or another key action, as read from a record. */
export interface Order {
	/** When it was placed, in milliseconds since the epoch. */
	at: number;
	/** Major units; undefined where no amount is known, negative for money that went back. */
	amount: number | undefined;
	currency: string | undefined;
	/** Product categories of its lines; left out where they are not asked for. */
	categories?: readonly string[];
}

/** How often and when last a customer bought in a product category. */
export interface CategoryPurchases {
	orders: number;
	lastDay: number;
}

/**
 * All orders of one customer up to the reference date.
 *
 * Days are day numbers of the workflow's time zone. Several orders of one day count as one day, so
 * that a basket paid in two parts does not look like a return.
 */
export interface PurchaseHistory {
	customerKey: string;
	/** Number of orders; refunds are none. */
	orders: number;
	/** Orders with a known amount: what the average is taken over. */
	pricedOrders: number;
	/** The different days with an order, ascending; only first and last where a summary was given. */
	orderDays: readonly number[];
	/** Number of different order days, also where a summary names only the first and last of them. */
	orderDayCount: number;
	/** Interpurchase gaps in open days, in time order; none where a summary was given. */
	gaps: readonly number[];
	/** The same gaps from the shortest to the longest. */
	sortedGaps: readonly number[];
	/** Mean of the gaps, of a summary too; NaN below two order days. */
	meanGapDays: number;
	firstOrderAt: number | undefined;
	lastOrderAt: number | undefined;
	/** Spend by currency; the empty text stands for "no currency given". */
	spent: ReadonlyMap<string, number>;
	/** By category, where categories were asked for. */
	categories?: ReadonlyMap<string, CategoryPurchases>;
}

/** What a customer spent: one sum in one currency, or a sum for each where there are several. */
export interface Spend {
	total: number | undefined;
	average: number | undefined;
	currency: string | undefined;
	/** The sums by currency, where several keep them from being added up; '' is "not given". */
	byCurrency: Readonly<Record<string, number>> | undefined;
}

/** A sum of money without the noise of binary fractions, to the ten-thousandth. */
export function roundMoney(value: number, digits = 4): number {
	const factor = 10 ** digits;
	return Math.round(value * factor) / factor;
}

/**
 * Total and average spend of a customer, or of several taken together.
 *
 * Sums in several currencies are kept apart, never added up: both figures are then undefined. The
 * average is taken over the orders whose amount is known.
 */
export function spendOf({
	spent,
	pricedOrders,
}: Pick<PurchaseHistory, 'spent' | 'pricedOrders'>): Spend {
	if (spent.size !== 1) {
		const byCurrency =
			spent.size === 0
				? undefined
				: Object.fromEntries([...spent].map(([currency, sum]) => [currency, roundMoney(sum)]));
		return { total: undefined, average: undefined, currency: undefined, byCurrency };
	}
	const [currency, total] = spent.entries().next().value as [string, number];
	return {
		total: roundMoney(total),
		average: pricedOrders > 0 ? roundMoney(total / pricedOrders, 2) : undefined,
		currency: currency === '' ? undefined : currency,
		byCurrency: undefined,
	};
}

/** Whether only a summary of the orders is known, not each order day. */
export function isSummary(history: PurchaseHistory): boolean {
	return history.orderDayCount !== history.orderDays.length;
}
