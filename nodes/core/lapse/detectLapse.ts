import {
	expectInterval,
	type Confidence,
	type IntervalBasis,
	type IntervalPolicy,
} from '../history/expectedInterval';
import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import { silenceLimits, type SilenceLimits, type SilencePolicy } from '../history/silenceLimits';
import { silenceReason } from '../history/silenceReason';
import type { StoreRhythm } from '../history/StoreRhythm';
import { isoDate, type TimeZone } from '../reading/TimeZone';

/** How far a customer's silence has gone. Names are permanent. */
export const LAPSE_STATUSES = ['active', 'atRisk', 'lapsed', 'lost'] as const;

export type LapseStatus = (typeof LAPSE_STATUSES)[number];

export interface LapsePolicy {
	interval: IntervalPolicy;
	silence: SilencePolicy;
	/** Days after a contact during which a customer is not to be written to again. */
	quietDaysAfterContact: number;
}

/** What is known of a customer beside the orders. */
export interface ContactFacts {
	previousStatus?: LapseStatus;
	contactCount?: number;
	lastContactAt?: number;
}

/** What to do about a customer's silence. */
export type SuggestedAction = 'none' | 'remind' | 'winBack' | 'leaveInPeace';

/** The `lapse` object of an output item; `null` where something is not known. */
export interface LapseVerdict {
	customerKey: string;
	watch: 'purchases';
	status: LapseStatus;
	/** The same for one silence of one customer, another after the next order. */
	episodeId: string;
	daysSince: number;
	expectedIntervalDays: number;
	basis: IntervalBasis;
	confidence: Confidence;
	dueAt: string;
	daysOverdue: number;
	/** Days since the last order over the expected interval: 1 is due today. */
	ratio: number;
	/** Forecasts, `null` by the methods that judge silence alone. */
	returnProbability: number | null;
	horizonDays: number | null;
	expectedOrders: number | null;
	expectedValue: number | null;
	valueAtRisk: number | null;
	/** Whether the customer was not lapsed before; `null` where the previous status is not known. */
	newlyLapsed: boolean | null;
	lapsedSince: string | null;
	totalSpent: number | null;
	averageOrderValue: number | null;
	currency: string | null;
	contact: { count: number | null; lastAt: string | null; suppressedUntil: string | null };
	suggestedAction: SuggestedAction;
	reason: string;
	asOf: string;
}

/** What all customers of one run share. */
export interface LapseRun {
	policy: LapsePolicy;
	rhythm: StoreRhythm;
	zone: TimeZone;
	/** Reference instant: everything is judged as of then. */
	asOf: number;
}

const ACTIONS: Readonly<Record<LapseStatus, SuggestedAction>> = Object.freeze({
	active: 'none',
	atRisk: 'remind',
	lapsed: 'winBack',
	lost: 'leaveInPeace',
});

function statusAfter(days: number, limits: SilenceLimits): LapseStatus {
	if (days > limits.lost) return 'lost';
	if (days > limits.lapsed) return 'lapsed';
	return days > limits.atRisk ? 'atRisk' : 'active';
}

function describeContact(facts: ContactFacts, run: LapseRun): LapseVerdict['contact'] {
	const { zone, policy, asOf } = run;
	const { lastContactAt } = facts;
	const quietUntilDay =
		lastContactAt === undefined || policy.quietDaysAfterContact === 0
			? undefined
			: zone.dayOf(lastContactAt) + policy.quietDaysAfterContact;
	return {
		count: facts.contactCount ?? null,
		lastAt: lastContactAt === undefined ? null : zone.toIso(lastContactAt),
		suppressedUntil:
			quietUntilDay === undefined || quietUntilDay <= zone.dayOf(asOf)
				? null
				: zone.dayToIso(quietUntilDay),
	};
}

/**
 * Tells how far the silence of a customer has gone, with the evidence.
 *
 * Active up to the at-risk limit, then at risk, lapsed and lost; each limit is passed on the day
 * after it. Undefined for a customer without an order: who never bought cannot lapse.
 *
 * The history must hold no order later than the reference instant's day.
 */
export function detectLapse(
	history: PurchaseHistory,
	facts: ContactFacts,
	run: LapseRun,
): LapseVerdict | undefined {
	const lastDay = history.orderDays[history.orderDays.length - 1];
	if (lastDay === undefined) return undefined;

	const { zone } = run;
	const expected = expectInterval(history, run.policy.interval, run.rhythm);
	const limits = silenceLimits(expected, run.policy.silence);
	const daysSince = zone.dayOf(run.asOf) - lastDay;
	const status = statusAfter(daysSince, limits);
	const isGone = status === 'lapsed' || status === 'lost';
	const wasGone = facts.previousStatus === 'lapsed' || facts.previousStatus === 'lost';
	const spend = spendOf(history);
	const dueDay = lastDay + Math.round(expected.days);
	return {
		customerKey: history.customerKey,
		watch: 'purchases',
		status,
		episodeId: `${history.customerKey}/${isoDate(lastDay)}`,
		daysSince,
		expectedIntervalDays: Math.round(expected.days * 10) / 10,
		basis: expected.basis,
		confidence: expected.confidence,
		dueAt: zone.dayToIso(dueDay),
		daysOverdue: Math.max(0, lastDay + daysSince - dueDay),
		ratio: Math.round((daysSince / expected.days) * 100) / 100,
		returnProbability: null,
		horizonDays: null,
		expectedOrders: null,
		expectedValue: null,
		valueAtRisk: null,
		newlyLapsed: facts.previousStatus === undefined ? null : status === 'lapsed' && !wasGone,
		lapsedSince: isGone ? zone.dayToIso(lastDay + limits.lapsed + 1) : null,
		totalSpent: spend.total ?? null,
		averageOrderValue: spend.average ?? null,
		currency: spend.currency ?? null,
		contact: describeContact(facts, run),
		suggestedAction: ACTIONS[status],
		reason: silenceReason({
			history,
			expected,
			daysSinceLastOrder: daysSince,
			limitName: status === 'active' ? 'at risk' : status === 'lost' ? 'lost' : 'lapsed',
			limitDays:
				status === 'active' ? limits.atRisk : status === 'lost' ? limits.lost : limits.lapsed,
		}),
		asOf: zone.toIso(run.asOf),
	};
}
