import {
	deliveries,
	describeSamples,
	inWebhook,
	named,
	ordersOf,
	read,
	samples,
	samplesIn,
	type ReadSettings,
} from './reading';

// Sections are those of ../shared/data/payloads/README.md.

const SYSTEMS: Array<[folder: string, source: string, name: string]> = [
	['shopify', 'shopify', 'Shopify'],
	['woocommerce', 'wooCommerce', 'WooCommerce'],
	['stripe', 'stripe', 'Stripe'],
	['hubspot', 'hubSpot', 'HubSpot'],
	['pipedrive', 'pipedrive', 'Pipedrive'],
	['mailchimp', 'mailchimp', 'Mailchimp'],
	['activecampaign', 'activeCampaign', 'ActiveCampaign'],
];

const FILES: Array<[file: string, name: string]> = [
	...[
		'abandoned_checkout_rest_2024-07',
		'customer_rest_2024-07_subscribed',
		'customers_rest_2024-07_list.items',
		'order_rest_2024-07_authorized',
		'order_rest_2024-07_fully_refunded',
		'order_rest_2024-07_paid_with_new_customer',
		'order_rest_2024-07_partially_refunded',
		'order_rest_2024-07_pending',
	].map((file): [string, string] => [`shopify/${file}`, 'Shopify']),
	...[
		'customer',
		'customers_list.items',
		'order_completed',
		'orders_list_with_refund_and_completed.items',
	].map((file): [string, string] => [`woocommerce/${file}`, 'WooCommerce']),
	...[
		'charge_node_with_customer',
		'customer_node',
		'openapi_fixture_2026_checkout_session',
		'trigger_charge_refunded',
		'trigger_invoice_paid_2020-08-27',
	].map((file): [string, string] => [`stripe/${file}`, 'Stripe']),
	...[
		'contact_get_v1_properties_value_versions',
		'contact_v3_api_docs_example',
		'deal_get_v1_closedwon_with_stage_timestamp',
	].map((file): [string, string] => [`hubspot/${file}`, 'HubSpot']),
	['pipedrive/deal_v1_won_person_object', 'Pipedrive'],
	['pipedrive/deal_v2_open_stage_changed', 'Pipedrive'],
	['mailchimp/member_openapi_schema_example_with_ecommerce_data', 'Mailchimp'],
	['mailchimp/trigger_subscribe_docs_urlencoded_fields', 'Mailchimp'],
	['activecampaign/contact_getAll_simplified_docs_like', 'ActiveCampaign'],
	['activecampaign/contacts_mock_api_2026_with_open_dates', 'ActiveCampaign'],
];

function recognisedAs(name: string): unknown {
	return expect.stringMatching(new RegExp(`^Recognised as ${name}\\b`));
}

function auto(records: object[], settings?: ReadSettings) {
	return read('auto', records, settings);
}

describeSamples('recorded items with Auto-Detect', () => {
	it.each(FILES)('recognises %s as %s', async (file, name) => {
		const { hints } = await auto(samples(`${file}.json`));
		expect(hints).toContainEqual(recognisedAs(name));
	});

	it.each(FILES)('recognises %s as %s inside a generic webhook', async (file, name) => {
		const { hints } = await auto(samples(`${file}.json`).map(inWebhook));
		expect(hints).toContainEqual(recognisedAs(name));
	});

	it.each(SYSTEMS)(
		'recognises all samples of %s together and reads them as the preset %s does',
		async (folder, source, name) => {
			const items = samplesIn(folder);
			const { people, hints } = await auto(items);
			expect(hints).toContainEqual(recognisedAs(name));
			expect(people).toEqual((await read(source, items)).people);
		},
	);

	it('does not recognise sheets and forms', async () => {
		for (const folder of ['google_sheets', 'typeform']) {
			const { told } = await auto(samplesIn(folder));
			expect(told).not.toContain('Recognised as');
		}
	});
});

describe('plain rows with Auto-Detect', () => {
	const rows = [
		{ email: 'customer-7@shop.example', date: '2026-10-05', amount: 12.5 },
		{ email: 'customer-7@shop.example', date: '2026-11-05', amount: 7.5 },
		{ email: 'customer-8@shop.example', date: '2026-11-01', amount: 1 },
	];

	it('are read by the fields that are named', async () => {
		const { people, hints } = await auto(rows);
		expect(hints).toEqual([]);
		expect(people).toEqual({
			'customer-7@shop.example': expect.objectContaining({
				orders: 2,
				totalSpent: 20,
				lastOrderAt: '2026-11-05T00:00:00.000Z',
			}),
			'customer-8@shop.example': expect.objectContaining({ orders: 1, totalSpent: 1 }),
		});
	});

	it('are read by other fields when these are named', async () => {
		const items = rows.map(({ email, date, amount }) => ({ who: email, when: date, much: amount }));
		const parameters = { customerField: 'who', orderDateField: 'when', amountField: 'much' };
		expect(await ordersOf('auto', items, { parameters })).toEqual({
			'customer-7@shop.example': 2,
			'customer-8@shop.example': 1,
		});
	});

	// Rows that merely share field names with a system are the user's own.
	it.each(
		named<object>({
			'an id and a status': { id: 1, status: 'completed', ...rows[0] },
			'a currency and a total': { id: 1, currency: 'EUR', total: 12.5, customer_id: 7, ...rows[0] },
			'an object': { object: 'event', ...rows[0] },
			properties: { properties: { color: 'red' }, ...rows[0] },
			'a value': { value: 10, status: 'won', ...rows[0] },
			'tags and a phone': { tags: 'a, b', phone: '', firstName: '', ...rows[0] },
		}),
	)('are not recognised by %s', async (_, item) => {
		const { people, told } = await auto([item]);
		expect(told).not.toContain('Recognised as');
		expect(people['customer-7@shop.example']).toMatchObject({ orders: 1, totalSpent: 12.5 });
	});
});

describe('items of one system with Auto-Detect', () => {
	const order = {
		id: 700,
		number: '700',
		order_key: 'wc_order_700',
		status: 'completed',
		currency: 'EUR',
		date_created: '2026-10-05T10:00:00',
		date_created_gmt: '2026-10-05T08:00:00',
		total: '39.00',
		customer_id: 0,
		billing: { email: 'customer-7@shop.example', phone: '', country: 'DE' },
		line_items: [],
		refunds: [],
	};
	const charge = {
		id: 'ch_1',
		object: 'charge',
		amount: 2000,
		amount_captured: 2000,
		amount_refunded: 0,
		billing_details: { email: 'customer-8@shop.example' },
		captured: true,
		created: 1791187200,
		currency: 'eur',
		customer: null,
		paid: true,
		payment_intent: 'pi_1',
		refunded: false,
		status: 'succeeded',
	};

	it('take no notice of the named fields', async () => {
		const { people, hints } = await auto([order]);
		expect(hints).toContainEqual(recognisedAs('WooCommerce'));
		expect(people['customer-7@shop.example']).toMatchObject({ orders: 1, totalSpent: 39 });
	});

	it('are not lost beside another system, or the user is told', async () => {
		for (const items of deliveries([order, charge])) {
			const { people, told } = await auto(items);
			const isRead = Object.keys(people).length === 2;
			const isTold =
				/Shopify|WooCommerce|Stripe/.test(told) &&
				/skipped|left out|more than one|several|mixed/i.test(told);
			expect(isRead || isTold).toBe(true);
		}
	});
});
