import fc from 'fast-check';

import {
	detectStuckDeal,
	stageLimits,
	type DealFacts,
	type DealPolicy,
	type DealVerdict,
} from '../../../nodes/core/lapse/detectStuckDeal';
import { LAPSE_STATUSES } from '../../../nodes/core/lapse/LapseVerdict';
import { dayNumber, noonOf, UTC } from '../orderHistory';

const SINCE = dayNumber('2026-10-30');

/** At risk after 11 days, stuck after 14, given up after 56. */
const POLICY: DealPolicy = {
	measure: 'idle',
	clockFields: ['created', 'lastActivity', 'stageChange'],
	stuckAfterDays: 14,
	stageLimits: stageLimits([{ stage: 'Negotiation ', days: 30 }]),
	atRiskShare: 75,
	givenUpAfterTimes: 4,
	plannedActivitySuspends: true,
	quietDaysAfterContact: 14,
};

const DEAL: DealFacts = {
	id: 'D-7',
	customerKey: 'huber@bakery.example',
	email: 'huber@bakery.example',
	standing: 'open',
	title: 'Oven',
	stage: 'Proposal',
	value: 4800,
	currency: 'EUR',
	owner: 'Mia',
	createdAt: noonOf(SINCE - 40),
	stageSince: noonOf(SINCE - 10),
	lastActivityAt: noonOf(SINCE),
};

function after(days: number, facts: Partial<DealFacts> = {}, policy: Partial<DealPolicy> = {}) {
	const verdict = detectStuckDeal(
		{ ...DEAL, ...facts },
		{ ...POLICY, ...policy },
		{ zone: UTC, asOf: noonOf(SINCE + days) },
	);
	return verdict as DealVerdict;
}

describe('detectStuckDeal', () => {
	it('fills the contract', () => {
		expect(after(23, { previousStatus: 'atRisk', contactCount: 1 })).toEqual({
			customerKey: 'huber@bakery.example',
			email: 'huber@bakery.example',
			watch: 'deals',
			status: 'lapsed',
			previousStatus: 'atRisk',
			statusToSave: 'lapsed',
			episodeId: 'D-7/2026-10-30',
			daysSince: 23,
			expectedIntervalDays: 14,
			basis: 'fixed',
			confidence: 'high',
			dueAt: '2026-11-13T00:00:00.000Z',
			daysOverdue: 9,
			ratio: 1.64,
			returnProbability: null,
			horizonDays: null,
			expectedOrders: null,
			expectedValue: null,
			valueAtRisk: 4800,
			newlyLapsed: true,
			lapsedSince: '2026-11-14T00:00:00.000Z',
			reactivated: null,
			daysAway: null,
			totalSpent: null,
			averageOrderValue: null,
			currency: 'EUR',
			spentByCurrency: null,
			contact: { count: 1, lastAt: null, suppressedUntil: null },
			held: null,
			suggestedAction: 'remind',
			reason: 'No activity for 23 days in stage Proposal; stuck after 14.',
			asOf: '2026-11-22T12:00:00.000Z',
			deal: {
				id: 'D-7',
				title: 'Oven',
				stage: 'Proposal',
				status: 'open',
				value: 4800,
				currency: 'EUR',
				owner: 'Mia',
				idleDays: 23,
				ageDays: 63,
				daysInStage: 33,
				limitDays: 14,
				lastActivityAt: '2026-10-30T12:00:00.000Z',
				nextActivityAt: null,
			},
		});
	});

	// Source: docstring of detectStuckDeal, "each limit is passed on the day after it".
	it.each([
		[0, 'active', 'none', 'at risk after 11'],
		[11, 'active', 'none', 'at risk after 11'],
		[12, 'atRisk', 'remind', 'stuck after 14'],
		[14, 'atRisk', 'remind', 'stuck after 14'],
		[15, 'lapsed', 'remind', 'stuck after 14'],
		[56, 'lapsed', 'remind', 'stuck after 14'],
		[57, 'lost', 'leaveInPeace', 'given up after 56'],
	])('after %i idle days: %s', (days, status, suggestedAction, limit) => {
		const verdict = after(days);
		expect(verdict).toMatchObject({ status, suggestedAction });
		expect(verdict.reason).toContain(limit);
	});

	it.each<[Partial<DealPolicy>, number, number, string]>([
		[{ measure: 'idle' }, 15, 15, 'No activity for 15 days in stage Proposal'],
		[{ measure: 'timeInStage' }, 5, 15, 'In stage Proposal for 15 days'],
		[{ measure: 'age' }, -25, 15, 'Open for 15 days, now in stage Proposal'],
	])('measures %j', (policy, asOfDays, days, told) => {
		const verdict = after(asOfDays, { stageSince: noonOf(SINCE - 10) }, policy);
		expect(verdict).toMatchObject({ status: 'lapsed', daysSince: days });
		expect(verdict.reason).toBe(`${told}; stuck after 14.`);
	});

	it.each([
		[{ measure: 'idle' as const }, 'No activity for 15 days; stuck after 14.'],
		[{ measure: 'timeInStage' as const }, 'In its stage for 25 days; stuck after 14.'],
		[{ measure: 'age' as const }, 'Open for 55 days; stuck after 14.'],
	])('needs no name of a stage: %j', (policy, reason) => {
		expect(after(15, { stage: undefined }, policy).reason).toBe(reason);
	});

	it.each([
		['Negotiation', 30],
		[' negotiation', 30],
		['Proposal', 14],
		[undefined, 14],
	])('takes the limit of the stage, in any case: %s', (stage, limitDays) => {
		expect(after(limitDays, { stage }).status).toBe('atRisk');
		expect(after(limitDays + 1, { stage })).toMatchObject({
			status: 'lapsed',
			deal: { limitDays },
		});
	});

	it.each(['won', 'lost'] as const)('leaves a deal alone that is %s', (standing) => {
		expect(after(400, { standing, closedAs: 'Signed' })).toMatchObject({
			status: 'active',
			suggestedAction: 'none',
			valueAtRisk: null,
			dueAt: null,
			daysOverdue: null,
			ratio: null,
			lapsedSince: null,
			reason: 'Closed as Signed; only open deals are watched.',
			deal: { status: standing, value: 4800 },
		});
		expect(
			after(400, {
				standing,
				createdAt: undefined,
				stageSince: undefined,
				lastActivityAt: undefined,
			}),
		).toMatchObject({ daysSince: null, episodeId: `D-7/${standing}` });
	});

	it('lets a deal wait for an activity that is planned for today or later', () => {
		const planned = { nextActivityAt: noonOf(SINCE + 23) };
		expect(after(22, planned)).toMatchObject({
			status: 'active',
			suggestedAction: 'none',
			dueAt: '2026-11-22T00:00:00.000Z',
			daysOverdue: 0,
			reason:
				'No activity for 22 days in stage Proposal, but the next activity is planned for 2026-11-22.',
		});
		expect(after(23, planned).status).toBe('active');
		expect(after(24, planned)).toMatchObject({
			status: 'lapsed',
			reason:
				'No activity for 24 days in stage Proposal; stuck after 14; the activity planned for 2026-11-22 is overdue.',
		});
		expect(after(22, planned, { plannedActivitySuspends: false }).status).toBe('lapsed');
	});

	it('calls no activity overdue that was done since', () => {
		const done = { nextActivityAt: noonOf(SINCE - 3) };
		expect(after(20, done).reason).not.toContain('overdue');
		expect(after(20, { ...done, lastActivityAt: noonOf(SINCE - 4) }).reason).toContain('overdue');
	});

	it('has an episode that lasts until the clock is reset', () => {
		expect(after(30).episodeId).toBe(after(15).episodeId);
		expect(after(30, { lastActivityAt: noonOf(SINCE + 1) }).episodeId).toBe('D-7/2026-10-31');
	});

	it('says nothing of an open deal without a date', () => {
		const nothing = { createdAt: undefined, stageSince: undefined, lastActivityAt: undefined };
		expect(after(20, nothing)).toBeUndefined();
	});

	it.each([
		[[{ stage: ' ', days: 3 }], /no stage/],
		[
			[
				{ stage: 'Offer', days: 3 },
				{ stage: 'offer ', days: 4 },
			],
			/"offer" is in Stage Limits twice/,
		],
	])('refuses a table of stages such as %j', (rows, message) => {
		expect(() => stageLimits(rows)).toThrow(message);
	});
});

describe('the laws of stuck deals', () => {
	const rank = (status: string) => LAPSE_STATUSES.indexOf(status as never);
	const policies = fc.record({
		stuckAfterDays: fc.integer({ min: 1, max: 200 }),
		atRiskShare: fc.integer({ min: 1, max: 100 }),
		givenUpAfterTimes: fc.double({ min: 0.1, max: 10, noNaN: true }),
		measure: fc.constantFrom('idle' as const, 'age' as const, 'timeInStage' as const),
	});
	const day = fc.integer({ min: 0, max: 1000 });

	it('never give an earlier status after a longer silence', () => {
		fc.assert(
			fc.property(policies, day, day, (policy, one, more) => {
				const [early, late] = [after(one, {}, policy), after(one + more, {}, policy)];
				expect(rank(late.status)).toBeGreaterThanOrEqual(rank(early.status));
			}),
		);
	});

	it('never call a closed deal stuck', () => {
		fc.assert(
			fc.property(policies, day, fc.constantFrom('won', 'lost'), (policy, days, standing) => {
				expect(after(days, { standing: standing as 'won' }, policy).status).toBe('active');
			}),
		);
	});

	it('never call a deal stuck whose next activity is to come', () => {
		fc.assert(
			fc.property(policies, day, day, (policy, days, ahead) => {
				const nextActivityAt = noonOf(SINCE + days + ahead);
				expect(after(days, { nextActivityAt }, policy).status).toBe('active');
			}),
		);
	});
});
