import { readAlong } from '../reading/fieldPath';

const STAGE = ['lifecycle', 'stage'];
const LAPSE_STATUS = ['lapse', 'status'];
const WATCH = ['lapse', 'watch'];
const BAND = ['leadScore', 'band'];
const BAND_SET_BY = ['leadScore', 'bandSetBy'];

/**
 * Whether an earlier node found the customer lost, or gave the subscriber up. A cart or a deal that is
 * lost says nothing about the person.
 */
export function isMarkedLost(record: unknown): boolean {
	if (readAlong(record, STAGE) === 'lost') return true;
	if (readAlong(record, LAPSE_STATUS) !== 'lost') return false;
	const watch = readAlong(record, WATCH);
	return watch !== 'carts' && watch !== 'deals';
}

/** Whether a band rule of Score Lead made the lead cold whatever its points, e.g. a competitor. */
export function isMarkedDisqualified(record: unknown): boolean {
	return readAlong(record, BAND) === 'cold' && isPresent(readAlong(record, BAND_SET_BY));
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
