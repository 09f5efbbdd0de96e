import { formatNumber } from '../wording/formatNumber';

/**
 * So many people, in words.
 *
 * @example
 * peopleCount(1) //=> '1 person'
 */
export function peopleCount(count: number): string {
	return count === 1 ? '1 person' : `${formatNumber(count)} people`;
}
