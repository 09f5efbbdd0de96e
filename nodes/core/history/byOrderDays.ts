import type { PurchaseHistory } from './PurchaseHistory';

/** An order of histories that only their days decide: sums then always come to the same last digit. */
export function byOrderDays(
	{ orderDays: one }: PurchaseHistory,
	{ orderDays: other }: PurchaseHistory,
): number {
	let i = 0;
	while (i < one.length && one[i] === other[i]) i += 1;
	// Behind the end comes nothing, and nothing comes first.
	return (one[i] ?? -Infinity) < (other[i] ?? -Infinity) ? -1 : one[i] === other[i] ? 0 : 1;
}
