import type { TimeZone } from '../../reading/TimeZone';

/** Something that happened. */
export interface Event {
	/** In the form that `activityType` gives. */
	type: string;
	/** In milliseconds; null where no date is known. */
	at: number | null;
}

/** The reference day and the zone in which days are counted. */
export interface EventDays {
	today: number;
	zone: TimeZone;
}

/** Some types in the form that `activityType` gives; none for every type. */
export type EventTypes = ReadonlySet<string>;

const isOf = (types: EventTypes, { type }: Event) => types.size === 0 || types.has(type);

/**
 * How many events of some types happened in the last days, the reference day with them; what happens
 * after it is left out.
 *
 * @param days undefined for all that happened so far; an event without a date then counts
 * @returns undefined where an event has no date and one is needed
 */
export function eventsWithin(
	events: readonly Event[],
	types: EventTypes,
	days: number | undefined,
	{ today, zone }: EventDays,
): number | undefined {
	let count = 0;
	for (const event of events) {
		if (!isOf(types, event)) continue;
		if (event.at === null) {
			if (days !== undefined) return undefined;
			count += 1;
			continue;
		}
		const ago = today - zone.dayOf(event.at);
		if (ago >= 0 && (days === undefined || ago <= days)) count += 1;
	}
	return count;
}

/**
 * How many events of some types happened after the newest of other types: mails since the last click,
 * visits since the last order. Where none of those ever happened, all count. An event at the same
 * instant is not after it; what happens after the reference day is left out.
 *
 * @returns undefined where an event of these types has no date
 */
export function eventsSince(
	events: readonly Event[],
	types: EventTypes,
	sinceTypes: EventTypes,
	{ today, zone }: EventDays,
): number | undefined {
	let newest = Number.NEGATIVE_INFINITY;
	const counted: number[] = [];
	for (const event of events) {
		const isSince = sinceTypes.has(event.type);
		const isCounted = isOf(types, event);
		if (!isSince && !isCounted) continue;
		if (event.at === null) return undefined;
		if (zone.dayOf(event.at) > today) continue;
		if (isSince && event.at > newest) newest = event.at;
		if (isCounted) counted.push(event.at);
	}
	return counted.reduce((count, at) => (at > newest ? count + 1 : count), 0);
}
