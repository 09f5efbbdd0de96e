import fc from 'fast-check';

import type { PurchaseHistory } from '../../../nodes/core/history/PurchaseHistory';
import { summarisedHistory } from '../../../nodes/core/history/summarisedHistory';
import { ADVOCATE_RULES, type AdvocateRule } from '../../../nodes/core/lifecycle/advocateRules';
import {
	classifyLifecycle,
	type CustomerFacts,
	type LifecyclePolicy,
	type LifecycleRun,
} from '../../../nodes/core/lifecycle/classifyLifecycle';
import { LIFECYCLE_STAGES } from '../../../nodes/core/lifecycle/LifecycleStage';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { dayNumber, everyDays, NO_RHYTHM, noonOf, orderHistory, UTC } from '../orderHistory';

const LAST = dayNumber('2026-03-02');

/** The bread shop of DESIGN section 8. */
const BREAD: LifecyclePolicy = {
	interval: { method: 'fixed', days: 7, recogniseSeasons: true },
	silence: { lapsedAfter: { days: 30 }, lostAfter: { days: 180 } },
	advocate: { rules: ['pace'], minOrders: 3, minSpend: 100, months: 3, minFollowers: 1000 },
};

function runOn(day: number, policy = BREAD, zone = UTC): LifecycleRun {
	return { policy, rhythm: NO_RHYTHM, zone, asOf: zone.startOfDay(day) + 10 * 3_600_000 };
}

function stageOn(day: number, history: PurchaseHistory, policy = BREAD, facts: CustomerFacts = {}) {
	return classifyLifecycle(history, facts, runOn(day, policy)).stage;
}

const anyPolicy: fc.Arbitrary<LifecyclePolicy> = fc.record({
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
	}),
	advocate: fc.record({
		rules: fc.subarray<AdvocateRule>([...ADVOCATE_RULES]),
		minOrders: fc.integer({ min: 2, max: 5 }),
		minSpend: fc.integer({ min: 0, max: 500 }),
		months: fc.integer({ min: 1, max: 6 }),
		minFollowers: fc.integer({ min: 1, max: 5000 }),
	}),
});
const anyFacts = fc.record({ followers: fc.option(fc.nat({ max: 5000 }), { nil: undefined }) });
const anyDays = fc.array(
	fc.nat({ max: 1200 }).map((ago) => LAST - ago),
	{ minLength: 1, maxLength: 20 },
);

describe('classifyLifecycle', () => {
	it('fills the contract', () => {
		const history = orderHistory(everyDays(14, 3, LAST), { amount: 12.5, currency: 'EUR' });
		const facts: CustomerFacts = {
			previousStage: 'customer',
			lastActivityAt: noonOf(LAST + 20),
			activities: 4,
		};
		expect(classifyLifecycle(history, facts, runOn(LAST + 31))).toEqual({
			customerKey: 'anna@shop.example',
			stage: 'lapsed',
			previousStage: 'customer',
			changed: true,
			movement: 'customer -> lapsed',
			since: '2026-04-02T00:00:00.000Z',
			reason: 'Last order 31 days ago; expects one every 7 days, lapsed after 30.',
			nextStage: 'lost',
			nextStageOn: '2026-08-30T00:00:00.000Z',
			orders: 3,
			totalSpent: 37.5,
			currency: 'EUR',
			averageOrderValue: 12.5,
			firstOrderAt: '2026-02-02T12:00:00.000Z',
			lastOrderAt: '2026-03-02T12:00:00.000Z',
			daysSinceLastOrder: 31,
			expectedIntervalDays: 7,
			basis: 'fixed',
			confidence: 'high',
			nextOrderExpectedAt: '2026-03-09T00:00:00.000Z',
			buyerType: 'repeat',
			engagement: { level: 'engaged', lastActivityAt: '2026-03-22T12:00:00.000Z', activities: 4 },
			suggestedGoal: 'winBack',
			asOf: '2026-04-02T10:00:00.000Z',
		});
	});

	it('finds a prospect in who has no order, and nothing else about orders', () => {
		const verdict = classifyLifecycle(orderHistory([]), {}, runOn(LAST));
		expect(verdict).toMatchObject({
			stage: 'prospect',
			reason: 'No order yet.',
			previousStage: null,
			changed: null,
			movement: null,
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
		const run = { policy: BREAD, rhythm: NO_RHYTHM, zone: berlin };
		expect(classifyLifecycle(history, {}, { ...run, asOf: before }).stage).toBe('customer');
		expect(classifyLifecycle(history, {}, { ...run, asOf: before + 1 }).stage).toBe('lapsed');
	});

	it('sees the weekly buyer also in a summary of a CRM', () => {
		const summary = {
			customerKey: 'anna@shop.example',
			orders: 53,
			firstOrderAt: noonOf(LAST - 364),
			lastOrderAt: noonOf(LAST),
			totalSpent: undefined,
			currency: undefined,
		};
		expect(stageOn(LAST + 2, summarisedHistory(summary, UTC))).toBe('advocate');
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
				fc.nat(),
				(days, policy, ago, activeAgo, activities) => {
					const today = Math.max(...days) + ago;
					const history = orderHistory(days);
					const silent = classifyLifecycle(history, {}, runOn(today, policy));
					const lastActivityAt = noonOf(today - activeAgo);
					const active = classifyLifecycle(
						history,
						{ lastActivityAt, activities },
						runOn(today, policy),
					);
					expect({ ...active, engagement: silent.engagement }).toEqual(silent);
				},
			),
		);
	});

	it('never lets the previous stage touch the stage', () => {
		fc.assert(
			fc.property(
				anyDays,
				anyPolicy,
				fc.constantFrom(...LIFECYCLE_STAGES),
				fc.nat({ max: 900 }),
				(days, policy, previousStage, ago) => {
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
		const rich: LifecyclePolicy = {
			...BREAD,
			advocate: { ...BREAD.advocate, rules: ['ordersAndSpend'] },
		};
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
