import { INDUSTRY_SECTORS } from './industrySectors';
import {
	NACE_2_1_SECTIONS,
	NACE_2_SECTIONS,
	NACE_SECTORS,
	type SectorsByCode,
} from './naceSectors';
import { NAICS_SECTORS } from './naicsSectors';
import { PhraseIndex, type Phrase } from './PhraseIndex';
import { SECTORS, type Sector } from './recognised';
import { sectorCode, type CodeSystem, type SectorCode } from './sectorCode';
import { SECTOR_WORDS, type SectorWords } from './sectorWords';
import { SIC_AGRICULTURE, SIC_SECTORS } from './sicSectors';
import { GAP, wordsOf } from './wordsOf';

/** Words and codes that mean a sector, as the user writes them. */
export interface SectorEntry {
	sector: Sector | null;
	words?: readonly string[];
	/** NACE codes or beginnings of them: "62", "62.01", "J". */
	nace?: readonly string[];
	/** US SIC codes or beginnings of them: "737", "7372". */
	sic?: readonly string[];
}

type OwnCodes = ReadonlyMap<string, Sector | null>;

/** What sectors are recognised by, made ready to look up. */
export interface SectorTables {
	ownWords: PhraseIndex<{ sector: Sector | null }>;
	ownCodes: Readonly<Record<'nace' | 'sic', OwnCodes>>;
	/** Names of industries as a whole. */
	names: ReadonlyMap<string, Sector>;
	words: PhraseIndex<SectorWords>;
	codes: Readonly<Record<CodeSystem, SectorsByCode>>;
	sections: Readonly<Record<'2' | '2.1', SectorsByCode>>;
}

const joined = (text: string) =>
	wordsOf(text)
		.map((word) => word.text)
		.join(' ');

function* phrasesOf<T extends { words?: readonly string[] }>(
	entries: Iterable<T>,
): Generator<Phrase<T>> {
	for (const means of entries) for (const words of means.words ?? []) yield { words, means };
}

function codesOf(entries: readonly SectorEntry[], system: 'nace' | 'sic'): OwnCodes {
	const codes = new Map<string, Sector | null>();
	for (const entry of entries) {
		for (const text of entry[system] ?? []) {
			const code = sectorCode(text, system);
			const key = code?.digits[0] ?? code?.section;
			if (key !== undefined && !codes.has(key)) codes.set(key, entry.sector);
		}
	}
	return codes;
}

/**
 * Makes tables ready to look up.
 *
 * @param own the user's entries, which come before the others
 * @param isReplaced whether the user's entries are all there is
 */
export function sectorTables(own: readonly SectorEntry[], isReplaced: boolean): SectorTables {
	const names = isReplaced
		? []
		: SECTORS.flatMap((sector) =>
				INDUSTRY_SECTORS[sector].map((name) => [joined(name), sector] as const),
			);
	return {
		ownWords: new PhraseIndex(phrasesOf(own)),
		ownCodes: { nace: codesOf(own, 'nace'), sic: codesOf(own, 'sic') },
		names: new Map(names),
		words: new PhraseIndex(isReplaced ? [] : phrasesOf(SECTOR_WORDS)),
		codes: isReplaced
			? { nace: {}, sic: {}, naics: {} }
			: { nace: NACE_SECTORS, sic: SIC_SECTORS, naics: NAICS_SECTORS },
		sections: isReplaced
			? { '2': {}, '2.1': {} }
			: { '2': NACE_2_SECTIONS, '2.1': NACE_2_1_SECTIONS },
	};
}

/** The sector of the longest beginning of some digits that a table knows. */
function byBeginning(digits: string, table: SectorsByCode): Sector | null {
	for (let length = digits.length; length > 1; length--) {
		const code = digits.slice(0, length);
		if (Object.hasOwn(table, code)) return table[code]!;
	}
	return null;
}

/** What the user says of a code; undefined where nothing. */
function ownByBeginning(
	digits: readonly string[],
	section: string | undefined,
	own: OwnCodes,
): Sector | null | undefined {
	if (own.size === 0) return undefined;
	for (const code of digits) {
		for (let length = code.length; length > 0; length--) {
			const sector = own.get(code.slice(0, length));
			if (sector !== undefined) return sector;
		}
	}
	return section === undefined ? undefined : own.get(section);
}

/** The sector of a section's letter: only where the revision is known, or both say the same. */
function bySection({ section, revision }: SectorCode, tables: SectorTables): Sector | null {
	if (section === undefined) return null;
	const of = (one: '2' | '2.1') => tables.sections[one][section] ?? null;
	if (revision) return of(revision);
	return of('2') === of('2.1') ? of('2') : null;
}

/** The readings of SIC digits: four, with the zero in front that a sheet may have dropped. */
function sicDigits(digits: string): string {
	if (digits.length === 1 || SIC_AGRICULTURE.has(`0${digits}`)) return `0${digits}`;
	return digits.slice(0, 4);
}

function sectorOfCode(code: SectorCode, tables: SectorTables): Sector | null {
	if (code.system === 'naics') return byBeginning(code.digits[0] ?? '', tables.codes.naics);
	const [first = ''] = code.digits;
	// Five digits are the SIC of the United Kingdom, which is NACE with one more digit.
	if (code.system === 'sic' && first.length !== 5) {
		const digits = sicDigits(first);
		const own = ownByBeginning([digits], undefined, tables.ownCodes.sic);
		return own === undefined ? byBeginning(digits, tables.codes.sic) : own;
	}
	const own = ownByBeginning(code.digits, code.section, tables.ownCodes.nace);
	if (own !== undefined) return own;
	if (first === '') return bySection(code, tables) ?? sectorOfText(code.rest, tables);
	const found = new Set(
		code.digits
			.map((digits) => byBeginning(digits, tables.codes.nace))
			.filter((one) => one !== null),
	);
	// Two readings of a code with a zero lost, or not, that are of two sectors: not known.
	return found.size === 1 ? [...found][0]! : null;
}

/**
 * The sector that a text names: as a whole, if a CRM offers it so ("COMPUTER_SOFTWARE"); else by the
 * words for what is done, then by those for what it is done with.
 *
 * In "Retail, Clothing" the first part counts; in "Medical Device Manufacturing" the last word, and in
 * "Manufacture of medical devices" the first one, as languages put it.
 */
function sectorOfText(text: string, tables: SectorTables): Sector | null {
	const words = wordsOf(text);
	if (words.length === 0) return null;
	const [own] = tables.ownWords.hits(words);
	if (own) return own.means.sector;
	const name = tables.names.get(words.map((word) => word.text).join(' '));
	if (name) return name;
	const hits = tables.words.hits(words);
	const activities = hits.filter(({ means }) => means.isActivity);
	const [first] = activities;
	if (!first) return hits[0]?.means.sector ?? null;
	let last = first;
	for (const hit of activities) {
		const between = words.slice(first.from + 1, hit.to);
		if (between.some(({ gap, isLinked }) => isLinked || gap >= GAP.and)) break;
		last = hit;
	}
	return last.means.sector;
}

const DOTTED_CODE = /^\s*[A-V]?\s?\d{2}\.\d/i;
const LABELLED =
	/^\s*(?:NACE|NAICS|SCIAN|(?:US|UK)?\s?SIC|WZ|NAF|ATECO|CNAE|PKD|ОКВЭД|OKVED)[\s:._-]*[\d\sA-V(R]/i;

/**
 * The sector of a text or number that is a code of a system, or else names an industry.
 *
 * @param system `undefined` for the name of an industry: a code only where it shows to be one
 */
export function sectorOf(
	value: unknown,
	system: 'nace' | 'sic' | undefined,
	tables: SectorTables,
): Sector | null {
	if (typeof value !== 'string' && typeof value !== 'number') return null;
	if (typeof value === 'number' && !(Number.isFinite(value) && value > 0)) return null;
	const text = String(value);
	if (system || DOTTED_CODE.test(text) || LABELLED.test(text)) {
		const code = sectorCode(text, system ?? 'nace');
		const sector = code && sectorOfCode(code, tables);
		if (sector || (system && code)) return sector;
	}
	return sectorOfText(text, tables);
}
