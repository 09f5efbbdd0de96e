import type { EarlierResults } from './EarlierResults';

/**
 * Whether an earlier node found the customer lost, or gave the subscriber up. A cart or a deal that is
 * lost says nothing about the person.
 */
export function isMarkedLost(record: unknown): boolean {
	const earlier = record as EarlierResults;
	if (earlier?.lifecycle?.stage === 'lost') return true;
	const lapse = earlier?.lapse;
	return lapse?.status === 'lost' && lapse.watch !== 'carts' && lapse.watch !== 'deals';
}

/** Whether a band rule of Score Lead made the lead cold whatever its points, e.g. a competitor. */
export function isMarkedDisqualified(record: unknown): boolean {
	const leadScore = (record as EarlierResults)?.leadScore;
	return leadScore?.band === 'cold' && isPresent(leadScore.bandSetBy);
}

function isPresent(value: unknown): boolean {
	return value !== undefined && value !== null;
}

const SUBSCRIBED = new Set(['false', 'no', 'n', '0', 'subscribed', 'active', 'confirmed', 'none']);

/**
 * Whether the value of an "unsubscribed" field still allows to write.
 *
 * Only a clear no does: false, 0, no, subscribed and the like. Anything else, a date as well as a word
 * nobody foresaw, counts as unsubscribed, since one mail too few harms less than one too many.
 */
export function isStillSubscribed(value: unknown): boolean {
	return typeof value !== 'object' && SUBSCRIBED.has(String(value).trim().toLowerCase());
}
