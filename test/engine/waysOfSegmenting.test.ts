import { among, attribute, field, group, segmentOf } from './attributeRows';
import { resultOf } from './resultOf';
import { runNode } from './runWorkflow';

const AS_OF = '2026-11-28T12:00:00Z';

interface Way {
	segment: object;
	/** Items that belong, and items that do not. */
	members: object[];
	others: object[];
	options?: object;
	/** What the reason of the first member holds. */
	told: string;
}

const all = (...rows: object[]) => segmentOf([group('all', rows)]);
const any = (...rows: object[]) => segmentOf([group('any', rows)]);

const PLACES = JSON.stringify([
	{ country: 'DE', postal: ['10', '20'], areaType: 'urban' },
	{ country: 'DE', areaType: 'rural', climate: 'temperate' },
	{ city: 'Sevilla', climate: 'hot' },
]);

/** By the number and the way of the table of ways that the package has to serve. */
const WAYS: Record<string, Way> = {
	'6 Gender, age from birth date, income, family and children': {
		segment: all(
			among('gender', 'oneOf', 'female'),
			attribute('age', 'between', { from: 30, to: 39 }),
			attribute('income', 'atLeast', { number: 40000 }),
			attribute('familySize', 'atLeast', { number: 3 }),
			attribute('children', 'atLeast', { number: 1 }),
		),
		members: [
			{
				Geschlecht: 'weiblich',
				birthday: '1992-03-01',
				income: '40,000 - 60,000',
				kids: 2,
				householdSize: 4,
			},
		],
		others: [
			{
				Geschlecht: 'männlich',
				birthday: '1992-03-01',
				income: '45000',
				kids: 2,
				householdSize: 4,
			},
			{
				Geschlecht: 'weiblich',
				birthday: '1986-11-28',
				income: '45000',
				kids: 2,
				householdSize: 4,
			},
			{
				Geschlecht: 'weiblich',
				birthday: '1992-03-01',
				income: '45000',
				kids: '',
				householdSize: 4,
			},
		],
		told: 'age is 34 (from 30 to 39) (born 1992-03-01)',
	},
	'7 Pages and categories viewed': {
		segment: any(
			among('pages', 'containsAny', '/pricing, /demo'),
			among('viewedCategories', 'containsAll', 'bread; cake'),
		),
		members: [
			{ pages: ['/', '/pricing/teams'], viewedCategories: [] },
			{ pages: [], viewedCategories: 'rye bread, cakes' },
		],
		others: [{ pages: ['/'], viewedCategories: ['bread'] }],
		told: 'pages contains /pricing',
	},
	'8 Funnel stage; cart abandoned, refined by pages viewed before and by being a customer already':
		{
			segment: all(
				among('funnelStage', 'oneOf', 'cart, checkout'),
				among('pages', 'containsAny', '/shoes'),
				attribute('orders', 'atLeast', { number: 1 }),
			),
			members: [{ funnelStage: 'Cart', pages: '/shoes/red', orders: 2 }],
			others: [
				{ funnelStage: 'Cart', pages: '/hats', orders: 2 },
				{ funnelStage: 'Cart', pages: '/shoes/red', orders: 0 },
				{ funnelStage: 'viewed', pages: '/shoes/red', orders: 2 },
			],
			told: 'funnelStage is Cart',
		},
	'9 Campaign engagement: ad seen, mail opened, clicked': {
		segment: all(
			among('engagementLevel', 'oneOf', 'engaged'),
			{
				looksAt: 'eventCount',
				eventsField: 'events',
				eventTypes: 'mail open, mail_click',
				withinDays: 30,
				countComparison: 'atLeast',
				times: 2,
			},
			{
				looksAt: 'eventsSince',
				eventsField: 'events',
				eventTypes: 'mail sent',
				sinceTypes: 'mail click',
				countComparison: 'atMost',
				times: 1,
			},
		),
		members: [
			{
				lifecycle: { engagement: { level: 'engaged' } },
				events: [
					{ type: 'mail_open', date: '2026-11-10' },
					{ type: 'Mail Click', date: '2026-11-11T10:00:00Z' },
					{ type: 'mail_sent', date: '2026-11-10' },
					{ type: 'mail_sent', date: '2026-11-20' },
				],
			},
		],
		others: [
			{ lifecycle: { engagement: { level: 'cooling' } }, events: [] },
			{
				lifecycle: { engagement: { level: 'engaged' } },
				events: [{ type: 'mail_click', date: '2026-10-01' }],
			},
			{ lifecycle: { engagement: { level: 'engaged' } } },
		],
		told: 'number of mail sent in events since the last mail click is 1 (at most 1)',
	},
	'10 Preference data people gave': {
		segment: all(among('interests', 'containsAny', 'vegan')),
		members: [{ preferences: ['Vegan food', 'tea'] }],
		others: [{ preferences: ['meat'] }, { preferences: null }],
		told: 'preferences contains vegan',
	},
	'15 SIC codes': {
		segment: any(
			among('sic', 'beginsWithAny', '73, 87'),
			among('nace', 'beginsWithAny', '62'),
			among('sector', 'oneOf', 'Health'),
		),
		members: [
			{ sic: '7372', nace: '' },
			{ sic: '', nace: '62.01' },
			{ sic: '8011', nace: '' },
		],
		others: [{ sic: '2050', nace: '10.71' }],
		told: 'sic is 7372 (begins with 73, 87)',
	},
	'18 Web analytics attributes: age, gender, work, place, behaviour, interest': {
		segment: all(
			among('ageBand', 'oneOf', '25-34'),
			among('gender', 'oneOf', 'male'),
			among('seniority', 'oneOf', 'director, C-Level'),
			among('city', 'oneOf', 'Berlin'),
			attribute('visits', 'atLeast', { number: 3 }),
			among('interests', 'containsAny', 'sport'),
		),
		members: [
			{ age: '25-34', gender: 'm', jobTitle: 'CFO', city: 'berlin', visits: 3, interests: 'sport' },
		],
		others: [
			{ age: '35-44', gender: 'm', jobTitle: 'CFO', city: 'berlin', visits: 3, interests: 'sport' },
			{
				age: '25-34',
				gender: 'm',
				jobTitle: 'Intern',
				city: 'berlin',
				visits: 3,
				interests: 'sport',
			},
		],
		told: 'ageBand is 25-34 (age is 25)',
	},
	'20 Sign-in with an existing account brings attributes': {
		segment: all(
			among('language', 'oneOf', 'German'),
			attribute('signUp', 'inLastDays', { days: 7 }),
		),
		members: [{ user: { profile: { locale: 'de-AT', registeredAt: '2026-11-21' } } }],
		others: [{ user: { profile: { locale: 'en', registeredAt: '2026-11-21' } } }],
		told: 'user.profile.registeredAt is 7 days ago (in the last 7 days)',
	},
	'22 Place: country or city, where the network is strong': {
		segment: any(among('country', 'oneOf', 'Germany; AT'), among('city', 'oneOf', 'Zürich')),
		members: [
			{ country: 'Deutschland', city: '' },
			{ country: 'Österreich', city: 'Wien' },
			{ country: 'CH', city: 'Zürich' },
		],
		others: [
			{ country: 'CH', city: 'Bern' },
			{ country: '', city: '' },
		],
		told: 'country is Deutschland',
	},
	'23 How they discovered us: organic, partner, referral': {
		segment: all(among('source', 'oneOf', 'partner\nreferral')),
		members: [{ utm_source: 'Referral' }],
		others: [{ utm_source: 'organic' }],
		told: 'utm_source is Referral',
	},
	'24 Company size, industry': {
		segment: all(
			among('companySize', 'oneOf', 'small, Medium'),
			among('industry', 'containsAny', 'software'),
		),
		members: [{ employees: '51-200', industry: 'Computer Software' }],
		others: [
			{ employees: 250, industry: 'Computer Software' },
			{ employees: 60, industry: 'Retail' },
		],
		told: 'companySize is medium (employees is 51)',
	},
	'25 What sales people hear: free notes and tags': {
		segment: any(
			field('notes', 'containsAny', { values: 'budget, price' }),
			among('tags', 'containsAny', 'vip'),
		),
		members: [{ notes: 'Asked for the PRICE again' }, { tags: ['VIP 2026'] }],
		others: [{ notes: 'Nice talk', tags: [] }, {}],
		told: 'notes contains price',
	},
	'27 First-time, regular, special-occasion buyers': {
		segment: all(
			among('buyerType', 'oneOf', 'seasonal'),
			attribute('firstOrder', 'anniversaryInNextDays', { days: 30 }),
		),
		members: [{ lifecycle: { buyerType: 'seasonal', firstOrderAt: '2024-12-20T10:00:00Z' } }],
		others: [
			{ lifecycle: { buyerType: 'regular', firstOrderAt: '2024-12-20T10:00:00Z' } },
			{ lifecycle: { buyerType: 'seasonal', firstOrderAt: '2024-11-20T10:00:00Z' } },
		],
		told: 'comes round in 22 days, on 2026-12-20',
	},
	'28 Average order, what is bought, favourite brands, channel (online, shop, phone)': {
		segment: all(
			attribute('averageOrder', 'atLeast', { number: 50 }),
			among('products', 'containsAny', 'coffee'),
			among('favouriteBrands', 'oneOf', 'Acme'),
			among('channel', 'oneOf', 'phone'),
		),
		members: [
			{ AOV: 50, products: ['Coffee beans'], favouriteBrands: 'Acme, Other', channel: 'phone' },
		],
		others: [
			{ AOV: 49.99, products: ['Coffee beans'], favouriteBrands: 'Acme', channel: 'phone' },
			{ AOV: 50, products: ['Tea'], favouriteBrands: 'Acme', channel: 'phone' },
			{ AOV: 50, products: ['Coffee beans'], favouriteBrands: 'Acmes', channel: 'phone' },
		],
		told: 'AOV is 50 (at least 50)',
	},
	'31 Influence: followers, networks': {
		segment: all(attribute('followers', 'atLeast', { number: 1000 })),
		members: [{ followers: '1.2k' }],
		others: [{ followers: 999 }],
		told: 'followers is 1200 (at least 1000)',
	},
	'35 Letting go of customers who cost more than they bring': {
		segment: all(attribute('return', 'atMost', { number: -0.01 })),
		members: [{ totalSpent: 1000, margin: '30 %', costToServe: '8/10' }],
		others: [
			{ totalSpent: 1000, margin: '50 %', costToServe: 8 },
			{ totalSpent: 1000, margin: '', costToServe: 8 },
		],
		options: { costPerServicePoint: 50 },
		told: 'return is -100 (at most -0.01) (totalSpent is 1000, margin is 30, costToServe is 8)',
	},
	'39 Region; industry; post; role (decides, influences, uses)': {
		segment: all(
			among('region', 'oneOf', 'Bavaria, Bayern'),
			among('sector', 'oneOf', 'manufacturing'),
			among('decisionRole', 'noneOf', 'uses'),
		),
		members: [{ region: 'Bayern', industry: 'Maschinenbau', jobTitle: 'Geschäftsführer' }],
		others: [
			{ region: 'Hessen', industry: 'Maschinenbau', jobTitle: 'Geschäftsführer' },
			{ region: 'Bayern', industry: 'Maschinenbau', jobTitle: '' },
		],
		told: 'sector is manufacturing (industry is Maschinenbau)',
	},
	'40 Active and inactive': {
		segment: segmentOf(
			[
				group('all', [attribute('lastActivity', 'notInLastDays', { days: 90 })]),
				group('any', [
					among('engagementLevel', 'oneOf', 'inactive'),
					attribute('lastOrder', 'daysSinceAtLeast', { days: 180 }),
				]),
			],
			'all',
		),
		members: [
			{ lastActivity: '2026-08-01', engagementLevel: 'inactive' },
			{ lastActivity: '2026-08-01', lastOrder: '2026-06-01' },
		],
		others: [
			{ lastActivity: '2026-08-30', engagementLevel: 'inactive' },
			{ lastActivity: '', engagementLevel: 'inactive' },
			{ lastActivity: '2026-08-01', lastOrder: '2026-06-02' },
		],
		told: 'lastActivity is 119 days ago (not in the last 90 days)',
	},
	'41 Interest groups, tagged by source of arrival': {
		segment: all(among('tags', 'containsAll', 'source:fair, group:tea')),
		members: [{ tags: ['group:tea', 'source:fair'] }],
		others: [{ tags: ['group:tea'] }],
		told: 'tags contains source:fair, group:tea',
	},
	'42 Company revenue as budget': {
		segment: all(among('revenueBand', 'oneOf', 'upTo10M, upTo50M')),
		members: [{ annualrevenue: '$10M - $50M' }],
		others: [{ annualrevenue: '2 Mio. €' }, { annualrevenue: '' }],
		told: 'revenueBand is upTo10M (annualrevenue is 10000000)',
	},
	"44 Competitors of one's clients": {
		segment: all(
			among('company', 'oneOf', '["Acme, Inc.", "Globex"]'),
			among('company', 'noneOf', 'Initech'),
		),
		members: [{ company: 'ACME, Inc.' }],
		others: [{ company: 'Initech' }, { company: '' }],
		told: 'company is ACME, Inc.',
	},
	'48 Demographic, product use, buying behaviour, situation (urgency, order size, use)': {
		segment: all(
			among('maritalStatus', 'oneOf', 'married'),
			among('urgency', 'oneOf', 'high'),
			attribute('orderSize', 'atLeast', { number: 12 }),
			attribute('usageFrequency', 'atLeast', { number: 4 }),
			attribute('lastUsed', 'inLastHours', { hours: 48 }),
			among('featuresUsed', 'containsAny', 'report'),
		),
		members: [
			{
				maritalStatus: 'verheiratet',
				urgency: 'ASAP',
				orderSize: 12,
				usageFrequency: 4,
				lastUsed: '2026-11-26T12:00:00Z',
				featuresUsed: 'Reports',
			},
		],
		others: [
			{
				maritalStatus: 'verheiratet',
				urgency: 'ASAP',
				orderSize: 12,
				usageFrequency: 4,
				lastUsed: '2026-11-26T11:59:59Z',
				featuresUsed: 'Reports',
			},
			{
				maritalStatus: 'ledig',
				urgency: 'ASAP',
				orderSize: 12,
				usageFrequency: 4,
				lastUsed: AS_OF,
				featuresUsed: 'Reports',
			},
		],
		told: 'lastUsed is 48 hours ago (in the last 48 hours)',
	},
	'49 Plan monthly or yearly; central or decentral buying': {
		segment: all(among('plan', 'oneOf', 'yearly'), among('buyingCentre', 'oneOf', 'central')),
		members: [{ plan: 'annual', buyingCenter: 'centralized' }],
		others: [
			{ plan: 'monatlich', buyingCenter: 'centralized' },
			{ plan: 'annual', buyingCenter: 'local' },
		],
		told: 'plan is annual',
	},
	'50 Geography down to district and postal code, urban or rural, climate, shop location': {
		segment: segmentOf(
			[
				group('all', [
					among('postalCode', 'beginsWithAny', '10, 20'),
					among('areaType', 'oneOf', 'city'),
					among('climate', 'oneOf', 'temperate'),
				]),
				group('all', [among('district', 'oneOf', 'Triana'), among('climate', 'oneOf', 'hot')]),
				group('all', [field('shop.location', 'oneOf', { values: 'Harbour' })]),
			],
			'any',
		),
		members: [
			{ plz: '10 115', country: 'Germany' },
			{ city: 'SEVILLA', country: 'ES', district: 'Triana' },
			{ shop: { location: 'harbour' } },
		],
		others: [
			{ plz: '30115', country: 'Germany' },
			{ city: 'Sevilla', district: 'Nervión' },
		],
		options: { placeTable: PLACES },
		told: 'areaType is urban (plz is 10 115)',
	},
	'51 Psychographic groups (style, taste)': {
		segment: any(
			among('interests', 'oneOf', 'minimal, classic'),
			field('taste', 'oneOf', { values: 'bold' }),
		),
		members: [{ style: 'Minimal' }, { style: '', taste: 'Bold' }],
		others: [{ style: 'boho', taste: 'mild' }],
		told: 'style is Minimal',
	},
};

describe('Ways of segmenting, each with attribute rows alone', () => {
	it.each(Object.entries(WAYS))('%s', async (_, { segment, members, others, options, told }) => {
		const items = [...members.map((one) => ({ ...one, belongs: true })), ...others];
		const { outputs, hints, error } = await runNode(
			'splitBySegment',
			{ segments: { values: [segment] }, options: { asOf: AS_OF, ...options } },
			items,
		);
		expect(error).toBeUndefined();
		expect(hints.filter((hint) => hint.includes('unreadable'))).toEqual([]);
		expect(outputs[1]?.map(({ json }) => json.belongs)).toEqual(members.map(() => true));
		expect(outputs[0]).toHaveLength(others.length);
		expect(resultOf(outputs[1]?.[0], 'segment').reason).toContain(told);
	});
});
