import type { INodeExecutionData } from 'n8n-workflow';

import type { OrderRecord } from '../core/history/OrderLedger';
import { CartLedger } from '../core/lapse/CartLedger';
import { readCount } from '../core/reading/readCount';
import { readStock } from '../core/reading/readStock';
import { isBlank, type Reading } from '../core/reading/Reading';
import type { Column } from './Column';
import type { OrderReader } from './OrderReader';
import type { PersonReading } from './PersonReader';
import type { ReadingPolicy } from './purchaseInput';
import type { CartColumns, RecordPlan } from './RecordPlan';
import { LATER_THAN_AS_OF, type RecordValues } from './RecordValues';
import { Rejection } from './Rejection';

/** The texts of a field that may hold one or a list of them, each once. */
function textsOf(value: unknown): string[] {
	const texts = [value]
		.flat(Number.POSITIVE_INFINITY)
		.filter((one) => (typeof one === 'string' && !isBlank(one)) || typeof one === 'number')
		.map((one) => String(one).trim());
	return [...new Set(texts)];
}

/** Reads what tells of carts: the carts, the orders they became, what was viewed, and who left them. */
export class CartReader {
	readonly ledger: CartLedger;

	constructor(
		private readonly columns: CartColumns,
		private readonly plan: RecordPlan,
		private readonly orders: OrderReader | undefined,
		private readonly values: RecordValues,
		{ repeatedOrderIds }: ReadingPolicy,
	) {
		this.ledger = new CartLedger({
			idScope: plan.orderIdScope,
			repeatedIds: repeatedOrderIds,
		});
	}

	/** Takes a cart in, and gives its instant; undefined where it is not looked at. */
	readCart(record: INodeExecutionData, itemIndex: number, handle: number): number | undefined {
		const { date, ids, completedAt, products, viewed, link } = this.columns;
		const at = this.values.instant(date, 'date', date.value(record, itemIndex));
		if (at === LATER_THAN_AS_OF) return undefined;
		const money = this.orders?.money(record, itemIndex);
		const version = this.plan.order?.version?.value(record, itemIndex);
		const versionAt = isBlank(version) ? undefined : this.values.date(version);
		this.ledger.addCart(handle, {
			source: itemIndex,
			at,
			ids: textsOf(ids?.value(record, itemIndex)),
			version: versionAt?.ok ? versionAt.value : undefined,
			value: money?.amount,
			currency: money?.currency,
			products: textsOf(products?.value(record, itemIndex)),
			viewed: textsOf(viewed?.value(record, itemIndex)),
			isInStock: this.inStock(record, itemIndex),
			link: textsOf(link?.value(record, itemIndex))[0],
			completedAt: this.orderDate(completedAt, record, itemIndex),
		});
		this.readCustomer(record, itemIndex, handle);
		return at;
	}

	/** Takes in what was viewed. */
	readView(record: INodeExecutionData, itemIndex: number, handle: number): void {
		const { date, viewed } = this.columns;
		const at = this.values.instant(date, 'date', date.value(record, itemIndex));
		const names = textsOf(viewed?.value(record, itemIndex));
		if (at !== LATER_THAN_AS_OF && names.length > 0) this.ledger.addView(handle, { at, names });
	}

	/** Takes note of the cart that an order was. */
	readOrder(
		record: INodeExecutionData,
		itemIndex: number,
		{ standing, at, wasPaidBack }: OrderRecord,
	): void {
		// A cancelled order leaves its cart as it was, unless the order is the cart.
		const isEnd = standing !== 'void' || wasPaidBack || this.plan.areCartsOrders;
		const ids = isEnd ? textsOf(this.columns.idsOnOrder?.value(record, itemIndex)) : [];
		if (ids.length > 0) {
			this.ledger.addEnd(ids, { at, standing: wasPaidBack ? 'pending' : standing });
		}
	}

	/** Takes note of what a record of a person counts of their orders. */
	readPerson(
		record: INodeExecutionData,
		itemIndex: number,
		handle: number,
		person: PersonReading,
	): void {
		this.ledger.addPerson(handle, itemIndex);
		if (person !== LATER_THAN_AS_OF) {
			if (person.kind === 'undated') this.ledger.addOrderCount(handle, person.orders);
			if (person.kind === 'summary') {
				const { orders, lastOrderAt } = person.summary;
				this.ledger.addOrderCount(handle, orders);
				if (lastOrderAt !== undefined) this.ledger.addOrderedAt(handle, lastOrderAt);
			}
		}
		this.readCustomer(record, itemIndex, handle);
	}

	/** What the fields of a cart or a person tell of the customer's orders. */
	private readCustomer(record: INodeExecutionData, itemIndex: number, handle: number): void {
		const orderedAt = this.orderDate(this.columns.orderedAt, record, itemIndex);
		if (orderedAt !== undefined) this.ledger.addOrderedAt(handle, orderedAt);
		const { orderCount } = this.columns;
		const count = orderCount?.value(record, itemIndex);
		if (!orderCount || isBlank(count)) return;
		const reading = readCount(count);
		const hint = 'Give the number of orders as a whole number, 0 for none';
		if (!reading.ok) this.refuse(orderCount, count, reading, 'order count', hint);
		else this.ledger.addOrderCount(handle, reading.value);
	}

	/** When something was ordered; undefined where it was not, or not yet. */
	private orderDate(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const value = column?.value(record, itemIndex);
		if (!column || isBlank(value)) return undefined;
		const at = this.values.instant(column, 'date of an order', value);
		return at === LATER_THAN_AS_OF ? undefined : at;
	}

	private inStock(record: INodeExecutionData, itemIndex: number): boolean | undefined {
		const { inStock } = this.columns;
		const value = inStock?.value(record, itemIndex);
		const reading = readStock(value);
		if (!inStock || reading.ok) return reading.ok ? reading.value : undefined;
		const hint = 'Give true or false, or how many there are';
		return this.refuse(inStock, value, reading, 'stock flag', hint);
	}

	private refuse(
		{ field }: Column,
		value: unknown,
		reading: Reading<unknown>,
		thing: string,
		hint: string,
	): undefined {
		if (reading.ok || reading.problem === 'missing') return undefined;
		throw Rejection.ofValue(field, value, reading.problem, thing, hint);
	}
}
