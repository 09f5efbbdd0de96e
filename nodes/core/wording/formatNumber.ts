const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

/**
 * A number as people read it in a sentence: thousands grouped, at most one decimal.
 *
 * @example
 * formatNumber(5310.04) //=> '5,310'
 */
export function formatNumber(value: number): string {
	// Adding zero turns minus zero into zero.
	const rounded = Math.round(value * 10) / 10 + 0;
	if (Math.abs(rounded) < 1000) return String(rounded);
	if (!Number.isFinite(rounded) || Math.abs(rounded) >= 1e21) return String(value);
	const [whole = '', decimals] = String(rounded).split('.');
	const grouped = whole.replace(THOUSANDS, ',');
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
