import {
	currentPaceDays,
	expectInterval,
	type Confidence,
	type ExpectedInterval,
	type IntervalBasis,
} from '../history/expectedInterval';
import type { OpenDays } from '../history/OpenDays';
import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import { seasonOn } from '../history/Season';
import { silenceLimits, type SilenceLimits } from '../history/silenceLimits';
import { silenceReason } from '../history/silenceReason';
import type { StoreRhythm } from '../history/StoreRhythm';
import type { TimeZone } from '../reading/TimeZone';
import { counted } from '../wording/formatNumber';
import { advocateReason, type Influence } from './advocateRules';
import { buyerType, type BuyerType } from './buyerType';
import { engagementOf, type ActivityFact, type EngagementLevel } from './engagement';
import type { LifecyclePolicy } from './lifecyclePolicy';
import type { LifecycleStage } from './LifecycleStage';

/** What is known of a customer beside the orders. */
export interface CustomerFacts extends Influence {
	email?: string;
	previousStage?: LifecycleStage;
	/** Instant since when the customer has been in the previous stage. */
	previousSince?: number;
	activities?: readonly ActivityFact[];
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
	/** The address to write to, whatever the key is. */
	email: string | null;
	stage: LifecycleStage;
	/** What the user calls the stage. */
	stageLabel: string;
	previousStage: LifecycleStage | null;
	/** Whether the stage differs from the previous one; `null` where that is not known. */
	changed: boolean | null;
	movement: string | null;
	/** Whether a lapsed or lost customer bought again; `null` where the previous stage is not known. */
	wonBack: boolean | null;
	since: string | null;
	reason: string;
	nextStage: LifecycleStage | null;
	nextStageOn: string | null;
	orders: number;
	totalSpent: number | null;
	currency: string | null;
	/** The sums by currency where several keep them from being added up; '' is "not given". */
	spentByCurrency: Readonly<Record<string, number>> | null;
	averageOrderValue: number | null;
	firstOrderAt: string | null;
	lastOrderAt: string | null;
	daysSinceLastOrder: number | null;
	expectedIntervalDays: number | null;
	basis: IntervalBasis | null;
	confidence: Confidence | null;
	nextOrderExpectedAt: string | null;
	buyerType: BuyerType;
	/** When a seasonal customer is expected next; `null` for all others. */
	season: { startsOn: string; endsOn: string } | null;
	engagement: { level: EngagementLevel; lastActivityAt: string | null; activities: number | null };
	suggestedGoal: SuggestedGoal;
	asOf: string;
}

/** What all customers of one run share. */
export interface LifecycleRun {
	policy: LifecyclePolicy;
	rhythm: StoreRhythm;
	zone: TimeZone;
	openDays: OpenDays;
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

/** The customer's history with what is expected of it. */
interface Buyer {
	history: PurchaseHistory;
	expected: ExpectedInterval;
	limits: SilenceLimits;
	lastDay: number;
}

function findStage(buyer: Buyer, facts: CustomerFacts, run: LifecycleRun): StageFinding {
	const { history, expected, limits, lastDay } = buyer;
	const { policy, openDays } = run;
	const asOfDay = run.zone.dayOf(run.asOf);
	const silentDays = openDays.between(lastDay, asOfDay);
	const silence = {
		history,
		expected,
		daysSinceLastOrder: asOfDay - lastDay,
		openDaysSinceLastOrder: silentDays,
		action: policy.action,
	};
	const lostOn = openDays.after(lastDay, limits.lost + 1);
	if (silentDays > limits.lost) {
		const reason = silenceReason({ ...silence, limitName: 'lost', limitDays: limits.lost });
		return { stage: 'lost', reason, sinceDay: lostOn };
	}
	const lapsedOn = openDays.after(lastDay, limits.lapsed + 1);
	const reason = silenceReason({ ...silence, limitName: 'lapsed', limitDays: limits.lapsed });
	if (silentDays > limits.lapsed) {
		return { stage: 'lapsed', reason, sinceDay: lapsedOn, next: { stage: 'lost', day: lostOn } };
	}
	const paceDays = currentPaceDays(history);
	const reasonOn = (day: number) =>
		advocateReason(
			{
				history,
				expected,
				paceDays,
				rhythm: run.rhythm,
				asOfDay: day,
				silentDays: openDays.between(lastDay, day),
				influence: facts,
				// Who is an advocate today will have been one in the runs to come, where they are told.
				wasAdvocate:
					facts.previousStage === 'advocate' ||
					(day > asOfDay && facts.previousStage !== undefined),
				action: policy.action,
			},
			policy.advocate,
		);
	const advocate = reasonOn(asOfDay);
	if (advocate !== undefined) {
		const last = `last ${policy.action} ${counted(asOfDay - lastDay, 'day')} ago`;
		const endsOn = policy.neverGoBack ? lapsedOn : firstDayWithout(reasonOn, asOfDay, lapsedOn);
		return {
			stage: 'advocate',
			reason: `${advocate}; ${last}.`,
			next: { stage: endsOn < lapsedOn ? 'customer' : 'lapsed', day: endsOn },
		};
	}
	const next = { stage: 'lapsed' as const, day: lapsedOn };
	return {
		stage: 'customer',
		reason,
		sinceDay: customerSince(buyer, facts, asOfDay, reasonOn),
		next,
	};
}

/** Since when a customer is no more than that, where it can be told. */
function customerSince(
	{ history, lastDay }: Buyer,
	{ previousStage }: CustomerFacts,
	asOfDay: number,
	advocateOn: (day: number) => unknown,
): number | undefined {
	if (previousStage !== 'advocate') return history.orderDayCount === 1 ? lastDay : undefined;
	// Only silence has a day on which it went too far.
	const endedBySilence = advocateOn(lastDay) !== undefined;
	return endedBySilence ? firstDayWithout(advocateOn, lastDay, asOfDay) : undefined;
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

/** The way up, on which a pipeline that never goes back stays; lapsed and lost are beside it. */
const WAY_UP: readonly LifecycleStage[] = ['prospect', 'customer', 'advocate'];

/** The finding, held at the previous stage where the policy lets nobody go back to an earlier one. */
function heldUp(finding: StageFinding, { previousStage }: CustomerFacts): StageFinding {
	if (previousStage === undefined || !WAY_UP.includes(finding.stage)) return finding;
	const isBack =
		WAY_UP.includes(previousStage) && WAY_UP.indexOf(finding.stage) < WAY_UP.indexOf(previousStage);
	// Who once bought is never a prospect again, however long that is ago.
	const isForgotten = finding.stage === 'prospect' && !WAY_UP.includes(previousStage);
	if (!isBack && !isForgotten) return finding;
	return {
		...finding,
		stage: previousStage,
		sinceDay: undefined,
		reason: `${finding.reason.replace(/\.$/, '')}; kept as ${previousStage}, as stages never go back.`,
	};
}

function suggestGoal(stage: LifecycleStage, type: BuyerType, isInSeason: boolean): SuggestedGoal {
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
			return type === 'seasonal' && !isInSeason ? 'waitForSeason' : 'nextPurchase';
	}
}

function describeEngagement(
	{ activities = [] }: CustomerFacts,
	{ policy, zone, asOf }: LifecycleRun,
): LifecycleVerdict['engagement'] {
	const asOfDay = zone.dayOf(asOf);
	const found = engagementOf(
		activities,
		policy.engagement,
		(instant) => asOfDay - zone.dayOf(instant),
	);
	return {
		level: found.level,
		lastActivityAt: found.lastAt === undefined ? null : zone.toIso(found.lastAt),
		activities: found.activities ?? null,
	};
}

/** Where the customer comes from, and since when the stage holds. */
function describeMovement(
	finding: StageFinding,
	lastDay: number | undefined,
	facts: CustomerFacts,
	zone: TimeZone,
): Pick<LifecycleVerdict, 'previousStage' | 'changed' | 'movement' | 'wonBack' | 'since'> {
	const { previousStage = null, previousSince } = facts;
	const changed = previousStage === null ? null : previousStage !== finding.stage;
	const wasGone = previousStage === 'lapsed' || previousStage === 'lost';
	const isBuying = finding.stage === 'customer' || finding.stage === 'advocate';
	// Only an order makes a buyer, or a buyer anew; what makes an advocate may be something else.
	const isUp = changed && isBuying && (previousStage === 'prospect' || wasGone);
	const sinceDay = finding.sinceDay ?? (isUp ? lastDay : undefined);
	const isSameAsBefore = changed === false && previousSince !== undefined;
	return {
		previousStage,
		changed,
		movement: changed ? `${previousStage} -> ${finding.stage}` : null,
		wonBack: previousStage === null ? null : wasGone && isBuying,
		since: isSameAsBefore
			? zone.toIso(previousSince)
			: sinceDay === undefined
				? null
				: zone.dayToIso(sinceDay),
	};
}

/**
 * Finds the lifecycle stage of a customer, with the evidence.
 *
 * A stage follows from orders alone: no order is a prospect; silence beyond the customer's limits is
 * lapsed, then lost; of the others those who meet an advocate rule are advocates. Engagement stands
 * beside it and decides nothing. A limit is passed on the day after it. Silence is counted in open
 * days; `daysSinceLastOrder` in days of the calendar.
 *
 * The history must hold no order later than the reference instant's day.
 */
export function classifyLifecycle(
	history: PurchaseHistory,
	facts: CustomerFacts,
	run: LifecycleRun,
): LifecycleVerdict {
	const { zone, policy, openDays } = run;
	const spend = spendOf(history);
	const lastDay = history.orderDays[history.orderDays.length - 1];
	const expected =
		lastDay === undefined
			? undefined
			: expectInterval(history, policy.interval, run.rhythm, openDays);
	let finding: StageFinding = { stage: 'prospect', reason: `No ${policy.action} yet.` };
	if (lastDay !== undefined && expected !== undefined) {
		const limits = silenceLimits(expected, policy.silence, history.orderDayCount === 1, openDays);
		finding = findStage({ history, expected, limits, lastDay }, facts, run);
	}
	if (policy.neverGoBack) finding = heldUp(finding, facts);

	const type = buyerType(history, expected?.seasonal !== undefined);
	const asOfDay = zone.dayOf(run.asOf);
	const season = expected?.seasonal && seasonOn(expected.seasonal, asOfDay);
	const isInSeason = season !== undefined && season.startDay <= asOfDay;
	return {
		customerKey: history.customerKey,
		email: facts.email ?? null,
		stage: finding.stage,
		stageLabel: policy.labels[finding.stage],
		...describeMovement(finding, lastDay, facts, zone),
		reason: finding.reason,
		nextStage: finding.next?.stage ?? null,
		nextStageOn: finding.next ? zone.dayToIso(finding.next.day) : null,
		orders: history.orders,
		totalSpent: spend.total ?? null,
		currency: spend.currency ?? null,
		spentByCurrency: spend.byCurrency ?? null,
		averageOrderValue: spend.average ?? null,
		firstOrderAt: history.firstOrderAt === undefined ? null : zone.toIso(history.firstOrderAt),
		lastOrderAt: history.lastOrderAt === undefined ? null : zone.toIso(history.lastOrderAt),
		daysSinceLastOrder: lastDay === undefined ? null : asOfDay - lastDay,
		expectedIntervalDays: expected ? Math.round(expected.days * 10) / 10 : null,
		basis: expected?.basis ?? null,
		confidence: expected?.confidence ?? null,
		nextOrderExpectedAt:
			lastDay === undefined || expected === undefined
				? null
				: zone.dayToIso(openDays.after(lastDay, Math.round(expected.days))),
		buyerType: type,
		season: season
			? { startsOn: zone.dayToIso(season.startDay), endsOn: zone.dayToIso(season.endDay) }
			: null,
		engagement: describeEngagement(facts, run),
		suggestedGoal: suggestGoal(finding.stage, type, isInSeason),
		asOf: zone.toIso(run.asOf),
	};
}
