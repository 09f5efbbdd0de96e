import fc from 'fast-check';

import {
	ageBandNames,
	ageBandOf,
	checkAgeLimits,
	USUAL_AGE_LIMITS,
} from '../../../../nodes/core/attribute/derived/ageBands';
import { customerReturn } from '../../../../nodes/core/attribute/derived/customerReturn';
import {
	checkPlaces,
	PlaceTable,
	type Place,
} from '../../../../nodes/core/attribute/derived/PlaceTable';
import { companySize, revenueBand } from '../../../../nodes/core/attribute/derived/sizeBands';

describe('age bands', () => {
	const names = ageBandNames(USUAL_AGE_LIMITS);

	it('are the usual ones', () => {
		expect(names).toEqual(['0-17', '18-24', '25-34', '35-44', '45-54', '55-64', '65+']);
	});

	it.each([
		[0, '0-17'],
		[17, '0-17'],
		[18, '18-24'],
		[24, '18-24'],
		[25, '25-34'],
		[64, '55-64'],
		[65, '65+'],
		[130, '65+'],
	])('%s: %s', (age, expected) => {
		expect(ageBandOf(age, USUAL_AGE_LIMITS, names)).toBe(expected);
	});

	it.each([[[30]], [[1, 2, 65]]])('of limits %j', (limits) => {
		expect(ageBandNames(limits)).toEqual(
			limits.length === 1 ? ['0-29', '30+'] : ['0', '1', '2-64', '65+'],
		);
	});

	it('hold every age in exactly one', () => {
		const limits = fc
			.uniqueArray(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 8 })
			.map((ages) => ages.sort((a, b) => a - b));
		fc.assert(
			fc.property(limits, fc.nat(130), (ages, age) => {
				const all = ageBandNames(checkAgeLimits(ages, 'Age Bands'));
				const holding = all.filter((name) => {
					const [from = '', to = from] = name.replace('+', '-999').split('-');
					return age >= Number(from) && age <= Number(to);
				});
				expect(holding).toEqual([ageBandOf(age, ages, all)]);
			}),
		);
	});

	it.each([[[]], [[0, 18]], [[25, 18]], [[18, 18]], [[18.5]], [[Number.NaN]]])(
		'refuse the limits %j',
		(limits) => {
			expect(() => checkAgeLimits(limits, 'Age Bands')).toThrow(/^Age Bands /);
		},
	);
});

describe('sizes of companies', () => {
	// Source: Commission Recommendation 2003/361/EC, annex, article 2.
	it.each([
		[0, 'micro'],
		[9, 'micro'],
		[10, 'small'],
		[49, 'small'],
		[50, 'medium'],
		[249, 'medium'],
		[250, 'large'],
	])('%s people: %s', (employees, expected) => {
		expect(companySize(employees)).toBe(expected);
	});

	it.each([
		[0, 'upTo2M'],
		[2_000_000, 'upTo2M'],
		[2_000_001, 'upTo10M'],
		[10_000_000, 'upTo10M'],
		[50_000_000, 'upTo50M'],
		[50_000_001, 'above50M'],
	])('a revenue of %s: %s', (revenue, expected) => {
		expect(revenueBand(revenue)).toBe(expected);
	});
});

// Source: docstring of customerReturn.
it.each([
	[1000, 30, 8, 50, -100],
	[1000, 30, 8, 1, 292],
	[0, 30, 0, 1, 0],
	[0.1, 30, 0, 1, 0.03],
])('%s spent at %s %%, %s points of %s: %s', (spent, margin, points, cost, expected) => {
	expect(customerReturn(spent, margin, points, cost)).toBe(expected);
});

describe('the place table', () => {
	const table = new PlaceTable(
		checkPlaces(
			[
				{ country: 'DE', climate: 'temperate', areaType: 'mixed' },
				{ postal: '1', country: 'Germany', areaType: 'rural' },
				{ postal: ['101', '10-2'], country: 'DE', areaType: 'urban' },
				{ postal: '101', country: 'US', areaType: 'skyline' },
				{ region: 'Bayern', climate: 'alpine' },
				{ city: 'München', areaType: 'urban' },
				{ city: 'Paris', region: 'Texas', areaType: 'rural' },
			],
			'Place Table',
		),
	);

	// Source: docstring of PlaceTable.
	it.each<[string, Place, string | undefined, string | undefined]>([
		['the longest beginning', { postalCode: '10 115', country: 'DE' }, 'urban', 'temperate'],
		['spelled otherwise', { postalCode: '1 02-99', country: 'Germania' }, 'urban', 'temperate'],
		['a shorter beginning', { postalCode: '12345', country: 'DE' }, 'rural', 'temperate'],
		['the country of the code', { postalCode: '10115', country: 'USA' }, 'skyline', undefined],
		['no country', { postalCode: '10115' }, undefined, undefined],
		['city before country', { city: 'munchen', country: 'DE' }, 'urban', 'temperate'],
		['region before country', { region: 'BAYERN', country: 'DE' }, 'mixed', 'alpine'],
		['a city of another region', { city: 'Paris', region: 'Île-de-France' }, undefined, undefined],
		['a city of the region', { city: 'Paris', region: 'Texas' }, 'rural', undefined],
		['nothing', {}, undefined, undefined],
	])('%s', (_, place, areaType, climate) => {
		expect(table.tell('areaType', place)).toBe(areaType);
		expect(table.tell('climate', place)).toBe(climate);
	});

	it.each([
		[{}],
		[[{ areaType: 'urban' }]],
		[[{ city: 'Bonn' }]],
		[[{ city: '', areaType: 'urban' }]],
		[[{ postal: 10, areaType: 'urban' }]],
		[[{ town: 'Bonn', areaType: 'urban' }]],
	])('refuses %j', (value) => {
		expect(() => checkPlaces(value, 'Place Table')).toThrow(/^Place Table cannot be used: /);
	});
});
