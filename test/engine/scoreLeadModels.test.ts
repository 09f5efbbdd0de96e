import fc from 'fast-check';

import { activityRule, AS_OF, byKey, daysAgo, form, modelOf, rule, score } from './leadScores';
import { condition } from './resultOf';

const LISTS = { inputShape: 'activityLists' };

const view = (days: number, url: string) => ({ type: 'Page View', date: daysAgo(days), url });

const LEADS = [
	{
		email: 'anna@firm.example',
		title: 'Head of Marketing',
		size: '120',
		country: 'AT',
		tags: ['vip', 'fair'],
		since: '2026-03-01',
		views: 7,
		demo: true,
		last: daysAgo(12),
		activities: [view(1, '/pricing'), view(12, '/blog'), view(40, '/pricing?plan=2')],
	},
	{
		email: 'ben@mail.example',
		title: 'Intern',
		size: 4,
		country: 'de',
		tags: [],
		since: '2025-03-01',
		views: '2',
		demo: false,
		last: daysAgo(100),
		activities: [{ type: 'bounce', date: daysAgo(3) }],
	},
	{ email: 'carl@rival.example', company: 'Rival', size: 1000, views: 0 },
	{ email: 'dora@firm.example' },
];

const rival = {
	name: 'Competitor',
	band: 'cold',
	conditions: condition('={{ $json.company }}', 'string', 'equals', 'rival'),
};

/** Several conditions in one row of the form. */
const together = (combinator: string, ...all: Array<ReturnType<typeof condition>>) => ({
	...all[0]!,
	combinator,
	conditions: all.flatMap(({ conditions }) => conditions),
});

/** Models of the form that between them use all that it has. */
const MODELS: Record<string, object> = {
	conditions: form([
		rule('Big', 30, {
			category: 'fit',
			conditions: condition('={{ $json.size }}', 'number', 'gte', 50),
		}),
		rule('German speaking', 10, {
			category: 'fit',
			conditions: together(
				'or',
				condition('={{ $json.country }}', 'string', 'equals', 'AT'),
				condition('={{ $json["country"] }}', 'string', 'equals', 'DE'),
			),
		}),
		rule('New and tagged', 5, {
			conditions: together(
				'and',
				condition('={{ $json.since }}', 'dateTime', 'after', '2026-01-01'),
				condition('={{ $json.tags }}', 'array', 'contains', 'vip'),
			),
		}),
		rule('No title', -5, {
			category: 'fit',
			conditions: condition('={{ $json.title }}', 'string', 'empty'),
		}),
		rule('Pattern', 2, {
			conditions: condition('={{ $json.email }}', 'string', 'regex', '^[a-b]'),
		}),
		rule('Few tags', 3, { conditions: condition('={{ $json.tags }}', 'array', 'lengthLt', 2) }),
		rule('Fair', 4, { conditions: condition('={{ $json.tags[1] }}', 'string', 'equals', 'fair') }),
	]),
	'expressions, which are no plain fields': form([
		rule('At the firm', 20, {
			category: 'fit',
			conditions: condition('={{ $json.email.endsWith("@firm.example") }}', 'boolean', 'true'),
		}),
		rule('Bigger than views', 10, {
			conditions: condition('={{ $json.size }}', 'number', 'gt', '={{ $json.views * 10 }}'),
		}),
		rule('Long name', 1, {
			conditions: condition('={{ $json.email.length }}', 'number', 'gt', 16),
		}),
		rule('Case counts', 7, {
			conditions: {
				...condition('={{ $json.country }}', 'string', 'equals', 'DE'),
				options: { caseSensitive: true, typeValidation: 'strict', version: 3, leftValue: '' },
			},
		}),
	]),
	'counters and attributes, with caps and decay': form(
		[
			rule('Views', 5, {
				counts: 'counter',
				counterField: 'views',
				decay: 'step',
				decayMonths: 1,
				decayPercent: 20,
				more: { pointsAtMost: 25, dateField: 'last', group: 'Web', timesAtMost: 6 },
			}),
			rule('Demo', 20, {
				conditions: condition('={{ $json.demo }}', 'boolean', 'true'),
				decay: 'expiry',
				decayDays: 90,
				more: { dateField: 'last' },
			}),
			rule('Leads people', 15, {
				category: 'fit',
				counts: 'attribute',
				attribute: 'seniority',
				comparison: 'oneOf',
				comparedWith: 'C-Level, director, manager',
			}),
			rule('Size', 10, {
				category: 'fit',
				counts: 'attribute',
				attribute: 'employees',
				comparison: 'gte',
				comparedWith: '50',
				more: { group: 'Company' },
			}),
		],
		{
			engagementDecay: 'halfLife',
			engagementDecayDays: 30,
			fitMax: 20,
			engagementMax: 35,
			scoreAtMost: 50,
			scoreAtLeast: -10,
			hotFrom: 60,
			warmFrom: 30,
			bandMargin: 7,
			fitGrades: '75, 50, 25',
			engagementGrades: '80, 20',
			inactiveAfterDays: 10,
			inactiveEveryDays: 30,
			inactivityPoints: 4,
			inactivityFloor: 2,
			modelName: 'B2B',
			modelVersion: '3',
		},
		{
			groups: {
				values: [
					{ name: 'Web', pointsAtMost: 12, decay: 'inherit' },
					{ name: 'Company', pointsAtMost: 8, decay: 'none' },
				],
			},
			bandRules: { values: [rival] },
		},
	),
	activities: form(
		[
			activityRule('page view', 5, {
				conditions: condition('={{ $json.activities[0].url }}', 'string', 'contains', '/pricing'),
				decay: 'halfLife',
				decayDays: 10,
				more: { timesADay: 1, timesAtMost: 5, group: 'Web' },
			}),
			activityRule('', 1, { decay: 'window', decayDays: 30, more: { pointsAtMost: 2 } }),
			activityRule('page_view', 8, { more: { firstTimeOnly: true } }),
			activityRule('bounce', -3),
		],
		{ engagementMax: 40 },
		{ ...LISTS, groups: { values: [{ name: 'Web', decay: 'window', decayDays: 20 }] } },
	),
	'a template with a rule of its own': form(
		[
			rule('Fair', 12, {
				category: 'engagement',
				conditions: condition('={{ $json.tags }}', 'array', 'contains', 'fair'),
			}),
		],
		{},
		{
			modelSource: 'template',
			template: 'b2bLeads',
			market: { targetCountries: 'Austria', ownCompetitors: 'Rival' },
		},
	),
};

/** A node that scores by JSON, with what else the first one has set that is no part of the model. */
const byJson = (
	modelJson: unknown,
	{ inputShape }: { inputShape?: string } = {},
	options = {},
) => ({
	inputShape: inputShape ?? 'leads',
	modelSource: 'json',
	modelJson,
	options: { asOf: AS_OF, ...options },
});

describe.each(Object.entries(MODELS))('A model of %s', (_name, parameters) => {
	it('tells leads apart', async () => {
		const { scores } = await score(parameters, LEADS);
		expect(scores).toHaveLength(LEADS.length);
		expect(new Set(scores.map((one) => one.score)).size).toBeGreaterThan(1);
	});

	it.each([
		['as text', (model: object) => JSON.stringify(model)],
		['as text with lines', (model: object) => JSON.stringify(model, null, 2)],
		['as an object', (model: object) => model],
		['in the item it came in', (model: object) => ({ leadModel: model })],
	])('scores alike as JSON, pasted %s', async (_how, pasted) => {
		const model = await modelOf(parameters);
		const [byForm, again] = [
			await score(parameters, LEADS),
			await score(byJson(pasted(model), parameters), LEADS),
		];
		expect(again.run.error).toBeUndefined();
		expect(again.scores).toEqual(byForm.scores);
	});

	it('is the same JSON when it is given out once more', async () => {
		const model = await modelOf(parameters);
		expect(await modelOf(byJson(model, parameters))).toEqual(model);
		expect(JSON.parse(JSON.stringify(model))).toEqual(model);
	});
});

describe('Any model of the form', () => {
	const conditions = fc.constantFrom(
		condition('={{ $json.size }}', 'number', 'gte', 50),
		condition('={{ $json.country }}', 'string', 'notEquals', 'AT'),
		condition('={{ $json.email.startsWith("a") }}', 'boolean', 'true'),
		condition('={{ $json.tags }}', 'array', 'notEmpty'),
		condition('={{ $json.since }}', 'dateTime', 'before', '2026-01-01'),
	);
	const decay = fc.record({
		decay: fc.constantFrom('inherit', 'none', 'halfLife', 'window', 'step', 'expiry'),
		decayDays: fc.integer({ min: 1, max: 60 }),
		decayMonths: fc.integer({ min: 1, max: 6 }),
		decayPercent: fc.integer({ min: 1, max: 100 }),
	});
	const more = fc.record({
		group: fc.constantFrom('', 'A', 'B'),
		pointsAtMost: fc.integer({ min: 0, max: 20 }),
		timesAtMost: fc.integer({ min: 0, max: 3 }),
		timesADay: fc.integer({ min: 0, max: 2 }),
		firstTimeOnly: fc.boolean(),
		dateField: fc.constantFrom('', 'last'),
	});
	const rules = fc.array(
		fc
			.tuple(
				fc.record({
					points: fc.integer({ min: -20, max: 40 }).filter((points) => points !== 0),
					category: fc.constantFrom('fit', 'engagement'),
					counts: fc.constantFrom('conditions', 'counter', 'activities'),
					counterField: fc.constant('views'),
					activityTypes: fc.constantFrom('page view', '', 'bounce, Page_View'),
					conditions,
					more,
				}),
				decay,
			)
			// A group is one of fit or of engagement.
			.map(([one, fading]) => ({
				...one,
				...fading,
				more: { ...one.more, group: one.more.group && `${one.category} ${one.more.group}` },
			})),
		{ minLength: 1, maxLength: 5 },
	);
	const model = fc.record({
		rules,
		cap: fc.integer({ min: 0, max: 30 }),
		options: fc.record(
			{
				fitMax: fc.integer({ min: 5, max: 60 }),
				engagementMax: fc.integer({ min: 5, max: 60 }),
				scoreAtMost: fc.integer({ min: 1, max: 100 }),
				scoreAtLeast: fc.integer({ min: -50, max: 0 }),
				inactiveAfterDays: fc.integer({ min: 1, max: 50 }),
			},
			{ requiredKeys: [] },
		),
	});

	it('scores alike as JSON, within its bounds, by reasons that add up', async () => {
		await fc.assert(
			fc.asyncProperty(model, async ({ rules: made, cap, options }) => {
				const parameters = form(
					[
						...made.map((one, i) => ({ ...one, name: `Rule ${i}` })),
						// A model needs a rule that can bring points.
						rule('Known', 1, { conditions: condition('={{ $json.title }}', 'string', 'notEmpty') }),
					],
					options,
					{
						...LISTS,
						groups: {
							values: [
								{ name: 'fit A', pointsAtMost: cap },
								{ name: 'engagement A', pointsAtMost: cap },
							],
						},
					},
				);
				const { scores } = await score(parameters, LEADS);
				const again = await score(byJson(await modelOf(parameters), LISTS), LEADS);
				expect(again.scores).toEqual(scores);
				expect(scores).toHaveLength(LEADS.length);
				for (const one of scores) {
					const sum = one.reasons.reduce((total, { points }) => total + points, 0);
					expect(sum).toBeCloseTo(one.score, 6);
					expect(one.score).toBeLessThanOrEqual(one.maxScore);
					expect(one.score).toBeGreaterThanOrEqual(options.scoreAtLeast ?? 0);
					expect(one.fit.points).toBeLessThanOrEqual(one.fit.max);
					expect(one.engagement.points).toBeLessThanOrEqual(one.engagement.max);
					if (options.scoreAtMost) expect(one.maxScore).toBeLessThanOrEqual(options.scoreAtMost);
					const weights = one.reasons.map(({ points }) => Math.abs(points));
					expect(weights).toEqual([...weights].sort((a, b) => b - a));
				}
			}),
			{ numRuns: 40 },
		);
	}, 30_000);
});

describe('Beside a model as JSON', () => {
	const model = {
		rules: [
			{
				name: 'Views',
				category: 'engagement',
				points: 5,
				counts: 'counter',
				counter: { field: 'views' },
				pointsAtMost: 50,
			},
		],
	};

	it('options have the last word', async () => {
		const { scores } = await score(
			byJson(
				{ ...model, name: 'Old', version: '1', engagementAtMost: 40 },
				{},
				{
					engagementMax: 10,
					modelVersion: '2',
				},
			),
			LEADS,
		);
		expect(scores[0]).toMatchObject({
			score: 10,
			maxScore: 10,
			model: { name: 'Old', version: '2' },
		});
	});

	it('options that are not set change nothing', async () => {
		const { scores } = await score(
			byJson({ ...model, engagementAtMost: 30, bands: { hotFrom: 100, warmFrom: 99 } }),
			LEADS,
		);
		expect(scores[0]).toMatchObject({ score: 30, maxScore: 30, band: 'hot' });
	});

	it.each([
		[
			'points in letters',
			{ rules: [{ ...model.rules[0], points: 'abc' }] },
			'rules[0].points: a number is expected',
		],
		[
			'a counter of nothing',
			{ rules: [{ ...model.rules[0], counter: {} }] },
			'rules[0].counter: one of field and attribute is expected',
		],
		[
			'a misspelt property',
			{ rules: [{ ...model.rules[0], pionts: 1 }] },
			'rules[0]: "pionts" is not known',
		],
		[
			'a category of its own',
			{ rules: [{ ...model.rules[0], category: 'luck' }] },
			'rules[0].category: "luck" is none of fit, engagement',
		],
		[
			'counting of its own',
			{ rules: [{ ...model.rules[0], counts: 'often' }] },
			'rules[0].counts: one of lead, counter, activities is expected',
		],
		[
			'an operator of its own',
			{
				rules: [
					{ ...model.rules[0], conditions: [{ field: 'size', operator: 'bigger', value: 1 }] },
				],
			},
			'rules[0].conditions[0].operator: "bigger" is none of',
		],
		[
			'an attribute of its own',
			{
				rules: [
					{ ...model.rules[0], conditions: [{ attribute: 'shoeSize', operator: 'gte', value: 1 }] },
				],
			},
			'rules[0].conditions[0].attribute: "shoeSize" is none of',
		],
		[
			'nothing to compare',
			{ rules: [{ ...model.rules[0], conditions: [{ operator: 'gte', value: 1 }] }] },
			'rules[0].conditions[0]: one of field, attribute and expression is expected',
		],
		[
			'a pattern that is none',
			{
				rules: [
					{ ...model.rules[0], conditions: [{ field: 'a', operator: 'regex', value: '([' }] },
				],
			},
			'rules[0].conditions[0].value: Invalid regular expression',
		],
		[
			'decay of its own',
			{ rules: [{ ...model.rules[0], decay: { kind: 'rust' } }] },
			'rules[0].decay.kind: one of',
		],
		[
			'decay without days',
			{ ...model, decay: { kind: 'halfLife' } },
			'decay.days: nothing is given',
		],
		['no rules', { rules: [] }, 'rules: a rule is expected'],
		['nothing', {}, 'rules: nothing is given'],
		['a list', '[1, 2]', 'a record is expected'],
		['a number', '7', 'a record is expected'],
		['no JSON', '{ rules: [', 'Model is no JSON'],
		['blank', '  ', 'Model is empty'],
	])('tells by its path what cannot be used: %s', async (_name, modelJson, words) => {
		const { run, told } = await score(byJson(modelJson), LEADS);
		expect(run.error).toBeDefined();
		expect(told).toContain(words);
		expect(told).toContain('Output set to Model as JSON');
		expect(run.outputs.flat()).toEqual([]);
	});
});

describe('A table at the second input', () => {
	const byTable = { modelSource: 'table', options: { asOf: AS_OF, engagementMax: 100 } };
	const scoreBy = (table: object[], parameters: object = {}) =>
		score({ ...byTable, ...parameters }, LEADS, { table });

	it('scores as the same rules in the form do', async () => {
		const { scores } = await scoreBy([
			{ Rule: 'Big', Category: 'Fit', Field: 'size', Operator: 'at least', Value: 50, Points: 30 },
			{
				Rule: 'Austria',
				Category: 'Fit',
				Field: 'country',
				Operator: 'is',
				Value: 'AT',
				Points: 10,
				Group: 'Place',
				'Group At Most': 6,
			},
			{
				Rule: 'Views',
				Category: 'Engagement',
				Field: 'views',
				Operator: 'each',
				Points: 5,
				Cap: 25,
				Decay: 'half-life 12 days',
				'Date Field': 'last',
			},
			{ Rule: 'Competitor', Field: 'company', Operator: 'is', Value: 'Rival', Band: 'cold' },
		]);
		const byForm = await score(
			form(
				[
					rule('Big', 30, {
						category: 'fit',
						conditions: condition('={{ $json.size }}', 'number', 'gte', 50),
					}),
					rule('Austria', 10, {
						category: 'fit',
						conditions: condition('={{ $json.country }}', 'string', 'equals', 'AT'),
						more: { group: 'Place' },
					}),
					rule('Views', 5, {
						counts: 'counter',
						counterField: 'views',
						decay: 'halfLife',
						decayDays: 12,
						more: { pointsAtMost: 25, dateField: 'last' },
					}),
				],
				{ engagementMax: 100 },
				{
					groups: { values: [{ name: 'Place', pointsAtMost: 6 }] },
					bandRules: { values: [rival] },
				},
			),
			LEADS,
		);
		expect(scores).toEqual(byForm.scores);
		// Anna: 30 + 6 of 10 + 7 views, 35 halved.
		expect(byKey(scores, (one) => one.score)).toEqual({
			'anna@firm.example': 53.5,
			'ben@mail.example': 0.03,
			'carl@rival.example': 30,
			'dora@firm.example': 0,
		});
	});

	it('has several conditions for one rule, and values as sheets give them', async () => {
		const { scores, told } = await scoreBy([
			{
				row_number: 2,
				Rule: 'Big in Austria',
				Field: 'size',
				Operator: '>=',
				Value: '50',
				Points: '40',
			},
			{
				row_number: 3,
				Rule: 'Big in Austria',
				Field: 'country',
				Operator: '=',
				Value: 'at',
				Points: '',
			},
			{ row_number: 4, Rule: '', Field: '', Operator: '', Value: '', Points: '' },
			{
				row_number: 5,
				Rule: 'Young',
				Field: 'since',
				Operator: 'after',
				Value: '2026-01-01',
				Points: '-5',
			},
		]);
		expect(told).toBe('');
		expect(scores.map((one) => one.score)).toEqual([35, 0, 0, 0]);
	});

	it.each([
		['is greater than or equal to', 50, 1],
		['is less than or equal to', 120, 1],
		['is greater than', 119, 1],
		['is not equal to', 120, 0],
		['is between', '100-130', 1],
	])('understands what n8n itself calls its comparisons: %s', async (Operator, Value, points) => {
		const { scores, told } = await scoreBy([{ Field: 'size', Operator, Value, Points: 1 }]);
		expect([scores[0]?.score, told]).toEqual([points, '']);
	});

	it.each([
		['is after', '2026-02-28', 1],
		['is after or equal to', '2026-03-01', 1],
		['is before or equal to', '2026-03-01', 1],
		['is before', '2026-03-01', 0],
	])(
		'understands what n8n itself calls its comparisons of dates: %s',
		async (Operator, Value, points) => {
			const { scores } = await scoreBy([{ Field: 'since', Operator, Value, Points: 1 }]);
			expect(scores[0]?.score).toBe(points);
		},
	);

	it('counts activities', async () => {
		const { scores } = await scoreBy(
			[{ Activity: 'page view', Points: 5, Times: 2, Decay: 'within 30 days' }],
			LISTS,
		);
		// By day 1, 12 and 40: the two newest count, both younger than 30 days.
		expect(scores[0]).toMatchObject({ score: 10, engagement: { points: 10, max: 10 } });
	});

	it('is a model like any other: as JSON it scores alike', async () => {
		const table = [
			{
				Field: 'size',
				Operator: '>',
				Value: 100,
				Points: 20,
				Category: 'fit',
				'Rule Set': 'Sheet',
				Version: 4,
			},
			{ Field: 'views', Operator: 'each', Points: 2, Cap: 10 },
		];
		const { scores } = await scoreBy(table);
		const model = await modelOf(byTable, table);
		expect((await score(byJson(model), LEADS)).scores).toEqual(scores);
		expect(scores[0]?.model).toEqual({ name: 'Sheet', version: '4' });
	});

	it('does not change what the first input is: leads keep their fields and links', async () => {
		const { run } = await scoreBy([{ Field: 'size', Operator: '>', Value: 100, Points: 20 }]);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual(
			LEADS.map((_, item) => ({ item })),
		);
		expect(run.outputs[0]?.[0]?.json).toMatchObject(LEADS[0]!);
	});

	const row = { Rule: 'Big', Field: 'size', Operator: '>=', Value: 50, Points: 5 };
	it.each([
		['no rows', [], 'it has no rows'],
		['blank rows', [{ Rule: '', Points: '' }], 'it has no rows'],
		['no column that is known', [{ Foo: 1, Bar: 2 }], 'none of its columns is known (Foo, Bar)'],
		[
			'an operator of its own',
			[row, { ...row, Operator: 'bigger' }],
			'row 3 (item 2), Operator: "bigger" is not known',
		],
		[
			'points in letters',
			[{ ...row, Points: 'abc' }],
			'row 2 (item 1), Points: "abc" is not a number',
		],
		['no points', [{ ...row, Points: '' }], 'row 2 (item 1), Points: nothing is given'],
		['a category of its own', [{ ...row, Category: 'luck' }], 'Category: "luck" is not known'],
		['decay of its own', [{ ...row, Decay: 'at times' }], 'Decay: "at times" cannot be read'],
		['a cap in letters', [{ ...row, Cap: 'high' }], 'Cap: "high" is not a number'],
		[
			'a band of its own',
			[row, { ...row, Rule: 'Rival', Points: '', Band: 'boiling' }],
			'Band: "boiling" is not known',
		],
		[
			'points and a band',
			[row, { ...row, Rule: 'Rival', Band: 'cold' }],
			'A rule brings points or sets the band',
		],
		[
			'an attribute of its own',
			[{ ...row, Field: '', Attribute: 'Shoe Size' }],
			'Attribute: "Shoe Size" is not known',
		],
		['a number that is none', [{ ...row, Value: 'big' }], 'Value: "big" is not a number'],
		['two points for one rule', [row, { ...row, Points: 7 }], 'contradicts "5" in row 2'],
		['nothing but points', [{ Rule: 'Gift', Points: 5 }], 'nothing is given'],
	])('tells by row and column what cannot be used: %s', async (_name, table, words) => {
		const { run, told } = await scoreBy(table);
		expect(run.error).toBeDefined();
		expect(told).toContain('The table at the input Model cannot be used');
		expect(told).toContain(words);
	});

	it('that is not connected is said to be empty', async () => {
		const { told } = await score(byTable, LEADS);
		expect(told).toContain('The table at the input Model cannot be used: it has no rows');
	});
});

describe('What changes nothing', () => {
	const views = rule('Views', 5, {
		counts: 'counter',
		counterField: 'views',
		more: { group: 'web', pointsAtMost: 20 },
	});
	const withGroup = (name: string) =>
		form([views], {}, { groups: { values: [{ name, pointsAtMost: 10 }] } });

	it('is told of a group that no rule names', async () => {
		const [amiss, apart, named] = [
			await score(withGroup('Web'), LEADS),
			await score(withGroup('Site'), LEADS),
			await score(withGroup('web'), LEADS),
		];
		expect(amiss.told).toContain(
			'No rule is in the group "Web", but there are rules in "web": its limit and decay change nothing.',
		);
		expect(apart.told).toContain('No rule is in the group "Site": its limit');
		expect(named.told).not.toContain('No rule is in the group');
	});

	it('is told of a column of a table that nobody reads, where it holds anything', async () => {
		const byTable = { modelSource: 'table', options: { asOf: AS_OF } };
		const row = { row_number: 2, Rule: 'Views', Field: 'views', Operator: 'each', points: 5 };
		const [read, unread] = [
			await score(byTable, LEADS, { table: [{ ...row, Cap: 25, 'Höchstens ': '' }] }),
			await score(byTable, LEADS, { table: [{ ...row, 'Höchstens ': 25, Remark: 'Mia' }] }),
		];
		expect(read.told).not.toContain('Not used');
		expect(unread.told).toContain(
			'Not used of the table at the input Model: "Höchstens ", "Remark".',
		);
	});
});

describe('An attribute in the form', () => {
	const scoreBy = async (
		attribute: string,
		comparison: string,
		comparedWith: string,
		lead: object,
	) =>
		score(
			form([
				rule('It', 5, {
					category: 'fit',
					counts: 'attribute',
					attribute,
					comparison,
					comparedWith,
				}),
			]),
			[{ email: 'anna@firm.example', ...lead }],
		);

	it.each([
		['seniority', 'oneOf', 'C-Level, Vice President', { jobTitle: 'CEO' }, 5],
		['sector', 'oneOf', 'information technology', { industry: 'Computer Software' }, 5],
		['country', 'oneOf', 'Germany, AT', { country: 'Deutschland' }, 5],
		['country', 'oneOf', 'Germany, AT', { country: 'de' }, 5],
		['country', 'oneOf', 'Germany, AT', { country: 'Francia' }, 0],
		['lastActivity', 'gte', '2026-11-01', { lastActivity: daysAgo(3) }, 5],
		['lastActivity', 'gte', '2026-11-20', { lastActivity: daysAgo(3) }, 0],
		['lastActivity', 'lte', '2026-11-20', { lastActivity: daysAgo(3) }, 5],
	])('%s %s %s of %j brings %p', async (attribute, comparison, comparedWith, lead, points) => {
		const { scores, told } = await scoreBy(attribute, comparison, comparedWith, lead);
		expect([scores[0]?.score, told.includes('unreadable')]).toEqual([points, false]);
	});

	it.each([
		['seniority', 'oneOf', 'cLevel, chief', '"chief" is none of'],
		['lastActivity', 'gte', '30', 'a date is expected, e.g. 2026-01-31'],
		['employees', 'gte', 'many', 'a number is expected'],
	])('stops the run where %s %s %s can never hold', async (attribute, comparison, value, words) => {
		const { run, told } = await scoreBy(attribute, comparison, value, {});
		expect(run.error).toBeDefined();
		expect(told).toContain(words);
	});
});

describe('A country in a model as JSON or a table', () => {
	const leads = ['DE', 'Allemagne', 'Austria', ''].map((country, i) => ({
		email: `lead${i}@firm.example`,
		country,
	}));

	it.each([
		['equals', 'Germany', [5, 5, 0, 0]],
		['notEquals', 'Germany', [0, 0, 5, 0]],
		['oneOf', ['Deutschland', 'AT'], [5, 5, 5, 0]],
		['notOneOf', ['Deutschland', 'AT'], [0, 0, 0, 0]],
	])('is the same by any of its names: %s %j', async (operator, value, points) => {
		const conditions = [{ attribute: 'country', operator, value }];
		const model = {
			rules: [{ name: 'Country', category: 'fit', counts: 'lead', points: 5, conditions }],
		};
		const { scores } = await score(byJson(JSON.stringify(model)), leads);
		expect(scores.map((one) => one.score)).toEqual(points);
	});

	it('is the same in a table', async () => {
		const row = { Rule: 'Country', Attribute: 'country', Value: 'Germany', Points: 5 };
		const { scores } = await score({ modelSource: 'table', options: { asOf: AS_OF } }, leads, {
			table: [row],
		});
		expect(scores.map((one) => one.score)).toEqual([5, 5, 0, 0]);
	});
});

describe('Attributes of people in a model as JSON', () => {
	const lead = {
		email: 'lead@firm.example',
		Anrede: 'Frau',
		locale: 'de',
		birthday: '1980-01-01',
		employees: 60,
	};

	it.each([
		['gender', 'equals', 'female', 5],
		['gender', 'equals', 'male', 0],
		['language', 'oneOf', ['German'], 5],
		['age', 'gte', 40, 5],
		['age', 'gte', 60, 0],
		['ageBand', 'oneOf', ['45-54'], 5],
		['companySize', 'equals', 'medium', 5],
		['income', 'gte', 1, 0],
	])('%s %s %j', async (attribute, operator, value, points) => {
		const conditions = [{ attribute, operator, value }];
		const model = {
			rules: [{ name: 'Who', category: 'fit', counts: 'lead', points: 5, conditions }],
		};
		const { scores } = await score(byJson(JSON.stringify(model)), [lead]);
		expect(scores.map((one) => one.score)).toEqual([points]);
	});
});

describe('A date in a model as JSON', () => {
	it.each([
		['gte', 30],
		['between', { from: 1, to: 30 }],
		['equals', 7],
	])('is not compared with a number: %s', async (operator, value) => {
		const conditions = [{ attribute: 'lastActivity', operator, value }];
		const model = {
			rules: [{ name: 'Late', category: 'engagement', counts: 'lead', points: 5, conditions }],
		};
		const { told } = await score(byJson(JSON.stringify(model)), LEADS);
		expect(told).toContain(
			'rules[0].conditions[0].operator: lastActivity is a date: after, before',
		);
	});
});

describe('A model that comes as data', () => {
	const EXPRESSION = '={{ $json.size > 10 }}';
	const withExpression = {
		rules: [
			{
				name: 'Big',
				category: 'fit',
				counts: 'lead',
				points: 10,
				conditions: [{ expression: EXPRESSION, operator: 'true' }],
			},
		],
	};
	const json = (modelJson: string) => ({
		modelSource: 'json',
		modelJson,
		options: { asOf: AS_OF },
	});

	it('runs expressions that were pasted as text', async () => {
		const { scores } = await score(json(JSON.stringify(withExpression)), LEADS);
		expect(scores.map((one) => one.score)).toEqual([10, 0, 10, 0]);
	});

	it('runs none that another node gave', async () => {
		// The braces of an expression cannot stand within those of another.
		const conditions = [{ field: 'size', operator: 'gt', value: '=10' }];
		const model = { rules: [{ ...withExpression.rules[0], conditions }] };
		const { told, scores } = await score(json(`={{ (${JSON.stringify(model)}) }}`), LEADS);
		expect(scores).toEqual([]);
		expect(told).toContain('The rule "Big" holds an expression');
	});

	it('runs none that stand in a table', async () => {
		const table = [
			{ Rule: 'Big', Field: EXPRESSION, Operator: 'is true', Points: 10 },
			{ Rule: 'Here', Field: 'country', Operator: 'is', Value: '={{ $json.country }}', Points: 5 },
		];
		for (const row of table) {
			const { told, scores } = await score({ modelSource: 'table' }, LEADS, { table: [row] });
			expect(scores).toEqual([]);
			expect(told).toContain(`The rule "${row.Rule}" holds an expression`);
		}
	});
});

it('gives a model as rows that score alike at the second input', async () => {
	const parameters = form([
		rule('Big', 30, {
			category: 'fit',
			conditions: condition('={{ $json.size }}', 'number', 'gte', 50),
		}),
		rule('Views', 5, { counts: 'counter', counterField: 'views', more: { pointsAtMost: 20 } }),
	]);
	const { run } = await score({ ...parameters, output: 'table' }, LEADS);
	const table = (run.outputs[0] ?? []).map(({ json }) => json);
	expect(table.slice(0, 3)).toMatchObject([
		{ Rule: 'Big', Field: 'size', Operator: 'at least', Value: 50, Points: 30 },
		{ Rule: 'Views', Field: 'views', Operator: 'each', Points: 5, Cap: 20 },
		{ Rule: 'Hot From', Value: 70 },
	]);
	const own = await score(parameters, LEADS);
	const read = await score({ modelSource: 'table', options: { asOf: AS_OF } }, LEADS, { table });
	expect(byKey(read.scores, (one) => one.score)).toEqual(byKey(own.scores, (one) => one.score));
});
