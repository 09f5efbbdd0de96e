import fc from 'fast-check';

import { checkLeadModel, type LeadModel } from '../../../../nodes/core/lead/LeadModel';
import { ATTRIBUTES } from '../../../../nodes/core/attribute/attributes';
import { SECTORS } from '../../../../nodes/core/attribute/recognition/recognised';
import {
	activityTypes,
	type ActivityKind,
} from '../../../../nodes/core/lead/templates/activityTypes';
import { companyConditions } from '../../../../nodes/core/lead/templates/companyConditions';
import { countryNames } from '../../../../nodes/core/attribute/countryNames';
import {
	CHOICE_NAMES,
	choicesOf,
	DEFAULT_CHOICES,
	type TemplateChoice,
	type TemplateChoices,
} from '../../../../nodes/core/lead/templates/TemplateChoices';
import { productLines } from '../../../../nodes/core/lead/templates/templateRules';
import {
	TEMPLATE_NAMES,
	TEMPLATES,
	type TemplateName,
} from '../../../../nodes/core/lead/templates/templates';
import { exampleScore, meets, metRules, type ExampleLead } from './exampleScore';

/** A business that sells ovens to bakeries, and fills in everything. */
const ALL_CHOICES: TemplateChoices = {
	...DEFAULT_CHOICES,
	targetCountries: ['Germany', 'AT'],
	targetRegions: ['Bavaria', 'Salzburg', '80'],
	targetSectors: ['manufacturing', 'hospitality'],
	targetIndustries: ['bakery'],
	targetJobTitles: ['purchasing'],
	ownCompetitors: ['Rival Ovens', 'rival.example'],
	clientCompetitors: ['Acme', 'acme.example'],
	productPages: ['Ovens: /ovens', 'Mixers: /mixers'],
	interests: ['sourdough'],
	channels: ['online'],
};

function model(
	name: TemplateName,
	choices: Partial<TemplateChoices> = ALL_CHOICES,
	hasActivities = false,
): LeadModel {
	return checkLeadModel(TEMPLATES[name].model(choices, hasActivities), 'Template');
}

/** Whoever has everything, as far as one person can. */
const BEST: ExampleLead = {
	is: {
		averageOrder: 200,
		blogVisits: 20,
		buyerType: 'regular',
		callsToAction: 10,
		channel: ['online'],
		city: 'Munich',
		company: 'Acme Backwaren GmbH',
		consent: true,
		costToServe: 2,
		country: 'DE',
		dealStatus: 'open',
		decisionRole: 'decides',
		demos: 2,
		downloads: 5,
		email: 'ann@acme.example',
		employees: 250,
		followers: 5000,
		industry: 'Industrial bakery',
		interests: ['Sourdough bread'],
		jobTitle: 'CEO and head of purchasing',
		lastActivity: 1,
		lifecycleStage: 'advocate',
		mailClicks: 30,
		mailKind: 'business',
		mailOpens: 40,
		margin: 40,
		newsletter: true,
		orders: 12,
		ordersPerYear: 12,
		pages: ['https://ovens.example/ovens/1', 'https://ovens.example/mixers'],
		region: 'Bavaria',
		revenue: 20e6,
		sector: 'manufacturing',
		seniority: 'cLevel',
		source: ['Partner programme'],
		unsubscribed: false,
		visits: 50,
		webinars: 4,
	},
	did: [
		...Array<string[]>(20).fill(['PAGE_VIEW', 'email_open', 'click', 'blog', 'download']).flat(),
		...['webinar', 'webinar', 'demo request', 'form_submission', 'form_submission'],
		...['Form Submission', 'order', 'add to cart'],
	],
};

/** Somebody like many: fits in part, reads a little, has looked at the products once. */
const AVERAGE: ExampleLead = {
	is: {
		averageOrder: 120,
		blogVisits: 2,
		buyerType: 'repeat',
		callsToAction: 1,
		consent: true,
		country: 'Germany',
		decisionRole: 'influences',
		downloads: 1,
		email: 'bo@firm.example',
		employees: 60,
		followers: 200,
		interests: ['sourdough'],
		lastActivity: 1,
		lifecycleStage: 'customer',
		mailClicks: 2,
		mailKind: 'business',
		mailOpens: 5,
		margin: 32,
		newsletter: true,
		orders: 3,
		ordersPerYear: 2,
		pages: ['https://ovens.example/ovens/1'],
		revenue: 500e3,
		sector: 'manufacturing',
		seniority: 'manager',
		visits: 5,
	},
	did: [
		...['visit', 'visit', 'visit', 'visit', 'visit', 'open', 'open', 'open', 'open', 'open'],
		...['click', 'click', 'blog', 'blog', 'download', 'cta', 'add_to_cart'],
	],
};

describe.each(TEMPLATE_NAMES)('%s', (name) => {
	describe.each([false, true])('with activities: %p', (hasActivities) => {
		it('is hot for who has everything, warm for an average one, cold for an empty one', () => {
			const all = model(name, ALL_CHOICES, hasActivities);
			const best = exampleScore(all, BEST);
			expect(best.percent).toBeGreaterThanOrEqual(95);
			expect(best.band).toBe('hot');
			expect(exampleScore(all, AVERAGE).band).toBe('warm');
			expect(exampleScore(all, { is: {} })).toMatchObject({ percent: 0, band: 'cold' });
		});

		it('does so too where nothing was chosen', () => {
			const usual = model(name, {}, hasActivities);
			const is = { ...BEST.is, pages: ['https://x.example/product/1'] };
			expect(exampleScore(usual, { ...BEST, is }).percent).toBeGreaterThanOrEqual(95);
			expect(exampleScore(usual, { is: {} }).band).toBe('cold');
		});

		it('makes nobody hot by fit or by what they do alone', () => {
			for (const choices of [ALL_CHOICES, {}]) {
				const { max } = exampleScore(model(name, choices, hasActivities), BEST);
				expect(max.fit / (max.fit + max.engagement)).toBeLessThan(0.7);
				expect(max.engagement / (max.fit + max.engagement)).toBeLessThan(
					name === 'newsletterContent' ? 0.85 : 0.7,
				);
			}
		});

		it('passes the check, with rules of different names, whatever is chosen', () => {
			const words = fc.array(
				fc.string({ minLength: 1 }).filter((one) => one.trim() !== ''),
				{
					maxLength: 4,
				},
			);
			const number = fc.nat({ max: 1e7 });
			const lists = Object.fromEntries(
				Object.entries(DEFAULT_CHOICES).map(([key, value]) => [
					key,
					key === 'targetSectors'
						? fc.subarray([...SECTORS])
						: typeof value === 'number'
							? number
							: words,
				]),
			);
			const choices = fc.record(lists, { requiredKeys: [] });
			fc.assert(
				fc.property(choices, (made) => {
					const { rules, bandRules } = model(name, made as Partial<TemplateChoices>, hasActivities);
					const names = rules.map((rule) => rule.name);
					expect(new Set(names).size).toBe(names.length);
					for (const rule of [...rules, ...bandRules]) {
						for (const one of rule.conditions) {
							expect(ATTRIBUTES).toContain(one.attribute);
							if (one.operator === 'regex') expect(() => meets(rule, BEST)).not.toThrow();
						}
					}
				}),
				{ numRuns: 60 },
			);
		});

		it('uses groups that it names, and each that it names', () => {
			const { rules, groups } = model(name, ALL_CHOICES, hasActivities);
			const used = new Set(rules.flatMap(({ group }) => group ?? []));
			expect([...used].sort()).toEqual(groups.map((group) => group.name).sort());
		});
	});

	it('leaves out rules whose list is empty or whose number is zero', () => {
		const made: Partial<Record<TemplateChoice, unknown>> = Object.fromEntries(
			Object.entries(DEFAULT_CHOICES).map(([key, value]) => [
				key,
				typeof value === 'number' ? 0 : [],
			]),
		);
		const some = model(name, made as Partial<TemplateChoices>);
		const all = model(name);
		expect(some.rules.length).toBeLessThan(all.rules.length);
		const operators = some.rules.flatMap((rule) =>
			rule.conditions.filter(({ value }) => value === 0 || (Array.isArray(value) && !value.length)),
		);
		expect(operators).toEqual([]);
	});

	it('asks only for choices that change the model, and for all that do', () => {
		const other: TemplateChoices = {
			...choicesOf({}),
			...ALL_CHOICES,
			sources: ['fair'],
			employeesFrom: 7,
			revenueFrom: 7,
			averageOrderFrom: 7,
			ordersPerYearFrom: 7,
			marginFrom: 7,
			costToServeFrom: 3,
			followersFrom: 7,
		};
		const usual = JSON.stringify(TEMPLATES[name].model({}, false));
		const effective = (Object.keys(other) as TemplateChoice[]).filter(
			(key) => JSON.stringify(TEMPLATES[name].model({ [key]: other[key] }, false)) !== usual,
		);
		expect([...TEMPLATES[name].choices].sort()).toEqual(effective.sort());
	});

	it.each<[string, ExampleLead['is'], string]>([
		['unsubscribed', { unsubscribed: true }, 'Unsubscribed or gave no consent'],
		['no consent', { consent: false }, 'Unsubscribed or gave no consent'],
		['bounced', { bounced: true }, 'Mails come back'],
		['competitor by name', { company: 'Rival Ovens AG' }, 'Works for a competitor'],
		['competitor by address', { email: 'x@eu.rival.example' }, 'Works for a competitor'],
	])('is cold whatever the points: %s', (_, is, rule) => {
		const lead = { ...BEST, is: { ...BEST.is, ...is } };
		expect(exampleScore(model(name), lead)).toMatchObject({ band: 'cold', bandRule: rule });
	});
});

// Source: the points, groups and caps of each template, added by hand.
it.each<[TemplateName, boolean, number, number]>([
	['b2bLeads', false, 80, 80],
	['b2bLeads', true, 80, 80],
	['newsletterContent', false, 65, 95],
	['newsletterContent', true, 65, 95],
	['onlineShop', false, 100, 60],
	['onlineShop', true, 100, 78],
])(
	'%s, with activities: %p, brings %p for fit and %p for engagement',
	(name, has, fit, engagement) => {
		expect(exampleScore(model(name, ALL_CHOICES, has), BEST).max).toEqual({ fit, engagement });
	},
);

describe('the ways of segmenting a base', () => {
	// Source: the issue that asked for the templates, one row a way.
	it.each<[string, TemplateName, string, ExampleLead['is'], ExampleLead['is']]>([
		['country', 'b2bLeads', 'In a target country', { country: 'Deutschland' }, { country: 'FR' }],
		['region', 'b2bLeads', 'In a target region', { region: 'Bavaria' }, { region: 'Hesse' }],
		[
			'district',
			'b2bLeads',
			'In a target region',
			{ postalCode: '80331' },
			{ postalCode: '18055' },
		],
		[
			'industry',
			'b2bLeads',
			'In a target industry',
			{ industry: 'Bakery' },
			{ industry: 'Mining' },
		],
		[
			'SIC or NACE sector',
			'b2bLeads',
			'In a target sector',
			{ sector: 'manufacturing' },
			{ sector: 'finance' },
		],
		[
			'job title',
			'b2bLeads',
			'Has a target job title',
			{ jobTitle: 'Head of Purchasing' },
			{ jobTitle: 'Baker' },
		],
		[
			'seniority',
			'b2bLeads',
			'Owner, board or vice president',
			{ seniority: 'owner' },
			{ seniority: 'entry' },
		],
		[
			'seniority',
			'b2bLeads',
			'Director or manager',
			{ seniority: 'manager' },
			{ seniority: 'owner' },
		],
		[
			'decides',
			'b2bLeads',
			'Decides on the purchase',
			{ decisionRole: 'decides' },
			{ decisionRole: 'uses' },
		],
		[
			'decides, as the CRM says',
			'b2bLeads',
			'Decides on the purchase',
			{ buyingRole: ['DECISION_MAKER'] },
			{ buyingRole: ['BLOCKER'] },
		],
		[
			'influences',
			'b2bLeads',
			'Influences the decision',
			{ decisionRole: 'influences' },
			{ decisionRole: 'uses' },
		],
		['uses', 'b2bLeads', 'Uses the product', { decisionRole: 'uses' }, { decisionRole: 'decides' }],
		['activity', 'b2bLeads', 'Visited the site', { visits: 1 }, { visits: 0 }],
		['activity', 'b2bLeads', 'Active in the last 30 days', { lastActivity: 1 }, {}],
		[
			'interest group',
			'b2bLeads',
			'Belongs to an interest group',
			{ interests: ['Sourdough'] },
			{ interests: ['beer'] },
		],
		[
			'interest group as tag',
			'b2bLeads',
			'Belongs to an interest group',
			{ tags: ['sourdough'] },
			{ tags: ['vip'] },
		],
		[
			'source tag',
			'b2bLeads',
			'Came from a good source',
			{ tags: ['partner-2026'] },
			{ tags: ['fair'] },
		],
		[
			'source',
			'b2bLeads',
			'Came from a good source',
			{ source: ['REFERRALS'] },
			{ source: ['OFFLINE'] },
		],
		['company size', 'b2bLeads', '51 employees or more', { employees: 51 }, { employees: 50 }],
		['revenue', 'b2bLeads', 'Revenue of 1,000,000 or more', { revenue: 1e6 }, { revenue: 999_999 }],
		[
			'product line',
			'b2bLeads',
			'Looked at Ovens',
			{ pages: ['https://x.example/ovens?a=1'] },
			{ pages: ['/mixers'] },
		],
		[
			'look-alike',
			'b2bLeads',
			'Like a client: competes with one',
			{ company: 'ACME GmbH' },
			{ company: 'Acmeon' },
		],
		[
			'look-alike by site',
			'b2bLeads',
			'Like a client: competes with one',
			{ website: 'https://www.acme.example/de' },
			{ website: 'notacme.example' },
		],
		[
			'call to action',
			'b2bLeads',
			'Answered a call to action',
			{ callsToAction: 1 },
			{ callsToAction: 0 },
		],
		['download', 'b2bLeads', 'Downloaded something', { downloads: 1 }, { downloads: 0 }],
		['demo', 'b2bLeads', 'Had a demo', { demos: 1 }, { demos: 0 }],
		[
			'stuck in the funnel',
			'b2bLeads',
			'Stuck in the funnel',
			{ dealStatus: 'lapsed' },
			{ dealStatus: 'open' },
		],
		[
			'newsletter',
			'newsletterContent',
			'Takes the newsletter',
			{ newsletter: true },
			{ newsletter: false },
		],
		['blog', 'newsletterContent', 'Read the blog', { blogVisits: 1 }, { blogVisits: 0 }],
		['webinar', 'newsletterContent', 'Took part in a webinar', { webinars: 1 }, { webinars: 0 }],
		[
			'order frequency',
			'onlineShop',
			'4 orders a year or more',
			{ ordersPerYear: 4 },
			{ ordersPerYear: 3.9 },
		],
		[
			'order frequency by count',
			'onlineShop',
			'Ordered three times or more',
			{ orders: 3 },
			{ orders: 2 },
		],
		['second order', 'onlineShop', 'Came back for a second order', { orders: 2 }, { orders: 1 }],
		[
			'average order',
			'onlineShop',
			'Average order of 100 or more',
			{ averageOrder: 100 },
			{ averageOrder: 99.99 },
		],
		['margin', 'onlineShop', 'Margin of 30 % or more', { margin: 30 }, { margin: 29 }],
		['cost to serve', 'onlineShop', 'Costs much to serve', { costToServe: 7 }, { costToServe: 6 }],
		[
			'cost to serve',
			'onlineShop',
			'Costs little to serve',
			{ costToServe: 6 },
			{ costToServe: 7 },
		],
		[
			'influence',
			'onlineShop',
			'3,000 followers or more',
			{ followers: 3000 },
			{ followers: 2999 },
		],
		[
			'special occasion',
			'onlineShop',
			'Buys on special occasions',
			{ buyerType: 'seasonal' },
			{ buyerType: 'regular' },
		],
		['regular', 'onlineShop', 'Buys regularly', { buyerType: 'regular' }, { buyerType: 'oneTime' }],
		[
			'channel',
			'onlineShop',
			'Uses a preferred channel',
			{ channel: ['Online shop'] },
			{ channel: ['phone'] },
		],
	])('%s: %s has the rule %s', (_, template, rule, meeting, missing) => {
		expect(metRules(model(template), { is: meeting })).toContain(rule);
		expect(metRules(model(template), { is: missing })).not.toContain(rule);
	});

	// Source: types as HubSpot, ActiveCampaign, Mailchimp and people name them.
	it.each<[string, string]>([
		['DEMO_REQUEST', 'Had a demo'],
		['Demo Request', 'Had a demo'],
		['MEETING', 'Had a demo'],
		['whitepaper', 'Downloaded something'],
		['download', 'Downloaded something'],
		['webinar', 'Took part in a webinar'],
		['OPEN', 'Opened a mail'],
		['email_open', 'Opened a mail'],
		['emailOpen', 'Opened a mail'],
		['CLICK', 'Clicked in a mail'],
		['page_view', 'Visited the site'],
		['pageview', 'Visited the site'],
		['e_visited_page', 'Visited the site'],
		['form-submission', 'Answered a call to action'],
		['blog', 'Read the blog'],
	])('with activities, %s counts for "%s"', (type, rule) => {
		const met = metRules(model('b2bLeads', {}, true), { is: {}, did: [type] });
		expect(met).toEqual([rule, 'Active in the last 30 days']);
	});

	it('takes points from addresses and posts that do not buy', () => {
		const b2b = model('b2bLeads');
		expect(metRules(b2b, { is: { mailKind: 'free' } })).toEqual(['Private mail address']);
		expect(metRules(b2b, { is: { jobTitle: 'Student' } })).toEqual(['Student or intern']);
		expect(metRules(b2b, { is: { seniority: 'intern' } })).toEqual(['Student or intern']);
		expect(metRules(b2b, { is: { mailKind: 'education' } })).toEqual(['Student or intern']);
		const schools = model('b2bLeads', { targetSectors: ['education'] });
		expect(metRules(schools, { is: { mailKind: 'education' } })).toEqual([]);
	});

	it('leaves who is lost in peace', () => {
		const lost = { ...BEST, is: { ...BEST.is, lifecycleStage: 'lost' } };
		expect(exampleScore(model('onlineShop'), lost).band).toBe('cold');
	});
});

describe('activityTypes', () => {
	it('gives no type to two kinds', () => {
		const kinds: ActivityKind[] = [
			'blogVisit',
			'callToAction',
			'cart',
			'demo',
			'download',
			'mailClick',
			'mailOpen',
			'order',
			'visit',
			'webinar',
		];
		const all = kinds.flatMap(activityTypes);
		expect(new Set(all).size).toBe(all.length);
		expect(all.every((type) => type === type.toLowerCase())).toBe(true);
	});
});

describe('countryNames', () => {
	// Source: ISO 3166 and the names of Unicode's CLDR.
	it.each([
		['Germany', ['DE', 'Deutschland', 'Allemagne', '독일']],
		['deutschland', ['DE', 'Germany']],
		['DE', ['Germany']],
		['UK', ['GB', 'United Kingdom', 'England']],
		['usa', ['US', 'United States', 'Estados Unidos']],
		['Österreich', ['AT', 'Austria']],
		[' Suisse ', ['CH', 'Switzerland', 'Schweiz']],
	])('%s', (name, others) => {
		expect(countryNames(name)).toEqual(expect.arrayContaining([name.trim(), ...others]));
	});

	it('leaves what is no country alone', () => {
		expect(countryNames('Atlantis')).toEqual(['Atlantis']);
	});
});

describe('companyConditions', () => {
	// Source: docstring of companyConditions.
	it.each<[string, string[], ExampleLead['is'], boolean]>([
		['the name', ['Acme'], { company: 'Acme' }, true],
		['with what it is beside', ['acme'], { company: 'The ACME, Inc.' }, true],
		['kills: a part of a word', ['Acme'], { company: 'Acmeon' }, false],
		['kills: a part of a word in other letters', ['Эль'], { company: 'Эльбрус' }, false],
		['signs of patterns', ['C++ (Bonn)'], { company: 'C++ (Bonn) GmbH' }, true],
		['kills: a point for any sign', ['A.B'], { company: 'AxB' }, false],
		['a domain in an address', ['acme.example'], { email: 'a@acme.example' }, true],
		['in a part of the company', ['acme.example'], { email: 'a@eu.acme.example' }, true],
		['kills: another domain', ['acme.example'], { email: 'a@notacme.example' }, false],
		['kills: a longer domain', ['acme.example'], { email: 'a@acme.example.org' }, false],
		['a site', ['https://www.acme.example/start'], { website: 'acme.example' }, true],
		[
			'a company called by its domain',
			['booking.example'],
			{ company: 'Booking.example B.V.' },
			true,
		],
	])('%s', (_, companies, is, expected) => {
		expect(meets({ match: 'any', conditions: companyConditions(companies) }, { is })).toBe(
			expected,
		);
	});

	it('is nothing for nothing', () => {
		expect(companyConditions([' ', ''])).toEqual([]);
	});
});

describe('productLines', () => {
	// Source: docstring of productLines.
	it.each<[string[], Array<[string, string[]]>]>([
		[['/ovens'], [['', ['/ovens']]]],
		[
			['Ovens: /ovens', 'Ovens:/oven-parts', '/all'],
			[
				['Ovens', ['/ovens', '/oven-parts']],
				['', ['/all']],
			],
		],
		[['https://shop.example/all'], [['', ['https://shop.example/all']]]],
		[['Ovens: https://shop.example/ovens'], [['Ovens', ['https://shop.example/ovens']]]],
		[['', ' ', 'Ovens:'], []],
	])('%j', (pages, lines) => {
		expect([...productLines(pages)]).toEqual(lines);
	});
});

describe('the choices', () => {
	it.each(Object.entries(CHOICE_NAMES))(
		'%s is asked for as the guide says',
		(_, { label, description, placeholder }) => {
			expect(label).toMatch(/^[A-Z]/);
			expect(description).toMatch(/^[A-Z].*[^.]$/);
			expect(placeholder).toMatch(/^e\.g\. /);
		},
	);

	it('have a default each, which what is not chosen falls back to', () => {
		expect(Object.keys(CHOICE_NAMES)).toEqual(Object.keys(DEFAULT_CHOICES));
		expect(choicesOf({ marginFrom: 5, channels: undefined })).toEqual({
			...DEFAULT_CHOICES,
			marginFrom: 5,
		});
	});
});
