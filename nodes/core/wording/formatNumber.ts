const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/**
 * A number as people read it in a sentence: thousands grouped, at most one decimal.
 *
 * @example
 * formatNumber(5310.04) //=> '5,310'
 */
export function formatNumber(value: number): string {
	if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
	const rounded = Math.round(value * 10) / 10;
	if (!Number.isFinite(rounded) || Math.abs(rounded) >= 1e21) return String(value);
	// Adding zero turns minus zero into zero.
	const [whole = '', decimals] = String(rounded + 0).split('.');
	const grouped = whole.length > 3 ? whole.replace(THOUSANDS, ',') : whole;
	return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/**
 * A count with its noun.
 *
 * @example
 * counted(1, 'day') //=> '1 day'
 */
export function counted(count: number, noun: string): string {
	return `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;
}
