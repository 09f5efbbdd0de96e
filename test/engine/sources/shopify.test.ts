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

/** A paid order of customer 7 as REST 2024-07 gives it, sold on 2026-10-05 at 08:00 UTC. */
function order(fields: object = {}): object {
	return {
		id: 5001,
		admin_graphql_api_id: 'gid://shopify/Order/5001',
		app_id: 580111,
		cancel_reason: null,
		cancelled_at: null,
		closed_at: null,
		confirmed: true,
		contact_email: SEVEN,
		created_at: '2026-10-05T10:00:00+02:00',
		currency: 'EUR',
		current_total_price: '100.00',
		customer: { id: 7, email: SEVEN, created_at: '2026-01-02T10:00:00+01:00', state: 'disabled' },
		email: SEVEN,
		financial_status: 'paid',
		fulfillment_status: null,
		line_items: [{ id: 1, title: 'Mug', sku: 'MUG', product_id: 11, quantity: 2, price: '50.00' }],
		name: '#1001',
		order_number: 1001,
		phone: null,
		presentment_currency: 'USD',
		processed_at: '2026-10-05T10:00:00+02:00',
		refunds: [],
		source_name: 'web',
		test: false,
		total_outstanding: '0.00',
		total_price: '100.00',
		total_price_set: {
			shop_money: { amount: '100.00', currency_code: 'EUR' },
			presentment_money: { amount: '117.00', currency_code: 'USD' },
		},
		updated_at: '2026-10-05T10:00:05+02:00',
		...fields,
	};
}

/** A customer of REST 2024-07. */
function customer(fields: object = {}): object {
	return {
		id: 7,
		admin_graphql_api_id: 'gid://shopify/Customer/7',
		email: SEVEN,
		created_at: '2026-01-02T10:00:00+01:00',
		updated_at: '2026-01-02T10:00:00+01:00',
		orders_count: 0,
		state: 'disabled',
		total_spent: '0.00',
		last_order_id: null,
		last_order_name: null,
		verified_email: true,
		tags: '',
		currency: 'EUR',
		phone: null,
		addresses: [],
		email_marketing_consent: { state: 'not_subscribed', opt_in_level: null },
		...fields,
	};
}

const GUEST = { customer: null, email: '', contact_email: null };

const BOUGHT = {
	orders: 1,
	totalSpent: 100,
	currency: 'EUR',
	stage: 'customer',
	lastOrderAt: '2026-10-05T08:00:00.000Z',
};

function shopify(records: object[], settings?: ReadSettings) {
	return read('shopify', records, settings);
}

describeSamples('recorded Shopify items', () => {
	// EXPECTED.json; the amount of a partly refunded order is its current total (2a).
	it.each([
		[
			'partially_refunded',
			'bob.norman@mail.example.com',
			{ totalSpent: 199.65, lastOrderAt: '2008-01-10T16:00:00.000Z' },
		],
		[
			'paid_with_new_customer',
			'jane@example.com',
			{ totalSpent: 181.09, lastOrderAt: '2024-07-02T14:04:43.000Z' },
		],
	])('counts the purchase %s', async (name, key, expected) => {
		const { people } = await shopify(samples(`shopify/order_rest_2024-07_${name}.json`));
		expect(people).toEqual({
			[key]: expect.objectContaining({ orders: 1, currency: 'USD', ...expected }),
		});
	});

	// EXPECTED.json: classes refunded, not_captured and not_paid.
	it.each(['fully_refunded', 'authorized', 'pending'])(
		'knows the person of the order %s, who has not bought',
		async (name) => {
			const { people } = await shopify(samples(`shopify/order_rest_2024-07_${name}.json`));
			expect(people).toEqual({
				'bob.norman@mail.example.com': expect.objectContaining(PROSPECT),
			});
		},
	);

	it('does not take an abandoned checkout for an order (4.1)', async () => {
		const orders = await ordersOf(
			'shopify',
			samples('shopify/abandoned_checkout_rest_2024-07.json'),
		);
		expect(Object.values(orders).reduce((sum, count) => sum + count, 0)).toBe(0);
	});

	it('does not let a checkout take the place of an order with the same id (4.1)', async () => {
		const { people } = await shopify([
			...samples('shopify/order_rest_2024-07_partially_refunded.json'),
			...samples('shopify/abandoned_checkout_rest_2024-07.json'),
		]);
		expect(people['bob.norman@mail.example.com']).toMatchObject({ orders: 1, totalSpent: 199.65 });
	});

	it('has customers without orders as prospects, and leaves out and names those whose last order is not told', async () => {
		const { people, told } = await shopify(
			samples('shopify/customers_rest_2024-07_list.items.json'),
		);
		expect(people).toEqual({
			'steve.lastnameson@example.com': expect.objectContaining(PROSPECT),
		});
		expect(told).toMatch(/1 .*(customer|person|item)/i);
	});

	it('judges a customer with counts by the orders in the run', async () => {
		const { people } = await shopify([
			...samples('shopify/customer_rest_2024-07_subscribed.json'),
			...samples('shopify/order_rest_2024-07_partially_refunded.json'),
		]);
		expect(people).toEqual({
			'bob.norman@mail.example.com': expect.objectContaining({
				orders: 1,
				totalSpent: 199.65,
				lastOrderAt: '2008-01-10T16:00:00.000Z',
			}),
		});
	});
});

describe('shapes of Shopify orders (3)', () => {
	it.each(
		named<object>({
			'the node or trigger': order(),
			'a generic webhook': inWebhook(order()),
			'a single-record wrapper': { order: order() },
			'a single-record wrapper in a webhook': inWebhook({ order: order() }),
		}),
	)('reads %s', async (_, item) => {
		expect((await shopify([item])).people).toEqual({ [SEVEN]: expect.objectContaining(BOUGHT) });
	});

	it.each(
		named<object>({
			orders: { orders: [order(), order({ id: 5002 })] },
			customers: { customers: [customer()] },
			checkouts: { checkouts: [{ token: 'c1', email: SEVEN, total_price: '10.00' }] },
		}),
	)('says how to split a list of %s', async (key, item) => {
		const { people, told } = await shopify([item]);
		expect(people).toEqual({});
		expect(told).toMatch(/Split Out/);
		expect(told).toContain(key);
	});
});

describe('statuses of Shopify orders (6)', () => {
	it.each(['paid', 'partially_refunded'])('counts %s', async (status) => {
		const { people } = await shopify([order({ financial_status: status })]);
		expect(people).toEqual({ [SEVEN]: expect.objectContaining(BOUGHT) });
	});

	it.each(['pending', 'authorized', 'partially_paid', 'voided', 'refunded', 'expired'])(
		'does not count %s',
		async (status) => {
			const { people } = await shopify([order({ financial_status: status })]);
			expect(people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		},
	);

	it('does not count a paid order that was cancelled', async () => {
		const cancelled = { cancelled_at: '2026-10-06T10:00:00+02:00', cancel_reason: 'customer' };
		for (const options of [{}, { countedStatuses: 'paid' }]) {
			const { people } = await shopify([order(cancelled)], { options });
			expect(people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		}
	});

	it('names a status it does not know, and counts it when told to', async () => {
		const items = [order({ financial_status: 'shipped' })];
		const { people, hints } = await shopify(items);
		expect(people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		expect(hints).toContainEqual(expect.stringMatching(/shipped.*Statuses That Count/));

		const options = { countedStatuses: 'paid, shipped' };
		const told = await shopify(items, { options });
		expect(told.people).toEqual({ [SEVEN]: expect.objectContaining(BOUGHT) });
		expect(told.hints).not.toContainEqual(expect.stringContaining('shipped'));
	});

	it.each(['authorized', 'partially_paid'])('counts %s when told to (2a)', async (status) => {
		const options = { countedStatuses: 'paid, partially_refunded, authorized, partially_paid' };
		const { people } = await shopify([order({ financial_status: status })], { options });
		expect(people).toEqual({ [SEVEN]: expect.objectContaining(BOUGHT) });
	});
});

describe('test orders of Shopify (2a)', () => {
	it.each([
		['auto', 0],
		['leaveOut', 0],
		['count', 1],
	])('are read with Test Orders "%s" as %d order', async (testOrders, orders) => {
		const { people } = await shopify(
			[
				order(),
				order({
					id: 5002,
					email: 'tester@shop.example',
					customer: null,
					contact_email: null,
					test: true,
				}),
			],
			{ options: { testOrders } },
		);
		expect(people[SEVEN]?.orders).toBe(1);
		expect(people['tester@shop.example']?.orders ?? 0).toBe(orders);
	});
});

describe('amounts and dates of Shopify orders', () => {
	it('takes the shop currency, not the currency shown to the buyer (4.1)', async () => {
		expect((await shopify([order()])).people[SEVEN]).toMatchObject({
			totalSpent: 100,
			currency: 'EUR',
			spentByCurrency: null,
		});
	});

	it('takes the current total of an order that was partly refunded (2a)', async () => {
		const { people } = await shopify([
			order({
				financial_status: 'partially_refunded',
				current_total_price: '70.00',
				refunds: [
					{
						id: 1,
						transactions: [{ kind: 'refund', status: 'success', amount: '30.00', currency: 'EUR' }],
					},
				],
			}),
		]);
		expect(people[SEVEN]).toMatchObject({ orders: 1, totalSpent: 70 });
	});

	it('takes the total where there is no current total (2a)', async () => {
		const { people } = await shopify([order({ current_total_price: undefined })]);
		expect(people[SEVEN]).toMatchObject({ orders: 1, totalSpent: 100 });
	});

	it('counts a paid order of 0.00 as a purchase without money (rule 10)', async () => {
		const { people } = await shopify([order({ total_price: '0.00', current_total_price: '0.00' })]);
		expect(people[SEVEN]).toMatchObject({ ...BOUGHT, totalSpent: 0 });
	});

	it('never adds up two currencies (rule 8)', async () => {
		const { people } = await shopify([
			order(),
			order({ id: 5002, currency: 'usd', total_price: '50.00', current_total_price: '50.00' }),
		]);
		expect(people[SEVEN]).toMatchObject({
			orders: 2,
			totalSpent: null,
			spentByCurrency: { EUR: 100, USD: 50 },
		});
	});

	// 2a and 5: processed_at, else created_at; the offset in the value wins, whatever the workflow's zone.
	it.each([
		[
			'processed_at before created_at',
			{ created_at: '2026-11-01T00:00:00+01:00' },
			'2026-10-05T08:00:00.000Z',
		],
		['created_at', { processed_at: null }, '2026-10-05T08:00:00.000Z'],
		[
			'the offset -00:00',
			{ processed_at: '2026-10-05T10:00:00-00:00' },
			'2026-10-05T10:00:00.000Z',
		],
	])('reads %s', async (_, fields, lastOrderAt) => {
		const { people } = await shopify([order(fields)], { timezone: 'America/New_York' });
		expect(people[SEVEN]).toMatchObject({ orders: 1, lastOrderAt });
	});
});

describe('traps of Shopify orders (7)', () => {
	it('reports orders without customer and e-mail and does not make one customer of them', async () => {
		const { people, told } = await shopify([
			order({ id: 1, ...GUEST }),
			order({ id: 2, ...GUEST, customer: undefined }),
			order({ id: 3 }),
		]);
		expect(people).toEqual({ [SEVEN]: expect.objectContaining({ orders: 1 }) });
		expect(told).toMatch(/\b2\b.*customer/i);
	});

	it("prefers the order's e-mail to the customer's, whose id is null", async () => {
		const fields = {
			email: 'customer-8@shop.example',
			contact_email: 'customer-8@shop.example',
			customer: { id: null, email: 'customer-9@shop.example' },
		};
		expect((await shopify([order(fields)])).people).toEqual({
			'customer-8@shop.example': expect.objectContaining(BOUGHT),
		});
		const voided = { ...fields, test: true, financial_status: 'voided' };
		for (const testOrders of ['auto', 'count']) {
			const orders = await ordersOf('shopify', [order(voided)], { options: { testOrders } });
			expect(orders['customer-8@shop.example'] ?? 0).toBe(0);
		}
	});

	it('does not mix up ids beyond 2^53', async () => {
		const idOnly = (id: string, customerId: string) =>
			order({ id, ...GUEST, customer: { id: customerId, email: null } });
		expect(
			await ordersOf('shopify', [
				idOnly('820982911946154508', '9007199254740992'),
				idOnly('820982911946154509', '9007199254740993'),
				idOnly('820982911946154510', '9007199254740993'),
			]),
		).toEqual({ '9007199254740992': 1, '9007199254740993': 2 });
	});

	it('reads a sparse order that has the fields it needs', async () => {
		const { id, email, created_at, total_price, financial_status } = order() as Record<
			string,
			unknown
		>;
		const { people } = await shopify([{ id, email, created_at, total_price, financial_status }]);
		expect(people).toEqual({
			[SEVEN]: expect.objectContaining({ ...BOUGHT, currency: null }),
		});
	});

	it('says that a sparse order without a status was not counted (rule 9)', async () => {
		const { id, email, created_at, total_price } = order() as Record<string, unknown>;
		const { people, told } = await shopify([
			order({ id: 5009 }),
			{ id, email, created_at, total_price },
		]);
		expect(people[SEVEN]?.orders).toBe(1);
		expect(told).toMatch(/status/i);
	});

	it('takes a new customer without counts and consent for a person who has not bought in the run', async () => {
		const bare = {
			orders_count: undefined,
			total_spent: undefined,
			tags: undefined,
			email_marketing_consent: undefined,
			last_order_id: undefined,
			last_order_name: undefined,
		};
		expect((await shopify([customer(bare)])).people).toEqual({
			[SEVEN]: expect.objectContaining(PROSPECT),
		});
		expect(await ordersOf('shopify', [customer(bare), order()])).toEqual({ [SEVEN]: 1 });
	});

	it('does not take a refund for an order (4.1, topic refunds/create)', async () => {
		const refund = {
			id: 9001,
			order_id: 5001,
			created_at: '2026-10-20T10:00:00+02:00',
			processed_at: '2026-10-20T10:00:00+02:00',
			refund_line_items: [],
			transactions: [{ id: 1, order_id: 5001, kind: 'refund', status: 'success', amount: '30.00' }],
		};
		const { people } = await shopify([order(), refund]);
		expect(Object.keys(people)).toEqual([SEVEN]);
		expect(people[SEVEN]).toMatchObject({ orders: 1, lastOrderAt: BOUGHT.lastOrderAt });
	});
});

describe('people of Shopify', () => {
	it('leaves out and reports a count without a date, but not when the orders are in the run', async () => {
		const buyer = customer({
			id: 8,
			email: 'customer-8@shop.example',
			orders_count: 3,
			total_spent: '90.00',
		});
		const alone = await shopify([customer(), buyer]);
		expect(alone.people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		expect(alone.hints).toContainEqual(expect.stringMatching(/\b1\b/));

		const its = order({
			email: 'customer-8@shop.example',
			contact_email: null,
			customer: { id: 8 },
		});
		for (const items of deliveries([customer(), buyer, its])) {
			const { people } = await shopify(items);
			expect(people[SEVEN]).toMatchObject(PROSPECT);
			expect(people['customer-8@shop.example']).toMatchObject(BOUGHT);
		}
	});
});

describe('one Shopify order in several deliveries (rule 11)', () => {
	const created = order({ financial_status: 'pending' });
	const paid = order({ updated_at: '2026-10-05T10:05:00+02:00' });
	const updated = order({
		updated_at: '2026-10-20T10:00:00+02:00',
		financial_status: 'partially_refunded',
		current_total_price: '70.00',
	});
	const cancelled = order({
		updated_at: '2026-10-21T10:00:00+02:00',
		cancelled_at: '2026-10-21T10:00:00+02:00',
		financial_status: 'refunded',
	});

	it.each(deliveries(['created', 'paid', 'updated']).map((names) => [names.join(', '), names]))(
		'is one order with its newest amount when delivered as %s',
		async (_, names) => {
			const events: Record<string, object> = { created, paid, updated };
			const { people } = await shopify((names as string[]).map((name) => events[name] ?? {}));
			expect(people).toEqual({ [SEVEN]: expect.objectContaining({ ...BOUGHT, totalSpent: 70 }) });
		},
	);

	it('is none once it was cancelled, in every order of delivery', async () => {
		for (const items of deliveries([created, paid, cancelled])) {
			const { people } = await shopify(items);
			expect(people).toEqual({ [SEVEN]: expect.objectContaining(PROSPECT) });
		}
	});

	it('is one order when pages repeat, also with its id as text', async () => {
		expect(await ordersOf('shopify', [order(), order(), order({ id: '5001' })])).toEqual({
			[SEVEN]: 1,
		});
	});
});
