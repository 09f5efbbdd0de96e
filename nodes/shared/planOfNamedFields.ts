import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Column } from './Column';
import { configurationFault } from './configurationFault';
import { EventKinds } from './EventKinds';
import { column, ownCartColumns, ownOrderColumns, preferredKey } from './namedColumns';
import type { ItemField } from './NodeParameters';
import { COMMON_STATUSES, StatusReader } from './orderStatus';
import type { NamedFields, PurchaseInput } from './purchaseInput';
import type { OrderColumns, PersonColumns, RecordPlan } from './RecordPlan';
import { isWebhookItem } from './sources/unwrapRecord';

/** The column of a field that must be named. */
export function required(
	context: IExecuteFunctions,
	field: ItemField | undefined,
	label: string,
): Column {
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

/** The record of an item: the data of a webhook are found with and without "body." before their names. */
export function recordOfNamedFields(item: INodeExecutionData): INodeExecutionData {
	return isWebhookItem(item.json)
		? { json: { ...(item.json.body as object), ...item.json } }
		: item;
}

/** The user's own fields, for sources that no preset knows. */
export function planOfNamedFields(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	input: PurchaseInput,
): RecordPlan {
	const { customer, secondCustomer, shape } = input.named;
	const { reading } = input;
	const second = column(secondCustomer);
	const keys = [required(context, customer, 'Customer Field'), ...(second ? [second] : [])];
	const order: OrderColumns | undefined =
		shape.kind === 'customers'
			? undefined
			: {
					date: required(
						context,
						shape.date,
						input.carts ? 'Event Date Field' : 'Order Date Field',
					),
					amount: column(shape.amount),
					...ownOrderColumns(input),
				};
	const person = personColumns(context, input, shape);
	const phone = column(input.phone);
	const cart = input.carts && order && { date: order.date, ...ownCartColumns(input.carts) };
	const events =
		input.carts?.eventName &&
		new EventKinds(items.map(recordOfNamedFields), input.carts.eventName, input.carts.words);
	return {
		label: undefined,
		recordOf: recordOfNamedFields,
		kindOf(_record, itemIndex) {
			if (input.carts) return events?.kindOf(itemIndex) ?? 'cart';
			return shape.kind === 'orders' ? 'order' : shape.kind === 'customers' ? 'person' : 'nested';
		},
		events,
		cart,
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
		namedColumns: [
			...new Set([
				...keys,
				phone,
				...Object.values(order ?? {}),
				...Object.values(person),
				...Object.values(cart ?? {}),
			]),
		].filter((named): named is Column => named !== undefined),
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
