import fc from 'fast-check';

import { MAPPED_ATTRIBUTES, type MappedAttribute } from '../../../nodes/core/attribute/attributes';
import { readAttribute } from '../../../nodes/core/attribute/readAttribute';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';

const DATES = { zone: new TimeZone('Europe/Berlin'), order: 'auto' } as const;

function reading(attribute: MappedAttribute, value: unknown) {
	const found = readAttribute(attribute, value, DATES);
	return found.ok ? found.value : found.problem;
}

describe('sizes', () => {
	// Source: ranges of HubSpot's and LinkedIn's company size, spellings of forms in several languages.
	it.each<[unknown, number | string]>([
		[250, 250],
		['250', 250],
		['51-200', 51],
		['51 - 200', 51],
		['51–200', 51],
		['51 to 200', 51],
		['51 bis 200', 51],
		['51 à 200 salariés', 51],
		['5 до 10 человек', 5],
		['1.000+', 1000],
		['1,000+', 1000],
		['10,000+', 10000],
		['10,000+ employees', 10000],
		['5,001-10,000', 5001],
		['5.001-10.000 employees', 5001],
		['1-10', 1],
		['10 001', 10001],
		['10K', 10000],
		['10k-50k', 10000],
		['10-50k', 10000],
		['250 Mitarbeiter', 250],
		['ca. 250 Mitarbeiter', 250],
		['~250', 250],
		['über 500', 500],
		['more than 500 employees', 500],
		['>500', 500],
		['500 or more', 500],
		['500 und mehr', 500],
		['50명', 50],
		['50명 이상', 50],
		['1,200人', 1200],
		['100 сотрудников', 100],
		['3만', 30000],
		['under 10', 0],
		['<10', 0],
		['bis 10', 0],
		['up to 10', 0],
		['12.6', 12],
		['-5', 'negative'],
		['', 'missing'],
		[null, 'missing'],
		[undefined, 'missing'],
		['abc', 'unreadable'],
		['12abc', 'unreadable'],
		['5 zillion', 'unreadable'],
		['10-5', 'unreadable'],
		['1-2-3', 'unreadable'],
		['2025-01-10', 'unreadable'],
		['12 k k', 'unreadable'],
		['5 mil', 'ambiguous'],
		['1.234 k', 'ambiguous'],
		[true, 'unreadable'],
		[Number.NaN, 'unreadable'],
		[[50], 'unreadable'],
		['1'.repeat(90), 'unreadable'],
	])('employees %j: %j', (value, expected) => {
		expect(reading('employees', value)).toEqual(expected);
	});

	// Source: revenue ranges of HubSpot, Apollo and LinkedIn exports, local spellings.
	it.each<[unknown, number | string]>([
		['88900', 88900],
		['$10M-$50M', 10e6],
		['$10M - $50M', 10e6],
		['$1M', 1e6],
		['$1.1M', 1100000],
		['$10MM', 10e6],
		['10-50M', 10e6],
		['$500K-$1M', 500e3],
		['$1B+', 1e9],
		['10 Mio. €', 10e6],
		['1,5 Mio. €', 1.5e6],
		['1,5 Mio EUR', 1.5e6],
		['10 bis 50 Mio. Euro', 10e6],
		['2 Mrd. €', 2e9],
		['EUR 5 million', 5e6],
		['5 million euros per year', 5e6],
		['5 millones', 5e6],
		['3 mil millones', 3e9],
		['5 milhões', 5e6],
		['5 млн', 5e6],
		['5 млн руб.', 5e6],
		['1억', 1e8],
		['5억 원', 5e8],
		['3億円', 3e8],
		['₩100,000,000', 1e8],
		['1.000.000 €', 1e6],
		['$1,000,000', 1e6],
		['1 000 000', 1e6],
		['1.234 Mio. €', 'ambiguous'],
		['5 mil', 'ambiguous'],
		['5 EUR M M', 'unreadable'],
		['lots', 'unreadable'],
	])('revenue %j: %j', (value, expected) => {
		expect(reading('revenue', value)).toEqual(expected);
	});

	it('is the lower end of any range, whatever stands around it', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: 1e6 }),
				fc.nat({ max: 1e6 }),
				fc.constantFrom('-', ' - ', '–', ' to ', ' bis '),
				fc.constantFrom('', ' employees', ' Mitarbeiter', '명'),
				fc.constantFrom('', 'ca. ', '~'),
				(from, size, dash, noun, about) => {
					expect(reading('employees', `${about}${from}${dash}${from + size}${noun}`)).toBe(from);
				},
			),
		);
	});
});

describe('amounts, percentages, places on a scale', () => {
	// Source: docstring of readAttribute; payload samples (Shopify sends "199.65").
	it.each<[MappedAttribute, unknown, number | string]>([
		['averageOrder', '199.65', 199.65],
		['averageOrder', '1.234,50 €', 1234.5],
		['averageOrder', '129.950', 129.95],
		['averageOrder', '€1.234', 1.234],
		['averageOrder', 0, 0],
		['averageOrder', 'much', 'unreadable'],
		['totalSpent', '0.00', 0],
		['ordersPerYear', '3.5', 3.5],
		['ordersPerYear', '12 times a year', 'unreadable'],
		['ordersPerYear', '12 a year', 12],
		['margin', 0.35, 35],
		['margin', '0.35', 35],
		['margin', '0,35', 35],
		['margin', '35 %', 35],
		['margin', '35%', 35],
		['margin', '0.5 %', 0.5],
		['margin', 35, 35],
		['margin', 0.29, 29],
		['margin', -0.1, -10],
		['margin', '-5 %', -5],
		['margin', 0, 0],
		['margin', 1, 1],
		['margin', '30-40 %', 30],
		['margin', '%', 'missing'],
		['costToServe', 8, 8],
		['costToServe', '8/10', 8],
		['costToServe', '8 of 10', 8],
		['costToServe', '8 von 10', 8],
		['costToServe', 'high', 'unreadable'],
		['followers', '3,000', 3000],
		['followers', '3K', 3000],
		['followers', '1.2M', 1200000],
	])('%s %j: %j', (attribute, value, expected) => {
		expect(reading(attribute, value)).toEqual(expected);
	});
});

describe('counts', () => {
	// Source: docstring of readAttribute; HubSpot sends counts and dates as text.
	it.each<[MappedAttribute, unknown, number | string]>([
		['visits', '12', 12],
		['visits', '0', 0],
		['visits', 1500, 1500],
		['visits', '1,500', 1500],
		['visits', 2.9, 2],
		['visits', -1, 'negative'],
		['visits', '', 'missing'],
		['demos', 'yes', 1],
		['demos', 'no', 0],
		['demos', 'Ja', 1],
		['demos', true, 1],
		['demos', false, 0],
		['demos', '2025-10-15', 1],
		['demos', '2025-10-15T10:00:00Z', 1],
		['demos', '15.10.2025', 1],
		['demos', '1345067864004', 1],
		['demos', 1345067864004, 1],
		['demos', 'maybe', 'unreadable'],
		['orders', [{ id: 1 }, { id: 2 }], 2],
		['orders', [], 0],
		['orders', '7', 7],
	])('%s %j: %j', (attribute, value, expected) => {
		expect(reading(attribute, value)).toEqual(expected);
	});
});

describe('flags', () => {
	// Source: payload samples: HubSpot "true", ActiveCampaign "0", Mailchimp and Shopify words.
	it.each<[MappedAttribute, unknown, boolean | string]>([
		['newsletter', true, true],
		['newsletter', false, false],
		['newsletter', 'yes', true],
		['newsletter', 'No', false],
		['newsletter', '1', true],
		['newsletter', 0, false],
		['newsletter', 'ja', true],
		['newsletter', 'да', true],
		['newsletter', '예', true],
		['newsletter', 'はい', true],
		['newsletter', 'нет', false],
		['newsletter', '아니요', false],
		['newsletter', 'sí', true],
		['newsletter', '2025-10-15', true],
		['newsletter', '1345067864004', true],
		['newsletter', 'subscribed', true],
		['newsletter', 'cleaned', false],
		['newsletter', ['Weekly'], true],
		['newsletter', [], false],
		['newsletter', '', 'missing'],
		['newsletter', 'perhaps', 'unreadable'],
		['newsletter', -1, 'unreadable'],
		['unsubscribed', 'true', true],
		['unsubscribed', 'unsubscribed', true],
		['unsubscribed', 'subscribed', false],
		['unsubscribed', 'not_subscribed', false],
		['unsubscribed', 'cleaned', false],
		['unsubscribed', '0000-00-00 00:00:00', 'missing'],
		['consent', 'subscribed', true],
		['consent', 'Not subscribed', false],
		['consent', 'no_consent', false],
		['consent', 'pending', false],
		['consent', 'Opt-out', false],
		['consent', 'opted out', false],
		['consent', 'revoked', false],
		['consent', 'withdrawn', false],
		['consent', 'opted in', true],
		['consent', 'Double Opt-In', true],
		['newsletter', 'Opted out', false],
		['unsubscribed', 'opt out', true],
		['unsubscribed', 'revoked', true],
		// Kills: the words for yes in general before those of the attribute.
		['unsubscribed', 'opt-in', false],
		['unsubscribed', 'opted_in', false],
		['bounced', '0', false],
		['bounced', '2', true],
		['bounced', 'cleaned', true],
		['bounced', 'subscribed', false],
		['bounced', 'UNKNOWN_USER', true],
	])('%s %j: %j', (attribute, value, expected) => {
		expect(reading(attribute, value)).toEqual(expected);
	});
});

describe('lists', () => {
	// Source: payload samples: Shopify "Léon, Noël", HubSpot "a;b", Mailchimp tags and interests.
	it.each<[MappedAttribute, unknown, string[] | string]>([
		['tags', 'Léon, Noël', ['Léon', 'Noël']],
		['tags', 'a;b', ['a', 'b']],
		['tags', 'red, white; blue', ['red, white', 'blue']],
		['tags', 'a | b', ['a', 'b']],
		['tags', 'a\nb', ['a', 'b']],
		['tags', 'a,,a, ', ['a']],
		['tags', ['a', ' b ', '', null], ['a', 'b']],
		[
			'tags',
			[
				{ id: 1, name: 'VIP' },
				{ id: 2, name: 'Fair' },
			],
			['VIP', 'Fair'],
		],
		['tags', '["a","b,c"]', ['a', 'b,c']],
		['tags', '[a, b]', ['a', 'b']],
		['tags', [26, 27], ['26', '27']],
		['tags', 26, ['26']],
		['tags', { name: 'VIP' }, ['VIP']],
		['interests', { wine: true, beer: false, bread: true }, ['wine', 'bread']],
		['interests', { wine: false }, 'missing'],
		['tags', '', 'missing'],
		['tags', [], 'missing'],
		['tags', ' , ', 'missing'],
		['tags', [[{ depth: 1 }]], 'unreadable'],
		['pages', 'https://shop.example/pricing', ['https://shop.example/pricing']],
	])('%s %j: %j', (attribute, value, expected) => {
		expect(reading(attribute, value)).toEqual(expected);
	});

	it('gives back the members of any list joined by a separator', () => {
		const member = fc.stringMatching(/^[a-z0-9]{1,8}$/);
		fc.assert(
			fc.property(
				fc.uniqueArray(member, { minLength: 1 }),
				fc.constantFrom(';', '; ', ',', ' | '),
				(members, separator) => {
					expect(reading('tags', members.join(separator))).toEqual(members);
					expect(
						reading(
							'tags',
							members.map((name) => ({ name })),
						),
					).toEqual(members);
				},
			),
		);
	});
});

describe('text and dates', () => {
	// Source: payload samples: Pipedrive's e-mail lists and organisation records.
	it.each<[MappedAttribute, unknown, string | number | boolean]>([
		['jobTitle', ' CEO ', 'CEO'],
		['sic', 7372, '7372'],
		['company', { name: 'Dunder Mifflin', value: 1 }, 'Dunder Mifflin'],
		['company', {}, 'missing'],
		['company', { id: 4 }, 'unreadable'],
		['company', '  ', 'missing'],
		[
			'email',
			[
				{ value: 'b@x.example', primary: false },
				{ value: 'a@x.example', primary: true, label: 'work' },
			],
			'a@x.example',
		],
		['email', [{ value: 'b@x.example', label: 'work' }], 'b@x.example'],
		['email', ['a@x.example'], 'a@x.example'],
		['email', [{ value: '', primary: true }], 'missing'],
		['age', '34 years', 34],
		['age', '25-34', 25],
		['age', '65+', 65],
		['income', '40,000 - 60,000 €', 40000],
		['children', 'yes', 1],
		['children', 'none', 0],
		['birthDate', '1975-06-30', '1975-06-30'],
		['birthDate', '--06-30', '--06-30'],
		['smsConsent', 'not_subscribed', false],
		['smsConsent', 'SUBSCRIBED', true],
		['orderSize', '12.5', 12.5],
		['lastActivity', '1345067864004', 1345067864004],
		['lastActivity', '2025-10-15T10:00:00Z', 1760522400000],
		// The start of the day in Berlin, which is two hours ahead in October.
		['lastActivity', '2025-10-15', 1760479200000],
		['lastActivity', '03/04/2025', 'ambiguous'],
		['lastActivity', 'yesterday', 'unreadable'],
	])('%s %j: %j', (attribute, value, expected) => {
		expect(reading(attribute, value)).toEqual(expected);
	});
});

it('never throws and never gives NaN or blank text, whatever stands in a field', () => {
	fc.assert(
		fc.property(fc.constantFrom(...MAPPED_ATTRIBUTES), fc.anything(), (attribute, value) => {
			const found = reading(attribute, value);
			expect(found).not.toBeNaN();
			expect(found).not.toBe('');
			expect(found).not.toBeUndefined();
		}),
		{ numRuns: 2000 },
	);
});
