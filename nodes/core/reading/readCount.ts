import { isBlank, notRead, read, type Reading } from './Reading';

/**
 * Reads a count of things: a whole number from zero up, as a number or as digits in text.
 *
 * Problems: `missing` for a blank value, `negative` below zero, `unreadable` for fractions, booleans
 * and text with anything but digits.
 */
export function readCount(value: unknown): Reading<number> {
	if (isBlank(value)) return notRead('missing');
	const count =
		typeof value === 'string' && /^[+-]?\d+$/.test(value.trim()) ? Number(value.trim()) : value;
	if (typeof count !== 'number' || !Number.isSafeInteger(count)) return notRead('unreadable');
	return count < 0 ? notRead('negative') : read(count);
}
