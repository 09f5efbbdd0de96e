import { isBlank, notRead, read, type Reading } from './Reading';

const YES = new Set(['true', 'yes', 'y', '1']);
const NO = new Set(['false', 'no', 'n', '0']);

/**
 * Reads a yes or no: a boolean, 1 or 0, or the words true, yes, y and false, no, n in any case.
 *
 * Problems: `missing` for a blank value, `unreadable` for anything else.
 */
export function readFlag(value: unknown): Reading<boolean> {
	if (typeof value === 'boolean') return read(value);
	if (isBlank(value)) return notRead('missing');
	const word = typeof value === 'string' || typeof value === 'number' ? String(value).trim().toLowerCase() : '';
	if (YES.has(word)) return read(true);
	return NO.has(word) ? read(false) : notRead('unreadable');
}
