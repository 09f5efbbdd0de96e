import { minorUnitsOf } from '../reading/currency';

const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/**
 * A sum of money as people read it in a sentence: with the decimals of its currency, thousands
 * grouped, the currency behind it where it is known.
 *
 * @example
 * formatMoney(1284.5, 'EUR') //=> '1,284.50 EUR'
 */
export function formatMoney(amount: number, currency?: string): string {
	const digits = Math.round(Math.log10(minorUnitsOf(currency)));
	const fixed = amount.toFixed(digits);
	// Beyond this size the platform writes powers of ten.
	const [whole = '', decimals] = fixed.includes('e') ? [fixed] : fixed.split('.');
	const grouped = whole.replace(THOUSANDS, ',');
	const text = decimals === undefined ? grouped : `${grouped}.${decimals}`;
	return currency === undefined ? text : `${text} ${currency}`;
}
