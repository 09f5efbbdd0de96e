import { notRead, read, type Reading } from '../../reading/Reading';

const CLOCK_TIME = /^(\d{1,2})(?:[:.](\d{2}))?$/;

/**
 * Reads a time of day on the 24-hour clock, `21:00`, `8.30` or `21`, as minutes since midnight.
 *
 * `unreadable` is what no clock shows, 24:00 too, which is 00:00.
 */
export function readClockTime(text: string): Reading<number> {
	const match = CLOCK_TIME.exec(text.trim());
	const hours = Number(match?.[1]);
	const minutes = Number(match?.[2] ?? 0);
	return hours <= 23 && minutes <= 59 ? read(hours * 60 + minutes) : notRead('unreadable');
}
