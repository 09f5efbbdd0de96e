import type { SectorsByCode } from './naceSectors';

/**
 * Sectors by the North American Industry Classification System (US Census Bureau, 2012 to 2022): by
 * sector, and by subsector or group where a sector is of several of ours.
 */
export const NAICS_SECTORS: SectorsByCode = Object.freeze({
	'11': 'agriculture',
	'21': 'mining',
	'22': 'energy',
	'2213': 'waterAndWaste',
	'23': 'construction',
	'31': 'manufacturing',
	'32': 'manufacturing',
	'33': 'manufacturing',
	'42': 'wholesale',
	'44': 'retail',
	'45': 'retail',
	'48': 'transport',
	'49': 'transport',
	'51': 'media',
	'5112': 'informationTechnology',
	'5132': 'informationTechnology',
	'517': 'informationTechnology',
	'518': 'informationTechnology',
	'5192': 'informationTechnology',
	'51913': 'informationTechnology',
	'52': 'finance',
	'53': 'businessServices',
	'531': 'realEstate',
	'54': 'professionalServices',
	'5415': 'informationTechnology',
	'55': 'professionalServices',
	'56': 'businessServices',
	'562': 'waterAndWaste',
	'61': 'education',
	'62': 'health',
	'71': 'artsAndLeisure',
	'72': 'hospitality',
	'81': 'otherServices',
	'92': 'publicAdministration',
});
