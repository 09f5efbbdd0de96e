/** Languages in whose names countries are recognised. */
const LANGUAGES = [
	'en',
	'de',
	'fr',
	'es',
	'it',
	'pt',
	'nl',
	'pl',
	'ru',
	'uk',
	'tr',
	'sv',
	'ja',
	'ko',
	'zh',
] as const;

/** How countries are called beside their names in the tables of Unicode. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = Object.freeze({
	US: ['USA', 'U.S.', 'U.S.A.', 'United States of America', 'America'],
	GB: ['UK', 'U.K.', 'Great Britain', 'England', 'Scotland', 'Wales'],
	CZ: ['Czech Republic'],
	NL: ['Holland', 'The Netherlands'],
	KR: ['Korea', 'Republic of Korea', '한국'],
	AE: ['UAE', 'United Arab Emirates'],
	TR: ['Turkey'],
});

const plain = (name: string) => name.trim().toLowerCase();

let tables: { codes: Map<string, string>; names: Map<string, Set<string>> } | undefined;

/** Codes by name and names by code; they are many, so they are made once and only where needed. */
function countryTables(): NonNullable<typeof tables> {
	if (tables) return tables;
	const codes = new Map<string, string>();
	const names = new Map<string, Set<string>>();
	const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
	const regions = letters.flatMap((first) => letters.map((second) => first + second));
	const add = (code: string, name: string) => {
		codes.set(plain(name), code);
		names.set(code, (names.get(code) ?? new Set()).add(name));
	};
	const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
	const known = regions.filter((code) => english.of(code) !== undefined);
	// Codes that were given up, and UK, stand for the code that took their place.
	const current = (code: string) => new Intl.Locale(`und-${code}`).region ?? code;
	for (const code of known) add(current(code), code);
	for (const [code, others] of Object.entries(OTHER_NAMES)) {
		for (const name of others) add(code, name);
	}
	for (const language of LANGUAGES) {
		const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
		for (const code of known) {
			const name = display.of(code);
			if (name !== undefined) add(current(code), name);
		}
	}
	tables = { codes, names };
	return tables;
}

/**
 * The ISO code of a country by any of its names and codes; undefined for what is no country.
 *
 * @example
 * countryCode('Deutschland') //=> 'DE'
 */
export function countryCode(country: string): string | undefined {
	return countryTables().codes.get(plain(country));
}

/**
 * All names of a country, for one of them or its ISO code; what is no country is given back alone.
 *
 * @example
 * countryNames('Deutschland') //=> ['Deutschland', 'DE', 'Germany', …]
 */
export function countryNames(country: string): string[] {
	const { codes, names } = countryTables();
	const code = codes.get(plain(country));
	const all = code === undefined ? [] : [...(names.get(code) ?? [])];
	return [...new Set([country.trim(), ...all])];
}
