import { readEmail, type EmailPolicy } from './readEmail';
import { isBlank, notRead, read, type Reading } from './Reading';

/** What systems and people write where there is nobody: never one person. */
const PLACEHOLDERS = new Set(['-', 'guest', 'n/a', 'nan', 'none', 'null', 'undefined', 'unknown']);

/**
 * Reads what identifies a person: an id or an e-mail address.
 *
 * Text is trimmed; an address is read as `readEmail` does, an id is compared to the letter, and a
 * number is the same person as its digits in text. `missing` are blank values, empty lists, the id
 * 0, which shop systems write for guests, and words such as `n/a`; `unreadable` are booleans, other lists and records.
 *
 * @example
 * readCustomerKey(' Anna@Shop.Example ') //=> { ok: true, value: 'anna@shop.example' }
 */
export function readCustomerKey(value: unknown, policy?: EmailPolicy): Reading<string> {
	if (isBlank(value)) return notRead('missing');
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) return notRead('unreadable');
		return value === 0 ? notRead('missing') : read(String(value));
	}
	if (typeof value === 'bigint') return value === 0n ? notRead('missing') : read(String(value));
	if (typeof value !== 'string') {
		return notRead(Array.isArray(value) && value.length === 0 ? 'missing' : 'unreadable');
	}
	const key = value.trim();
	if (key.includes('@')) {
		const address = readEmail(key, policy);
		return address.ok ? address : read(key.toLowerCase());
	}
	return key === '0' || PLACEHOLDERS.has(key.toLowerCase()) ? notRead('missing') : read(key);
}
