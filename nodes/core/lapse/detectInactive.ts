import { isoDate } from '../reading/TimeZone';
import { SegmentationError } from '../SegmentationError';
import { counted } from '../wording/formatNumber';
import type { LapseStatus, LapseVerdict } from './LapseVerdict';
import {
	silenceVerdict,
	type SilenceFacts,
	type SilenceFound,
	type SilenceRun,
} from './silenceVerdict';

/** The mails sent to a subscriber: how many since the last click, or when each of them was sent. */
export type Mails = { sinceClick: number } | { sentAt: readonly number[] };

/** What a lack of a last order means: nobody bought, nobody asked, or nobody knows. */
export type OrderKnowledge = 'known' | 'notAsked' | 'unknown';

/** What is known of a subscriber, as instants; what is not known is left out. */
export interface SubscriberFacts extends SilenceFacts {
	customerKey: string;
	email?: string;
	mails?: Mails;
	lastClickAt?: number;
	/** Whether it is known that there never was a click, or when the last one was. */
	isClickKnown: boolean;
	lastOpenAt?: number;
	subscribedAt?: number;
	/** The first sign of the subscriber, where nothing tells of the subscription. */
	firstSeenAt?: number;
	lastOrderAt?: number;
	/** Whether a purchase would be known; not where nobody asked, or where it was asked for in vain. */
	orders: OrderKnowledge;
	/** Undefined where nobody knows: then the subscriber is never called inactive. */
	isSubscribed?: boolean;
}

/** When a subscriber is inactive. */
export interface SubscriberPolicy {
	/** So many mails without a click, and so many days, make a subscriber inactive. */
	mails: number;
	days: number;
	/** Days after a purchase during which nobody is inactive. */
	boughtWithinDays: number;
	/** Whether opens count as clicks do: mail programs open mails by themselves, so they overstate. */
	countOpens: boolean;
	/** Share of both limits in percent from which a subscriber is at risk. */
	atRiskShare: number;
	/** How many times both limits the silence lasts before the subscriber is left in peace. */
	sunsetAfterTimes: number;
	/** Days after a contact during which a subscriber is not to be written to again. */
	quietDaysAfterContact: number;
}

/** The `lapse` object of a subscriber. */
export interface SubscriberVerdict extends LapseVerdict {
	subscriber: {
		/** Mails sent since the last click, or since the subscription. */
		sendsSinceClick: number | null;
		lastClickAt: string | null;
		lastOpenAt: string | null;
		subscribedAt: string | null;
		lastOrderAt: string | null;
		boughtRecently: boolean | null;
		isSubscribed: boolean | null;
	};
}

/** Checks that at risk comes before inactive, and inactive before the sunset. */
export function checkSubscriberPolicy({ sunsetAfterTimes }: SubscriberPolicy): void {
	if (sunsetAfterTimes > 1) return;
	throw new SegmentationError(
		'conflictingLimits',
		`Sunset After (Times the Limits) is ${sunsetAfterTimes}, which is not above 1`,
		'Choose a higher Sunset After, e.g. 2',
	);
}

/** What both limits are for one status; both have to be reached. */
interface Limits {
	mails: number;
	days: number;
}

function limitsFor(status: 'atRisk' | 'lapsed' | 'lost', policy: SubscriberPolicy): Limits {
	const times = {
		atRisk: policy.atRiskShare / 100,
		lapsed: 1,
		lost: policy.sunsetAfterTimes,
	}[status];
	return {
		mails: Math.max(1, Math.ceil(policy.mails * times)),
		days: Math.max(1, Math.ceil(policy.days * times)),
	};
}

function statusAfter(silent: Limits, policy: SubscriberPolicy): LapseStatus {
	const isReached = ({ mails, days }: Limits) => silent.mails >= mails && silent.days >= days;
	for (const status of ['lost', 'lapsed', 'atRisk'] as const) {
		if (isReached(limitsFor(status, policy))) return status;
	}
	return 'active';
}

/** The newest of some instants; undefined where none is known. */
function newest(...instants: ReadonlyArray<number | undefined>): number | undefined {
	const known = instants.filter((instant): instant is number => instant !== undefined);
	return known.length === 0 ? undefined : Math.max(...known);
}

function limitText(status: LapseStatus, policy: SubscriberPolicy): string {
	const { mails, days } = limitsFor(
		status === 'active' ? 'atRisk' : status === 'atRisk' ? 'lapsed' : status,
		policy,
	);
	const name = { active: 'at risk', atRisk: 'inactive', lapsed: 'inactive', lost: 'given up' };
	return `${name[status]} after ${counted(mails, 'mail')} and ${counted(days, 'day')}`;
}

/** The silence of one subscriber, as far as it is known. */
interface Silence {
	sinceDay: number | undefined;
	days: number | undefined;
	mails: number | undefined;
	/** The number of the day on which both limits were reached; undefined where that is not known. */
	reachedDay: number | undefined;
}

function silenceOf(
	facts: SubscriberFacts,
	policy: SubscriberPolicy,
	{ zone, asOf }: SilenceRun,
): Silence {
	const { mails, subscribedAt } = facts;
	const activeAt = newest(facts.lastClickAt, policy.countOpens ? facts.lastOpenAt : undefined);
	// Who subscribes again shows interest as well.
	const known = newest(activeAt, subscribedAt) ?? facts.firstSeenAt;
	const since = facts.isClickKnown ? known : undefined;
	const sinceDay = since === undefined ? undefined : zone.dayOf(since);
	const sent =
		mails && 'sentAt' in mails
			? mails.sentAt
					.filter((at) => activeAt === undefined || at > activeAt)
					.sort((one, other) => one - other)
			: undefined;
	const limitMail = sent?.[policy.mails - 1];
	return {
		sinceDay,
		days: sinceDay === undefined ? undefined : Math.max(0, zone.dayOf(asOf) - sinceDay),
		mails: sent ? sent.length : mails && 'sinceClick' in mails ? mails.sinceClick : undefined,
		reachedDay:
			limitMail === undefined || sinceDay === undefined
				? undefined
				: Math.max(sinceDay + policy.days, zone.dayOf(limitMail)),
	};
}

/** Why a silence cannot be judged, however long it is; undefined where it can. */
function unknown({ mails, days }: Silence, facts: SubscriberFacts): string | undefined {
	if (facts.isSubscribed === undefined) return 'Not known whether they may be written to';
	if (!facts.isClickKnown) return 'Not known when the last click was';
	if (days === undefined) return 'Neither a click nor the day of the subscription is known';
	if (mails === undefined)
		return `${counted(days, 'day')} without a click, not known after how many mails`;
	return facts.orders === 'unknown' ? 'Not known whether they bought lately' : undefined;
}

/** What was found of a subscriber's silence; figures only where they decided. */
function judged(
	facts: SubscriberFacts,
	silent: Silence,
	orderDays: number | undefined,
	policy: SubscriberPolicy,
): Pick<SilenceFound, 'status' | 'confidence' | 'reason' | 'dueDay' | 'ratio' | 'lapsedDay'> {
	const { mails, days, sinceDay } = silent;
	if (facts.isSubscribed === false) {
		return {
			status: 'active',
			confidence: 'high',
			reason: 'Not subscribed: not to be written to.',
		};
	}
	if (orderDays !== undefined && orderDays <= policy.boughtWithinDays) {
		return {
			status: 'active',
			confidence: 'high',
			reason: `Bought ${counted(orderDays, 'day')} ago: never inactive within ${counted(policy.boughtWithinDays, 'day')} of a purchase.`,
		};
	}
	const why = unknown(silent, facts);
	if (why !== undefined || mails === undefined || days === undefined || sinceDay === undefined) {
		return { status: 'active', confidence: 'low', reason: `${why}: not called inactive.` };
	}
	const status = statusAfter({ mails, days }, policy);
	const activity = policy.countOpens ? 'a click or an open' : 'a click';
	// Where only the mails are wanting, nobody can tell the day.
	const isDayKnown = days < policy.days || mails >= policy.mails;
	return {
		status,
		confidence: 'high',
		dueDay: isDayKnown ? sinceDay + policy.days : undefined,
		ratio: Math.min(mails / policy.mails, days / policy.days),
		lapsedDay: silent.reachedDay,
		reason: `${counted(mails, 'mail')} and ${counted(days, 'day')} without ${activity}; ${limitText(status, policy)}.`,
	};
}

/**
 * Tells whether a subscriber reads no more, with the evidence.
 *
 * Inactive (`lapsed`) is only who got at least so many mails and for at least so many days clicked
 * none; both count from the last click, or from the subscription where that is later or nobody
 * clicked, so that everybody is known for as long as the window first. At risk from a share of both
 * limits, given up (`lost`) at several times both. Who bought lately and who is not subscribed is
 * never inactive, nor is anybody of whom something that decides is not known.
 *
 * What lies after the reference instant's day must not be among the facts.
 */
export function detectInactive(
	facts: SubscriberFacts,
	policy: SubscriberPolicy,
	run: SilenceRun,
): SubscriberVerdict {
	const { zone, asOf } = run;
	const silent = silenceOf(facts, policy, run);
	const orderDays =
		facts.lastOrderAt === undefined
			? undefined
			: Math.max(0, zone.dayOf(asOf) - zone.dayOf(facts.lastOrderAt));
	const { sinceDay, days, mails } = silent;
	const isoOf = (instant: number | undefined) =>
		instant === undefined ? null : zone.toIso(instant);
	return {
		...silenceVerdict(
			{
				watch: 'subscribers',
				customerKey: facts.customerKey,
				email: facts.email,
				episodeId: `${facts.customerKey}/${sinceDay === undefined ? 'unknown' : isoDate(sinceDay)}`,
				days,
				limitDays: policy.days,
				...judged(facts, silent, orderDays, policy),
			},
			facts,
			policy.quietDaysAfterContact,
			run,
		),
		subscriber: {
			sendsSinceClick: mails ?? null,
			lastClickAt: isoOf(facts.lastClickAt),
			lastOpenAt: isoOf(facts.lastOpenAt),
			subscribedAt: isoOf(facts.subscribedAt),
			lastOrderAt: isoOf(facts.lastOrderAt),
			boughtRecently:
				orderDays === undefined
					? facts.orders === 'known'
						? false
						: null
					: orderDays <= policy.boughtWithinDays,
			isSubscribed: facts.isSubscribed ?? null,
		},
	};
}
