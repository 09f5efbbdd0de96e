import { activityRule, AS_OF, daysAgo, form, rule, score } from './leadScores';
import { condition } from './resultOf';

const LISTS = { inputShape: 'activityLists' };

/** Scores one lead that did something so many days ago, or at these times. */
async function scoreOf(when: Array<number | string>, rules: object[], options = {}, more = {}) {
	const activities = when.map((one) => ({
		type: 'demo',
		date: typeof one === 'number' ? daysAgo(one) : one,
	}));
	const { scores } = await score(
		form(rules, { engagementMax: 1000, scoreAtMost: 1000, ...options }, { ...LISTS, ...more }),
		[{ email: 'anna@firm.example', activities }],
	);
	return scores[0]!;
}

const HALF_LIFE = { decay: 'halfLife', decayDays: 10 };
const STEP = { decay: 'step', decayPercent: 25, decayMonths: 3 };
const WINDOW = { decay: 'window', decayDays: 30 };
const EXPIRY = { decay: 'expiry', decayDays: 30 };

describe('Decay of activities, as of 2026-11-22', () => {
	// Worked by hand from the descriptions of Decay: 20 points each time.
	it.each([
		['none', {}, [400], 20],
		['none, said so', { decay: 'none' }, [400], 20],
		['half-life, today', HALF_LIFE, [0], 20],
		['half-life, once over', HALF_LIFE, [10], 10],
		['half-life, twice over', HALF_LIFE, [20], 5],
		['half-life, half over: 20 / √2', HALF_LIFE, [5], 14.14],
		['half-life, each by its own age', HALF_LIFE, [0, 10, 20], 35],
		['step, a day before the first', STEP, ['2026-08-23'], 20],
		['step, the first', STEP, ['2026-08-22'], 15],
		['step, the second', STEP, ['2026-05-22'], 10],
		['step, all gone', STEP, ['2025-11-22'], 0],
		['step, long gone', STEP, ['2024-01-01'], 0],
		['step, each by its own age', STEP, ['2026-08-23', '2026-08-22', '2024-01-01'], 35],
		['window, inside', WINDOW, [29], 20],
		['window, its last day', WINDOW, [30], 20],
		['window, outside', WINDOW, [31], 0],
		['window, each by its own age', WINDOW, [1, 29, 31], 40],
		['expiry, the last time is near', EXPIRY, [29], 20],
		['expiry, the last time keeps the old ones', EXPIRY, [29, 90, 300], 60],
		['expiry, the last time is long ago', EXPIRY, [31, 90], 0],
	])('%s', async (_name, decay, when, points) => {
		const result = await scoreOf(when, [activityRule('demo', 20, decay)]);
		expect(result.score).toBe(points);
		expect(result.engagement.points).toBe(points);
		expect(result.asOf).toBe('2026-11-22T00:00:00.000Z');
	});

	it('tells the points before and after it, and after caps', async () => {
		const decay = { ...HALF_LIFE, more: { pointsAtMost: 25 } };
		const { reasons, score: total } = await scoreOf([0, 10], [activityRule('demo', 20, decay)]);
		expect(reasons).toMatchObject([{ pointsEarned: 40, pointsAfterDecay: 30, points: 25 }]);
		expect(total).toBe(25);
	});

	it.each([
		['the first time only, by its age', { firstTimeOnly: true }, [0, 10, 20], 5],
		['the newest, where so many count', { timesAtMost: 2 }, [0, 10, 20], 30],
	])('counts %s', async (_name, more, when, points) => {
		const result = await scoreOf(when, [activityRule('demo', 20, { ...HALF_LIFE, more })]);
		expect(result.score).toBe(points);
	});

	it('leaves points that are taken away as they are', async () => {
		const rules = [activityRule('demo', -20, HALF_LIFE), activityRule('demo ', 1)];
		const result = await scoreOf([10], rules, { scoreAtLeast: -100 });
		expect(result.reasons[0]).toMatchObject({ points: -20, pointsEarned: -20 });
		expect(result.score).toBe(-19);
	});
});

describe('Where decay comes from', () => {
	const ENGAGEMENT = { engagementDecay: 'halfLife', engagementDecayDays: 10 };
	const inGroup = (group: string, more: object = {}) => ({ more: { group }, ...more });
	const groups = {
		groups: { values: [{ name: 'Web', decay: 'window', decayDays: 5, pointsAtMost: 0 }] },
	};

	it.each([
		['the option for all engagement rules', {}, 10],
		['the group before the option', inGroup('Web'), 0],
		['the rule before its group', inGroup('Web', { decay: 'halfLife', decayDays: 5 }), 5],
		['none of the rule before its group', inGroup('Web', { decay: 'none' }), 20],
		['the option where the group is unknown', inGroup('Shop'), 10],
	])('%s', async (_name, more, points) => {
		const result = await scoreOf([10], [activityRule('demo', 20, more)], ENGAGEMENT, groups);
		expect(result.score).toBe(points);
	});

	it('is not the option for rules of fit', async () => {
		const result = await scoreOf([10], [activityRule('demo', 20, { category: 'fit' })], {
			...ENGAGEMENT,
			fitMax: 100,
		});
		expect(result.fit.points).toBe(20);
	});

	it.each([
		['conditions', { conditions: condition('={{ $json.demo }}', 'boolean', 'true') }],
		['a counter', { counts: 'counter', counterField: 'times' }],
		[
			'an attribute',
			{ counts: 'attribute', attribute: 'demos', comparison: 'gte', comparedWith: '1' },
		],
	])('is the date field of a rule that counts %s', async (_name, counts) => {
		const more = { dateField: 'crm.demoOn', pointsAtMost: 50 };
		const lead = { email: 'anna@firm.example', demo: true, times: 1 };
		const { scores } = await score(
			form([rule('Demo', 20, { ...counts, ...HALF_LIFE, more })], { engagementMax: 100 }),
			[
				{ ...lead, crm: { demoOn: daysAgo(20) } },
				{ ...lead, crm: { demoOn: '2026-11-12' } },
			],
		);
		expect(scores.map((one) => one.score)).toEqual([5, 10]);
	});
});

describe('As Of', () => {
	const parameters = (asOf: string) =>
		form([activityRule('demo', 20, HALF_LIFE)], { engagementMax: 100, asOf }, LISTS);
	const lead = {
		email: 'anna@firm.example',
		activities: [
			{ type: 'demo', date: '2026-11-02' },
			{ type: 'demo', date: '2026-11-12' },
		],
	};

	it('gives the same scores again and again', async () => {
		const [one, other] = [
			await score(parameters(AS_OF), [lead]),
			await score(parameters(AS_OF), [lead]),
		];
		expect(one.run.outputs).toEqual(other.run.outputs);
	});

	it.each([
		['2026-11-01', 0],
		['2026-11-02', 20],
		['2026-11-12', 30],
		['2026-11-22', 15],
		['2026-12-02', 7.5],
	])('%s looks back: %d', async (asOf, points) => {
		const { scores } = await score(parameters(asOf), [lead]);
		expect(scores[0]?.score).toBe(points);
	});

	it('is now where it is left empty', async () => {
		const before = Date.now();
		const { scores } = await score(parameters(''), [lead]);
		expect(Date.parse(scores[0]!.asOf)).toBeGreaterThanOrEqual(before);
		expect(Date.parse(scores[0]!.asOf)).toBeLessThanOrEqual(Date.now());
	});

	it('is read in the zone of the workflow', async () => {
		const { scores } = await score(parameters('2026-11-22T00:00:00'), [lead], {
			timezone: 'Europe/Berlin',
		});
		expect(Date.parse(scores[0]!.asOf)).toBe(Date.UTC(2026, 10, 21, 23));
	});
});

describe('Inactivity', () => {
	const OFF = { inactiveAfterDays: 30, inactivityPoints: 10 };
	const rules = [activityRule('demo', 40)];

	// By Inactive After, Inactive Again Every, Inactivity Points and Inactivity Floor.
	it.each([
		['not yet', 29, OFF, 40],
		['once', 31, OFF, 30],
		['once only', 300, OFF, 30],
		['again every ten days: not yet', 39, { ...OFF, inactiveEveryDays: 10 }, 30],
		['again every ten days: the second', 41, { ...OFF, inactiveEveryDays: 10 }, 20],
		['again every ten days: the third', 51, { ...OFF, inactiveEveryDays: 10 }, 10],
		['never below zero', 300, { ...OFF, inactiveEveryDays: 10 }, 0],
		['never below the floor', 300, { ...OFF, inactiveEveryDays: 10, inactivityFloor: 15 }, 15],
		['nothing where the floor is higher already', 300, { ...OFF, inactivityFloor: 50 }, 40],
	])('takes points off: %s', async (_name, days, options, points) => {
		const result = await scoreOf([days, days + 100], [activityRule('demo', 20)], options);
		expect(result.engagement.points).toBe(points);
		expect(result.score).toBe(points);
		const sum = result.reasons.reduce((total, reason) => total + reason.points, 0);
		expect(sum).toBeCloseTo(result.score, 8);
	});

	it('is told among the reasons, with how long it lasts', async () => {
		const { reasons } = await scoreOf([31], rules, OFF);
		expect(reasons).toMatchObject([
			{ rule: 'demo', points: 40 },
			{ category: 'engagement', points: -10, pointsEarned: -10 },
		]);
		expect(reasons[1]?.evidence).toContain('31 days');
	});

	it('spares fit', async () => {
		const result = await scoreOf([31], [activityRule('demo', 40, { category: 'fit' })], {
			...OFF,
			fitMax: 100,
		});
		expect(result.score).toBe(40);
	});

	it('is off unless it is set', async () => {
		expect((await scoreOf([400], rules)).score).toBe(40);
	});

	it('is told by the field of the last activity where no activities come in', async () => {
		const lead = { email: 'anna@firm.example', visits: 4 };
		const { scores } = await score(
			form([rule('Visits', 10, { counts: 'counter', counterField: 'visits' })], {
				...OFF,
				engagementMax: 100,
				lastActivityField: 'crm.last',
			}),
			[
				{ ...lead, crm: { last: daysAgo(29) } },
				{ ...lead, crm: { last: daysAgo(31) } },
				{ ...lead, crm: { last: '' } },
				lead,
			],
		);
		expect(scores.map((one) => one.score)).toEqual([40, 30, 40, 40]);
	});
});

it('names the date that a rule asks for and a lead does not have', async () => {
	const parameters = form([
		rule('Demo', 10, {
			conditions: condition('={{ $json.demo }}', 'boolean', 'true'),
			decay: 'window',
			more: { dateField: 'demoAt' },
		}),
	]);
	const { scores } = await score(parameters, [
		{ email: 'a@firm.example', demo: true, demoAt: daysAgo(1) },
		{ email: 'b@firm.example', demo: true },
	]);
	expect(scores.map(({ missing }) => missing)).toEqual([[], ['demoAt']]);
});
