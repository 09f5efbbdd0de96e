import { counted } from './formatNumber';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in milliseconds as people say it: minutes below two hours, hours below three days,
 * then days. What is begun and not full is left away, so that no limit seems passed too early.
 *
 * @example
 * formatDuration(26.7 * 3_600_000) //=> '26 hours'
 */
export function formatDuration(milliseconds: number): string {
	if (milliseconds < 2 * HOUR) return counted(Math.floor(milliseconds / MINUTE), 'minute');
	if (milliseconds < 3 * DAY) return counted(Math.floor(milliseconds / HOUR), 'hour');
	return counted(Math.floor(milliseconds / DAY), 'day');
}
