import type { INodeExecutionData } from 'n8n-workflow';

import type { PurchaseSummary } from '../core/history/summarisedHistory';
import { readCount } from '../core/reading/readCount';
import { isBlank } from '../core/reading/Reading';
import type { Column } from './Column';
import type { PersonColumns, RecordPlan } from './RecordPlan';
import { LATER_THAN_AS_OF, type RecordValues } from './RecordValues';
import { quoted, Rejection } from './Rejection';

/**
 * What a record counts of a person's orders: a summary; orders without the date of the last, by which
 * nobody can be judged; or nothing.
 */
export type PersonReading =
	| { kind: 'summary'; summary: PurchaseSummary }
	| { kind: 'undated'; orders: number }
	| { kind: 'uncounted' }
	| typeof LATER_THAN_AS_OF;

/** Reads records of people: what a CRM or a sheet counts of their orders. */
export class PersonReader {
	private readonly columns: PersonColumns;

	constructor(
		private readonly plan: RecordPlan,
		private readonly values: RecordValues,
	) {
		this.columns = plan.person;
	}

	read(record: INodeExecutionData, itemIndex: number): PersonReading {
		const { orderCount, lastOrder } = this.columns;
		const orders = orderCount && this.orderCount(orderCount, record, itemIndex);
		const lastOrderAt = lastOrder && this.lastOrder(lastOrder, orders, record, itemIndex);
		if (lastOrderAt === LATER_THAN_AS_OF) return lastOrderAt;
		if (lastOrderAt === undefined) {
			if (orders === undefined) return { kind: 'uncounted' };
			if (orders > 0) return { kind: 'undated', orders };
		}
		return {
			kind: 'summary',
			summary: this.summary(orders ?? 1, lastOrderAt, record, itemIndex),
		};
	}

	private summary(
		orders: number,
		lastOrderAt: number | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): PurchaseSummary {
		const { totalSpent, currency } = this.columns;
		const money = this.values.money(totalSpent, currency, 'total spent', record, itemIndex);
		return {
			orders,
			firstOrderAt:
				lastOrderAt === undefined
					? undefined
					: this.firstOrder(lastOrderAt, orders, record, itemIndex),
			lastOrderAt,
			totalSpent: money?.amount,
			currency: money?.currency,
		};
	}

	/** The number of orders; a blank count beside a blank last date is a person who never bought. */
	private orderCount(
		column: Column,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const value = column.value(record, itemIndex);
		const count = readCount(value);
		if (count.ok) return count.value;
		if (count.problem === 'missing') {
			if (!this.plan.isListOfPeople) return undefined;
			if (isBlank(this.columns.lastOrder?.value(record, itemIndex))) return 0;
		}
		const hint = 'Give the number of orders as a whole number, 0 for none';
		throw Rejection.ofValue(column.field, value, count.problem, 'order count', hint);
	}

	private lastOrder(
		column: Column,
		orders: number | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined | typeof LATER_THAN_AS_OF {
		const value = column.value(record, itemIndex);
		if (isBlank(value) && !(this.plan.isListOfPeople && (orders ?? 0) > 0)) return undefined;
		const at = this.values.instant(column, 'last order date', value);
		if (orders !== 0 || typeof at !== 'number') return at;
		const { field } = this.columns.orderCount!;
		throw new Rejection(
			'with no order but a last order date',
			`${field.label} "${field.name}" is 0, but ${column.field.label} "${column.field.name}" is ${quoted(value)}`,
			'Check that the two fields speak of the same customer',
		);
	}

	private firstOrder(
		lastOrderAt: number,
		orders: number,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const { firstOrder, lastOrder, orderCount } = this.columns;
		if (!firstOrder) return undefined;
		const value = firstOrder.value(record, itemIndex);
		if (isBlank(value)) return undefined;
		const at = this.values.instant(firstOrder, 'first order date', value);
		if (at === LATER_THAN_AS_OF || at > lastOrderAt) {
			throw new Rejection(
				'with a first order after the last',
				`${firstOrder.field.label} "${firstOrder.field.name}" is after ${lastOrder!.field.label} "${lastOrder!.field.name}"`,
				'Check that the two fields are not swapped',
			);
		}
		if (orders === 1 && this.values.dayOf(at) !== this.values.dayOf(lastOrderAt)) {
			throw new Rejection(
				'with one order on two days',
				`${orderCount!.field.label} "${orderCount!.field.name}" is 1, but the first and the last order are on different days`,
				'Check that the three fields speak of the same customer',
			);
		}
		return at;
	}
}
