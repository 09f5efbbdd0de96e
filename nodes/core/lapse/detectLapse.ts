import { expectInterval, type IntervalPolicy } from '../history/expectedInterval';
import type { OpenDays } from '../history/OpenDays';
import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import { silenceLimits, type SilenceLimits, type SilencePolicy } from '../history/silenceLimits';
import { silenceReason } from '../history/silenceReason';
import type { StoreRhythm } from '../history/StoreRhythm';
import { isoDate, type TimeZone } from '../reading/TimeZone';
import { contactState, type ContactFacts } from './contactState';
import { ACTION_FOR, type LapseStatus, type LapseVerdict } from './LapseVerdict';

export interface LapsePolicy {
	interval: IntervalPolicy;
	silence: SilencePolicy;
	/** Days after a contact during which a customer is not to be written to again. */
	quietDaysAfterContact: number;
	/** What is counted, in the singular: "order", or another key action. */
	action: string;
}

/** What is known of a customer beside the orders. */
export interface LapseFacts extends ContactFacts {
	email?: string;
	previousStatus?: LapseStatus;
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

function statusAfter(days: number, limits: SilenceLimits): LapseStatus {
	if (days > limits.lost) return 'lost';
	if (days > limits.lapsed) return 'lapsed';
	return days > limits.atRisk ? 'atRisk' : 'active';
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
	facts: LapseFacts,
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
		contact: contactState(facts, policy.quietDaysAfterContact, run),
		suggestedAction: ACTION_FOR[status],
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
