import type { StoredRow } from '../../core/memory/MemoryTable';
import { readElsewhere } from '../../core/memory/orderLogElsewhere';
import type { PurchaseRun } from '../PurchaseRun';
import type { CustomerMemory } from './CustomerMemory';

/** What is remembered of the people of a run, whatever they were called when it was written. */
export interface RecalledPeople {
	/** What stands for each person in the memory, by handle: no two people have the same. */
	customerOf: ReadonlyMap<number, string>;
	/** By person: rows under other names of theirs, to be brought together with that of the customer. */
	formerRows: ReadonlyMap<number, readonly StoredRow[]>;
	/** All rows that were read, by customer. */
	rows: ReadonlyMap<string, StoredRow>;
}

function elsewhereOf(row: StoredRow | undefined): string | undefined {
	const text = row?.values.order_log;
	return typeof text === 'string' ? readElsewhere(text) : undefined;
}

/**
 * Looks up the people of a run under everything that the run calls them, and where a row tells that
 * they are remembered under another key by now, under that.
 *
 * Two people of the run who are one by what is remembered are joined.
 *
 * @param besides further rows to read in the same go
 */
export async function recallPeople(
	{ customers: table, keyOf }: Pick<CustomerMemory, 'customers' | 'keyOf'>,
	run: Pick<PurchaseRun, 'people' | 'join'>,
	besides: readonly string[] = [],
): Promise<RecalledPeople> {
	const keys = new Map<string, string>();
	const known = (name: string): string => {
		const key = keys.get(name) ?? keyOf(name);
		keys.set(name, key);
		return key;
	};
	let people = run.people();
	const asked = new Set(besides);
	for (const { names } of people) for (const name of names) asked.add(known(name));

	const rows = new Map<string, StoredRow>();
	let open = [...asked];
	while (open.length > 0) {
		const read = await table.read(open);
		open = [];
		for (const row of read) {
			rows.set(String(row.values.customer), row);
			const other = elsewhereOf(row);
			if (other === undefined || asked.has(other)) continue;
			asked.add(other);
			open.push(other);
		}
	}

	const currentOf = (name: string): string => {
		let customer = known(name);
		const passed = new Set<string>();
		for (;;) {
			const other = elsewhereOf(rows.get(customer));
			if (other === undefined || passed.has(other)) return customer;
			passed.add(customer);
			customer = other;
		}
	};
	while (joinSame(people, currentOf, run)) people = run.people();

	const customerOf = new Map<number, string>();
	const formerRows = new Map<number, readonly StoredRow[]>();
	for (const { person, key, names } of people) {
		const customer = currentOf(key);
		customerOf.set(person, customer);
		const others = new Set(names.flatMap((name) => [known(name), currentOf(name)]));
		others.delete(customer);
		const former = [...others]
			.map((other) => rows.get(other))
			.filter((row) => row !== undefined && elsewhereOf(row) === undefined) as StoredRow[];
		if (former.length > 0) formerRows.set(person, former);
	}
	return { customerOf, formerRows, rows };
}

/** Joins people who are remembered as one; whether there were any. */
function joinSame(
	people: ReturnType<PurchaseRun['people']>,
	currentOf: (name: string) => string,
	run: Pick<PurchaseRun, 'join'>,
): boolean {
	const ownerOf = new Map<string, number>();
	let isAny = false;
	for (const { person, names } of people) {
		for (const name of names) {
			const customer = currentOf(name);
			const owner = ownerOf.get(customer);
			if (owner === undefined) ownerOf.set(customer, person);
			else if (owner !== person) {
				run.join(owner, person);
				isAny = true;
			}
		}
	}
	return isAny;
}
