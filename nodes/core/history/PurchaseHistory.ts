/** One purchase, or another key action, as read from a record. */
export interface Order {
	customerKey: string;
	/** When it was placed, in milliseconds since the epoch. */
	at: number;
	/** Major units; undefined where no amount is known, negative for money that went back. */
	amount: number | undefined;
	currency: string | undefined;
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
	/** The different days with an order, ascending; only first and last where a summary was given. */
	orderDays: readonly number[];
	/** Number of different order days, also where a summary names only the first and last of them. */
	orderDayCount: number;
	firstOrderAt: number | undefined;
	lastOrderAt: number | undefined;
	/** Spend by currency; the empty text stands for "no currency given". */
	spent: ReadonlyMap<string, number>;
}

/** What a customer spent: one sum in one currency, or nothing where that cannot be said. */
export interface Spend {
	total: number | undefined;
	average: number | undefined;
	currency: string | undefined;
	/** Whether orders in several currencies keep the sums from being added up. */
	isMixed: boolean;
}

function round(value: number, digits: number): number {
	const factor = 10 ** digits;
	return Math.round(value * factor) / factor;
}

/**
 * Total and average spend of a customer.
 *
 * Sums in several currencies are kept apart, never added up: both figures are then undefined.
 */
export function spendOf(history: PurchaseHistory): Spend {
	if (history.spent.size !== 1) {
		return {
			total: undefined,
			average: undefined,
			currency: undefined,
			isMixed: history.spent.size > 1,
		};
	}
	const [currency, total] = history.spent.entries().next().value as [string, number];
	return {
		total: round(total, 4),
		average: history.orders > 0 ? round(total / history.orders, 2) : undefined,
		currency: currency === '' ? undefined : currency,
		isMixed: false,
	};
}

/** Interpurchase gaps in days between successive order days, in time order. */
export function gapsOf(history: PurchaseHistory): number[] {
	const days = history.orderDays;
	const gaps: number[] = [];
	for (let i = 1; i < days.length; i++) gaps.push((days[i] as number) - (days[i - 1] as number));
	return gaps;
}

/** The mean gap of a summary, of which only the first and last order day are known. */
export function meanGapDays({ orderDays, orderDayCount }: PurchaseHistory): number {
	const [first, last] = orderDays;
	if (first === undefined || last === undefined) return Number.NaN;
	return (last - first) / (orderDayCount - 1);
}
