import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Activity } from '../core/lifecycle/engagement';
import { Column } from './Column';
import { configurationFault } from './configurationFault';
import type { ItemField } from './NodeParameters';
import { COMMON_STATUSES, StatusReader } from './orderStatus';
import { isBlank } from '../core/reading/Reading';
import type { NamedFields, PurchaseInput } from './purchaseInput';
import type { ValuePolicy } from './RecordValues';
import { Rejection } from './Rejection';
import { PRESETS, recogniseSource } from './sources/presets';
import type {
	OrderSourceFields,
	SourceField,
	SourcePreset,
	SourceRecord,
} from './sources/SourcePreset';
import { isWebhookItem, unwrapRecord } from './sources/unwrapRecord';

/** What a record is: an order, a person, or a person with the list of their orders. */
export type RecordKind = 'order' | 'person' | 'nested';

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
	kindOf: (record: INodeExecutionData) => RecordKind;
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

/** A record out of its item, with the item it came from. */
interface RecordItem extends INodeExecutionData {
	whole?: INodeExecutionData;
}

function column(field: ItemField | undefined): Column | undefined {
	return field && new Column(field);
}

function required(context: IExecuteFunctions, field: ItemField | undefined, label: string): Column {
	if (field) return new Column(field);
	throw configurationFault(
		context,
		`${label} is empty`,
		'Enter the name of a field of the incoming items, or drag it in from the input panel',
	);
}

/** How n8n's Form node marks what was sent to try it out. */
const TEST_SUBMISSION: ItemField = {
	label: 'Test Mark',
	name: 'formMode',
	read: ({ json }) => json.formMode === 'test',
};

/** What stands for a customer: the user's choice, else what the source prefers of what joins records. */
function preferredKey({ reading }: PurchaseInput, ofSource: 'email' | 'id'): 'email' | 'id' {
	if (reading.prefer) return reading.prefer;
	const other = ofSource === 'email' ? 'id' : 'email';
	const isOtherOnly = reading.joinBy.includes(other) && !reading.joinBy.includes(ofSource);
	return isOtherOnly ? other : ofSource;
}

/** The user's own fields, for sources that no preset knows. */
function planOfNamedFields(context: IExecuteFunctions, input: PurchaseInput): RecordPlan {
	const { customer, secondCustomer, shape } = input.named;
	const { reading } = input;
	const second = column(secondCustomer);
	const keys = [required(context, customer, 'Customer Field'), ...(second ? [second] : [])];
	const order: OrderColumns | undefined =
		shape.kind === 'customers'
			? undefined
			: {
					date: required(context, shape.date, 'Order Date Field'),
					amount: column(shape.amount),
					...ownOrderColumns(input),
				};
	const person = personColumns(context, input, shape);
	const phone = column(input.phone);
	return {
		label: undefined,
		// The data of a webhook are found with and without "body." before their names.
		recordOf: (item) =>
			isWebhookItem(item.json) ? { json: { ...(item.json.body as object), ...item.json } } : item,
		kindOf: () =>
			shape.kind === 'orders' ? 'order' : shape.kind === 'customers' ? 'person' : 'nested',
		variantOf: undefined,
		identity: { keys, phone },
		prefer: preferredKey(input, 'email'),
		order:
			order && reading.countsTests === false
				? { ...order, isTest: new Column(TEST_SUBMISSION) }
				: order,
		person,
		isListOfPeople: shape.kind === 'customers',
		statuses: input.status && new StatusReader(COMMON_STATUSES, reading.countedStatuses),
		sourceStatuses: undefined,
		values: reading,
		namedColumns: [...keys, phone, ...Object.values(order ?? {}), ...Object.values(person)].filter(
			(named): named is Column => named !== undefined,
		),
		countsTests: reading.countsTests ?? true,
		orderIdScope: 'customer',
		activities: [],
	};
}

function personColumns(
	context: IExecuteFunctions,
	input: PurchaseInput,
	shape: NamedFields['shape'],
): PersonColumns {
	if (shape.kind === 'orders') return {};
	if (shape.kind === 'nestedOrders') {
		return { orders: required(context, shape.orders, 'Orders Field') };
	}
	return {
		orderCount: required(context, shape.orderCount, 'Order Count Field'),
		firstOrder: column(shape.firstOrder),
		lastOrder: required(context, shape.lastOrder, 'Last Order Date Field'),
		totalSpent: column(shape.totalSpent),
		currency: column(input.currency),
	};
}

/** What the user may name beside or in place of what a preset knows. */
function ownOrderColumns(input: PurchaseInput): Partial<OrderColumns> {
	const columns = {
		quantity: column(input.quantity),
		currency: column(input.currency),
		orderId: column(input.orderId),
		version: column(input.lastChange),
		status: column(input.status),
		eventType: column(input.eventType),
		category: column(input.category),
	};
	return Object.fromEntries(Object.entries(columns).filter(([, own]) => own !== undefined));
}

/** A field of a system, under the label of the parameter that would name it. */
function presetColumn(label: string, field: SourceField): Column {
	return new Column(presetField(label, field));
}

function presetField(label: string, { name, read }: SourceField): ItemField {
	return { label, name, read: ({ json }) => read(json) };
}

function presetColumns<K extends string>(
	labels: Readonly<Record<K, string>>,
	fields: Partial<Record<NoInfer<K>, SourceField>>,
): Partial<Record<K, Column>> {
	const columns: Partial<Record<K, Column>> = {};
	for (const key of Object.keys(labels) as K[]) {
		const field = fields[key];
		if (field) columns[key] = presetColumn(labels[key], field);
	}
	return columns;
}

function recordOfPreset(item: INodeExecutionData): RecordItem {
	const unwrapped = unwrapRecord(item.json);
	if ('record' in unwrapped) {
		return { json: unwrapped.record as INodeExecutionData['json'], whole: item };
	}
	if ('list' in unwrapped) {
		throw new Rejection(
			'with a list of records in one item',
			`The records are in the list "${unwrapped.list}" of one item`,
			`Put n8n's Split Out node on "${unwrapped.list}" before this node`,
		);
	}
	throw new Rejection(
		'that tell of a change but not of the record',
		`The item tells that something changed at ${unwrapped.eventOnly}, not what the record says`,
		`Put a ${unwrapped.eventOnly} node that gets the contact or deal before this node`,
	);
}

/** A field that the user names beside a preset: found in the record or, as it was dragged, in the whole item. */
function besidePreset(own: Column): Column {
	const { field } = own;
	return new Column({
		...field,
		read(record: RecordItem, itemIndex) {
			const found = field.read(record, itemIndex);
			const isNothing = found === undefined || (Array.isArray(found) && found.length === 0);
			return isNothing && record.whole ? field.read(record.whole, itemIndex) : found;
		},
	});
}

/** The user's field where it tells something, else the preset's own. */
function elsePreset(own: Column, preset: Column): Column {
	return new Column({
		...own.field,
		read(record, itemIndex) {
			const value = own.value(record, itemIndex);
			return isBlank(value) ? preset.value(record, itemIndex) : value;
		},
	});
}

/** What is known of a shop or CRM system, with what the user names beside it. */
function planOfPreset(preset: SourcePreset, input: PurchaseInput): RecordPlan {
	const { label, identity, order, person, statuses } = preset;
	const { reading } = input;
	const own = Object.fromEntries(
		Object.entries(ownOrderColumns(input)).map(([name, named]) => [name, besidePreset(named)]),
	) as Partial<OrderColumns>;
	const ownPhone = column(input.phone);
	const phone = ownPhone && besidePreset(ownPhone);
	return {
		label,
		recordOf: recordOfPreset,
		kindOf({ json }) {
			const kind = preset.kindOf(json);
			if (kind) return kind;
			throw new Rejection(
				`that are neither an order nor a customer of ${label}`,
				`The item is neither an order nor a customer of ${label}`,
				'Choose another Source, or Custom and name the fields',
			);
		},
		variantOf: preset.variantOf,
		identity: {
			keys: [],
			...presetColumns(
				{
					id: 'Customer ID',
					otherIds: 'Merged Customer IDs',
					email: 'E-mail',
					phone: 'Phone',
					phoneCountry: 'Phone Country',
				},
				identity,
			),
			...(phone ? { phone } : {}),
		},
		prefer: preferredKey(input, preset.prefer),
		order: order && presetOrderColumns(order, own),
		person: presetColumns(
			{
				orderCount: 'Order Count',
				firstOrder: 'First Order Date',
				lastOrder: 'Last Order Date',
				totalSpent: 'Total Spent',
				currency: 'Currency',
			},
			person,
		),
		isListOfPeople: false,
		statuses: new StatusReader(own.status ? COMMON_STATUSES : statuses, reading.countedStatuses),
		sourceStatuses: new StatusReader(statuses, undefined),
		// Systems write numbers for machines; what the user says of notation is for sheets.
		values: { dateOrder: reading.dateOrder, decimalSeparator: 'point', isMinorUnits: false },
		namedColumns: [...Object.values(own), ...(phone ? [phone] : [])],
		countsTests: reading.countsTests ?? preset.countsTests,
		orderIdScope: 'shop',
		activities: preset.activities.map(({ activity, last, count }) => ({
			activity,
			last: last && unwrappedField(label, last),
			count: count && unwrappedField(label, count),
			countedDays: undefined,
		})),
	};
}

function presetOrderColumns(
	order: OrderSourceFields,
	{ status, ...own }: Partial<OrderColumns>,
): OrderColumns {
	const ofPreset = presetColumns(
		{
			orderId: 'Order ID',
			version: 'Last Change',
			amount: 'Amount',
			currency: 'Currency',
			status: 'Status',
			isTest: 'Test Mark',
		},
		order,
	);
	const columns: OrderColumns = {
		date: presetColumn('Order Date', order.date),
		...ofPreset,
		...own,
	};
	for (const name of ['orderId', 'version', 'currency'] as const) {
		const [named, known] = [own[name], ofPreset[name]];
		if (named && known) columns[name] = elsePreset(named, known);
	}
	return status ? { ...columns, status, sourceStatus: ofPreset.status } : columns;
}

/** A field of a system that is read from whole items, which may still be wrapped. */
function unwrappedField(label: string, field: SourceField): ItemField {
	return {
		label,
		name: field.name,
		isOfSource: true,
		read({ json }) {
			const unwrapped = unwrapRecord(json);
			return 'record' in unwrapped ? field.read(unwrapped.record) : undefined;
		},
	};
}

/** So many items are looked at to tell whether they have the fields that the user named. */
const SAMPLE = 100;

/** Whether items are what the user's own fields describe: somebody, and a date. */
function areAsNamed(items: readonly INodeExecutionData[], { named }: PurchaseInput): boolean {
	const { customer, shape } = named;
	if (shape.kind !== 'orders') return true;
	return items.slice(0, SAMPLE).some((item, itemIndex) => {
		const [who, when] = [customer, shape.date].map((field) => {
			try {
				return field?.read(item, itemIndex);
			} catch {
				return undefined;
			}
		});
		return !isBlank(who) && !isBlank(when);
	});
}

/**
 * Decides how the items of a run are read. Where the source is left to the items, the user's own
 * fields come first, where items have them; then the systems that are known by name.
 *
 * @throws NodeOperationError where a field that is needed is not named
 */
export function planRecords(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	input: PurchaseInput,
): RecordPlan {
	const preset = presetOf(items, input);
	return preset ? planOfPreset(preset, input) : planOfNamedFields(context, input);
}

function presetOf(
	items: readonly INodeExecutionData[],
	input: PurchaseInput,
): SourcePreset | undefined {
	const { source } = input;
	if (source === 'custom' || source === 'sheet') return undefined;
	if (source !== 'auto') return PRESETS[source];
	return areAsNamed(items, input) ? undefined : recogniseSource(items.map(({ json }) => json));
}
