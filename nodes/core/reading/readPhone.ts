import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

import { isBlank, notRead, read, type Reading } from './Reading';

/**
 * Reads a phone number into E.164, the form in which numbers of all countries are compared.
 *
 * A number without a country code is one of `country` (two letters, ISO 3166-1); without a country
 * it is `ambiguous`, as the same digits ring elsewhere in another one. `unreadable` is what no
 * numbering plan has. Numbers are read by libphonenumber, the library behind Android's dialler.
 *
 * @example
 * readPhone('(0171) 234 5678', 'DE') //=> { ok: true, value: '+491712345678' }
 */
export function readPhone(value: unknown, country?: string): Reading<string> {
	if (isBlank(value)) return notRead('missing');
	const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
	if (typeof value !== 'string' && !isNumber) return notRead('unreadable');
	const code = country?.trim().toUpperCase();
	const number = parsePhoneNumberFromString(
		String(value),
		code !== undefined && isSupportedCountry(code) ? code : undefined,
	);
	if (number) return number.isValid() ? read(number.number) : notRead('unreadable');
	const isNational = /^[\d\s()./-]{5,}$/.test(String(value));
	return notRead(isNational && code === undefined ? 'ambiguous' : 'unreadable');
}

/** Whether numbering plans know a country by these two letters. */
export function isPhoneCountry(country: string): boolean {
	return isSupportedCountry(country.trim().toUpperCase());
}
