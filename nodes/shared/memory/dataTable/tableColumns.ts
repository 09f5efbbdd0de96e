import type { ColumnKind, MemorySchema } from '../../../core/memory/MemoryTable';

/** What n8n calls a kind of column. */
export type ApiColumnType = 'string' | 'number' | 'boolean' | 'date';

export interface TableColumn {
	name: string;
	type: ApiColumnType;
}

const TYPE_OF: Readonly<Record<ColumnKind, ApiColumnType>> = Object.freeze({
	text: 'string',
	number: 'number',
	date: 'date',
	flag: 'boolean',
});

/** The columns that hold the rows together; nothing in them is meant for people. */
const TECHNICAL_COLUMNS: readonly TableColumn[] = [
	{ name: 'revision', type: 'string' },
	{ name: 'writer', type: 'string' },
];

/** The columns of the data table of a memory: who it is about, what is known, and at the end the technical ones. */
export function tableColumns({ key, columns }: MemorySchema): TableColumn[] {
	return [
		...key.map((name) => ({ name, type: 'string' as const })),
		...columns.map(({ name, kind }) => ({ name, type: TYPE_OF[kind] })),
		...TECHNICAL_COLUMNS,
	];
}
