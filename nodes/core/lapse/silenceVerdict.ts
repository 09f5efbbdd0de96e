import type { Confidence } from '../history/expectedInterval';
import type { TimeZone } from '../reading/TimeZone';
import { contactState, type ContactFacts } from './contactState';
import {
	ACTION_FOR,
	isGone,
	type LapseStatus,
	type LapseVerdict,
	type SuggestedAction,
	type Watch,
} from './LapseVerdict';

/** What a watch that knows of no purchases found of one silence; what is not known is left out. */
export interface SilenceFound {
	watch: Watch;
	customerKey: string;
	email?: string;
	status: LapseStatus;
	episodeId: string;
	/** Days the silence has lasted. */
	days?: number;
	/** Days after which a silence is too long. */
	limitDays: number;
	/** The number of the day up to which nothing is wrong. */
	dueDay?: number;
	/** How much of the limit is used up: 1 is due today. */
	ratio?: number;
	/** The number of the day on which the limit was passed; looked at only where it was. */
	lapsedDay?: number;
	confidence: Confidence;
	valueAtRisk?: number;
	currency?: string;
	/** What to do; where left out, what is suggested for the status. */
	action?: SuggestedAction;
	reason: string;
}

/** What is known beside a silence. */
export interface SilenceFacts extends ContactFacts {
	previousStatus?: LapseStatus;
}

/** What all silences of one run share. */
export interface SilenceRun {
	zone: TimeZone;
	/** Reference instant: everything is judged as of then. */
	asOf: number;
}

/** The `lapse` object of a silence for which limits in days are set: no forecast, no sums of orders. */
export function silenceVerdict(
	found: SilenceFound,
	facts: SilenceFacts,
	quietDaysAfterContact: number,
	run: SilenceRun,
): LapseVerdict {
	const { zone, asOf } = run;
	const { status, dueDay, lapsedDay, ratio } = found;
	return {
		customerKey: found.customerKey,
		email: found.email ?? null,
		watch: found.watch,
		status,
		previousStatus: facts.previousStatus ?? null,
		statusToSave: status,
		episodeId: found.episodeId,
		daysSince: found.days ?? null,
		expectedIntervalDays: found.limitDays,
		basis: 'fixed',
		confidence: found.confidence,
		dueAt: dueDay === undefined ? null : zone.dayToIso(dueDay),
		daysOverdue: dueDay === undefined ? null : Math.max(0, zone.dayOf(asOf) - dueDay),
		ratio: ratio === undefined ? null : Math.round(ratio * 100) / 100,
		returnProbability: null,
		horizonDays: null,
		expectedOrders: null,
		expectedValue: null,
		valueAtRisk: found.valueAtRisk ?? null,
		newlyLapsed:
			facts.previousStatus === undefined
				? null
				: status === 'lapsed' && !isGone(facts.previousStatus),
		lapsedSince: isGone(status) && lapsedDay !== undefined ? zone.dayToIso(lapsedDay) : null,
		reactivated: null,
		daysAway: null,
		totalSpent: null,
		averageOrderValue: null,
		currency: found.currency ?? null,
		spentByCurrency: null,
		contact: contactState(facts, quietDaysAfterContact, run),
		held: null,
		suggestedAction: found.action ?? ACTION_FOR[status],
		reason: found.reason,
		asOf: zone.toIso(asOf),
	};
}
