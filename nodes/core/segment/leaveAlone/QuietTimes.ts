import type { ClosedPeriod } from '../../history/OpenDays';
import { MS_PER_DAY, type TimeZone } from '../../reading/TimeZone';
import { SegmentationError } from '../../SegmentationError';

const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/** When nobody is contacted, by the clocks and the calendar of the place where they are. */
export interface QuietPolicy {
	/** Minutes since midnight; quiet hours that end before they begin run over midnight. */
	from: number;
	/** The first minute that is not quiet; no hour is quiet where it is the same as `from`. */
	until: number;
	/** 0 for Sunday to 6 for Saturday: quiet from midnight to midnight. */
	weekdays: readonly number[];
	/** Quiet from midnight to midnight. */
	periods: readonly ClosedPeriod[];
}

/** Why it is quiet. */
export type Quiet = 'hours' | 'day';

/** Quiet hours and days, asked about any instant in any zone. */
export class QuietTimes {
	private readonly quietDays = new Map<number, boolean>();

	/** @throws SegmentationError `alwaysQuiet` where no weekday is left */
	constructor(readonly policy: QuietPolicy) {
		if (new Set(policy.weekdays).size < 7) return;
		throw new SegmentationError(
			'alwaysQuiet',
			'All days of the week are quiet, so that nobody could ever be contacted',
			'Leave at least one day out of Quiet Weekdays',
		);
	}

	/** Whether it is quiet at an instant, and why; undefined where it is not. */
	at(instant: number, zone: TimeZone): Quiet | undefined {
		if (this.isQuietDay(zone.dayOf(instant))) return 'day';
		return this.isQuietMinute(minuteOfDay(instant, zone)) ? 'hours' : undefined;
	}

	/**
	 * The first instant from the given one on at which it is not quiet.
	 *
	 * Clocks decide: in the night in which they are put back, an hour that comes twice is quiet twice;
	 * where they are put forward past the end of the quiet hours, these end at the change.
	 */
	endFrom(instant: number, zone: TimeZone): number {
		let at = instant;
		for (let quiet = this.at(at, zone); quiet; quiet = this.at(at, zone)) {
			at = quiet === 'day' ? zone.startOfDay(zone.dayOf(at) + 1) : this.laterInQuietHours(at, zone);
		}
		return at;
	}

	/** The end of the quiet hours; near a change of the clocks, the next minute. */
	private laterInQuietHours(instant: number, zone: TimeZone): number {
		const minute = minuteOfDay(instant, zone);
		const left = (this.policy.until - minute + MINUTES_PER_DAY) % MINUTES_PER_DAY;
		const thisMinute = instant - (instant % MS_PER_MINUTE);
		const end = thisMinute + left * MS_PER_MINUTE;
		return zone.offsetAt(end) === zone.offsetAt(instant) ? end : thisMinute + MS_PER_MINUTE;
	}

	private isQuietMinute(minute: number): boolean {
		const { from, until } = this.policy;
		return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
	}

	private isQuietDay(day: number): boolean {
		const { weekdays, periods } = this.policy;
		if (weekdays.length === 0 && periods.length === 0) return false;
		let isQuiet = this.quietDays.get(day);
		if (isQuiet === undefined) {
			// The first of January 1970, day 0, was a Thursday.
			const weekday = (((day + 4) % 7) + 7) % 7;
			isQuiet =
				weekdays.includes(weekday) ||
				periods.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay);
			this.quietDays.set(day, isQuiet);
		}
		return isQuiet;
	}
}

/** The minute that clocks show at an instant, since midnight. */
function minuteOfDay(instant: number, zone: TimeZone): number {
	const wallTime = instant + zone.offsetAt(instant);
	return Math.floor((wallTime - Math.floor(wallTime / MS_PER_DAY) * MS_PER_DAY) / MS_PER_MINUTE);
}
