import { isoDate } from '../../reading/TimeZone';
import { counted } from '../../wording/formatNumber';
import { calendarDateOf, daysToAnniversary, type CalendarDate } from '../birthday';
import type { DayComparison } from './comparisons';
import type { ValueTest } from './ValueTest';

/** How long ago a day is, or how far ahead, as people say it. */
function distanceInWords(daysAgo: number): string {
	if (daysAgo === 0) return 'today';
	return daysAgo > 0 ? `${counted(daysAgo, 'day')} ago` : `in ${counted(-daysAgo, 'day')}`;
}

/**
 * A comparison of a day with the reference day; both are days of the calendar, so that a day of 23 or
 * 25 hours is one day.
 *
 * The reference day itself is 0 days ago: it is in the last and in the next N days. A day ahead is not
 * in the last N days, so `notInLastDays` holds for it; no days have passed since, so neither of
 * `daysSinceAtLeast` and `daysSinceAtMost` does.
 *
 * @param today the reference day, as `TimeZone.dayOf` gives days
 * @returns a test of day numbers
 */
export function dayTest(
	comparison: Exclude<DayComparison, 'anniversaryInNextDays'>,
	days: number,
	today: number,
): ValueTest<number> {
	const isInLast = (ago: number) => ago >= 0 && ago <= days;
	const tests: Readonly<
		Record<typeof comparison, readonly [words: string, isMet: (ago: number) => boolean]>
	> = {
		daysSinceAtLeast: [`at least ${counted(days, 'day')} since`, (ago) => ago >= 0 && ago >= days],
		daysSinceAtMost: [`at most ${counted(days, 'day')} since`, isInLast],
		inLastDays: [`in the last ${counted(days, 'day')}`, isInLast],
		inNextDays: [`in the next ${counted(days, 'day')}`, (ago) => ago <= 0 && -ago <= days],
		notInLastDays: [`not in the last ${counted(days, 'day')}`, (ago) => !isInLast(ago)],
	};
	const [words, isMet] = tests[comparison];
	return {
		accepts: (day) => isMet(today - day),
		tell: (day) => `is ${distanceInWords(today - day)} (${words})`,
	};
}

/** Whether a day lies between two days, which belong to it; infinite where one is left open. */
export function betweenDaysTest(from: number, to: number): ValueTest<number> {
	const words = [
		...(Number.isFinite(from) ? [`from ${isoDate(from)}`] : []),
		...(Number.isFinite(to) ? [`until ${isoDate(to)}`] : []),
	].join(' ');
	return {
		accepts: (day) => day >= from && day <= to,
		tell: (day) => `is ${isoDate(day)} (${words})`,
	};
}

/** Whether a day of the year comes round within so many days, today with them. */
export function anniversaryTest(days: number, today: number): ValueTest<CalendarDate> {
	const date = calendarDateOf(today);
	return {
		accepts: (day) => daysToAnniversary(day, today, date) <= days,
		tell: (day) => {
			const ahead = daysToAnniversary(day, today, date);
			const when = ahead === 0 ? 'today' : `in ${counted(ahead, 'day')}`;
			return `comes round ${when}, on ${isoDate(today + ahead)} (in the next ${counted(days, 'day')})`;
		},
	};
}

const HOUR = 3_600_000;

/**
 * Whether an instant lies in the last hours before the reference instant; what lies after it does not.
 *
 * @param asOf the reference instant, in milliseconds
 */
export function hoursTest(hours: number, asOf: number): ValueTest<number> {
	return {
		accepts: (at) => at <= asOf && asOf - at <= hours * HOUR,
		tell: (at) =>
			`is ${counted(Math.floor((asOf - at) / HOUR), 'hour')} ago (in the last ${counted(hours, 'hour')})`,
	};
}
