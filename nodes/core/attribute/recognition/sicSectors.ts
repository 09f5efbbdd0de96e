import type { SectorsByCode } from './naceSectors';
import type { Sector } from './recognised';

function majorGroups(from: number, to: number, sector: Sector): Array<[string, Sector]> {
	return Array.from({ length: to - from + 1 }, (_, i) => [
		String(from + i).padStart(2, '0'),
		sector,
	]);
}

/**
 * Sectors by the Standard Industrial Classification of the United States of 1987 (SIC Manual, Office of
 * Management and Budget; kept online by OSHA, used by the SEC): by major group, and by industry group
 * where a major group is of several sectors. Where NACE puts a business elsewhere than the division of
 * the SIC, NACE counts: software (737) is information technology, and restaurants (58) are hospitality.
 */
export const SIC_SECTORS: SectorsByCode = Object.freeze(
	Object.fromEntries([
		...majorGroups(1, 2, 'agriculture'),
		...majorGroups(7, 9, 'agriculture'),
		['074', 'professionalServices'],
		['078', 'businessServices'],
		...majorGroups(10, 14, 'mining'),
		...majorGroups(15, 17, 'construction'),
		...majorGroups(20, 39, 'manufacturing'),
		// Publishing is media, printing is manufacturing.
		['271', 'media'],
		['272', 'media'],
		['2731', 'media'],
		['274', 'media'],
		['277', 'media'],
		...majorGroups(40, 47, 'transport'),
		['4724', 'businessServices'],
		['4725', 'businessServices'],
		['48', 'informationTechnology'],
		['483', 'media'],
		['484', 'media'],
		['49', 'energy'],
		['494', 'waterAndWaste'],
		['495', 'waterAndWaste'],
		['497', 'waterAndWaste'],
		...majorGroups(50, 51, 'wholesale'),
		...majorGroups(52, 59, 'retail'),
		['58', 'hospitality'],
		...majorGroups(60, 64, 'finance'),
		['65', 'realEstate'],
		['67', 'finance'],
		['70', 'hospitality'],
		['72', 'otherServices'],
		['722', 'professionalServices'],
		['73', 'businessServices'],
		['731', 'professionalServices'],
		['7335', 'professionalServices'],
		['7336', 'professionalServices'],
		['737', 'informationTechnology'],
		['7383', 'media'],
		['75', 'otherServices'],
		['751', 'businessServices'],
		['752', 'transport'],
		['76', 'otherServices'],
		['78', 'media'],
		['784', 'businessServices'],
		['79', 'artsAndLeisure'],
		['80', 'health'],
		['81', 'professionalServices'],
		['82', 'education'],
		['83', 'health'],
		['84', 'artsAndLeisure'],
		['86', 'otherServices'],
		['87', 'professionalServices'],
		['8744', 'businessServices'],
		['88', 'otherServices'],
		['89', 'professionalServices'],
		...majorGroups(91, 97, 'publicAdministration'),
	] as Array<[string, Sector]>),
);

/** Codes of division A: spreadsheets drop the zero in front of them, so that 0111 comes as 111. */
export const SIC_AGRICULTURE: ReadonlySet<string> = new Set(
	(
		'0111 0112 0115 0116 0119 0131 0132 0133 0134 0139 0161 0171 0172 0173 0174 0175 0179 0181 0182 0191 ' +
		'0211 0212 0213 0214 0219 0241 0251 0252 0253 0254 0259 0271 0272 0273 0279 0291 0711 0721 0722 0723 ' +
		'0724 0741 0742 0751 0752 0761 0762 0781 0782 0783 0811 0831 0851 0912 0913 0919 0921 0971'
	).split(' '),
);
