import {
	derived,
	firstOf,
	has,
	isEmpty,
	isRecord,
	numberIn,
	recordsIn,
	wordIn,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';

/** What Shopify's own naming of things calls a record, e.g. gid://shopify/Order/1; blank where it does not. */
function globalIdOf(record: SourceRecord): string {
	return typeof record.admin_graphql_api_id === 'string' ? record.admin_graphql_api_id : '';
}

/** What was paid back for an order. */
function refundedIn(record: SourceRecord): number {
	return recordsIn(record.refunds)
		.flatMap(({ transactions }) => recordsIn(transactions))
		.filter(({ kind, status }) => wordIn(kind) === 'refund' && wordIn(status) === 'success')
		.reduce((sum, { amount }) => sum + (numberIn(amount) ?? 0), 0);
}

/**
 * What an order is worth after returns.
 *
 * `current_total_price` follows edits and returned lines, but not money that was paid back without a
 * line: of the refunds, what the total has not gone down by already is taken off.
 */
function netAmount(record: SourceRecord): unknown {
	const asSold = isEmpty(record.total_price) ? record.total : record.total_price;
	if (isEmpty(record.current_total_price)) {
		const refunded = refundedIn(record);
		const sold = numberIn(asSold);
		return sold === undefined || refunded === 0 ? asSold : Math.max(0, sold - refunded);
	}
	const current = numberIn(record.current_total_price);
	if (current === undefined) return record.current_total_price;
	const lowered = Math.max(0, (numberIn(asSold) ?? current) - current);
	return Math.max(0, current - Math.max(0, refundedIn(record) - lowered));
}

/** An id beyond what JSON numbers hold is rounded; the one in the API's own naming is not. */
function exactId(record: unknown): unknown {
	if (!isRecord(record)) return undefined;
	const { id } = record;
	if (typeof id !== 'number' || Number.isSafeInteger(id)) return id;
	return /\/(\d+)$/.exec(globalIdOf(record))?.[1] ?? id;
}

function isOrder(record: SourceRecord): boolean {
	return (
		globalIdOf(record).startsWith('gid://shopify/Order/') ||
		has(record, 'financial_status') ||
		(has(record, 'total_price') && !isCheckout(record))
	);
}

function isCheckout(record: SourceRecord): boolean {
	return has(record, 'abandoned_checkout_url') || globalIdOf(record).includes('/Checkout');
}

function isCustomer(record: SourceRecord): boolean {
	return (
		globalIdOf(record).startsWith('gid://shopify/Customer/') ||
		['accepts_marketing', 'email_marketing_consent', 'orders_count', 'verified_email'].some(
			(name) => has(record, name),
		)
	);
}

/** Shopify, REST Admin API: nodes, triggers and HTTP Request (shopify.dev, "Order", "Customer"). */
export const shopify: SourcePreset = {
	label: 'Shopify',
	recognises: (record) =>
		globalIdOf(record).startsWith('gid://shopify/') ||
		has(record, 'financial_status') ||
		has(record, 'abandoned_checkout_url') ||
		has(record, 'orders_count', 'total_spent'),
	kindOf(record) {
		if (isOrder(record)) return 'order';
		// Who left a checkout is a person, and has bought nothing by it.
		return isCustomer(record) || isCheckout(record) ? 'person' : undefined;
	},
	prefer: 'email',
	identity: {
		id: {
			name: 'customer.id',
			read(record) {
				if (isRecord(record.customer)) return exactId(record.customer);
				if (!isEmpty(record.customer_id)) return record.customer_id;
				return isOrder(record) || isCheckout(record) ? undefined : exactId(record);
			},
		},
		email: firstOf('email', 'contact_email', 'customer.email'),
		phone: firstOf('phone', 'customer.phone', 'billing_address.phone', 'default_address.phone'),
		phoneCountry: firstOf(
			'billing_address.country_code',
			'shipping_address.country_code',
			'default_address.country_code',
			'customer.default_address.country_code',
		),
	},
	order: {
		orderId: { name: 'id', read: exactId },
		version: firstOf('updated_at'),
		date: firstOf('processed_at', 'created_at'),
		amount: { name: 'current_total_price or total_price', read: netAmount },
		currency: firstOf('currency'),
		status: {
			name: 'financial_status',
			read: (record) => (isEmpty(record.cancelled_at) ? record.financial_status : 'cancelled'),
		},
		isTest: derived(firstOf('test'), (value) => value === true),
	},
	cart: {
		isCart: isCheckout,
		areOrders: false,
		date: firstOf('updated_at', 'created_at'),
		ids: { name: 'id or token', read: (record) => [exactId(record), record.token] },
		idsOnOrder: {
			name: 'checkout_id or checkout_token',
			read: (record) => [record.checkout_id, record.checkout_token],
		},
		completedAt: firstOf('completed_at'),
		orderCount: firstOf('customer.orders_count'),
		products: {
			name: 'line_items.title',
			read: (record) => recordsIn(record.line_items).map(({ title }) => title),
		},
		link: firstOf('abandoned_checkout_url'),
	},
	statuses: {
		counted: ['paid', 'partially_refunded'],
		pending: ['authorized', 'partially_paid', 'pending'],
		void: ['cancelled', 'expired', 'refunded', 'voided'],
	},
	countsTests: false,
	person: {
		orderCount: firstOf('orders_count', 'customer.orders_count'),
		totalSpent: firstOf('total_spent', 'customer.total_spent'),
		currency: firstOf('currency'),
	},
	activities: [],
};
