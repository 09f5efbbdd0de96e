import type { PersonRegistry } from '../reading/PersonRegistry';
import type { TimeZone } from '../reading/TimeZone';
import { HistoryDraft } from './HistoryDraft';
import type { OpenDays } from './OpenDays';
import type { Order, PurchaseHistory } from './PurchaseHistory';
import { summarisedHistory, type PurchaseSummary } from './summarisedHistory';

/**
 * What a record says of an order: it is bought; it may still be (unpaid, open); or it is none (any
 * more): cancelled, wholly refunded, a test.
 */
export const STANDINGS = ['purchase', 'pending', 'void'] as const;

export type Standing = (typeof STANDINGS)[number];

/** One record of an order. Several records may speak of the same order. */
export interface OrderRecord extends Order {
	standing: Standing;
	/** Left out where orders have no id: then each record is an order. */
	orderId?: string;
	/** Instant at which the record was last changed; the newest record of an order rules. */
	version?: number;
}

export interface LedgerPolicy {
	zone: TimeZone;
	openDays: OpenDays;
	/** Whether order ids are unique in the shop, or only among the orders of one customer. */
	orderIdScope: 'shop' | 'customer';
	/** What records with the same order id are: the same order again, or its lines. */
	repeatedOrderIds: 'sameOrder' | 'lineItems';
}

/** One customer with the records the history was made from. */
export interface LedgerCustomer {
	/** The handle that stands for the customer in the registry of people. */
	person: number;
	history: PurchaseHistory;
	/** Sources of all records of this customer, without repetition. */
	sources: readonly number[];
	/** Source of the newest order, or of the newest other record where there is none. */
	latest: number;
	/** Sources that tell of the person, not of an order. */
	people: readonly number[];
}

interface PersonRecord {
	source: number;
	handle: number;
	summary: PurchaseSummary | undefined;
}

/** Later in the life of an order: what a shop says last of it where two records have the same age. */
const LATER_IN_LIFE: Readonly<Record<Standing, number>> = { pending: 0, purchase: 1, void: 2 };

/** The rows of records that are repeated or merged into another. */
const DROPPED = STANDINGS.length;

/**
 * All orders of a run, in any order and as often as they were delivered, brought together into the
 * purchase history of each customer.
 *
 * Records are kept in columns, so that a million of them are counted within seconds.
 */
export class OrderLedger {
	/** Orders that were delivered more than once and counted once. */
	repeated = 0;

	/** Orders without an id that are like another of the same customer in instant and amount. */
	lookAlikes = 0;

	private rows = 0;

	private sources: Int32Array;

	private handles: Int32Array;

	private instants: Float64Array;

	/** NaN where an amount is not known. */
	private amounts: Float64Array;

	private standings: Uint8Array;

	private currencies: Uint16Array;

	private readonly currencyNames: Array<string | undefined> = [undefined];

	private orderIds: Array<string | undefined> | undefined;

	private readonly versions = new Map<number, number>();

	private readonly categories = new Map<number, readonly string[]>();

	private readonly people: PersonRecord[] = [];

	/** @param expectedRows how many records will come, as far as that can be told */
	constructor(
		private readonly policy: LedgerPolicy,
		expectedRows: number,
	) {
		const capacity = Math.max(expectedRows, 16);
		this.sources = new Int32Array(capacity);
		this.handles = new Int32Array(capacity);
		this.instants = new Float64Array(capacity);
		this.amounts = new Float64Array(capacity);
		this.standings = new Uint8Array(capacity);
		this.currencies = new Uint16Array(capacity);
	}

	/**
	 * Takes one record of an order in.
	 *
	 * @param source what the customer's `sources` list for it, e.g. the index of its item
	 * @param handle the customer, as the registry of people knows them
	 */
	addOrder(source: number, handle: number, record: OrderRecord): void {
		if (this.rows === this.sources.length) this.grow();
		const row = this.rows++;
		this.sources[row] = source;
		this.handles[row] = handle;
		this.instants[row] = record.at;
		this.amounts[row] = record.amount ?? Number.NaN;
		this.standings[row] = STANDINGS.indexOf(record.standing);
		if (record.currency !== undefined) this.currencies[row] = this.currencyIndex(record.currency);
		if (record.orderId !== undefined) (this.orderIds ??= [])[row] = record.orderId;
		if (record.version !== undefined) this.versions.set(row, record.version);
		if (record.categories !== undefined) this.categories.set(row, record.categories);
	}

	/** Takes a person in, with what is counted of their orders; undefined where nothing is. */
	addPerson(source: number, handle: number, summary?: PurchaseSummary): void {
		this.people.push({ source, handle, summary });
	}

	private grow(): void {
		const grown = <T extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
			column: T,
		): T => {
			const larger = new (column.constructor as new (length: number) => T)(column.length * 2);
			larger.set(column);
			return larger;
		};
		this.sources = grown(this.sources);
		this.handles = grown(this.handles);
		this.instants = grown(this.instants);
		this.amounts = grown(this.amounts);
		this.standings = grown(this.standings);
		this.currencies = grown(this.currencies);
	}

	private currencyIndex(currency: string): number {
		const known = this.currencyNames.indexOf(currency);
		return known >= 0 ? known : this.currencyNames.push(currency) - 1;
	}

	/** The customers, in the order in which the registry came to know them. */
	customers(registry: PersonRegistry): LedgerCustomer[] {
		const keys = registry.keys();
		const persons = this.handles.subarray(0, this.rows).map((handle) => registry.personOf(handle));
		if (this.orderIds) this.settleRepeatedIds(persons, this.orderIds);

		const { starts, sorted } = rowsByPerson(persons, registry.size);
		const peopleOf = new Map<number, PersonRecord[]>();
		for (const record of this.people) {
			const person = registry.personOf(record.handle);
			const others = peopleOf.get(person);
			if (others) others.push(record);
			else peopleOf.set(person, [record]);
		}
		const customers: LedgerCustomer[] = [];
		for (const [person, key] of keys) {
			const rows = plainRange(sorted, starts[person]!, starts[person + 1]!);
			const people = peopleOf.get(person) ?? [];
			// Who was only mentioned in a record that could not be read is no customer of this run.
			if (rows.length + people.length === 0) continue;
			customers.push(this.customer(person, key, rows, people));
		}
		return customers;
	}

	private customer(
		person: number,
		key: string,
		rows: readonly number[],
		people: readonly PersonRecord[],
	): LedgerCustomer {
		const { zone, openDays } = this.policy;
		const draft = new HistoryDraft(key, zone, openDays);
		let latest = people[0]?.source ?? this.sources[rows[0]!]!;
		let latestAt = Number.NEGATIVE_INFINITY;
		let isLatestBought = false;
		for (const row of rows) {
			const order = this.orderOf(row);
			const isPurchase = this.standings[row] === 0;
			if (isPurchase) draft.add(order);
			const isBought = isPurchase && !((order.amount ?? 0) < 0);
			if (isLatestBought && !isBought) continue;
			if (isBought !== isLatestBought || order.at >= latestAt) {
				latest = this.sources[row]!;
				latestAt = order.at;
				isLatestBought = isBought;
			}
		}
		const history = draft.finish();
		if (!this.orderIds && history.orders > history.orderDayCount) this.countLookAlikes(rows);
		const summary = history.orders > 0 ? undefined : fullestSummary(people);
		return {
			person,
			history: summary ? summarisedHistory(key, summary, zone, openDays) : history,
			sources: this.sourcesOf(rows, people),
			latest,
			people: people.length === 0 ? NOBODY : people.map(({ source }) => source),
		};
	}

	private countLookAlikes(rows: readonly number[]): void {
		const seen = new Set<string>();
		for (const row of rows) {
			if (this.standings[row] !== 0) continue;
			const look = `${this.instants[row]} ${this.amounts[row]} ${this.currencies[row]}`;
			if (seen.has(look)) this.lookAlikes += 1;
			else seen.add(look);
		}
	}

	private orderOf(row: number): Order {
		const amount = this.amounts[row]!;
		return {
			at: this.instants[row]!,
			amount: Number.isNaN(amount) ? undefined : amount,
			currency: this.currencyNames[this.currencies[row]!],
			categories: this.categories.get(row),
		};
	}

	private sourcesOf(rows: readonly number[], people: readonly PersonRecord[]): readonly number[] {
		const ofRows: number[] = [];
		for (const row of rows) {
			const source = this.sources[row]!;
			// The orders of a list have the source of the list.
			if (source !== ofRows[ofRows.length - 1]) ofRows.push(source);
		}
		if (people.length === 0) return ofRows;
		const all = new Set(ofRows);
		for (const { source } of people) all.add(source);
		return [...all].sort((one, other) => one - other);
	}

	/** Leaves one row for each order id: the record that rules, or the sum of the lines. */
	private settleRepeatedIds(
		persons: Int32Array,
		orderIds: ReadonlyArray<string | undefined>,
	): void {
		const isOfShop = this.policy.orderIdScope === 'shop';
		const areLines = this.policy.repeatedOrderIds === 'lineItems';
		const rowOf = new Map<string, number>();
		for (let row = 0; row < this.rows; row++) {
			const id = orderIds[row];
			// A line that is cancelled takes nothing away from the others.
			if (id === undefined || (areLines && this.standings[row] !== 0)) continue;
			// A refund often carries the id of the order it gives back.
			const kind = !areLines && this.amounts[row]! < 0 ? 'refund' : 'order';
			const key = `${kind} ${isOfShop ? '' : persons[row]} ${id}`;
			const other = rowOf.get(key);
			if (other === undefined) {
				rowOf.set(key, row);
				continue;
			}
			if (areLines) this.mergeLine(other, row);
			else if (this.rules(row, other)) {
				this.standings[other] = DROPPED;
				rowOf.set(key, row);
			} else this.standings[row] = DROPPED;
			if (!areLines) this.repeated += 1;
		}
	}

	private mergeLine(order: number, line: number): void {
		const [sum, amount] = [this.amounts[order]!, this.amounts[line]!];
		if (!Number.isNaN(amount)) this.amounts[order] = Number.isNaN(sum) ? amount : sum + amount;
		this.currencies[order] ||= this.currencies[line]!;
		this.instants[order] = Math.min(this.instants[order]!, this.instants[line]!);
		const categories = [
			...(this.categories.get(order) ?? []),
			...(this.categories.get(line) ?? []),
		];
		if (categories.length > 0) this.categories.set(order, categories);
		this.standings[line] = DROPPED;
	}

	/** Whether one record of an order rules over another one of the same order, whichever came first. */
	private rules(one: number, other: number): boolean {
		const compared =
			this.versionOf(one) - this.versionOf(other) ||
			this.lifeOf(one) - this.lifeOf(other) ||
			(this.amounts[other]! || 0) - (this.amounts[one]! || 0) ||
			this.instants[one]! - this.instants[other]!;
		return compared > 0;
	}

	private versionOf(row: number): number {
		return this.versions.get(row) ?? 0;
	}

	private lifeOf(row: number): number {
		return LATER_IN_LIFE[STANDINGS[this.standings[row]!]!];
	}
}

/** Most customers have no record but those of orders. */
const NOBODY: readonly number[] = Object.freeze([]);

/** Rows in the order of their persons: those of person i lie between starts[i] and starts[i + 1]. */
function rowsByPerson(
	persons: Int32Array,
	count: number,
): { starts: Int32Array; sorted: Int32Array } {
	const starts = new Int32Array(count + 1);
	for (let row = 0; row < persons.length; row++) starts[persons[row]! + 1]! += 1;
	for (let person = 0; person < count; person++) starts[person + 1]! += starts[person]!;
	const next = starts.slice();
	const sorted = new Int32Array(persons.length);
	for (let row = 0; row < persons.length; row++) sorted[next[persons[row]!]!++] = row;
	return { starts, sorted };
}

/** Part of a column as a plain list: a view of its own for each customer would cost far more. */
function plainRange(column: Int32Array, from: number, to: number): number[] {
	const list: number[] = [];
	for (let i = from; i < to; i++) list.push(column[i]!);
	return list;
}

/** The summary with the newest order, of two equal ones that with more orders. */
function fullestSummary(people: readonly PersonRecord[]): PurchaseSummary | undefined {
	let best: PurchaseSummary | undefined;
	for (const { summary } of people) {
		if (!summary) continue;
		const isNewer =
			(summary.lastOrderAt ?? 0) - (best?.lastOrderAt ?? 0) || summary.orders - (best?.orders ?? 0);
		if (!best || isNewer > 0) best = summary;
	}
	return best;
}
