import { readAlong } from '../reading/fieldPath';

const LOST_MARKS = [
	['lifecycle', 'stage'],
	['lapse', 'status'],
] as const;

/** Whether an earlier node found the customer lost. */
export function isMarkedLost(record: unknown): boolean {
	return LOST_MARKS.some((path) => readAlong(record, path) === 'lost');
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
