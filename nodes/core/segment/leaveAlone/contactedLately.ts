import { readDate } from '../../reading/readDate';
import type { TimeZone } from '../../reading/TimeZone';
import { formatDuration } from '../../wording/formatDuration';
import type { EarlierResults } from '../EarlierResults';
import type { Wait } from './Wait';

const MS_PER_HOUR = 3_600_000;

/** What is known of the last contact on a channel. */
export interface LastContact {
	/** The instant; `unreadable` where there is a value that is no date. */
	at: number | 'unreadable';
	/** How it was made, in words: `by e-mail`; '' for any channel. */
	means: string;
}

/**
 * The wait after a contact that is less than so many hours ago; undefined where it is longer ago.
 *
 * A contact in the future, and one that cannot be read, may as well have been a moment ago: who may
 * have been written to is better left alone.
 */
export function contactedLately(
	{ at, means }: LastContact,
	hours: number,
	zone: TimeZone,
	asOf: number,
): Wait | undefined {
	const span = hours * MS_PER_HOUR;
	const by = 'contactedLately';
	const how = means === '' ? '' : ` ${means}`;
	if (at === 'unreadable') {
		const reason = `The last contact${how} cannot be read: it may have been a moment ago.`;
		return { by, reason, until: asOf + span };
	}
	const until = at + span;
	if (until <= asOf) return undefined;
	if (at > asOf) {
		const day = zone.toIso(at).slice(0, 10);
		return { by, reason: `The last contact${how} is in the future: ${day}.`, until };
	}
	const reason = `Contacted${how} ${formatDuration(asOf - at)} ago, less than ${formatDuration(span)}.`;
	return { by, reason, until };
}

/** The wait after a contact as Detect Lapsed found it. */
export function contactedByLapse(record: unknown, zone: TimeZone, asOf: number): Wait | undefined {
	const value = (record as EarlierResults)?.lapse?.contact?.suppressedUntil;
	if (value === undefined || value === null) return undefined;
	const until = readDate(value, zone);
	if (!until.ok || until.value <= asOf) return undefined;
	const day = zone.toIso(until.value).slice(0, 10);
	return {
		by: 'contactedLately',
		reason: `Contacted lately: Detect Lapsed says to wait until ${day}.`,
		until: until.value,
	};
}
