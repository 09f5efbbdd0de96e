import { omit } from 'es-toolkit';

import { activityRule, AS_OF, byKey, daysAgo, modelOf, rule, score } from './leadScores';
import { condition } from './resultOf';
import { describeSamples, samples } from './sources/reading';

const template = (name: string, market: object = {}, more: object = {}, options: object = {}) => ({
	modelSource: 'template',
	template: name,
	market,
	options: { asOf: AS_OF, ...options },
	...more,
});

const NAMES = ['b2bLeads', 'onlineShop', 'newsletterContent'];

/** Whoever everybody would call first, and whom nobody needs to call. */
const BEST = {
	email: 'anna@firm.example',
	country: 'Germany',
	industry: 'Bakery',
	employees: 250,
	annualRevenue: '5000000',
	jobTitle: 'Head of Purchasing',
	demos: 2,
	downloads: 4,
	webinars: 2,
	visits: 20,
	pages: ['/pricing', '/product/ovens'],
	mailClicks: 6,
	mailOpens: 10,
	blogVisits: 9,
	newsletter: true,
	source: 'partner',
	averageOrder: 250,
	ordersPerYear: 8,
	orders: 12,
	margin: 40,
	costToServe: 2,
	followers: 5000,
	interests: ['sourdough'],
	consent: true,
	lastActivity: daysAgo(1),
};
const POOR = { email: 'ben@gmail.com', jobTitle: 'Student', visits: 0, costToServe: 9 };
const MARKET = {
	targetCountries: 'Germany, AT',
	targetIndustries: 'bakery',
	targetJobTitles: 'purchasing',
	ownCompetitors: 'Rival Ltd, rival.example',
	interests: 'sourdough',
};

describe.each(NAMES)('The template %s', (name) => {
	it('needs nothing but to be chosen, also with the row that Rules begins with', async () => {
		const { run, scores } = await score(template(name), [BEST, POOR]);
		expect(run.error).toBeUndefined();
		expect(scores[0]!.score).toBeGreaterThan(scores[1]!.score);
	});

	it('tells the best from the poorest', async () => {
		const { scores } = await score(template(name, MARKET), [BEST, POOR]);
		expect(byKey(scores, ({ band }) => band)).toEqual({
			'anna@firm.example': 'hot',
			'ben@gmail.com': 'cold',
		});
		const [best] = scores;
		expect(best!.grade).toMatch(/^[AB][12]$/);
		expect(best!.reasons.length).toBeGreaterThan(4);
		expect(best!.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(best!.score, 8);
	});

	it.each([
		['a competitor', { company: 'Rival Ltd' }, 'ompetitor'],
		['no consent', { consent: false }, 'consent'],
		['an opt-out', { unsubscribed: true }, 'nsubscribed'],
		['an address that bounces', { bounced: true }, 'Mails come back'],
	])('leaves in peace, however good: %s', async (_name, more, words) => {
		const { scores } = await score(template(name, MARKET), [{ ...BEST, ...more }]);
		expect(scores[0]).toMatchObject({ band: 'cold' });
		expect(scores[0]?.bandSetBy?.rule).toContain(words);
	});

	it('does not take a lead that was not asked for consent for one that refused', async () => {
		const unasked = omit(BEST, ['consent']);
		const { scores } = await score(template(name, MARKET), [unasked, { ...unasked, consent: '' }]);
		expect(scores.map(({ band, bandSetBy }) => [band, bandSetBy])).toEqual([
			['hot', null],
			['hot', null],
		]);
	});

	it('takes rules and band rules of one’s own', async () => {
		const tag = condition('={{ $json.tag }}', 'string', 'equals', 'fair');
		const own = {
			rules: { values: [rule('Met at the fair', 11, { conditions: tag })] },
			bandRules: { values: [{ name: 'Fair', band: 'hot', conditions: tag }] },
		};
		const [without, withOwn] = [
			await score(template(name), [{ ...POOR, tag: 'fair' }]),
			await score(template(name, {}, own), [{ ...POOR, tag: 'fair' }]),
		];
		const reason = withOwn.scores[0]!.reasons.find((one) => one.rule === 'Met at the fair');
		expect(reason?.pointsEarned).toBe(11);
		expect(withOwn.scores[0]).toMatchObject({ band: 'hot', bandSetBy: { rule: 'Fair' } });
		expect(withOwn.scores[0]!.score).toBeGreaterThan(without.scores[0]!.score);
	});

	it('says by which fields it was read and what it did not find', async () => {
		const { told } = await score(template(name), [BEST]);
		expect(told).toMatch(/Recognised: .*Visits from "visits"/);
		expect(told).toMatch(/Not found in the items: .*Attribute Fields/);
	});

	it('finds a field under a name of one’s own', async () => {
		const attributeFields = { values: [{ attribute: 'visits', sourceField: 'web.times' }] };
		const lead = { ...POOR, visits: undefined, web: { times: 30 } };
		const [without, mapped] = [
			await score(template(name), [lead]),
			await score(template(name, {}, { attributeFields }), [lead]),
		];
		expect(mapped.scores[0]!.engagement.points).toBeGreaterThan(
			without.scores[0]!.engagement.points,
		);
	});

	it('as JSON scores alike, also with activities', async () => {
		const activities = [
			{ type: 'demo', date: daysAgo(2) },
			{ type: 'page_view', date: daysAgo(3), url: '/pricing' },
			{ type: 'email_click', date: daysAgo(40) },
		];
		for (const inputShape of ['leads', 'activityLists']) {
			const parameters = template(name, MARKET, { inputShape });
			const leads = [{ ...BEST, activities }, POOR];
			const { scores } = await score(parameters, leads);
			const again = await score(
				{
					inputShape,
					modelSource: 'json',
					modelJson: await modelOf(parameters),
					options: { asOf: AS_OF },
				},
				leads,
			);
			expect(again.scores).toEqual(scores);
		}
	});

	it('counts activities where they come in', async () => {
		const lists = template(name, {}, { inputShape: 'activityLists' });
		const { scores } = await score(lists, [
			{ ...POOR, activities: [{ type: 'page_view', date: daysAgo(1), url: '/pricing' }] },
			{ ...POOR, activities: [] },
		]);
		expect(scores[0]!.engagement.points).toBeGreaterThan(scores[1]!.engagement.points);
	});

	it('loses points with the days that nothing happens', async () => {
		const points = await Promise.all(
			[1, 60, 400].map(async (days) => {
				const { scores } = await score(template(name, MARKET), [
					{ ...BEST, lastActivity: daysAgo(days) },
				]);
				return scores[0]!.engagement.points;
			}),
		);
		expect(points[1]).toBeLessThan(points[0]!);
		expect(points[2]).toBeLessThan(points[1]!);
	});
});

describe('Rows that are left blank', () => {
	it('are told where rules come from the form alone', async () => {
		const { told } = await score({}, [BEST]);
		expect(told).toContain('The rule "Rule 1" has no condition');
	});

	it('are told beside a template where they have a name', async () => {
		const rules = { values: [rule('Fair', 5)] };
		const { told } = await score(template('b2bLeads', {}, { rules }), [BEST]);
		expect(told).toContain('The rule "Fair" has no condition');
		const counting = { values: [activityRule('', 5)] };
		const { run } = await score(template('b2bLeads', {}, { rules: counting }), [BEST]);
		expect(run.error).toBeUndefined();
	});
});

describeSamples('Recorded items', () => {
	it.each([
		[
			'b2bLeads',
			'hubspot/contact_v3_api_docs_example.json',
			'properties.email',
			'bcooper@biglytics.net',
			'Business mail address',
		],
		[
			'b2bLeads',
			'activecampaign/contacts_mock_api_2026_with_open_dates.json',
			'email',
			'jane@acme.io',
			'Business mail address',
		],
		[
			'newsletterContent',
			'mailchimp/member_openapi_schema_example_with_ecommerce_data.json',
			'email_address',
			'string',
			'Takes the newsletter',
		],
		[
			'newsletterContent',
			'activecampaign/contacts_mock_api_2026_with_open_dates.json',
			'email',
			'jane@acme.io',
			'Mail address of its own',
		],
	])('by %s: %s', async (name, file, leadField, key, reason) => {
		const items = samples(file);
		const { run, scores } = await score(template(name, {}, { leadField }), items);
		expect(run.error).toBeUndefined();
		expect(scores).toHaveLength(items.length);
		expect(scores[0]).toMatchObject({ leadKey: key, bandSetBy: null });
		expect(scores[0]!.reasons.map((one) => one.rule)).toContain(reason);
		expect(scores[0]!.askNext?.points).toBeGreaterThan(0);
	});

	it('of HubSpot v1 tell visits, source and mail address', async () => {
		const file = 'hubspot/contact_get_v1_properties_value_versions.json';
		const { told, scores } = await score(
			template('b2bLeads', {}, { leadField: 'vid' }),
			samples(file),
		);
		expect(told).toContain('Email from "properties.email.value"');
		expect(told).toContain('Visits from "properties.hs_analytics_num_visits.value"');
		expect(scores[0]?.bandSetBy).toBeNull();
	});

	it.each([
		['shopify/customer_rest_2024-07_subscribed.json', null],
		['woocommerce/customers_list.items.json', null],
	])('of a shop are no refusal to be written to: %s', async (file, bandSetBy) => {
		const { scores } = await score(template('onlineShop'), samples(file));
		expect(scores.map((one) => one.bandSetBy)).toEqual(scores.map(() => bandSetBy));
	});

	it('of Shopify customers who are not subscribed are left in peace', async () => {
		const items = samples('shopify/customers_rest_2024-07_list.items.json');
		const { scores } = await score(template('onlineShop'), items);
		expect(scores[0]).toMatchObject({
			leadKey: 'steve.lastnameson@example.com',
			band: 'cold',
			bandSetBy: { rule: 'Unsubscribed or gave no consent' },
		});
	});

	it.each(NAMES)('of any system go through %s and stay as they are', async (name) => {
		const items = [
			...samples('typeform/trigger_simplified_only_answers_default.json'),
			...samples('stripe/customer_node.json'),
			...samples('woocommerce/customer.json'),
			...samples('pipedrive/deal_v2_open_stage_changed.json'),
		];
		const { run } = await score(template(name), items);
		expect(run.error).toBeUndefined();
		expect(run.outputs[0]?.map(({ json }) => omit(json, ['leadScore']))).toEqual(items);
	});
});

describe('What is recognised of leads', () => {
	const leads = [
		{ properties: { email: { value: 'Ceo@Firm.example' }, jobtitle: { value: 'CEO' } } },
		{ properties: { email: { value: 'x@gmail.com' }, jobtitle: { value: '' } } },
	];

	it('tells them apart where no item has the field of the form', async () => {
		const { scores, told } = await score(template('b2bLeads'), leads);
		expect(scores.map(({ leadKey }) => leadKey)).toEqual(['ceo@firm.example', 'x@gmail.com']);
		expect(told).not.toContain('No item has the field "email"');
	});

	it('is added where the user asks for it', async () => {
		const plain = await score(template('b2bLeads'), leads);
		expect(plain.scores[0]).not.toHaveProperty('recognised');
		const { scores } = await score(template('b2bLeads', {}, {}, { addRecognised: true }), leads);
		expect(scores.map(({ recognised }) => recognised)).toEqual([
			{
				decisionRole: 'decides',
				department: 'management',
				mailKind: 'business',
				sector: null,
				seniority: 'cLevel',
			},
			{ decisionRole: null, department: null, mailKind: 'free', sector: null, seniority: null },
		]);
	});

	it.each([
		['skip', /1 of 2 leads with a rule left out: 1 with an unreadable Employees/],
		['stop', /Employees "employees" "lots" cannot be read/],
	])(
		'is bad data where it cannot be read, with On Bad Data set to %s',
		async (onBadData, words) => {
			const odd = [
				{ email: 'a@firm.example', employees: 'lots' },
				{ email: 'b@firm.example', employees: 80 },
			];
			const { told } = await score(template('b2bLeads', {}, {}, { onBadData }), odd);
			expect(told).toMatch(words);
		},
	);
});
