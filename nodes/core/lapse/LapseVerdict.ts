import type { Confidence, IntervalBasis } from '../history/expectedInterval';
import type { Claim } from '../memory/Contact';
import type { ContactState } from './contactState';
import type { HoldReason } from './holdBack';

/** How far a silence has gone. Names are permanent. */
export const LAPSE_STATUSES = ['active', 'atRisk', 'lapsed', 'lost'] as const;

export type LapseStatus = (typeof LAPSE_STATUSES)[number];

/** Whose silence is watched. Names are permanent. */
export const WATCHES = ['purchases', 'carts', 'deals', 'subscribers'] as const;

export type Watch = (typeof WATCHES)[number];

/** What to do about a silence. */
export type SuggestedAction = 'none' | 'remind' | 'winBack' | 'leaveInPeace' | 'later';

/** Whether somebody is to be won back, or written off. */
export function isGone(status: LapseStatus | undefined): boolean {
	return status === 'lapsed' || status === 'lost';
}

/** What is suggested for each status, where nothing else decides. */
export const ACTION_FOR: Readonly<Record<LapseStatus, SuggestedAction>> = Object.freeze({
	active: 'none',
	atRisk: 'remind',
	lapsed: 'winBack',
	lost: 'leaveInPeace',
});

/** The `lapse` object of an output item; `null` where something is not known. */
export interface LapseVerdict {
	customerKey: string;
	/** The address to write to, whatever the key is. */
	email: string | null;
	watch: Watch;
	status: LapseStatus;
	previousStatus: LapseStatus | null;
	/**
	 * What to keep as the status of last time: the status or, of who is held back for a later run, the
	 * one before, so that nobody is taken for known who was never acted on.
	 */
	statusToSave: LapseStatus;
	/** The same for one silence of one customer, another after the next order. */
	episodeId: string;
	daysSince: number | null;
	expectedIntervalDays: number;
	basis: IntervalBasis;
	confidence: Confidence;
	dueAt: string | null;
	daysOverdue: number | null;
	/** Open days since the last order over the expected interval: 1 is due today. */
	ratio: number | null;
	/** Probability of an order within the horizon; forecasts are `null` by methods that judge silence alone. */
	returnProbability: number | null;
	horizonDays: number | null;
	expectedOrders: number | null;
	/** What these orders are worth. */
	expectedValue: number | null;
	/** What the orders that a customer at their usual pace places within the horizon are worth, times the probability that none comes. */
	valueAtRisk: number | null;
	/** Whether the customer was not lapsed before; `null` where the previous status is not known. */
	newlyLapsed: boolean | null;
	lapsedSince: string | null;
	/** Whether the customer was gone and has come back; `null` where that cannot be told. */
	reactivated: boolean | null;
	/** Days between the last two order days, of who came back. */
	daysAway: number | null;
	totalSpent: number | null;
	averageOrderValue: number | null;
	currency: string | null;
	/** The sums by currency where several keep them from being added up; '' is "not given". */
	spentByCurrency: Readonly<Record<string, number>> | null;
	contact: ContactState;
	/** Why the customer is not to be acted on in this run; `null` for who is. */
	held: HoldReason | null;
	suggestedAction: SuggestedAction;
	reason: string;
	asOf: string;
	/**
	 * What the message is to be confirmed with, where everybody is told once; `null` for who is not to be
	 * told now.
	 */
	claim?: Claim | null;
}
