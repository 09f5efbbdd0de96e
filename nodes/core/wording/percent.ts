import { formatNumber } from './formatNumber';

/**
 * A share as people read it, in whole percent.
 *
 * @example
 * percent(0.7482) //=> '75 %'
 */
export function percent(share: number): string {
	return `${formatNumber(Math.round(share * 100))} %`;
}
