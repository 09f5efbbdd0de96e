import type { Decay, LeadModelInput } from '../../../nodes/core/lead/LeadModel';
import { MAX_WHERE_UNBOUNDED } from '../../../nodes/core/lead/prepareModel';
import { prepared } from './scoring';

type Rule = LeadModelInput['rules'][number];

const lead = (category: 'fit' | 'engagement', points: number, more: object = {}): Rule => ({
	name: 'Rule',
	category,
	counts: 'lead',
	points,
	...more,
});
const counter = (category: 'fit' | 'engagement', points: number, more: object = {}): Rule => ({
	...lead(category, points),
	counts: 'counter',
	counter: { field: 'visits' },
	...more,
});
const activities = (points: number, more: object = {}): Rule => ({
	...lead('engagement', points),
	counts: 'activities',
	...more,
});

function maximum(rules: Rule[], options: Partial<LeadModelInput> = {}) {
	const { fit, engagement, maxScore } = prepared({ rules, ...options });
	return { fit: fit.max, engagement: engagement.max, maxScore };
}

describe('prepareModel', () => {
	// Source: docstring of prepareModel.
	it.each<[string, Rule[], Partial<LeadModelInput>, [number, number, number]]>([
		[
			'sums per category',
			[lead('fit', 20), lead('fit', 5), lead('engagement', 7)],
			{},
			[25, 7, 32],
		],
		['minus points take nothing off', [lead('fit', 20), lead('fit', -30)], {}, [20, 0, 20]],
		['sums are exact', [lead('fit', 0.1), lead('fit', 0.2)], {}, [0.3, 0, 0.3]],
		[
			'a lower cap',
			[lead('fit', 20), lead('engagement', 80)],
			{ engagementAtMost: 50 },
			[20, 50, 70],
		],
		['a cap out of reach', [lead('fit', 20)], { fitAtMost: 50, engagementAtMost: 50 }, [20, 0, 20]],
		[
			'kills: a cap of zero taken for none',
			[lead('fit', 20), lead('engagement', 5)],
			{ fitAtMost: 0 },
			[0, 5, 5],
		],
		['a rule’s own cap', [lead('fit', 20, { pointsAtMost: 15 })], {}, [15, 0, 15]],
		['so many times at most', [counter('fit', 5, { timesAtMost: 4 })], {}, [20, 0, 20]],
		[
			'the lower of both',
			[counter('fit', 5, { timesAtMost: 4, pointsAtMost: 12 })],
			{},
			[12, 0, 12],
		],
		['a counter with a cap', [counter('fit', 5, { pointsAtMost: 12 })], {}, [12, 0, 12]],
		['the first activity only', [activities(5, { firstTimeOnly: true })], {}, [0, 5, 5]],
		[
			'the first only, whatever else is set',
			[activities(5, { firstTimeOnly: true, timesAtMost: 4 })],
			{},
			[0, 5, 5],
		],
		['activities so many times', [activities(5, { timesAtMost: 4 })], {}, [0, 20, 20]],
		['without limit', [activities(5)], {}, [0, 100, 100]],
		['so many a day is without limit', [activities(5, { timesADay: 1 })], {}, [0, 100, 100]],
		['without limit beside others', [activities(5), lead('engagement', 30)], {}, [0, 100, 100]],
		['no less than the others', [activities(5), lead('engagement', 130)], {}, [0, 130, 130]],
		[
			'without limit, with the user’s cap',
			[activities(5)],
			{ engagementAtMost: 250 },
			[0, 250, 250],
		],
		['without limit, with a lower cap', [activities(5)], { engagementAtMost: 40 }, [0, 40, 40]],
		['minus points without limit', [lead('fit', 5), counter('fit', -5)], {}, [5, 0, 5]],
		[
			'a group’s cap',
			[lead('fit', 20, { group: 'A' }), lead('fit', 20, { group: 'A' }), lead('fit', 9)],
			{ groups: [{ name: 'A', pointsAtMost: 30 }] },
			[39, 0, 39],
		],
		[
			'a group’s cap out of reach',
			[lead('fit', 20, { group: 'A' })],
			{ groups: [{ name: 'A', pointsAtMost: 30 }] },
			[20, 0, 20],
		],
		[
			'a group without a cap, and one that is not listed',
			[lead('fit', 20, { group: 'A' }), lead('fit', 5, { group: 'B' })],
			{ groups: [{ name: 'A' }] },
			[25, 0, 25],
		],
		[
			'a group bounds what has no limit',
			[activities(5, { group: 'A' })],
			{ groups: [{ name: 'A', pointsAtMost: 30 }] },
			[0, 30, 30],
		],
		[
			'the score’s cap',
			[lead('fit', 80), lead('engagement', 80)],
			{ scoreAtMost: 100 },
			[80, 80, 100],
		],
		['the score’s cap out of reach', [lead('fit', 80)], { scoreAtMost: 100 }, [80, 0, 80]],
	])('maximum: %s', (_, rules, options, [fit, engagement, maxScore]) => {
		expect(maximum(rules, options)).toEqual({ fit, engagement, maxScore });
	});

	it('tells where a maximum is assumed', () => {
		expect(MAX_WHERE_UNBOUNDED).toBe(100);
		const isUnbounded = (rules: Rule[], options: Partial<LeadModelInput> = {}) =>
			prepared({ rules, ...options }).engagement.isUnbounded;
		expect(isUnbounded([activities(5)])).toBe(true);
		expect(isUnbounded([activities(5), lead('engagement', 130)])).toBe(true);
		expect(isUnbounded([activities(5)], { engagementAtMost: 100 })).toBe(false);
		expect(isUnbounded([lead('engagement', 5)])).toBe(false);
		const groups = [{ name: 'A', pointsAtMost: 30 }];
		expect(isUnbounded([activities(5, { group: 'A' })], { groups })).toBe(false);
		expect(prepared({ rules: [activities(5), lead('fit', 5)] }).fit.isUnbounded).toBe(false);
	});

	it('fades a rule by its own decay, else its group’s, else the model’s for engagement', () => {
		const own: Decay = { kind: 'window', days: 1 };
		const ofGroup: Decay = { kind: 'window', days: 2 };
		const ofModel: Decay = { kind: 'window', days: 3 };
		const model = prepared({
			rules: [
				lead('engagement', 1, { decay: own, group: 'E' }),
				lead('engagement', 1, { group: 'E' }),
				lead('engagement', 1, { group: 'other' }),
				lead('engagement', 1),
				lead('fit', 1),
				lead('fit', 1, { group: 'F' }),
				lead('engagement', 1, { decay: { kind: 'none' }, group: 'E' }),
			],
			groups: [
				{ name: 'E', decay: ofGroup },
				{ name: 'F', decay: ofGroup },
			],
			decay: ofModel,
		});
		const none = { kind: 'none' };
		expect(model.rules.map(({ decay }) => decay)).toEqual([
			own,
			ofGroup,
			ofModel,
			ofModel,
			none,
			ofGroup,
			none,
		]);
	});

	it.each<[string, Rule[], Partial<LeadModelInput>, string, string]>([
		['no rule above zero', [lead('fit', 0), lead('fit', -5)], {}, 'emptyModel', 'No rule'],
		[
			'everything capped away',
			[lead('fit', 5)],
			{ fitAtMost: 0 },
			'emptyModel',
			'Fit Points At Most',
		],
		[
			'warm at hot',
			[lead('fit', 5)],
			{ bands: { hotFrom: 50, warmFrom: 50 } },
			'invalidBands',
			'50 %',
		],
		[
			'warm above hot',
			[lead('fit', 5)],
			{ bands: { hotFrom: 40, warmFrom: 50 } },
			'invalidBands',
			'50 %',
		],
		[
			'a group of both categories',
			[lead('fit', 5, { group: 'Web' }), lead('engagement', 5, { group: 'Web' })],
			{},
			'invalidModel',
			'"Web"',
		],
		[
			'a group listed twice',
			[lead('fit', 5)],
			{ groups: [{ name: 'Web' }, { name: 'Mail' }, { name: 'Web', pointsAtMost: 5 }] },
			'invalidModel',
			'"Web"',
		],
		[
			'a lowest score at the highest',
			[lead('fit', 50)],
			{ scoreAtLeast: 10, scoreAtMost: 10 },
			'invalidModel',
			'10',
		],
		['a lowest score out of reach', [lead('fit', 5)], { scoreAtLeast: 10 }, 'invalidModel', '10'],
	])('refuses %s', (_, rules, options, code, words) => {
		expect(() => prepared({ rules, ...options })).toThrow(
			expect.objectContaining({
				name: 'SegmentationError',
				code,
				message: expect.stringContaining(words),
				hint: expect.any(String),
			}),
		);
	});

	it('takes two rules of one name, and a group that no rule is in', () => {
		const groups = [{ name: 'Empty', pointsAtMost: 5 }];
		expect(maximum([lead('fit', 5), lead('fit', 6)], { groups })).toMatchObject({ fit: 11 });
	});
});
