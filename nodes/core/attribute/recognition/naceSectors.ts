import type { Sector } from './recognised';

/** Sectors by the beginning of a code; the longest beginning counts. */
export type SectorsByCode = Readonly<Record<string, Sector>>;

function divisions(from: number, to: number, sector: Sector): Array<[string, Sector]> {
	return Array.from({ length: to - from + 1 }, (_, i) => [
		String(from + i).padStart(2, '0'),
		sector,
	]);
}

/**
 * Sectors by NACE division, and by group or class where a division is of two sectors.
 *
 * One table serves Rev. 2 (Regulation (EC) No 1893/2006) and Rev. 2.1 (Delegated Regulation (EU)
 * 2023/137; Eurostat, in force since 2025), as divisions kept their numbers: motor trade, 45 in Rev. 2,
 * is part of 46 and 47 in Rev. 2.1, and repairing vehicles is 95.3 there, so that 45.2 is a service as
 * well. Publishing software (58.2) is information technology. National versions (WZ, NAF, ATECO, CNAE,
 * PKD, SIC 2007 of the United Kingdom) begin with the same digits.
 */
export const NACE_SECTORS: SectorsByCode = Object.freeze(
	Object.fromEntries([
		...divisions(1, 3, 'agriculture'),
		...divisions(5, 9, 'mining'),
		...divisions(10, 33, 'manufacturing'),
		...divisions(35, 35, 'energy'),
		...divisions(36, 39, 'waterAndWaste'),
		...divisions(41, 43, 'construction'),
		...divisions(45, 45, 'retail'),
		['452', 'otherServices'],
		...divisions(46, 46, 'wholesale'),
		...divisions(47, 47, 'retail'),
		...divisions(49, 53, 'transport'),
		...divisions(55, 56, 'hospitality'),
		...divisions(58, 60, 'media'),
		['582', 'informationTechnology'],
		...divisions(61, 63, 'informationTechnology'),
		...divisions(64, 66, 'finance'),
		...divisions(68, 68, 'realEstate'),
		...divisions(69, 75, 'professionalServices'),
		...divisions(77, 82, 'businessServices'),
		...divisions(84, 84, 'publicAdministration'),
		...divisions(85, 85, 'education'),
		...divisions(86, 88, 'health'),
		...divisions(90, 93, 'artsAndLeisure'),
		...divisions(94, 98, 'otherServices'),
		...divisions(99, 99, 'publicAdministration'),
	] as Array<[string, Sector]>),
);

/**
 * Sectors by section of NACE Rev. 2. Trade (G) is wholesale or retail, and J is media or information
 * technology: neither tells a sector.
 */
export const NACE_2_SECTIONS: SectorsByCode = Object.freeze({
	A: 'agriculture',
	B: 'mining',
	C: 'manufacturing',
	D: 'energy',
	E: 'waterAndWaste',
	F: 'construction',
	H: 'transport',
	I: 'hospitality',
	K: 'finance',
	L: 'realEstate',
	M: 'professionalServices',
	N: 'businessServices',
	O: 'publicAdministration',
	P: 'education',
	Q: 'health',
	R: 'artsAndLeisure',
	S: 'otherServices',
	T: 'otherServices',
	U: 'publicAdministration',
});

/** Sectors by section of NACE Rev. 2.1, where all from K on moved by one letter. */
export const NACE_2_1_SECTIONS: SectorsByCode = Object.freeze({
	A: 'agriculture',
	B: 'mining',
	C: 'manufacturing',
	D: 'energy',
	E: 'waterAndWaste',
	F: 'construction',
	H: 'transport',
	I: 'hospitality',
	J: 'media',
	K: 'informationTechnology',
	L: 'finance',
	M: 'realEstate',
	N: 'professionalServices',
	O: 'businessServices',
	P: 'publicAdministration',
	Q: 'education',
	R: 'health',
	S: 'artsAndLeisure',
	T: 'otherServices',
	U: 'otherServices',
	V: 'publicAdministration',
});
