import type { TimeZone } from '../reading/TimeZone';
import type { Order, PurchaseHistory } from './PurchaseHistory';

interface Draft {
	orders: number;
	days: number[];
	firstOrderAt: number;
	lastOrderAt: number;
	spent: Map<string, number>;
}

/**
 * Gathers orders, in any order, into one purchase history per customer.
 *
 * Keys are compared to the letter; customers come out in the order in which they were first seen.
 */
export class HistoryBuilder {
	private readonly drafts = new Map<string, Draft>();

	constructor(private readonly zone: TimeZone) {}

	/** Takes one order in. A negative amount is a refund: it lowers the spend and is no purchase. */
	add(order: Order): void {
		let draft = this.drafts.get(order.customerKey);
		if (!draft) {
			draft = {
				orders: 0,
				days: [],
				firstOrderAt: Number.POSITIVE_INFINITY,
				lastOrderAt: Number.NEGATIVE_INFINITY,
				spent: new Map(),
			};
			this.drafts.set(order.customerKey, draft);
		}
		if (order.amount !== undefined) {
			const currency = order.currency ?? '';
			draft.spent.set(currency, (draft.spent.get(currency) ?? 0) + order.amount);
			if (order.amount < 0) return;
		}
		draft.orders += 1;
		draft.days.push(this.zone.dayOf(order.at));
		if (order.at < draft.firstOrderAt) draft.firstOrderAt = order.at;
		if (order.at > draft.lastOrderAt) draft.lastOrderAt = order.at;
	}

	/** The histories of all customers seen so far. */
	build(): PurchaseHistory[] {
		const histories: PurchaseHistory[] = [];
		for (const [customerKey, draft] of this.drafts) {
			const orderDays = distinctAscending(draft.days);
			const hasOrders = orderDays.length > 0;
			histories.push({
				customerKey,
				orders: draft.orders,
				orderDays,
				orderDayCount: orderDays.length,
				firstOrderAt: hasOrders ? draft.firstOrderAt : undefined,
				lastOrderAt: hasOrders ? draft.lastOrderAt : undefined,
				spent: draft.spent,
			});
		}
		return histories;
	}
}

function distinctAscending(days: number[]): number[] {
	days.sort((a, b) => a - b);
	return days.filter((day, i) => i === 0 || day !== days[i - 1]);
}
