import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { HistoryDraft } from '../core/history/HistoryDraft';
import { spendOf, type Order, type PurchaseHistory } from '../core/history/PurchaseHistory';
import { summarisedHistory } from '../core/history/summarisedHistory';
import { readAmount } from '../core/reading/readAmount';
import { readCount } from '../core/reading/readCount';
import { readCustomerKey } from '../core/reading/readCustomerKey';
import { readDate } from '../core/reading/readDate';
import { isBlank } from '../core/reading/Reading';
import { counted } from '../core/wording/formatNumber';
import type { BadRecords } from './BadRecords';
import type { ItemField } from './NodeParameters';
import type { OrderFields, PurchaseInput, Reference, SummaryFields } from './purchaseInput';
import { quoted, Rejection } from './Rejection';
import { absentField, warning } from './tellUser';

/** One customer with the items the history was read from. */
export interface CustomerInput {
	history: PurchaseHistory;
	/** Indexes of all items of this customer that were read. */
	sources: readonly number[];
	/** Index of the item with the newest order: it stands for the customer in the output. */
	latest: number;
}

/** What was read of a customer's orders so far. */
interface CustomerDraft {
	history: HistoryDraft;
	sources: number[];
	latest: number;
	latestAt: number;
}

/** An order later than a chosen As Of date: nothing is wrong with it, it is only not looked at. */
const LATER_THAN_AS_OF = Symbol('later than the As Of date');

/**
 * Reads the items of a run into customers, as orders or as customers with their counts.
 *
 * Bad records go to `bad`; `hints` tell what else the user should know.
 */
export class PurchaseReader {
	/** Keys of the customers who came through with at least one record. */
	private readonly knownKeys = new Set<string>();

	private readonly seenFields = new Set<ItemField>();

	private readonly rejectedKeys = new Set<string>();

	private laterThanAsOf = 0;

	private duplicates = 0;

	private lookAlikes = 0;

	private mixedCurrencies = 0;

	private readonly asOfDay: number;

	/** The customer of the record being read, once known: to tell who was left out altogether. */
	private currentKey: string | undefined;

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly input: PurchaseInput,
		private readonly reference: Reference,
		private readonly bad: BadRecords,
	) {
		this.asOfDay = reference.zone.dayOf(reference.asOf);
	}

	/** The customers, in the order in which they were first seen. */
	read(): CustomerInput[] {
		const { shape } = this.input;
		const customers = shape.kind === 'orders' ? this.readOrders(shape) : this.readSummaries(shape);
		for (const { history } of customers) {
			this.knownKeys.add(history.customerKey);
			if (spendOf(history).isMixed) this.mixedCurrencies += 1;
		}
		return customers;
	}

	/** What the user should know of the input, once it was read. */
	hints(): NodeExecutionHint[] {
		let leftOut = 0;
		for (const key of this.rejectedKeys) if (!this.knownKeys.has(key)) leftOut += 1;
		const told: Array<[number, string, string]> = [
			[this.laterThanAsOf, 'order', 'later than the As Of date left out.'],
			[this.duplicates, 'order', 'delivered a second time, counted once.'],
			[
				this.lookAlikes,
				'order',
				'with the same customer, date and amount as another. If they are the same orders, set Order ID Field in Options so that each counts once.',
			],
			[leftOut, 'customer', 'left out: none of their records could be read.'],
			[
				this.mixedCurrencies,
				'customer',
				'with amounts in several currencies: their total is left empty, as currencies are not added up.',
			],
		];
		return [
			...this.absentFields(),
			...told
				.filter(([count]) => count > 0)
				.map(([count, noun, what]) => warning(`${counted(count, noun)} ${what}`)),
			...this.bad.hints(this.items.length),
		];
	}

	private readOrders(fields: OrderFields): CustomerInput[] {
		const drafts = new Map<string, CustomerDraft>();
		const orderIds = new Set<string>();
		this.eachRecord((item, itemIndex) => {
			const order = this.readOrder(fields, item, itemIndex);
			if (order === LATER_THAN_AS_OF) return;
			const isRepeated = this.isRepeated(fields, orderIds, order, item, itemIndex);
			const draft = this.draftOf(order.customerKey, drafts);
			draft.sources.push(itemIndex);
			if (isRepeated) return;
			draft.history.add(order);
			// A refund stands for a customer only where there is nothing else.
			const at = (order.amount ?? 0) < 0 ? Number.NEGATIVE_INFINITY : order.at;
			if (at < draft.latestAt) return;
			draft.latest = itemIndex;
			draft.latestAt = at;
		});
		const customers = Array.from(drafts.values(), ({ history, sources, latest }) => ({
			history: history.finish(),
			sources,
			latest,
		}));
		if (!fields.orderId) this.countLookAlikes(customers, fields);
		return customers;
	}

	private draftOf(customerKey: string, drafts: Map<string, CustomerDraft>): CustomerDraft {
		let draft = drafts.get(customerKey);
		if (!draft) {
			draft = {
				history: new HistoryDraft(customerKey, this.reference.zone),
				sources: [],
				latest: 0,
				latestAt: Number.NEGATIVE_INFINITY,
			};
			drafts.set(customerKey, draft);
		}
		return draft;
	}

	/** Whether an order of the same customer came with the same id before. */
	private isRepeated(
		fields: OrderFields,
		orderIds: Set<string>,
		{ customerKey, amount = 0 }: Order,
		item: INodeExecutionData,
		itemIndex: number,
	): boolean {
		const orderId = fields.orderId && this.value(fields.orderId, item, itemIndex);
		if (isBlank(orderId)) return false;
		if (typeof orderId === 'object' && fields.orderId) {
			const hint = 'Choose the field that holds a number or a text';
			throw Rejection.ofValue(fields.orderId, orderId, 'unreadable', 'order ID', hint);
		}
		// A refund often carries the id of the order it gives back.
		const id = `${amount < 0 ? 'refund' : 'order'}\n${customerKey}\n${String(orderId)}`;
		if (!orderIds.has(id)) {
			orderIds.add(id);
			return false;
		}
		this.duplicates += 1;
		return true;
	}

	private readOrder(
		fields: OrderFields,
		item: INodeExecutionData,
		itemIndex: number,
	): Order | typeof LATER_THAN_AS_OF {
		const customerKey = this.readKey(item, itemIndex);
		const at = this.readDate(fields.date, 'date', item, itemIndex);
		if (at === LATER_THAN_AS_OF) return at;
		return {
			customerKey,
			at,
			amount: this.readMoney(fields.amount, 'amount', item, itemIndex),
			currency: this.readCurrency(item, itemIndex),
		};
	}

	private readSummaries(fields: SummaryFields): CustomerInput[] {
		const customers: CustomerInput[] = [];
		this.eachRecord((item, itemIndex) => {
			const history = this.readSummary(fields, item, itemIndex);
			if (history === LATER_THAN_AS_OF) return;
			this.knownKeys.add(history.customerKey);
			customers.push({ history, sources: [itemIndex], latest: itemIndex });
		});
		return customers;
	}

	private readSummary(
		fields: SummaryFields,
		item: INodeExecutionData,
		itemIndex: number,
	): PurchaseHistory | typeof LATER_THAN_AS_OF {
		const { customer } = this.input;
		const customerKey = this.readKey(item, itemIndex);
		if (this.knownKeys.has(customerKey)) {
			throw new Rejection(
				'listed a second time',
				`${customer.label} "${customer.name}" ${quoted(customerKey)} is listed a second time`,
				'Leave one item per customer, or choose Orders under Input Contains',
			);
		}
		const orders = this.readOrderCount(fields, item, itemIndex);
		const lastOrderAt =
			orders === 0
				? undefined
				: this.readDate(fields.lastOrder, 'last order date', item, itemIndex);
		if (lastOrderAt === LATER_THAN_AS_OF) return lastOrderAt;
		const firstOrderAt =
			lastOrderAt === undefined
				? undefined
				: this.readFirstDate(fields, lastOrderAt, item, itemIndex);
		return summarisedHistory(
			{
				customerKey,
				orders,
				firstOrderAt,
				lastOrderAt,
				totalSpent: this.readMoney(fields.totalSpent, 'total spent', item, itemIndex),
				currency: this.readCurrency(item, itemIndex),
			},
			this.reference.zone,
		);
	}

	/** Runs a step for each item; what the step rejects is reported. */
	private eachRecord(step: (item: INodeExecutionData, itemIndex: number) => void): void {
		this.items.forEach((item, itemIndex) => {
			this.currentKey = undefined;
			try {
				step(item, itemIndex);
			} catch (thrown) {
				if (this.currentKey !== undefined) this.rejectedKeys.add(this.currentKey);
				this.bad.rejectThrown(itemIndex, thrown);
			}
		});
	}

	private value(field: ItemField, item: INodeExecutionData, itemIndex: number): unknown {
		let value: unknown;
		try {
			value = field.read(item, itemIndex);
		} catch (error) {
			this.seenFields.add(field);
			throw Rejection.ofExpression(field, error);
		}
		if (value !== undefined) this.seenFields.add(field);
		return value;
	}

	private readKey(item: INodeExecutionData, itemIndex: number): string {
		const { customer } = this.input;
		const value = this.value(customer, item, itemIndex);
		const key = readCustomerKey(value);
		if (!key.ok) {
			const hint = 'Choose the field that holds an ID or an e-mail address';
			throw Rejection.ofValue(customer, value, key.problem, 'customer', hint);
		}
		this.currentKey = key.value;
		return key.value;
	}

	/** An instant up to the end of the reference day. */
	private readDate(
		field: ItemField,
		thing: string,
		item: INodeExecutionData,
		itemIndex: number,
	): number | typeof LATER_THAN_AS_OF {
		return this.instantOf(field, thing, this.value(field, item, itemIndex));
	}

	private instantOf(
		field: ItemField,
		thing: string,
		value: unknown,
	): number | typeof LATER_THAN_AS_OF {
		const { zone, isAsOfChosen } = this.reference;
		const date = readDate(value, zone);
		if (!date.ok) {
			const hint = 'Write dates as year-month-day, e.g. 2026-12-31';
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

	private readFirstDate(
		fields: SummaryFields,
		lastOrderAt: number,
		item: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const { firstOrder, lastOrder } = fields;
		if (!firstOrder) return undefined;
		const value = this.value(firstOrder, item, itemIndex);
		if (isBlank(value)) return undefined;
		const at = this.instantOf(firstOrder, 'first order date', value);
		if (at !== LATER_THAN_AS_OF && at <= lastOrderAt) return at;
		throw new Rejection(
			'with a first order after the last',
			`${firstOrder.label} "${firstOrder.name}" is after ${lastOrder.label} "${lastOrder.name}"`,
			'Check that the two fields are not swapped',
		);
	}

	/** The number of orders; a blank count beside a blank last date is a person who never bought. */
	private readOrderCount(
		fields: SummaryFields,
		item: INodeExecutionData,
		itemIndex: number,
	): number {
		const value = this.value(fields.orderCount, item, itemIndex);
		const count = readCount(value);
		if (count.ok) return count.value;
		if (count.problem === 'missing' && isBlank(this.value(fields.lastOrder, item, itemIndex)))
			return 0;
		const hint = 'Give the number of orders as a whole number, 0 for none';
		throw Rejection.ofValue(fields.orderCount, value, count.problem, 'order count', hint);
	}

	private readMoney(
		field: ItemField | undefined,
		thing: string,
		item: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		if (!field) return undefined;
		const value = this.value(field, item, itemIndex);
		const amount = readAmount(value, this.input.decimalSeparator);
		if (amount.ok) return amount.value;
		if (amount.problem === 'missing') return undefined;
		const hint =
			amount.problem === 'ambiguous'
				? 'Choose the Decimal Separator in Options'
				: 'Give amounts as numbers, e.g. 129.95';
		throw Rejection.ofValue(field, value, amount.problem, thing, hint);
	}

	private readCurrency(item: INodeExecutionData, itemIndex: number): string | undefined {
		const { currency } = this.input;
		const value = currency && this.value(currency, item, itemIndex);
		return typeof value === 'string' && !isBlank(value) ? value.trim().toUpperCase() : undefined;
	}

	private absentFields(): NodeExecutionHint[] {
		if (this.items.length === 0) return [];
		const { customer, currency, shape } = this.input;
		const fields = [customer, currency, ...Object.values(shape)].filter(
			(field): field is ItemField => typeof field === 'object',
		);
		// The other fields are not looked at where no customer, or no date, could be read.
		const isRead = this.knownKeys.size > 0;
		return fields
			.filter((field) => !this.seenFields.has(field) && (isRead || this.isLookedAtFirst(field)))
			.map((field) => absentField(field, this.items));
	}

	private isLookedAtFirst(field: ItemField): boolean {
		const { customer, shape } = this.input;
		if (!this.seenFields.has(customer)) return field === customer;
		return field === (shape.kind === 'orders' ? shape.date : shape.orderCount);
	}

	/** Without order ids nothing tells a repeated delivery from a second order: it is pointed out. */
	private countLookAlikes(customers: readonly CustomerInput[], fields: OrderFields): void {
		for (const { history, sources } of customers) {
			if (history.orders === history.orderDayCount) continue;
			const seen = new Set<string>();
			for (const index of sources) {
				const item = this.items[index] as INodeExecutionData;
				const look = `${String(fields.date.read(item, index))}\n${String(fields.amount?.read(item, index))}`;
				if (seen.has(look)) this.lookAlikes += 1;
				else seen.add(look);
			}
		}
	}
}
