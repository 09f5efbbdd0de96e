import type { ContactFacts } from './contactState';
import type { LapseStatus } from './LapseVerdict';

/** What is known of a customer, a cart or a deal from before; what is not known is left out. */
export interface KnownFacts extends ContactFacts {
	previousStatus?: LapseStatus;
}

/** Where nothing is known. */
export const NOTHING_KNOWN: KnownFacts = Object.freeze({});

/**
 * What the fields of the items tell, completed by what is remembered.
 *
 * Fields come first; of two last contacts the newer one counts, so that nobody is written to twice
 * because a field was not kept.
 */
export function knownFacts(ofFields: KnownFacts, remembered: KnownFacts): KnownFacts {
	const contacts = [ofFields.lastContactAt, remembered.lastContactAt].filter(
		(at): at is number => at !== undefined,
	);
	return {
		previousStatus: ofFields.previousStatus ?? remembered.previousStatus,
		contactCount: ofFields.contactCount ?? remembered.contactCount,
		lastContactAt: contacts.length === 0 ? undefined : Math.max(...contacts),
	};
}
