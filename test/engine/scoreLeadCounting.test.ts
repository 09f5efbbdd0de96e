import { activityRule, daysAgo, form, rule, score } from './leadScores';
import { condition } from './resultOf';

/** A model needs a rule that can bring points. */
const MET_BY_NONE = rule('Demo', 10, {
	conditions: condition('={{ $json.demo }}', 'boolean', 'true'),
});

/** Scores one lead of which a field holds a number. */
async function counted(fields: object, points: number, parameters: object, options: object = {}) {
	const { scores, told } = await score(
		form(
			[
				rule('Views', points, { counts: 'counter', counterField: 'views', ...parameters }),
				MET_BY_NONE,
			],
			{ engagementMax: 100, ...options },
		),
		[{ email: 'anna@firm.example', ...fields }],
	);
	return { result: scores[0]!, told };
}

/** Scores one lead with a list of activities. */
async function scored(rules: object[], activities: object[], options: object = {}) {
	const { scores, told } = await score(form(rules, options, { inputShape: 'activityLists' }), [
		{ email: 'anna@firm.example', activities },
	]);
	return { result: scores[0]!, told };
}

const view = (days: number, more: object = {}) => ({ type: 'view', date: daysAgo(days), ...more });
const views = (times: number) => Array.from({ length: times }, (_, i) => view(i + 1));

describe('Counters on the lead', () => {
	// The issue: "+5 a page view, at most 25"; the rest worked by hand from it.
	it.each([
		['none', 0, {}, 0, 0],
		['one', 1, {}, 5, 5],
		['several', 4, {}, 20, 20],
		['as many as the cap takes', 5, { pointsAtMost: 25 }, 25, 25],
		['more than the cap takes', 7, { pointsAtMost: 25 }, 35, 25],
		['more than times at most', 7, { timesAtMost: 3 }, 15, 15],
		['both limits, the tighter one decides', 7, { timesAtMost: 6, pointsAtMost: 12 }, 30, 12],
		['a number written as text', '3', {}, 15, 15],
	])('with %s', async (_name, number, more, earned, points) => {
		const { result, told } = await counted({ views: number }, 5, { more });
		expect(result.score).toBe(points);
		expect(result.engagement.points).toBe(points);
		expect(result.reasons.map((reason) => reason.pointsEarned)).toEqual(earned ? [earned] : []);
		expect(result.missing).toEqual(['demo']);
		expect(told).not.toContain('left out');
	});

	it.each([
		['as many as there are', 2, {}, -10],
		['no more than the cap', 7, { pointsAtMost: 12 }, -12],
		['no more than times at most', 7, { timesAtMost: 3 }, -15],
	])('take points away: %s', async (_name, number, more, points) => {
		const { result } = await counted({ views: number }, -5, { more }, { scoreAtLeast: -100 });
		expect(result).toMatchObject({ score: points, reasons: [{ rule: 'Views', points }] });
	});

	it('count only where the conditions are met', async () => {
		const conditions = condition('={{ $json.country }}', 'string', 'equals', 'AT');
		const here = await counted({ views: 3, country: 'at' }, 5, { conditions });
		const elsewhere = await counted({ views: 3, country: 'DE' }, 5, { conditions });
		expect([here.result.score, elsewhere.result.score]).toEqual([15, 0]);
	});

	it('tell the number they saw', async () => {
		const { result } = await counted({ views: 3 }, 5, {});
		expect(result.reasons[0]?.evidence).toContain('views is 3');
	});

	it('are missing where the lead has none', async () => {
		const { result } = await counted({}, 5, {});
		expect(result).toMatchObject({ score: 0, missing: ['views', 'demo'], reasons: [] });
	});

	it.each([
		['a word', 'many'],
		['a part of one', 2.5],
		['below zero', -1],
		['a list', [1, 2]],
	])('are told where they are no number of times: %s', async (_name, views) => {
		const { result, told } = await counted({ views }, 5, {});
		expect(result.score).toBe(0);
		expect(told).toContain('1 of 1 lead');
		expect(told).toContain('First: item 0, views in "Views"');
	});

	it('are found in nested fields', async () => {
		const { scores } = await score(
			form([rule('Views', 5, { counts: 'counter', counterField: 'web.stats[0].views' })]),
			[{ email: 'anna@firm.example', web: { stats: [{ views: 2 }] } }],
		);
		expect(scores[0]?.score).toBe(10);
	});
});

describe('Activities', () => {
	// By the descriptions of First Time Only, Times At Most, Times a Day At Most and Points At Most.
	it.each([
		['none', {}, [], 0],
		['every time', {}, views(3), 15],
		['first time only', { firstTimeOnly: true }, views(3), 5],
		['every time up to two', { timesAtMost: 2 }, views(3), 10],
		['up to two of one', { timesAtMost: 2 }, views(1), 5],
		['at most one a day', { timesADay: 1 }, [view(1), view(1), view(2)], 10],
		['at most two a day', { timesADay: 2 }, [view(1), view(1), view(1), view(2)], 15],
		[
			'at most two a day and three in all',
			{ timesADay: 2, timesAtMost: 3 },
			[view(1), view(1), view(1), view(2), view(2), view(3)],
			15,
		],
		['at most so many points', { pointsAtMost: 12 }, views(3), 12, 15],
		['of other types', {}, [view(1), { type: 'download', date: daysAgo(1) }], 5],
	])('count %s', async (_name, more, activities, points, earned = points) => {
		const { result, told } = await scored([activityRule('view', 5, { more })], activities);
		expect(result.score).toBe(points);
		// What is earned shows how often it counts, whatever the cap.
		expect(result.reasons.map((reason) => reason.pointsEarned)).toEqual(earned ? [earned] : []);
		expect(told).not.toContain('left out');
	});

	it.each([
		['page view', 'Page_View'],
		['PAGE-VIEW', 'page view'],
		['pageView', 'pageview'],
		['download, page_view', 'page view'],
	])('of a type are found, however it is written: %s for %s', async (asked, written) => {
		const { result } = await scored(
			[activityRule(asked, 5)],
			[{ type: written, date: daysAgo(1) }],
		);
		expect(result.score).toBe(5);
	});

	it('count with any type where none is named', async () => {
		const { result } = await scored(
			[activityRule('', 5)],
			[view(1), { type: 'download', date: daysAgo(2) }],
		);
		expect(result.score).toBe(10);
	});

	it('count every time where no field with their date is named', async () => {
		const { scores } = await score(
			form(
				[activityRule('view', 5), activityRule('view', 1, { more: { timesADay: 1 } })],
				{},
				{ inputShape: 'activityLists', activityDateField: '' },
			),
			[{ email: 'anna@firm.example', activities: [{ type: 'view' }, { type: 'view' }] }],
		);
		// "Nothing fades and days are not told apart", says Activity Date Field.
		expect(scores[0]?.reasons[0]).toMatchObject({ rule: 'view', points: 10 });
	});

	it('take points away', async () => {
		const { result } = await scored(
			[activityRule('view', -5, { more: { pointsAtMost: 8 } }), MET_BY_NONE],
			views(3),
			{ scoreAtLeast: -100 },
		);
		expect(result).toMatchObject({ score: -8, reasons: [{ points: -8, pointsEarned: -15 }] });
	});

	it('are counted by the day of the zone of the workflow', async () => {
		// 23:30 and 00:30 UTC are two days in London and one in Berlin (UTC+1).
		const activities = [
			{ type: 'view', date: '2026-11-10T23:30:00Z' },
			{ type: 'view', date: '2026-11-11T00:30:00Z' },
		];
		const parameters = form(
			[activityRule('view', 5, { more: { timesADay: 1 } })],
			{},
			{ inputShape: 'activityLists' },
		);
		const scoreIn = async (timezone: string) => {
			const { scores } = await score(parameters, [{ email: 'anna@firm.example', activities }], {
				timezone,
			});
			return scores[0]?.score;
		};
		expect([await scoreIn('UTC'), await scoreIn('Europe/Berlin')]).toEqual([10, 5]);
	});

	it('count by conditions on their own fields and on those of the lead', async () => {
		const conditions = {
			...condition('={{ $json.url }}', 'string', 'contains', '/pricing'),
			conditions: [
				...condition('={{ $json.url }}', 'string', 'contains', '/pricing').conditions,
				...condition('={{ $json.country }}', 'string', 'equals', 'AT').conditions,
			],
		};
		const parameters = form(
			[activityRule('view', 5, { conditions })],
			{},
			{ inputShape: 'activityLists' },
		);
		const activities = [
			view(1, { url: 'https://firm.example/pricing' }),
			view(2, { url: 'https://firm.example/pricing?plan=2' }),
			view(3, { url: 'https://firm.example/blog' }),
		];
		const { scores } = await score(parameters, [
			{ email: 'anna@firm.example', country: 'AT', activities },
			{ email: 'ben@firm.example', country: 'DE', activities },
		]);
		expect(scores.map((one) => one.score)).toEqual([10, 0]);
	});

	it('have the first word where the lead has a field of the same name', async () => {
		const conditions = condition('={{ $json.source }}', 'string', 'equals', 'mail');
		const { scores } = await score(
			form([activityRule('view', 5, { conditions })], {}, { inputShape: 'activityLists' }),
			[
				{
					email: 'anna@firm.example',
					source: 'mail',
					activities: [view(1, { source: 'ads' }), view(2, { source: 'mail' }), view(3)],
				},
			],
		);
		// The third has no source of its own, so that of the lead counts.
		expect(scores[0]?.score).toBe(10);
	});

	it.each([
		'={{ $json.activities[0].url }}',
		'={{ $json["activities"][0].url }}',
		'={{ $json.activities[0]["url"] }}',
		'={{ $json.url }}',
	])('are asked by a field dragged from the list: %s', async (left) => {
		const conditions = condition(left, 'string', 'contains', '/pricing');
		const { result } = await scored(
			[activityRule('view', 5, { conditions })],
			[view(1, { url: '/blog' }), view(2, { url: '/pricing' }), view(3, { url: '/pricing' })],
		);
		expect(result.score).toBe(10);
	});

	it('count for several rules at once', async () => {
		const { result } = await scored(
			[activityRule('view', 5), activityRule('view, download', 1)],
			[view(1), { type: 'download', date: daysAgo(2) }],
		);
		expect(result.reasons.map((reason) => [reason.rule, reason.points])).toEqual([
			['view', 5],
			['view, download', 2],
		]);
	});

	it('after As Of do not count, and are told', async () => {
		const { result, told } = await scored([activityRule('view', 5)], [view(1), view(-1)]);
		expect(result.score).toBe(5);
		expect(told).toContain('1 activity of the future, or after As Of, left out');
	});

	it('are missed aloud where Input Contains is Leads', async () => {
		const { scores, told } = await score(form([activityRule('view', 5)]), [
			{ email: 'anna@firm.example', activities: views(2) },
		]);
		expect(scores[0]?.score).toBe(0);
		expect(told).toContain('Input Contains is Leads');
		expect(told).toContain('"view"');
	});
});
