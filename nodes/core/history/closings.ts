import { SegmentationError } from '../SegmentationError';
import { MS_PER_DAY } from '../reading/TimeZone';
import type { ClosedPeriod } from './OpenDays';

const ENTRY = /^(?:(\d{4})-)?(\d{2})-(\d{2})(?:\s+to\s+(?:(\d{4})-)?(\d{2})-(\d{2}))?$/i;

/** Days that come every year are taken for these years. */
const FIRST_YEAR = 1980;
const LAST_YEAR = 2119;

function dayOf(year: number, month: string, day: string): number | undefined {
	const date = new Date(Date.UTC(year, Number(month) - 1, Number(day)));
	const isReal =
		date.getUTCFullYear() === year &&
		date.getUTCMonth() === Number(month) - 1 &&
		date.getUTCDate() === Number(day);
	return isReal ? date.getTime() / MS_PER_DAY : undefined;
}

function unreadable(entry: string, label: string): SegmentationError {
	return new SegmentationError(
		'invalidClosing',
		`"${entry}" in ${label} is no date`,
		'Write days as 2026-12-24, days of every year as 12-25, and periods as 2026-08-01 to 2026-08-21',
	);
}

/** One entry, in one year where it comes every year; undefined for 29 February in other years. */
function periodIn(entry: RegExpExecArray, year: number): ClosedPeriod | undefined {
	const [, fromYear, fromMonth = '', fromDay = '', toYear, toMonth, toDay] = entry;
	const from = dayOf(Number(fromYear ?? year), fromMonth, fromDay);
	if (from === undefined) return undefined;
	if (toMonth === undefined || toDay === undefined) return { fromDay: from, toDay: from };
	const lastDay = (inYear: number) =>
		dayOf(inYear, toMonth, toDay) ??
		(fromYear === undefined && `${toMonth}-${toDay}` === '02-29'
			? dayOf(inYear, '02', '28')
			: undefined);
	let to = lastDay(Number(toYear ?? fromYear ?? year));
	// 12-24 to 01-06 runs over New Year.
	if (to !== undefined && to < from && toYear === undefined) {
		to = lastDay(Number(fromYear ?? year) + 1);
	}
	return to === undefined ? undefined : { fromDay: from, toDay: to };
}

/**
 * Reads closing days as people write them: days (`2026-12-24`), days of every year (`12-25`) and
 * periods of either (`2026-08-01 to 2026-08-21`), with commas, semicolons or line breaks between.
 *
 * @param label what the days are called where they are entered
 * @throws SegmentationError `invalidClosing` with the entry that is none
 */
export function readClosings(text: string, label = 'Closed Dates'): ClosedPeriod[] {
	const entries = text
		.split(/[,;\n]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
	return entries.flatMap((entry) => {
		const match = ENTRY.exec(entry);
		if (!match || (match[1] === undefined && match[4] !== undefined))
			throw unreadable(entry, label);
		const isYearly = match[1] === undefined;
		const years = isYearly ? LAST_YEAR - FIRST_YEAR + 1 : 1;
		const periods = Array.from({ length: years }, (_, i) => periodIn(match, FIRST_YEAR + i)).filter(
			(period) => period !== undefined,
		);
		if (periods.length === 0 || periods.some(({ fromDay, toDay }) => toDay < fromDay)) {
			throw unreadable(entry, label);
		}
		return periods;
	});
}
