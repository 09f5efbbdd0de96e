import type { INodeExecutionData } from 'n8n-workflow';

import type { Activity } from '../core/lifecycle/engagement';
import type { Column } from './Column';
import type { EventKinds } from './EventKinds';
import type { ItemField } from './NodeParameters';
import type { StatusReader } from './orderStatus';
import type { ValuePolicy } from './RecordValues';
import type { SourceRecord } from './sources/SourcePreset';

/**
 * What a record is: an order, a person, or a person with the list of their orders; where carts are
 * asked for also a cart, something that was viewed, or another event.
 */
export type RecordKind = 'order' | 'person' | 'nested' | 'cart' | 'view' | 'otherEvent';

/** Who a record speaks of. */
export interface IdentityColumns {
	/** Fields of an id or an address, told apart by the sign in it. */
	keys: readonly Column[];
	id?: Column;
	/** Ids that the same person had before. */
	otherIds?: Column;
	email?: Column;
	phone?: Column;
	phoneCountry?: Column;
}

export interface OrderColumns {
	date: Column;
	amount?: Column;
	quantity?: Column;
	currency?: Column;
	orderId?: Column;
	version?: Column;
	status?: Column;
	/** What the source itself says of the order, where the user names another field for it. */
	sourceStatus?: Column;
	isTest?: Column;
	eventType?: Column;
	category?: Column;
}

export interface PersonColumns {
	/** Left out where nothing is counted of a person. */
	orderCount?: Column;
	firstOrder?: Column;
	lastOrder?: Column;
	totalSpent?: Column;
	currency?: Column;
	/** The list of the person's orders. */
	orders?: Column;
}

/** What a record tells of a cart, or of what leads to it. */
export interface CartColumns {
	/** When it was last changed. */
	date: Column;
	/** The names by which orders may speak of it. */
	ids?: Column;
	/** On an order: the names of the cart that it was. */
	idsOnOrder?: Column;
	/** When it became an order. */
	completedAt?: Column;
	/** When the customer last ordered. */
	orderedAt?: Column;
	orderCount?: Column;
	inStock?: Column;
	products?: Column;
	viewed?: Column;
	link?: Column;
}

/** What a source tells of a person's activities. */
export interface ActivityField {
	activity: Activity;
	last: ItemField | undefined;
	count: ItemField | undefined;
	/** Days that the count covers; undefined where it counts all there ever were. */
	countedDays: number | undefined;
}

/** How the items of a run are read: the user's choices brought together with what is known of a source. */
export interface RecordPlan {
	/** The system the items come from, where it is known by name. */
	label: string | undefined;
	/** The record that an item holds, as an item of its own. */
	recordOf: (item: INodeExecutionData) => INodeExecutionData;
	kindOf: (record: INodeExecutionData, itemIndex: number) => RecordKind;
	/** What happened, where the items are events of several kinds. */
	events?: EventKinds;
	/** Left out where carts are not asked for. */
	cart?: CartColumns;
	/** Whether carts are orders that nobody paid yet, with the ids of orders. */
	areCartsOrders?: boolean;
	variantOf: ((record: SourceRecord) => string) | undefined;
	identity: IdentityColumns;
	prefer: 'email' | 'id';
	order: OrderColumns | undefined;
	person: PersonColumns;
	/** Whether each item is to be another person, with a count that can be relied on. */
	isListOfPeople: boolean;
	statuses: StatusReader | undefined;
	/** How the source's own word is read beside a field of the user's. */
	sourceStatuses: StatusReader | undefined;
	values: ValuePolicy;
	/** The columns that the user named: told where no item has them. */
	namedColumns: readonly Column[];
	countsTests: boolean;
	orderIdScope: 'shop' | 'customer';
	activities: readonly ActivityField[];
}
