import fc from 'fast-check';

import { Recogniser } from '../../../../nodes/core/attribute/recognition/Recogniser';
import { SECTORS, type Sector } from '../../../../nodes/core/attribute/recognition/recognised';
import { checkRecognitionTables } from '../../../../nodes/core/attribute/recognition/RecognitionTables';
import { HUBSPOT_INDUSTRIES } from './hubSpotIndustries';

const recogniser = new Recogniser();

describe('sectors by NACE', () => {
	// Source: NACE Rev. 2 (Regulation (EC) No 1893/2006) and Rev. 2.1 (Delegated Regulation (EU) 2023/137).
	it.each<[unknown, Sector | null, string]>([
		['62', 'informationTechnology', 'division'],
		['62.01', 'informationTechnology', 'class'],
		['J62.01', 'informationTechnology', 'with its section'],
		['J 62.01', 'informationTechnology', 'with its section, apart'],
		['NACE 62.01', 'informationTechnology', 'with its name'],
		['NACE Rev. 2 62.01', 'informationTechnology', 'with its revision'],
		['NACE Rev. 2.1 62.10', 'informationTechnology', 'kills: 2.1 read as the code'],
		['NACE Code: 62.01', 'informationTechnology', 'with a colon'],
		[6201, 'informationTechnology', 'number'],
		[62.01, 'informationTechnology', 'number with a point'],
		[62, 'informationTechnology', 'number of a division'],
		['62012', 'informationTechnology', 'SIC 2007 of the United Kingdom'],
		['6201Z', 'informationTechnology', 'NAF of France'],
		['62.01.0', 'informationTechnology', 'WZ of Germany'],
		['WZ 2008 62.01.0', 'informationTechnology', 'kills: the year read as the code'],
		['62.01 - Computer programming activities', 'informationTechnology', 'with its title'],
		['47.11-3/02', 'retail', 'CNAE of Brazil'],
		['ОКВЭД 41.20', 'construction', 'ОКВЭД of Russia'],
		['01.11', 'agriculture', 'zero in front'],
		[1.11, 'agriculture', 'zero in front lost'],
		['1', 'agriculture', 'division, zero lost'],
		['9', 'mining', 'division, zero lost'],
		['04', null, 'no such division'],
		['10.51', 'manufacturing', ''],
		['33', 'manufacturing', 'last one'],
		['34', null, 'no such division'],
		['35.11', 'energy', ''],
		['38', 'waterAndWaste', ''],
		['43', 'construction', ''],
		['45.11', 'retail', 'motor trade of Rev. 2'],
		['45.20', 'otherServices', 'repair of vehicles'],
		['46', 'wholesale', ''],
		['47', 'retail', ''],
		['G47', 'retail', 'kills: the section before the division'],
		['53', 'transport', ''],
		['56.10', 'hospitality', ''],
		['58.11', 'media', ''],
		['58.29', 'informationTechnology', 'publishing of software'],
		['60', 'media', ''],
		['61', 'informationTechnology', ''],
		['K61', 'informationTechnology', 'Rev. 2.1; kills: K as finance'],
		['64', 'finance', ''],
		['L64.19', 'finance', 'Rev. 2.1; kills: L as real estate'],
		['68', 'realEstate', ''],
		['M70.22', 'professionalServices', 'Rev. 2'],
		['N70.20', 'professionalServices', 'Rev. 2.1'],
		['75', 'professionalServices', ''],
		['81', 'businessServices', ''],
		['84', 'publicAdministration', ''],
		['85', 'education', ''],
		['88', 'health', ''],
		['93', 'artsAndLeisure', ''],
		['96', 'otherServices', ''],
		['97', 'otherServices', 'households'],
		['99', 'publicAdministration', 'extraterritorial'],
		['00', null, 'no such division'],
		['A', 'agriculture', 'the same in both revisions'],
		['c', 'manufacturing', 'small letter'],
		['I', 'hospitality', 'last one that is the same'],
		['T', 'otherServices', 'households, or other services'],
		['G', null, 'wholesale or retail'],
		['J', null, 'media, or information technology'],
		['K', null, 'finance, or information technology'],
		['L', null, 'real estate, or finance'],
		['S', null, 'other services, or arts'],
		['W', null, 'no such section'],
		['NACE Rev. 2 K', 'finance', 'revision told'],
		['NACE Rev. 2.1 K', 'informationTechnology', 'revision told'],
		['NACE Rev. 2.1: V', 'publicAdministration', 'section of Rev. 2.1 alone'],
		['K - Financial and insurance activities', 'finance', 'title of Rev. 2'],
		['L - Financial and insurance activities', 'finance', 'title of Rev. 2.1'],
		['J - Information and communication', 'informationTechnology', 'title of Rev. 2'],
		['L - Real estate activities', 'realEstate', 'title of Rev. 2'],
		[111, null, '11.1 is manufacturing, 01.11 is agriculture'],
		['620', null, '62.0 is information technology, 06.20 is mining'],
		['101', null, '10.1 is manufacturing, division 01 is agriculture'],
		['341', 'agriculture', 'kills: 03.41 given up for 34.1, which there is not'],
		['Computer programming', 'informationTechnology', 'words'],
		['', null, 'blank'],
		[null, null, 'null'],
		[Number.NaN, null, 'no number'],
		[-62, null, 'below zero'],
		[Number.POSITIVE_INFINITY, null, 'infinite'],
		[true, null, 'boolean'],
		[['62'], null, 'list'],
		['A bakery', null, 'kills: an article as a section'],
	])('%p: %p (%s)', (nace, sector) => {
		expect(recogniser.sector({ nace })).toBe(sector);
	});
});

describe('sectors by SIC', () => {
	// Source: SIC Manual of 1987 (OSHA), list of codes of the SEC.
	it.each<[unknown, Sector | null, string]>([
		['7372', 'informationTechnology', 'Prepackaged software'],
		[7372, 'informationTechnology', 'number'],
		['SIC 7372', 'informationTechnology', 'with its name'],
		['7372 - Services-Prepackaged Software', 'informationTechnology', 'with its title'],
		['737', 'informationTechnology', 'industry group'],
		['73', 'businessServices', 'major group'],
		['7311', 'professionalServices', 'Advertising agencies'],
		['7361', 'businessServices', 'Employment agencies'],
		['0111', 'agriculture', 'Wheat'],
		['111', 'agriculture', 'Wheat, zero lost'],
		[111, 'agriculture', 'Wheat, zero lost, number'],
		[742, 'professionalServices', 'Veterinary services, zero lost'],
		['1311', 'mining', 'Crude petroleum'],
		['1521', 'construction', 'General contractors'],
		['2082', 'manufacturing', 'Malt beverages'],
		['2711', 'media', 'Newspapers'],
		['2731', 'media', 'Books: publishing'],
		['2732', 'manufacturing', 'Book printing'],
		['2752', 'manufacturing', 'Commercial printing'],
		['3571', 'manufacturing', 'Electronic computers'],
		['4512', 'transport', 'Air transportation'],
		['4724', 'businessServices', 'Travel agencies, as NACE 79'],
		['4813', 'informationTechnology', 'Telephone communications'],
		['4833', 'media', 'Television broadcasting'],
		['4911', 'energy', 'Electric services'],
		['4941', 'waterAndWaste', 'Water supply'],
		['4953', 'waterAndWaste', 'Refuse systems'],
		['5045', 'wholesale', 'Computers'],
		['5411', 'retail', 'Grocery stores'],
		['5812', 'hospitality', 'Eating places; kills: division G as retail'],
		['6021', 'finance', 'National commercial banks'],
		['6531', 'realEstate', 'Real estate agents'],
		['7011', 'hospitality', 'Hotels'],
		['7231', 'otherServices', 'Beauty shops'],
		['7538', 'otherServices', 'Automotive repair'],
		['7832', 'media', 'Motion picture theaters'],
		['7991', 'artsAndLeisure', 'Physical fitness facilities'],
		['8062', 'health', 'Hospitals'],
		['8111', 'professionalServices', 'Legal services'],
		['8221', 'education', 'Colleges'],
		['8322', 'health', 'Social services'],
		['8412', 'artsAndLeisure', 'Museums'],
		['8661', 'otherServices', 'Religious organizations'],
		['8742', 'professionalServices', 'Management consulting'],
		['8744', 'businessServices', 'Facilities support'],
		['9199', 'publicAdministration', 'General government'],
		['9999', null, 'Nonclassifiable'],
		['1999', null, 'no such major group'],
		['62012', 'informationTechnology', 'SIC of the United Kingdom'],
		['73720000', 'informationTechnology', 'eight digits of a data vendor'],
		['NAICS 541511', 'informationTechnology', 'another system, by its name'],
		['NAICS 44', 'retail', 'sector'],
		['NAICS 2213', 'waterAndWaste', 'group'],
		['', null, 'blank'],
	])('%p: %p (%s)', (sic, sector) => {
		expect(recogniser.sector({ sic })).toBe(sector);
	});
});

describe('sectors by industry', () => {
	// Source: values of HubSpot's property `industry`, which are LinkedIn's Industry Codes V1.
	it.each(Object.entries(HUBSPOT_INDUSTRIES))('%s: %s', (industry, sector) => {
		expect(recogniser.sector({ industry })).toBe(sector);
		const label = industry.toLowerCase().replaceAll('_', ' ');
		expect(recogniser.sector({ industry: label })).toBe(sector);
	});

	it('knows all of HubSpot, and more than one industry of most sectors', () => {
		expect(Object.keys(HUBSPOT_INDUSTRIES)).toHaveLength(147);
	});

	// Source: names of industries in job boards, registers and CRMs of each country.
	it.each<[string, Sector | null]>([
		['Computer Software', 'informationTechnology'],
		['Hospital & Health Care', 'health'],
		['Information Technology and Services', 'informationTechnology'],
		['SaaS', 'informationTechnology'],
		['IT Services and IT Consulting', 'informationTechnology'],
		['Retail - Clothing', 'retail'],
		['Wholesale of computers', 'wholesale'],
		['Medical Device Manufacturing', 'manufacturing'],
		['Manufacture of medical devices', 'manufacturing'],
		['Food & Beverage', 'manufacturing'],
		['Travel agency', 'hospitality'],
		['Law firm', 'professionalServices'],
		['Real estate software', 'informationTechnology'],
		['Health insurance', 'finance'],
		['Automotive retail', 'retail'],
		['Nonprofit', 'otherServices'],
		['Maschinenbau', 'manufacturing'],
		['Einzelhandel', 'retail'],
		['Lebensmitteleinzelhandel', 'retail'],
		['Großhandel mit Lebensmitteln', 'wholesale'],
		['Steuerberatung', 'professionalServices'],
		['Gastronomie', 'hospitality'],
		['Öffentliche Verwaltung', 'publicAdministration'],
		['Krankenhäuser', 'health'],
		['Versicherungen', 'finance'],
		['Handwerk / Bau', 'construction'],
		['Werbeagentur', 'professionalServices'],
		['Spedition und Logistik', 'transport'],
		['Landwirtschaft', 'agriculture'],
		['Automobilindustrie', 'manufacturing'],
		['commerce de détail', 'retail'],
		['Commerce de gros', 'wholesale'],
		['BTP', 'construction'],
		['Services informatiques', 'informationTechnology'],
		['Hôtellerie et restauration', 'hospitality'],
		['Agroalimentaire', 'manufacturing'],
		['Immobilier', 'realEstate'],
		['Banque', 'finance'],
		['Enseignement supérieur', 'education'],
		['comercio al por menor', 'retail'],
		['Construcción', 'construction'],
		['Hostelería', 'hospitality'],
		['Desarrollo de software', 'informationTechnology'],
		['Seguros', 'finance'],
		['Agricultura y ganadería', 'agriculture'],
		['Sanidad', 'health'],
		['commercio al dettaglio', 'retail'],
		["Commercio all'ingrosso", 'wholesale'],
		['Edilizia', 'construction'],
		['Ristorazione', 'hospitality'],
		['Metalmeccanica', 'manufacturing'],
		['Consulenza aziendale', 'professionalServices'],
		['Varejo', 'retail'],
		['Comércio atacadista', 'wholesale'],
		['Construção civil', 'construction'],
		['Tecnologia da informação', 'informationTechnology'],
		['Saúde', 'health'],
		['Detailhandel', 'retail'],
		['Groothandel', 'wholesale'],
		['Bouw', 'construction'],
		['Zakelijke dienstverlening', 'professionalServices'],
		['Gezondheidszorg', 'health'],
		['Handel detaliczny', 'retail'],
		['Handel hurtowy', 'wholesale'],
		['Budownictwo', 'construction'],
		['Transport i logistyka', 'transport'],
		['Przetwórstwo przemysłowe', 'manufacturing'],
		['розничная торговля', 'retail'],
		['Оптовая торговля', 'wholesale'],
		['Строительство', 'construction'],
		['Производство мебели', 'manufacturing'],
		['Разработка программного обеспечения', 'informationTechnology'],
		['Сельское хозяйство', 'agriculture'],
		['Здравоохранение', 'health'],
		['제조업', 'manufacturing'],
		['도매 및 소매업', 'wholesale'],
		['소매업', 'retail'],
		['건설업', 'construction'],
		['소프트웨어 개발', 'informationTechnology'],
		['의료기기 제조', 'manufacturing'],
		['숙박 및 음식점업', 'hospitality'],
		['교육 서비스', 'education'],
		['62.01', 'informationTechnology'],
		['NAICS 5415', 'informationTechnology'],
		['6201', null],
		['Zzyzx', null],
		['Other', null],
		['-', null],
	])('%s: %s', (industry, sector) => {
		expect(recogniser.sector({ industry })).toBe(sector);
		expect(recogniser.sector({ industry: ` ${industry.toUpperCase()} ` })).toBe(sector);
		expect(recogniser.sector({ industry: industry.normalize('NFD') })).toBe(sector);
	});

	it('trusts NACE before SIC before the name', () => {
		const of = { nace: '47', sic: '7372', industry: 'Mining & Metals' };
		expect(recogniser.sector(of)).toBe('retail');
		expect(recogniser.sector({ ...of, nace: 'K' })).toBe('informationTechnology');
		expect(recogniser.sector({ ...of, nace: null, sic: '9999' })).toBe('mining');
		expect(recogniser.sector({})).toBeNull();
	});

	it('gives a permanent name or null for anything', () => {
		fc.assert(
			fc.property(fc.anything(), fc.anything(), fc.anything(), (industry, nace, sic) => {
				expect([null, ...SECTORS]).toContain(recogniser.sector({ industry, nace, sic }));
			}),
		);
	});
});

describe('Sectors of the user', () => {
	const own = new Recogniser(
		checkRecognitionTables(
			{
				sectors: [
					{ words: ['craft beer', 'software'], sector: 'hospitality' },
					{ nace: ['62', 'J63', 'K'], sector: 'media' },
					{ nace: ['62.09'], sector: 'education' },
					{ sic: ['737', '0111'], sector: 'energy' },
				],
			},
			'Tables',
		),
	);

	it.each<[object, Sector]>([
		[{ industry: 'Craft beer wholesale' }, 'hospitality'],
		[{ industry: 'COMPUTER_SOFTWARE' }, 'hospitality'],
		[{ nace: 6201 }, 'media'],
		[{ nace: 'J62.09' }, 'education'],
		[{ nace: '63.11' }, 'media'],
		[{ nace: 'K' }, 'media'],
		[{ sic: 7372 }, 'energy'],
		[{ sic: 111 }, 'energy'],
		[{ sic: '7311' }, 'professionalServices'],
		[{ nace: '47' }, 'retail'],
	])('%j: %s', (of, sector) => {
		expect(own.sector(of)).toBe(sector);
	});

	it('stand alone where they replace the table', () => {
		const alone = new Recogniser(
			checkRecognitionTables(
				{ sectors: [{ nace: ['62'], sector: 'media' }], replace: ['sectors'] },
				'Tables',
			),
		);
		expect(alone.sector({ nace: '62.01' })).toBe('media');
		expect(alone.sector({ nace: '47', sic: '7372', industry: 'RETAIL' })).toBeNull();
	});
});
