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

const SEVEN = 'customer-7@shop.example';

/** A completed guest order of wc/v3, placed on 2026-10-05 at 08:00 UTC, 10:00 in the shop. */
function order(fields: object = {}): object {
	return {
		id: 700,
		parent_id: 0,
		number: '700',
		order_key: 'wc_order_700',
		created_via: 'checkout',
		status: 'completed',
		currency: 'EUR',
		date_created: '2026-10-05T10:00:00',
		date_created_gmt: '2026-10-05T08:00:00',
		date_modified: '2026-10-05T10:05:00',
		date_modified_gmt: '2026-10-05T08:05:00',
		total: '39.00',
		total_tax: '0.00',
		customer_id: 0,
		billing: { company: '', city: 'Berlin', country: 'DE', email: SEVEN, phone: '' },
		payment_method: 'bacs',
		date_paid: null,
		date_paid_gmt: null,
		date_completed: null,
		date_completed_gmt: null,
		line_items: [{ id: 1, name: 'Mug', product_id: 11, quantity: 1, total: '39.00', price: 39 }],
		refunds: [],
		...fields,
	};
}

function customer(fields: object = {}): object {
	return {
		id: 26,
		date_created: '2026-01-02T10:00:00',
		date_created_gmt: '2026-01-02T09:00:00',
		email: SEVEN,
		role: 'customer',
		username: 'customer-7',
		billing: { email: SEVEN, phone: '', country: 'DE' },
		shipping: {},
		is_paying_customer: false,
		avatar_url: '',
		meta_data: [],
		...fields,
	};
}

function billedTo(email: string): object {
	return { billing: { email, phone: '', country: 'DE' } };
}

const BOUGHT = {
	orders: 1,
	totalSpent: 39,
	currency: 'EUR',
	stage: 'customer',
	lastOrderAt: '2026-10-05T08:00:00.000Z',
};

function woo(records: object[], settings?: ReadSettings) {
	return read('wooCommerce', records, settings);
}

describeSamples('recorded WooCommerce items', () => {
	it('counts the completed order (EXPECTED.json)', async () => {
		const { people } = await woo(samples('woocommerce/order_completed.json'));
		expect(people).toEqual({
			'john.doe@example.com': expect.objectContaining({
				orders: 1,
				totalSpent: 29.35,
				currency: 'USD',
				lastOrderAt: '2017-03-22T19:28:02.000Z',
			}),
		});
	});

	// EXPECTED.json sees only the first refund of order 723 (net 29); the sample has two, of 10 and 9.
	it('counts the list, less both refunds of an order (EXPECTED.json, 2a)', async () => {
		const { people } = await woo(
			samples('woocommerce/orders_list_with_refund_and_completed.items.json'),
		);
		expect(people).toEqual({
			'john.doe@example.com': expect.objectContaining({
				orders: 1,
				totalSpent: 29.35,
				lastOrderAt: '2017-03-22T19:28:02.000Z',
			}),
			'joao.silva@example.com': expect.objectContaining({
				orders: 1,
				totalSpent: 20,
				currency: 'USD',
				lastOrderAt: '2017-03-21T19:16:00.000Z',
			}),
		});
	});

	it('counts order 727 once that is in both samples (rule 11)', async () => {
		const { people } = await woo([
			...samples('woocommerce/order_completed.json'),
			...samples('woocommerce/orders_list_with_refund_and_completed.items.json'),
		]);
		expect(people['john.doe@example.com']).toMatchObject({ orders: 1, totalSpent: 29.35 });
	});

	it('has customers as prospects', async () => {
		const { people } = await woo([
			...samples('woocommerce/customer.json'),
			...samples('woocommerce/customers_list.items.json'),
		]);
		expect(people).toEqual({
			'john.doe@example.com': expect.objectContaining(PROSPECT),
			'joao.silva@example.com': expect.objectContaining(PROSPECT),
		});
	});

	it('joins customers with their orders', async () => {
		expect(
			await ordersOf('wooCommerce', [
				...samples('woocommerce/customers_list.items.json'),
				...samples('woocommerce/orders_list_with_refund_and_completed.items.json'),
			]),
		).toEqual({ 'john.doe@example.com': 1, 'joao.silva@example.com': 1 });
	});
});

describe('shapes of WooCommerce orders (3)', () => {
	it.each(
		named<object>({
			'the node or trigger': order(),
			'a generic webhook': inWebhook(order()),
		}),
	)('reads %s', async (_, item) => {
		expect((await woo([item])).people).toEqual({ [SEVEN]: expect.objectContaining(BOUGHT) });
	});
});

describe('statuses of WooCommerce orders (6)', () => {
	it.each(['processing', 'completed'])('counts %s', async (status) => {
		expect((await woo([order({ status })])).people).toEqual({
			[SEVEN]: expect.objectContaining(BOUGHT),
		});
	});

	it.each([
		'pending',
		'on-hold',
		'cancelled',
		'refunded',
		'failed',
		'trash',
		'draft',
		'auto-draft',
		'checkout-draft',
	])('does not count %s', async (status) => {
		const { people } = await woo([order({ status })]);
		expect(people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
	});

	it('names a status it does not know, and counts it when told to', async () => {
		const items = [
			order({ status: 'shipped' }),
			order({ id: 701, status: 'shipped' }),
			order({ id: 702, status: 'shipped', ...billedTo('customer-8@shop.example') }),
		];
		const { people, hints } = await woo(items);
		expect(people).toEqual({
			[SEVEN]: expect.objectContaining(PROSPECT),
			'customer-8@shop.example': expect.objectContaining(PROSPECT),
		});
		expect(hints).toContainEqual(expect.stringMatching(/\b3\b.*shipped/));

		const options = { countedStatuses: 'processing, completed, shipped' };
		const told = await woo([...items, order({ id: 703 })], { options });
		expect(told.people[SEVEN]).toMatchObject({ orders: 3, totalSpent: 117 });
		expect(told.people['customer-8@shop.example']).toMatchObject({ orders: 1 });
		expect(told.hints).not.toContainEqual(expect.stringContaining('shipped'));
	});

	it('counts on-hold when told to, and then no status that is not told (2a)', async () => {
		const options = { countedStatuses: 'on-hold' };
		const { people } = await woo([order({ status: 'on-hold' }), order({ id: 701 })], { options });
		expect(people[SEVEN]).toMatchObject({ orders: 1, totalSpent: 39 });
	});
});

describe('amounts of WooCommerce orders', () => {
	// 4.2: total stays gross; refunds are negative, with the reason under either key, on any status.
	it.each<[string, object, object]>([
		['a partial refund', { refunds: [{ id: 1, reason: '', total: '-10.00' }] }, { totalSpent: 29 }],
		[
			'the other spelling',
			{ refunds: [{ id: 1, refund: '', total: '-10.00' }] },
			{ totalSpent: 29 },
		],
		[
			'two refunds',
			{
				refunds: [
					{ id: 1, reason: '', total: '-10.00' },
					{ id: 2, refund: '', total: '-9.00' },
				],
			},
			{ totalSpent: 20 },
		],
		[
			'a paid order of 0.00 (rule 10)',
			{ total: '0.00' },
			{ totalSpent: 0, orders: 1, stage: 'customer' },
		],
		[
			'a currency of its own',
			{ currency: 'JPY', total: '3900' },
			{ totalSpent: 3900, currency: 'JPY' },
		],
	])('reads %s', async (_, fields, expected) => {
		const { people } = await woo([order(fields)]);
		expect(people[SEVEN]).toMatchObject({ orders: 1, ...expected });
	});

	it('does not count a refund on an order that does not count', async () => {
		const { people } = await woo([
			order({ status: 'cancelled', refunds: [{ id: 1, reason: '', total: '-39.00' }] }),
		]);
		expect(people[SEVEN]).toMatchObject(PROSPECT);
		expect(people[SEVEN]?.totalSpent ?? 0).toBe(0);
	});
});

describe('dates of WooCommerce orders (5)', () => {
	it.each(['UTC', 'America/New_York', 'Asia/Tokyo'])(
		'reads the gmt date as UTC in a workflow in %s',
		async (timezone) => {
			const { people } = await woo([order()], { timezone });
			expect(people[SEVEN]).toMatchObject({ lastOrderAt: '2026-10-05T08:00:00.000Z' });
		},
	);

	it("reads the site's date in the workflow's zone where there is no gmt date", async () => {
		const { people } = await woo([order({ date_created_gmt: undefined })], {
			timezone: 'Europe/Berlin',
		});
		expect(people[SEVEN]).toMatchObject({ orders: 1, lastOrderAt: '2026-10-05T08:00:00.000Z' });
	});

	it('takes the day of the order, not of a late bank transfer (4.2)', async () => {
		const { people } = await woo([
			order({ date_paid: '2026-10-20T10:00:00', date_paid_gmt: '2026-10-20T08:00:00' }),
		]);
		expect(people[SEVEN]).toMatchObject({ lastOrderAt: '2026-10-05T08:00:00.000Z' });
	});

	it('reads a draft with null dates as no order, without complaint (7)', async () => {
		const { people, told } = await woo([
			order({ status: 'checkout-draft', date_created: null, date_created_gmt: null }),
		]);
		expect(people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		expect(told).not.toMatch(/date/i);
	});

	it('reports a completed order without a date', async () => {
		const { people, told } = await woo([
			order({ date_created: null, date_created_gmt: null }),
			order({ id: 701 }),
		]);
		expect(people[SEVEN]).toMatchObject({ orders: 1 });
		expect(told).toMatch(/date/i);
	});
});

describe('guests of WooCommerce (7)', () => {
	it.each([[0], ['0'], [null], ['']])('have customer_id %j and are known by e-mail', async (id) => {
		expect(
			await ordersOf('wooCommerce', [
				order({ customer_id: id }),
				order({ id: 701, customer_id: id, ...billedTo('customer-8@shop.example') }),
			]),
		).toEqual({ [SEVEN]: 1, 'customer-8@shop.example': 1 });
	});

	it('are reported where they have no e-mail', async () => {
		const { people, told } = await woo([
			order({ id: 701, ...billedTo('') }),
			order({ id: 702, ...billedTo('') }),
			order(),
		]);
		expect(people).toEqual({ [SEVEN]: expect.objectContaining({ orders: 1 }) });
		expect(told).toMatch(/\b2\b.*customer/i);
	});

	it('without an e-mail but with an account are known by its id', async () => {
		expect(await ordersOf('wooCommerce', [order({ customer_id: 26, ...billedTo('') })])).toEqual({
			'26': 1,
		});
	});
});

describe('people of WooCommerce', () => {
	it('are prospects while nothing tells of an order', async () => {
		expect((await woo([customer()])).people).toEqual({
			[SEVEN]: expect.objectContaining(PROSPECT),
		});
	});

	it('have the e-mail of the billing address where they have none (2b)', async () => {
		expect((await woo([customer({ email: '' })])).people).toEqual({
			[SEVEN]: expect.objectContaining(PROSPECT),
		});
	});

	it('are not joined by a billing address where they have an e-mail of their own (2b: first non-empty)', async () => {
		const other = customer({ id: 27, email: 'customer-8@shop.example' });
		expect(await ordersOf('wooCommerce', [customer(), other])).toEqual({
			[SEVEN]: 0,
			'customer-8@shop.example': 0,
		});
	});

	it('are not called prospects where they are paying customers without orders in the run', async () => {
		const paying = customer({ is_paying_customer: true });
		const email = 'customer-8@shop.example';
		const other = customer({ id: 27, email, ...billedTo(email) });
		const { people, hints } = await woo([paying, other]);
		expect(people).toEqual({ [email]: expect.objectContaining(PROSPECT) });
		expect(hints).toContainEqual(expect.stringMatching(/\b1\b/));
		for (const items of deliveries([paying, order()])) {
			expect((await woo(items)).people).toEqual({ [SEVEN]: expect.objectContaining(BOUGHT) });
		}
	});
});

describe('one WooCommerce order in several deliveries (rule 11)', () => {
	const modified = (minutes: string, fields: object) =>
		order({
			date_modified: `2026-10-05T10:${minutes}:00`,
			date_modified_gmt: `2026-10-05T08:${minutes}:00`,
			...fields,
		});
	const created = modified('00', { status: 'pending' });
	const paid = modified('05', { status: 'processing' });
	const refunded = modified('30', { status: 'completed', refunds: [{ id: 1, total: '-10.00' }] });
	const cancelled = modified('45', { status: 'cancelled' });

	it('is one order with its newest amount in every order of delivery', async () => {
		for (const items of deliveries([created, paid, refunded])) {
			expect((await woo(items)).people).toEqual({
				[SEVEN]: expect.objectContaining({ ...BOUGHT, totalSpent: 29 }),
			});
		}
	});

	it('is none once it was cancelled, in every order of delivery', async () => {
		for (const items of deliveries([created, paid, cancelled])) {
			expect((await woo(items)).people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		}
	});
});
