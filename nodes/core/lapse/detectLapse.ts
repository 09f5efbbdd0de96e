import {
	expectInterval,
	type Confidence,
	type IntervalBasis,
	type IntervalPolicy,
} from '../history/expectedInterval';
import type { OpenDays } from '../history/OpenDays';
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
	/** What is counted, in the singular: "order", or another key action. */
	action: string;
}

/** What is known of a customer beside the orders. */
export interface ContactFacts {
	email?: string;
	previousStatus?: LapseStatus;
	contactCount?: number;
	lastContactAt?: number;
}

/** What to do about a customer's silence. */
export type SuggestedAction = 'none' | 'remind' | 'winBack' | 'leaveInPeace';

/** The `lapse` object of an output item; `null` where something is not known. */
export interface LapseVerdict {
	customerKey: string;
	/** The address to write to, whatever the key is. */
	email: string | null;
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
	/** Open days since the last order over the expected interval: 1 is due today. */
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
	/** The sums by currency where several keep them from being added up; '' is "not given". */
	spentByCurrency: Readonly<Record<string, number>> | null;
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
	openDays: OpenDays;
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

	const { zone, policy, openDays } = run;
	const expected = expectInterval(history, policy.interval, run.rhythm, openDays);
	const limits = silenceLimits(expected, policy.silence, false, openDays);
	const asOfDay = zone.dayOf(run.asOf);
	const silentDays = openDays.between(lastDay, asOfDay);
	const status = statusAfter(silentDays, limits);
	const isGone = status === 'lapsed' || status === 'lost';
	const wasGone = facts.previousStatus === 'lapsed' || facts.previousStatus === 'lost';
	const spend = spendOf(history);
	const dueDay = openDays.after(lastDay, Math.round(expected.days));
	return {
		customerKey: history.customerKey,
		email: facts.email ?? null,
		watch: 'purchases',
		status,
		episodeId: `${history.customerKey}/${isoDate(lastDay)}`,
		daysSince: asOfDay - lastDay,
		expectedIntervalDays: Math.round(expected.days * 10) / 10,
		basis: expected.basis,
		confidence: expected.confidence,
		dueAt: zone.dayToIso(dueDay),
		daysOverdue: Math.max(0, asOfDay - dueDay),
		ratio: Math.round((silentDays / expected.days) * 100) / 100,
		returnProbability: null,
		horizonDays: null,
		expectedOrders: null,
		expectedValue: null,
		valueAtRisk: null,
		newlyLapsed: facts.previousStatus === undefined ? null : status === 'lapsed' && !wasGone,
		lapsedSince: isGone ? zone.dayToIso(openDays.after(lastDay, limits.lapsed + 1)) : null,
		totalSpent: spend.total ?? null,
		averageOrderValue: spend.average ?? null,
		currency: spend.currency ?? null,
		spentByCurrency: spend.byCurrency ?? null,
		contact: describeContact(facts, run),
		suggestedAction: ACTIONS[status],
		reason: silenceReason({
			history,
			expected,
			daysSinceLastOrder: asOfDay - lastDay,
			openDaysSinceLastOrder: silentDays,
			action: policy.action,
			limitName: status === 'active' ? 'at risk' : status === 'lost' ? 'lost' : 'lapsed',
			limitDays:
				status === 'active' ? limits.atRisk : status === 'lost' ? limits.lost : limits.lapsed,
		}),
		asOf: zone.toIso(run.asOf),
	};
}
