import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Activity } from '../core/lifecycle/engagement';
import { Column } from './Column';
import { configurationFault } from './configurationFault';
import type { ItemField } from './NodeParameters';
import { COMMON_STATUSES, StatusReader } from './orderStatus';
import type { NamedFields, PurchaseInput } from './purchaseInput';
import { Rejection } from './Rejection';
import { PRESETS, recogniseSource } from './sources/presets';
import type { SourceField, SourcePreset, SourceRecord } from './sources/SourcePreset';
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
	countsTests: boolean;
	orderIdScope: 'shop' | 'customer';
	activities: readonly ActivityField[];
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
	const second = column(secondCustomer);
	return {
		label: undefined,
		// The data of a webhook are found with and without "body." before their names.
		recordOf: (item) =>
			isWebhookItem(item.json) ? { json: { ...(item.json.body as object), ...item.json } } : item,
		kindOf: () =>
			shape.kind === 'orders' ? 'order' : shape.kind === 'customers' ? 'person' : 'nested',
		variantOf: undefined,
		identity: {
			keys: [required(context, customer, 'Customer Field'), ...(second ? [second] : [])],
			phone: column(input.phone),
		},
		prefer: preferredKey(input, 'email'),
		order:
			shape.kind === 'customers'
				? undefined
				: {
						date: required(context, shape.date, 'Order Date Field'),
						amount: column(shape.amount),
						...(input.reading.countsTests === false ? { isTest: new Column(TEST_SUBMISSION) } : {}),
						...ownOrderColumns(input),
					},
		person: personColumns(context, input, shape),
		isListOfPeople: shape.kind === 'customers',
		statuses: input.status && new StatusReader(COMMON_STATUSES, input.reading.countedStatuses),
		countsTests: input.reading.countsTests ?? true,
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

function recordOfPreset(item: INodeExecutionData): INodeExecutionData {
	const unwrapped = unwrapRecord(item.json);
	if ('record' in unwrapped) return { json: unwrapped.record as INodeExecutionData['json'] };
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

/** What is known of a shop or CRM system, with what the user names beside it. */
function planOfPreset(preset: SourcePreset, input: PurchaseInput): RecordPlan {
	const { label, identity, order, person, statuses } = preset;
	const own = ownOrderColumns(input);
	const phone = column(input.phone);
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
		order: order && {
			...presetColumns(
				{
					orderId: 'Order ID',
					version: 'Last Change',
					amount: 'Amount',
					currency: 'Currency',
					status: 'Status',
					isTest: 'Test Mark',
				},
				order,
			),
			date: presetColumn('Order Date', order.date),
			...own,
		},
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
		statuses: new StatusReader(
			input.status ? COMMON_STATUSES : statuses,
			input.reading.countedStatuses,
		),
		countsTests: input.reading.countsTests ?? preset.countsTests,
		orderIdScope: 'shop',
		activities: preset.activities.map(({ activity, last, count }) => ({
			activity,
			last: last && unwrappedField(label, last),
			count: count && unwrappedField(label, count),
			countedDays: undefined,
		})),
	};
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

/**
 * Decides how the items of a run are read. Where the source is left to the items and none is
 * recognised, the user's own fields are taken.
 *
 * @throws NodeOperationError where a field that is needed is not named
 */
export function planRecords(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	input: PurchaseInput,
): RecordPlan {
	const { source } = input;
	const preset =
		source === 'auto'
			? recogniseSource(items.map(({ json }) => json))
			: source === 'custom' || source === 'sheet'
				? undefined
				: PRESETS[source];
	return preset ? planOfPreset(preset, input) : planOfNamedFields(context, input);
}
