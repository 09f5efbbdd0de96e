import { minorUnitsOf } from '../../core/reading/currency';
import {
	firstOf,
	isEmpty,
	isRecord,
	numberIn,
	wordIn,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';

const KIND_OF_PREFIX: Readonly<Record<string, string>> = Object.freeze({
	ch: 'charge',
	cs: 'checkout.session',
	cus: 'customer',
	in: 'invoice',
	pi: 'payment_intent',
	py: 'charge',
});

const PAYMENTS = ['charge', 'checkout.session', 'invoice', 'payment_intent'];

/** What Stripe calls the record; by the prefix of its id where a Set node took the name away. */
function stripeObject(record: SourceRecord): string {
	const { object, id } = record;
	if (typeof object === 'string' && object !== '') return object;
	const prefix = typeof id === 'string' ? id.slice(0, Math.max(0, id.indexOf('_'))) : '';
	return KIND_OF_PREFIX[prefix] ?? '';
}

/** Money received, in the smallest unit: which field holds it depends on the kind of record. */
function amountReceived(record: SourceRecord): unknown {
	switch (stripeObject(record)) {
		case 'invoice':
			return record.amount_paid;
		case 'checkout.session':
			return record.amount_total;
		case 'payment_intent':
			return record.amount_received;
		default: {
			const refunded = numberIn(record.amount_refunded) ?? 0;
			// Old and test records have 0 here although all was captured.
			const captured = numberIn(record.amount_captured) || numberIn(record.amount);
			return captured === undefined ? record.amount : captured - refunded;
		}
	}
}

function statusOf(record: SourceRecord): unknown {
	if (stripeObject(record) === 'checkout.session') {
		if (record.status === 'expired') return 'expired';
		return record.mode === 'setup' ? 'setup' : record.payment_status;
	}
	if (stripeObject(record) !== 'charge') return record.status;
	const [amount, refunded] = [numberIn(record.amount) ?? 0, numberIn(record.amount_refunded) ?? 0];
	// A refund leaves the status as it was.
	if (record.refunded === true || (amount > 0 && refunded >= amount)) return 'refunded';
	if (wordIn(record.status) !== 'succeeded') return record.status;
	if (record.captured === false) return 'uncaptured';
	return record.paid === false ? 'unpaid' : record.status;
}

/** An id, also of a record that was expanded in place. */
function idOf(value: unknown): unknown {
	return isRecord(value) ? value.id : value;
}

/**
 * What the records of one payment have in common: it arrives as charge, intent, invoice and session.
 *
 * An attempt that came to nothing stands for itself, so that it does not undo the one that followed.
 */
function paymentId(record: SourceRecord): unknown {
	const isAttempt = ['canceled', 'expired', 'failed', 'uncollectible', 'void'].includes(
		wordIn(statusOf(record)),
	);
	if (isAttempt) return isEmpty(record.id) ? undefined : `attempt ${String(record.id)}`;
	for (const value of [idOf(record.payment_intent), idOf(record.charge), record.id]) {
		if (!isEmpty(value)) return value;
	}
	return undefined;
}

/** Stripe: node, trigger and HTTP Request (docs.stripe.com/api, amounts docs.stripe.com/currencies). */
export const stripe: SourcePreset = {
	label: 'Stripe',
	recognises: (record) =>
		/^(?:ch|cs|cus|in|pi|py)_/.test(String(record.id)) &&
		[...PAYMENTS, 'customer'].includes(String(record.object)),
	kindOf(record) {
		const object = stripeObject(record);
		if (PAYMENTS.includes(object)) return 'order';
		return object === 'customer' ? 'person' : undefined;
	},
	variantOf: stripeObject,
	// Charges often carry an id and no address.
	prefer: 'id',
	identity: {
		id: {
			name: 'customer',
			read: (record) => (stripeObject(record) === 'customer' ? record.id : idOf(record.customer)),
		},
		email: firstOf(
			'customer_details.email',
			'customer_email',
			'billing_details.email',
			'receipt_email',
			'customer.email',
			'email',
		),
		phone: firstOf(
			'customer_details.phone',
			'customer_phone',
			'billing_details.phone',
			'customer.phone',
			'phone',
		),
		phoneCountry: firstOf(
			'customer_details.address.country',
			'customer_address.country',
			'billing_details.address.country',
			'address.country',
		),
	},
	order: {
		orderId: { name: 'payment_intent or charge or id', read: paymentId },
		date: firstOf('status_transitions.paid_at', 'created', 'event_created'),
		amount: {
			name: 'amount',
			read(record) {
				const received = amountReceived(record);
				const units = numberIn(received);
				if (units === undefined) return received;
				return units / minorUnitsOf(wordIn(record.currency));
			},
		},
		currency: firstOf('currency'),
		status: { name: 'status', read: statusOf },
		isTest: { name: 'livemode', read: ({ livemode }) => livemode === false },
	},
	statuses: {
		counted: ['no_payment_required', 'paid', 'succeeded'],
		pending: ['draft', 'open', 'pending', 'processing', 'requires_*', 'uncaptured', 'unpaid'],
		void: ['canceled', 'expired', 'failed', 'refunded', 'setup', 'uncollectible', 'void'],
	},
	countsTests: true,
	person: {},
	activities: [],
};
