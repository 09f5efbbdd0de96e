import fc from 'fast-check';

import type { Decay, LeadModelInput } from '../../../nodes/core/lead/LeadModel';
import { prepareModel, type PreparedModel } from '../../../nodes/core/lead/prepareModel';
import { tallyScore, type LeadFindings } from '../../../nodes/core/lead/tallyScore';
import { SegmentationError } from '../../../nodes/core/SegmentationError';
import { MS_PER_DAY } from '../../../nodes/core/reading/TimeZone';
import { pointsOf, prepared, scoreOn, type TestLead } from './scoring';

const AS_OF = '2026-11-22T00:00:00.000Z';

type Rule = LeadModelInput['rules'][number];

const rule = (name: string, category: 'fit' | 'engagement', points: number, more: object = {}) =>
	({ name, category, points, counts: 'lead', ...more }) as Rule;

/** Scores a lead that meets all rules of a model, or those named. */
function score(rules: Rule[], options: Partial<LeadModelInput> = {}, names?: string[]) {
	const met = Object.fromEntries(
		(names ?? rules.map(({ name }) => name)).map((one) => [one, true]),
	);
	return scoreOn(AS_OF, { met: met as TestLead['met'] }, prepared({ rules, ...options }));
}

describe('tallyScore', () => {
	it('fills the contract', () => {
		const model = prepareModel(
			prepared({
				name: 'B2B',
				version: '3',
				rules: [
					rule('Size', 'fit', 20, { group: 'Company' }),
					rule('Visited', 'engagement', 10),
					rule('Bounced', 'engagement', -15),
					rule('Clicked', 'engagement', 30),
					rule('Country', 'fit', 10),
				],
				bandRules: [
					{ name: 'Rival', conditions: [{ field: 'domain', operator: 'equals', value: 'x' }] },
				],
				probability: { intercept: -2, perPoint: 0.05 },
			}).model,
			[['employees'], [], [], [], ['country']],
		);
		const findings: LeadFindings = {
			key: 'anna@shop.example',
			outcomes: [
				{ rule: 3, earned: 30, decayed: 12.345, evidence: 'mailClicks 1' },
				{ rule: 0, earned: 20, decayed: 20, evidence: 'employees 120' },
				{ rule: 2, earned: -15, decayed: -15, evidence: 'bounced is true' },
				{ rule: 1, earned: 10, decayed: 10, evidence: 'visits 4' },
			],
			missing: ['country'],
			previousBand: 'warm',
		};
		const reason = { group: null, category: 'engagement' };
		expect(tallyScore(findings, model, AS_OF)).toEqual({
			leadKey: 'anna@shop.example',
			score: 27.35,
			maxScore: 70,
			fit: { points: 20, max: 30 },
			engagement: { points: 7.35, max: 40 },
			grade: 'A3',
			band: 'warm',
			bandSetBy: null,
			previousBand: 'warm',
			bandChanged: false,
			// 1 / (1 + e^(2 - 0.05 * 27.35)) = 1 / (1 + e^0.6325)
			probability: 0.3469,
			reasons: [
				{
					rule: 'Size',
					category: 'fit',
					group: 'Company',
					points: 20,
					pointsAfterDecay: 20,
					pointsEarned: 20,
					evidence: 'employees 120',
				},
				{
					...reason,
					rule: 'Bounced',
					points: -15,
					pointsAfterDecay: -15,
					pointsEarned: -15,
					evidence: 'bounced is true',
				},
				{
					...reason,
					rule: 'Clicked',
					points: 12.35,
					pointsAfterDecay: 12.35,
					pointsEarned: 30,
					evidence: 'mailClicks 1',
				},
				{
					...reason,
					rule: 'Visited',
					points: 10,
					pointsAfterDecay: 10,
					pointsEarned: 10,
					evidence: 'visits 4',
				},
			],
			missing: ['country'],
			askNext: { field: 'country', points: 10 },
			model: { name: 'B2B', version: '3' },
			asOf: AS_OF,
		});
		expect(findings.outcomes.map((outcome) => outcome.rule)).toEqual([3, 0, 2, 1]);

		const bandSetBy = { bandRule: 0, evidence: 'domain x' };
		expect(tallyScore({ ...findings, bandSetBy, previousBand: 'hot' }, model, AS_OF)).toMatchObject(
			{
				score: 27.35,
				band: 'cold',
				bandSetBy: { rule: 'Rival', evidence: 'domain x' },
				bandChanged: true,
			},
		);
		expect(tallyScore({ key: null, outcomes: [], missing: [] }, model, AS_OF)).toMatchObject({
			leadKey: null,
			score: 0,
			band: 'cold',
			previousBand: null,
			bandChanged: null,
			reasons: [],
			askNext: null,
		});
	});

	it('gives no probability without a learned model, and a sure one far out', () => {
		expect(score([rule('A', 'fit', 10)]).probability).toBeNull();
		const sure = { probability: { intercept: 0, perPoint: 1000 } };
		expect(score([rule('A', 'fit', 10)], sure).probability).toBe(1);
		expect(score([rule('A', 'fit', 10)], sure, []).probability).toBe(0.5);
	});

	// Source: docstring of tallyScore. The points of each reason in the order they are listed.
	it.each<
		[string, Rule[], Partial<LeadModelInput>, [number, number, number], Array<[string, number]>]
	>([
		[
			'a rule’s cap',
			[rule('A', 'fit', 30, { pointsAtMost: 20 }), rule('B', 'fit', 5)],
			{},
			[20 + 5, 0, 25],
			[
				['A', 20],
				['B', 5],
			],
		],
		[
			'a rule’s cap of points taken away',
			[rule('A', 'fit', 30), rule('B', 'fit', -20, { pointsAtMost: 5 })],
			{},
			[25, 0, 25],
			[
				['A', 30],
				['B', -5],
			],
		],
		[
			'a group’s cap takes from its least weighty',
			[
				rule('A', 'fit', 10, { group: 'G' }),
				rule('B', 'fit', 30, { group: 'G' }),
				rule('C', 'fit', 8),
			],
			{ groups: [{ name: 'G', pointsAtMost: 35 }] },
			[43, 0, 43],
			[
				['B', 30],
				['C', 8],
				['A', 5],
			],
		],
		[
			'of equal ones from the later',
			[rule('A', 'fit', 10, { group: 'G' }), rule('B', 'fit', 10, { group: 'G' })],
			{ groups: [{ name: 'G', pointsAtMost: 12 }] },
			[12, 0, 12],
			[
				['A', 10],
				['B', 2],
			],
		],
		[
			'what has nothing left stays, the one that earned more first',
			[rule('A', 'fit', 5), rule('B', 'fit', 9), rule('C', 'fit', 20)],
			{ fitAtMost: 18 },
			[18, 0, 18],
			[
				['C', 18],
				['B', 0],
				['A', 0],
			],
		],
		[
			'points taken away count before a group’s cap',
			[rule('A', 'fit', 30, { group: 'G' }), rule('B', 'fit', -10, { group: 'G' })],
			{ groups: [{ name: 'G', pointsAtMost: 20 }] },
			[20, 0, 20],
			[
				['A', 30],
				['B', -10],
			],
		],
		[
			'groups are cut before the category',
			[
				rule('A', 'engagement', 40, { group: 'G' }),
				rule('B', 'engagement', 30),
				rule('C', 'engagement', 20, { group: 'H' }),
				rule('D', 'engagement', -5),
			],
			{
				groups: [
					{ name: 'G', pointsAtMost: 15 },
					{ name: 'H', pointsAtMost: 18 },
				],
				engagementAtMost: 50,
			},
			// 15 + 30 + 18 - 5 = 58: eight too many, taken from A.
			[0, 50, 50],
			[
				['B', 30],
				['C', 18],
				['A', 7],
				['D', -5],
			],
		],
		[
			'a category does not fall below zero',
			[
				rule('A', 'fit', 10),
				rule('B', 'fit', -30),
				rule('C', 'fit', -5),
				rule('D', 'engagement', 7),
			],
			{},
			[0, 7, 7],
			[
				['B', -10],
				['A', 10],
				['D', 7],
				['C', 0],
			],
		],
		[
			'nor below the lowest score where that is below zero',
			[rule('A', 'fit', 10), rule('B', 'fit', -50)],
			{ scoreAtLeast: -30 },
			[-30, 0, -30],
			[
				['B', -40],
				['A', 10],
			],
		],
		[
			'both at the floor are lifted to the lowest score',
			[rule('A', 'fit', -50), rule('B', 'engagement', -50), rule('X', 'fit', 100)],
			{ scoreAtLeast: -30 },
			[-30, -30, -30],
			[
				['A', -30],
				['B', -30],
				['Lowest score', 30],
			],
		],
		[
			'a lowest score above zero lifts',
			[rule('A', 'fit', 4), rule('X', 'fit', 100)],
			{ scoreAtLeast: 10 },
			[4, 0, 10],
			[
				['Lowest score', 6],
				['A', 4],
			],
		],
		[
			'the highest score cuts the sum, not the categories',
			[rule('A', 'fit', 60), rule('B', 'engagement', 60)],
			{ scoreAtMost: 100 },
			[60, 60, 100],
			[
				['A', 60],
				['B', 60],
				['Highest score', -20],
			],
		],
		[
			'sums are exact',
			[rule('A', 'fit', 0.1), rule('B', 'fit', 0.2), rule('C', 'fit', 0.7)],
			{},
			[1, 0, 1],
			[
				['C', 0.7],
				['B', 0.2],
				['A', 0.1],
			],
		],
	])('%s', (_, rules, options, [fit, engagement, total], reasons) => {
		const names = rules.map(({ name }) => name).filter((name) => name !== 'X');
		const verdict = score(rules, options, names);
		expect([verdict.fit.points, verdict.engagement.points, verdict.score]).toEqual([
			fit,
			engagement,
			total,
		]);
		expect(pointsOf(verdict)).toEqual(reasons);
	});

	it('keeps in a cut reason what it brought', () => {
		const [, second] = score([rule('A', 'fit', 9), rule('B', 'fit', 8)], { fitAtMost: 10 }).reasons;
		expect(second).toMatchObject({ points: 1, pointsAfterDecay: 8, pointsEarned: 8 });
	});

	it('says what bounds the score', () => {
		const rules = [rule('A', 'fit', 60), rule('B', 'engagement', 60)];
		expect(score(rules, { scoreAtMost: 100 }).reasons[2]).toEqual({
			rule: 'Highest score',
			category: null,
			group: null,
			points: -20,
			pointsAfterDecay: -20,
			pointsEarned: -20,
			evidence: 'no score is above 100',
		});
		expect(score(rules, { scoreAtLeast: 10 }, []).reasons).toMatchObject([
			{ rule: 'Lowest score', category: null, points: 10, evidence: 'no score is below 10' },
		]);
	});

	describe('with inactivity', () => {
		const inactivity = { afterDays: 30, points: 10, everyDays: 30, floor: 5 };
		const model = prepared({
			rules: [rule('A', 'engagement', 20), rule('B', 'engagement', 30), rule('C', 'fit', 50)],
			engagementAtMost: 40,
			inactivity,
		});
		const met = { A: true, B: true, C: true } as const;

		it('takes points off engagement after its cap, and says why', () => {
			const verdict = scoreOn(AS_OF, { met, idleDays: 95 }, model);
			expect(verdict).toMatchObject({ score: 60, fit: { points: 50 }, engagement: { points: 10 } });
			expect(pointsOf(verdict)).toEqual([
				['C', 50],
				['B', 30],
				['Inactivity', -30],
				['A', 10],
			]);
			expect(verdict.reasons[2]).toEqual({
				rule: 'Inactivity',
				category: 'engagement',
				group: null,
				points: -30,
				pointsAfterDecay: -30,
				pointsEarned: -30,
				evidence: 'no activity for 95 days',
			});
		});

		it.each([
			[29, 40],
			[30, 30],
			[3000, 5],
		])('after %p days leaves %p', (idleDays, points) => {
			const verdict = scoreOn(AS_OF, { met, idleDays }, model);
			expect(verdict.engagement.points).toBe(points);
			expect(verdict.reasons.some((one) => one.rule === 'Inactivity')).toBe(points < 40);
		});

		it('takes nothing where no activity is known', () => {
			expect(scoreOn(AS_OF, { met }, model).engagement.points).toBe(40);
		});
	});

	it('does not give two leads one object', () => {
		const model = prepared({ rules: [rule('A', 'fit', 10)] });
		const [one, other] = [1, 2].map(() => scoreOn(AS_OF, { met: { A: true } }, model));
		expect(one).toEqual(other);
		for (const key of ['fit', 'engagement', 'model', 'reasons'] as const) {
			expect(one![key]).not.toBe(other![key]);
		}
	});
});

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const days = fc.integer({ min: 1, max: 200 });
const decay = fc.oneof<Array<fc.Arbitrary<Decay>>>(
	fc.record({ kind: fc.constant('none' as const) }),
	fc.record({ kind: fc.constant('halfLife' as const), days }),
	fc.record({ kind: fc.constant('window' as const), days }),
	fc.record({ kind: fc.constant('expiry' as const), days }),
	fc.record({
		kind: fc.constant('step' as const),
		percent: fc.integer({ min: 1, max: 100 }),
		months: fc.integer({ min: 1, max: 3 }),
	}),
);
const points = fc.integer({ min: -5000, max: 5000 }).map((cents) => cents / 100);
const cap = fc.integer({ min: 1, max: 6000 }).map((cents) => cents / 100);
const limit = fc.integer({ min: 1, max: 4 });

const ruleBase = {
	category: fc.constantFrom('fit' as const, 'engagement' as const),
	group: option(fc.constantFrom('1', '2')),
	points,
	pointsAtMost: option(cap),
	decay: option(decay),
};
const rules = fc
	.array(
		fc.oneof(
			fc.record({ ...ruleBase, counts: fc.constant('lead' as const) }),
			fc.record({
				...ruleBase,
				counts: fc.constant('counter' as const),
				counter: fc.constant({ field: 'visits' }),
				timesAtMost: option(limit),
			}),
			fc.record({
				...ruleBase,
				counts: fc.constant('activities' as const),
				firstTimeOnly: fc.boolean(),
				timesAtMost: option(limit),
				timesADay: option(limit),
			}),
		),
		{ minLength: 1, maxLength: 10 },
	)
	.map((all) =>
		all.map((one, i) => ({
			...one,
			name: `Rule ${i}`,
			group: one.group && `${one.category} ${one.group}`,
		})),
	);
const groupNames = ['fit 1', 'fit 2', 'engagement 1', 'engagement 2'];
const models: fc.Arbitrary<LeadModelInput> = fc.record({
	rules,
	groups: fc
		.tuple(
			...groupNames.map((name) =>
				fc.record({ name: fc.constant(name), pointsAtMost: option(cap), decay: option(decay) }),
			),
		)
		.map((all) => all as LeadModelInput['groups'] & object),
	fitAtMost: option(cap),
	engagementAtMost: option(cap),
	scoreAtMost: option(cap),
	scoreAtLeast: fc.oneof(fc.constant(0), fc.integer({ min: -40, max: 20 })),
	decay,
	inactivity: option(
		fc.record({
			afterDays: days,
			points: limit,
			everyDays: option(days),
			floor: fc.nat({ max: 20 }),
		}),
	),
});
/** For each rule, hours before the reference at which it was met; none where it was not. */
const history = fc.array(fc.array(fc.integer({ min: 0, max: 24 * 400 }), { maxLength: 6 }), {
	minLength: 10,
	maxLength: 10,
});

/** Leaves out what no model can be made of. */
function modelOf(input: LeadModelInput): PreparedModel {
	let model: PreparedModel | undefined;
	try {
		model = prepared(input);
	} catch (error) {
		expect(error).toBeInstanceOf(SegmentationError);
	}
	fc.pre(model !== undefined);
	return model;
}

const START = Date.parse(AS_OF);

/** What a node would score of a lead with such a history, so many days after the reference. */
function scoreOf(model: PreparedModel, hours: number[][], daysLater = 0) {
	const met: TestLead['met'] = {};
	model.model.rules.forEach(({ name, counts }, i) => {
		const on = hours[i]!.map((one) => new Date(START - one * 3_600_000).toISOString());
		if (on.length === 0) return;
		if (counts === 'activities') met[name] = on;
		else met[name] = { count: counts === 'lead' ? 1 : on.length, on: on[0]! };
	});
	const asOf = START + daysLater * MS_PER_DAY;
	const idleHours = Math.min(...hours.flat());
	const idleDays = Number.isFinite(idleHours) ? Math.ceil(idleHours / 24) + daysLater : undefined;
	return scoreOn(new Date(asOf).toISOString(), { met, idleDays }, model);
}

const cents = (value: number) => Math.round(value * 100);
const sumCents = (all: ReadonlyArray<{ points: number }>) =>
	all.reduce((sum, one) => sum + cents(one.points), 0);

describe('tallyScore, laws', () => {
	it('has reasons that add up: of each category to its points, all to the score', () => {
		fc.assert(
			fc.property(models, history, (input, hours) => {
				const verdict = scoreOf(modelOf(input), hours);
				const of = (category: string | null) =>
					verdict.reasons.filter((one) => one.category === category);
				expect(sumCents(of('fit'))).toBe(cents(verdict.fit.points));
				expect(sumCents(of('engagement'))).toBe(cents(verdict.engagement.points));
				expect(sumCents(verdict.reasons)).toBe(cents(verdict.score));
				expect(of(null).length).toBeLessThanOrEqual(1);
				for (const { points: kept, pointsAfterDecay, pointsEarned } of verdict.reasons) {
					expect(Math.abs(kept)).toBeLessThanOrEqual(Math.abs(pointsAfterDecay));
					expect(Math.abs(pointsAfterDecay)).toBeLessThanOrEqual(Math.abs(pointsEarned));
					expect(kept * pointsEarned).toBeGreaterThanOrEqual(0);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('holds every cap, of rules, groups, categories and the score', () => {
		fc.assert(
			fc.property(models, history, (input, hours) => {
				const model = modelOf(input);
				const { scoreAtLeast } = model.model;
				const verdict = scoreOf(model, hours);
				for (const [i, { name, pointsAtMost = Infinity }] of model.model.rules.entries()) {
					const reason = verdict.reasons.find((one) => one.rule === name);
					expect(reason !== undefined).toBe(hours[i]!.length > 0);
					expect(Math.abs(reason?.points ?? 0)).toBeLessThanOrEqual(pointsAtMost);
				}
				for (const { name, pointsAtMost = Infinity } of model.model.groups) {
					const inGroup = verdict.reasons.filter((one) => one.group === name);
					// A floor of the category leaves less of what its rules take away.
					const isAtFloor = verdict.reasons.some(
						(one) => one.pointsAfterDecay < one.points && one.category === inGroup[0]?.category,
					);
					if (!isAtFloor) expect(sumCents(inGroup)).toBeLessThanOrEqual(cents(pointsAtMost));
				}
				for (const { points: kept, max } of [verdict.fit, verdict.engagement]) {
					expect(kept).toBeLessThanOrEqual(max);
					expect(kept).toBeGreaterThanOrEqual(Math.min(0, scoreAtLeast));
				}
				expect(verdict.fit.max).toBeLessThanOrEqual(input.fitAtMost ?? Infinity);
				expect(verdict.engagement.max).toBeLessThanOrEqual(input.engagementAtMost ?? Infinity);
				expect(verdict.score).toBeLessThanOrEqual(verdict.maxScore);
				expect(verdict.maxScore).toBeLessThanOrEqual(input.scoreAtMost ?? Infinity);
				expect(verdict.score).toBeGreaterThanOrEqual(scoreAtLeast);
				expect(verdict.grade).toMatch(/^[A-I][1-9]$/);
			}),
			{ numRuns: 300 },
		);
	});

	it('never falls by more points for a rule', () => {
		fc.assert(
			fc.property(models, history, fc.nat(9), fc.nat(4000), (input, hours, which, more) => {
				const raised = input.rules.map((one, i) =>
					i === which % input.rules.length ? { ...one, points: one.points + more / 100 } : one,
				);
				const before = scoreOf(modelOf(input), hours);
				const after = scoreOf(modelOf({ ...input, rules: raised }), hours);
				expect(after.score).toBeGreaterThanOrEqual(before.score);
				expect(after.maxScore).toBeGreaterThanOrEqual(before.maxScore);
			}),
			{ numRuns: 500 },
		);
	});

	it('is never raised by decay or by inactivity', () => {
		fc.assert(
			fc.property(models, history, (input, hours) => {
				const none: Decay = { kind: 'none' };
				const fading = scoreOf(modelOf(input), hours);
				const lasting = {
					...input,
					rules: input.rules.map((one) => ({ ...one, decay: none })),
					inactivity: undefined,
				};
				expect(scoreOf(modelOf(lasting), hours).score).toBeGreaterThanOrEqual(fading.score);
			}),
			{ numRuns: 300 },
		);
	});

	it('never rises while nothing happens', () => {
		fc.assert(
			fc.property(models, history, fc.nat(200), fc.nat(200), (input, hours, one, more) => {
				const model = modelOf(input);
				const sooner = scoreOf(model, hours, one);
				const later = scoreOf(model, hours, one + more);
				expect(later.score).toBeLessThanOrEqual(sooner.score);
				expect(later.fit.points).toBeLessThanOrEqual(sooner.fit.points);
				expect(later.engagement.points).toBeLessThanOrEqual(sooner.engagement.points);
			}),
			{ numRuns: 500 },
		);
	});

	it('does not depend on the order of activities or outcomes', () => {
		fc.assert(
			fc.property(models, history, (input, hours) => {
				const model = modelOf(input);
				const reversed = hours.map((all, i) =>
					model.model.rules[i]?.counts === 'activities' ? [...all].reverse() : all,
				);
				expect(scoreOf(model, reversed)).toEqual(scoreOf(model, hours));
				const outcomes = model.model.rules.map(({ points: earned }, i) => ({
					rule: i,
					earned,
					decayed: earned > 0 ? earned / 2 : earned,
					evidence: `${i}`,
				}));
				const tally = (all: typeof outcomes) =>
					tallyScore({ key: null, outcomes: all, missing: [] }, model, AS_OF);
				expect(tally([...outcomes].reverse())).toEqual(tally(outcomes));
			}),
			{ numRuns: 300 },
		);
	});

	it('is full marks for who meets every rule with points once, and hot', () => {
		const plain = fc.array(fc.record({ category: ruleBase.category, points }), {
			minLength: 1,
			maxLength: 12,
		});
		fc.assert(
			fc.property(plain, (all) => {
				const leadRules = all.map((one, i) => rule(`Rule ${i}`, one.category, one.points));
				fc.pre(leadRules.some((one) => one.points > 0));
				const names = leadRules.filter((one) => one.points > 0).map(({ name }) => name);
				const verdict = score(leadRules, { bands: { hotFrom: 100 } }, names);
				expect(verdict.score).toBe(verdict.maxScore);
				expect(verdict.band).toBe('hot');
			}),
		);
	});
});
