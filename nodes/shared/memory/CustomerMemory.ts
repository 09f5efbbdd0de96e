import type { NodeExecutionHint } from 'n8n-workflow';

import type { MemoryTable } from '../../core/memory/MemoryTable';

/** What is remembered of customers between executions, wherever it is kept. */
export interface CustomerMemory {
	/** One row a customer: what the nodes found out last. */
	readonly customers: MemoryTable;
	/** One row for each customer and campaign: whether they were told. */
	readonly contacts: MemoryTable;
	/** A text that no other run of a node has. */
	readonly run: string;
	/** What stands for a customer in the memory: the key, or its hash where keys are stored hashed. */
	keyOf(customer: string): string;
	/** What the user should know of the memory once the run is done. */
	hints(): NodeExecutionHint[];
}
