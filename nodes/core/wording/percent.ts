import { formatNumber } from './formatNumber';

/**
 * A share as people read it, in percent with so many decimals, of which formatNumber shows one at most.
 *
 * @example
 * percent(0.7482) //=> '75 %'
 * percent(0.7482, 1) //=> '74.8 %'
 */
export function percent(share: number, decimals: 0 | 1 = 0): string {
	const factor = 10 ** decimals;
	return `${formatNumber(Math.round(share * 100 * factor) / factor)} %`;
}
