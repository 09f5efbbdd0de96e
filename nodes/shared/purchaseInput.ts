import { z } from 'zod';

import { readClosings } from '../core/history/closings';
import { OpenDays } from '../core/history/OpenDays';
import { isPhoneCountry } from '../core/reading/readPhone';
import { IDENTIFIER_KINDS, type IdentifierKind } from '../core/reading/PersonRegistry';
import type { TimeZone } from '../core/reading/TimeZone';
import type { ItemField, NodeParameters } from './NodeParameters';
import { schemas } from './parameterSchemas';
import type { ValuePolicy } from './RecordValues';
import { PRESETS, type PresetName } from './sources/presets';
import { readWeekdays } from './weekdays';

/** Where the items come from; `auto` is told by the items themselves. */
export type SourceName = PresetName | 'auto' | 'custom' | 'sheet';

/** Orders, one item each. */
export interface OrderShape {
	kind: 'orders';
	date: ItemField | undefined;
	amount: ItemField | undefined;
}

/** Customers, one item each, with the list of their orders. */
export interface NestedShape {
	kind: 'nestedOrders';
	orders: ItemField | undefined;
	date: ItemField | undefined;
	amount: ItemField | undefined;
}

/** Customers, one item each, with what a CRM or a sheet counts of them. */
export interface SummaryShape {
	kind: 'customers';
	orderCount: ItemField | undefined;
	firstOrder: ItemField | undefined;
	lastOrder: ItemField | undefined;
	totalSpent: ItemField | undefined;
}

/** The fields that the user names where no preset knows them. */
export interface NamedFields {
	customer: ItemField | undefined;
	secondCustomer: ItemField | undefined;
	shape: OrderShape | NestedShape | SummaryShape;
}

/** How values are read, whatever the source. */
export interface ReadingPolicy extends ValuePolicy {
	ignorePlusTags: boolean;
	phoneCountry: string | undefined;
	joinBy: readonly IdentifierKind[];
	/** What stands for a customer; undefined where the source decides. */
	prefer: 'email' | 'id' | undefined;
	/** Words for a purchase in place of the source's own. */
	countedStatuses: readonly string[] | undefined;
	countsTests: boolean | undefined;
	/** The key actions among all events; undefined where every record is one. */
	eventTypes: readonly string[] | undefined;
	repeatedOrderIds: 'sameOrder' | 'lineItems';
}

/** What the user says of carts and events among the items. */
export interface CartInput {
	/** The field that tells what happened; undefined where every item is a cart. */
	eventName: ItemField | undefined;
	/** The words for each kind of event. */
	words: Readonly<Record<'cart' | 'order' | 'view', readonly string[]>>;
	cartId: ItemField | undefined;
	link: ItemField | undefined;
	/** When the customer last ordered, or when the cart became an order. */
	orderedAt: ItemField | undefined;
	inStock: ItemField | undefined;
	products: ItemField | undefined;
	viewed: ItemField | undefined;
	/** How many orders the customer has. */
	orderCount: ItemField | undefined;
}

/** Where purchases are found in the items, and how they are read. */
export interface PurchaseInput {
	source: SourceName;
	named: NamedFields;
	/** What the user names beside or in place of what a preset knows. */
	phone: ItemField | undefined;
	currency: ItemField | undefined;
	orderId: ItemField | undefined;
	/** When a record was last changed: the newest of an order rules. */
	lastChange: ItemField | undefined;
	status: ItemField | undefined;
	eventType: ItemField | undefined;
	quantity: ItemField | undefined;
	category: ItemField | undefined;
	reading: ReadingPolicy;
	openDays: OpenDays;
	/** What is told of carts; left out where carts are not asked for. */
	carts?: CartInput;
}

/** What a run needs to judge dates. */
export interface Reference {
	zone: TimeZone;
	asOf: number;
	/** Whether the user chose the reference date: orders after it are then left out, not wrong. */
	isAsOfChosen: boolean;
	/** Whether records of the reference day that are later than the instant are left out too. */
	isToTheInstant?: boolean;
}

const sourceSchema = z
	.enum(['auto', 'custom', 'sheet', ...(Object.keys(PRESETS) as PresetName[])])
	.default('auto');

const countrySchema = z
	.string()
	.trim()
	.refine(isPhoneCountry, 'two letters of a country are expected, e.g. DE')
	.optional();

function readShape(parameters: NodeParameters): NamedFields['shape'] {
	const kind = parameters.constant(
		'inputShape',
		z.enum(['orders', 'customers', 'nestedOrders']).default('orders'),
	);
	if (kind === 'customers') {
		return {
			kind,
			orderCount: parameters.field('orderCountField'),
			firstOrder: parameters.field('firstOrderField'),
			lastOrder: parameters.field('lastOrderField'),
			totalSpent: parameters.field('totalSpentField'),
		};
	}
	const fields = {
		date: parameters.field('orderDateField'),
		amount: parameters.field('amountField'),
	};
	if (kind === 'orders') return { kind, ...fields };
	return { kind, orders: parameters.field('ordersField'), ...fields };
}

/** Who names a field of phone numbers wants people joined by them. */
function readJoinBy(parameters: NodeParameters): IdentifierKind[] {
	const joinBy = parameters.constant(
		'options.joinBy',
		z.array(z.enum(IDENTIFIER_KINDS)).default(['email', 'id']),
	);
	const isPhoneNamed = parameters.field('options.phoneField') !== undefined;
	return isPhoneNamed && !joinBy.includes('phone') ? [...joinBy, 'phone'] : joinBy;
}

function readReadingPolicy(parameters: NodeParameters): ReadingPolicy {
	const prefer = parameters.constant(
		'options.identifyBy',
		z.enum(['auto', 'email', 'id']).default('auto'),
	);
	const testOrders = parameters.constant(
		'options.testOrders',
		z.enum(['auto', 'count', 'leaveOut']).default('auto'),
	);
	return {
		dateOrder: parameters.dateOrder(),
		decimalSeparator: parameters.constant(
			'options.decimalSeparator',
			z.enum(['auto', 'point', 'comma']).default('auto'),
		),
		isMinorUnits:
			parameters.constant('options.amountUnit', z.enum(['major', 'minor']).default('major')) ===
			'minor',
		ignorePlusTags: parameters.constant('options.ignorePlusTags', schemas.flag.default(false)),
		phoneCountry: parameters.constant('options.phoneCountry', countrySchema),
		joinBy: readJoinBy(parameters),
		prefer: prefer === 'auto' ? undefined : prefer,
		countedStatuses: parameters.constant('options.countedStatuses', schemas.list.optional()),
		countsTests: testOrders === 'auto' ? undefined : testOrders === 'count',
		eventTypes: parameters.constant('options.eventTypes', schemas.list.optional()),
		repeatedOrderIds: parameters.constant(
			'options.repeatedOrderIds',
			z.enum(['sameOrder', 'lineItems']).default('sameOrder'),
		),
	};
}

function readOpenDays(parameters: NodeParameters): OpenDays {
	const weekdays = readWeekdays(parameters, 'options.closedWeekdays');
	const closings = parameters.constant('options.closedDates', schemas.text.optional());
	return parameters.withDomainFaults(() => new OpenDays(weekdays, readClosings(closings ?? '')));
}

/** Where the user says the purchases are found. */
export function readPurchaseInput(parameters: NodeParameters, category?: ItemField): PurchaseInput {
	return {
		source: parameters.constant('source', sourceSchema),
		named: {
			customer: parameters.field('customerField'),
			secondCustomer: parameters.field('options.secondCustomerField'),
			shape: readShape(parameters),
		},
		phone: parameters.field('options.phoneField'),
		currency: parameters.field('options.currencyField'),
		orderId: parameters.field('options.orderIdField'),
		lastChange: parameters.field('options.lastChangeField'),
		status: parameters.field('options.statusField'),
		eventType: parameters.field('options.eventTypeField'),
		quantity: parameters.field('options.quantityField'),
		category,
		reading: readReadingPolicy(parameters),
		openDays: readOpenDays(parameters),
	};
}

/** The reference of a run: the workflow's zone and the As Of option, or now. */
export function readReference(parameters: NodeParameters): Reference {
	const zone = parameters.zone();
	const { instant, isChosen } = parameters.asOf(zone);
	return { zone, asOf: instant, isAsOfChosen: isChosen };
}
