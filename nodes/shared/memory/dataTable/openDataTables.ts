import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { MemorySchema, MemoryTable } from '../../../core/memory/MemoryTable';
import { DataTable } from './DataTable';
import { DataTableApi, type Waiting } from './DataTableApi';
import { TableFinder } from './TableFinder';

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
 *
 * @param schemas the first of which is that of the table the user chose
 * @param waiting where time comes from, other than from the machine
 */
export function openDataTables<T extends readonly MemorySchema[]>(
	context: IExecuteFunctions,
	table: { by: 'name' | 'id'; value: string },
	schemas: readonly [...T],
	waiting?: Waiting,
): DataTables<T> {
	const api = new DataTableApi(context, waiting);
	const finder = new TableFinder(api, table, schemas[0] as MemorySchema);
	const tables = schemas.map((schema) => new DataTable(api, finder, schema));
	return {
		tables: tables as MemoryTable[] as unknown as DataTables<T>['tables'],
		hints: () => [...finder.hints(), ...tables.flatMap((opened) => opened.hints())],
	};
}
