import type { PurchaseHistory } from './PurchaseHistory';

/** Days within which each category is reasonably bought again: bread 7, furniture 730. */
export type CategoryIntervals = ReadonlyArray<{ category: string; days: number }>;

/** The form in which names of categories are compared. */
export function categoryName(text: string): string {
	return text.trim().toLowerCase();
}

/**
 * The interval of the category that a customer buys most often; of those bought equally often the one
 * bought last, and of those in one basket the one that is used up first.
 *
 * Undefined for a customer who bought in no category of the table. Names are compared without regard
 * to case.
 */
export function categoryInterval(
	{ categories }: PurchaseHistory,
	intervals: CategoryIntervals,
): { days: number; category: string } | undefined {
	let best: { days: number; category: string; orders: number; lastDay: number } | undefined;
	for (const { category, days } of intervals) {
		const bought = categories?.get(categoryName(category));
		if (!bought) continue;
		const { orders, lastDay } = bought;
		const isBetter =
			best === undefined ||
			(orders - best.orders || lastDay - best.lastDay || best.days - days) > 0;
		if (isBetter) best = { days, category, orders, lastDay };
	}
	return best && { days: best.days, category: best.category };
}
