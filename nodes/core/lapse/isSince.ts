import type { TimeZone } from '../reading/TimeZone';

/**
 * Whether something happened at an instant or since, by when it is said to have happened.
 *
 * A date without a time, which reads as midnight, stands for the whole of its day: what happened on the
 * day of the instant may have happened since.
 */
export function isSince(at: number, instant: number, zone: TimeZone): boolean {
	if (at >= instant) return true;
	const day = zone.dayOf(instant);
	return zone.dayOf(at) === day && at === zone.startOfDay(day);
}
