import { NO_CLAIM, type Claim, type Contact } from './Contact';
import { withTold } from './toldClaims';

/**
 * What confirming a claim has told.
 *
 * `noted`: something new. `toldTwice`: something new, and that the customer got the same before: the
 * claim had run out, and another run had told them meanwhile. `known`: nothing, as the claim was confirmed
 * or given back before, or another one took its place. `unknown`: nothing is remembered of the contact.
 */
export type ConfirmationEffect = 'noted' | 'toldTwice' | 'known' | 'unknown';

/** A contact once one of its claims is confirmed. */
export interface ConfirmedClaim {
	effect: ConfirmationEffect;
	/** What is to be remembered; undefined where nothing changes. */
	contact: Contact | undefined;
}

const UNKNOWN: ConfirmedClaim = Object.freeze({ effect: 'unknown', contact: undefined });
const KNOWN: ConfirmedClaim = Object.freeze({ effect: 'known', contact: undefined });

/**
 * What is to be remembered once the message of a claim was sent.
 *
 * It counts also where the claim ran out: a claim that another run holds by now stays open, and of a former
 * episode only the time of the contact counts. A message that was told twice is one contact of the
 * episode, so that no reminder is lost by it. A contact that was forgotten stays forgotten.
 */
export function sentClaim(claim: Claim, contact: Contact | undefined, now: number): ConfirmedClaim {
	if (!contact) return UNKNOWN;
	if (contact.told.includes(claim.id)) return KNOWN;
	const isLatest = contact.lastContactAt === null || contact.lastContactAt <= now;
	const noted: Contact = {
		...contact,
		lastContactAt: isLatest ? now : contact.lastContactAt,
		lastChannel: isLatest ? claim.channel : contact.lastChannel,
		told: withTold(contact.told, claim.id),
	};
	if (contact.episode !== claim.episode) return { effect: 'noted', contact: noted };
	const isHeldByOther = contact.state === 'claimed' && contact.claim !== claim.id;
	return {
		effect: contact.contacts >= claim.number ? 'toldTwice' : 'noted',
		contact: {
			...noted,
			contacts: Math.max(contact.contacts, claim.number),
			...(isHeldByOther || contact.state === 'baseline'
				? {}
				: { state: 'sent' as const, claim: claim.id, ...NO_CLAIM }),
		},
	};
}

/** What is to be remembered once the message of a claim was not sent: whoever was claimed is due again. */
export function unsentClaim(claim: Claim, contact: Contact | undefined): ConfirmedClaim {
	if (!contact) return UNKNOWN;
	if (contact.state !== 'claimed' || contact.claim !== claim.id) return KNOWN;
	const state = contact.contacts > 0 ? 'sent' : 'none';
	return { effect: 'noted', contact: { ...contact, state, claim: null, ...NO_CLAIM } };
}
