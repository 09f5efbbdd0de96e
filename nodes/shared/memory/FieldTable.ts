import {
	rowKey,
	type MemorySchema,
	type MemoryTable,
	type MemoryValue,
	type MemoryValues,
	type RowChange,
	type StoredRow,
} from '../../core/memory/MemoryTable';

/** The values of a row without those that stand for the customer or are empty. */
type WrittenRow = Record<string, MemoryValue>;

/**
 * A memory table in a field of the items: one text for each customer, which the node returns and the
 * user writes back to where the items come from.
 *
 * What is written is there for the next run only if it was written back. Two runs at once that were
 * given the same text know nothing of each other: the later to write back is kept. Within one run the
 * contract of MemoryTable holds.
 *
 * @param texts by customer, as the items brought them; changed by what is written
 */
export class FieldTable implements MemoryTable {
	/** Customers whose text is none that this table writes: nothing is remembered of them. */
	readonly unreadable = new Set<string>();

	constructor(
		private readonly texts: Map<string, string>,
		private readonly schema: MemorySchema,
	) {}

	async read(customers: readonly string[] | 'all'): Promise<StoredRow[]> {
		const asked = customers === 'all' ? this.texts.keys() : new Set(customers);
		return [...asked].flatMap((customer) =>
			this.rowsOf(customer).map((values) => ({ values, revision: JSON.stringify(values) })),
		);
	}

	async write(changes: readonly RowChange[]): Promise<boolean[]> {
		return changes.map(({ before, values }) => {
			const whole = { ...before?.values, ...values };
			const customer = String(whole.customer);
			const rows = this.rowsOf(customer);
			const key = rowKey(this.schema, whole);
			const at = rows.findIndex((row) => rowKey(this.schema, row) === key);
			const isAsRead = before ? before.revision === JSON.stringify(rows[at]) : at < 0;
			if (!isAsRead) return false;
			if (at < 0) rows.push(this.completed(whole));
			else rows[at] = this.completed(whole);
			this.texts.set(customer, JSON.stringify({ v: 1, rows: rows.map(withoutBlanks) }));
			return true;
		});
	}

	async forget(customers: readonly string[]): Promise<number> {
		let forgotten = 0;
		for (const customer of new Set(customers)) {
			forgotten += this.rowsOf(customer).length;
			this.texts.delete(customer);
		}
		return forgotten;
	}

	private rowsOf(customer: string): MemoryValues[] {
		const text = this.texts.get(customer) ?? '';
		if (text.trim() === '') return [];
		const rows = readRows(text);
		if (!rows) this.unreadable.add(customer);
		return (rows ?? []).map((row) => this.completed({ ...row, customer }));
	}

	/** All columns in the order of the schema: what is not known is null. */
	private completed(values: MemoryValues): MemoryValues {
		const names = [...this.schema.key, ...this.schema.columns.map(({ name }) => name)];
		return Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
	}
}

function withoutBlanks(values: MemoryValues): WrittenRow {
	return Object.fromEntries(
		Object.entries(values).filter(([name, value]) => name !== 'customer' && value !== null),
	);
}

function readRows(text: string): WrittenRow[] | undefined {
	let value: { v?: unknown; rows?: unknown } | null;
	try {
		value = JSON.parse(text) as typeof value;
	} catch {
		return undefined;
	}
	if (value?.v !== 1 || !Array.isArray(value.rows)) return undefined;
	const isRow = (row: unknown) =>
		typeof row === 'object' &&
		row !== null &&
		Object.values(row).every((cell) => ['string', 'number', 'boolean'].includes(typeof cell));
	return value.rows.every(isRow) ? (value.rows as WrittenRow[]) : undefined;
}
