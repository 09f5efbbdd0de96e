import {
	expectInterval,
	type Confidence,
	type ExpectedInterval,
	type IntervalBasis,
	type IntervalPolicy,
} from '../history/expectedInterval';
import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import { silenceLimits, type SilenceLimits, type SilencePolicy } from '../history/silenceLimits';
import { silenceReason } from '../history/silenceReason';
import type { StoreRhythm } from '../history/StoreRhythm';
import type { TimeZone } from '../reading/TimeZone';
import { counted } from '../wording/formatNumber';
import { advocateReason, type AdvocatePolicy } from './advocateRules';
import { buyerType, type BuyerType } from './buyerType';
import { engagementLevel, type EngagementLevel } from './engagement';
import type { LifecycleStage } from './LifecycleStage';

export interface LifecyclePolicy {
	interval: IntervalPolicy;
	silence: SilencePolicy;
	advocate: AdvocatePolicy;
}

/** What is known of a customer beside the orders. */
export interface CustomerFacts {
	previousStage?: LifecycleStage;
	followers?: number;
	/** Instant of the last open, click or visit. */
	lastActivityAt?: number;
	activities?: number;
}

/** What the next step in the customer's life should be, for a campaign to aim at. */
export type SuggestedGoal =
	| 'firstPurchase'
	| 'secondPurchase'
	| 'nextPurchase'
	| 'waitForSeason'
	| 'thankAndRefer'
	| 'winBack'
	| 'leaveInPeace';

/** The `lifecycle` object of an output item; `null` where something is not known. */
export interface LifecycleVerdict {
	customerKey: string;
	stage: LifecycleStage;
	previousStage: LifecycleStage | null;
	/** Whether the stage differs from the previous one; `null` where that is not known. */
	changed: boolean | null;
	movement: string | null;
	since: string | null;
	reason: string;
	nextStage: LifecycleStage | null;
	nextStageOn: string | null;
	orders: number;
	totalSpent: number | null;
	currency: string | null;
	averageOrderValue: number | null;
	firstOrderAt: string | null;
	lastOrderAt: string | null;
	daysSinceLastOrder: number | null;
	expectedIntervalDays: number | null;
	basis: IntervalBasis | null;
	confidence: Confidence | null;
	nextOrderExpectedAt: string | null;
	buyerType: BuyerType;
	engagement: { level: EngagementLevel; lastActivityAt: string | null; activities: number | null };
	suggestedGoal: SuggestedGoal;
	asOf: string;
}

/** What all customers of one run share. */
export interface LifecycleRun {
	policy: LifecyclePolicy;
	rhythm: StoreRhythm;
	zone: TimeZone;
	/** Reference instant: everything is judged as of then. */
	asOf: number;
}

/** A stage with its evidence, before it is put into words of the output contract. */
interface StageFinding {
	stage: LifecycleStage;
	reason: string;
	/** Day on which the stage began, where the history shows it. */
	sinceDay?: number;
	next?: { stage: LifecycleStage; day: number };
}

function findStage(
	history: PurchaseHistory,
	expected: ExpectedInterval,
	limits: SilenceLimits,
	lastDay: number,
	facts: CustomerFacts,
	run: LifecycleRun,
): StageFinding {
	const asOfDay = run.zone.dayOf(run.asOf);
	const daysSinceLastOrder = asOfDay - lastDay;
	const silence = { history, expected, daysSinceLastOrder };
	const lapsedOn = lastDay + limits.lapsed + 1;
	const lostOn = lastDay + limits.lost + 1;

	if (daysSinceLastOrder > limits.lost) {
		const reason = silenceReason({ ...silence, limitName: 'lost', limitDays: limits.lost });
		return { stage: 'lost', reason, sinceDay: lostOn };
	}
	const reason = silenceReason({ ...silence, limitName: 'lapsed', limitDays: limits.lapsed });
	if (daysSinceLastOrder > limits.lapsed) {
		return { stage: 'lapsed', reason, sinceDay: lapsedOn, next: { stage: 'lost', day: lostOn } };
	}
	const reasonOn = (day: number) =>
		advocateReason(
			{
				history,
				expected,
				rhythm: run.rhythm,
				asOfDay: day,
				daysSinceLastOrder: day - lastDay,
				followers: facts.followers,
			},
			run.policy.advocate,
		);
	const advocate = reasonOn(asOfDay);
	if (advocate !== undefined) {
		const lastOrder = `last order ${counted(daysSinceLastOrder, 'day')} ago`;
		const endsOn = firstDayWithout(reasonOn, asOfDay, lapsedOn);
		return {
			stage: 'advocate',
			reason: `${advocate}; ${lastOrder}.`,
			next: { stage: endsOn < lapsedOn ? 'customer' : 'lapsed', day: endsOn },
		};
	}
	const next = { stage: 'lapsed' as const, day: lapsedOn };
	const sinceDay = history.orderDayCount === 1 ? lastDay : undefined;
	return { stage: 'customer', reason, sinceDay, next };
}

/**
 * The first day after `from`, at the latest `until`, on which something that holds on `from` and can
 * only end with silence does not hold any more.
 */
function firstDayWithout(holdsOn: (day: number) => unknown, from: number, until: number): number {
	let [holds, ended] = [from, until];
	while (ended - holds > 1) {
		const middle = Math.floor((holds + ended) / 2);
		if (holdsOn(middle) === undefined) ended = middle;
		else holds = middle;
	}
	return ended;
}

function suggestGoal(stage: LifecycleStage, type: BuyerType): SuggestedGoal {
	switch (stage) {
		case 'prospect':
			return 'firstPurchase';
		case 'advocate':
			return 'thankAndRefer';
		case 'lapsed':
			return 'winBack';
		case 'lost':
			return 'leaveInPeace';
		case 'customer':
			if (type === 'oneTime') return 'secondPurchase';
			return type === 'seasonal' ? 'waitForSeason' : 'nextPurchase';
	}
}

function describeEngagement(
	facts: CustomerFacts,
	run: LifecycleRun,
): LifecycleVerdict['engagement'] {
	const { lastActivityAt, activities } = facts;
	const days =
		lastActivityAt === undefined
			? undefined
			: run.zone.dayOf(run.asOf) - run.zone.dayOf(lastActivityAt);
	return {
		level: engagementLevel(days),
		lastActivityAt: lastActivityAt === undefined ? null : run.zone.toIso(lastActivityAt),
		activities: activities ?? null,
	};
}

/**
 * Finds the lifecycle stage of a customer, with the evidence.
 *
 * A stage follows from orders alone: no order is a prospect; silence beyond the customer's limits is
 * lapsed, then lost; of the others those who meet an advocate rule are advocates. Engagement stands
 * beside it and decides nothing. A limit is passed on the day after it.
 *
 * The history must hold no order later than the reference instant's day.
 */
export function classifyLifecycle(
	history: PurchaseHistory,
	facts: CustomerFacts,
	run: LifecycleRun,
): LifecycleVerdict {
	const { zone } = run;
	const spend = spendOf(history);
	const lastDay = history.orderDays[history.orderDays.length - 1];
	const expected =
		lastDay === undefined ? undefined : expectInterval(history, run.policy.interval, run.rhythm);
	const finding: StageFinding =
		lastDay === undefined || expected === undefined
			? { stage: 'prospect', reason: 'No order yet.' }
			: findStage(
					history,
					expected,
					silenceLimits(expected, run.policy.silence),
					lastDay,
					facts,
					run,
				);

	const type = buyerType(history, expected?.seasonal !== undefined);
	const previousStage = facts.previousStage ?? null;
	const changed = previousStage === null ? null : previousStage !== finding.stage;
	return {
		customerKey: history.customerKey,
		stage: finding.stage,
		previousStage,
		changed,
		movement: changed ? `${previousStage} -> ${finding.stage}` : null,
		since: finding.sinceDay === undefined ? null : zone.dayToIso(finding.sinceDay),
		reason: finding.reason,
		nextStage: finding.next?.stage ?? null,
		nextStageOn: finding.next ? zone.dayToIso(finding.next.day) : null,
		orders: history.orders,
		totalSpent: spend.total ?? null,
		currency: spend.currency ?? null,
		averageOrderValue: spend.average ?? null,
		firstOrderAt: history.firstOrderAt === undefined ? null : zone.toIso(history.firstOrderAt),
		lastOrderAt: history.lastOrderAt === undefined ? null : zone.toIso(history.lastOrderAt),
		daysSinceLastOrder: lastDay === undefined ? null : zone.dayOf(run.asOf) - lastDay,
		expectedIntervalDays: expected ? Math.round(expected.days * 10) / 10 : null,
		basis: expected?.basis ?? null,
		confidence: expected?.confidence ?? null,
		nextOrderExpectedAt:
			lastDay === undefined || expected === undefined
				? null
				: zone.dayToIso(lastDay + Math.round(expected.days)),
		buyerType: type,
		engagement: describeEngagement(facts, run),
		suggestedGoal: suggestGoal(finding.stage, type),
		asOf: zone.toIso(run.asOf),
	};
}
