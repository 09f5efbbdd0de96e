import { roundMoney } from '../history/PurchaseHistory';

/** Money by currency, kept apart; '' stands for "not given". */
export class CurrencySum {
	private readonly sums = new Map<string, number>();

	add(amount: number, currency: string): void {
		this.sums.set(currency, (this.sums.get(currency) ?? 0) + amount);
	}

	/** The sum, where it is in one currency; `null` where nothing was added, or several currencies. */
	get total(): number | null {
		const [only] = this.sums.values();
		return only === undefined || this.sums.size > 1 ? null : roundMoney(only);
	}

	/** The one currency; `null` where it is not given, nothing was added, or there are several. */
	get currency(): string | null {
		const [only] = this.sums.keys();
		return this.sums.size > 1 ? null : only || null;
	}

	/** The sums of several currencies; `null` where they are in one. */
	get byCurrency(): Record<string, number> | null {
		if (this.sums.size < 2) return null;
		const sorted = [...this.sums].sort(([one], [other]) => (one < other ? -1 : 1));
		return Object.fromEntries(sorted.map(([currency, sum]) => [currency, roundMoney(sum)]));
	}
}
