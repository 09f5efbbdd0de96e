import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { PersonRegistry, type Identifiers } from '../core/reading/PersonRegistry';
import { readCustomerKey } from '../core/reading/readCustomerKey';
import { readEmail } from '../core/reading/readEmail';
import { readPhone } from '../core/reading/readPhone';
import { isBlank } from '../core/reading/Reading';
import { counted } from '../core/wording/formatNumber';
import type { ReadingPolicy } from './purchaseInput';
import type { RecordPlan } from './RecordPlan';
import { quoted, Rejection } from './Rejection';
import { warning } from './tellUser';

const NO_CUSTOMER_HINT = 'Choose the field that holds an ID or an e-mail address';

/** Finds out of whom a record speaks. */
export class CustomerFinder {
	readonly registry: PersonRegistry;

	/** Whether one field alone tells who somebody is: then its values are looked up as they stand. */
	readonly isSingleKey: boolean;

	private readonly handleOfValue = new Map<unknown, number>();

	constructor(
		private readonly plan: Pick<RecordPlan, 'identity' | 'label' | 'prefer'>,
		private readonly reading: Pick<ReadingPolicy, 'ignorePlusTags' | 'joinBy' | 'phoneCountry'>,
	) {
		const { keys, phone, id, email } = plan.identity;
		this.isSingleKey = keys.length === 1 && !phone && !id && !email;
		this.registry = new PersonRegistry({ prefer: plan.prefer, joinBy: reading.joinBy });
	}

	/**
	 * The handle of the customer in the registry.
	 *
	 * @param identifiers as `identifiersOf` gave them, where they are read already
	 * @throws Rejection where the record tells of nobody
	 */
	find(record: INodeExecutionData, itemIndex: number, identifiers?: Identifiers): number {
		if (this.isSingleKey) return this.handleOfSingleKey(record, itemIndex);
		const told = identifiers ?? this.identifiersOf(record, itemIndex);
		const handle = this.registry.register(told, Number.NaN);
		if (handle === undefined) throw this.nobody();
		const { otherIds } = this.plan.identity;
		for (const id of otherIds ? [otherIds.value(record, itemIndex)].flat() : []) {
			const former = readCustomerKey(id);
			if (former.ok) this.registry.registerFormerId(handle, former.value);
		}
		return handle;
	}

	private nobody(): Rejection {
		const { label } = this.plan;
		if (label !== undefined) {
			return new Rejection(
				'without a customer',
				`This record of ${label} names nobody, neither by an ID nor by an e-mail address`,
				'Ask for the customer, or for the associated contact, in the node before',
			);
		}
		const { keys, phone } = this.plan.identity;
		const names = [...keys, phone].flatMap((column) =>
			column ? [`${column.field.label} "${column.field.name}"`] : [],
		);
		return new Rejection(
			'without a customer',
			`${names.join(' and ')} ${names.length > 1 ? 'tell' : 'tells'} of no customer`,
			NO_CUSTOMER_HINT,
		);
	}

	private handleOfSingleKey(record: INodeExecutionData, itemIndex: number): number {
		const column = this.plan.identity.keys[0]!;
		const value = column.value(record, itemIndex);
		const known = this.handleOfValue.get(value);
		if (known !== undefined) return known;
		const key = readCustomerKey(value, this.reading);
		if (!key.ok) {
			throw Rejection.ofValue(column.field, value, key.problem, 'customer', NO_CUSTOMER_HINT);
		}
		const kind = key.value.includes('@') ? 'email' : 'id';
		const handle = this.registry.handleFor(kind, key.value, Number.NaN);
		this.handleOfValue.set(value, handle);
		return handle;
	}

	/** All that a record tells of who somebody is. */
	identifiersOf(record: INodeExecutionData, itemIndex: number): Identifiers {
		const { keys, id, email, phone, phoneCountry } = this.plan.identity;
		const found: { id?: string; email?: string; phone?: string } = {};
		for (const column of id ? [...keys, id] : keys) {
			const key = readCustomerKey(column.value(record, itemIndex), this.reading);
			// Systems and people use addresses for ids.
			if (key.ok) found[key.value.includes('@') ? 'email' : 'id'] ??= key.value;
		}
		const address = email && readEmail(email.value(record, itemIndex), this.reading);
		if (address?.ok) found.email ??= address.value;
		if (phone && this.reading.joinBy.includes('phone')) {
			const country = phoneCountry?.value(record, itemIndex) ?? this.reading.phoneCountry;
			const number = readPhone(
				phone.value(record, itemIndex),
				typeof country === 'string' ? country : undefined,
			);
			if (number.ok) found.phone = number.value;
		}
		return found;
	}

	/** How a record names the customer, for messages. */
	nameOf(record: INodeExecutionData, itemIndex: number): string {
		const { keys } = this.plan.identity;
		const column = keys.find((key) => !isBlank(key.value(record, itemIndex))) ?? keys[0]!;
		const value = quoted(column.value(record, itemIndex));
		return `${column.field.label} "${column.field.name}" ${value}`;
	}

	/** What looks wrong about who was joined with whom. */
	hints(): NodeExecutionHint[] {
		const suspects = this.isSingleKey ? [] : this.registry.suspects();
		if (suspects.length === 0) return [];
		return [
			warning(
				`${counted(suspects.length, 'customer')} joined from many customer IDs or addresses, e.g. ${quoted(suspects[0])}. If what they share is a placeholder, change Join Records By in Options.`,
			),
		];
	}
}
