import type { INodeExecutionData } from 'n8n-workflow';

import { currencyNamed, minorUnitsOf } from '../core/reading/currency';
import { readDate, type DateOrder } from '../core/reading/readDate';
import { readMoney, type DecimalSeparator, type Money } from '../core/reading/readMoney';
import { isBlank, type Reading } from '../core/reading/Reading';
import type { Column } from './Column';
import { dateHint } from './dateHint';
import type { Reference } from './purchaseInput';
import { quoted, Rejection } from './Rejection';

/** An order later than a chosen As Of date: nothing is wrong with it, it is only not looked at. */
export const LATER_THAN_AS_OF = Symbol('later than the As Of date');

/** How the values of a source are written. */
export interface ValuePolicy {
	dateOrder: DateOrder;
	decimalSeparator: DecimalSeparator;
	/** Whether amounts are in cents or the like. */
	isMinorUnits: boolean;
}

/** What a currency can look like: a code, or a sign with or without letters. */
const CURRENCY = /^[^\d\s]{1,6}$/u;

/** Reads the dates and amounts of records, and rejects those that cannot be read. */
export class RecordValues {
	laterThanAsOf = 0;

	private readonly asOfDay: number;

	/** The last instant that is looked at, where it is not the whole of the reference day. */
	private readonly lastInstant: number;

	constructor(
		private readonly policy: ValuePolicy,
		private readonly reference: Reference,
	) {
		this.asOfDay = reference.zone.dayOf(reference.asOf);
		const { asOf, isAsOfChosen, isToTheInstant } = reference;
		this.lastInstant = isAsOfChosen && isToTheInstant ? asOf : Number.POSITIVE_INFINITY;
	}

	/** The number of a day on the workflow's calendar. */
	dayOf(instant: number): number {
		return this.reference.zone.dayOf(instant);
	}

	date(value: unknown): Reading<number> {
		return readDate(value, this.reference.zone, this.policy.dateOrder);
	}

	/** Whether an instant is past a chosen reference instant, where that is looked at to the instant. */
	isLeftOut(instant: number): boolean {
		return instant > this.lastInstant;
	}

	/** Whether an instant is looked at: up to the end of the reference day, or to the reference instant. */
	isReached(instant: number): boolean {
		return this.dayOf(instant) <= this.asOfDay && !this.isLeftOut(instant);
	}

	/** An instant up to the end of the reference day, or up to the instant where that is asked for. */
	instant({ field }: Column, thing: string, value: unknown): number | typeof LATER_THAN_AS_OF {
		const date = this.date(value);
		if (!date.ok) {
			throw Rejection.ofValue(field, value, date.problem, thing, dateHint(date.problem));
		}
		if (this.isReached(date.value)) return date.value;
		if (this.reference.isAsOfChosen) {
			this.laterThanAsOf += 1;
			return LATER_THAN_AS_OF;
		}
		throw new Rejection(
			`with a ${thing} in the future`,
			`${field.label} "${field.name}" ${quoted(value)} is in the future`,
			'Check the date and the time zone in the workflow settings',
		);
	}

	/** An amount in major units with its currency: the one that is named, else the one beside the amount. */
	money(
		amount: Column | undefined,
		currency: Column | undefined,
		thing: string,
		record: INodeExecutionData,
		itemIndex: number,
	): Money | undefined {
		if (!amount) return undefined;
		const value = amount.value(record, itemIndex);
		const money = readMoney(value, this.policy.decimalSeparator);
		if (!money.ok) {
			if (money.problem === 'missing') return undefined;
			const hint =
				money.problem === 'ambiguous'
					? 'Choose the Decimal Separator in Options'
					: 'Give amounts as numbers, e.g. 129.95';
			throw Rejection.ofValue(amount.field, value, money.problem, thing, hint);
		}
		const named = this.currency(currency, record, itemIndex) ?? money.value.currency;
		const units = this.policy.isMinorUnits ? minorUnitsOf(named) : 1;
		return { amount: money.value.amount / units, currency: named };
	}

	private currency(
		column: Column | undefined,
		record: INodeExecutionData,
		itemIndex: number,
	): string | undefined {
		const value = column?.value(record, itemIndex);
		if (!column || isBlank(value)) return undefined;
		const currency = typeof value === 'string' ? currencyNamed(value) : '';
		if (CURRENCY.test(currency)) return currency;
		const hint = 'Choose the field that holds a code such as EUR, or leave Currency Field empty';
		throw Rejection.ofValue(column.field, value, 'unreadable', 'currency', hint);
	}
}
