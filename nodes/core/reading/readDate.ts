import { notRead, read, isBlank, type Reading } from './Reading';
import type { TimeZone } from './TimeZone';

/** Shop systems write 1899-12-30, 1900-01-01 or 1970-01-01 where they have no date. */
const EARLIEST_INSTANT = Date.UTC(1980, 0, 1);
/** The last day with a four-digit year. */
const LATEST_INSTANT = Date.UTC(9999, 11, 31);

/** Below this a number of 9 or more digits is read as seconds, from it on as milliseconds. */
const FIRST_MILLISECONDS = 100_000_000_000;
const FIRST_SECONDS = 100_000_000;

const ISO_DATE =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?)?$/i;
const COMPACT_DATE = /^(\d{4})(\d{2})(\d{2})$/;
const EPOCH = /^\d{9,13}$/;
const LOCAL_DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{1,4}(?:\D.*)?$/;

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

function readText(text: string, zone: TimeZone): number {
	const iso = ISO_DATE.exec(text);
	if (iso) {
		const date = calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
		const hours = Number(iso[4] ?? 0);
		const minutes = Number(iso[5] ?? 0);
		const seconds = Number(iso[6] ?? 0);
		if (hours > 23 || minutes > 59 || seconds > 59) return Number.NaN;
		const milliseconds = Number((iso[7] ?? '0').padEnd(3, '0').slice(0, 3));
		const wallTime = date + ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
		if (Number.isNaN(wallTime)) return Number.NaN;
		return iso[8] ? wallTime - offsetOf(iso[8]) : zone.fromWallTime(wallTime);
	}
	const compact = COMPACT_DATE.exec(text);
	if (compact) {
		const date = calendarDate(Number(compact[1]), Number(compact[2]), Number(compact[3]));
		return Number.isNaN(date) ? Number.NaN : zone.fromWallTime(date);
	}
	return EPOCH.test(text) ? readNumber(Number(text), zone) : Number.NaN;
}

function readNumber(value: number, zone: TimeZone): number {
	if (!Number.isFinite(value)) return Number.NaN;
	if (value >= FIRST_MILLISECONDS) return value;
	if (value >= FIRST_SECONDS) return value * 1000;
	return Number.isInteger(value) ? readText(String(value), zone) : Number.NaN;
}

function readInstant(value: unknown, zone: TimeZone): number {
	if (typeof value === 'string') return readText(value.trim(), zone);
	if (typeof value === 'number') return readNumber(value, zone);
	if (value instanceof Date) return value.getTime();
	// An expression may give n8n's own date type (luxon), known by this method.
	const toMillis = (value as { toMillis?: unknown }).toMillis;
	return typeof toMillis === 'function' ? Number(toMillis.call(value)) : Number.NaN;
}

/**
 * Reads a date strictly; what could mean two days is refused, never guessed.
 *
 * Read are ISO 8601 dates and date-times with or without zone (`2025-12-31`, `2025-12-31T23:59:00Z`,
 * `2025-12-31 23:59:00`), compact dates (`20251231`), seconds and milliseconds since the epoch, and
 * date objects. A time without a zone is one of `zone`; a date without a time is the start of its day.
 *
 * Problems: `missing` for a blank value, `ambiguous` for a local form such as `03/04/2025`,
 * `tooEarly` before 1980 (what shop systems write for "no date"), `unreadable` for all else.
 *
 * @returns milliseconds since the epoch
 */
export function readDate(value: unknown, zone: TimeZone): Reading<number> {
	if (isBlank(value)) return notRead('missing');
	const instant = readInstant(value, zone);
	if (Number.isNaN(instant)) {
		const isLocalForm = typeof value === 'string' && LOCAL_DATE.test(value.trim());
		return notRead(isLocalForm ? 'ambiguous' : 'unreadable');
	}
	if (instant < EARLIEST_INSTANT) return notRead('tooEarly');
	return instant > LATEST_INSTANT ? notRead('unreadable') : read(instant);
}
