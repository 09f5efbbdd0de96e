import type { MemoryTable } from '../../core/memory/MemoryTable';
import { readElsewhere } from '../../core/memory/orderLogElsewhere';

/**
 * Finds all keys of a customer in the memory: where it was found out that two are one person, the row of
 * one key only tells of the other.
 *
 * @returns gives the keys of the same customer, the one that is asked for among them
 */
export async function sameCustomers(table: MemoryTable): Promise<(customer: string) => string[]> {
	const besides = new Map<string, string[]>();
	const add = (one: string, other: string) => {
		const others = besides.get(one);
		if (others) others.push(other);
		else besides.set(one, [other]);
	};
	for (const { values } of await table.read('all')) {
		const other = typeof values.order_log === 'string' && readElsewhere(values.order_log);
		if (!other) continue;
		add(String(values.customer), other);
		add(other, String(values.customer));
	}
	return (customer) => {
		const found = new Set([customer]);
		// A set that grows is walked to its end.
		for (const one of found) for (const other of besides.get(one) ?? []) found.add(other);
		return [...found];
	};
}
