import type { Standing } from '../core/history/OrderLedger';

/** The words by which a system says whether an order counts as a purchase. */
export interface OrderStatuses {
	/** Bought and paid. */
	counted: readonly string[];
	/** Not yet: unpaid, open; a word that ends in `*` stands for all that begin with it. */
	pending: readonly string[];
	/** Not or no longer: cancelled, failed, wholly refunded. */
	void: readonly string[];
}

/** Words that shops, CRM and payment systems agree on: for orders whose system is not known. */
export const COMMON_STATUSES: OrderStatuses = Object.freeze({
	counted: [
		'closedwon',
		'complete',
		'completed',
		'delivered',
		'fulfilled',
		'paid',
		'partially_refunded',
		'processing',
		'shipped',
		'succeeded',
		'success',
		'won',
	],
	pending: [
		'authorized',
		'draft',
		'on_hold',
		'open',
		'partially_paid',
		'pending',
		'pending_payment',
		'unpaid',
	],
	void: [
		'abandoned',
		'canceled',
		'cancelled',
		'closedlost',
		'declined',
		'deleted',
		'expired',
		'failed',
		'lost',
		'refunded',
		'test',
		'trash',
		'void',
		'voided',
	],
});

/** The form in which words for a status are compared: `On Hold` and `on-hold` are the same. */
export function statusWord(value: unknown): string {
	return String(value)
		.trim()
		.toLowerCase()
		.replace(/[\s_-]+/g, '');
}

/**
 * Tells by a word whether an order counts. An order whose word nobody knows may still become a
 * purchase; `isKnown` is then false, so that the user can be told.
 */
export class StatusReader {
	/** The words for a purchase, as the user or the source writes them. */
	readonly counted: readonly string[];

	private readonly standings = new Map<string, Standing>();

	private readonly pendingPrefixes: string[] = [];

	/** @param counted the words that the user counts, in place of the system's own */
	constructor(statuses: OrderStatuses, counted: readonly string[] | undefined) {
		this.counted = counted ?? statuses.counted;
		for (const word of statuses.void) this.standings.set(statusWord(word), 'void');
		for (const word of statuses.pending) {
			if (word.endsWith('*')) this.pendingPrefixes.push(statusWord(word.slice(0, -1)));
			else this.standings.set(statusWord(word), 'pending');
		}
		// What the user leaves out of an own list is known all the same, and not bought.
		for (const word of statuses.counted) {
			this.standings.set(statusWord(word), counted ? 'pending' : 'purchase');
		}
		for (const word of counted ?? []) this.standings.set(statusWord(word), 'purchase');
	}

	read(value: unknown): { standing: Standing; isKnown: boolean } {
		const word = statusWord(value);
		const standing = this.standings.get(word);
		if (standing) return { standing, isKnown: true };
		return {
			standing: 'pending',
			isKnown: this.pendingPrefixes.some((prefix) => word.startsWith(prefix)),
		};
	}
}
