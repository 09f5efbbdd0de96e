import { CONTACT_STATES, type Contact, type ContactState } from './Contact';
import { dateCell, readDateCell } from './dateCell';
import type { MemoryValue, MemoryValues } from './MemoryTable';

function textOf(value: MemoryValue | undefined): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}

function stateOf(value: MemoryValue | undefined): ContactState {
	return CONTACT_STATES.find((state) => state === value) ?? 'none';
}

/** The contact that a row of the table holds; cells that a person emptied count as not known. */
export function contactOf(values: MemoryValues): Contact {
	return {
		customer: String(values.customer ?? ''),
		campaign: String(values.campaign ?? ''),
		subject: String(values.subject ?? ''),
		status: textOf(values.status),
		statusSince: readDateCell(values.status_since) ?? null,
		episode: textOf(values.episode),
		state: stateOf(values.contact_state),
		contacts: typeof values.contacts === 'number' ? values.contacts : 0,
		lastContactAt: readDateCell(values.last_contact_at) ?? null,
		lastChannel: textOf(values.last_channel),
		claim: textOf(values.claim),
		claimedUntil: readDateCell(values.claimed_until) ?? null,
		claimChannel: textOf(values.claim_channel),
		told: textOf(values.told_claims)?.split(' ') ?? [],
	};
}

/** The row of the table for a contact. */
export function rowOfContact(contact: Contact): MemoryValues {
	return {
		customer: contact.customer,
		campaign: contact.campaign,
		subject: contact.subject,
		status: contact.status,
		status_since: dateCell(contact.statusSince),
		episode: contact.episode,
		contact_state: contact.state,
		contacts: contact.contacts,
		last_contact_at: dateCell(contact.lastContactAt),
		last_channel: contact.lastChannel,
		claimed_until: dateCell(contact.claimedUntil),
		claim_channel: contact.claimChannel,
		claim: contact.claim,
		told_claims: contact.told.join(' ') || null,
	};
}
