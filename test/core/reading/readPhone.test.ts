import fc from 'fast-check';

import { isPhoneCountry, readPhone } from '../../../nodes/core/reading/readPhone';

function phoneOf(value: unknown, country?: string): string {
	const reading = readPhone(value, country);
	return reading.ok ? reading.value : reading.problem;
}

describe('readPhone', () => {
	// Source: docstring of readPhone; ITU-T E.164. Numbers set aside for use in fiction: +1 202 555 01xx
	// (NANPA), +44 20 7946 0xxx (Ofcom), +49 30 23125 xxx (Bundesnetzagentur).
	it.each<[unknown, string | undefined, string, string]>([
		['(0171) 234 5678', 'DE', '+491712345678', 'docstring'],
		['0171/2345678', ' de ', '+491712345678', 'country in lower case with white space'],
		['+49 171 234-5678', undefined, '+491712345678', 'country code, no country needed'],
		['+49 171 234-5678', 'US', '+491712345678', 'kills: the country over the country code'],
		['0049 171 2345678', 'DE', '+491712345678', 'call prefix'],
		['011 49 171 2345678', 'US', '+491712345678', 'call prefix of another country'],
		[1_712_345_678, 'DE', '+491712345678', 'a number whose zero a sheet has eaten'],
		['+44 (0)20 7946 0018', undefined, '+442079460018', 'zero in brackets'],
		['(202) 555-0143', 'US', '+12025550143', 'American'],
		['202.555.0143', 'US', '+12025550143', 'points'],
		['030 23125 123', 'DE', '+493023125123', 'landline'],
	])('%p in %p as %s (%s)', (value, country, expected) => {
		expect(phoneOf(value, country)).toBe(expected);
	});

	it.each<[unknown, string | undefined, string, string]>([
		['', 'DE', 'missing', 'blank'],
		[null, undefined, 'missing', 'null'],
		['0171 2345678', undefined, 'ambiguous', 'rings elsewhere in another country'],
		['(202) 555-0143', undefined, 'ambiguous', 'rings elsewhere in another country'],
		['1', 'DE', 'unreadable', 'too short'],
		['+49 1', undefined, 'unreadable', 'too short with a country code'],
		['+999 123 456 789', undefined, 'unreadable', 'a code that no country has'],
		['555-0143', 'US', 'unreadable', 'no area code'],
		['0171 2345678', 'XX', 'unreadable', 'a country that is none'],
		['call me', undefined, 'unreadable', 'words'],
		['n/a', 'DE', 'unreadable', 'none'],
		[true, 'DE', 'unreadable', 'boolean'],
		[{}, 'DE', 'unreadable', 'record'],
		[['+491712345678'], 'DE', 'unreadable', 'kills: String of a list'],
		[Number.NaN, 'DE', 'unreadable', 'NaN'],
	])('refuses %p in %p: %s (%s)', (value, country, problem) => {
		expect(phoneOf(value, country)).toBe(problem);
	});

	it('never throws and gives a plus and digits only, which it reads alike in any country, for anything', () => {
		const digits = fc.stringMatching(/^\+?[\d ()/-]{3,18}$/);
		const country = fc.constantFrom('DE', 'US', 'GB', 'KR', undefined);
		let numbers = 0;
		fc.assert(
			fc.property(fc.oneof(fc.anything(), digits, fc.nat()), country, country, (value, a, b) => {
				const reading = readPhone(value, a);
				if (!reading.ok) return;
				numbers += 1;
				// The German plan has national numbers of 15 digits, beyond what E.164 allows in all.
				expect(reading.value).toMatch(/^\+[1-9]\d{4,16}$/);
				expect(readPhone(reading.value, b)).toEqual(reading);
			}),
			{ numRuns: 3000 },
		);
		expect(numbers).toBeGreaterThan(5);
	});
});

describe('isPhoneCountry', () => {
	it.each([
		['DE', true],
		[' kr ', true],
		['XX', false],
		['Germany', false],
		['', false],
		['toString', false],
		['constructor', false],
	])('%p: %p', (country, expected) => {
		expect(isPhoneCountry(country)).toBe(expected);
	});
});
