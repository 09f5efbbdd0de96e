import type { Claim, Contact, ContactPolicy } from '../../../nodes/core/memory/Contact';

export const KEY = Object.freeze({ customer: 'ann', campaign: 'Win-Back', subject: '' });

/** A contact of which nothing is known but what is given. */
export function aContact(known: Partial<Contact> = {}): Contact {
	return {
		...KEY,
		status: null,
		statusSince: null,
		episode: 'e1',
		state: 'none',
		contacts: 0,
		lastContactAt: null,
		lastChannel: null,
		claim: null,
		claimedUntil: null,
		claimChannel: null,
		told: [],
		...known,
	};
}

/** The first claim of the episode, if nothing else is said. */
export function aClaim(known: Partial<Claim> = {}): Claim {
	return { ...KEY, id: 'run-0', episode: 'e1', channel: 'email', number: 1, ...known };
}

/** Told once, with a claim that holds for an hour, if nothing else is said. */
export function aPolicy(known: Partial<ContactPolicy> = {}): ContactPolicy {
	return {
		delivery: 'claim',
		againAfterDays: undefined,
		mostTimes: 1,
		claimMinutes: 60,
		cooldownHours: undefined,
		...known,
	};
}
