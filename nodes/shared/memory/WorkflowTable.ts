import type { IDataObject } from 'n8n-workflow';

import {
	rowKey,
	type MemorySchema,
	type MemoryTable,
	type MemoryValues,
	type RowChange,
	type StoredRow,
} from '../../core/memory/MemoryTable';

/** Rows by customer, then by key, as they lie in the static data of the workflow. */
type Shelf = Record<string, Record<string, MemoryValues>>;

/**
 * A memory table in n8n's static data of the workflow.
 *
 * n8n keeps it with the workflow when a production execution ends, so what is written is lost with an
 * execution that crashes, and of two executions at once the later to end is kept. Within one execution
 * the contract of MemoryTable holds.
 *
 * @param staticData the static data that all nodes of the workflow share
 */
export class WorkflowTable implements MemoryTable {
	private readonly place: string;

	constructor(
		private readonly staticData: IDataObject,
		private readonly schema: MemorySchema,
	) {
		this.place = `customerMemory${schema.suffix.trim()}`;
	}

	async read(customers: readonly string[] | 'all'): Promise<StoredRow[]> {
		const shelf = this.shelf();
		const asked = customers === 'all' ? Object.keys(shelf) : new Set(customers);
		const rows: StoredRow[] = [];
		for (const customer of asked) {
			for (const values of Object.values(shelf[customer] ?? {})) {
				rows.push({ values, revision: JSON.stringify(values) });
			}
		}
		return rows;
	}

	async write(changes: readonly RowChange[]): Promise<boolean[]> {
		const shelf = { ...this.shelf() };
		const made = changes.map(({ before, values }) => {
			const whole = { ...before?.values, ...values };
			const customer = String(whole.customer);
			const key = rowKey(this.schema, whole);
			const stored = Object.hasOwn(shelf, customer) ? shelf[customer]![key] : undefined;
			if (before ? before.revision !== JSON.stringify(stored) : stored !== undefined) return false;
			// Plainly set, a customer by the key "__proto__" would not be kept.
			Object.defineProperty(shelf, customer, {
				value: { ...shelf[customer], [key]: whole },
				configurable: true,
				enumerable: true,
				writable: true,
			});
			return true;
		});
		this.keep(shelf);
		return made;
	}

	async forget(customers: readonly string[]): Promise<number> {
		const shelf = { ...this.shelf() };
		let forgotten = 0;
		for (const customer of new Set(customers)) {
			if (!Object.hasOwn(shelf, customer)) continue;
			forgotten += Object.keys(shelf[customer]!).length;
			delete shelf[customer];
		}
		this.keep(shelf);
		return forgotten;
	}

	/** How many customers are remembered. */
	get size(): number {
		return Object.keys(this.shelf()).length;
	}

	private shelf(): Shelf {
		return (this.staticData[this.place] ?? {}) as unknown as Shelf;
	}

	/** n8n notes that something changed where a property is set. */
	private keep(shelf: Shelf): void {
		this.staticData[this.place] = shelf as unknown as IDataObject;
	}
}
