import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { MemorySchema, MemoryTable } from '../../../core/memory/MemoryTable';

/** Data tables of n8n, as a run opens them. */
export interface DataTables<T extends readonly MemorySchema[]> {
	tables: { readonly [K in keyof T]: MemoryTable };
	/** What the user should know of them once the run is done. */
	hints(): NodeExecutionHint[];
}

/**
 * Opens the data tables of a memory, each by the name of the memory and the suffix of its schema.
 *
 * Nothing is asked of n8n yet: a table is found, or made, when it is first read or written.
 */
export function openDataTables<T extends readonly MemorySchema[]>(
	_context: IExecuteFunctions,
	_table: { by: 'name' | 'id'; value: string },
	_schemas: readonly [...T],
): DataTables<T> {
	throw new Error('to be built');
}
