import {
	derived,
	firstField,
	firstOf,
	has,
	isEmpty,
	isRecord,
	numberIn,
	recordsIn,
	utcDate,
	wordIn,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';

/** What was paid back for an order: WooCommerce writes it below zero. */
function refundedIn(record: SourceRecord): number {
	return recordsIn(record.refunds).reduce(
		(sum, { total }) => sum + Math.abs(numberIn(total) ?? 0),
		0,
	);
}

const orderAddress = firstOf('billing.email', 'email');
const customerAddress = firstOf('email', 'billing.email');

function isOrder(record: SourceRecord): boolean {
	return (
		has(record, 'order_key') ||
		has(record, 'line_items') ||
		(has(record, 'total') && !has(record, 'is_paying_customer'))
	);
}

function isCustomer(record: SourceRecord): boolean {
	return (
		has(record, 'is_paying_customer') ||
		has(record, 'username') ||
		has(record, 'role') ||
		has(record, 'orders_count')
	);
}

/** Statuses of an order that was begun and never paid. */
const UNPAID = ['checkout-draft', 'failed', 'pending'];

/** The word for how far an order is. */
function statusIn(record: SourceRecord): string {
	return wordIn(record.status).replace(/^wc-/, '');
}

const orderIds = { name: 'id', read: ({ id }: SourceRecord) => [id] };

/** WooCommerce, REST API v3: node, trigger and HTTP Request (woocommerce.github.io/woocommerce-rest-api-docs). */
export const wooCommerce: SourcePreset = {
	label: 'WooCommerce',
	recognises: (record) =>
		has(record, 'order_key') ||
		has(record, 'is_paying_customer') ||
		(has(record, 'date_created_gmt') && (isRecord(record.billing) || has(record, 'status'))),
	kindOf(record) {
		if (isOrder(record)) return 'order';
		return isCustomer(record) ? 'person' : undefined;
	},
	prefer: 'email',
	identity: {
		id: {
			name: 'customer_id',
			// The id 0 is every guest.
			read(record) {
				if (isOrder(record)) return record.customer_id;
				// Analytics have an id of their own; the account is then in user_id.
				return has(record, 'user_id') ? record.user_id : record.id;
			},
		},
		email: {
			name: 'email or billing.email',
			read: (record) => (isOrder(record) ? orderAddress : customerAddress).read(record),
		},
		phone: firstOf('billing.phone', 'phone'),
		phoneCountry: firstOf('billing.country', 'country'),
	},
	order: {
		orderId: firstOf('id'),
		version: utcDate('date_modified_gmt', 'date_modified'),
		date: firstField(utcDate('date_created_gmt'), firstOf('date_created')),
		amount: {
			name: 'total',
			read(record) {
				const [total, refunded] = [numberIn(record.total), refundedIn(record)];
				return total === undefined || refunded === 0 ? record.total : Math.max(0, total - refunded);
			},
		},
		currency: firstOf('currency'),
		status: {
			name: 'status',
			read(record) {
				const total = numberIn(record.total) ?? 0;
				// The total stays gross, and so does the status of an order refunded bit by bit.
				if (total > 0 && refundedIn(record) >= total) return 'refunded';
				return statusIn(record);
			},
		},
	},
	cart: {
		isCart: (record) => isOrder(record) && UNPAID.includes(statusIn(record)),
		areOrders: true,
		date: firstField(
			utcDate('date_modified_gmt'),
			firstOf('date_modified'),
			utcDate('date_created_gmt'),
			firstOf('date_created'),
		),
		ids: orderIds,
		idsOnOrder: orderIds,
		products: {
			name: 'line_items.name',
			read: (record) => recordsIn(record.line_items).map(({ name }) => name),
		},
		link: firstOf('payment_url'),
	},
	statuses: {
		counted: ['completed', 'processing'],
		pending: ['on-hold', 'pending'],
		void: ['auto-draft', 'cancelled', 'checkout-draft', 'draft', 'failed', 'refunded', 'trash'],
	},
	countsTests: false,
	person: {
		orderCount: firstField(
			firstOf('orders_count'),
			// All that is told of a registered customer is whether there ever was an order.
			derived(firstOf('is_paying_customer'), (value) =>
				value === true ? 1 : value === false ? 0 : undefined,
			),
		),
		lastOrder: firstField(
			utcDate('date_last_order_gmt'),
			firstOf('date_last_order', 'last_order.date'),
		),
		totalSpent: {
			name: 'total_spent',
			read: ({ total_spent: spent, total_spend: spend }) => (isEmpty(spent) ? spend : spent),
		},
	},
	activities: [],
};
