import {
	deliveries,
	describeSamples,
	inWebhook,
	named,
	ordersOf,
	PROSPECT,
	read,
	samples,
	type ReadSettings,
} from './reading';

// Sections are those of ../shared/data/payloads/README.md.

/** 2026-10-05 at 08:00 UTC in seconds. */
const PAID = Date.UTC(2026, 9, 5, 8) / 1000;
const DAY = 86_400;

const EMAIL = 'customer-7@shop.example';

function charge(fields: object = {}): object {
	return {
		id: 'ch_1',
		object: 'charge',
		amount: 2000,
		amount_captured: 2000,
		amount_refunded: 0,
		billing_details: { address: {}, email: EMAIL, name: null, phone: null },
		captured: true,
		created: PAID,
		currency: 'eur',
		customer: 'cus_7',
		disputed: false,
		failure_code: null,
		livemode: true,
		metadata: {},
		paid: true,
		payment_intent: 'pi_1',
		receipt_email: null,
		refunded: false,
		status: 'succeeded',
		...fields,
	};
}

function intent(fields: object = {}): object {
	return {
		id: 'pi_1',
		object: 'payment_intent',
		amount: 2000,
		amount_capturable: 0,
		amount_received: 2000,
		canceled_at: null,
		created: PAID,
		currency: 'eur',
		customer: 'cus_7',
		latest_charge: 'ch_1',
		livemode: true,
		metadata: {},
		receipt_email: null,
		status: 'succeeded',
		...fields,
	};
}

function invoice(fields: object = {}): object {
	return {
		id: 'in_1',
		object: 'invoice',
		amount_due: 2000,
		amount_paid: 2000,
		amount_remaining: 0,
		billing_reason: 'subscription_cycle',
		charge: 'ch_1',
		created: PAID,
		currency: 'eur',
		customer: 'cus_7',
		customer_email: EMAIL,
		livemode: true,
		lines: { object: 'list', data: [] },
		payment_intent: 'pi_1',
		status: 'paid',
		status_transitions: { finalized_at: PAID, paid_at: PAID, voided_at: null },
		total: 2000,
		...fields,
	};
}

function session(fields: object = {}): object {
	return {
		id: 'cs_1',
		object: 'checkout.session',
		amount_subtotal: 2000,
		amount_total: 2000,
		created: PAID,
		currency: 'eur',
		customer: 'cus_7',
		customer_details: { email: EMAIL, name: null, phone: null },
		customer_email: null,
		invoice: null,
		livemode: true,
		mode: 'payment',
		payment_intent: 'pi_1',
		payment_status: 'paid',
		status: 'complete',
		...fields,
	};
}

function customer(fields: object = {}): object {
	return {
		id: 'cus_7',
		object: 'customer',
		balance: 0,
		created: PAID - 100 * DAY,
		currency: null,
		default_source: null,
		delinquent: false,
		email: EMAIL,
		livemode: true,
		metadata: {},
		phone: null,
		...fields,
	};
}

/** The event of a trigger around an object. */
function event(type: string, object: object, created = PAID + 5): object {
	return {
		id: `evt_${type}_${created}`,
		object: 'event',
		api_version: '2024-06-20',
		created,
		data: { object },
		livemode: true,
		pending_webhooks: 1,
		request: { id: 'req_1', idempotency_key: null },
		type,
	};
}

const BOUGHT = {
	orders: 1,
	totalSpent: 20,
	currency: 'EUR',
	stage: 'customer',
	lastOrderAt: '2026-10-05T08:00:00.000Z',
};
const PAYER = { cus_7: expect.objectContaining(BOUGHT) };
const NON_PAYER = { cus_7: expect.objectContaining(PROSPECT) };

function stripe(records: object[], settings?: ReadSettings) {
	return read('stripe', records, settings);
}

describeSamples('recorded Stripe items', () => {
	// EXPECTED.json
	it.each([
		[
			'charge_node_with_customer',
			'cus_6lsBvm5rJ0zyHc',
			{ totalSpent: 20, lastOrderAt: '2019-05-16T08:26:17.000Z' },
		],
		[
			'trigger_invoice_paid_2020-08-27',
			'cus_00000000000000',
			{ totalSpent: 20, lastOrderAt: '2022-03-26T18:40:13.000Z' },
		],
	])('counts the purchase %s', async (name, key, expected) => {
		const { people } = await stripe(samples(`stripe/${name}.json`));
		expect(people).toEqual({
			[key]: expect.objectContaining({ orders: 1, currency: 'USD', ...expected }),
		});
	});

	it('knows the person of an unpaid session (EXPECTED.json)', async () => {
		const { people } = await stripe(samples('stripe/openapi_fixture_2026_checkout_session.json'));
		expect(people).toEqual({ 'example@example.com': expect.objectContaining(PROSPECT) });
	});

	it('counts nothing of a refunded charge without customer (EXPECTED.json)', async () => {
		const { people } = await stripe([
			...samples('stripe/trigger_charge_refunded.json'),
			...samples('stripe/customer_node.json'),
		]);
		expect(people).toEqual({ cus_6lsBvm5rJ0zyHc: expect.objectContaining(PROSPECT) });
	});

	it('counts nothing of a refunded charge with a customer (EXPECTED.json)', async () => {
		const [refunded] = structuredClone(samples('stripe/trigger_charge_refunded.json')) as Array<{
			data: { object: { customer: string | null } };
		}>;
		if (!refunded) throw new Error('The sample is empty');
		refunded.data.object.customer = 'cus_7';
		expect((await stripe([refunded])).people).toEqual(NON_PAYER);
	});

	it('joins a customer with the charge', async () => {
		const { people } = await stripe([
			...samples('stripe/customer_node.json'),
			...samples('stripe/charge_node_with_customer.json'),
		]);
		expect(people).toEqual({
			cus_6lsBvm5rJ0zyHc: expect.objectContaining({ orders: 1, totalSpent: 20 }),
		});
	});
});

describe('shapes of Stripe payments (3)', () => {
	it.each(
		named<object>({
			'a charge of the node': charge(),
			'a charge of the trigger': event('charge.succeeded', charge()),
			'a charge of a generic webhook': inWebhook(event('charge.succeeded', charge())),
			'an intent': intent(),
			'an intent of the trigger': event('payment_intent.succeeded', intent()),
			'an invoice': invoice(),
			'an invoice of the trigger': event('invoice.paid', invoice()),
			'a session': session(),
			'a session of the trigger': event('checkout.session.completed', session()),
			'an expanded customer': charge({ customer: customer() }),
		}),
	)('reads %s', async (_, item) => {
		expect((await stripe([item])).people).toEqual(PAYER);
	});

	it('says how to split a list', async () => {
		const list = { object: 'list', url: '/v1/charges', has_more: false, data: [charge()] };
		for (const item of [list, inWebhook(list)]) {
			const { people, told } = await stripe([item]);
			expect(people).toEqual({});
			expect(told).toMatch(/Split Out/);
			expect(told).toMatch(/\bdata\b/);
		}
	});
});

describe('statuses of Stripe payments (6, 4.3)', () => {
	it.each(
		named<object>({
			'a session without payment required': session({ payment_status: 'no_payment_required' }),
			'a disputed charge': charge({ disputed: true }),
		}),
	)('counts %s', async (_, item) => {
		expect((await stripe([item])).people).toEqual(PAYER);
	});

	it.each(
		named<object>({
			'a pending charge': charge({ status: 'pending', paid: false, captured: false }),
			'a failed charge': charge({ status: 'failed', paid: false, captured: false }),
			'an authorised charge': charge({ captured: false, amount_captured: 0 }),
			'a refunded charge': charge({ refunded: true, amount_refunded: 2000 }),
			'an intent that requires_payment_method': intent({
				status: 'requires_payment_method',
				amount_received: 0,
			}),
			'an intent that requires_confirmation': intent({
				status: 'requires_confirmation',
				amount_received: 0,
			}),
			'an intent that requires_action': intent({ status: 'requires_action', amount_received: 0 }),
			'an intent that requires_capture': intent({ status: 'requires_capture', amount_received: 0 }),
			'an intent that is processing': intent({ status: 'processing', amount_received: 0 }),
			'a canceled intent': intent({ status: 'canceled', amount_received: 0 }),
			'a draft': invoice({ status: 'draft', amount_paid: 0, status_transitions: {} }),
			'an open invoice': invoice({ status: 'open', amount_paid: 0, status_transitions: {} }),
			'a void invoice': invoice({ status: 'void', amount_paid: 0 }),
			'an uncollectible invoice': invoice({ status: 'uncollectible', amount_paid: 0 }),
			'an open session': session({ status: 'open', payment_status: 'unpaid' }),
			'an expired session': session({ status: 'expired', payment_status: 'unpaid' }),
			'a complete session that is unpaid': session({ payment_status: 'unpaid' }),
		}),
	)('does not count %s', async (_, item) => {
		const { people, told } = await stripe([item]);
		expect(people).toEqual(NON_PAYER);
		expect(told).not.toMatch(/status/i);
	});

	it.each(
		named<object>({
			charge: charge({ status: 'shipped' }),
			intent: intent({ status: 'shipped' }),
			invoice: invoice({ status: 'shipped' }),
			session: session({ payment_status: 'shipped' }),
		}),
	)('names a status it does not know and counts it when told to: %s', async (_, item) => {
		const { people, hints } = await stripe([item]);
		expect(people).toEqual(NON_PAYER);
		expect(hints).toContainEqual(expect.stringMatching(/shipped.*Statuses That Count/));
		const options = { countedStatuses: 'succeeded, paid, shipped' };
		expect((await stripe([item], { options })).people).toEqual(PAYER);
	});
});

describe('amounts of Stripe payments (4.3)', () => {
	it.each<[string, object, number]>([
		['a partial refund', charge({ amount_refunded: 500 }), 15],
		['a partial capture', charge({ amount_captured: 1500 }), 15],
		[
			'a partial capture, partly refunded',
			charge({ amount_captured: 1500, amount_refunded: 500 }),
			10,
		],
		['amount_captured 0 of a captured charge', charge({ amount_captured: 0 }), 20],
		['no amount_captured', charge({ amount_captured: undefined }), 20],
		['what an intent received', intent({ amount: 5000 }), 20],
		['what was paid of an invoice', invoice({ total: 5000 }), 20],
		['an invoice paid with 0', invoice({ amount_paid: 0 }), 0],
		['a session of 0', session({ amount_total: 0, payment_status: 'no_payment_required' }), 0],
	])('reads %s', async (_, item, totalSpent) => {
		const { people } = await stripe([item]);
		expect(people).toEqual({ cus_7: expect.objectContaining({ ...BOUGHT, totalSpent }) });
	});

	// The factors by currency of 4.3.
	it.each([
		...'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'
			.split(' ')
			.map((code): [string, number] => [code, 12340]),
		...'BHD JOD KWD OMR TND'.split(' ').map((code): [string, number] => [code, 12.34]),
		...'USD EUR GBP ISK UGX HUF TWD'.split(' ').map((code): [string, number] => [code, 123.4]),
	])('reads 12340 of %s as %d', async (code, totalSpent) => {
		const currency = code.toLowerCase();
		for (const item of [
			charge({ currency, amount: 12340, amount_captured: 12340 }),
			intent({ currency, amount_received: 12340 }),
			invoice({ currency, amount_paid: 12340 }),
			session({ currency, amount_total: 12340 }),
		]) {
			const { people } = await stripe([item]);
			expect(people.cus_7).toMatchObject({ orders: 1, totalSpent, currency: code });
		}
	});

	it('never adds up two currencies', async () => {
		const { people } = await stripe([
			charge(),
			charge({ id: 'ch_2', payment_intent: 'pi_2', currency: 'jpy' }),
		]);
		expect(people.cus_7).toMatchObject({
			orders: 2,
			totalSpent: null,
			spentByCurrency: { EUR: 20, JPY: 2000 },
		});
	});
});

describe('dates of Stripe payments (5, 7)', () => {
	it('takes the day an invoice was paid, a year after it was made', async () => {
		const { people } = await stripe([
			invoice({ created: PAID - 365 * DAY, status_transitions: { paid_at: PAID } }),
		]);
		expect(people).toEqual(PAYER);
	});

	it('takes the day an invoice was made where it has none of payment', async () => {
		expect((await stripe([invoice({ status_transitions: undefined })])).people).toEqual(PAYER);
	});

	it('takes the time of the event for an object without created', async () => {
		const old = session({ created: undefined, status: undefined });
		const { people } = await stripe([event('checkout.session.completed', old, PAID)]);
		expect(people).toEqual(PAYER);
	});

	it('reports an object that has no time at all', async () => {
		const old = session({ created: undefined, status: undefined });
		const { people, told } = await stripe([old, charge({ payment_intent: 'pi_2' })]);
		expect(people).toEqual(PAYER);
		expect(told).toMatch(/date/i);
	});

	it('reads seconds whatever the zone of the workflow', async () => {
		expect((await stripe([charge()], { timezone: 'Asia/Tokyo' })).people).toEqual(PAYER);
	});
});

describe('customers of Stripe', () => {
	it('are prospects, with their id as key', async () => {
		expect((await stripe([customer()])).people).toEqual(NON_PAYER);
	});

	it('have a mixed-case e-mail in lower case when identified by it (7)', async () => {
		const { people } = await stripe([customer({ email: 'Customer-7@Shop.example' }), charge()], {
			options: { identifyBy: 'email' },
		});
		expect(people).toEqual({ [EMAIL]: expect.objectContaining(BOUGHT) });
	});

	// 2a: candidate paths of the e-mail, where no customer is named.
	it.each(
		named<object>({
			'customer_details.email': session({ customer: null }),
			'customer_email of a session': session({
				customer: null,
				customer_details: null,
				customer_email: EMAIL,
			}),
			'customer_email of an invoice': invoice({ customer: null }),
			'billing_details.email': charge({ customer: null }),
			'receipt_email of a charge': charge({
				customer: null,
				billing_details: { email: null },
				receipt_email: EMAIL,
			}),
			'receipt_email of an intent': intent({ customer: null, receipt_email: EMAIL }),
		}),
	)('without an id are known by %s', async (_, item) => {
		expect((await stripe([item])).people).toEqual({ [EMAIL]: expect.objectContaining(BOUGHT) });
	});

	it('are reported where a charge has neither customer nor e-mail (7)', async () => {
		const nobody = { customer: null, billing_details: { email: null } };
		const { people, told } = await stripe([
			charge({ id: 'ch_2', payment_intent: 'pi_2', ...nobody }),
			charge({ id: 'ch_3', payment_intent: 'pi_3', ...nobody }),
			charge(),
		]);
		expect(people).toEqual(PAYER);
		expect(told).toMatch(/\b2\b.*customer/i);
	});
});

describe('test mode of Stripe (4.3)', () => {
	it.each([
		['auto', 2],
		['count', 2],
		['leaveOut', 1],
	])('is read with Test Orders "%s" as %d orders in all', async (testOrders, orders) => {
		const test = charge({ id: 'ch_2', payment_intent: 'pi_2', livemode: false });
		const { people } = await stripe([charge(), test], { options: { testOrders } });
		expect(people.cus_7?.orders).toBe(orders);
	});
});

describe('one Stripe payment in several objects (rule 11, 4.3, 7)', () => {
	it('is one order as charge, intent, session and invoice in every order of delivery', async () => {
		for (const items of deliveries([charge(), intent(), session(), invoice()])) {
			expect((await stripe(items)).people).toEqual(PAYER);
		}
	});

	it('is one order as events in every order of delivery', async () => {
		for (const items of deliveries([
			event('charge.succeeded', charge(), PAID + 1),
			event('payment_intent.succeeded', intent(), PAID + 2),
			event('checkout.session.completed', session(), PAID + 3),
			event('invoice.paid', invoice(), PAID + 4),
		])) {
			expect((await stripe(items)).people).toEqual(PAYER);
		}
	});

	it('is one order as charge and invoice that name no intent', async () => {
		for (const items of deliveries([
			charge({ payment_intent: null }),
			invoice({ payment_intent: undefined }),
		])) {
			expect((await stripe(items)).people).toEqual(PAYER);
		}
	});

	it('counts an invoice paid although its intent was canceled', async () => {
		for (const items of deliveries([
			intent({ status: 'canceled', amount_received: 0 }),
			invoice(),
		])) {
			expect((await stripe(items)).people).toEqual(PAYER);
		}
	});

	it('counts the second attempt of an intent whose first charge failed', async () => {
		const failed = charge({ status: 'failed', paid: false, captured: false, created: PAID - 60 });
		for (const items of deliveries([failed, charge({ id: 'ch_2' })])) {
			expect((await stripe(items)).people).toEqual(PAYER);
		}
	});

	it('takes the refund of a charge off, whatever the intent says', async () => {
		const partly = charge({ amount_refunded: 500 });
		for (const items of deliveries([partly, intent(), session()])) {
			expect((await stripe(items)).people.cus_7).toMatchObject({ orders: 1, totalSpent: 15 });
		}
		const wholly = charge({ amount_refunded: 2000, refunded: true });
		for (const items of deliveries([wholly, intent(), session()])) {
			expect((await stripe(items)).people).toEqual(NON_PAYER);
		}
	});

	it('follows a charge from its success to its refund in every order of delivery', async () => {
		const succeeded = event('charge.succeeded', charge(), PAID + 1);
		const refund = charge({ amount_refunded: 2000, refunded: true });
		const refunded = event('charge.refunded', refund, PAID + 9 * DAY);
		for (const items of deliveries([succeeded, refunded, succeeded])) {
			expect((await stripe(items)).people).toEqual(NON_PAYER);
		}
	});

	it('keeps two payments of the same amount and time apart', async () => {
		expect(
			await ordersOf('stripe', [charge(), charge({ id: 'ch_2', payment_intent: 'pi_2' })]),
		).toEqual({ cus_7: 2 });
	});

	it('warns when charges are mixed with invoices that name no payment', async () => {
		const basil = invoice({ payment_intent: undefined, charge: undefined });
		const { told } = await stripe([charge(), basil]);
		expect(told).toMatch(/invoice/i);
		expect(told).toMatch(/charge/i);
	});
});
