import { tzOffset } from '@date-fns/tz';

import { SegmentationError } from '../SegmentationError';

const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

function isKnownZone(name: string): boolean {
	try {
		return typeof Intl.DateTimeFormat('en', { timeZone: name }) === 'object';
	} catch {
		return false;
	}
}

/** Milliseconds the clocks are ahead of UTC before and after the only change that a day can have. */
interface DayOffsets {
	before: number;
	after: number;
	changeAt: number;
}

/**
 * The time zone in which days are counted.
 *
 * A day is named by its number: whole days since 1970-01-01 on the zone's own calendar. The
 * difference of two day numbers is the difference in calendar days, also across a change to or from
 * daylight-saving time. Instants are milliseconds since the epoch.
 */
export class TimeZone {
	/** Offsets by UTC day. */
	private readonly offsetsOfUtcDay = new Map<number, DayOffsets>();

	/** Texts of days' beginnings and of calendar dates: most customers share them. */
	private readonly isoOfDay = new Map<number, string>();

	private readonly dateOfDay = new Map<number, string>();

	private readonly isUtc: boolean;

	/**
	 * @param name IANA name such as `Europe/Berlin`, or `UTC`
	 * @throws SegmentationError `unknownTimeZone` where the platform has no such zone
	 */
	constructor(readonly name: string) {
		this.isUtc = name === 'UTC' || name === 'Etc/UTC';
		if (!isKnownZone(name)) {
			throw new SegmentationError(
				'unknownTimeZone',
				`The time zone "${name}" is not known`,
				'Choose a time zone in the workflow settings, e.g. Europe/Berlin',
			);
		}
	}

	/** Milliseconds the zone's clocks are ahead of UTC at an instant. */
	offsetAt(instant: number): number {
		if (this.isUtc) return 0;
		const utcDay = Math.floor(instant / MS_PER_DAY);
		let offsets = this.offsetsOfUtcDay.get(utcDay);
		if (!offsets) {
			offsets = this.lookUpDay(utcDay);
			this.offsetsOfUtcDay.set(utcDay, offsets);
		}
		return instant < offsets.changeAt ? offsets.before : offsets.after;
	}

	private lookUpDay(utcDay: number): DayOffsets {
		let from = utcDay * MS_PER_DAY;
		let changeAt = from + MS_PER_DAY;
		const before = this.lookUpOffset(from);
		const after = this.lookUpOffset(changeAt);
		if (before === after) return { before, after, changeAt };
		while (changeAt - from > 1) {
			const middle = Math.floor((from + changeAt) / 2);
			if (this.lookUpOffset(middle) === before) from = middle;
			else changeAt = middle;
		}
		return { before, after, changeAt };
	}

	private lookUpOffset(instant: number): number {
		return tzOffset(this.name, new Date(instant)) * MS_PER_MINUTE;
	}

	/** The number of the calendar day on which an instant falls. */
	dayOf(instant: number): number {
		return Math.floor((instant + this.offsetAt(instant)) / MS_PER_DAY);
	}

	/**
	 * The instant at which the zone's clocks show a wall time, given as if it were UTC.
	 *
	 * A time that daylight saving skips is read as the instant that much later; one that occurs twice
	 * is read as the first.
	 */
	fromWallTime(wallTime: number): number {
		if (this.isUtc) return wallTime;
		const earlier = wallTime - this.offsetAt(wallTime - MS_PER_DAY);
		if (earlier + this.offsetAt(earlier) === wallTime) return earlier;
		const later = wallTime - this.offsetAt(wallTime + MS_PER_DAY);
		if (later + this.offsetAt(later) === wallTime) return later;
		return earlier;
	}

	/** The instant at which a day begins. */
	startOfDay(day: number): number {
		return this.fromWallTime(day * MS_PER_DAY);
	}

	/**
	 * ISO 8601 with the zone's offset.
	 *
	 * @example
	 * new TimeZone('Europe/Berlin').toIso(0) //=> '1970-01-01T01:00:00.000+01:00'
	 */
	toIso(instant: number): string {
		const offset = this.offsetAt(instant);
		const wallTime = instant + offset;
		const day = Math.floor(wallTime / MS_PER_DAY);
		let date = this.dateOfDay.get(day);
		if (date === undefined) {
			date = isoDate(day);
			this.dateOfDay.set(day, date);
		}
		return `${date}T${clockTime(wallTime - day * MS_PER_DAY)}${offsetText(offset)}`;
	}

	/** ISO 8601 of the instant at which a day begins. */
	dayToIso(day: number): string {
		let iso = this.isoOfDay.get(day);
		if (iso === undefined) {
			iso = this.toIso(this.startOfDay(day));
			this.isoOfDay.set(day, iso);
		}
		return iso;
	}
}

function twoDigits(value: number): string {
	return value < 10 ? `0${value}` : String(value);
}

/** Milliseconds since midnight as hours, minutes, seconds and milliseconds. */
function clockTime(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	const minutes = Math.floor(seconds / 60);
	const hh = twoDigits(Math.floor(minutes / 60));
	const rest = String(Math.floor(milliseconds % 1000)).padStart(3, '0');
	return `${hh}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}.${rest}`;
}

/** What is ahead of UTC as ISO 8601 writes it. */
function offsetText(offset: number): string {
	if (offset === 0) return 'Z';
	const minutes = Math.floor(Math.abs(offset) / MS_PER_MINUTE);
	const hh = twoDigits(Math.floor(minutes / 60));
	return `${offset < 0 ? '-' : '+'}${hh}:${twoDigits(minutes % 60)}`;
}

/**
 * The calendar date of a day number.
 *
 * @example
 * isoDate(20_454) //=> '2026-01-01'
 */
export function isoDate(day: number): string {
	return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
