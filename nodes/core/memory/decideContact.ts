import { addHours, addMinutes } from 'date-fns';

import type { TimeZone } from '../reading/TimeZone';
import {
	NO_CLAIM,
	type Contact,
	type ContactDecision,
	type ContactKey,
	type ContactPolicy,
} from './Contact';
import { withTold } from './toldClaims';

/** What is to be told: the episode and the way. */
export interface ContactRequest extends ContactKey {
	episode: string;
	channel: string | null;
	/** Where stages of the episode are due one after the other, the one that is due by now. */
	stage?: ContactStage;
}

/** A contact that is due by what it is about, in place of so many days after the one before. */
export interface ContactStage {
	/** Which contact of the episode it is, from 1; those before it count as told, also where they were left out. */
	number: number;
	/** Milliseconds since the last contact before which none follows. */
	quietMs: number;
}

/** What is known of a customer when it is decided. */
export interface ContactFacts {
	/** What is remembered of the very campaign; undefined where nothing is. */
	contact: Contact | undefined;
	/**
	 * The last contact on the channel of the request, of whatever campaign; now, where another campaign
	 * has an open claim on it.
	 */
	lastOnChannelAt: number | null;
}

/** Whether a run has taken a contact on and may still be at it. */
export function isClaimOpen({ state, claimedUntil }: Contact, now: number): boolean {
	return state === 'claimed' && claimedUntil !== null && claimedUntil > now;
}

/**
 * Decides whether a customer is to be told of an episode now.
 *
 * An open claim of another run holds until it runs out; one that ran out was never confirmed and is
 * offered again. A new episode begins to count anew, also where it was there before another one, but the
 * cooldown of the channel holds across episodes and campaigns. The next contact is due on the day so many
 * days later, at whatever hour, so that a run of every morning is never some seconds too early.
 */
export function decideContact(
	{ episode, stage }: ContactRequest,
	{ contact, lastOnChannelAt }: ContactFacts,
	policy: ContactPolicy,
	{ zone, now }: { zone: TimeZone; now: number },
): ContactDecision {
	const isSame = contact !== undefined && contact.episode === episode;
	if (isSame && contact.state === 'baseline') {
		return { isDue: false, heldBy: 'baseline', until: null };
	}
	if (contact && isClaimOpen(contact, now)) {
		return { isDue: false, heldBy: 'claimed', until: contact.claimedUntil };
	}
	const told = isSame ? contact.contacts : 0;
	const isToldAll = stage
		? told >= stage.number
		: told > 0 && (told >= policy.mostTimes || policy.againAfterDays === undefined);
	if (isToldAll) return { isDue: false, heldBy: 'told', until: null };
	if (told > 0 && contact!.lastContactAt !== null) {
		const again = stage
			? contact!.lastContactAt + stage.quietMs
			: zone.startOfDay(zone.dayOf(contact!.lastContactAt) + policy.againAfterDays!);
		if (again > now) return { isDue: false, heldBy: 'waiting', until: again };
	}
	if (policy.cooldownHours !== undefined && lastOnChannelAt !== null) {
		const free = addHours(lastOnChannelAt, policy.cooldownHours).getTime();
		if (free > now) return { isDue: false, heldBy: 'cooldown', until: free };
	}
	return { isDue: true, number: stage?.number ?? told + 1 };
}

/** The contact once a run has taken it on. */
export function claimedContact(
	request: ContactRequest,
	contact: Contact | undefined,
	number: number,
	claim: string,
	policy: ContactPolicy,
	now: number,
): Contact {
	const { customer, campaign, subject, episode, channel } = request;
	const before = {
		status: contact?.status ?? null,
		statusSince: contact?.statusSince ?? null,
		lastContactAt: contact?.lastContactAt ?? null,
		lastChannel: contact?.lastChannel ?? null,
		told: contact?.told ?? [],
	};
	const key = { customer, campaign, subject, episode, claim };
	if (policy.delivery === 'once') {
		return {
			...before,
			...key,
			state: 'sent',
			contacts: number,
			lastContactAt: Math.max(contact?.lastContactAt ?? now, now),
			lastChannel: channel,
			told: withTold(before.told, claim),
			...NO_CLAIM,
		};
	}
	return {
		...before,
		...key,
		state: 'claimed',
		contacts: contact?.episode === episode ? contact.contacts : 0,
		claimedUntil: addMinutes(now, policy.claimMinutes).getTime(),
		claimChannel: channel,
	};
}
