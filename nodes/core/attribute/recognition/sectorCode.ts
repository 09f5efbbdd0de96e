/** Systems of codes for what a company does. */
export type CodeSystem = 'nace' | 'sic' | 'naics';

/** A code as people write it, taken apart. */
export interface SectorCode {
	system: CodeSystem;
	/** `2.1` where the text says so, `2` likewise. */
	revision: '2' | '2.1' | undefined;
	section: string | undefined;
	/** Readings of the digits with the zeros that belong in front; more than one where zeros may be lost. */
	digits: string[];
	/** What stands behind the code. */
	rest: string;
}

const NACE_LIKE =
	'NACE|NACEBEL|NOGA|WZ|NAF|APE|ATECO|CNAE|CAE|PKD|UK\\s?SIC|SIC\\s?\\(?2007\\)?|SBI|SNI|ОКВЭД(?:[\\s-]?2)?|OKVED(?:[\\s-]?2)?';
const LABEL = new RegExp(
	`^\\s*(?:(?<nace>${NACE_LIKE})|(?<naics>NAICS|SCIAN)|(?<sic>(?:US\\s?)?SIC))(?=[\\s:.\\d_-]|$)[\\s:_-]*(?:2002|2008|2009|2012|2017|2022|2025)?(?=\\D|$)`,
	'i',
);
const REVISION = /^\s*\(?rev(?:ision|\.)?\s*(2\.1|2)\)?(?![\d.]\d)/i;
const CODE =
	/^[\s:-]*(?:codes?\b)?[\s:.-]*([A-V](?![\p{L}]))?[\s.:-]*(\d[\d.]*)?[A-Z]?(?![\p{L}\d])/iu;
/** "J", "J - Information and communication", and not the article of "A bakery". */
const SECTION_ALONE = /^[\s:-]*(?:codes?\b)?[\s:.-]*[A-V]\s*(?:$|[:.)–-])/i;

/** NACE digits: a dot stands behind the division, which has two digits. */
function naceDigits(code: string): string[] {
	const [division = '', ...more] = code.split('.');
	if (more.length > 0 || division.length <= 2) return [division.padStart(2, '0') + more.join('')];
	// 111 is group 11.1, or class 01.11 out of a sheet that dropped the zero.
	return division.length === 3 ? [division, `0${division}`] : [division];
}

/**
 * Takes a code apart, in the forms that registers, sheets and CRMs write: "62.01", "J62.01", "6201Z",
 * "NACE Rev. 2.1: K", "SIC 7372", "NAICS 5415", 62.01 as a number.
 *
 * @param system the one that is meant where the text does not name one
 * @returns null for what is no code
 */
export function sectorCode(value: string | number, system: CodeSystem): SectorCode | null {
	const text = String(value).trim();
	const label = LABEL.exec(text);
	const named = (['nace', 'naics', 'sic'] as const).find((one) => label?.groups?.[one]);
	let rest = text.slice(label?.[0].length ?? 0);
	const revision = REVISION.exec(rest);
	rest = rest.slice(revision?.[0].length ?? 0);
	const code = CODE.exec(rest);
	const section = code?.[1]?.toUpperCase();
	const number = code?.[2]?.replace(/\.$/, '');
	if (!code || (!section && !number)) return null;
	if (!number && !SECTION_ALONE.test(rest)) return null;
	const meant = named ?? system;
	let digits: string[] = [];
	if (number) digits = meant === 'nace' ? naceDigits(number) : [number.replaceAll('.', '')];
	return {
		system: meant,
		revision: revision?.[1] as '2' | '2.1' | undefined,
		section,
		digits,
		rest: rest.slice(code[0].length),
	};
}
