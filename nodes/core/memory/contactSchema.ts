import type { MemorySchema } from './MemoryTable';

/** One row for each customer and campaign: where they stand, and whether they were told. */
export const CONTACT_SCHEMA: MemorySchema = Object.freeze({
	suffix: ' Contacts',
	key: ['customer', 'campaign', 'subject'],
	columns: [
		{ name: 'contact_state', kind: 'text' },
		{ name: 'contacts', kind: 'number' },
		{ name: 'last_contact_at', kind: 'date' },
		{ name: 'last_channel', kind: 'text' },
		{ name: 'status', kind: 'text' },
		{ name: 'status_since', kind: 'date' },
		{ name: 'episode', kind: 'text' },
		{ name: 'claimed_until', kind: 'date' },
		{ name: 'claim_channel', kind: 'text' },
		{ name: 'claim', kind: 'text' },
		{ name: 'told_claims', kind: 'text' },
	],
} as const);
