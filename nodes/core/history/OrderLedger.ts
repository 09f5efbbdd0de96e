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
	/** Whether the order is void because the whole of it was paid back. */
	wasPaidBack?: boolean;
}

/** An order that somebody placed: bought, or not paid yet. */
export interface PlacedOrder {
	at: number;
	/** Whether it is bought, and was not paid back. */
	isPaid: boolean;
}

export interface LedgerPolicy {
	zone: TimeZone;
	openDays: OpenDays;
	/** Whether order ids are unique in the shop, or only among the orders of one customer. */
	orderIdScope: 'shop' | 'customer';
	/** What records with the same order id are: the same order again, or its lines. */
	repeatedOrderIds: 'sameOrder' | 'lineItems';
	/** Whether each customer comes with the list of the orders they placed. */
	listsPlaced?: boolean;
	/** Whether each customer comes with the records that are to be remembered. */
	keepsLog?: boolean;
}

/** One customer with the records the history was made from. */
export interface LedgerCustomer {
	/** The handle that stands for the customer in the registry of people. */
	person: number;
	/** The customer's e-mail address, where a record told it. */
	email: string | undefined;
	history: PurchaseHistory;
	/** Sources of all records of this customer, without repetition where records came in their order. */
	sources: readonly number[];
	/** Source of the newest order, or of the newest other record where there is none. */
	latest: number;
	/** Sources that tell of the person, not of an order. */
	people: readonly number[];
	/**
	 * Every order that was placed, with those not paid yet and those wholly paid back; without those
	 * cancelled otherwise. Left out where the policy does not ask for it.
	 */
	placed?: readonly PlacedOrder[];
	/**
	 * The records, remembered ones too, that make this history and any later one: without repetitions,
	 * and before lines are added up. Left out where the policy does not ask for it.
	 */
	log?: readonly OrderRecord[];
}

interface PersonRecord {
	source: number;
	handle: number;
	summary: PurchaseSummary | undefined;
}

/** Later in the life of an order: what a shop says last of it where two records have the same age. */
const LATER_IN_LIFE: Readonly<Record<Standing, number>> = { pending: 0, purchase: 1, void: 2 };

/** How a column of standings holds a purchase. */
const BOUGHT = STANDINGS.indexOf('purchase');

const VOID = STANDINGS.indexOf('void');

/** The rows of records that are repeated. */
const DROPPED = STANDINGS.length;

/** The rows of lines that are added up in that of another line of their order. */
const MERGED = STANDINGS.length + 1;

/** The rows of refunds for an order that does not count. */
const UNDONE = STANDINGS.length + 2;

/**
 * All orders of a run, in any order and as often as they were delivered, brought together into the
 * purchase history of each customer.
 *
 * Records are kept in columns, so that a million of them are counted within seconds.
 *
 * Records that are remembered from earlier runs are taken in after those of the run, in a copy, so that
 * it can be done again with newer ones.
 */
export class OrderLedger {
	/** Orders that were delivered more than once and counted once. */
	repeated = 0;

	/** Orders without an id that are like another of the same customer in instant and amount. */
	lookAlikes = 0;

	/** Orders without an id that are taken for one that is remembered. */
	remembered = 0;

	private rows = 0;

	private sources: Int32Array;

	private handles: Int32Array;

	private instants: Float64Array;

	/** NaN where an amount is not known. */
	private amounts: Float64Array;

	private standings: Uint8Array;

	private currencies: Uint32Array;

	private currencyNames: Array<string | undefined> = [undefined];

	private indexOfCurrency = new Map<string, number>();

	private orderIds: Array<string | undefined> | undefined;

	private versions = new Map<number, number>();

	/** Orders whose lines are in several currencies: what they are worth cannot be added up. */
	private readonly mixedRows = new Set<number>();

	private categories = new Map<number, readonly string[]>();

	private paidBackRows = new Set<number>();

	private people: PersonRecord[] = [];

	/** First row of each remembered log; those of the run lie before. */
	private readonly logStarts: number[] = [];

	/** Lines as they were read, before they were added up, where they are to be remembered. */
	private lines:
		| {
				instants: Float64Array;
				amounts: Float64Array;
				currencies: Uint32Array;
				categories: ReadonlyMap<number, readonly string[]>;
		  }
		| undefined;

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
		this.currencies = new Uint32Array(capacity);
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
		if (record.wasPaidBack) this.paidBackRows.add(row);
	}

	/**
	 * Takes in what is remembered of a customer's orders, once all records of the run are in.
	 *
	 * @param records of one text of the memory; those of another text are taken in by another call
	 */
	addRemembered(handle: number, records: readonly OrderRecord[]): void {
		this.logStarts.push(this.rows);
		for (const record of records) this.addOrder(NO_SOURCE, handle, record);
	}

	/** A ledger with the same records, to which others can be added without a change of this one. */
	copy(): OrderLedger {
		const copy = new OrderLedger(this.policy, 0);
		copy.rows = this.rows;
		copy.sources = this.sources.slice();
		copy.handles = this.handles.slice();
		copy.instants = this.instants.slice();
		copy.amounts = this.amounts.slice();
		copy.standings = this.standings.slice();
		copy.currencies = this.currencies.slice();
		copy.currencyNames = [...this.currencyNames];
		copy.indexOfCurrency = new Map(this.indexOfCurrency);
		copy.orderIds = this.orderIds?.slice();
		copy.versions = new Map(this.versions);
		copy.categories = new Map(this.categories);
		copy.paidBackRows = new Set(this.paidBackRows);
		copy.people = [...this.people];
		return copy;
	}

	/** How many rows are of the run; those after them are remembered. */
	private get ownRows(): number {
		return this.logStarts[0] ?? this.rows;
	}

	/** Takes a person in, with what is counted of their orders; undefined where nothing is. */
	addPerson(source: number, handle: number, summary?: PurchaseSummary): void {
		this.people.push({ source, handle, summary });
	}

	private grow(): void {
		const grown = <T extends Int32Array | Float64Array | Uint8Array | Uint32Array>(
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
		let index = this.indexOfCurrency.get(currency);
		if (index === undefined) {
			index = this.currencyNames.push(currency) - 1;
			this.indexOfCurrency.set(currency, index);
		}
		return index;
	}

	/** How many orders have lines in several currencies: what they are worth is left out. */
	get mixedOrders(): number {
		return this.mixedRows.size;
	}

	/** The customers, in the order in which the registry came to know them. */
	customers(registry: PersonRegistry): LedgerCustomer[] {
		const keys = registry.keys();
		const persons = this.handles.subarray(0, this.rows).map((handle) => registry.personOf(handle));
		this.dropKnownLooks(persons);
		if (this.policy.keepsLog && this.policy.repeatedOrderIds === 'lineItems') {
			this.lines = {
				instants: this.instants.slice(),
				amounts: this.amounts.slice(),
				currencies: this.currencies.slice(),
				categories: new Map(this.categories),
			};
		}
		if (this.orderIds) this.settleRepeatedIds(this.orderIds, persons, keys);

		const emails = registry.emails();
		const { starts, sorted } = rowsByPerson(persons, registry.size);
		const peopleOf = new Map<number, PersonRecord[]>();
		for (const record of this.people) {
			const person = registry.personOf(record.handle);
			const others = peopleOf.get(person);
			if (others) others.push(record);
			else peopleOf.set(person, [record]);
		}
		const customers: LedgerCustomer[] = [];
		const { ownRows } = this;
		for (const [person, key] of keys) {
			const rows = plainRange(sorted, starts[person]!, starts[person + 1]!);
			const people = peopleOf.get(person) ?? [];
			// Who was only mentioned in a record that could not be read is no customer of this run.
			if (!(rows[0]! < ownRows) && people.length === 0) continue;
			const email = emails.get(person);
			customers.push({ person, email, ...this.customer(key, rows, people) });
		}
		return customers;
	}

	private customer(
		key: string,
		rows: readonly number[],
		people: readonly PersonRecord[],
	): Omit<LedgerCustomer, 'person' | 'email'> {
		const { zone, openDays } = this.policy;
		const draft = new HistoryDraft(key, zone, openDays);
		const { ownRows } = this;
		let latest = people[0]?.source ?? this.sources[rows[0]!]!;
		let latestAt = Number.NEGATIVE_INFINITY;
		let isLatestBought = false;
		for (const row of rows) {
			const order = this.orderOf(row);
			const isPurchase = this.standings[row] === BOUGHT;
			if (isPurchase) draft.add(order);
			if (row >= ownRows) continue;
			const isBought = isPurchase && !((order.amount ?? 0) < 0);
			if (isLatestBought && !isBought) continue;
			if (isBought !== isLatestBought || order.at >= latestAt) {
				latest = this.sources[row]!;
				latestAt = order.at;
				isLatestBought = isBought;
			}
		}
		const history = draft.finish();
		if (history.orders > history.orderDayCount) this.countLookAlikes(rows);
		const summary = fullestSummary(people);
		const isSummed = summary !== undefined && this.isRuledBySummary(history, rows, summary);
		return {
			history: isSummed ? summarisedHistory(key, summary, zone, openDays) : history,
			sources: this.sourcesOf(rows, people),
			latest,
			people: people.length === 0 ? NOBODY : people.map(({ source }) => source),
			...(this.policy.listsPlaced ? { placed: this.placed(rows) } : {}),
			...(this.policy.keepsLog ? { log: this.logOf(rows) } : {}),
		};
	}

	/**
	 * Whether what is counted of a customer tells more than their orders: orders of the run always tell
	 * more, remembered ones only where none is missing among them.
	 */
	private isRuledBySummary(
		history: PurchaseHistory,
		rows: readonly number[],
		{ orders, lastOrderAt }: PurchaseSummary,
	): boolean {
		if (history.orders === 0) return true;
		if (rows[0]! < this.ownRows || lastOrderAt === undefined) return false;
		const { zone } = this.policy;
		return orders > history.orders || zone.dayOf(lastOrderAt) > zone.dayOf(history.lastOrderAt!);
	}

	/** What is to be remembered: of an order without an id, and of a line, only that it was bought. */
	private logOf(rows: readonly number[]): OrderRecord[] {
		const areLines = this.policy.repeatedOrderIds === 'lineItems';
		return rows
			.filter((row) => {
				const standing = this.standings[row]!;
				if (standing === BOUGHT || standing === UNDONE || standing === MERGED) return true;
				return standing < DROPPED && !areLines && this.orderIds?.[row] !== undefined;
			})
			.map((row) => this.recordOf(row));
	}

	private recordOf(row: number): OrderRecord {
		const instants = this.lines?.instants ?? this.instants;
		const amounts = this.lines?.amounts ?? this.amounts;
		const currencies = this.lines?.currencies ?? this.currencies;
		const categories = this.lines?.categories ?? this.categories;
		const amount = amounts[row]!;
		const orderId = this.orderIds?.[row];
		// Of an order without an id, and of a line, no record ever rules over another.
		const isRuled = orderId !== undefined && this.policy.repeatedOrderIds === 'sameOrder';
		return {
			standing: STANDINGS[this.standings[row]!] ?? 'purchase',
			at: instants[row]!,
			amount: Number.isNaN(amount) ? undefined : amount,
			currency: this.currencyNames[currencies[row]!],
			orderId,
			version: isRuled ? this.versions.get(row) : undefined,
			categories: categories.get(row),
			wasPaidBack: this.paidBackRows.has(row),
		};
	}

	/**
	 * Drops remembered orders without an id, and remembered lines, that the run or another text of the
	 * memory has as well: of equal ones there are as many as any of them alone has. An order that was
	 * remembered without its id and comes with it now is not counted twice either.
	 */
	private dropKnownLooks(persons: Int32Array): void {
		if (this.logStarts.length === 0) return;
		const areLines = this.policy.repeatedOrderIds === 'lineItems';
		const lookOf = (row: number) => {
			const look = `${persons[row]} ${this.instants[row]} ${this.amounts[row]} ${this.currencyNames[this.currencies[row]!] ?? ''}`;
			return areLines
				? JSON.stringify([look, this.orderIds?.[row], this.categories.get(row)])
				: look;
		};
		const isLook = (row: number) =>
			this.standings[row] === BOUGHT && (areLines || this.orderIds?.[row] === undefined);
		const { ownRows } = this;
		const known = new Map<string, number>();
		const count = (look: string) => known.set(look, (known.get(look) ?? 0) + 1);

		const rememberedIds = new Set<string>();
		const asked = new Set<number>();
		for (let row = ownRows; row < this.rows; row++) {
			if (isLook(row)) asked.add(persons[row]!);
			else rememberedIds.add(`${persons[row]} ${this.orderIds?.[row]}`);
		}
		if (asked.size === 0) return;
		for (let row = 0; row < ownRows; row++) {
			if (!asked.has(persons[row]!) || this.standings[row] !== BOUGHT) continue;
			if (isLook(row)) count(lookOf(row));
			else if (!rememberedIds.has(`${persons[row]} ${this.orderIds![row]}`)) count(lookOf(row));
		}
		this.logStarts.forEach((start, log) => {
			const ofLog = new Map<string, number>();
			for (let row = start; row < (this.logStarts[log + 1] ?? this.rows); row++) {
				if (!isLook(row)) continue;
				const look = lookOf(row);
				const times = (ofLog.get(look) ?? 0) + 1;
				ofLog.set(look, times);
				if (times > (known.get(look) ?? 0)) continue;
				this.standings[row] = DROPPED;
				if (!areLines) this.remembered += 1;
			}
			for (const [look, times] of ofLog) known.set(look, Math.max(times, known.get(look) ?? 0));
		});
	}

	private placed(rows: readonly number[]): PlacedOrder[] {
		return rows
			.filter((row) => {
				// Money that goes back is no order, and of an order without a date nothing can be told.
				const standing = this.standings[row]!;
				if (this.amounts[row]! < 0 || Number.isNaN(this.instants[row]!)) return false;
				return standing < VOID || (standing === VOID && this.paidBackRows.has(row));
			})
			.map((row) => ({ at: this.instants[row]!, isPaid: this.standings[row] === BOUGHT }));
	}

	private countLookAlikes(rows: readonly number[]): void {
		const seen = new Set<string>();
		for (const row of rows) {
			if (row >= this.ownRows) break;
			if (this.standings[row] !== BOUGHT || this.orderIds?.[row] !== undefined) continue;
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
			if (row >= this.ownRows) break;
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
		orderIds: ReadonlyArray<string | undefined>,
		persons: Int32Array,
		keys: ReadonlyMap<number, string>,
	): void {
		const isOfShop = this.policy.orderIdScope === 'shop';
		const areLines = this.policy.repeatedOrderIds === 'lineItems';
		const rowOf = new Map<string, number>();
		const refunds: Array<{ row: number; order: string }> = [];
		const { ownRows } = this;
		for (let row = 0; row < this.rows; row++) {
			const id = orderIds[row];
			// A line that is cancelled takes nothing away from the others.
			if (id === undefined || (areLines && this.standings[row] !== BOUGHT)) continue;
			const isOwn = row < ownRows;
			const order = `${isOfShop ? '' : persons[row]} ${id}`;
			const isRefund = !areLines && this.amounts[row]! < 0;
			if (isRefund) refunds.push({ row, order });
			// Refunds often carry the id of the order they give back, one after the other.
			const key = isRefund ? `${this.amounts[row]} ${this.instants[row]} of ${order}` : order;
			const other = rowOf.get(key);
			if (other === undefined) {
				rowOf.set(key, row);
				continue;
			}
			if (areLines) this.mergeLine(other, row);
			else {
				const isRuling = this.isRuledBy(row, other, (one) => keys.get(persons[one]!)!);
				this.standings[isRuling ? other : row] = DROPPED;
				if (isRuling) rowOf.set(key, row);
				if (isOwn) this.repeated += 1;
			}
		}
		// What was paid back for an order that does not count is no less spend.
		for (const { row, order } of refunds) {
			const given = rowOf.get(order);
			const isGiven = given === undefined || this.standings[given] === BOUGHT;
			if (!isGiven && this.standings[row] === BOUGHT) this.standings[row] = UNDONE;
		}
	}

	private mergeLine(order: number, line: number): void {
		const [sum, amount] = [this.amounts[order]!, this.amounts[line]!];
		if (!Number.isNaN(amount)) this.amounts[order] = Number.isNaN(sum) ? amount : sum + amount;
		if (
			this.currencies[order] &&
			this.currencies[line] &&
			this.currencies[order] !== this.currencies[line]
		) {
			this.mixedRows.add(order);
		}
		this.currencies[order] ||= this.currencies[line]!;
		if (this.mixedRows.has(order)) this.amounts[order] = Number.NaN;
		this.instants[order] = Math.min(this.instants[order]!, this.instants[line]!);
		const categories = [
			...(this.categories.get(order) ?? []),
			...(this.categories.get(line) ?? []),
		];
		if (categories.length > 0) this.categories.set(order, categories);
		this.standings[line] = MERGED;
	}

	/**
	 * Whether one record of an order rules over another one of the same order, whichever came first:
	 * the newer, the later in its life, the one that tells more.
	 */
	private isRuledBy(one: number, other: number, keyOf: (row: number) => string): boolean {
		const tells = (row: number) =>
			Number(!Number.isNaN(this.amounts[row]!)) + Number(this.currencies[row] !== 0);
		const currency = (row: number) => this.currencyNames[this.currencies[row]!] ?? '';
		const isDated = (row: number) => Number(!Number.isNaN(this.instants[row]!));
		const isPaidBack = (row: number) => Number(this.paidBackRows.has(row));
		const categories = (row: number) => this.categories.get(row) ?? [];
		const named = (row: number) => categories(row).join();
		const compared =
			this.versionOf(one) - this.versionOf(other) ||
			this.lifeOf(one) - this.lifeOf(other) ||
			tells(one) - tells(other) ||
			isDated(one) - isDated(other) ||
			this.instants[one]! - this.instants[other]! ||
			(this.amounts[other]! || 0) - (this.amounts[one]! || 0) ||
			Number(keyOf(one) < keyOf(other)) - Number(keyOf(one) > keyOf(other)) ||
			Number(currency(one) < currency(other)) - Number(currency(one) > currency(other)) ||
			isPaidBack(one) - isPaidBack(other) ||
			categories(one).length - categories(other).length ||
			Number(named(one) < named(other)) - Number(named(one) > named(other));
		return compared > 0;
	}

	private versionOf(row: number): number {
		return this.versions.get(row) ?? 0;
	}

	private lifeOf(row: number): number {
		return LATER_IN_LIFE[STANDINGS[this.standings[row]!]!];
	}
}

/** The source of a record that is remembered: it is among no items of the run. */
const NO_SOURCE = -1;

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
