import type { TimeZone } from '../reading/TimeZone';
import type { Order, PurchaseHistory } from './PurchaseHistory';

/** Gathers the orders of one customer, in any order, into a purchase history. */
export class HistoryDraft {
	private orders = 0;

	private readonly days: number[] = [];

	private firstOrderAt = Number.POSITIVE_INFINITY;

	private lastOrderAt = Number.NEGATIVE_INFINITY;

	private readonly spent = new Map<string, number>();

	constructor(
		private readonly customerKey: string,
		private readonly zone: TimeZone,
	) {}

	/** Takes one order in. A negative amount is a refund: it lowers the spend and is no purchase. */
	add({ at, amount, currency = '' }: Order): void {
		if (amount !== undefined) {
			this.spent.set(currency, (this.spent.get(currency) ?? 0) + amount);
			if (amount < 0) return;
		}
		this.orders += 1;
		this.days.push(this.zone.dayOf(at));
		if (at < this.firstOrderAt) this.firstOrderAt = at;
		if (at > this.lastOrderAt) this.lastOrderAt = at;
	}

	/** The history of the orders taken in. */
	finish(): PurchaseHistory {
		const days = this.days.sort((a, b) => a - b);
		const orderDays = days.filter((day, i) => i === 0 || day !== days[i - 1]);
		const hasOrders = orderDays.length > 0;
		return {
			customerKey: this.customerKey,
			orders: this.orders,
			orderDays,
			orderDayCount: orderDays.length,
			firstOrderAt: hasOrders ? this.firstOrderAt : undefined,
			lastOrderAt: hasOrders ? this.lastOrderAt : undefined,
			spent: this.spent,
		};
	}
}
