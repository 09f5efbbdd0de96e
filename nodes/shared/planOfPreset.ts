import type { INodeExecutionData } from 'n8n-workflow';

import { isBlank } from '../core/reading/Reading';
import { Column } from './Column';
import { column, ownCartColumns, ownOrderColumns, preferredKey } from './namedColumns';
import type { ItemField } from './NodeParameters';
import { COMMON_STATUSES, StatusReader } from './orderStatus';
import type { PurchaseInput } from './purchaseInput';
import type { CartColumns, OrderColumns, RecordPlan } from './RecordPlan';
import { Rejection } from './Rejection';
import type { OrderSourceFields, SourceField, SourcePreset } from './sources/SourcePreset';
import { unwrapRecord } from './sources/unwrapRecord';

/** A record out of its item, with the item it came from. */
interface RecordItem extends INodeExecutionData {
	whole?: INodeExecutionData;
}

/** A field of a system, under the label of the parameter that would name it. */
export function presetColumn(label: string, field: SourceField): Column {
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

/** The record that an item of a shop or CRM system holds, as an item of its own. */
export function recordOfPreset(item: INodeExecutionData): RecordItem {
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
export function besidePreset(own: Column): Column {
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

function allBesidePreset<T extends object>(own: T): T {
	const columns = new Map<Column, Column>();
	return Object.fromEntries(
		Object.entries(own).map(([name, named]: [string, Column]) => {
			const beside = columns.get(named) ?? besidePreset(named);
			columns.set(named, beside);
			return [name, beside];
		}),
	) as T;
}

/** The user's field where it tells something, else the preset's own. */
export function elsePreset(own: Column, preset: Column): Column {
	return new Column({
		...own.field,
		read(record, itemIndex) {
			const value = own.value(record, itemIndex);
			return isBlank(value) ? preset.value(record, itemIndex) : value;
		},
	});
}

/** What is known of a shop or CRM system, with what the user names beside it. */
export function planOfPreset(preset: SourcePreset, input: PurchaseInput): RecordPlan {
	const { label, identity, order, person, statuses } = preset;
	const { reading } = input;
	const own = allBesidePreset(ownOrderColumns(input));
	const ownCart = input.carts && allBesidePreset(ownCartColumns(input.carts));
	const ownPhone = column(input.phone);
	const phone = ownPhone && besidePreset(ownPhone);
	return {
		label,
		recordOf: recordOfPreset,
		kindOf({ json }) {
			if (ownCart && preset.cart?.isCart(json)) return 'cart';
			const kind = preset.kindOf(json);
			if (kind) return kind;
			throw new Rejection(
				`that are neither an order nor a customer of ${label}`,
				`The item is neither an order nor a customer of ${label}`,
				'Choose another Source, or Custom and name the fields',
			);
		},
		variantOf: preset.variantOf,
		cart: ownCart && presetCartColumns(preset, ownCart),
		areCartsOrders: preset.cart?.areOrders,
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
		namedColumns: [...Object.values({ ...own, ...ownCart }), ...(phone ? [phone] : [])],
		countsTests: reading.countsTests ?? preset.countsTests,
		orderIdScope: 'shop',
		activities: preset.activities.map(({ activity, last, count }) => ({
			activity,
			last: last && ofSource(label, last),
			count: count && ofSource(label, count),
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

/** A field that no record has. */
const NOWHERE: SourceField = { name: 'date', read: () => undefined };

function presetCartColumns({ cart }: SourcePreset, own: Partial<CartColumns>): CartColumns {
	const ofPreset = presetColumns(
		{
			ids: 'Cart ID',
			idsOnOrder: 'Cart ID',
			completedAt: 'Completed At',
			orderCount: 'Order Count',
			products: 'Products',
			link: 'Cart Link',
		},
		cart ?? {},
	);
	const columns: CartColumns = {
		date: presetColumn('Cart Date', cart?.date ?? NOWHERE),
		...ofPreset,
		...own,
	};
	for (const name of ['ids', 'idsOnOrder', 'orderCount', 'products', 'link'] as const) {
		const [named, known] = [own[name], ofPreset[name]];
		if (named && known) columns[name] = elsePreset(named, known);
	}
	return columns;
}

/** A field that a system brings by itself: nobody is told where it is absent. */
function ofSource(label: string, field: SourceField): ItemField {
	return { ...presetField(label, field), isOfSource: true };
}
