import { readFlag } from '../attribute/readAttribute';
import { readDate, type DateOrder } from '../reading/readDate';
import { isBlank, read, type Reading } from '../reading/Reading';
import { readAmount } from '../reading/readMoney';
import type { TimeZone } from '../reading/TimeZone';

const YES = new Set('yes y true won bought ordered paid converted customer'.split(' '));
const NO = new Set('no n false lost none never open pending - n/a'.split(' '));

/** From here on a number is a date in seconds or milliseconds, where dates are asked for. */
const FIRST_EPOCH = 100_000_000;

/** A text that can only be meant as a date. */
const LOOKS_LIKE_DATE = /^\d{4}-\d\d?-\d\d?|^\d{1,2}[./]\d{1,2}[./]\d{2,4}/;

/**
 * Whether somebody did what a campaign is for, as people and systems write it: yes and no in several
 * languages and their kin, a number above zero, a date. Blank is no.
 *
 * @param since from then on a date counts; undefined for any date
 */
export function readOutcome(
	value: unknown,
	since: number | undefined,
	dates: { zone: TimeZone; order: DateOrder },
): Reading<boolean> {
	if (isBlank(value)) return read(false);
	if (typeof value === 'boolean') return read(value);
	if (Array.isArray(value)) return read(value.length > 0);
	const isEpoch = since !== undefined && typeof value === 'number' && value >= FIRST_EPOCH;
	const isText = typeof value === 'string' && LOOKS_LIKE_DATE.test(value.trim());
	if (value instanceof Date || isText || isEpoch) {
		const date = readDate(value, dates.zone, dates.order);
		return date.ok ? read(since === undefined || date.value >= since) : date;
	}
	const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
	if (YES.has(word)) return read(true);
	if (NO.has(word)) return read(false);
	const number = readAmount(value);
	return number.ok ? read(number.value > 0) : readFlag(value);
}
