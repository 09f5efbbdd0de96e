import type { MemorySchema } from './MemoryTable';

/** One row a customer: what the nodes found out last, for the next run and for people to read. */
export const CUSTOMER_SCHEMA: MemorySchema = Object.freeze({
	suffix: '',
	key: ['customer'],
	columns: [
		{ name: 'stage', kind: 'text' },
		{ name: 'stage_since', kind: 'date' },
		{ name: 'orders', kind: 'number' },
		{ name: 'total_spent', kind: 'number' },
		{ name: 'currency', kind: 'text' },
		{ name: 'first_order_at', kind: 'date' },
		{ name: 'last_order_at', kind: 'date' },
		{ name: 'lead_score', kind: 'number' },
		{ name: 'lead_band', kind: 'text' },
		{ name: 'lead_band_since', kind: 'date' },
		{ name: 'segment', kind: 'text' },
		{ name: 'segment_since', kind: 'date' },
		{ name: 'order_log', kind: 'text' },
		{ name: 'activity_log', kind: 'text' },
		{ name: 'lead_rules', kind: 'text' },
	],
} as const);
