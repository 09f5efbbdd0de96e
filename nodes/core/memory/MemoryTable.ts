/** What a cell of a memory table holds; dates are ISO 8601 texts in UTC. */
export type MemoryValue = string | number | boolean | null;

/** The kinds of columns that a memory table can have. */
export type ColumnKind = 'text' | 'number' | 'date' | 'flag';

export interface MemoryColumn {
	/** As a person reads it in the table: lower case words with underscores. */
	name: string;
	kind: ColumnKind;
}

/** What a memory table is made of. */
export interface MemorySchema {
	/** What stands behind the name that the user chose for the memory; empty for the table of that very name. */
	suffix: string;
	/** The columns, all texts, that together stand for one row. The first is always `customer`. */
	key: readonly string[];
	/** The other columns, in the order in which a person reads them. */
	columns: readonly MemoryColumn[];
}

export type MemoryValues = Readonly<Record<string, MemoryValue>>;

/** A row as it is stored. Key columns are among the values. */
export interface StoredRow {
	values: MemoryValues;
	/** Which writing of the row this is: a change is made only to the row that was read. */
	revision: string;
	/** Where the store keeps the row, where it numbers rows. */
	id?: number;
}

/** One change of one row, to be made only if nobody changed it meanwhile. */
export interface RowChange {
	/** The row as it was read; undefined where there was none, and there must be none still. */
	before: StoredRow | undefined;
	/** All values of a new row with its key; of a row that is there those that change. */
	values: MemoryValues;
}

/**
 * A table of a customer memory: rows found by customer and changed only as they were read.
 *
 * All stores keep this contract among those who reach the same rows, and one suite of tests holds all of
 * them to it:
 * - What was written is what is read.
 * - Of several that change the same row from the same state, or put in the same new row, no more than one
 *   is told that it did. Whoever is told that they did not looks at the row anew: it was changed by another,
 *   or by themselves where the answer to that was lost.
 * - What cannot be read or written is thrown, with a message that says what to do. Part of the changes may
 *   have been made by then.
 *
 * Who reaches the same rows is up to the store: of a data table all executions, at once; of the static
 * data of a workflow those of one execution, and later executions once it has ended.
 */
export interface MemoryTable {
	/** The rows of some customers, or all rows, in no particular order. */
	read(customers: readonly string[] | 'all'): Promise<StoredRow[]>;
	/** Makes changes, and tells of each whether it was made; changes must be of different rows. */
	write(changes: readonly RowChange[]): Promise<boolean[]>;
	/** Removes all rows of some customers, and tells how many rows there were. */
	forget(customers: readonly string[]): Promise<number>;
}

/** A text for the key of a row, the same for the same row only. */
export function rowKey({ key }: MemorySchema, values: MemoryValues): string {
	return JSON.stringify(key.map((column) => values[column] ?? ''));
}
