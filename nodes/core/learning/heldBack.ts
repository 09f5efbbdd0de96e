/**
 * Whether a row is held back from learning, to measure with what was learned from the others.
 *
 * Spread evenly, without drawing lots: of ten rows in a row the last three at 30 percent, so that
 * leads of early and of late times are on both sides. A finer share takes a part of the rows between:
 * at 25 percent the last two of ten, and the one before them in every second ten.
 *
 * @param row index from 0
 * @param percent from 0 to 90
 * @example
 * [6, 7, 8, 9, 10].map((row) => isHeldBack(row, 30)) //=> [false, true, true, true, false]
 */
export function isHeldBack(row: number, percent: number): boolean {
	const ones = row % 10;
	const tens = Math.floor(row / 10) % 10;
	return ones * 10 + tens >= 100 - percent;
}
