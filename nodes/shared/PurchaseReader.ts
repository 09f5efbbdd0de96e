import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import {
	OrderLedger,
	type LedgerCustomer,
	type LedgerPolicy,
	type OrderRecord,
} from '../core/history/OrderLedger';
import { PersonRegistry } from '../core/reading/PersonRegistry';
import { isBlank } from '../core/reading/Reading';
import { counted } from '../core/wording/formatNumber';
import type { CartTrail } from '../core/lapse/CartLedger';
import type { BadRecords } from './BadRecords';
import { CartReader } from './CartReader';
import type { Column } from './Column';
import { CustomerFinder } from './CustomerFinder';
import { idleSettings } from './idleSettings';
import { OrderReader } from './OrderReader';
import { PersonReader, type PersonReading } from './PersonReader';
import { proposedColumn } from './proposedColumn';
import type { PurchaseInput, Reference } from './purchaseInput';
import type { RecordPlan } from './RecordPlan';
import { LATER_THAN_AS_OF, RecordValues } from './RecordValues';
import { recogniseSource } from './sources/presets';
import { Rejection } from './Rejection';
import { absentField, note, warning } from './tellUser';

/** A person of whom a record counts orders, but does not tell when the last one was. */
interface UndatedBuyer {
	itemIndex: number;
	handle: number;
	orders: number;
}

/** A person of whom the items of a run speak. */
export interface KnownPerson {
	/** The handle that stands for the person; another one after two people turned out to be one. */
	person: number;
	key: string;
	/** All that the items call the person, the key among it. */
	names: readonly string[];
}

/** What is remembered of the orders of people, by their handles: one list for each text of the memory. */
export type RememberedOrders = ReadonlyMap<number, ReadonlyArray<readonly OrderRecord[]>>;

/**
 * Reads the items of a run into customers with their purchase histories.
 *
 * It is done in two steps: `read` takes the items in, and `fold` makes the histories, which can be done
 * again with what is remembered. Bad records go to `bad`; `hints` tell what else the user should know.
 */
export class PurchaseReader {
	private readonly values: RecordValues;

	private readonly finder: CustomerFinder;

	private readonly orders: OrderReader | undefined;

	private readonly people: PersonReader;

	/** Left out where carts are not asked for. */
	private readonly carts: CartReader | undefined;

	private readonly ledgerPolicy: LedgerPolicy;

	private readonly ledger: OrderLedger;

	/** The ledger that the customers were made from last. */
	private settled: OrderLedger;

	private readonly listedPeople = new Set<number>();

	private readonly rejected = new Set<number>();

	private readonly undatedBuyers: UndatedBuyer[] = [];

	private peopleWithoutCount = 0;

	private leftOut = 0;

	private customers: readonly LedgerCustomer[] = [];

	/** The first order of a list: what fields of orders are there. */
	private firstNestedOrder: INodeExecutionData | undefined;

	/** The customer of the record being read, once known: to tell who was left out altogether. */
	private currentHandle: number | undefined;

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly plan: RecordPlan,
		private readonly input: PurchaseInput,
		reference: Reference,
		private readonly bad: BadRecords,
		/** Whether customers come with what is to be remembered of their orders. */
		private readonly remembers = false,
	) {
		const { reading, openDays } = input;
		this.values = new RecordValues(plan.values, reference);
		this.finder = new CustomerFinder(plan, reading);
		this.orders = plan.order && new OrderReader(plan, plan.order, reading, this.values);
		this.people = new PersonReader(plan, this.values);
		this.carts = plan.cart && new CartReader(plan.cart, plan, this.orders, this.values, reading);
		this.ledgerPolicy = {
			zone: reference.zone,
			openDays,
			orderIdScope: plan.orderIdScope,
			repeatedOrderIds: reading.repeatedOrderIds,
			listsPlaced: this.carts !== undefined,
			keepsLog: this.remembers,
		};
		this.ledger = new OrderLedger(this.ledgerPolicy, items.length);
		this.settled = this.ledger;
	}

	/** Takes all items in. */
	read(): void {
		for (let itemIndex = 0; itemIndex < this.items.length; itemIndex++) {
			this.currentHandle = undefined;
			try {
				this.readItem(this.items[itemIndex]!, itemIndex);
			} catch (thrown) {
				this.report(itemIndex, thrown);
			}
		}
	}

	/**
	 * The customers of the items, in the order in which they were first seen, with what is remembered of
	 * them counted in. Remembered orders later than the reference are kept, but not counted.
	 */
	fold(remembered: RememberedOrders = new Map()): readonly LedgerCustomer[] {
		const later = new Map<number, readonly OrderRecord[]>();
		if (this.remembers) {
			this.settled = this.ledger.copy();
			for (const [person, logs] of remembered) {
				for (const log of logs) this.settled.addRemembered(person, log.filter(this.isReached));
				later.set(person, longest(logs.map((log) => log.filter((one) => !this.isReached(one)))));
			}
		}
		const all = this.settled.customers(this.finder.registry);
		const known = this.withoutUnreadable(this.withoutUndatedBuyers(all));
		this.customers = this.remembers ? known.map((one) => withLater(one, later)) : known;
		return this.customers;
	}

	/** What a source that has no such people would make of remembered orders, by any names. */
	customersOf(logs: ReadonlyMap<string, readonly OrderRecord[]>): LedgerCustomer[] {
		const registry = new PersonRegistry({ prefer: 'id', joinBy: [] });
		const ledger = new OrderLedger({ ...this.ledgerPolicy, orderIdScope: 'customer' }, 0);
		for (const [name, log] of logs) {
			const handle = registry.handleFor('id', name, Number.NaN);
			for (const order of log) if (this.isReached(order)) ledger.addOrder(0, handle, order);
		}
		return ledger.customers(registry);
	}

	/** The people of whom the items speak, those included of whom nothing could be read. */
	knownPeople(): KnownPerson[] {
		const { registry } = this.finder;
		const names = registry.names();
		return [...registry.keys()].map(([person, key]) => ({
			person,
			key,
			names: names.get(person)!,
		}));
	}

	/** Takes note that two people are one. */
	join(one: number, other: number): void {
		this.finder.registry.join(one, other);
	}

	/** Of what does not count the date may be unknown: it is kept with what is reached. */
	private readonly isReached = ({ at }: OrderRecord): boolean =>
		Number.isNaN(at) || this.values.isReached(at);

	/** What each customer left behind beside orders, once all is read. */
	trails(): ReadonlyMap<number, CartTrail> {
		return this.carts?.ledger.trails(this.finder.registry) ?? new Map<number, CartTrail>();
	}

	private report(itemIndex: number, thrown: unknown): void {
		if (this.currentHandle !== undefined) this.rejected.add(this.currentHandle);
		this.bad.rejectThrown(itemIndex, thrown);
	}

	private readItem(item: INodeExecutionData, itemIndex: number): void {
		const record = this.plan.recordOf(item);
		const kind = this.plan.kindOf(record, itemIndex);
		if (kind === 'order') this.readOrder(record, itemIndex);
		else if (kind === 'person') this.readPerson(record, itemIndex);
		else if (kind === 'nested') this.readNestedOrders(record, itemIndex);
		else if (kind === 'cart') this.readCart(record, itemIndex);
		else this.readEvent(kind, record, itemIndex);
	}

	private readCart(record: INodeExecutionData, itemIndex: number): void {
		const { finder } = this;
		const identifiers = finder.isSingleKey ? undefined : finder.identifiersOf(record, itemIndex);
		const handle = finder.find(record, itemIndex, identifiers);
		this.currentHandle = handle;
		const at = this.carts!.readCart(record, itemIndex, handle);
		if (at === undefined) return;
		this.ledger.addPerson(itemIndex, handle);
		if (identifiers) finder.registry.register(identifiers, at);
	}

	/** Takes in what was viewed; of other events only who did it, and of nobody nothing. */
	private readEvent(kind: 'view' | 'otherEvent', record: INodeExecutionData, itemIndex: number) {
		const identifiers = this.finder.identifiersOf(record, itemIndex);
		if (Object.keys(identifiers).length === 0) return;
		const handle = this.finder.find(record, itemIndex, identifiers);
		this.ledger.addPerson(itemIndex, handle);
		// Without a view that cannot be read, what is known of carts and orders is whole all the same.
		if (kind === 'view') this.carts!.readView(record, itemIndex, handle);
	}

	private find(record: INodeExecutionData, itemIndex: number): number {
		this.currentHandle = this.finder.find(record, itemIndex);
		return this.currentHandle;
	}

	private readNestedOrders(record: INodeExecutionData, itemIndex: number): void {
		const handle = this.find(record, itemIndex);
		const column = this.plan.person.orders!;
		const list = column.value(record, itemIndex);
		if (!isBlank(list) && !Array.isArray(list)) {
			const hint = 'Choose the field that holds the list of orders';
			throw Rejection.ofValue(column.field, list, 'unreadable', 'list of orders', hint);
		}
		this.ledger.addPerson(itemIndex, handle);
		for (const order of (list as unknown[] | undefined) ?? []) {
			try {
				this.readNestedOrder(column, order, itemIndex, handle);
			} catch (thrown) {
				this.report(itemIndex, thrown);
			}
		}
	}

	private readNestedOrder(
		{ field }: Column,
		order: unknown,
		itemIndex: number,
		handle: number,
	): void {
		if (typeof order !== 'object' || order === null) {
			const hint = 'Each order of the list must be a record with a date';
			throw Rejection.ofValue(field, order, 'unreadable', 'order in the list', hint);
		}
		const record = { json: order as INodeExecutionData['json'] };
		this.firstNestedOrder ??= record;
		this.addOrder(record, itemIndex, handle);
	}

	private readOrder(record: INodeExecutionData, itemIndex: number): void {
		if (this.finder.isSingleKey) {
			this.addOrder(record, itemIndex, this.find(record, itemIndex));
			return;
		}
		const identifiers = this.finder.identifiersOf(record, itemIndex);
		const handle = this.finder.find(record, itemIndex, identifiers);
		this.currentHandle = handle;
		const at = this.addOrder(record, itemIndex, handle);
		// Of several addresses the one that was known first stands for the customer.
		if (at !== undefined) this.finder.registry.register(identifiers, at);
	}

	/** Takes an order of a customer in, and gives its instant; undefined where it is not looked at. */
	private addOrder(
		record: INodeExecutionData,
		itemIndex: number,
		handle: number,
	): number | undefined {
		const orders = this.orders!;
		const standing = orders.standing(record, itemIndex);
		if (standing === undefined) {
			this.ledger.addPerson(itemIndex, handle);
			return undefined;
		}
		const order = orders.order(standing, record, itemIndex);
		if (order === LATER_THAN_AS_OF) return undefined;
		this.ledger.addOrder(itemIndex, handle, order);
		this.carts?.readOrder(record, itemIndex, order);
		return order.at;
	}

	private readPerson(record: INodeExecutionData, itemIndex: number): void {
		const handle = this.find(record, itemIndex);
		if (this.plan.isListOfPeople) this.checkFirstListing(handle, record, itemIndex);
		const person = this.people.read(record, itemIndex);
		this.carts?.readPerson(record, itemIndex, handle, person);
		if (person === LATER_THAN_AS_OF) return;
		if (this.carts) this.ledger.addPerson(itemIndex, handle);
		else this.addReadPerson(person, itemIndex, handle);
	}

	private addReadPerson(
		person: Exclude<PersonReading, typeof LATER_THAN_AS_OF>,
		itemIndex: number,
		handle: number,
	): void {
		if (person.kind === 'undated') {
			this.undatedBuyers.push({ itemIndex, handle, orders: person.orders });
		} else if (person.kind === 'uncounted') this.peopleWithoutCount += 1;
		const summary = person.kind === 'summary' ? person.summary : undefined;
		this.ledger.addPerson(itemIndex, handle, summary);
	}

	private checkFirstListing(handle: number, record: INodeExecutionData, itemIndex: number): void {
		const person = this.finder.registry.personOf(handle);
		if (!this.listedPeople.has(person)) {
			this.listedPeople.add(person);
			return;
		}
		throw new Rejection(
			'listed a second time',
			`${this.finder.nameOf(record, itemIndex)} is listed a second time`,
			'Leave one item per customer, or choose Orders under Input Contains',
		);
	}

	/** Customers of whom orders are counted but none has a date cannot be judged: they are reported. */
	private withoutUndatedBuyers(customers: readonly LedgerCustomer[]): readonly LedgerCustomer[] {
		if (this.undatedBuyers.length === 0) return customers;
		const { registry } = this.finder;
		const buyers = new Map(
			this.undatedBuyers.map((buyer) => [registry.personOf(buyer.handle), buyer]),
		);
		return customers.filter(({ person, history, sources, people }) => {
			const buyer = history.orders === 0 ? buyers.get(person) : undefined;
			// Where all their orders were given, none of them counts: nothing is missing.
			if (!buyer || sources.length - people.length >= buyer.orders) return true;
			if (this.rejected.has(buyer.handle)) return false;
			this.rejected.add(buyer.handle);
			this.bad.reject({
				itemIndex: buyer.itemIndex,
				kind: 'with orders but without a date of the last',
				message: `The record counts ${counted(buyer.orders, 'order')} but does not tell when the last one was`,
				hint: `Give this node the orders too, e.g. with n8n's Merge node`,
			});
			return false;
		});
	}

	/**
	 * Who has no order but one that could not be read is no prospect: nobody knows. Nor does anybody know
	 * whether a cart was left where any order or cart of the customer could not be read.
	 */
	private withoutUnreadable(customers: readonly LedgerCustomer[]): readonly LedgerCustomer[] {
		if (this.rejected.size === 0) return customers;
		const { registry } = this.finder;
		const rejected = new Set([...this.rejected].map((handle) => registry.personOf(handle)));
		const known = customers.filter(
			({ person, history }) => (history.orders > 0 && !this.carts) || !rejected.has(person),
		);
		for (const { person } of known) rejected.delete(person);
		this.leftOut = rejected.size;
		return known;
	}

	/** What the user should know of the input, once it was read. */
	hints(): NodeExecutionHint[] {
		const { isListOfPeople } = this.plan;
		const hasOrders = (this.orders?.purchases ?? 0) > 0;
		const mixed = this.customers.filter(({ history }) => history.spent.size > 1).length;
		const told: Array<[number, string, string]> = [
			[
				this.values.laterThanAsOf,
				this.carts ? 'record' : isListOfPeople ? 'customer' : 'order',
				'later than the As Of date left out.',
			],
			[this.settled.repeated, 'order', 'delivered a second time, counted once.'],
			[
				this.settled.lookAlikes,
				'order',
				'with the same customer, date and amount as another. If they are the same orders, set Order ID Field in Options so that each counts once.',
			],
			[
				this.leftOut,
				'customer',
				this.carts
					? 'left out: an order or a cart of theirs could not be read.'
					: 'left out: none of their records could be read.',
			],
			[
				hasOrders || isListOfPeople ? 0 : this.peopleWithoutCount,
				'customer',
				'without a number of orders taken for prospects, as no purchase is among the items. Give this node the orders too to tell buyers from prospects.',
			],
			[
				this.settled.mixedOrders,
				'order',
				'with lines in several currencies: their amount is left out, as currencies are not added up.',
			],
			[
				mixed,
				'customer',
				'with amounts in several currencies: their total is left empty, as currencies are not added up.',
			],
		];
		return [
			...this.sourceHints(),
			...this.absentFields(),
			...(this.plan.events?.hints(this.items.length) ?? []),
			...told
				.filter(([count]) => count > 0)
				.map(([count, noun, what]) => warning(`${counted(count, noun)} ${what}`)),
			...this.rememberedLooks(),
			...(this.orders?.hints() ?? []),
			...this.finder.hints(),
			...this.bad.hints(this.items.length),
			...idleSettings(this.input, this.plan.label !== undefined).map(warning),
		];
	}

	/** Orders without an id may be delivered again, or be others that are alike. */
	private rememberedLooks(): NodeExecutionHint[] {
		const { remembered } = this.settled;
		if (remembered === 0) return [];
		return [
			note(
				`${counted(remembered, 'order')} taken for one that is remembered, with the same customer, date and amount. Set Order ID Field in Options to tell orders apart for certain.`,
			),
		];
	}

	private sourceHints(): NodeExecutionHint[] {
		const { label } = this.plan;
		const { source } = this.input;
		if (source === 'auto' && label !== undefined) {
			return [
				note(
					`Recognised as ${label}. Choose it under Source to rely on it, or choose Custom to name the fields yourself.`,
				),
			];
		}
		const known = label === undefined ? recogniseSource(this.items) : undefined;
		if (!known) return [];
		// Who chose Custom or a sheet knows what they do; who left it to the node may not.
		const tell = source === 'auto' ? warning : note;
		return [
			tell(
				`These items look like those of ${known.label} and are read by the fields you named: whether an order is paid, cancelled, refunded or a test is not looked at. Choose ${known.label} under Source to have it looked at.`,
			),
		];
	}

	private absentFields(): NodeExecutionHint[] {
		if (this.items.length === 0) return [];
		const { identity, order, person, namedColumns } = this.plan;
		const [customer] = identity.keys;
		// Amounts are looked at only of what counts.
		const isPriced = (this.orders?.purchases ?? 0) + (this.carts?.ledger.records ?? 0) > 0;
		const ofPurchases = new Set([order?.amount, order?.quantity, order?.currency]);
		const isRead = this.customers.length > 0;
		const first = customer?.isSeen ? (order?.date ?? person.orderCount) : customer;
		const ofOrders = new Set<Column | undefined>(Object.values(order ?? {}));
		return namedColumns
			.filter((column) => !column.isSeen && (isRead || column === first))
			.filter((column) => !ofPurchases.has(column) || isPriced)
			.map((column) => {
				const isInList = ofOrders.has(column) && this.firstNestedOrder !== undefined;
				const items = isInList ? [this.firstNestedOrder!] : this.items;
				return absentField(column.field, items, proposedColumn(column.field.label, items));
			});
	}
}

/** Of the texts of one person the one that tells most. */
function longest(logs: ReadonlyArray<readonly OrderRecord[]>): readonly OrderRecord[] {
	return logs.reduce((one, other) => (other.length > one.length ? other : one), []);
}

/** A customer with the orders that are remembered and later than the reference. */
function withLater(
	customer: LedgerCustomer,
	later: ReadonlyMap<number, readonly OrderRecord[]>,
): LedgerCustomer {
	const more = later.get(customer.person) ?? [];
	return more.length === 0 ? customer : { ...customer, log: [...customer.log!, ...more] };
}
