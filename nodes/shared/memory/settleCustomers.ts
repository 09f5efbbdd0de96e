import type { MemoryTable, MemoryValues, StoredRow } from '../../core/memory/MemoryTable';
import { inRounds } from './inRounds';

/** What a run found out about a customer, with what is to be remembered of it. */
export interface Judgement<T> {
	/** What stands for the customer in the memory. */
	customer: string;
	/** The values that change; undefined where nothing does. */
	values: MemoryValues | undefined;
	result: T;
}

/**
 * Judges customers by what is remembered of them, and remembers what was found out.
 *
 * Where another execution changed a customer between reading and writing, the customer is judged anew by
 * what is remembered then, so that nothing that either of them brought is lost. Every result is that of
 * the judgement that was remembered.
 *
 * @param rows of the customers, where they were read already; read here where left out
 * @param judge judges all customers by the rows of the memory; called again after every round that lost,
 *   with newer rows, and must give the same customers
 * @throws SegmentationError where others keep being first
 */
export async function settleCustomers<T>(
	table: MemoryTable,
	customers: readonly string[],
	judge: (remembered: ReadonlyMap<string, StoredRow>) => ReadonlyArray<Judgement<T>>,
	rows?: readonly StoredRow[],
): Promise<T[]> {
	const remembered = byCustomer(rows ?? (await table.read(customers)));
	const settled = new Map<string, T>();
	let order: readonly string[] = [];
	await inRounds(async () => {
		const judged = judge(remembered);
		order = judged.map(({ customer }) => customer);
		const open = judged.filter(({ customer }) => !settled.has(customer));
		const changed = open.filter(({ values }) => values !== undefined);
		const made = await table.write(
			changed.map(({ customer, values }) => ({
				before: remembered.get(customer),
				values: { customer, ...values },
			})),
		);
		const lost = new Set(changed.filter((_, i) => !made[i]).map(({ customer }) => customer));
		for (const { customer, result } of open) {
			if (!lost.has(customer)) settled.set(customer, result);
		}
		if (lost.size === 0) return true;
		const newer = byCustomer(await table.read([...lost]));
		for (const customer of lost) {
			const row = newer.get(customer);
			if (row) remembered.set(customer, row);
			else remembered.delete(customer);
		}
		return false;
	});
	return order.map((customer) => settled.get(customer) as T);
}

function byCustomer(rows: readonly StoredRow[]): Map<string, StoredRow> {
	return new Map(rows.map((row) => [String(row.values.customer), row]));
}
