import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { readCount } from '../core/reading/readCount';
import { readCustomerKey } from '../core/reading/readCustomerKey';
import { readDate, type DateOrder } from '../core/reading/readDate';
import { isBlank, notRead, read, type Reading } from '../core/reading/Reading';
import type { TimeZone } from '../core/reading/TimeZone';
import { counted } from '../core/wording/formatNumber';
import { named } from '../core/wording/named';
import { dateFormatHint } from './dateHint';
import type { ItemField } from './NodeParameters';
import { quoted } from './Rejection';
import { absentField, warning } from './tellUser';

/** How often a field was asked for, and how often it could not be used. */
interface FieldAccount {
	isSeen: boolean;
	unreadable: number;
	firstUnreadable: unknown;
}

/** The item to ask, or several of the same customer: the first that tells something is heard. */
export type Sources = number | readonly number[];

/**
 * Reads what items tell beside the records a node works on, such as the previous stage.
 *
 * A value that is blank or cannot be read counts as not known: it takes nothing away from the result
 * and is told in a hint.
 */
export class FactReader {
	private readonly accounts = new Map<ItemField, FieldAccount>();

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly zone: TimeZone,
		private readonly dateOrder: DateOrder = 'auto',
		/** The record inside of an item, where items are wrapped. */
		private readonly recordOf?: (item: INodeExecutionData) => INodeExecutionData,
	) {}

	key(field: ItemField | undefined, sources: Sources): string | undefined {
		return this.by(field, sources, readCustomerKey);
	}

	count(field: ItemField | undefined, sources: Sources): number | undefined {
		return this.by(field, sources, readCount);
	}

	date(field: ItemField | undefined, sources: Sources): number | undefined {
		return this.by(field, sources, (value) => readDate(value, this.zone, this.dateOrder));
	}

	/**
	 * The newest of the dates that several items tell. One that cannot be read counts as `ifUnreadable`:
	 * who may have been written to a moment ago is better left alone.
	 */
	newestDate(
		field: ItemField | undefined,
		sources: readonly number[],
		ifUnreadable: number,
	): number | undefined {
		if (!field) return undefined;
		const reader = (value: unknown) => readDate(value, this.zone, this.dateOrder);
		let newest: number | undefined;
		for (const source of sources) {
			const date = this.by(field, source, reader, ifUnreadable);
			if (date !== undefined && (newest === undefined || date > newest)) newest = date;
		}
		return newest;
	}

	/** A name as text; records and lists are none. */
	text(field: ItemField | undefined, sources: Sources): string | undefined {
		return this.by(field, sources, (value) =>
			typeof value === 'object' ? notRead('unreadable') : read(String(value).trim()),
		);
	}

	/** A mark that holds unless `isUnset` says otherwise; false for a blank value, true for an unreadable one. */
	mark(
		field: ItemField | undefined,
		sources: Sources,
		isUnset: (value: unknown) => boolean,
	): boolean {
		return this.by(field, sources, (value) => read(!isUnset(value)), true) ?? false;
	}

	/** A value that must be one of some permanent names. */
	named<T extends string>(
		field: ItemField | undefined,
		sources: Sources,
		names: readonly T[],
	): T | undefined {
		return this.by(field, sources, (value) => {
			const name = named(names, value);
			return name === undefined ? notRead('unreadable') : read(name);
		});
	}

	/** What could not be used, per field. */
	hints(): NodeExecutionHint[] {
		return [...this.accounts].flatMap(([field, account]) => {
			if (!account.isSeen) return field.isOfSource ? [] : [absentField(field, this.items)];
			if (account.unreadable === 0) return [];
			const { unreadable, firstUnreadable } = account;
			const advice = dateFormatHint(firstUnreadable, this.zone, this.dateOrder);
			return [
				warning(
					`${field.label} "${field.name}" could not be used for ${counted(unreadable, 'item')}, e.g. ${quoted(firstUnreadable)}.${advice === undefined ? '' : ` ${advice}.`}`,
				),
			];
		});
	}

	/** A value as a reader of the caller's own understands it; `ifUnreadable` where that cannot. */
	by<T>(
		field: ItemField | undefined,
		sources: Sources,
		reader: (value: unknown) => Reading<T>,
		ifUnreadable?: T,
	): T | undefined {
		if (!field) return undefined;
		let account = this.accounts.get(field);
		if (!account) {
			account = { isSeen: false, unreadable: 0, firstUnreadable: undefined };
			this.accounts.set(field, account);
		}
		if (typeof sources === 'number')
			return this.readOne(field, sources, reader, account, ifUnreadable);
		for (const source of sources) {
			const found = this.readOne(field, source, reader, account, ifUnreadable);
			if (found !== undefined) return found;
		}
		return undefined;
	}

	/** The value as the whole item has it, else as the record inside of it does. */
	private valueOf(field: ItemField, itemIndex: number): unknown {
		const item = this.items[itemIndex] as INodeExecutionData;
		const value = field.read(item, itemIndex);
		if (value !== undefined || !this.recordOf) return value;
		const record = this.recordOf(item);
		return record === item ? undefined : field.read(record, itemIndex);
	}

	private readOne<T>(
		field: ItemField,
		itemIndex: number,
		reader: (value: unknown) => Reading<T>,
		account: FieldAccount,
		ifUnreadable?: T,
	): T | undefined {
		let value: unknown;
		let reading: Reading<T>;
		try {
			value = this.valueOf(field, itemIndex);
			reading = isBlank(value) ? notRead('missing') : reader(value);
		} catch (error) {
			value = (error as Error).message;
			reading = notRead('unreadable');
		}
		if (value !== undefined) account.isSeen = true;
		if (reading.ok) return reading.value;
		if (reading.problem === 'missing') return undefined;
		if (account.unreadable === 0) account.firstUnreadable = value;
		account.unreadable += 1;
		return ifUnreadable;
	}
}
