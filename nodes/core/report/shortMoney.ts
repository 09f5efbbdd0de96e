import { formatMoney } from '../wording/formatMoney';
import { formatNumber } from '../wording/formatNumber';

/** From here on nobody reads the decimals. */
const LARGE = 1000;

/**
 * Money as a report tells it: large sums in whole units.
 *
 * @example
 * shortMoney(31249.8, 'EUR') //=> '31,250 EUR'
 * shortMoney(54.2, 'EUR') //=> '54.20 EUR'
 */
export function shortMoney(amount: number, currency: string | null): string {
	if (Math.abs(amount) < LARGE) return formatMoney(amount, currency ?? undefined);
	const whole = formatNumber(Math.round(amount));
	return currency === null ? whole : `${whole} ${currency}`;
}
