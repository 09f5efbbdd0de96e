import { isEqual } from 'es-toolkit';
import fc from 'fast-check';

import {
	ATTRIBUTE_NAMES,
	attributeCandidates,
	attributeFinder,
} from '../../../nodes/core/attribute/attributeNames';
import { FieldIndex, plainName } from '../../../nodes/core/attribute/FieldIndex';
import { MAPPED_ATTRIBUTES, type MappedAttribute } from '../../../nodes/core/attribute/attributes';
import { readAttribute } from '../../../nodes/core/attribute/readAttribute';
import { readAlong } from '../../../nodes/core/reading/fieldPath';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { sharedPayload } from './sharedPayload';

const DATES = { zone: new TimeZone('UTC'), order: 'auto' } as const;

/** All attributes that a record fills, as they are read. */
function attributesOf(record: unknown): Partial<Record<MappedAttribute, unknown>> {
	const find = attributeFinder([record]);
	return Object.fromEntries(
		MAPPED_ATTRIBUTES.flatMap((attribute) => {
			const field = find(attribute);
			if (!field) return [];
			const found = readAttribute(attribute, readAlong(record, field.path), DATES);
			if (!found.ok) return found.problem === 'missing' ? [] : [[attribute, found.problem]];
			return [[attribute, found.value]];
		}),
	);
}

describe('the table of names', () => {
	it.each(MAPPED_ATTRIBUTES)('%s: a label in Title Case, a sentence, names that differ', (name) => {
		const { label, description } = ATTRIBUTE_NAMES[name];
		const small = ['to', 'a'];
		for (const word of label.split(' ')) {
			if (!small.includes(word)) expect(word).toMatch(/^[A-Z]/);
		}
		expect(description).toMatch(/^\S.*[^.\s]$/);
		const names = attributeCandidates(name).map(plainName);
		expect(new Set(names).size).toBe(names.length);
		expect(names).not.toContain('');
	});

	it('has labels that differ', () => {
		const labels = Object.values(ATTRIBUTE_NAMES).map(({ label }) => label);
		expect(new Set(labels).size).toBe(labels.length);
	});

	it('gives a name to one attribute only, except the words that tell several things', () => {
		const owners = new Map<string, MappedAttribute[]>();
		for (const attribute of MAPPED_ATTRIBUTES) {
			for (const name of attributeCandidates(attribute).map(plainName)) {
				owners.set(name, [...(owners.get(name) ?? []), attribute]);
			}
		}
		const shared = Object.fromEntries([...owners].filter(([, all]) => all.length > 1));
		expect(shared).toEqual({
			'emailmarketingconsent.state': ['consent', 'unsubscribed'],
			marketingstatus: ['consent', 'unsubscribed'],
			status: ['bounced', 'consent', 'dealStatus', 'newsletter', 'unsubscribed'],
		});
	});
});

describe('plainName', () => {
	// Source: docstring of plainName.
	it.each([
		['jobTitle', 'jobtitle'],
		['Job Title', 'jobtitle'],
		['job_title', 'jobtitle'],
		['JOB-TITLE *', 'jobtitle'],
		['What is your job title?', 'whatisyourjobtitle'],
		['Unternehmensgröße', 'unternehmensgrosse'],
		['Région', 'region'],
		['merge_fields.COMPANY', 'mergefields.company'],
		['직원 수', '직원수'],
		['.tags.', 'tags'],
		['***', ''],
	])('%s: %s', (name, plain) => {
		expect(plainName(name)).toBe(plain);
	});
});

/** Where one record has an attribute. */
const fieldIn = (attribute: MappedAttribute, record: unknown) =>
	attributeFinder([record])(attribute);

describe('attributeFinder', () => {
	// Source: README of the payloads, tables 2b and 3; docstrings of FieldIndex and attributeFinder.
	it.each<[string, MappedAttribute, unknown, string[] | undefined]>([
		['flat', 'jobTitle', { jobtitle: 'CEO' }, ['jobtitle']],
		['heading', 'jobTitle', { 'Job Title': 'CEO' }, ['Job Title']],
		['HubSpot v3', 'jobTitle', { properties: { jobtitle: 'CEO' } }, ['properties', 'jobtitle']],
		[
			'HubSpot v1',
			'jobTitle',
			{ properties: { jobtitle: { value: 'CEO', versions: [] } } },
			['properties', 'jobtitle', 'value'],
		],
		['Mailchimp', 'company', { merge_fields: { COMPANY: 'X' } }, ['merge_fields', 'COMPANY']],
		['Mailchimp trigger', 'company', { 'data[merges][COMPANY]': 'X' }, ['data[merges][COMPANY]']],
		['Pipedrive v1', 'company', { org_id: { name: 'X', value: 1 } }, ['org_id', 'name']],
		[
			'Pipedrive v2',
			'industry',
			{ custom_fields: { Industry: 'X' } },
			['custom_fields', 'Industry'],
		],
		['Webhook', 'city', { body: { contact: { City: 'Bonn' } } }, ['body', 'contact', 'City']],
		[
			'own results',
			'averageOrder',
			{ lifecycle: { averageOrderValue: 20 }, AOV: 1 },
			['lifecycle', 'averageOrderValue'],
		],
		['literal key with dots', 'orders', { 'lifecycle.orders': 3 }, ['lifecycle.orders']],
		[
			'kills: the path before the literal key',
			'orders',
			{ lifecycle: { orders: 2 }, 'lifecycle.orders': 3 },
			['lifecycle.orders'],
		],
		['German heading', 'employees', { 'Anzahl Mitarbeiter': 5 }, ['Anzahl Mitarbeiter']],
		['French heading', 'revenue', { 'Chiffre d’affaires': 5 }, ['Chiffre d’affaires']],
		['Korean heading', 'jobTitle', { 직책: '대표' }, ['직책']],
		['the first name that is filled', 'city', { city: '', Ort: 'Bonn' }, ['Ort']],
		['a blank one where none is filled', 'city', { city: '' }, ['city']],
		['none', 'city', { town_hall: 'x' }, undefined],
		['a list is not looked into', 'city', { addresses: [{ city: 'Bonn' }] }, undefined],
		['not a record', 'city', 'Bonn', undefined],
		[
			'stuck deal',
			'dealStatus',
			{ lapse: { watch: 'deals', status: 'lapsed' } },
			['lapse', 'status'],
		],
		[
			'a lapsed customer has no deal that is stuck',
			'dealStatus',
			{ lapse: { watch: 'purchases', status: 'lapsed' } },
			undefined,
		],
		['status of a deal', 'dealStatus', { status: 'open', stage_id: 3 }, ['status']],
		['status of an order', 'dealStatus', { status: 'processing' }, undefined],
		['title of a person', 'jobTitle', { title: 'CEO' }, ['title']],
		['title of a deal', 'jobTitle', { title: 'Big one', stage_id: 3 }, undefined],
		['state of an account', 'region', { state: 'disabled', orders_count: 1 }, undefined],
		['state as region', 'region', { state: 'NY' }, ['state']],
		[
			'colleagues who watch a deal',
			'followers',
			{ followers_count: 2, visible_to: '3' },
			undefined,
		],
		['followers', 'followers', { followers_count: 2 }, ['followers_count']],
		[
			'visit that was none',
			'lastActivity',
			{ hs_analytics_last_visit_timestamp: '1345067864004', hs_analytics_num_visits: '0' },
			undefined,
		],
	])('%s', (_, attribute, record, path) => {
		expect(fieldIn(attribute, record)?.path).toEqual(path);
	});

	// Source: docstring of attributeFinder.
	it('finds each attribute by each of its names, however it is spelled', () => {
		const spellings: Array<(name: string) => string> = [
			(name) => name,
			(name) => name.toUpperCase(),
			(name) => ` ${name.replace(/([a-z])([A-Z])/g, '$1_$2')} `,
			(name) => name.replace(/ /g, '-'),
		];
		const notFound: string[] = [];
		for (const attribute of MAPPED_ATTRIBUTES) {
			for (const field of ATTRIBUTE_NAMES[attribute].fields) {
				if (typeof field !== 'string') continue;
				for (const name of spellings.map((spell) => spell(field))) {
					const flat = fieldIn(attribute, { [name]: 'x' })?.path;
					const nested = fieldIn(attribute, { properties: { [name]: { value: 'x' } } })?.path;
					const paths = [[name], ['properties', name, 'value']];
					if (!isEqual([flat, nested], paths)) notFound.push(`${attribute}: ${name}`);
				}
			}
		}
		expect(notFound).toEqual([]);
	});

	it('takes the name that comes first, in whichever record of a run it is', () => {
		const find = attributeFinder([{ Ort: 'Bonn' }, { city: '' }, { city: 'Köln' }]);
		expect(find('city')).toEqual({ path: ['city'] });
		expect(attributeFinder([{ Ort: 'Bonn' }, { city: '' }])('city')).toEqual({ path: ['Ort'] });
		expect(attributeFinder([])('city')).toBeUndefined();
	});

	it('gives a path that leads to a value of the record, whatever the record', () => {
		const names = MAPPED_ATTRIBUTES.flatMap((one) => [...attributeCandidates(one)]);
		const key = fc.oneof(fc.constantFrom(...names, 'value', 'properties', 'a.b'), fc.string());
		const record = fc.object({ key, maxDepth: 3 });
		fc.assert(
			fc.property(record, fc.constantFrom(...MAPPED_ATTRIBUTES), (item, attribute) => {
				const path = fieldIn(attribute, item)?.path;
				if (path) expect(path.length).toBeGreaterThan(0);
				let at: unknown = item;
				for (const one of path ?? []) {
					expect(Object.keys(at as object)).toContain(one);
					at = (at as Record<string, unknown>)[one];
				}
			}),
		);
	});

	it('does not look deeper than four', () => {
		const index = new FieldIndex({ a: { b: { c: { d: { e: 1 } } } } });
		expect(index.find('a.b.c.d')).toBeDefined();
		expect(index.find('a.b.c.d.e')).toBeUndefined();
	});
});

describe('real items', () => {
	// Source: the recorded payloads; values read by hand from the samples.
	const SAMPLES: Array<[string, Partial<Record<MappedAttribute, unknown>>]> = [
		[
			'hubspot/contact_get_v1_properties_value_versions.json',
			{
				callsToAction: 0,
				email: 'testingapis@hubspot.com',
				signUp: 1345062449327,
				source: ['OFFLINE'],
				visits: 0,
			},
		],
		[
			'hubspot/contact_v3_api_docs_example.json',
			{
				company: 'Biglytics',
				email: 'bcooper@biglytics.net',
				signUp: 1572406217883,
				website: 'biglytics.net',
			},
		],
		['pipedrive/deal_v1_won_person_object.json', { company: 'Dunder Mifflin', dealStatus: 'won' }],
		[
			'pipedrive/deal_v2_open_stage_changed.json',
			{ dealStatus: 'open', source: ['ManuallyCreated'] },
		],
		[
			'mailchimp/member_openapi_schema_example_with_ecommerce_data.json',
			{
				bounced: false,
				consent: true,
				country: 'string',
				email: 'string',
				interests: ['property1', 'property2'],
				language: 'string',
				newsletter: true,
				orders: 0,
				signUp: 1566656122000,
				source: ['string'],
				tags: ['string'],
				timeZone: 'string',
				totalSpent: 0,
				unsubscribed: false,
			},
		],
		[
			'mailchimp/trigger_subscribe_docs_urlencoded_fields.json',
			{ email: 'api@mailchimp.com', interests: ['Group1', 'Group2'] },
		],
		[
			'activecampaign/contact_getAll_simplified_docs_like.json',
			{
				bounced: false,
				email: 'test@example.com',
				signUp: 1537368266000,
				website: 'example.com',
			},
		],
		[
			'activecampaign/contacts_mock_api_2026_with_open_dates.json',
			{
				bounced: false,
				company: 'Acme Corp',
				email: 'jane@acme.io',
				signUp: 1742499000000,
				website: 'acme.io',
			},
		],
		[
			'shopify/customer_rest_2024-07_subscribed.json',
			{
				city: 'Louisville',
				consent: true,
				country: 'US',
				email: 'bob.norman@mail.example.com',
				orders: 1,
				postalCode: '40202',
				region: 'Kentucky',
				signUp: 1719929591000,
				smsConsent: false,
				tags: ['Léon', 'Noël'],
				totalSpent: 199.65,
				unsubscribed: false,
			},
		],
		[
			'shopify/customers_rest_2024-07_list.items.json',
			{
				city: 'Ottawa',
				consent: false,
				country: 'CA',
				email: 'steve.lastnameson@example.com',
				orders: 0,
				postalCode: '123 ABC',
				region: 'Ontario',
				signUp: 1719930249000,
				smsConsent: false,
				totalSpent: 0,
				unsubscribed: false,
			},
		],
		[
			'woocommerce/customer.json',
			{
				city: 'San Francisco',
				country: 'US',
				email: 'john.doe@example.com',
				postalCode: '94103',
				region: 'CA',
				signUp: 1490112568000,
			},
		],
		['google_sheets/read_serial_number.items.json', { country: 'United Kingdom' }],
		// Questions that nobody could foresee: nothing is taken for an attribute.
		['typeform/trigger_simplified_only_answers_default.json', {}],
	];

	describe.each(SAMPLES)('%s', (file, expected) => {
		const item = sharedPayload(file);
		const itIfThere = item ? it : it.skip;
		itIfThere(
			`fills what is expected${item ? '' : ' (missing in ../shared/data/payloads)'}`,
			() => {
				expect(attributesOf(item)).toEqual(expected);
			},
		);
	});

	// Source: column headings of Apollo's contact export; LinkedIn-like enrichment records.
	it.each<[string, unknown, Partial<Record<MappedAttribute, unknown>>]>([
		[
			'a sheet exported from Apollo',
			{
				'First Name': 'Ann',
				Title: 'VP of Marketing',
				Company: 'Acme',
				Email: 'ann@acme.example',
				'# Employees': '1,200',
				Industry: 'retail',
				Website: 'https://acme.example',
				City: 'Austin',
				State: 'Texas',
				Country: 'United States',
				'Annual Revenue': '25000000',
				'SIC Codes': '5651, 5661',
			},
			{
				city: 'Austin',
				company: 'Acme',
				country: 'United States',
				email: 'ann@acme.example',
				employees: 1200,
				industry: 'retail',
				jobTitle: 'VP of Marketing',
				region: 'Texas',
				revenue: 25e6,
				sic: '5651, 5661',
				website: 'https://acme.example',
			},
		],
		[
			'an enriched person',
			{
				person: {
					title: 'CTO',
					organization: {
						name: 'Acme',
						estimated_num_employees: 51,
						industry: 'software',
						annual_revenue: 1e6,
						primary_domain: 'acme.example',
					},
				},
			},
			{
				company: 'Acme',
				employees: 51,
				industry: 'software',
				jobTitle: 'CTO',
				revenue: 1e6,
				website: 'acme.example',
			},
		],
		[
			'this package',
			{
				email: 'a@b.example',
				lifecycle: {
					stage: 'advocate',
					orders: 12,
					averageOrderValue: 40,
					totalSpent: 480,
					buyerType: 'regular',
					engagement: { level: 'engaged', lastActivityAt: '2025-10-15T10:00:00Z' },
				},
				lapse: { watch: 'deals', status: 'atRisk' },
			},
			{
				averageOrder: 40,
				buyerType: 'regular',
				dealStatus: 'atRisk',
				email: 'a@b.example',
				engagementLevel: 'engaged',
				lastActivity: 1760522400000,
				lifecycleStage: 'advocate',
				orders: 12,
				totalSpent: 480,
			},
		],
		[
			'a German sheet',
			{
				Firma: 'Müller GmbH',
				Funktion: 'Geschäftsführer',
				'E-Mail': 'm@mueller.example',
				Mitarbeiterzahl: '51-200',
				Jahresumsatz: '10 Mio. €',
				Branche: 'Maschinenbau',
				PLZ: '53111',
				Ort: 'Bonn',
				Bundesland: 'NRW',
				Land: 'Deutschland',
				Newsletter: 'ja',
			},
			{
				city: 'Bonn',
				company: 'Müller GmbH',
				country: 'Deutschland',
				email: 'm@mueller.example',
				employees: 51,
				industry: 'Maschinenbau',
				jobTitle: 'Geschäftsführer',
				newsletter: true,
				postalCode: '53111',
				region: 'NRW',
				revenue: 10e6,
			},
		],
		[
			'a HubSpot contact with all of its properties',
			{
				id: '1',
				properties: {
					email: 'a@b.example',
					company: 'B',
					jobtitle: 'CFO',
					industry: 'COMPUTER_SOFTWARE',
					numemployees: '50',
					annualrevenue: '88900',
					country: 'Germany',
					hs_buying_role: 'DECISION_MAKER;BUDGET_HOLDER',
					hs_email_optout: 'true',
					hs_email_open: '12',
					hs_email_click: '3',
					hs_analytics_num_visits: '4',
					hs_analytics_last_visit_timestamp: '2025-10-15T10:00:00.000Z',
					num_conversion_events: '2',
					lifecyclestage: 'lead',
				},
			},
			{
				buyingRole: ['DECISION_MAKER', 'BUDGET_HOLDER'],
				callsToAction: 2,
				company: 'B',
				country: 'Germany',
				email: 'a@b.example',
				employees: 50,
				industry: 'COMPUTER_SOFTWARE',
				jobTitle: 'CFO',
				lastActivity: 1760522400000,
				lifecycleStage: 'lead',
				mailClicks: 3,
				mailOpens: 12,
				revenue: 88900,
				unsubscribed: true,
				visits: 4,
			},
		],
	])('%s', (_, item, expected) => {
		expect(attributesOf(item)).toEqual(expected);
	});
});
