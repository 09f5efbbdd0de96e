import { formatNumber } from './formatNumber';

/**
 * A part of a whole as people picture it: of a hundred, or as it is where there are fewer.
 *
 * All and none are said only of all and none. Nothing sensible for a whole of zero.
 *
 * @example
 * ofHundred(4698, 5011) //=> '94 of 100'
 * ofHundred(3, 4) //=> '3 of 4'
 * ofHundred(4999, 5000) //=> 'more than 99 of 100'
 */
export function ofHundred(part: number, whole: number): string {
	if (whole < 100) return `${formatNumber(part)} of ${formatNumber(whole)}`;
	const rounded = Math.round((part / whole) * 100);
	if (rounded === 100 && part < whole) return 'more than 99 of 100';
	if (rounded === 0 && part > 0) return 'fewer than 1 of 100';
	return `${rounded} of 100`;
}
