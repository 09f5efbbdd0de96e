import { deliveries, named, ordersOf, read, type ReadSettings } from './reading';

// Rules 3-6 and "E-mail identity" of ../shared/data/payloads/README.md.

const SEVEN = 'customer-7@shop.example';
const EIGHT = 'customer-8@shop.example';

let nextId = 1;

/** A completed order of WooCommerce, each with an id of its own. */
function woo(customerId: number | string | null, email: string, billing: object = {}): object {
	const id = nextId++;
	return {
		id,
		number: `${id}`,
		status: 'completed',
		currency: 'EUR',
		date_created: '2026-10-05T10:00:00',
		date_created_gmt: '2026-10-05T08:00:00',
		date_modified_gmt: '2026-10-05T08:05:00',
		total: '10.00',
		customer_id: customerId,
		billing: { email, phone: '', country: 'DE', ...billing },
		line_items: [],
		refunds: [],
	};
}

/** A paid order of Shopify, each with an id of its own. */
function shopify(customer: object | null, email: string, fields: object = {}): object {
	const id = nextId++;
	return {
		id,
		name: `#${id}`,
		created_at: '2026-10-05T10:00:00+02:00',
		processed_at: '2026-10-05T10:00:00+02:00',
		updated_at: '2026-10-05T10:00:00+02:00',
		cancelled_at: null,
		contact_email: email === '' ? null : email,
		currency: 'EUR',
		current_total_price: '10.00',
		customer,
		email,
		financial_status: 'paid',
		line_items: [],
		refunds: [],
		test: false,
		total_price: '10.00',
		...fields,
	};
}

/** A charge of Stripe, each a payment of its own. */
function stripe(customer: string | null, email: string | null): object {
	const id = nextId++;
	return {
		id: `ch_${id}`,
		object: 'charge',
		amount: 1000,
		amount_captured: 1000,
		amount_refunded: 0,
		billing_details: { email },
		captured: true,
		created: 1791187200,
		currency: 'eur',
		customer,
		paid: true,
		payment_intent: `pi_${id}`,
		refunded: false,
		status: 'succeeded',
	};
}

/** A row whose fields the user names. */
function row(email: unknown, customer_id: unknown = '', fields: object = {}): object {
	return { email, customer_id, date: '2026-10-05', amount: 10, ...fields };
}

const TWO_KEYS = { customerField: 'email' };
const SECOND = { secondCustomerField: 'customer_id' };

describe('guests and accounts with the same e-mail', () => {
	// Rule 5: pairs are learned from items that have both, then the rest is assigned.
	it.each<[string, string, object[]]>([
		['WooCommerce', 'wooCommerce', [woo(0, SEVEN), woo(26, SEVEN)]],
		[
			'WooCommerce, an order with the id only',
			'wooCommerce',
			[woo(0, SEVEN), woo(26, SEVEN), woo(26, '')],
		],
		['Shopify', 'shopify', [shopify(null, SEVEN), shopify({ id: 26, email: SEVEN }, SEVEN)]],
		[
			'Shopify, an order with the id only',
			'shopify',
			[
				shopify(null, SEVEN),
				shopify({ id: 26, email: SEVEN }, SEVEN),
				shopify({ id: 26, email: null }, ''),
			],
		],
	])('are one customer in any order of items: %s', async (_, source, items) => {
		for (const delivered of deliveries(items)) {
			expect(await ordersOf(source, delivered)).toEqual({ [SEVEN]: items.length });
		}
	});

	it('are one customer of Stripe, whose key is the id', async () => {
		const items = [stripe(null, SEVEN), stripe('cus_7', SEVEN), stripe('cus_7', null)];
		for (const delivered of deliveries(items)) {
			expect(await ordersOf('stripe', delivered)).toEqual({ cus_7: 3 });
		}
	});

	it('are one customer of rows with two named fields', async () => {
		const items = [row(SEVEN), row(SEVEN, 26), row('', '26')];
		for (const delivered of deliveries(items)) {
			const settings = { parameters: TWO_KEYS, options: SECOND };
			expect(await ordersOf('custom', delivered, settings)).toEqual({ [SEVEN]: 3 });
		}
	});

	it('add up what they spent and tell the newest order', async () => {
		const late = { ...woo(0, SEVEN), date_created_gmt: '2026-11-01T08:00:00' };
		const { people } = await read('wooCommerce', [late, woo(26, SEVEN)]);
		expect(people).toEqual({
			[SEVEN]: expect.objectContaining({
				orders: 2,
				totalSpent: 20,
				lastOrderAt: '2026-11-01T08:00:00.000Z',
			}),
		});
	});
});

describe('ids (rule 6)', () => {
	it('are one customer as number and as text', async () => {
		expect(await ordersOf('wooCommerce', [woo(26, ''), woo('26', '')])).toEqual({ '26': 2 });
		const settings = { parameters: { customerField: 'customer_id' } };
		expect(await ordersOf('custom', [row('', 26), row('', '26')], settings)).toEqual({ '26': 2 });
	});

	it('are not mistaken for one that begins alike', async () => {
		expect(await ordersOf('wooCommerce', [woo(26, ''), woo(260, ''), woo('026', '')])).toEqual({
			'26': 1,
			'260': 1,
			'026': 1,
		});
	});
});

describe('e-mail addresses', () => {
	it.each([
		['other letters', 'Customer-7@Shop.EXAMPLE'],
		['spaces', '  customer-7@shop.example '],
		['mailto:', 'mailto:customer-7@shop.example'],
		['a name', 'Customer 7 <customer-7@shop.example>'],
		['a name in quotes', '"Shop, Customer" <Customer-7@shop.example>'],
	])('are the same with %s', async (_, email) => {
		expect(await ordersOf('wooCommerce', [woo(0, SEVEN), woo(0, email)])).toEqual({ [SEVEN]: 2 });
		expect(await ordersOf('custom', [row(email), row(SEVEN)])).toEqual({ [SEVEN]: 2 });
	});

	it('are the same in the ASCII form of an internationalised domain', async () => {
		const items = [woo(0, 'customer-7@bücher.example'), woo(0, 'customer-7@xn--bcher-kva.example')];
		expect(Object.values(await ordersOf('wooCommerce', items))).toEqual([2]);
	});

	it.each<[string, object, Record<string, number>]>([
		[
			'are different',
			{},
			{ [SEVEN]: 1, 'customer-7+news@shop.example': 1, 'customer-7+a+b@shop.example': 1 },
		],
		['are ignored with Ignore Plus Tags', { ignorePlusTags: true }, { [SEVEN]: 3 }],
	])('with plus tags %s', async (_, options, expected) => {
		const emails = [SEVEN, 'customer-7+news@shop.example', 'customer-7+a+b@shop.example'];
		for (const delivered of deliveries(emails)) {
			const orders = delivered.map((email) => woo(0, email));
			expect(await ordersOf('wooCommerce', orders, { options })).toEqual(expected);
		}
		const rows = emails.map((email) => row(email));
		expect(await ordersOf('custom', rows, { options })).toEqual(expected);
	});

	it('with dots are different', async () => {
		const items = [woo(0, 'customer.7@gmail.com'), woo(0, 'customer7@gmail.com')];
		expect(Object.keys(await ordersOf('wooCommerce', items))).toHaveLength(2);
	});

	it('that begin with a plus are no tag', async () => {
		const options = { ignorePlusTags: true };
		const items = [woo(0, '+7@shop.example'), woo(0, '+8@shop.example')];
		expect(Object.keys(await ordersOf('wooCommerce', items, { options }))).toHaveLength(2);
	});
});

describe('Identify Customers By', () => {
	// Rule 5: "e-mail, else id" for shop orders, "id, else e-mail" for CRM records and Stripe.
	const shop = () => woo(26, SEVEN);
	const payment = () => stripe('cus_7', SEVEN);
	it.each<[string, string, () => object, string, string]>([
		['WooCommerce', 'wooCommerce', shop, 'auto', SEVEN],
		['WooCommerce', 'wooCommerce', shop, 'email', SEVEN],
		['WooCommerce', 'wooCommerce', shop, 'id', '26'],
		['Shopify', 'shopify', () => shopify({ id: 26, email: SEVEN }, SEVEN), 'auto', SEVEN],
		['Shopify', 'shopify', () => shopify({ id: 26, email: SEVEN }, SEVEN), 'id', '26'],
		['Stripe', 'stripe', payment, 'auto', 'cus_7'],
		['Stripe', 'stripe', payment, 'email', SEVEN],
		['Stripe', 'stripe', payment, 'id', 'cus_7'],
	])('gives the key of %s (%s)', async (_, source, item, identifyBy, key) => {
		expect(await ordersOf(source, [item()], { options: { identifyBy } })).toEqual({ [key]: 1 });
	});

	it('takes the other one where the first is missing', async () => {
		expect(
			await ordersOf('wooCommerce', [woo(0, SEVEN)], { options: { identifyBy: 'id' } }),
		).toEqual({
			[SEVEN]: 1,
		});
		expect(
			await ordersOf('wooCommerce', [woo(26, '')], { options: { identifyBy: 'email' } }),
		).toEqual({
			'26': 1,
		});
	});

	it('gives the key in any order of items', async () => {
		for (const [identifyBy, key] of [
			['email', SEVEN],
			['id', '26'],
		] as const) {
			for (const items of deliveries([woo(0, SEVEN), woo(26, ''), woo(26, SEVEN)])) {
				const orders = await ordersOf('wooCommerce', items, { options: { identifyBy } });
				expect(orders).toEqual({ [key]: 3 });
			}
		}
	});
});

describe('Join Records By', () => {
	const oneAccount = () => [woo(26, SEVEN), woo(26, EIGHT)];
	const oneAddress = () => [woo(26, SEVEN), woo(27, SEVEN)];

	it.each<[string, () => object[], object, number]>([
		['one account with two addresses, by default', oneAccount, {}, 1],
		['one account with two addresses, by ID', oneAccount, { joinBy: ['id'] }, 1],
		['one account with two addresses, not by e-mail', oneAccount, { joinBy: ['email'] }, 2],
		['two accounts with one address, by default', oneAddress, {}, 1],
		['two accounts with one address, by e-mail', oneAddress, { joinBy: ['email'] }, 1],
		[
			'two accounts with one address, not by ID',
			oneAddress,
			{ joinBy: ['id'], identifyBy: 'id' },
			2,
		],
	])('joins %s', async (_, items, options, customers) => {
		for (const delivered of deliveries(items())) {
			const orders = await ordersOf('wooCommerce', delivered, { options });
			expect(Object.keys(orders)).toHaveLength(customers);
			expect(Object.values(orders).reduce((sum, count) => sum + count, 0)).toBe(2);
		}
	});
});

describe('Join Records By phone', () => {
	const PHONE: ReadSettings = { options: { joinBy: ['email', 'id', 'phone'] } };
	const billed = (phone: string, country = 'DE') => ({ phone, country });

	it.each<[string, object, object]>([
		['as written', billed('030 1234567'), billed('030 1234567')],
		['spaces and signs', billed('030 1234567'), billed('(030) 123-4567')],
		['a country code', billed('030 1234567'), billed('+49 30 1234567')],
		['a country code of the other country', billed('030 1234567'), billed('+49 30 1234567', 'FR')],
		['00 for a plus', billed('030 1234567'), billed('0049 30 1234567')],
		['a US number', billed('(212) 555-0100', 'US'), billed('+1 212-555-0100', 'US')],
	])('joins two addresses by a phone number: %s', async (_, one, other) => {
		for (const items of deliveries([woo(0, SEVEN, one), woo(0, EIGHT, other)])) {
			expect(Object.values(await ordersOf('wooCommerce', items, PHONE))).toEqual([2]);
		}
	});

	it.each<[string, object, object]>([
		['other numbers', billed('030 1234567'), billed('030 1234568')],
		['the same digits in two countries', billed('030 1234567'), billed('030 1234567', 'GB')],
		['no numbers', billed(''), billed('')],
		['zeros', billed('0'), billed('0')],
		['dashes', billed('-'), billed('-')],
	])('does not join by %s', async (_, one, other) => {
		const items = [woo(0, SEVEN, one), woo(0, EIGHT, other)];
		expect(await ordersOf('wooCommerce', items, PHONE)).toEqual({ [SEVEN]: 1, [EIGHT]: 1 });
	});

	it('does not join unless told to', async () => {
		const items = [woo(0, SEVEN, billed('030 1234567')), woo(0, EIGHT, billed('030 1234567'))];
		expect(await ordersOf('wooCommerce', items)).toEqual({ [SEVEN]: 1, [EIGHT]: 1 });
	});

	it('reads numbers of a named field in the named country', async () => {
		const rows = [
			row(SEVEN, '', { phone: '030 1234567' }),
			row(EIGHT, '', { phone: '+49301234567' }),
			row('customer-9@shop.example', '', { phone: '' }),
		];
		const options = { joinBy: ['email', 'phone'], phoneField: 'phone', phoneCountry: 'DE' };
		const orders = await ordersOf('custom', rows, { options });
		expect(Object.values(orders).sort()).toEqual([1, 2]);
		expect(orders['customer-9@shop.example']).toBe(1);
	});

	it('joins orders of Shopify', async () => {
		const items = [
			shopify(null, SEVEN, { phone: '+49301234567' }),
			shopify(null, EIGHT, { phone: '+49 30 1234567' }),
		];
		expect(Object.values(await ordersOf('shopify', items, PHONE))).toEqual([2]);
	});
});

describe('empty identities (rule 3)', () => {
	const ALL = { options: { joinBy: ['email', 'id', 'phone'] } };

	it.each(
		named<[string, object[]]>({
			'customer_id 0': ['wooCommerce', [woo(0, SEVEN), woo(0, EIGHT)]],
			'customer_id "0"': ['wooCommerce', [woo('0', SEVEN), woo('0', EIGHT)]],
			'customer_id null': ['wooCommerce', [woo(null, SEVEN), woo(null, EIGHT)]],
			'customer_id empty': ['wooCommerce', [woo('', SEVEN), woo('', EIGHT)]],
			'a customer with id null': [
				'shopify',
				[shopify({ id: null, email: '' }, SEVEN), shopify({ id: null, email: '' }, EIGHT)],
			],
			'a customer of Stripe that is null': ['stripe', [stripe(null, SEVEN), stripe(null, EIGHT)]],
		}),
	)('never join: %s', async (_, [source, items]) => {
		expect(await ordersOf(source, items, ALL)).toEqual({ [SEVEN]: 1, [EIGHT]: 1 });
	});

	it('never join: e-mail empty', async () => {
		for (const email of ['', '  ']) {
			const orders = await ordersOf('wooCommerce', [woo(26, email), woo(27, email)], ALL);
			expect(orders).toEqual({ '26': 1, '27': 1 });
		}
	});

	it.each([[''], [0], ['0'], [null], [[]]])('never join rows: %j', async (empty) => {
		const settings = { parameters: TWO_KEYS, options: SECOND };
		expect(await ordersOf('custom', [row(SEVEN, empty), row(EIGHT, empty)], settings)).toEqual({
			[SEVEN]: 1,
			[EIGHT]: 1,
		});
	});
});
