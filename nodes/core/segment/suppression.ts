import { readAlong } from '../reading/fieldPath';

const LOST_MARKS = [
	['lifecycle', 'stage'],
	['lapse', 'status'],
] as const;

/** Whether an earlier node found the customer lost. */
export function isMarkedLost(record: unknown): boolean {
	return LOST_MARKS.some((path) => readAlong(record, path) === 'lost');
}

/**
 * Why a person must not be contacted, in words; undefined where nothing stands against it.
 *
 * @param isUnsubscribed undefined where it is not known
 */
export function suppressionReason(isUnsubscribed: boolean | undefined, isLost: boolean): string | undefined {
	if (isUnsubscribed) return 'Unsubscribed.';
	return isLost ? 'Lost: leave in peace.' : undefined;
}
