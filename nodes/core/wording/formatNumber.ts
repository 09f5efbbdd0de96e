const format = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/**
 * A number as people read it in a sentence: thousands grouped, at most one decimal.
 *
 * @example
 * formatNumber(5310.04) //=> '5,310'
 */
export function formatNumber(value: number): string {
	return format.format(value);
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
