import assert from 'node:assert/strict';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';

const items = (records) => `return ${JSON.stringify(records)}.map((json) => ({ json }));`;

/** An order as Shopify's node gives it, as far as it matters here. */
const shopifyOrder = (id, date, order = {}) => ({
	id,
	admin_graphql_api_id: `gid://shopify/Order/${id}`,
	email: 'customer-7@shop.example',
	customer: { id: 7, email: 'customer-7@shop.example' },
	created_at: `${date}T09:00:00-05:00`,
	processed_at: `${date}T09:00:00-05:00`,
	updated_at: `${date}T09:05:00-05:00`,
	cancelled_at: null,
	financial_status: 'paid',
	total_price: '40.00',
	current_total_price: '40.00',
	currency: 'USD',
	refunds: [],
	test: false,
	...order,
});
const refund = { transactions: [{ kind: 'refund', status: 'success', amount: '15.00' }] };
const SHOPIFY = [
	shopifyOrder(1, '2026-08-01'),
	shopifyOrder(2, '2026-10-01', { financial_status: 'partially_refunded', refunds: [refund] }),
	// Paid at last: the trigger sends the order again with every change.
	shopifyOrder(3, '2026-11-10', { financial_status: 'pending' }),
	shopifyOrder(3, '2026-11-10', { updated_at: '2026-11-11T10:00:00-05:00' }),
	shopifyOrder(4, '2026-11-15', { financial_status: 'refunded' }),
	shopifyOrder(5, '2026-11-16', { test: true }),
	shopifyOrder(6, '2026-11-17', {
		customer: null,
		email: 'Customer-8@Shop.Example',
		cancelled_at: '2026-11-18T08:00:00-05:00',
	}),
];

/** An order as WooCommerce's trigger gives it, as far as it matters here. */
const wooOrder = (id, date, order = {}) => ({
	id,
	order_key: `wc_order_${id}`,
	status: 'completed',
	currency: 'EUR',
	date_created: `${date}T10:00:00`,
	date_created_gmt: `${date}T09:00:00`,
	total: '30.00',
	customer_id: 0,
	billing: { email: 'customer-7@shop.example', country: 'DE' },
	line_items: [],
	refunds: [],
	...order,
});
const WOO = [
	wooOrder(11, '2026-09-01'),
	wooOrder(12, '2026-11-01', { customer_id: 26, refunds: [{ id: 1, total: '-10.00' }] }),
	wooOrder(13, '2026-11-05', { status: 'on-hold' }),
	wooOrder(14, '2026-11-06', { status: 'shipped' }),
	wooOrder(15, '2026-11-20', { customer_id: 27, billing: { email: '' } }),
];
/** The same as the Webhook node gives them. */
const WOO_BY_WEBHOOK = WOO.map((body) => ({
	headers: {},
	params: {},
	query: {},
	body,
	webhookUrl: 'http://127.0.0.1/webhook/orders',
	executionMode: 'production',
}));

const classify = (name, source, options = {}) =>
	node(name, 'classifyLifecycle', { source, options: { asOf: '2026-11-22', ...options } });

const workflow = buildWorkflow(
	'e2e-shop-orders',
	[
		codeNode('Shopify Orders', items(SHOPIFY)),
		classify('Shopify by Name', 'shopify', { summaryOutput: true }),
		node('Active', 'splitBySegment', {
			segments: {
				values: [
					{
						name: 'Customers',
						conditions: allOf(['stage', 'string', 'equals', 'customer']),
						campaign: '',
						channel: 'none',
						enabled: true,
					},
				],
			},
		}),
		classify('Shopify by Itself', 'auto'),
		codeNode('WooCommerce Orders', items(WOO)),
		classify('WooCommerce by Name', 'wooCommerce', {
			countedStatuses: 'processing, completed, shipped',
		}),
		codeNode('WooCommerce Webhooks', items(WOO_BY_WEBHOOK)),
		classify('WooCommerce by Webhook', 'auto'),
	],
	{
		'Shopify Orders': [['Shopify by Name', 'Shopify by Itself', 'WooCommerce Orders']],
		'Shopify by Name': [[], ['Active']],
		'WooCommerce Orders': [['WooCommerce by Name', 'WooCommerce Webhooks']],
		'WooCommerce Webhooks': [['WooCommerce by Webhook']],
	},
);
workflow.settings.timezone = 'UTC';

export const workflows = [workflow];

export const title = 'Orders of Shopify and WooCommerce';

export async function verify(it, world) {
	const { run } = await world.execute('e2e-shop-orders');
	const verdicts = (name) =>
		itemsOf(run, name).map(({ json: { lifecycle } }) => ({
			key: lifecycle.customerKey,
			stage: lifecycle.stage,
			orders: lifecycle.orders,
			spent: lifecycle.totalSpent,
			currency: lifecycle.currency,
			last: lifecycle.lastOrderAt,
		}));
	const messages = (name) => hintsOf(run, name).map(({ message }) => message);

	const ofShopify = [
		{
			key: 'customer-7@shop.example',
			stage: 'customer',
			orders: 3,
			spent: 105,
			currency: 'USD',
			last: '2026-11-10T14:00:00.000Z',
		},
		{
			key: 'customer-8@shop.example',
			stage: 'prospect',
			orders: 0,
			spent: null,
			currency: null,
			last: null,
		},
	];

	await it('count what Shopify calls paid, less what was refunded, each order once', () => {
		assert.deepEqual(verdicts('Shopify by Name'), ofShopify);
	});

	await it('are recognised as those of Shopify without being told', () => {
		assert.deepEqual(verdicts('Shopify by Itself'), ofShopify);
		assert.match(messages('Shopify by Itself').join(' '), /Recognised as Shopify/);
	});

	await it('are summed up by stage on an output of its own', () => {
		const summary = itemsOf(run, 'Shopify by Name', 1).map(({ json }) => [
			json.stage,
			json.customers,
			json.revenue,
		]);
		assert.deepEqual(summary, [
			['prospect', 1, null],
			['customer', 1, 105],
			['advocate', 0, null],
			['lapsed', 0, null],
			['lost', 0, null],
		]);
		assert.equal(itemsOf(run, 'Active', 1).length, 1);
	});

	await it('join guests of WooCommerce with their accounts, and count a status that was added', () => {
		assert.deepEqual(verdicts('WooCommerce by Name'), [
			{
				key: 'customer-7@shop.example',
				stage: 'customer',
				orders: 3,
				spent: 80,
				currency: 'EUR',
				last: '2026-11-06T09:00:00.000Z',
			},
			{
				key: '27',
				stage: 'customer',
				orders: 1,
				spent: 30,
				currency: 'EUR',
				last: '2026-11-20T09:00:00.000Z',
			},
		]);
	});

	await it('are read out of the body of a webhook; a status that is not known is named', () => {
		assert.equal(verdicts('WooCommerce by Webhook')[0].orders, 2);
		assert.match(messages('WooCommerce by Webhook').join(' '), /1 record "shipped"/);
	});
}
