import { notRead, read, isBlank, type Reading } from './Reading';
import { MS_PER_DAY, type TimeZone } from './TimeZone';

/**
 * How dates that name no year first are written: `31/12/2025` is day first, `12/31/2025` month first.
 * With `auto` such dates are refused.
 */
export type DateOrder = 'auto' | 'dayFirst' | 'monthFirst';

/** Shop systems write 1899-12-30, 1900-01-01 or 1970-01-01 where they have no date. */
const EARLIEST_INSTANT = Date.UTC(1980, 0, 1);
/** The last day with a four-digit year. */
const LATEST_INSTANT = Date.UTC(9999, 11, 31);

/** Below this a number of 9 or more digits is read as seconds, from it on as milliseconds. */
const FIRST_MILLISECONDS = 100_000_000_000;
const FIRST_SECONDS = 100_000_000;

/** Spreadsheets count days from here; these serial numbers are 1954 to 2119. */
const SERIAL_DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
/** A serial number holds a time to a ten-millionth of a day or so: rounded to the second it is exact. */
const MS_PER_SECOND = 1000;

const TIME =
	'(?:(?:T|,? )\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s?([AaPp]\\.?[Mm]\\.?)?\\s?(Z|[+-]\\d{2}(?::?\\d{2})?)?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i');
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const EPOCH = /^\d{9,13}$/;
const SERIAL = /^\d{5}(?:\.\d+)?$/;

/** Wall time of a calendar date as if it were UTC; NaN for a date that no calendar has. */
function calendarDate(year: number, month: number, day: number): number {
	if (month < 1 || month > 12 || day < 1) return Number.NaN;
	// Date.UTC takes the year 85 for 1985; a year that early is refused whichever it is.
	const safeYear = Math.max(year, 100);
	const isInMonth = day <= 28 || day <= new Date(Date.UTC(safeYear, month, 0)).getUTCDate();
	return isInMonth ? Date.UTC(safeYear, month - 1, day) : Number.NaN;
}

/** Milliseconds that a written offset is ahead of UTC; NaN for one that no clock shows. */
function offsetOf(zone: string): number {
	if (zone === 'Z' || zone === 'z') return 0;
	const digits = zone.slice(1).replace(':', '');
	const hours = Number(digits.slice(0, 2));
	const minutes = Number(digits.slice(2) || 0);
	if (hours > 23 || minutes > 59) return Number.NaN;
	return (hours * 60 + minutes) * (zone.startsWith('-') ? -60_000 : 60_000);
}

/** The hour on the 24-hour clock; NaN for one that no clock shows. */
function hourOf(hour: number, half: string | undefined): number {
	if (half === undefined) return hour <= 23 ? hour : Number.NaN;
	if (hour < 1 || hour > 12) return Number.NaN;
	return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** The instant of a calendar date at a time, as the groups of TIME give it. */
function instantAt(date: number, time: ReadonlyArray<string | undefined>, zone: TimeZone): number {
	const [hour, minute, second, fraction, half, offset] = time;
	const hours = hourOf(Number(hour ?? 0), half);
	const minutes = Number(minute ?? 0);
	const seconds = Number(second ?? 0);
	if (minutes > 59 || seconds > 59) return Number.NaN;
	const milliseconds = Number((fraction ?? '0').padEnd(3, '0').slice(0, 3));
	const wallTime = date + ((hours * 60 + minutes) * 60 + seconds) * MS_PER_SECOND + milliseconds;
	if (Number.isNaN(wallTime)) return Number.NaN;
	return offset ? wallTime - offsetOf(offset) : zone.fromWallTime(wallTime);
}

/** Two digits of a text as a number; NaN where they are no digits. */
function twoDigits(text: string, at: number): number {
	const tens = text.charCodeAt(at) - 48;
	const ones = text.charCodeAt(at + 1) - 48;
	return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/**
 * The instant of `2025-12-31T23:59:00Z` or `2025-12-31T23:59:00.000Z`, the forms that machines write
 * and most dates have; NaN for all other texts, also for these where a figure is out of range.
 */
function readMachineForm(text: string): number {
	const { length } = text;
	if ((length !== 20 && length !== 24) || text[length - 1] !== 'Z' || text[10] !== 'T') {
		return Number.NaN;
	}
	if (text[4] !== '-' || text[7] !== '-' || text[13] !== ':' || text[16] !== ':') return Number.NaN;
	const milliseconds =
		length === 20 ? 0 : text[19] === '.' ? twoDigits(text, 20) * 10 + Number(text[22]) : Number.NaN;
	const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
	const month = twoDigits(text, 5);
	const day = twoDigits(text, 8);
	const hours = twoDigits(text, 11);
	const minutes = twoDigits(text, 14);
	const seconds = twoDigits(text, 17);
	// The last days of a month are left to the calendar.
	const isSureDay = day >= 1 && day <= (month === 2 ? 28 : 30);
	const isInRange = year >= 1000 && month >= 1 && month <= 12 && isSureDay && hours <= 23;
	if (!isInRange || !(minutes <= 59) || !(seconds <= 59)) return Number.NaN;
	return Date.UTC(year, month - 1, day, hours, minutes, seconds, milliseconds);
}

function readText(text: string, zone: TimeZone, order: DateOrder): number {
	const machine = readMachineForm(text);
	if (!Number.isNaN(machine)) return machine;
	const yearFirst = YEAR_FIRST.exec(text);
	if (yearFirst) {
		const [, year, , month, day, ...time] = yearFirst;
		return instantAt(calendarDate(Number(year), Number(month), Number(day)), time, zone);
	}
	if (order !== 'auto') {
		const yearLast = YEAR_LAST.exec(text);
		if (yearLast) return readYearLast(yearLast, zone, order);
	}
	const compact = COMPACT_DATE.exec(text);
	if (compact) {
		const date = calendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
		return Number.isNaN(date) ? Number.NaN : zone.fromWallTime(date);
	}
	return EPOCH.test(text) || SERIAL.test(text) ? readNumber(Number(text), zone) : Number.NaN;
}

function readYearLast(match: RegExpExecArray, zone: TimeZone, order: DateOrder): number {
	const [, first, , second, year = '', ...time] = match;
	const [day, month] = order === 'dayFirst' ? [first, second] : [second, first];
	const fullYear = Number(year) + (year.length === 2 ? 2000 : 0);
	return instantAt(calendarDate(fullYear, Number(month), Number(day)), time, zone);
}

function readNumber(value: number, zone: TimeZone): number {
	if (!Number.isFinite(value)) return Number.NaN;
	if (value >= FIRST_MILLISECONDS) return value;
	if (value >= FIRST_SECONDS) return value * MS_PER_SECOND;
	if (value >= FIRST_SERIAL && value <= LAST_SERIAL) {
		const wallTime = SERIAL_DAY_ZERO + value * MS_PER_DAY;
		return zone.fromWallTime(Math.round(wallTime / MS_PER_SECOND) * MS_PER_SECOND);
	}
	const compact = Number.isInteger(value) && COMPACT_DATE.exec(String(value));
	return compact ? readText(compact[0], zone, 'auto') : Number.NaN;
}

function readInstant(value: unknown, zone: TimeZone, order: DateOrder): number {
	if (typeof value === 'string') return readText(value.trim(), zone, order);
	if (typeof value === 'number') return readNumber(value, zone);
	if (value instanceof Date) return value.getTime();
	// An expression may give n8n's own date type (luxon), known by this method.
	const toMillis = (value as { toMillis?: unknown }).toMillis;
	return typeof toMillis === 'function' ? Number(toMillis.call(value)) : Number.NaN;
}

/** The date that systems write where they have none. */
const ZERO_DATE = /^0000-00-00/;

/**
 * Reads a date strictly; what could mean two days is refused, never guessed.
 *
 * Read are ISO 8601 dates and date-times with or without zone (`2025-12-31`, `2025-12-31T23:59:00Z`,
 * `2025-12-31 23:59:00`, also with slashes or points), compact dates (`20251231`), seconds and
 * milliseconds since the epoch, serial numbers of spreadsheets (days since 1899-12-30) and date
 * objects. With an order chosen, also `31.12.2025`, `12/31/2025 8:26 PM` and two-digit years of this
 * century. A time without a zone is one of `zone`; a date without a time is the start of its day.
 *
 * Problems: `missing` for a blank value and for `0000-00-00`, `ambiguous` for a local form such as
 * `03/04/2025` while no order is chosen, `tooEarly` before 1980 (what shop systems write for "no
 * date"), `unreadable` for all else.
 *
 * @param earliest what lies before it is too early; births lie before 1980
 * @returns milliseconds since the epoch
 */
export function readDate(
	value: unknown,
	zone: TimeZone,
	order: DateOrder = 'auto',
	earliest = EARLIEST_INSTANT,
): Reading<number> {
	if (isBlank(value)) return notRead('missing');
	const instant = readInstant(value, zone, order);
	if (Number.isNaN(instant)) {
		if (typeof value !== 'string') return notRead('unreadable');
		if (ZERO_DATE.test(value.trim())) return notRead('missing');
		return notRead(order === 'auto' && YEAR_LAST.test(value.trim()) ? 'ambiguous' : 'unreadable');
	}
	if (instant < earliest) return notRead('tooEarly');
	return instant > LATEST_INSTANT ? notRead('unreadable') : read(instant);
}
