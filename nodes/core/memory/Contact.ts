/** How far telling a customer something has come. Names are permanent. */
export const CONTACT_STATES = ['none', 'claimed', 'sent', 'baseline'] as const;

/**
 * `none`: nobody was told. `claimed`: a run took it on and has not confirmed it. `sent`: confirmed.
 * `baseline`: only taken note of, never to be told of this episode.
 */
export type ContactState = (typeof CONTACT_STATES)[number];

/** What a contact belongs to: a customer and a campaign and, where it is about one of several things, which. */
export interface ContactKey {
	customer: string;
	campaign: string;
	/** The cart or the deal it is about; empty where it is about the customer. */
	subject: string;
}

/** What is remembered of telling a customer about a campaign. Instants are milliseconds. */
export interface Contact extends ContactKey {
	/** The status or segment of last time. */
	status: string | null;
	statusSince: number | null;
	/** What the customer was or is to be told of: with another episode all counts begin anew. */
	episode: string | null;
	state: ContactState;
	/** How often the customer was told of this episode. */
	contacts: number;
	/** When the customer was last told of this campaign, whatever the episode. */
	lastContactAt: number | null;
	lastChannel: string | null;
	/** The claim that is open, or by which the customer was last told. */
	claim: string | null;
	/** Until when an open claim keeps others from telling the same. */
	claimedUntil: number | null;
	/** The channel of the open claim; null where none is open. */
	claimChannel: string | null;
	/** The claims that were told lately, of whatever episode, so that one that is confirmed again changes nothing. */
	told: readonly string[];
}

/** What a contact without an open claim holds of one. */
export const NO_CLAIM = Object.freeze({ claimedUntil: null, claimChannel: null });

/** A claim as it travels with an item to where the message is sent, and on to its confirmation. */
export interface Claim extends ContactKey {
	/** Of which run it is: the claims of one run share it, but for a second one of the same contact. */
	id: string;
	episode: string;
	channel: string | null;
	/** Which contact of the episode it is, from 1. */
	number: number;
}

/** How often a customer is told. */
export interface ContactPolicy {
	/** `claim`: offered again until confirmed. `once`: counted as told when offered. */
	delivery: 'claim' | 'once';
	/** Days after a contact when the next of the same episode is due; undefined where there is only one. */
	againAfterDays: number | undefined;
	/** The most contacts of one episode. */
	mostTimes: number;
	/** Minutes for which a claim keeps others away. */
	claimMinutes: number;
	/**
	 * Hours after any contact on the same channel, of whatever campaign; undefined for none.
	 *
	 * It goes by what a run has read: contacts that were confirmed and claims that are open. Not seen are a
	 * message that was sent and never confirmed, once its claim ran out, and a claim for another campaign
	 * that a second execution makes at the same moment: both may then write.
	 */
	cooldownHours: number | undefined;
}

/** Why a customer is not told now. Names are permanent. */
export type ContactHold = 'baseline' | 'claimed' | 'told' | 'waiting' | 'cooldown';

/** Whether a customer is to be told now: the claim, or what stands against it and until when. */
export type ContactDecision =
	| { isDue: true; number: number }
	| { isDue: false; heldBy: ContactHold; until: number | null };
