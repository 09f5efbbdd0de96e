import fc from 'fast-check';

import { EVERY_DAY, OpenDays } from '../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import {
	ADVOCATE_RULES,
	PERIODS,
	type AdvocateRule,
} from '../../../nodes/core/lifecycle/advocateRules';
import {
	classifyLifecycle,
	type CustomerFacts,
	type LifecycleRun,
} from '../../../nodes/core/lifecycle/classifyLifecycle';
import { ACTIVITIES } from '../../../nodes/core/lifecycle/engagement';
import type { LifecyclePolicy } from '../../../nodes/core/lifecycle/lifecyclePolicy';
import {
	LIFECYCLE_STAGES,
	type LifecycleStage,
} from '../../../nodes/core/lifecycle/LifecycleStage';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { advocates, BREAD, LABELS } from '../lifecyclePolicy';
import {
	dayNumber,
	everyDays,
	NO_RHYTHM,
	noonOf,
	orderHistory,
	summary,
	UTC,
} from '../orderHistory';

const LAST = dayNumber('2026-03-02');

function runOn(day: number, policy = BREAD, openDays = EVERY_DAY): LifecycleRun {
	const asOf = UTC.startOfDay(day) + 10 * 3_600_000;
	return { policy, rhythm: NO_RHYTHM, zone: UTC, openDays, asOf };
}

function stageOn(
	day: number,
	history: PurchaseHistory,
	policy = BREAD,
	facts: CustomerFacts = {},
	openDays = EVERY_DAY,
) {
	return classifyLifecycle(history, facts, runOn(day, policy, openDays)).stage;
}

const track = fc.record({
	lapsedAfter: fc.record({ days: fc.integer({ min: 1, max: 200 }) }),
	lostAfter: fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
});
const anyPolicy: fc.Arbitrary<LifecyclePolicy> = fc.record({
	engagement: fc.constant(BREAD.engagement),
	neverGoBack: fc.boolean(),
	labels: fc.constant(LABELS),
	action: fc.constant('order'),
	interval: fc.oneof(
		fc.record({
			method: fc.constant('fixed' as const),
			days: fc.integer({ min: 1, max: 200 }),
			recogniseSeasons: fc.boolean(),
		}),
		fc.record({
			method: fc.constant('learned' as const),
			fallbackDays: fc.integer({ min: 7, max: 200 }),
			recogniseSeasons: fc.boolean(),
		}),
	),
	silence: fc.record({
		lapsedAfter: fc.oneof(
			fc.record({ days: fc.integer({ min: 1, max: 400 }) }),
			fc.record({ times: fc.integer({ min: 1, max: 6 }) }),
		),
		lostAfter: fc.oneof(
			fc.record({ days: fc.integer({ min: 1, max: 800 }) }),
			fc.record({ times: fc.integer({ min: 1, max: 12 }) }),
		),
		oneTime: fc.option(track, { nil: undefined }),
	}),
	advocate: fc.record({
		rules: fc.subarray<AdvocateRule>([...ADVOCATE_RULES]),
		minOrders: fc.integer({ min: 2, max: 5 }),
		minSpend: fc.integer({ min: 0, max: 500 }),
		periods: fc.integer({ min: 1, max: 6 }),
		period: fc.constantFrom(...PERIODS),
		minReferrals: fc.integer({ min: 1, max: 9 }),
		minReviews: fc.integer({ min: 1, max: 9 }),
		minFollowers: fc.integer({ min: 1, max: 5000 }),
		stayMargin: fc.integer({ min: 0, max: 50 }),
	}),
});
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const anyFacts = fc.record({
	followers: maybe(fc.nat({ max: 5000 })),
	referrals: maybe(fc.nat({ max: 9 })),
	reviews: maybe(fc.nat({ max: 9 })),
});
const anyStage = fc.constantFrom(...LIFECYCLE_STAGES);
const anyDays = fc.array(
	fc.nat({ max: 1200 }).map((ago) => LAST - ago),
	{ minLength: 1, maxLength: 20 },
);

describe('classifyLifecycle', () => {
	it('fills the contract', () => {
		const history = orderHistory(everyDays(14, 3, LAST), { amount: 12.5, currency: 'EUR' });
		const facts: CustomerFacts = {
			previousStage: 'customer',
			activities: [{ activity: 'click', lastAt: noonOf(LAST + 20), count: 4 }],
		};
		expect(classifyLifecycle(history, facts, runOn(LAST + 31))).toEqual({
			customerKey: 'anna@shop.example',
			email: null,
			stage: 'lapsed',
			stageLabel: 'Lapsed',
			previousStage: 'customer',
			changed: true,
			movement: 'customer -> lapsed',
			wonBack: false,
			since: '2026-04-02T00:00:00.000Z',
			reason: 'Last order 31 days ago; expects one every 7 days, lapsed after 30.',
			nextStage: 'lost',
			nextStageOn: '2026-08-30T00:00:00.000Z',
			orders: 3,
			totalSpent: 37.5,
			currency: 'EUR',
			spentByCurrency: null,
			averageOrderValue: 12.5,
			firstOrderAt: '2026-02-02T12:00:00.000Z',
			lastOrderAt: '2026-03-02T12:00:00.000Z',
			daysSinceLastOrder: 31,
			expectedIntervalDays: 7,
			basis: 'fixed',
			confidence: 'high',
			nextOrderExpectedAt: '2026-03-09T00:00:00.000Z',
			buyerType: 'repeat',
			season: null,
			engagement: { level: 'engaged', lastActivityAt: '2026-03-22T12:00:00.000Z', activities: 4 },
			suggestedGoal: 'winBack',
			asOf: '2026-04-02T10:00:00.000Z',
		});
	});

	it('finds a prospect in who has no order, and nothing else about orders', () => {
		const verdict = classifyLifecycle(orderHistory([]), {}, runOn(LAST));
		expect(verdict).toMatchObject({
			stage: 'prospect',
			stageLabel: 'Prospect',
			reason: 'No order yet.',
			previousStage: null,
			changed: null,
			movement: null,
			wonBack: null,
			since: null,
			nextStage: null,
			nextStageOn: null,
			orders: 0,
			totalSpent: null,
			currency: null,
			lastOrderAt: null,
			daysSinceLastOrder: null,
			expectedIntervalDays: null,
			basis: null,
			buyerType: 'none',
			engagement: { level: 'unknown', lastActivityAt: null, activities: null },
			suggestedGoal: 'firstPurchase',
		});
	});

	// Source: DESIGN sections 2 and 4, one goal a stage.
	it.each<[string, number[], number, string, string]>([
		['one-time buyer', [LAST], 5, 'customer', 'secondPurchase'],
		['repeat buyer', everyDays(14, 4, LAST), 5, 'customer', 'nextPurchase'],
		['advocate', everyDays(7, 4, LAST), 5, 'advocate', 'thankAndRefer'],
		['lapsed', [LAST], 31, 'lapsed', 'winBack'],
		['lost', [LAST], 181, 'lost', 'leaveInPeace'],
	])('%s: goal', (_, days, silent, stage, suggestedGoal) => {
		expect(classifyLifecycle(orderHistory(days), {}, runOn(LAST + silent))).toMatchObject({
			stage,
			suggestedGoal,
		});
	});

	it('knows since when a one-time buyer is a customer, and of others makes nothing up', () => {
		const once = classifyLifecycle(orderHistory([LAST]), {}, runOn(LAST + 5));
		expect(once.since).toBe('2026-03-02T00:00:00.000Z');
		const repeat = classifyLifecycle(orderHistory(everyDays(14, 4, LAST)), {}, runOn(LAST + 5));
		expect(repeat.since).toBeNull();
	});

	it('tells no movement where the stage is the previous one', () => {
		const verdict = classifyLifecycle(
			orderHistory([LAST]),
			{ previousStage: 'customer' },
			runOn(LAST),
		);
		expect(verdict).toMatchObject({ changed: false, movement: null });
	});

	it('counts days by the calendar, also over a change of the clocks', () => {
		const berlin = new TimeZone('Europe/Berlin');
		const history = orderHistory([LAST]);
		const lapsedDay = LAST + 31;
		const before = berlin.startOfDay(lapsedDay) - 1;
		const run = { policy: BREAD, rhythm: NO_RHYTHM, zone: berlin, openDays: EVERY_DAY };
		expect(classifyLifecycle(history, {}, { ...run, asOf: before }).stage).toBe('customer');
		expect(classifyLifecycle(history, {}, { ...run, asOf: before + 1 }).stage).toBe('lapsed');
	});

	it('sees the weekly buyer also in a summary of a CRM', () => {
		expect(stageOn(LAST + 2, summary(53, LAST - 364, LAST))).toBe('advocate');
	});
});

describe('classifyLifecycle, laws', () => {
	it('gives exactly one stage on each of the days 0 to 2000, and never goes back', () => {
		const order = ['advocate', 'customer', 'lapsed', 'lost'];
		fc.assert(
			fc.property(anyDays, anyPolicy, anyFacts, (days, policy, facts) => {
				const history = orderHistory(days, { amount: 10, currency: 'EUR' });
				const last = Math.max(...days);
				let reached = 0;
				for (let silent = 0; silent <= 2000; silent++) {
					const rank = order.indexOf(stageOn(last + silent, history, policy, facts));
					if (rank < reached) throw new Error(`back to ${order[rank]} after ${silent} days`);
					reached = rank;
				}
			}),
			{ numRuns: 30 },
		);
	});

	it.each(['customer', 'lapsed', 'lost'])(
		'names the first day on which a %s is something else, found by walking day by day',
		(stage) => {
			let walked = 0;
			fc.assert(
				fc.property(
					anyDays,
					anyPolicy,
					anyFacts,
					fc.nat({ max: 900 }),
					(days, policy, facts, ago) => {
						const history = orderHistory(days, { amount: 10, currency: 'EUR' });
						const today = Math.max(...days) + ago;
						const verdict = classifyLifecycle(history, facts, runOn(today, policy));
						if (verdict.stage !== stage) return;
						walked += 1;
						expect([verdict.nextStage, verdict.nextStageOn]).toEqual(
							walk(today, history, policy, facts),
						);
					},
				),
				{ numRuns: 300 },
			);
			expect(walked).toBeGreaterThan(5);
		},
	);

	it('names the first day on which an advocate is something else, found by walking day by day', () => {
		const weekly = orderHistory(everyDays(7, 10, LAST));
		const verdict = classifyLifecycle(weekly, {}, runOn(LAST));
		expect(verdict.stage).toBe('advocate');
		// A weekly buyer who is more than ten days late is a customer first, and lapsed only later.
		expect([verdict.nextStage, verdict.nextStageOn]).toEqual(walk(LAST, weekly, BREAD, {}));
	});

	function walk(
		today: number,
		history: PurchaseHistory,
		policy: LifecyclePolicy,
		facts: CustomerFacts,
	) {
		const now = stageOn(today, history, policy, facts);
		// Limits reach up to 7,200 days here (12 times 600); what is lost stays lost for as long as we look.
		const end = today + (now === 'lost' ? 100 : 8000);
		for (let day = today + 1; day <= end; day++) {
			const stage = stageOn(day, history, policy, facts);
			if (stage !== now) return [stage, UTC.dayToIso(day)];
		}
		return [null, null];
	}

	it('has the stage begin on the day it names, wherever it names one', () => {
		fc.assert(
			fc.property(anyDays, anyPolicy, fc.nat({ max: 900 }), (days, policy, ago) => {
				const history = orderHistory(days);
				const today = Math.max(...days) + ago;
				const { stage, since } = classifyLifecycle(history, {}, runOn(today, policy));
				fc.pre(stage === 'lapsed' || stage === 'lost');
				const began = UTC.dayOf(Date.parse(since ?? ''));
				expect(stageOn(began, history, policy)).toBe(stage);
				expect(stageOn(began - 1, history, policy)).not.toBe(stage);
			}),
		);
	});

	it('never lets engagement touch anything but engagement', () => {
		fc.assert(
			fc.property(
				anyDays,
				anyPolicy,
				fc.nat({ max: 900 }),
				fc.nat({ max: 2000 }),
				fc.constantFrom(...ACTIVITIES),
				fc.nat(),
				(days, policy, ago, activeAgo, activity, count) => {
					const today = Math.max(...days) + ago;
					const history = orderHistory(days);
					const silent = classifyLifecycle(history, {}, runOn(today, policy));
					const lastAt = noonOf(today - activeAgo);
					const active = classifyLifecycle(
						history,
						{ activities: [{ activity, lastAt, count }] },
						runOn(today, policy),
					);
					expect({ ...active, engagement: silent.engagement }).toEqual(silent);
				},
			),
		);
	});

	it('never lets the previous stage touch the stage, where no margin and no pipeline asks for it', () => {
		fc.assert(
			fc.property(
				anyDays,
				anyPolicy,
				anyStage,
				fc.nat({ max: 900 }),
				(days, anything, previousStage, ago) => {
					const policy = { ...advocates({ stayMargin: 0 }, anything), neverGoBack: false };
					const history = orderHistory(days);
					const today = Math.max(...days) + ago;
					const verdict = classifyLifecycle(history, { previousStage }, runOn(today, policy));
					expect(verdict.stage).toBe(stageOn(today, history, policy));
					expect(verdict.changed).toBe(verdict.stage !== previousStage);
				},
			),
		);
	});

	it('finds the same stage in any unit of money, unless spend makes advocates', () => {
		fc.assert(
			fc.property(anyDays, anyPolicy, fc.integer({ min: 2, max: 1500 }), (days, policy, factor) => {
				fc.pre(!policy.advocate.rules.includes('ordersAndSpend'));
				const run = runOn(LAST + 20, policy);
				const money = { totalSpent: 0, averageOrderValue: 0 };
				const won = classifyLifecycle(orderHistory(days, { amount: 3 * factor }), {}, run);
				const euro = classifyLifecycle(orderHistory(days, { amount: 3 }), {}, run);
				expect({ ...won, ...money }).toEqual({ ...euro, ...money });
			}),
		);
		const rich = advocates({ rules: ['ordersAndSpend'] });
		const days = everyDays(20, 3, LAST);
		expect(stageOn(LAST, orderHistory(days, { amount: 30 }), rich)).toBe('customer');
		expect(stageOn(LAST, orderHistory(days, { amount: 300 }), rich)).toBe('advocate');
	});

	it('leaves its input as it is', () => {
		const history = orderHistory(everyDays(7, 5, LAST));
		Object.freeze(history.orderDays);
		const frozen = Object.freeze({ ...history });
		expect(() => classifyLifecycle(frozen, Object.freeze({}), runOn(LAST))).not.toThrow();
	});
});

describe('what a stage is called', () => {
	it('is the label of its id, which stays', () => {
		const policy = { ...BREAD, labels: { ...LABELS, lapsed: 'Eingeschlafen', lost: 'Verloren' } };
		const history = orderHistory([LAST]);
		const on = (silent: number) => classifyLifecycle(history, {}, runOn(LAST + silent, policy));
		expect(on(31)).toMatchObject({ stage: 'lapsed', stageLabel: 'Eingeschlafen' });
		expect(on(181)).toMatchObject({ stage: 'lost', stageLabel: 'Verloren' });
		expect(on(0)).toMatchObject({ stage: 'customer', stageLabel: 'Customer' });
	});

	it('never decides anything, whatever the labels are', () => {
		const label = fc.string({ minLength: 1 });
		const labels = fc.record({
			prospect: label,
			customer: label,
			advocate: label,
			lapsed: label,
			lost: label,
		});
		fc.assert(
			fc.property(anyDays, anyPolicy, labels, fc.nat({ max: 900 }), (days, policy, named, ago) => {
				const run = runOn(Math.max(...days) + ago, policy);
				const plain = classifyLifecycle(orderHistory(days), {}, run);
				const renamed = { ...run, policy: { ...policy, labels: named } };
				expect(classifyLifecycle(orderHistory(days), {}, renamed)).toEqual({
					...plain,
					stageLabel: named[plain.stage],
				});
			}),
		);
	});
});

describe('the key action', () => {
	// Source: comment of the policy's action, "what is counted, in the singular".
	const policy = { ...BREAD, action: 'download' };

	it.each<[string, number[], number, string]>([
		['prospect', [], 0, 'No download yet.'],
		[
			'customer once',
			[LAST],
			5,
			'Only download 5 days ago; the next is expected within 7 days, lapsed after 30.',
		],
		[
			'customer',
			everyDays(14, 3, LAST),
			5,
			'Last download 5 days ago; expects one every 7 days, lapsed after 30.',
		],
		[
			'advocate',
			everyDays(7, 3, LAST),
			5,
			"One download every 7 days, an advocate's pace is 7; last download 5 days ago.",
		],
		[
			'lost',
			everyDays(7, 3, LAST),
			181,
			'Last download 181 days ago; expects one every 7 days, lost after 180.',
		],
	])('is named in the reason of a %s', (_, days, silent, reason) => {
		const run = runOn(LAST + silent, policy);
		expect(classifyLifecycle(orderHistory(days), {}, run).reason).toBe(reason);
	});
});

describe('wonBack', () => {
	// Source: comment of LifecycleVerdict.wonBack.
	it.each<[LifecycleStage | undefined, number[], number, string, boolean | null]>([
		['lapsed', [LAST - 90, LAST], 1, 'customer', true],
		['lost', [LAST - 900, LAST], 1, 'customer', true],
		['lost', everyDays(7, 4, LAST), 1, 'advocate', true],
		['lapsed', [LAST], 31, 'lapsed', false],
		['lapsed', [LAST], 181, 'lost', false],
		['customer', [LAST - 20, LAST], 1, 'customer', false],
		['prospect', [LAST], 1, 'customer', false],
		['advocate', everyDays(14, 4, LAST), 1, 'customer', false],
		[undefined, [LAST - 900, LAST], 1, 'customer', null],
	])('%s before, orders on %p, %p days ago: %s, won back %p', (...row) => {
		const [previousStage, days, silent, stage, wonBack] = row;
		expect(
			classifyLifecycle(orderHistory(days), { previousStage }, runOn(LAST + silent)),
		).toMatchObject({ stage, wonBack });
	});
});

describe('since', () => {
	const before = noonOf(LAST - 50);
	const once = [LAST];
	const often = everyDays(14, 4, LAST);

	// Source: comments of CustomerFacts.previousSince and describeMovement.
	it.each<[string, number[], number, CustomerFacts, string | null]>([
		[
			'still a customer: since the instant that is remembered',
			often,
			5,
			{ previousStage: 'customer', previousSince: before },
			'2026-01-11T12:00:00.000Z',
		],
		['still a customer, nothing remembered', often, 5, { previousStage: 'customer' }, null],
		[
			'still lapsed: since the instant that is remembered',
			often,
			40,
			{ previousStage: 'lapsed', previousSince: noonOf(LAST + 33) },
			'2026-04-04T12:00:00.000Z',
		],
		[
			'still lapsed, nothing remembered: since the limit was passed',
			often,
			40,
			{ previousStage: 'lapsed' },
			'2026-04-02T00:00:00.000Z',
		],
		[
			'kills: the instant of another stage kept',
			often,
			31,
			{ previousStage: 'customer', previousSince: before },
			'2026-04-02T00:00:00.000Z',
		],
		[
			'lost, skipping lapsed',
			often,
			181,
			{ previousStage: 'customer', previousSince: before },
			'2026-08-30T00:00:00.000Z',
		],
		[
			'won back: since the order',
			often,
			5,
			{ previousStage: 'lapsed', previousSince: before },
			'2026-03-02T00:00:00.000Z',
		],
		[
			'first order: since the order',
			once,
			5,
			{ previousStage: 'prospect', previousSince: before },
			'2026-03-02T00:00:00.000Z',
		],
		['an instant without its stage says nothing', often, 5, { previousSince: before }, null],
	])('%s', (_, days, silent, facts, since) => {
		expect(classifyLifecycle(orderHistory(days), facts, runOn(LAST + silent)).since).toBe(since);
	});

	it('an advocate who fell silent is no customer since the day on which he was an advocate still', () => {
		// Source: comment of StageFinding.sinceDay, "day on which the stage began".
		const weekly = orderHistory(everyDays(7, 10, LAST));
		const facts: CustomerFacts = { previousStage: 'advocate', previousSince: before };
		expect(stageOn(LAST + 10, weekly, BREAD, facts)).toBe('advocate');
		for (const silent of [11, 20]) {
			expect(classifyLifecycle(weekly, facts, runOn(LAST + silent))).toMatchObject({
				stage: 'customer',
				movement: 'advocate -> customer',
				since: '2026-03-13T00:00:00.000Z',
			});
		}
	});

	it.each<[string, number[], CustomerFacts]>([
		['slower orders', often, { previousStage: 'advocate' }],
		['fewer followers', once, { previousStage: 'advocate', followers: 5 }],
	])('is not made up for an advocate who ceased to be one by %s', (_, days, facts) => {
		const policy = advocates({ rules: ['pace', 'influence'] });
		const verdict = classifyLifecycle(orderHistory(days), facts, runOn(LAST + 5, policy));
		expect(verdict).toMatchObject({ stage: 'customer', changed: true, since: null });
	});

	it.each<[string, number[], number]>([
		['who fell silent', everyDays(7, 10, LAST), 20],
		['who ordered once', once, 5],
	])('is not made up for an advocate %s and is kept one', (_, days, silent) => {
		const facts: CustomerFacts = { previousStage: 'advocate' };
		const run = runOn(LAST + silent, { ...BREAD, neverGoBack: true });
		expect(classifyLifecycle(orderHistory(days), facts, run)).toMatchObject({
			stage: 'advocate',
			changed: false,
			since: null,
		});
	});
});

describe('a policy that never goes back', () => {
	const pipeline = { ...BREAD, neverGoBack: true };

	it.each<[string, number[], number, LifecycleStage, LifecycleStage, string]>([
		[
			'an advocate who slowed down',
			everyDays(14, 4, LAST),
			5,
			'advocate',
			'advocate',
			'Last order 5 days ago; expects one every 7 days, lapsed after 30; kept as advocate, as stages never go back.',
		],
		[
			'a customer whose orders are not told any more',
			[],
			0,
			'customer',
			'customer',
			'No order yet; kept as customer, as stages never go back.',
		],
		[
			'a lapsed customer whose orders are not told any more',
			[],
			0,
			'lapsed',
			'lapsed',
			'No order yet; kept as lapsed, as stages never go back.',
		],
		[
			'an advocate who is silent lapses all the same',
			everyDays(7, 4, LAST),
			31,
			'advocate',
			'lapsed',
			'Last order 31 days ago; expects one every 7 days, lapsed after 30.',
		],
		[
			'a lapsed customer who buys is a customer',
			[LAST - 90, LAST],
			5,
			'lapsed',
			'customer',
			'Last order 5 days ago; expects one every 7 days, lapsed after 30.',
		],
		['a prospect stays one', [], 0, 'prospect', 'prospect', 'No order yet.'],
	])('%s', (_, days, silent, previousStage, stage, reason) => {
		const run = runOn(LAST + silent, pipeline);
		expect(classifyLifecycle(orderHistory(days), { previousStage }, run)).toMatchObject({
			stage,
			changed: stage !== previousStage,
			reason,
		});
	});

	it('holds who is kept to the goal of the stage', () => {
		const kept = classifyLifecycle(
			orderHistory(everyDays(14, 4, LAST)),
			{ previousStage: 'advocate' },
			runOn(LAST, pipeline),
		);
		expect(kept).toMatchObject({ changed: false, movement: null, suggestedGoal: 'thankAndRefer' });
	});

	it('never has a prospect after a customer nor a customer after an advocate, and else changes nothing', () => {
		const days = fc.oneof(anyDays, fc.constant<number[]>([]));
		fc.assert(
			fc.property(days, anyPolicy, anyStage, fc.nat({ max: 900 }), (orders, policy, was, ago) => {
				const today = Math.max(LAST, ...orders) + ago;
				const judge = (neverGoBack: boolean) =>
					stageOn(today, orderHistory(orders), { ...policy, neverGoBack }, { previousStage: was });
				const [free, held] = [judge(false), judge(true)];
				if (was !== 'prospect') expect(held).not.toBe('prospect');
				if (was === 'advocate') expect(held).not.toBe('customer');
				const isBack =
					(free === 'prospect' && was !== 'prospect') ||
					(free === 'customer' && was === 'advocate');
				expect(held).toBe(isBack ? was : free);
			}),
			{ numRuns: 300 },
		);
	});

	it('announces no step back: an advocate who falls silent is a lapsed customer next', () => {
		// Source: comment of the policy's neverGoBack.
		const weekly = orderHistory(everyDays(7, 10, LAST));
		const facts: CustomerFacts = { previousStage: 'advocate' };
		const { stage, nextStage, nextStageOn } = classifyLifecycle(
			weekly,
			facts,
			runOn(LAST, pipeline),
		);
		expect(stage).toBe('advocate');
		expect(stageOn(LAST + 30, weekly, pipeline, facts)).toBe('advocate');
		expect([nextStage, nextStageOn]).toEqual(['lapsed', UTC.dayToIso(LAST + 31)]);
	});
});

describe('the margin of advocates', () => {
	const policy = advocates({ stayMargin: 20 });

	it('keeps an advocate who is somewhat late, and makes none of a customer just as late', () => {
		// An advocate's order is due within 10.5 days; with the margin within 13.125.
		const weekly = orderHistory(everyDays(7, 6, LAST));
		const stages = (previousStage: LifecycleStage) =>
			[10, 11, 13, 14].map((silent) => stageOn(LAST + silent, weekly, policy, { previousStage }));
		expect(stages('advocate')).toEqual(['advocate', 'advocate', 'advocate', 'customer']);
		expect(stages('customer')).toEqual(['advocate', 'customer', 'customer', 'customer']);
	});

	it('does not flicker: between the two limits everybody stays what they are', () => {
		const paces = [7, 8, 7, 8, 7, 8].map((pace) => orderHistory(everyDays(pace, 9, LAST)));
		const walk = (margin: number) => {
			let previousStage: LifecycleStage | undefined;
			return paces.map((history) => {
				previousStage = stageOn(LAST + 1, history, advocates({ stayMargin: margin }), {
					previousStage,
				});
				return previousStage;
			});
		};
		expect(new Set(walk(20))).toEqual(new Set(['advocate']));
		expect(new Set(walk(0))).toEqual(new Set(['advocate', 'customer']));
	});
});

describe('the season of a seasonal buyer', () => {
	const policy: LifecyclePolicy = {
		...BREAD,
		interval: { method: 'learned', fallbackDays: 90, recogniseSeasons: true },
	};
	const days = ['2023-12-20', '2024-12-18', '2025-12-22'].map(dayNumber);

	it('is told with the days on which it begins and ends', () => {
		const run = runOn(dayNumber('2026-10-15'), policy);
		const verdict = classifyLifecycle(orderHistory(days), {}, run);
		expect(verdict.season).toEqual({
			startsOn: '2026-12-19T00:00:00.000Z',
			endsOn: '2026-12-22T00:00:00.000Z',
		});
		expect(verdict.nextOrderExpectedAt).toBe(verdict.season?.endsOn);
		expect(verdict.buyerType).toBe('seasonal');
	});

	it('is null for who has none, or where seasons are not to be recognised', () => {
		const run = runOn(dayNumber('2026-10-15'), {
			...policy,
			interval: { method: 'learned', fallbackDays: 90, recogniseSeasons: false },
		});
		expect(classifyLifecycle(orderHistory(days), {}, run).season).toBeNull();
		expect(classifyLifecycle(orderHistory([LAST]), {}, runOn(LAST)).season).toBeNull();
	});
});

describe('money in several currencies', () => {
	it('is told by currency and never added up', () => {
		const history = {
			...orderHistory(everyDays(14, 3, LAST)),
			spent: new Map([
				['EUR', 0.1 + 0.2],
				['', 7],
			]),
		};
		expect(classifyLifecycle(history, {}, runOn(LAST))).toMatchObject({
			totalSpent: null,
			currency: null,
			averageOrderValue: null,
			spentByCurrency: { EUR: 0.3, '': 7 },
		});
	});
});

describe('one-time buyers on their own track', () => {
	const policy: LifecyclePolicy = {
		...BREAD,
		silence: {
			...BREAD.silence,
			oneTime: { lapsedAfter: { days: 60 }, lostAfter: { days: 90 } },
		},
	};

	it.each<[string, number[], number, string]>([
		['one order', [LAST], 60, 'customer'],
		['one order', [LAST], 61, 'lapsed'],
		['one order', [LAST], 91, 'lost'],
		['two orders of one day are one', [LAST, LAST], 60, 'customer'],
		['kills: the track of all', [LAST - 1, LAST], 31, 'lapsed'],
		['two order days', [LAST - 1, LAST], 91, 'lapsed'],
	])('%s (%p), %p days ago: %s', (_, days, silent, stage) => {
		expect(stageOn(LAST + silent, orderHistory(days), policy)).toBe(stage);
	});

	it('counts a summary of one order as one, and of several as several', () => {
		expect(stageOn(LAST + 40, summary(1, undefined, LAST), policy)).toBe('customer');
		expect(stageOn(LAST + 40, summary(2, undefined, LAST), policy)).toBe('lapsed');
	});

	it('has a way of their own without one: that of all', () => {
		expect(stageOn(LAST + 31, orderHistory([LAST]), BREAD)).toBe('lapsed');
	});
});

describe('closed days', () => {
	/** Closed from the day after the last order on, for three weeks. */
	const threeWeeks = new OpenDays([], [{ fromDay: LAST + 1, toDay: LAST + 21 }]);

	it('stop the clock: limits, due day and the day of the next stage move by as many', () => {
		const history = orderHistory(everyDays(14, 3, LAST));
		const free = classifyLifecycle(history, {}, runOn(LAST + 25));
		const paused = classifyLifecycle(history, {}, runOn(LAST + 25, BREAD, threeWeeks));
		expect(free.nextStageOn).toBe(UTC.dayToIso(LAST + 31));
		expect(paused.nextStageOn).toBe(UTC.dayToIso(LAST + 52));
		expect(free.nextOrderExpectedAt).toBe(UTC.dayToIso(LAST + 7));
		expect(paused.nextOrderExpectedAt).toBe(UTC.dayToIso(LAST + 28));
		expect(paused.daysSinceLastOrder).toBe(25);
		expect(paused.reason).toBe(
			'Last order 25 days ago, 4 of them open; expects one every 7 open days, lapsed after 30.',
		);
		expect(stageOn(LAST + 51, history, BREAD, {}, threeWeeks)).toBe('customer');
		const lapsed = classifyLifecycle(history, {}, runOn(LAST + 60, BREAD, threeWeeks));
		expect(lapsed).toMatchObject({ stage: 'lapsed', since: UTC.dayToIso(LAST + 52) });
	});

	it('stop it for the pace of an advocate, too', () => {
		const weekly = orderHistory(everyDays(7, 6, LAST));
		expect(stageOn(LAST + 25, weekly)).toBe('customer');
		expect(stageOn(LAST + 25, weekly, BREAD, {}, threeWeeks)).toBe('advocate');
	});

	it('make everything as it was before, so many days later, for any break after the last order', () => {
		// Buying in every period goes by the calendar, and so do seasons: both are left out.
		const calm = anyPolicy.map((policy) =>
			advocates(
				{ rules: policy.advocate.rules.filter((rule) => rule !== 'everyPeriod') },
				{ ...policy, interval: { ...policy.interval, recogniseSeasons: false } },
			),
		);
		const length = fc.integer({ min: 1, max: 90 });
		fc.assert(
			fc.property(anyDays, calm, anyFacts, length, fc.nat({ max: 900 }), (...drawn) => {
				const [days, policy, facts, closedDays, open] = drawn;
				const last = Math.max(...days);
				const closed = new OpenDays([], [{ fromDay: last + 1, toDay: last + closedDays }]);
				const history = orderHistory(days, {}, closed);
				const today = last + open;
				// On the last day itself the break has not begun.
				const later = open === 0 ? today : today + closedDays;
				const paused = classifyLifecycle(history, facts, runOn(later, policy, closed));
				const free = classifyLifecycle(orderHistory(days), facts, runOn(today, policy));
				expect(paused.stage).toBe(free.stage);
				const shifted = (iso: string | null) =>
					iso === null ? null : UTC.dayToIso(UTC.dayOf(Date.parse(iso)) + closedDays);
				expect(paused.nextStageOn).toBe(shifted(free.nextStageOn));
				if (free.stage === 'lapsed') expect(paused.since).toBe(shifted(free.since));
			}),
		);
	});

	it('leave the days that are named true, found by walking day by day', () => {
		const quick = anyPolicy.map(
			(policy): LifecyclePolicy => ({
				...policy,
				neverGoBack: false,
				interval: { method: 'fixed', days: 10, recogniseSeasons: false },
				silence: { lapsedAfter: { times: 2 }, lostAfter: { times: 4 } },
			}),
		);
		const closings = fc
			.tuple(
				fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 3 }),
				fc.array(fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 20 })), { maxLength: 3 }),
			)
			.map(
				([weekdays, periods]) =>
					new OpenDays(
						weekdays,
						periods.map(([from, length]) => ({
							fromDay: LAST - 30 + from,
							toDay: LAST - 30 + from + length,
						})),
					),
			);
		fc.assert(
			fc.property(anyDays, quick, anyFacts, closings, fc.nat({ max: 50 }), (...drawn) => {
				const [days, policy, facts, openDays, ago] = drawn;
				const history = orderHistory(days, {}, openDays);
				const today = Math.max(...days) + ago;
				const now = classifyLifecycle(history, facts, runOn(today, policy, openDays));
				fc.pre(now.stage !== 'lost');
				let day = today + 1;
				while (stageOn(day, history, policy, facts, openDays) === now.stage) day += 1;
				expect([now.nextStage, now.nextStageOn]).toEqual([
					stageOn(day, history, policy, facts, openDays),
					UTC.dayToIso(day),
				]);
			}),
			{ numRuns: 100 },
		);
	});
});
