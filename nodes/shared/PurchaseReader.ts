import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { categoryName } from '../core/history/categoryInterval';
import {
	OrderLedger,
	type LedgerCustomer,
	type OrderRecord,
	type Standing,
} from '../core/history/OrderLedger';
import type { PurchaseSummary } from '../core/history/summarisedHistory';
import { currencyNamed, minorUnitsOf } from '../core/reading/currency';
import { PersonRegistry, type Identifiers } from '../core/reading/PersonRegistry';
import { readAmount, readMoney, type Money } from '../core/reading/readMoney';
import { readCount } from '../core/reading/readCount';
import { readCustomerKey } from '../core/reading/readCustomerKey';
import { readDate } from '../core/reading/readDate';
import { readEmail } from '../core/reading/readEmail';
import { readPhone } from '../core/reading/readPhone';
import { isBlank, type Reading } from '../core/reading/Reading';
import { counted } from '../core/wording/formatNumber';
import type { BadRecords } from './BadRecords';
import type { Column } from './Column';
import { proposedColumn } from './proposedColumn';
import type { PurchaseInput, Reference } from './purchaseInput';
import type { OrderColumns, RecordPlan } from './recordPlan';
import { quoted, Rejection } from './Rejection';
import { absentField, note, warning } from './tellUser';

/** An order later than a chosen As Of date: nothing is wrong with it, it is only not looked at. */
const LATER_THAN_AS_OF = Symbol('later than the As Of date');

/** A person of whom a record counts orders, but does not tell when the last one was. */
interface UndatedBuyer {
	itemIndex: number;
	handle: number;
	orders: number;
}

/**
 * Reads the items of a run into customers with their purchase histories.
 *
 * Bad records go to `bad`; `hints` tell what else the user should know.
 */
export class PurchaseReader {
	private readonly registry: PersonRegistry;

	private readonly ledger: OrderLedger;

	/** Handles of keys as they stand in the items, where nothing but one key tells who somebody is. */
	private readonly handleOfKey = new Map<unknown, number>();

	private readonly listedPeople = new Set<number>();

	private readonly rejected = new Set<number>();

	private readonly undatedBuyers: UndatedBuyer[] = [];

	private readonly notCounted = new Map<string, number>();

	private readonly unknownStatuses = new Map<string, number>();

	private readonly variants = new Map<string, number>();

	private laterThanAsOf = 0;

	private otherEvents = 0;

	private orderRecords = 0;

	private peopleWithoutCount = 0;

	private mixedCurrencies = 0;

	private customers: LedgerCustomer[] = [];

	private readonly asOfDay: number;

	/** Whether one field alone tells who somebody is. */
	private readonly isSingleKey: boolean;

	private readonly eventTypes: ReadonlySet<string> | undefined;

	/** The customer of the record being read, once known: to tell who was left out altogether. */
	private currentHandle: number | undefined;

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly plan: RecordPlan,
		private readonly input: PurchaseInput,
		private readonly reference: Reference,
		private readonly bad: BadRecords,
	) {
		const { reading, openDays } = input;
		this.asOfDay = reference.zone.dayOf(reference.asOf);
		const { keys, phone, id, email } = plan.identity;
		this.isSingleKey = keys.length === 1 && !phone && !id && !email;
		this.eventTypes = reading.eventTypes && new Set(reading.eventTypes.map(categoryName));
		this.registry = new PersonRegistry({ prefer: plan.prefer, joinBy: reading.joinBy });
		this.ledger = new OrderLedger(
			{
				zone: reference.zone,
				openDays,
				orderIdScope: plan.orderIdScope,
				repeatedOrderIds: reading.repeatedOrderIds,
			},
			items.length,
		);
	}

	/** The customers, in the order in which they were first seen. */
	read(): LedgerCustomer[] {
		for (let itemIndex = 0; itemIndex < this.items.length; itemIndex++) {
			this.currentHandle = undefined;
			try {
				this.readItem(this.items[itemIndex]!, itemIndex);
			} catch (thrown) {
				this.report(itemIndex, thrown);
			}
		}
		this.customers = this.withoutUndatedBuyers(this.ledger.customers(this.registry));
		for (const { history } of this.customers) {
			if (history.spent.size > 1) this.mixedCurrencies += 1;
		}
		return this.customers;
	}

	private report(itemIndex: number, thrown: unknown): void {
		if (this.currentHandle !== undefined) this.rejected.add(this.currentHandle);
		this.bad.rejectThrown(itemIndex, thrown);
	}

	private readItem(item: INodeExecutionData, itemIndex: number): void {
		const record = this.plan.recordOf(item);
		const kind = this.plan.kindOf(record);
		if (kind === 'order') this.readOrder(record, itemIndex);
		else if (kind === 'person') this.readPerson(record, itemIndex);
		else this.readNestedOrders(record, itemIndex);
	}

	private readNestedOrders(record: INodeExecutionData, itemIndex: number): void {
		const handle = this.identify(record, itemIndex);
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
		this.readOrder({ json: order as INodeExecutionData['json'] }, itemIndex, handle);
	}

	/** Reads one record of an order; of a known customer where the record lies in a list of theirs. */
	private readOrder(record: INodeExecutionData, itemIndex: number, known?: number): void {
		const columns = this.plan.order!;
		const identifiers =
			known === undefined && !this.isSingleKey ? this.identifiersOf(record, itemIndex) : undefined;
		const handle = known ?? this.identify(record, itemIndex, identifiers);
		const standing = this.standingOf(columns, record, itemIndex);
		if (standing === undefined) {
			this.ledger.addPerson(itemIndex, handle);
			return;
		}
		const at = this.orderInstant(columns, standing, record, itemIndex);
		if (at === LATER_THAN_AS_OF) return;
		// Of several addresses the one that was known first stands for the customer.
		if (identifiers) this.registry.register(identifiers, at);
		const money = standing === 'purchase' ? this.moneyOf(columns, record, itemIndex) : undefined;
		this.orderRecords += 1;
		if (standing === 'purchase' && this.plan.variantOf) {
			tally(this.variants, this.plan.variantOf(record.json));
		}
		const order: OrderRecord = {
			standing,
			at,
			amount: money?.amount,
			currency: money?.currency,
			orderId: this.orderIdOf(columns.orderId, record, itemIndex),
			version: this.versionOf(columns.version, record, itemIndex),
			categories: this.categoriesOf(columns.category, record, itemIndex),
		};
		this.ledger.addOrder(itemIndex, handle, order);
	}

	/** Whether an order counts; undefined for a record of something else than a key action. */
	private standingOf(
		columns: OrderColumns,
		record: INodeExecutionData,
		itemIndex: number,
	): Standing | undefined {
		if (columns.eventType) {
			const type = columns.eventType.value(record, itemIndex);
			const isKeyAction =
				!isBlank(type) && (this.eventTypes?.has(categoryName(String(type))) ?? true);
			if (!isKeyAction) {
				this.otherEvents += 1;
				return undefined;
			}
		}
		if (!this.plan.countsTests && columns.isTest?.value(record, itemIndex) === true) {
			tally(this.notCounted, 'test');
			return 'void';
		}
		if (!columns.status || !this.plan.statuses) return 'purchase';
		const status = columns.status.value(record, itemIndex);
		if (isBlank(status)) {
			throw Rejection.ofValue(
				columns.status.field,
				status,
				'missing',
				'status',
				'Ask for this field in the node before, as only it tells whether the order counts',
			);
		}
		const { standing, isKnown } = this.plan.statuses.read(status);
		if (!isKnown) tally(this.unknownStatuses, String(status).trim());
		else if (standing !== 'purchase') tally(this.notCounted, String(status).trim());
		return standing;
	}

	/** When an order was placed; NaN where that is not known of one that does not count. */
	private orderInstant(
		{ date }: OrderColumns,
		standing: Standing,
		record: INodeExecutionData,
		itemIndex: number,
	): number | typeof LATER_THAN_AS_OF {
		const value = date.value(record, itemIndex);
		if (standing === 'purchase') return this.instantOf(date, 'date', value);
		const reading = this.dateIn(value);
		return reading.ok ? reading.value : Number.NaN;
	}

	private dateIn(value: unknown): Reading<number> {
		return readDate(value, this.reference.zone, this.input.reading.dateOrder);
	}

	/** An instant up to the end of the reference day. */
	private instantOf(
		{ field }: Column,
		thing: string,
		value: unknown,
	): number | typeof LATER_THAN_AS_OF {
		const { zone, isAsOfChosen } = this.reference;
		const date = this.dateIn(value);
		if (!date.ok) {
			const hint =
				date.problem === 'ambiguous'
					? 'Choose Day First (31/12/2026) or Month First (12/31/2026) under Date Format in Options'
					: 'Write dates as year-month-day, e.g. 2026-12-31';
			throw Rejection.ofValue(field, value, date.problem, thing, hint);
		}
		if (zone.dayOf(date.value) <= this.asOfDay) return date.value;
		if (isAsOfChosen) {
			this.laterThanAsOf += 1;
			return LATER_THAN_AS_OF;
		}
		throw new Rejection(
			`with a ${thing} in the future`,
			`${field.label} "${field.name}" ${quoted(value)} is in the future`,
			'Check the date and the time zone in the workflow settings',
		);
	}

	/** The handle of the customer whom a record speaks of. */
	private identify(
		record: INodeExecutionData,
		itemIndex: number,
		identifiers?: Identifiers,
	): number {
		const handle = this.isSingleKey
			? this.handleOfSingleKey(record, itemIndex)
			: this.registry.register(identifiers ?? this.identifiersOf(record, itemIndex), Number.NaN);
		if (handle === undefined) {
			const names = this.identityColumns().map(({ field }) => `${field.label} "${field.name}"`);
			throw new Rejection(
				'without a customer',
				`${names.join(' and ')} ${names.length > 1 ? 'tell' : 'tells'} of no customer`,
				'Choose the field that holds an ID or an e-mail address',
			);
		}
		this.currentHandle = handle;
		const { otherIds } = this.plan.identity;
		if (otherIds) this.joinFormerIds(handle, otherIds.value(record, itemIndex));
		return handle;
	}

	private joinFormerIds(handle: number, ids: unknown): void {
		for (const id of [ids].flat()) {
			const key = readCustomerKey(id);
			if (key.ok) this.registry.registerFormerId(handle, key.value);
		}
	}

	private identityColumns(): Column[] {
		const { keys, id, email, phone } = this.plan.identity;
		return [...keys, email, id, phone].filter((column) => column !== undefined);
	}

	private handleOfSingleKey(record: INodeExecutionData, itemIndex: number): number {
		const [column] = this.plan.identity.keys;
		const value = column!.value(record, itemIndex);
		const known = this.handleOfKey.get(value);
		if (known !== undefined) return known;
		const key = readCustomerKey(value, this.input.reading);
		if (!key.ok) {
			const hint = 'Choose the field that holds an ID or an e-mail address';
			throw Rejection.ofValue(column!.field, value, key.problem, 'customer', hint);
		}
		const handle = this.registry.handleFor(
			key.value.includes('@') ? 'email' : 'id',
			key.value,
			Number.NaN,
		);
		this.handleOfKey.set(value, handle);
		return handle;
	}

	private identifiersOf(record: INodeExecutionData, itemIndex: number): Identifiers {
		const { keys, id, email, phone, phoneCountry } = this.plan.identity;
		const found: { id?: string; email?: string; phone?: string } = {};
		for (const column of keys) {
			const key = readCustomerKey(column.value(record, itemIndex), this.input.reading);
			if (!key.ok) continue;
			found[key.value.includes('@') ? 'email' : 'id'] ??= key.value;
		}
		const ownId = id && readCustomerKey(id.value(record, itemIndex), this.input.reading);
		// A system may use addresses for ids.
		if (ownId?.ok) found[ownId.value.includes('@') ? 'email' : 'id'] ??= ownId.value;
		const address = email && readEmail(email.value(record, itemIndex), this.input.reading);
		if (address?.ok) found.email ??= address.value;
		if (phone && this.input.reading.joinBy.includes('phone')) {
			const country = phoneCountry?.value(record, itemIndex) ?? this.input.reading.phoneCountry;
			const number = readPhone(
				phone.value(record, itemIndex),
				typeof country === 'string' ? country : undefined,
			);
			if (number.ok) found.phone = number.value;
		}
		return found;
	}

	private orderIdOf(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): string | undefined {
		const id = column?.value(record, itemIndex);
		if (!column || isBlank(id)) return undefined;
		if (typeof id !== 'object') return String(id).trim();
		const hint = 'Choose the field that holds a number or a text';
		throw Rejection.ofValue(column.field, id, 'unreadable', 'order ID', hint);
	}

	private versionOf(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const reading = column && this.dateIn(column.value(record, itemIndex));
		return reading?.ok ? reading.value : undefined;
	}

	private categoriesOf(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): string[] | undefined {
		if (!column) return undefined;
		const values = [column.value(record, itemIndex)].flat();
		return values
			.filter((value) => typeof value === 'string' || typeof value === 'number')
			.map((value) => categoryName(String(value)))
			.filter((category) => category !== '');
	}

	private moneyOf(
		{ amount, quantity, currency }: OrderColumns,
		record: INodeExecutionData,
		itemIndex: number,
	): Money | undefined {
		const money = this.readMoney(amount, 'amount', record, itemIndex);
		if (!money) return undefined;
		const named = this.currencyOf(currency, record, itemIndex) ?? money.currency;
		const times = quantity ? this.quantityOf(quantity, record, itemIndex) : 1;
		const units = this.input.reading.isMinorUnits ? minorUnitsOf(named) : 1;
		return { amount: (money.amount * times) / units, currency: named };
	}

	private quantityOf(column: Column, record: INodeExecutionData, itemIndex: number): number {
		const value = column.value(record, itemIndex);
		const quantity = readAmount(value, this.input.reading.decimalSeparator);
		if (quantity.ok) return quantity.value;
		if (quantity.problem === 'missing') return 1;
		const hint = 'Give quantities as numbers, e.g. 6';
		throw Rejection.ofValue(column.field, value, quantity.problem, 'quantity', hint);
	}

	private readMoney(
		column: Column | undefined,
		thing: string,
		record: INodeExecutionData,
		itemIndex: number,
	): Money | undefined {
		if (!column) return undefined;
		const value = column.value(record, itemIndex);
		const money = readMoney(value, this.input.reading.decimalSeparator);
		if (money.ok) return money.value;
		if (money.problem === 'missing') return undefined;
		const hint =
			money.problem === 'ambiguous'
				? 'Choose the Decimal Separator in Options'
				: 'Give amounts as numbers, e.g. 129.95';
		throw Rejection.ofValue(column.field, value, money.problem, thing, hint);
	}

	private currencyOf(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): string | undefined {
		const value = column?.value(record, itemIndex);
		return typeof value === 'string' && !isBlank(value) ? currencyNamed(value) : undefined;
	}

	private readPerson(record: INodeExecutionData, itemIndex: number): void {
		const handle = this.identify(record, itemIndex);
		if (this.plan.isListOfPeople) this.checkFirstListing(handle, record, itemIndex);
		const { person } = this.plan;
		const orders = person.orderCount && this.orderCountOf(record, itemIndex);
		const lastOrderAt =
			person.lastOrder && this.lastOrderOf(person.lastOrder, orders, record, itemIndex);
		if (lastOrderAt === LATER_THAN_AS_OF) return;
		if (orders === undefined && lastOrderAt === undefined) {
			this.peopleWithoutCount += 1;
			this.ledger.addPerson(itemIndex, handle);
			return;
		}
		if (lastOrderAt === undefined && orders !== undefined && orders > 0) {
			this.undatedBuyers.push({ itemIndex, handle, orders });
			this.ledger.addPerson(itemIndex, handle);
			return;
		}
		this.ledger.addPerson(
			itemIndex,
			handle,
			this.summaryOf(orders, lastOrderAt, record, itemIndex),
		);
	}

	private summaryOf(
		orders: number | undefined,
		lastOrderAt: number | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): PurchaseSummary {
		const { totalSpent, currency } = this.plan.person;
		const count = orders ?? 1;
		const money = this.readMoney(totalSpent, 'total spent', record, itemIndex);
		return {
			orders: count,
			firstOrderAt:
				lastOrderAt === undefined
					? undefined
					: this.firstOrderOf(lastOrderAt, count, record, itemIndex),
			lastOrderAt,
			totalSpent: money?.amount,
			currency: this.currencyOf(currency, record, itemIndex) ?? money?.currency,
		};
	}

	private checkFirstListing(handle: number, record: INodeExecutionData, itemIndex: number): void {
		const person = this.registry.personOf(handle);
		if (!this.listedPeople.has(person)) {
			this.listedPeople.add(person);
			return;
		}
		const [column] = this.plan.identity.keys;
		const value = quoted(column!.value(record, itemIndex));
		throw new Rejection(
			'listed a second time',
			`${column!.field.label} "${column!.field.name}" ${value} is listed a second time`,
			'Leave one item per customer, or choose Orders under Input Contains',
		);
	}

	/** The number of orders; a blank count beside a blank last date is a person who never bought. */
	private orderCountOf(record: INodeExecutionData, itemIndex: number): number | undefined {
		const { orderCount, lastOrder } = this.plan.person;
		const value = orderCount!.value(record, itemIndex);
		const count = readCount(value);
		if (count.ok) return count.value;
		if (count.problem === 'missing') {
			if (!this.plan.isListOfPeople) return undefined;
			if (isBlank(lastOrder?.value(record, itemIndex))) return 0;
		}
		const hint = 'Give the number of orders as a whole number, 0 for none';
		throw Rejection.ofValue(orderCount!.field, value, count.problem, 'order count', hint);
	}

	private lastOrderOf(
		column: Column,
		orders: number | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined | typeof LATER_THAN_AS_OF {
		const value = column.value(record, itemIndex);
		if (isBlank(value) && !(this.plan.isListOfPeople && (orders ?? 0) > 0)) return undefined;
		const at = this.instantOf(column, 'last order date', value);
		if (orders !== 0 || typeof at !== 'number') return at;
		const { field } = this.plan.person.orderCount!;
		throw new Rejection(
			'with no order but a last order date',
			`${field.label} "${field.name}" is 0, but ${column.field.label} "${column.field.name}" is ${quoted(value)}`,
			'Check that the two fields speak of the same customer',
		);
	}

	private firstOrderOf(
		lastOrderAt: number,
		orders: number,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const { firstOrder, lastOrder, orderCount } = this.plan.person;
		if (!firstOrder) return undefined;
		const value = firstOrder.value(record, itemIndex);
		if (isBlank(value)) return undefined;
		const at = this.instantOf(firstOrder, 'first order date', value);
		if (at === LATER_THAN_AS_OF || at > lastOrderAt) {
			throw new Rejection(
				'with a first order after the last',
				`${firstOrder.field.label} "${firstOrder.field.name}" is after ${lastOrder!.field.label} "${lastOrder!.field.name}"`,
				'Check that the two fields are not swapped',
			);
		}
		const { zone } = this.reference;
		if (orders === 1 && zone.dayOf(at) !== zone.dayOf(lastOrderAt)) {
			throw new Rejection(
				'with one order on two days',
				`${orderCount!.field.label} "${orderCount!.field.name}" is 1, but the first and the last order are on different days`,
				'Check that the three fields speak of the same customer',
			);
		}
		return at;
	}

	/** Customers of whom orders are counted but none has a date cannot be judged: they are reported. */
	private withoutUndatedBuyers(customers: readonly LedgerCustomer[]): LedgerCustomer[] {
		if (this.undatedBuyers.length === 0) return [...customers];
		const buyers = new Map(
			this.undatedBuyers.map((buyer) => [this.registry.personOf(buyer.handle), buyer]),
		);
		return customers.filter(({ person, history }) => {
			const buyer = history.orders === 0 ? buyers.get(person) : undefined;
			if (!buyer) return true;
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

	/** What the user should know of the input, once it was read. */
	hints(): NodeExecutionHint[] {
		const known = new Set(this.customers.map(({ person }) => person));
		const leftOut = new Set(
			[...this.rejected]
				.map((handle) => this.registry.personOf(handle))
				.filter((person) => !known.has(person)),
		).size;
		const hasOrders = this.orderRecords > 0;
		const told: Array<[number, string, string]> = [
			[
				this.laterThanAsOf,
				this.plan.isListOfPeople ? 'customer' : 'order',
				'later than the As Of date left out.',
			],
			[this.ledger.repeated, 'order', 'delivered a second time, counted once.'],
			[
				this.ledger.lookAlikes,
				'order',
				'with the same customer, date and amount as another. If they are the same orders, set Order ID Field in Options so that each counts once.',
			],
			[leftOut, 'customer', 'left out: none of their records could be read.'],
			[
				hasOrders || this.plan.isListOfPeople ? 0 : this.peopleWithoutCount,
				'customer',
				'without a number of orders taken for prospects, as no order is among the items. Give this node the orders too to tell buyers from prospects.',
			],
			[
				this.mixedCurrencies,
				'customer',
				'with amounts in several currencies: their total is left empty, as currencies are not added up.',
			],
		];
		return [
			...this.recognisedSource(),
			...this.absentFields(),
			...told
				.filter(([count]) => count > 0)
				.map(([count, noun, what]) => warning(`${counted(count, noun)} ${what}`)),
			...this.statusHints(),
			...this.identityHints(),
			...this.bad.hints(this.items.length),
		];
	}

	private recognisedSource(): NodeExecutionHint[] {
		const { label } = this.plan;
		if (this.input.source !== 'auto' || label === undefined) return [];
		return [
			note(
				`Recognised as ${label}. Choose it under Source to rely on it, or choose Custom to name the fields yourself.`,
			),
		];
	}

	private statusHints(): NodeExecutionHint[] {
		const hints: NodeExecutionHint[] = [];
		const list = (tallied: ReadonlyMap<string, number>) =>
			[...tallied].map(([word, count]) => `${counted(count, 'order')} "${word}"`).join(', ');
		if (this.notCounted.size > 0) {
			hints.push(note(`Not counted as purchases: ${list(this.notCounted)}.`));
		}
		if (this.otherEvents > 0) {
			hints.push(note(`${counted(this.otherEvents, 'record')} of other events not counted.`));
		}
		if (this.unknownStatuses.size > 0) {
			hints.push(
				warning(
					`Not counted, as the status is not known: ${list(this.unknownStatuses)}. If they are purchases, add the status to Statuses That Count in Options.`,
				),
			);
		}
		if (this.variants.size > 1) {
			const kinds = [...this.variants].map(([kind, count]) => `${kind} (${count})`).join(', ');
			hints.push(
				warning(
					`Payments came as several kinds of record: ${kinds}. One payment may be counted twice where nothing links them; let one kind of event in.`,
				),
			);
		}
		return hints;
	}

	private identityHints(): NodeExecutionHint[] {
		const suspects = this.isSingleKey ? [] : this.registry.suspects();
		if (suspects.length === 0) return [];
		return [
			warning(
				`${counted(suspects.length, 'customer')} joined from many customer IDs, e.g. ${quoted(suspects[0])}. If the address is a placeholder, change Join Records By in Options.`,
			),
		];
	}

	private absentFields(): NodeExecutionHint[] {
		if (this.items.length === 0 || this.plan.label !== undefined) return [];
		const { identity, order, person } = this.plan;
		const [customer] = identity.keys;
		const columns = [
			...new Set([...identity.keys, ...Object.values(order ?? {}), ...Object.values(person)]),
		].filter((column) => column instanceof Object && !column.isSeen) as Column[];
		// The other fields are not looked at where no customer, or no date, could be read.
		const isRead = this.customers.length > 0;
		const first = customer!.isSeen ? (order?.date ?? person.orderCount) : customer;
		return columns
			.filter((column) => isRead || column === first)
			.map((column) =>
				absentField(column.field, this.items, proposedColumn(column.field.label, this.items)),
			);
	}
}

function tally(counts: Map<string, number>, word: string): void {
	counts.set(word, (counts.get(word) ?? 0) + 1);
}
