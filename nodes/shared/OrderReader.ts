import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { categoryName } from '../core/history/categoryInterval';
import type { OrderRecord, Standing } from '../core/history/OrderLedger';
import { readAmount, type Money } from '../core/reading/readMoney';
import { isBlank } from '../core/reading/Reading';
import { counted } from '../core/wording/formatNumber';
import type { Column } from './Column';
import { statusWord } from './orderStatus';
import type { ReadingPolicy } from './purchaseInput';
import type { OrderColumns, RecordPlan } from './RecordPlan';
import { LATER_THAN_AS_OF, type RecordValues } from './RecordValues';
import { Rejection } from './Rejection';
import { note, warning } from './tellUser';
import { listed, NAMED_WORDS, tally } from './wordTally';

/** Whether an order counts, and the word that tells it. */
export interface OrderStanding {
	standing: Standing;
	word?: string;
}

/** What most orders are. */
const PURCHASE: OrderStanding = Object.freeze({ standing: 'purchase' });

/** Reads records of orders: whether they count, when they were placed, and what they are worth. */
export class OrderReader {
	/** How many orders counted. */
	purchases = 0;

	private readonly eventTypes: ReadonlySet<string> | undefined;

	private otherEvents = 0;

	private readonly notCounted = new Map<string, number>();

	private readonly unknownStatuses = new Map<string, number>();

	private readonly variants = new Map<string, number>();

	constructor(
		private readonly plan: RecordPlan,
		private readonly columns: OrderColumns,
		private readonly reading: ReadingPolicy,
		private readonly values: RecordValues,
	) {
		this.eventTypes = reading.eventTypes && new Set(reading.eventTypes.map(categoryName));
	}

	/** Whether an order counts; undefined for a record of something else than a key action. */
	standing(record: INodeExecutionData, itemIndex: number): OrderStanding | undefined {
		const { eventType, isTest, status, sourceStatus } = this.columns;
		if (eventType) {
			const type = eventType.value(record, itemIndex);
			const isCounted = this.eventTypes?.has(categoryName(String(type))) ?? true;
			if (isBlank(type) || !isCounted) {
				this.otherEvents += 1;
				return undefined;
			}
		}
		if (!this.plan.countsTests && isTest?.value(record, itemIndex) === true) {
			return this.leaveOut('void', 'test');
		}
		const { statuses } = this.plan;
		if (!status || !statuses) return PURCHASE;
		// What the source calls cancelled or refunded does not count, whatever another field says.
		const ofSource = sourceStatus?.value(record, itemIndex);
		if (!isBlank(ofSource) && this.plan.sourceStatuses?.read(ofSource).standing === 'void') {
			return this.leaveOut('void', String(ofSource));
		}
		const word = status.value(record, itemIndex);
		if (isBlank(word)) {
			const hint =
				'Ask for this field in the node before, as only it tells whether the order counts';
			throw Rejection.ofValue(status.field, word, 'missing', 'status', hint);
		}
		const { standing, isKnown } = statuses.read(word);
		if (standing === 'purchase') return PURCHASE;
		const text = String(word).trim();
		if (isKnown) return this.leaveOut(standing, text);
		tally(this.unknownStatuses, text);
		return { standing, word: text };
	}

	private leaveOut(standing: Standing, word: string): OrderStanding {
		tally(this.notCounted, word);
		return { standing, word };
	}

	/** The order of a record, once it is known whether it counts. */
	order(
		{ standing, word }: OrderStanding,
		record: INodeExecutionData,
		itemIndex: number,
	): OrderRecord | typeof LATER_THAN_AS_OF {
		const { columns } = this;
		const at = this.instant(standing, record, itemIndex);
		if (at === LATER_THAN_AS_OF) return at;
		let money: Money | undefined;
		if (standing === 'purchase') {
			money = this.money(record, itemIndex);
			this.purchases += 1;
			if (this.plan.variantOf) tally(this.variants, this.plan.variantOf(record.json));
		}
		return {
			standing,
			at,
			amount: money?.amount,
			currency: money?.currency,
			orderId: this.orderId(columns.orderId, record, itemIndex),
			version: this.version(columns.version, record, itemIndex),
			categories: this.categories(columns.category, record, itemIndex),
			wasPaidBack: standing === 'void' && statusWord(word ?? '') === 'refunded',
		};
	}

	/** When an order was placed; NaN where that is not known of one that does not count. */
	private instant(
		standing: Standing,
		record: INodeExecutionData,
		itemIndex: number,
	): number | typeof LATER_THAN_AS_OF {
		const { date } = this.columns;
		const value = date.value(record, itemIndex);
		if (standing === 'purchase') return this.values.instant(date, 'date', value);
		const reading = this.values.date(value);
		if (!reading.ok) return Number.NaN;
		return this.values.isLeftOut(reading.value) ? LATER_THAN_AS_OF : reading.value;
	}

	/** What an order or a cart is worth; undefined where that is not known. */
	money(record: INodeExecutionData, itemIndex: number): Money | undefined {
		const { amount, currency, quantity } = this.columns;
		const money = this.values.money(amount, currency, 'amount', record, itemIndex);
		if (!money || !quantity) return money;
		return { ...money, amount: money.amount * this.quantity(quantity, record, itemIndex) };
	}

	private quantity(column: Column, record: INodeExecutionData, itemIndex: number): number {
		const value = column.value(record, itemIndex);
		const quantity = readAmount(value, this.reading.decimalSeparator);
		if (quantity.ok) return quantity.value;
		if (quantity.problem === 'missing') return 1;
		const hint = 'Give quantities as numbers, e.g. 6';
		throw Rejection.ofValue(column.field, value, quantity.problem, 'quantity', hint);
	}

	private orderId(
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

	private version(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const reading = column && this.values.date(column.value(record, itemIndex));
		return reading?.ok ? reading.value : undefined;
	}

	private categories(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): string[] | undefined {
		if (!column) return undefined;
		return [column.value(record, itemIndex)]
			.flat()
			.filter((value) => typeof value === 'string' || typeof value === 'number')
			.map((value) => categoryName(String(value)))
			.filter((category) => category !== '');
	}

	/** What did not count, and why. */
	hints(): NodeExecutionHint[] {
		const hints: NodeExecutionHint[] = [];
		if (this.notCounted.size > 0) {
			hints.push(note(`Not counted as purchases: ${listed(this.notCounted)}.`));
		}
		if (this.otherEvents > 0) {
			hints.push(note(`${counted(this.otherEvents, 'record')} of other events not counted.`));
		}
		if (this.unknownStatuses.size > 0) {
			const words = [...this.unknownStatuses.keys()].slice(0, NAMED_WORDS);
			const list = [...(this.plan.statuses?.counted ?? []), ...words].join(', ');
			hints.push(
				warning(
					`Not counted, as the status is not known: ${listed(this.unknownStatuses)}. If they are purchases, set Statuses That Count in Options, e.g. to "${list}".`,
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
}
