import type { LifecycleVerdict } from '../../../nodes/core/lifecycle/classifyLifecycle';
import { resultOf } from '../resultOf';
import { runNode } from '../runWorkflow';

/** What the user sets beside a source, and what of it holds. */

async function classify(
	parameters: { options?: object; [name: string]: unknown },
	records: readonly object[],
) {
	const options = { asOf: '2026-11-22T00:00:00', ...parameters.options };
	const run = await runNode('classifyLifecycle', { ...parameters, options }, records);
	expect(run.error).toBeUndefined();
	const verdicts = (run.outputs[0] ?? []).map((item) =>
		resultOf<LifecycleVerdict>(item, 'lifecycle'),
	);
	return { ...run, verdicts };
}

const shopifyOrder = (order: object) => ({
	id: 1,
	email: 'customer-7@shop.example',
	financial_status: 'paid',
	created_at: '2026-11-01T10:00:00Z',
	total_price: '10.00',
	currency: 'EUR',
	...order,
});

describe('Auto-Detect', () => {
	// Names that the node's own placeholders propose; some systems use them too.
	it.each<[string, object, object]>([
		['email_address', { customerField: 'email_address' }, { email_address: 'a@shop.example' }],
		['vid', {}, { email: 'a@shop.example', vid: 1 }],
		['cdate', { orderDateField: 'cdate' }, { email: 'a@shop.example', cdate: '2026-11-01' }],
		['financial_status', {}, { email: 'a@shop.example', financial_status: 'paid' }],
		['an id like Stripe’s', {}, { email: 'a@shop.example', id: 'in_2041', object: 'invoice' }],
	])('reads items by the fields the user named, though one is called %s', async (_, named, row) => {
		const { verdicts, hints } = await classify({ ...named }, [
			{ date: '2026-11-01', udate: '2026-11-02', amount: 10, ...row },
		]);
		expect(verdicts).toMatchObject([{ stage: 'customer', orders: 1, totalSpent: 10 }]);
		expect(hints.join(' ')).not.toContain('Recognised');
	});

	it('leaves what else the items contain to the user', async () => {
		const { verdicts } = await classify(
			{
				inputShape: 'customers',
				orderCountField: 'orders_count',
				lastOrderField: 'last_order_date',
				totalSpentField: 'total_spent',
			},
			[
				{
					email: 'a@shop.example',
					orders_count: 3,
					total_spent: 100,
					last_order_date: '2026-10-01',
				},
			],
		);
		expect(verdicts).toMatchObject([{ orders: 3, totalSpent: 100 }]);
	});
});

describe('Items of a shop that are read by named fields', () => {
	const named = { orderDateField: 'created_at', amountField: 'total_price' };

	it('are read, and the user is told what is not looked at', async () => {
		const order = shopifyOrder({ financial_status: 'refunded' });
		const { verdicts, hints } = await classify(named, [order]);
		expect(verdicts).toMatchObject([{ orders: 1 }]);
		expect(hints.join(' ')).toContain('Choose Shopify under Source to have it looked at');
	});

	it('that lie in a list are recognised, and have to be split', async () => {
		const { verdicts, hints } = await classify({}, [{ orders: [shopifyOrder({})] }]);
		expect(verdicts).toEqual([]);
		expect(hints.join(' ')).toContain('Put n8n\'s Split Out node on "orders"');
	});
});

describe('A customer of Shopify who comes with the orders', () => {
	const customer = {
		id: 9,
		email: 'customer-7@shop.example',
		orders_count: 1,
		total_spent: '0.00',
	};

	it('is a prospect where all of them were given and none counts', async () => {
		const { verdicts } = await classify({ source: 'shopify' }, [
			customer,
			shopifyOrder({ financial_status: 'pending', customer: { id: 9 } }),
		]);
		expect(verdicts).toMatchObject([{ stage: 'prospect', orders: 0 }]);
	});

	it('is left out where some are missing', async () => {
		const { verdicts, hints } = await classify({ source: 'shopify' }, [
			{ ...customer, orders_count: 2 },
			shopifyOrder({ financial_status: 'pending', customer: { id: 9 } }),
		]);
		expect(verdicts).toEqual([]);
		expect(hints.join(' ')).toContain('1 with orders but without a date of the last');
	});
});

describe('Categories', () => {
	const table = {
		source: 'custom',
		intervalMethod: 'category',
		categoryIntervals: { values: [{ category: 'bread', every: 7, unit: 'days' }] },
	};
	const bought = (more: object) => ({ email: 'a@shop.example', date: '2026-11-01', ...more });

	it('that are not in the table are named', async () => {
		const { hints } = await classify(table, [bought({ category: 'Wine' })]);
		expect(hints.join(' ')).toContain('1 of the categories bought not in the table: "wine"');
	});

	it('that no item has are told', async () => {
		const { hints } = await classify({ ...table, categoryField: 'kategorie' }, [bought({})]);
		expect(hints.join(' ')).toContain('No item has the field "kategorie" (Category Field)');
	});
});

describe('A deal without a contact', () => {
	it('comes with what to ask for', async () => {
		const { hints } = await classify({ source: 'hubSpot' }, [
			{ dealId: 1, properties: { dealstage: { value: 'closedwon' } } },
		]);
		expect(hints.join(' ')).toContain('Ask for the customer, or for the associated contact');
	});
});

describe('Beside a source that is known by name', () => {
	it('notation and units of sheets do not touch amounts', async () => {
		const options = { amountUnit: 'minor', decimalSeparator: 'comma' };
		const { verdicts } = await classify({ source: 'shopify', options }, [
			shopifyOrder({ total_price: '1234.50' }),
		]);
		expect(verdicts).toMatchObject([{ totalSpent: 1234.5 }]);
	});

	it('a named field that no item has takes nothing away, and is told', async () => {
		const options = { orderIdField: 'nope', currencyField: 'curr' };
		const { verdicts, hints } = await classify({ source: 'shopify', options }, [
			shopifyOrder({}),
			shopifyOrder({}),
		]);
		expect(verdicts).toMatchObject([{ orders: 1, totalSpent: 10, currency: 'EUR' }]);
		expect(hints.join(' ')).toContain('No item has the field "nope" (Order ID Field)');
	});

	it.each(['properties.product', 'product'])(
		'a field is found as dragged and as typed: %s',
		async (categoryField) => {
			const { verdicts } = await classify(
				{
					source: 'hubSpot',
					intervalMethod: 'category',
					categoryField,
					categoryIntervals: { values: [{ category: 'bread', every: 7, unit: 'days' }] },
				},
				[
					{
						id: '5',
						associations: { contacts: { results: [{ id: '9' }] } },
						properties: {
							dealstage: 'closedwon',
							closedate: '2026-11-20T00:00:00Z',
							product: 'bread',
						},
					},
				],
			);
			expect(verdicts).toMatchObject([{ basis: 'category', expectedIntervalDays: 7 }]);
		},
	);

	it('an order that is cancelled stays so, whatever another field says of it', async () => {
		const { verdicts } = await classify(
			{ source: 'shopify', options: { statusField: 'fulfillment_status' } },
			[shopifyOrder({ fulfillment_status: 'fulfilled', cancelled_at: '2026-11-02T10:00:00Z' })],
		);
		expect(verdicts).toMatchObject([{ stage: 'prospect', orders: 0 }]);
	});

	it('what is not known of a status comes with the whole list to set', async () => {
		const { hints } = await classify({ source: 'wooCommerce' }, [
			{
				id: 1,
				order_key: 'a',
				status: 'shipped',
				total: '5',
				date_created_gmt: '2026-11-01T10:00:00',
				billing: { email: 'a@shop.example' },
			},
		]);
		expect(hints.join(' ')).toContain(
			'set Statuses That Count in Options, e.g. to "completed, processing, shipped"',
		);
	});

	it('names only the most frequent of many words', async () => {
		const rows = Array.from({ length: 30 }, (_, i) => ({
			email: `customer-${i}@shop.example`,
			date: '2026-11-01',
			state: `word-${i}`,
		}));
		const { hints } = await classify({ source: 'custom', options: { statusField: 'state' } }, rows);
		expect(hints.join(' ')).toContain('20 other words');
	});
});

describe('Who cannot be told', () => {
	it('is left out, not taken for a prospect: a list of orders that cannot be read', async () => {
		const { verdicts, hints } = await classify(
			{ source: 'custom', inputShape: 'nestedOrders', ordersField: 'orders' },
			[
				{ email: 'bad@shop.example', orders: [{ date: 'soon', amount: 1 }] },
				{ email: 'none@shop.example', orders: [] },
				{ email: 'some@shop.example', orders: [{ date: 'soon' }, { date: '2026-11-01' }] },
			],
		);
		expect(verdicts.map(({ customerKey, stage }) => [customerKey, stage])).toEqual([
			['none@shop.example', 'prospect'],
			['some@shop.example', 'customer'],
		]);
		expect(hints.join(' ')).toContain('1 customer left out');
	});

	it('is left out, not taken for a prospect: an order without a status', async () => {
		const { verdicts } = await classify({ source: 'shopify' }, [
			{ id: 9, email: 'customer-7@shop.example', accepts_marketing: true },
			shopifyOrder({ financial_status: undefined, customer: { id: 9 } }),
		]);
		expect(verdicts).toEqual([]);
	});

	it.each(['null', 'N/A', 'unknown', '-'])('is nobody: %s', async (word) => {
		const { verdicts, hints } = await classify({ source: 'custom' }, [
			{ email: word, date: '2026-11-01', amount: 1 },
			{ email: word, date: '2026-11-02', amount: 1 },
		]);
		expect(verdicts).toEqual([]);
		expect(hints.join(' ')).toContain('2 without a customer');
	});

	it('is pointed out: one ID behind many addresses', async () => {
		const { hints } = await classify(
			{ source: 'custom', options: { secondCustomerField: 'id' } },
			Array.from({ length: 8 }, (_, i) => ({
				email: `customer-${i}@shop.example`,
				id: 1,
				date: '2026-11-01',
			})),
		);
		expect(hints.join(' ')).toContain('joined from many customer IDs or addresses');
	});
});

describe('What is no currency', () => {
	it('is told, not taken for one', async () => {
		const { verdicts, hints } = await classify(
			{ source: 'custom', options: { currencyField: 'note' } },
			[{ email: 'a@shop.example', date: '2026-11-01', amount: 1, note: 'please ring twice' }],
		);
		expect(verdicts).toEqual([]);
		expect(hints.join(' ')).toContain('1 with an unreadable currency');
	});
});

describe('Several records of one order', () => {
	it.each<[string, object, object[], number]>([
		[
			'the one with the latest order date counts',
			{},
			[
				{ date: '2026-10-01', amount: 10 },
				{ date: '2026-10-05', amount: 25 },
			],
			25,
		],
		[
			'the one changed last counts, where that is told',
			{ lastChangeField: 'changed' },
			[
				{ date: '2026-10-01', amount: 10, changed: '2026-10-09' },
				{ date: '2026-10-05', amount: 25, changed: '2026-10-06' },
			],
			10,
		],
		[
			'partial refunds each count',
			{},
			[
				{ date: '2026-10-01', amount: 100 },
				{ date: '2026-10-02', amount: -10 },
				{ date: '2026-10-03', amount: -5 },
			],
			85,
		],
	])('%s', async (_, options, rows, total) => {
		const records = rows.map((row) => ({ email: 'a@shop.example', id: 1, ...row }));
		for (const inAnyOrder of [records, [...records].reverse()]) {
			const { verdicts } = await classify(
				{ source: 'custom', options: { orderIdField: 'id', ...options } },
				inAnyOrder,
			);
			expect(verdicts).toMatchObject([{ orders: 1, totalSpent: total }]);
		}
	});

	it('a refund of Stripe is not undone by a later event of the same payment', async () => {
		const event = (type: string, created: number, object: object) => ({
			id: `evt_${created}`,
			object: 'event',
			type,
			created,
			data: { object: { customer: 'cus_1', currency: 'eur', created: 1_790_000_000, ...object } },
		});
		const { verdicts } = await classify({ source: 'stripe' }, [
			event('charge.refunded', 1_790_000_100, {
				id: 'ch_1',
				object: 'charge',
				payment_intent: 'pi_1',
				status: 'succeeded',
				paid: true,
				captured: true,
				amount: 2000,
				amount_refunded: 2000,
				refunded: true,
			}),
			event('invoice.updated', 1_790_000_200, {
				id: 'in_1',
				object: 'invoice',
				payment_intent: 'pi_1',
				status: 'paid',
				amount_paid: 2000,
			}),
		]);
		expect(verdicts).toMatchObject([{ stage: 'prospect', orders: 0 }]);
	});
});

describe('The address to write to', () => {
	it('is known from the contact where the newest item is a deal without one', async () => {
		const { verdicts, outputs } = await classify({ source: 'hubSpot' }, [
			{ vid: 9, properties: { email: { value: 'Customer-7@Shop.Example' } } },
			{
				dealId: 1,
				associations: { associatedVids: [9] },
				properties: {
					dealstage: { value: 'closedwon' },
					closedate: { value: String(Date.parse('2026-11-01')) },
				},
			},
		]);
		expect(verdicts).toMatchObject([{ customerKey: '9', email: 'customer-7@shop.example' }]);
		expect(outputs[0]?.[0]?.json).toMatchObject({ dealId: 1 });
	});

	it('is not known where nobody tells it', async () => {
		const { verdicts } = await classify({ source: 'custom', customerField: 'id' }, [
			{ id: 7, date: '2026-11-01', amount: 1 },
		]);
		expect(verdicts).toMatchObject([{ customerKey: '7', email: null }]);
	});
});

describe('Settings that can do nothing', () => {
	it.each<[object, string]>([
		[{ countedStatuses: 'paid' }, 'Statuses That Count does nothing without Status Field'],
		[{ eventTypes: 'download' }, 'Event Types That Count does nothing without Event Type Field'],
		[{ joinBy: ['email', 'phone'] }, 'Join Records By phone does nothing without Phone Field'],
		[{ repeatedOrderIds: 'lineItems' }, 'Repeated Order IDs does nothing without Order ID Field'],
		[{ advocateRules: ['referrals'] }, 'Refers Others needs Referrals Field'],
		[{ advocateRules: ['reviews'] }, 'Writes Reviews needs Reviews Field'],
		[{ advocateRules: ['influence'] }, 'Has Influence needs Followers Field'],
		[{ neverGoBack: true }, 'Never Go Back needs Previous Stage Field'],
	])('are told: %p', async (options, hint) => {
		const { hints } = await classify({ source: 'custom', options }, [
			{ email: 'a@shop.example', date: '2026-11-01', amount: 1 },
		]);
		expect(hints.join(' ')).toContain(hint);
	});
});

describe('Activities', () => {
	const contact = (clicked: string) => ({
		vid: 5,
		properties: {
			email: { value: 'a@shop.example' },
			num_associated_deals: { value: '0' },
			hs_email_last_click_date: { value: String(Date.parse(clicked)) },
		},
		ad: '2026-05-01',
	});
	const ads = { values: [{ activity: 'adInteraction', lastDateField: 'ad' }] };

	it('of the user are added to those the source brings', async () => {
		const { verdicts } = await classify({ source: 'hubSpot', activities: ads }, [
			contact('2026-11-20'),
		]);
		expect(verdicts).toMatchObject([{ engagement: { level: 'engaged' } }]);
	});

	it('after the As Of date are not looked at', async () => {
		const { verdicts } = await classify({ source: 'hubSpot', activities: ads }, [
			contact('2026-12-20'),
		]);
		expect(verdicts).toMatchObject([
			{ engagement: { level: 'dormant', lastActivityAt: '2026-05-01T00:00:00.000Z' } },
		]);
	});
});
