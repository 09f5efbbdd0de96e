import { readDate, type DateOrder } from '../reading/readDate';
import { isBlank, notRead, read, type Reading } from '../reading/Reading';
import { isoDate, MS_PER_DAY, type TimeZone } from '../reading/TimeZone';

/** How dates without a zone, and dates that name no year first, are read. */
export interface DateReading {
	zone: TimeZone;
	order: DateOrder;
}

/** Systems write the first day of 1900 where they have no date. */
const EARLIEST_BIRTH = Date.UTC(1900, 0, 2);
/** Serial numbers of spreadsheets below those that `readDate` takes: 1927 to 1954. */
const SERIAL_DAY_ZERO = Date.UTC(1899, 11, 30) / MS_PER_DAY;
const FIRST_SERIAL = 10_000;
const LAST_SERIAL = 20_000;

const WITHOUT_YEAR =
	/^(?:--(?<month>\d{2})-(?<day>\d{2})|(?<one>\d{1,2})[./](?<other>\d{1,2})\.?)$/;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/;
const PLAIN_DATE = /^\d{4}-\d{2}-\d{2}$/;
const EARLY_EPOCH = /^-\d{9,13}$/;
/** Days of the months of a leap year. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `--03-14`, as ISO 8601 and vCards write a day of any year. */
function ofAnyYear(month: number, day: number): Reading<string> {
	if (day < 1 || day > (DAYS[month - 1] ?? 0)) return notRead('unreadable');
	return read(`--${twoDigits(month)}-${twoDigits(day)}`);
}

function readWithoutYear(groups: Record<string, string>, order: DateOrder): Reading<string> {
	if (groups.month !== undefined) return ofAnyYear(Number(groups.month), Number(groups.day));
	const one = Number(groups.one);
	const other = Number(groups.other);
	if (order === 'auto' && one <= 12 && other <= 12 && one !== other) return notRead('ambiguous');
	const isDayFirst = order === 'auto' ? one > 12 : order === 'dayFirst';
	return isDayFirst ? ofAnyYear(other, one) : ofAnyYear(one, other);
}

/** Whether a text is a date as it is given back; the last days of a month are left to the calendar. */
function isSureDate(text: string): boolean {
	if (text.length !== 10 || !PLAIN_DATE.test(text)) return false;
	const { year = 0, month, day } = birthdayParts(text);
	return year > 1900 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 28;
}

/** The day of the calendar on which somebody was born, where a plain number tells it. */
function dayOfNumber(value: number): number | undefined {
	if (value < 0 && Number.isInteger(value)) return Math.floor(value / MS_PER_DAY);
	const isSerial = value >= FIRST_SERIAL && value < LAST_SERIAL;
	return isSerial ? SERIAL_DAY_ZERO + Math.floor(value) : undefined;
}

/**
 * Reads a birthday as a day of the calendar: `1992-03-01`, or `--03-01` where the year is not known.
 *
 * Dates are read as `readDate` reads them, back to 1900, also milliseconds before 1970 and early serial
 * numbers. A midnight of UTC stands for its date in every zone: systems keep days so. Without a year
 * `14/03` and `14.03.` are read; which of two is the month is told by the date order, or by a number
 * above 12. A two-digit year is one of this century, as in all dates.
 *
 * Problems: those of `readDate`.
 *
 * @example
 * readBirthday('1992-03-01T00:00:00Z', { zone: new TimeZone('America/New_York'), order: 'auto' })
 * //=> '1992-03-01'
 */
export function readBirthday(value: unknown, { zone, order }: DateReading): Reading<string> {
	if (isBlank(value)) return notRead('missing');
	const text = typeof value === 'string' ? value.trim() : '';
	if (isSureDate(text)) return read(text);
	const withoutYear = WITHOUT_YEAR.exec(text);
	if (withoutYear?.groups) return readWithoutYear(withoutYear.groups, order);
	const number = EARLY_EPOCH.test(text) ? Number(text) : value;
	const early = typeof number === 'number' ? dayOfNumber(number) : undefined;
	if (early !== undefined) {
		const isTooEarly = early * MS_PER_DAY < EARLIEST_BIRTH;
		return isTooEarly ? notRead('tooEarly') : read(isoDate(early));
	}
	const date = readDate(MIDNIGHT.exec(text)?.[1] ?? value, zone, order, EARLIEST_BIRTH);
	if (!date.ok) return date;
	const isUtcDay = typeof value !== 'string' && date.value % MS_PER_DAY === 0;
	return read(isoDate(isUtcDay ? date.value / MS_PER_DAY : zone.dayOf(date.value)));
}

/** A day of the calendar; without its year where that is not known. */
export interface CalendarDate {
	year: number | undefined;
	month: number;
	day: number;
}

/** The parts of a birthday as `readBirthday` gives it. */
export function birthdayParts(birthday: string): CalendarDate {
	const year = birthday.startsWith('--') ? undefined : Number(birthday.slice(0, 4));
	return { year, month: Number(birthday.slice(-5, -3)), day: Number(birthday.slice(-2)) };
}

/** The calendar date of a day number. */
export function calendarDateOf(dayNumber: number): CalendarDate & { year: number } {
	const parts = birthdayParts(isoDate(dayNumber));
	return { ...parts, year: parts.year ?? 0 };
}

/** Nobody gets older. */
const OLDEST = 130;

/**
 * Age in whole years on a day; undefined where the year is not known, before the birth and above 130.
 *
 * Who was born on 29 February turns a year older on 1 March of a common year, when the day before has
 * ended.
 *
 * @param dayNumber days since 1970-01-01, as `TimeZone.dayOf` gives them
 * @param today its calendar date, which many births may share
 */
export function ageOn(
	birthday: string,
	dayNumber: number,
	today = calendarDateOf(dayNumber),
): number | undefined {
	const born = birthdayParts(birthday);
	if (born.year === undefined) return undefined;
	const isBefore = today.month < born.month || (today.month === born.month && today.day < born.day);
	const age = today.year - born.year - (isBefore ? 1 : 0);
	return age >= 0 && age <= OLDEST ? age : undefined;
}

/**
 * Days until a day of the year comes round, 0 on the day itself; 29 February is 1 March in a common
 * year, as for the age.
 *
 * @param today the calendar date of the day, which many dates may share
 */
export function daysToAnniversary(
	{ month, day }: CalendarDate,
	dayNumber: number,
	today = calendarDateOf(dayNumber),
): number {
	const inYear = (which: number) => Date.UTC(which, month - 1, day) / MS_PER_DAY;
	const next = inYear(today.year);
	return (next < dayNumber ? inYear(today.year + 1) : next) - dayNumber;
}
