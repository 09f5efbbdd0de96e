/** Languages in whose names languages are recognised. */
const NAMED_IN = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'ru', 'ja', 'ko', 'zh'] as const;

const plain = (name: string) => name.trim().toLowerCase();

let tables: { codes: Map<string, string>; names: Map<string, Set<string>> } | undefined;

/** Codes by name and names by code; they are many, so they are made once and only where needed. */
function languageTables(): NonNullable<typeof tables> {
	if (tables) return tables;
	const codes = new Map<string, string>();
	const names = new Map<string, Set<string>>();
	const letters = [...'abcdefghijklmnopqrstuvwxyz'];
	const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
	const known = letters
		.flatMap((first) => letters.map((second) => first + second))
		.filter((code) => english.of(code) !== undefined);
	const add = (code: string, name: string) => {
		if (!codes.has(plain(name))) codes.set(plain(name), code);
		names.set(code, (names.get(code) ?? new Set()).add(name));
	};
	for (const code of known) add(code, code);
	for (const code of known) {
		// A language is called by its own name as well.
		for (const language of new Set([...NAMED_IN, code])) {
			const name = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' }).of(code);
			if (name !== undefined) add(code, name);
		}
	}
	tables = { codes, names };
	return tables;
}

/**
 * All names of a language, for one of them or its ISO 639-1 code; what is none is given back alone.
 *
 * @example
 * languageNames('Deutsch') //=> ['Deutsch', 'de', 'German', …]
 */
export function languageNames(language: string): string[] {
	const { codes, names } = languageTables();
	const code = codes.get(plain(language));
	const all = code === undefined ? [] : [...(names.get(code) ?? [])];
	return [...new Set([language.trim(), ...all])];
}
