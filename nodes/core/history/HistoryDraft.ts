import type { TimeZone } from '../reading/TimeZone';
import { EVERY_DAY, type OpenDays } from './OpenDays';
import type { CategoryPurchases, Order, PurchaseHistory } from './PurchaseHistory';
import { ascending } from './quantile';

/** Gathers the orders of one customer, in any order, into a purchase history. */
export class HistoryDraft {
	private orders = 0;

	private pricedOrders = 0;

	private readonly days: number[] = [];

	private firstOrderAt = Number.POSITIVE_INFINITY;

	private lastOrderAt = Number.NEGATIVE_INFINITY;

	/** Most customers pay in one currency: only a second one needs the map. */
	private currency: string | undefined;

	private sum = 0;

	private otherSums: Map<string, number> | undefined;

	private categories: Map<string, CategoryPurchases> | undefined;

	constructor(
		private readonly customerKey: string,
		private readonly zone: TimeZone,
		private readonly openDays: OpenDays = EVERY_DAY,
	) {}

	/** Takes one order in. A negative amount is a refund: it lowers the spend and is no purchase. */
	add({ at, amount, currency = '', categories }: Order): void {
		if (amount !== undefined) {
			this.addSpend(currency, amount);
			if (amount < 0) return;
			this.pricedOrders += 1;
		}
		const day = this.zone.dayOf(at);
		this.orders += 1;
		this.days.push(day);
		if (at < this.firstOrderAt) this.firstOrderAt = at;
		if (at > this.lastOrderAt) this.lastOrderAt = at;
		if (categories) this.addCategories(categories, day);
	}

	private addSpend(currency: string, amount: number): void {
		this.currency ??= currency;
		if (this.currency === currency) {
			this.sum += amount;
			return;
		}
		this.otherSums ??= new Map();
		this.otherSums.set(currency, (this.otherSums.get(currency) ?? 0) + amount);
	}

	private addCategories(categories: readonly string[], day: number): void {
		this.categories ??= new Map();
		for (const category of new Set(categories)) {
			const known = this.categories.get(category);
			if (known) {
				known.orders += 1;
				known.lastDay = Math.max(known.lastDay, day);
			} else this.categories.set(category, { orders: 1, lastDay: day });
		}
	}

	/** The history of the orders taken in. */
	finish(): PurchaseHistory {
		const orderDays: number[] = [];
		const gaps: number[] = [];
		let last: number | undefined;
		for (const day of ascending(this.days)) {
			if (day === last) continue;
			if (last !== undefined) gaps.push(this.openDays.between(last, day));
			orderDays.push(day);
			last = day;
		}
		const [first] = orderDays;
		const hasOrders = first !== undefined;
		return {
			customerKey: this.customerKey,
			orders: this.orders,
			pricedOrders: this.pricedOrders,
			orderDays,
			orderDayCount: orderDays.length,
			gaps,
			sortedGaps: ascending(gaps),
			meanGapDays: hasOrders ? this.openDays.between(first, last!) / gaps.length : Number.NaN,
			firstOrderAt: hasOrders ? this.firstOrderAt : undefined,
			lastOrderAt: hasOrders ? this.lastOrderAt : undefined,
			spent: this.spent(),
			...(this.categories ? { categories: this.categories } : {}),
		};
	}

	private spent(): ReadonlyMap<string, number> {
		const spent = new Map<string, number>();
		if (this.currency !== undefined) spent.set(this.currency, this.sum);
		for (const [currency, sum] of this.otherSums ?? []) spent.set(currency, sum);
		return spent;
	}
}
