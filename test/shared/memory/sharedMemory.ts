import type { IDataObject } from 'n8n-workflow';

import { CONTACT_SCHEMA } from '../../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../../nodes/core/memory/customerSchema';
import type { MemorySchema, MemoryTable, RowChange } from '../../../nodes/core/memory/MemoryTable';
import type { CustomerMemory } from '../../../nodes/shared/memory/CustomerMemory';
import { WorkflowTable } from '../../../nodes/shared/memory/WorkflowTable';

/** How an execution reaches the memory. */
export interface Way {
	/** Asked before and after each reading and writing; throws where the execution is to break off. */
	step?(): Promise<void>;
	/** Whether the answer to the next change that is made is lost on the way. */
	losesAnswer?(): boolean;
}

/** A customer memory that several executions open at once, with compare-and-set as a data table has it. */
export class SharedMemory {
	private readonly data: IDataObject = {};

	private runs = 0;

	/** @param made is told of each change of a contact that was made, as it is made */
	constructor(private readonly made: (change: RowChange) => void = () => {}) {}

	/** Opens the memory for one execution. */
	open(way: Way = {}): CustomerMemory {
		this.runs += 1;
		return {
			customers: distant(this.table(CUSTOMER_SCHEMA), way),
			contacts: distant(this.table(CONTACT_SCHEMA), way, this.made),
			run: `run${this.runs}`,
			keyOf: (customer) => customer,
			hints: () => [],
		};
	}

	/** The table as it is, reached at once. */
	table(schema: MemorySchema): WorkflowTable {
		return new WorkflowTable(this.data, schema);
	}
}

function distant(
	table: MemoryTable,
	{ step, losesAnswer }: Way,
	tell: (change: RowChange) => void = () => {},
): MemoryTable {
	const reach = async <T>(work: () => Promise<T>): Promise<T> => {
		await step?.();
		const result = await work();
		await step?.();
		return result;
	};
	return {
		read: (customers) => reach(() => table.read(customers)),
		forget: (customers) => reach(() => table.forget(customers)),
		write: (changes: readonly RowChange[]) =>
			reach(async () => {
				const made = await table.write(changes);
				changes.filter((_, i) => made[i]).forEach(tell);
				return made.map((isMade) => isMade && !(losesAnswer?.() ?? false));
			}),
	};
}
