import { isBlank, notRead, read, type Reading } from './Reading';

/**
 * Reads what identifies a person: an id or an e-mail address.
 *
 * Text is trimmed; an address is compared in lower case, an id to the letter, and a number is the
 * same person as its digits in text. `missing` are blank values and the id 0, which shop systems
 * write for guests; `unreadable` are booleans, lists and records.
 *
 * @example
 * readCustomerKey(' Anna@Shop.Example ') //=> { ok: true, value: 'anna@shop.example' }
 */
export function readCustomerKey(value: unknown): Reading<string> {
	if (isBlank(value)) return notRead('missing');
	if (typeof value === 'number') {
		if (!Number.isFinite(value)) return notRead('unreadable');
		return value === 0 ? notRead('missing') : read(String(value));
	}
	if (typeof value === 'bigint') return value === 0n ? notRead('missing') : read(String(value));
	if (typeof value !== 'string') return notRead('unreadable');
	const key = value.trim();
	if (key === '0') return notRead('missing');
	return read(key.includes('@') ? key.toLowerCase() : key);
}
