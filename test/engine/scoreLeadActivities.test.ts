import fc from 'fast-check';

import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { activityRule, byKey, daysAgo, form, rule, score } from './leadScores';
import { condition, resultOf, sourcesOf } from './resultOf';

interface Action {
	type: string;
	date: string;
	url?: string;
}

const LISTS = { inputShape: 'activityLists' };
const ITEMS = { inputShape: 'activities' };

const RULES = [
	activityRule('view', 3, {
		conditions: condition('={{ $json.url }}', 'string', 'contains', '/pricing'),
		more: { timesADay: 2, pointsAtMost: 20, group: 'Web' },
		decay: 'halfLife',
		decayDays: 20,
	}),
	activityRule('demo', 15, { more: { firstTimeOnly: true }, decay: 'window', decayDays: 60 }),
	activityRule('mail', 2, { more: { timesAtMost: 3, group: 'Web' } }),
	activityRule('bounce', -4, { decay: 'expiry', decayDays: 10 }),
	rule('From Austria', 10, {
		category: 'fit',
		conditions: condition('={{ $json.country }}', 'string', 'equals', 'AT'),
	}),
];
const MODEL = form(
	RULES,
	{ engagementMax: 60, inactiveAfterDays: 15, inactivityPoints: 5 },
	{ groups: { values: [{ name: 'Web', pointsAtMost: 18 }] } },
);

/** The same facts as one item a lead with a list, and as one item an activity beside the lead's own. */
function asLists(leads: Record<string, Action[]>): object[] {
	return Object.entries(leads).map(([email, activities]) => ({
		email,
		country: 'AT',
		activities,
	}));
}
function asItems(leads: Record<string, Action[]>): object[] {
	return Object.entries(leads).flatMap(([email, activities]) => [
		{ email, country: 'AT' },
		...activities.map((activity) => ({ email, ...activity })),
	]);
}

const ANNA = 'anna@firm.example';
const BEN = 'ben@firm.example';
const FACTS: Record<string, Action[]> = {
	[ANNA]: [
		{ type: 'view', date: daysAgo(20), url: '/pricing' },
		{ type: 'view', date: daysAgo(20), url: '/pricing' },
		{ type: 'view', date: daysAgo(20), url: '/pricing' },
		{ type: 'view', date: daysAgo(1), url: '/blog' },
		{ type: 'demo', date: daysAgo(50) },
		{ type: 'demo', date: daysAgo(2) },
	],
	[BEN]: [{ type: 'mail', date: daysAgo(30) }],
};

/** A score without what differs by where the facts stood. */
const figures = ({ score: total, fit, engagement, grade, band, reasons, missing }: LeadScore) => ({
	total,
	fit,
	engagement,
	grade,
	band,
	missing,
	reasons: reasons.map(({ rule: name, points, pointsAfterDecay, pointsEarned }) => [
		name,
		pointsEarned,
		pointsAfterDecay,
		points,
	]),
});

describe('The same facts in another shape', () => {
	it('give the scores that are worked by hand', async () => {
		const { scores } = await score({ ...MODEL, ...LISTS }, asLists(FACTS));
		// Anna: two views a day, 2 × 3 × ½ = 3; the first demo 15; fit 10; nothing for the blog.
		// Ben: a mail 2; inactive for 30 days, -5 but not below 0; fit 10.
		expect(byKey(scores, (one) => [one.score, one.fit.points, one.engagement.points])).toEqual({
			[ANNA]: [28, 10, 18],
			[BEN]: [10, 10, 0],
		});
	});

	it('give the same scores as items of their own', async () => {
		const [lists, items] = [
			await score({ ...MODEL, ...LISTS }, asLists(FACTS)),
			await score({ ...MODEL, ...ITEMS }, asItems(FACTS)),
		];
		expect(byKey(items.scores, figures)).toEqual(byKey(lists.scores, figures));
	});

	it('give the same scores whatever they are, and in whatever order items come', async () => {
		const action = fc.record({
			type: fc.constantFrom('view', 'demo', 'mail', 'bounce', 'other'),
			date: fc.integer({ min: 0, max: 90 }).map(daysAgo),
			url: fc.constantFrom('/pricing', '/blog'),
		});
		const facts = fc.record({
			[ANNA]: fc.array(action, { maxLength: 8 }),
			[BEN]: fc.array(action, { maxLength: 8 }),
		});
		await fc.assert(
			fc.asyncProperty(facts, fc.integer({ min: 1, max: 1000 }), async (given, seed) => {
				const lists = await score({ ...MODEL, ...LISTS }, asLists(given));
				const items = asItems(given);
				const shuffled = items
					.map((item, i) => ({ item, place: ((i + 1) * seed * 7919) % 1009 }))
					.sort((one, other) => one.place - other.place)
					.map(({ item }) => item);
				const expected = byKey(lists.scores, figures);
				for (const order of [items, shuffled]) {
					const { scores } = await score({ ...MODEL, ...ITEMS }, order);
					expect(byKey(scores, figures)).toEqual(expected);
				}
			}),
			{ numRuns: 25 },
		);
	}, 30_000);
});

describe('One item per activity', () => {
	it('becomes one item a lead with its own record, linked to all it came from', async () => {
		const items = [
			{ email: ANNA, type: 'view', date: daysAgo(3), url: '/pricing' },
			{ email: BEN, type: 'mail', date: daysAgo(3) },
			{ email: ' Anna@Firm.example', country: 'AT', name: 'Anna' },
			{ email: ANNA, type: 'demo', date: daysAgo(1) },
		];
		const { run, scores } = await score({ ...MODEL, ...ITEMS }, items);
		expect(scores.map((one) => one.leadKey)).toEqual([ANNA, BEN]);
		expect(run.outputs[0]?.map(sourcesOf)).toEqual([[0, 2, 3], [1]]);
		const [anna, ben] = run.outputs[0]!.map(({ json }) => json);
		expect(anna).toEqual({ ...items[2], leadScore: anna?.leadScore });
		expect(ben).toEqual({ ...items[1], leadScore: ben?.leadScore });
	});

	it('without a record of the lead keeps the fields of its newest activity', async () => {
		const items = [
			{ email: ANNA, type: 'view', date: daysAgo(3), url: '/pricing' },
			{ email: ANNA, type: 'demo', date: daysAgo(1), place: 'Linz' },
			{ email: ANNA, type: 'view', date: daysAgo(9), url: '/blog' },
		];
		for (const order of [items, [...items].reverse()]) {
			const { run } = await score({ ...MODEL, ...ITEMS }, order);
			expect(run.outputs[0]).toHaveLength(1);
			expect(run.outputs[0]?.[0]?.json).toMatchObject({ place: 'Linz', type: 'demo' });
		}
	});

	it('is asked for its own fields and for those of the lead', async () => {
		const pricing = condition('={{ $json.url }}', 'string', 'contains', '/pricing');
		const austria = condition('={{ $json.country }}', 'string', 'equals', 'AT');
		const both = { ...pricing, conditions: [...pricing.conditions, ...austria.conditions] };
		const { scores } = await score(
			form([activityRule('view', 5, { conditions: both })], {}, ITEMS),
			[
				{ email: ANNA, type: 'view', date: daysAgo(3), url: '/pricing' },
				{ email: BEN, type: 'view', date: daysAgo(3), url: '/pricing' },
				{ email: ANNA, type: 'view', date: daysAgo(3), url: '/blog' },
				{ email: ANNA, country: 'AT' },
				{ email: BEN, country: 'DE' },
			],
		);
		expect(byKey(scores, (one) => one.score)).toEqual({ [ANNA]: 5, [BEN]: 0 });
	});

	it('is asked by expressions that see the item', async () => {
		const ends = condition('={{ $json.url.endsWith("/pricing") }}', 'boolean', 'true');
		const { scores } = await score(
			form([activityRule('view', 5, { conditions: ends })], {}, ITEMS),
			[
				{ email: ANNA, type: 'view', date: daysAgo(3), url: '/pricing' },
				{ email: ANNA, type: 'view', date: daysAgo(3), url: '/blog' },
			],
		);
		expect(scores.map((one) => one.score)).toEqual([5]);
	});

	it('may have its type and date in nested fields of any name', async () => {
		const { scores } = await score(
			form(
				[activityRule('page view', 5, { decay: 'halfLife', decayDays: 10 })],
				{},
				{
					...ITEMS,
					leadField: 'who.id',
					activityTypeField: 'event.name',
					activityDateField: 'event["occurred at"]',
				},
			),
			[
				{ who: { id: 7 }, event: { name: 'Page_View', 'occurred at': daysAgo(10) } },
				{ who: { id: '7' }, event: { name: 'pageView', 'occurred at': daysAgo(0) } },
			],
		);
		expect(byKey(scores, (one) => one.score)).toEqual({ 7: 7.5 });
	});

	it('after As Of leaves the lead out where there is nothing else of it', async () => {
		const { scores, told } = await score(
			form([activityRule('view', 5)], { engagementMax: 50 }, ITEMS),
			[
				{ email: ANNA, type: 'view', date: daysAgo(-1) },
				{ email: BEN, type: 'view', date: daysAgo(-3) },
				{ email: BEN, type: 'view', date: daysAgo(3) },
			],
		);
		expect(byKey(scores, (one) => one.score)).toEqual({ [BEN]: 5 });
		expect(told).toBe('2 activities of the future, or after As Of, left out.\n');
	});

	it('says which types came where a rule asks for another', async () => {
		const { told } = await score(form([activityRule('demos', 5)], {}, ITEMS), [
			{ email: ANNA, type: 'Demo', date: daysAgo(1) },
			{ email: ANNA, type: 'Page View', date: daysAgo(1) },
		]);
		expect(told).toContain(
			'No activity counts for "demos" (demos). No rule counts the activity types Demo, Page View.',
		);
	});

	it('names no types where every one that came is counted', async () => {
		const { told } = await score(
			form([activityRule('demo', 5), activityRule('trial', 5)], {}, ITEMS),
			[{ email: ANNA, type: 'Demo', date: daysAgo(1) }],
		);
		expect(told).toContain('No activity counts for "trial" (trial).');
		expect(told).not.toContain('No rule counts');
	});

	it('names the rules of a template, not all spellings of their types', async () => {
		const { told } = await score({ modelSource: 'template', ...ITEMS }, [
			{ email: ANNA, type: 'Demo', date: daysAgo(1) },
		]);
		expect(told).toContain('"Took part in a webinar"');
		expect(told).not.toContain('webinar_');
	});
});

describe('A list of activities', () => {
	it('is found where it lies', async () => {
		const { scores } = await score(
			form([activityRule('view', 5)], {}, { ...LISTS, activityListField: 'crm.log[1].events' }),
			[{ email: ANNA, crm: { log: [{}, { events: [{ type: 'view', date: daysAgo(1) }] }] } }],
		);
		expect(scores[0]?.score).toBe(5);
	});

	it.each([
		['={{ $json.crm.events[0].url }}', 10],
		['={{ $json.crm.events[1].url }}', 10],
		['={{ $json["crm"]["events"][0]["url"] }}', 10],
	])('tells by a dragged path of each of its activities: %s', async (left, points) => {
		const conditions = condition(left, 'string', 'equals', '/pricing');
		const { scores } = await score(
			form(
				[activityRule('view', 5, { conditions })],
				{},
				{ ...LISTS, activityListField: 'crm.events' },
			),
			[
				{
					email: ANNA,
					crm: {
						events: ['/blog', '/pricing', '/pricing'].map((url) => ({
							type: 'view',
							date: daysAgo(1),
							url,
						})),
					},
				},
			],
		);
		expect(scores[0]?.score).toBe(points);
	});

	it.each([
		['={{ $json.url.toLowerCase() }}', true],
		['={{ $json.url }}', false],
		['={{ $vars.page }}', false],
	])('tells where %s is worked out for the lead: %p', async (left, isTold) => {
		const conditions = condition(left, 'string', 'contains', 'pricing');
		const activities = [{ type: 'view', date: daysAgo(1), url: '/Pricing' }];
		const parameters = form([activityRule('view', 5, { name: 'Prices', conditions })], {}, LISTS);
		const { told } = await score(parameters, [{ email: ANNA, activities }]);
		const words = 'An expression in the conditions of "Prices" is worked out for the lead';
		expect(told.includes(words)).toBe(isTold);
	});

	it.each([
		['empty', { activities: [] }],
		['null', { activities: null }],
		['left out', {}],
	])('that is %s is none', async (_name, more) => {
		const { scores, told } = await score(form([activityRule('view', 5)], {}, LISTS), [
			{ email: ANNA, ...more },
			{ email: BEN, activities: [{ type: 'view', date: daysAgo(1) }] },
		]);
		expect(scores.map((one) => one.score)).toEqual([0, 5]);
		expect(told).not.toContain('left out');
	});

	it.each([
		['null', null],
		['text', 'view'],
	])('keeps all that can be read of it beside %s', async (_name, odd) => {
		const seen = { type: 'view', date: daysAgo(1) };
		const { scores, told } = await score(form([activityRule('view', 5)], {}, LISTS), [
			{ email: ANNA, activities: [odd, seen, odd, seen] },
		]);
		expect(scores[0]?.score).toBe(10);
		expect(told).toContain('1 of 1 item with something left out: 2 with an unreadable activity');
	});

	it('may be JSON in text', async () => {
		const activities = JSON.stringify([{ type: 'view', date: daysAgo(1) }]);
		const { scores, told } = await score(form([activityRule('view', 5)], {}, LISTS), [
			{ email: ANNA, activities: ` ${activities} ` },
			{ email: BEN, activities: `${activities}]` },
		]);
		expect(scores.map((one) => one.score)).toEqual([5, 0]);
		expect(told).toContain('1 with an unreadable list of activities. First: item 1');
	});

	it('stays in the item, with all other fields of the lead', async () => {
		const [lead] = asLists({ [ANNA]: FACTS[ANNA]! });
		const { run } = await score({ ...MODEL, ...LISTS }, [lead!]);
		const item = run.outputs[0]![0]!;
		expect(item.json).toEqual({ ...lead, leadScore: resultOf(item, 'leadScore') });
		expect(sourcesOf(item)).toEqual([0]);
	});
});

describe('Dates of activities', () => {
	it.each([
		['with a zone', '2026-11-12T02:00:00+02:00', {}],
		['in seconds', 1794441600, {}],
		['in milliseconds', 1794441600000, {}],
		['day first', '12.11.2026', { dateFormat: 'dayFirst' }],
		['month first', '11/12/2026', { dateFormat: 'monthFirst' }],
	])('are read as they come: %s', async (_name, date, options) => {
		const { scores, told } = await score(
			form([activityRule('view', 20, { decay: 'halfLife', decayDays: 10 })], options, LISTS),
			[{ email: ANNA, activities: [{ type: 'view', date }] }],
		);
		expect([scores[0]?.score, told.includes('left out')]).toEqual([10, false]);
	});
});

it('takes a record without a date for the lead itself, also where it has a type of another kind', async () => {
	const contact = { email: 'anna@firm.example', type: 'customer', name: 'Anna' };
	const demo = { email: 'anna@firm.example', type: 'demo', date: daysAgo(1) };
	const parameters = form([activityRule('demo', 10)], {}, { inputShape: 'activities' });
	const { run, scores, told } = await score(parameters, [demo, contact]);
	expect(scores.map((one) => one.score)).toEqual([10]);
	expect(run.outputs[0]?.[0]?.json).toMatchObject(contact);
	expect(told).not.toContain('without an activity date');
	const undated = await score(parameters, [demo, { ...demo, date: '' }]);
	expect(undated.told).toContain('without an activity date');
});

it('finds attributes of activities also where the list comes as JSON in text', async () => {
	const model = {
		rules: [
			{
				name: 'Prices',
				category: 'engagement',
				counts: 'activities',
				points: 10,
				timesAtMost: 1,
				conditions: [{ attribute: 'pages', operator: 'containsAny', value: ['/pricing'] }],
			},
		],
	};
	const activities = [{ type: 'page_view', date: daysAgo(1), url: 'https://shop.example/pricing' }];
	const { scores } = await score(
		{ inputShape: 'activityLists', modelSource: 'json', modelJson: JSON.stringify(model) },
		[{ email: 'a@firm.example', activities: JSON.stringify(activities) }],
	);
	expect(scores.map((one) => one.score)).toEqual([10]);
});
