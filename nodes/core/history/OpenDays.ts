import { SegmentationError } from '../SegmentationError';
import { MS_PER_DAY } from '../reading/TimeZone';

/** Days on which nobody can buy, such as holidays, from and to a day number, both included. */
export interface ClosedPeriod {
	fromDay: number;
	toDay: number;
}

const FIRST_DAY = Date.UTC(1980, 0, 1) / MS_PER_DAY;
const LAST_DAY = Date.UTC(2120, 0, 1) / MS_PER_DAY;

/** 0 is Sunday, as 1970-01-01 was a Thursday. */
function weekdayOf(day: number): number {
	return (((day + 4) % 7) + 7) % 7;
}

function alwaysClosed(message: string, label: string): SegmentationError {
	return new SegmentationError('alwaysClosed', message, `Leave at least one day out of ${label}`);
}

/**
 * The clock that silence is measured with: days on which the shop is open.
 *
 * On closed days the clock stands still, so a bakery's summer break makes nobody lapse. Without
 * closings it is the calendar. Closings are known from 1980 to 2119; outside every day is open.
 */
export class OpenDays {
	/** Open days from FIRST_DAY up to and including a day; undefined where none is ever closed. */
	private readonly openUpTo: Int32Array | undefined;

	/**
	 * @param closedWeekdays 0 for Sunday to 6 for Saturday
	 * @throws SegmentationError `alwaysClosed` where no day is left
	 */
	constructor(closedWeekdays: readonly number[] = [], closedPeriods: readonly ClosedPeriod[] = []) {
		const weekdays = new Set(closedWeekdays);
		if (weekdays.size === 7) {
			throw alwaysClosed('All seven weekdays are closed', 'Closed Weekdays');
		}
		if (weekdays.size === 0 && closedPeriods.length === 0) return;
		const isClosed = new Uint8Array(LAST_DAY - FIRST_DAY + 1);
		for (let i = 0; i < isClosed.length; i++) {
			if (weekdays.has(weekdayOf(FIRST_DAY + i))) isClosed[i] = 1;
		}
		for (const { fromDay, toDay } of closedPeriods) {
			isClosed.fill(1, Math.max(0, fromDay - FIRST_DAY), Math.max(0, toDay - FIRST_DAY + 1));
		}
		let open = 0;
		this.openUpTo = Int32Array.from(isClosed, (closed) => (open += 1 - closed));
		if (open === 0) throw alwaysClosed('No day of the year is open', 'Closed Dates');
	}

	/** Whether the shop is ever closed. */
	get hasClosings(): boolean {
		return this.openUpTo !== undefined;
	}

	private countUpTo(day: number, openUpTo: Int32Array): number {
		if (day < FIRST_DAY) return day - FIRST_DAY + 1;
		if (day <= LAST_DAY) return openUpTo[day - FIRST_DAY]!;
		return openUpTo[openUpTo.length - 1]! + day - LAST_DAY;
	}

	/** Open days after one day up to and including a later one. */
	between(fromDay: number, toDay: number): number {
		if (!this.openUpTo) return toDay - fromDay;
		return this.countUpTo(toDay, this.openUpTo) - this.countUpTo(fromDay, this.openUpTo);
	}

	/** The first day on which so many open days have passed since a day. */
	after(day: number, openDays: number): number {
		if (!this.openUpTo || openDays <= 0) return day + Math.max(0, openDays);
		let [early, late] = [day, day + openDays];
		while (this.between(day, late) < openDays) late += openDays + 31;
		while (late - early > 1) {
			const middle = Math.floor((early + late) / 2);
			if (this.between(day, middle) < openDays) early = middle;
			else late = middle;
		}
		return late;
	}
}

/** A shop that is open every day. */
export const EVERY_DAY = new OpenDays();
