import fc from 'fast-check';

import type { CartVerdict } from '../../nodes/core/lapse/CartVerdict';
import { resultOf, sourcesOf } from './resultOf';
import { runNode, runWorkflow, singleNodeWorkflow, type NodeRun } from './runWorkflow';
import { deliveries, describeSamples, inWebhook, named, samples } from './sources/reading';

const AS_OF = '2026-11-22T12:00:00Z';
const STATUSES = ['lapsed', 'atRisk', 'lost', 'active'] as const;

interface Settings {
	parameters?: object;
	options?: object;
}

function watch(
	records: readonly object[],
	{ parameters, options }: Settings = {},
): Promise<NodeRun> {
	return runNode(
		'detectLapsed',
		{ watch: 'carts', ...parameters, options: { asOf: AS_OF, ...options } },
		records,
	);
}

function verdictsOf(run: NodeRun): CartVerdict[] {
	expect(run.error).toBeUndefined();
	return run.outputs.flatMap((items, output) =>
		items.map((item) => {
			const verdict = resultOf<CartVerdict>(item, 'lapse');
			expect(verdict.status).toBe(STATUSES[output]);
			return verdict;
		}),
	);
}

/** Who left on which output, by customer key. */
async function statuses(
	records: readonly object[],
	settings?: Settings,
): Promise<Record<string, string>> {
	const verdicts = verdictsOf(await watch(records, settings));
	expect(new Set(verdicts.map(({ customerKey }) => customerKey)).size).toBe(verdicts.length);
	return Object.fromEntries(verdicts.map(({ customerKey, status }) => [customerKey, status]));
}

async function onlyVerdict(records: readonly object[], settings?: Settings): Promise<CartVerdict> {
	const verdicts = verdictsOf(await watch(records, settings));
	expect(verdicts).toHaveLength(1);
	return verdicts[0]!;
}

/** Rows of a table whose last cell may be left out, each in full. */
function withSettings(
	rows: ReadonlyArray<[string, object[], Settings?]>,
): Array<[string, object[], Settings]> {
	return rows.map(([name, records, settings = {}]) => [name, records, settings]);
}

const ADA = 'ada@shop.example';
const ago = (hours: number) => new Date(Date.parse(AS_OF) - hours * 3_600_000).toISOString();
const event = (name: string, hoursAgo: number, more: object = {}) => ({
	event: name,
	email: ADA,
	date: ago(hoursAgo),
	...more,
});
const cart = (hoursAgo: number, more: object = {}) =>
	event('add_to_cart', hoursAgo, { amount: 84.5, ...more });

describe('Detect Lapsed watching carts, by named fields', () => {
	it('puts carts of each age on their outputs', async () => {
		const ages = { open: 0.5, first: 1, third: 100, old: 14 * 24 };
		const records = named(ages).map(([name, hours]) =>
			cart(hours, { email: `${name}@shop.example` }),
		);
		expect(await statuses(records)).toEqual({
			'open@shop.example': 'atRisk',
			'first@shop.example': 'lapsed',
			'third@shop.example': 'lapsed',
			'old@shop.example': 'lost',
		});
	});

	it('takes limits, steps and the least value from the parameters', async () => {
		const settings = {
			parameters: { abandonedAfterMinutes: 30, giveUpAfterDays: 2 },
			options: { secondReminderAfterHours: 2, thirdReminderAfterHours: 0, minimumCartValue: 50 },
		};
		const verdict = (hours: number, more?: object) => onlyVerdict([cart(hours, more)], settings);
		expect(await verdict(0.5)).toMatchObject({ status: 'lapsed', cart: { step: 1 } });
		expect(await verdict(47)).toMatchObject({
			status: 'lapsed',
			cart: { step: 2, nextStepAt: null },
		});
		expect((await verdict(47)).reason).toContain('reminder 2 of 2 is due.');
		expect(await verdict(48)).toMatchObject({ status: 'lost', suggestedAction: 'leaveInPeace' });
		expect(await verdict(24, { amount: 49.99 })).toMatchObject({ status: 'active' });
		expect(await verdict(24, { amount: '' })).toMatchObject({ status: 'active' });
	});

	it.each([
		['GA4', 'begin_checkout', 'purchase'],
		['Segment', 'Checkout Started', 'Order Completed'],
		['Klaviyo', 'Started Checkout', 'Placed Order'],
		['Meta', 'InitiateCheckout', 'Purchase'],
		['Shopify pixel', 'checkout_started', 'checkout_completed'],
		['a table', 'Cart', 'ORDER'],
	])('knows the events of %s', async (_, begun, ordered) => {
		expect(await statuses([event(begun, 26)])).toEqual({ [ADA]: 'lapsed' });
		expect(await statuses([event(begun, 26), event(ordered, 25)])).toEqual({ [ADA]: 'active' });
		expect(await statuses([event(begun, 26), event(ordered, 27)])).toEqual({ [ADA]: 'lapsed' });
	});

	it('takes other words for carts, orders and views', async () => {
		const options = {
			cartEvents: 'basket filled',
			orderEvents: 'sold; given away',
			viewEvents: 'seen',
			viewedField: 'what',
		};
		const records = [
			event('Basket-Filled', 26),
			event('seen', 27, { what: ['Hat', 'Coat'] }),
			event('add_to_cart', 2),
		];
		const run = await watch(records, { options });
		expect(verdictsOf(run)).toMatchObject([
			{ status: 'lapsed', cart: { ageHours: 26, viewed: ['Hat', 'Coat'] } },
		]);
		expect(run.hints).toContainEqual(
			expect.stringContaining('1 other event not looked at: 1 record "add_to_cart".'),
		);
		expect(await statuses([...records, event('Given Away', 1)], { options })).toEqual({
			[ADA]: 'active',
		});
	});

	it('takes every item for a cart where none has an event, and says so', async () => {
		const records = [{ email: ADA, date: ago(26), amount: 9 }];
		const run = await watch(records);
		expect(verdictsOf(run)).toMatchObject([{ status: 'lapsed' }]);
		expect(run.hints).toEqual([
			expect.stringMatching(
				/^No item has the field "event" \(Event Name Field\): every item is taken for a cart\./,
			),
		]);
		expect((await watch(records, { parameters: { eventNameField: '' } })).hints).toEqual([]);
	});

	it('says where no cart is among the items', async () => {
		const run = await watch([event('purchase', 5), event('view_item', 6)]);
		expect(run.outputs.flat()).toEqual([]);
		expect(run.hints).toContainEqual(expect.stringMatching(/^None of the 2 items is a cart\./));
	});

	it('is told by fields what no order among the items tells', async () => {
		const options = {
			orderedAtField: 'lastOrder',
			ordersSoFarField: 'orders',
			inStockField: 'lines.stock',
			productsField: 'lines.name',
			viewedField: 'seen',
			cartLinkField: 'url',
			cartIdField: 'cartId',
		};
		const record = cart(26, {
			lastOrder: ago(200),
			orders: 4,
			lines: [
				{ name: 'Hat', stock: 0 },
				{ name: 'Coat', stock: 2 },
			],
			seen: ['Shoe'],
			url: 'https://shop.example/cart/7',
			cartId: 7,
		});
		expect(await onlyVerdict([record], { options })).toMatchObject({
			status: 'lapsed',
			episodeId: `${ADA}/cart/7`,
			cart: {
				id: '7',
				customerType: 'existing',
				orders: 4,
				lastOrderAt: ago(200),
				isInStock: true,
				products: ['Hat', 'Coat'],
				viewed: ['Shoe'],
				link: 'https://shop.example/cart/7',
			},
		});
		const changed = (change: object) => onlyVerdict([{ ...record, ...change }], { options });
		expect(await changed({ lastOrder: ago(25) })).toMatchObject({
			status: 'active',
			cart: { orderedSince: ago(25) },
		});
		expect(await changed({ lines: [{ name: 'Hat', stock: 'no' }] })).toMatchObject({
			status: 'active',
			reason: 'Nothing of the cart of 84.50 is in stock.',
		});
		expect(
			await changed({ lastOrder: null, orders: 0, lines: null, seen: null, url: null }),
		).toMatchObject({
			status: 'lapsed',
			cart: { customerType: 'new', isInStock: null, products: [], viewed: [], link: null },
		});
	});

	it('reads reminders sent, the last contact and the last status from the cart, not from an older one', async () => {
		const options = {
			contactCountField: 'mails',
			lastContactField: 'mailedAt',
			previousStatusField: 'was',
			quietHoursAfterContact: 3,
		};
		const older = cart(60, { mails: 3, mailedAt: ago(50), was: 'lapsed' });
		expect(await onlyVerdict([older, cart(26)], { options })).toMatchObject({
			status: 'lapsed',
			newlyLapsed: null,
			contact: { count: null },
		});
		const newer = cart(26, { mails: 1, mailedAt: ago(2), was: 'atRisk' });
		expect(await onlyVerdict([older, newer], { options })).toMatchObject({
			status: 'atRisk',
			suggestedAction: 'later',
			newlyLapsed: false,
			contact: { count: 1, lastAt: ago(2), suppressedUntil: ago(-1) },
		});
	});

	it('judges the newest cart of a customer, and older ones where they are asked for', async () => {
		const records = [cart(50, { amount: 10 }), cart(26, { amount: 20 }), cart(90, { amount: 30 })];
		const newest = await watch(records);
		expect(verdictsOf(newest)).toMatchObject([{ status: 'lapsed', valueAtRisk: 20 }]);
		expect(newest.outputs[0]?.[0]?.json).toMatchObject({ amount: 20 });
		expect(sourcesOf(newest.outputs[0]?.[0])).toEqual([0, 1, 2]);

		const all = verdictsOf(await watch(records, { options: { newestCartOnly: false } }));
		expect(all.map(({ status, cart: { value }, reason }) => [status, value, reason])).toEqual([
			['lapsed', 20, 'Cart of 20.00 left 26 hours ago and no order since; reminder 2 of 3 is due.'],
			['active', 10, 'The same customer left a newer cart 24 hours later.'],
			['active', 30, 'The same customer left a newer cart 64 hours later.'],
		]);
	});

	it('brings the records of one cart together by its ID, as a whole or line by line', async () => {
		const records = [
			cart(30, { id: 'c', amount: 10, product: 'Hat' }),
			cart(26, { id: 'c', amount: 20, product: 'Coat' }),
		];
		const options = { cartIdField: 'id', productsField: 'product' };
		expect(await onlyVerdict(records, { options })).toMatchObject({
			cart: { value: 20, ageHours: 26, products: ['Coat'] },
		});
		const lines = { ...options, repeatedOrderIds: 'lineItems' };
		expect(await onlyVerdict(records, { options: lines })).toMatchObject({
			cart: { value: 30, ageHours: 26, products: ['Coat', 'Hat'] },
		});
	});

	it('keeps currencies apart', async () => {
		const records = [
			event('purchase', 500, { amount: 10, currency: 'USD' }),
			cart(26, { currency: 'EUR' }),
		];
		expect(await onlyVerdict(records, { options: { currencyField: 'currency' } })).toMatchObject({
			valueAtRisk: 84.5,
			currency: 'EUR',
			totalSpent: null,
			spentByCurrency: { USD: 10 },
			cart: { currency: 'EUR', customerType: 'existing' },
		});
	});

	it('judges as of the instant: what is later had not happened', async () => {
		const records = [cart(30), cart(2, { amount: 1 }), event('purchase', 1)];
		const settings = { options: { asOf: ago(3) } };
		const run = await watch(records, settings);
		expect(verdictsOf(run)).toMatchObject([
			{ status: 'lapsed', valueAtRisk: 84.5, cart: { ageHours: 27, orderedSince: null } },
		]);
		expect(run.hints).toContain('2 records later than the As Of date left out.');
		expect(await statuses(records)).toEqual({ [ADA]: 'active' });
	});

	it('takes no unpaid order of later for one since', async () => {
		const records = [cart(30), event('purchase', 1, { status: 'pending' })];
		const options = { statusField: 'status' };
		expect(await statuses(records, { options: { ...options, asOf: ago(3) } })).toEqual({
			[ADA]: 'lapsed',
		});
		expect(await statuses(records, { options })).toEqual({ [ADA]: 'active' });
	});
});

describe('Nobody who ordered is taken for one who left a cart', () => {
	const accountAndGuest = { options: { secondCustomerField: 'customerId', phoneField: 'phone' } };

	it.each<[string, object[], Settings]>(
		withSettings([
			['the order in the same second', [event('purchase', 26)]],
			[
				'the order of the same day without a time',
				[event('purchase', 0, { date: ago(26).slice(0, 10) })],
			],
			[
				'a guest order under the same address',
				[event('purchase', 20, { email: ' ADA@shop.example ' })],
			],
			[
				'an order of the account, the address only in another item',
				[
					event('purchase', 20, { email: null, customerId: 5 }),
					event('identify', 99, { customerId: 5 }),
				],
				accountAndGuest,
			],
			[
				'an order by the phone of the cart',
				[event('purchase', 20, { email: 'other@shop.example', phone: '+49 30 901820' })],
				accountAndGuest,
			],
			[
				'an order of the cart by another address',
				[event('purchase', 20, { email: 'other@shop.example', cartId: 'c' })],
				{ options: { cartIdField: 'cartId' } },
			],
			[
				'an order of the cart from before its last change',
				[event('purchase', 27, { cartId: 'c' })],
				{ options: { cartIdField: 'cartId' } },
			],
			[
				'an order not paid yet',
				[event('purchase', 20, { status: 'pending' })],
				{ options: { statusField: 'status' } },
			],
			[
				'an order of a status nobody knows',
				[event('purchase', 20, { status: 'in the oven' })],
				{ options: { statusField: 'status' } },
			],
			[
				'an order that was sent back',
				[event('purchase', 20, { status: 'refunded' })],
				{ options: { statusField: 'status' } },
			],
		]),
	)('%s', async (_, orders, settings) => {
		const records = [cart(26, { cartId: 'c', phone: '+4930901820' }), ...orders];
		for (const delivered of deliveries(records)) {
			expect(await statuses(delivered, settings)).toMatchObject({ [ADA]: 'active' });
		}
	});

	it.each<[string, object[], Settings]>(
		withSettings([
			['the order of somebody else', [event('purchase', 20, { email: 'bob@shop.example' })]],
			['an order before the cart', [event('purchase', 27)]],
			[
				'a cancelled order',
				[event('purchase', 20, { status: 'cancelled' })],
				{ options: { statusField: 'status' } },
			],
			[
				'a payment that was refused',
				[event('purchase', 20, { status: 'failed', cartId: 'c' })],
				{ options: { statusField: 'status', cartIdField: 'cartId' } },
			],
			['money that went back', [event('purchase', 20, { amount: -5 })]],
			['a view', [event('view_item', 20)]],
		]),
	)('but %s is no order since', async (_, others, settings) => {
		expect(await statuses([cart(26, { cartId: 'c' }), ...others], settings)).toMatchObject({
			[ADA]: 'lapsed',
		});
	});

	it.each([
		[
			'an order without a readable date',
			event('purchase', 0, { date: 'soon' }),
			'1 with an unreadable date',
		],
		[
			'an order of an unreadable amount',
			event('purchase', 20, { amount: 'lots' }),
			'1 with an unreadable amount',
		],
		['a newer cart without a date', cart(0, { date: null }), '1 without a date'],
		[
			'a date of an order that cannot be read',
			cart(28, { lastOrder: 'soon' }),
			'1 with an unreadable date of an order',
		],
		[
			'a stock flag that cannot be read',
			cart(28, { stock: 'perhaps' }),
			'1 with an unreadable stock flag',
		],
		[
			'a number of orders that cannot be read',
			cart(28, { orders: 1.5 }),
			'1 with an unreadable order count',
		],
	])('nor is anybody judged with %s', async (_, bad, told) => {
		const options = {
			orderedAtField: 'lastOrder',
			inStockField: 'stock',
			ordersSoFarField: 'orders',
		};
		const records = [
			cart(26),
			bad,
			cart(26, { email: 'bob@shop.example', lastOrder: ago(99), stock: 1, orders: 1 }),
		];
		const run = await watch(records, { options });
		expect(verdictsOf(run)).toMatchObject([{ customerKey: 'bob@shop.example', status: 'lapsed' }]);
		expect(run.hints).toContain(
			'1 customer left out: an order or a cart of theirs could not be read.',
		);
		expect(run.hints).toContainEqual(expect.stringContaining(`1 of 3 records skipped: ${told}.`));
	});

	it('nor where older orders can be read', async () => {
		const run = await watch([
			event('purchase', 99),
			cart(26),
			event('purchase', 0, { date: 'soon' }),
		]);
		expect(run.outputs.flat()).toEqual([]);
	});

	it('a view that cannot be read takes nothing away', async () => {
		const run = await watch([cart(26), event('view_item', 0, { date: 'soon' })], {
			options: { viewedField: 'product' },
		});
		expect(verdictsOf(run)).toMatchObject([{ status: 'lapsed' }]);
		expect(run.hints).toContainEqual(expect.stringContaining('1 with an unreadable date'));
	});

	it('a cart in the future is none, and with no As Of it is reported', async () => {
		const future = cart(-24 * 400);
		expect((await watch([future])).outputs.flat()).toEqual([]);
		const run = await watch([future], { options: { asOf: '' } });
		expect(run.outputs.flat()).toEqual([]);
		expect(run.hints).toContainEqual(expect.stringContaining('1 with a date in the future'));
	});

	it('comes to the same whatever the order of the items', async () => {
		const who = fc.constantFrom(ADA, 'bob@shop.example', ' ADA@shop.example');
		const records = fc.array(
			fc.record({
				event: fc.constantFrom('add_to_cart', 'purchase', 'view_item', 'page_view'),
				email: who,
				date: fc.integer({ min: 0, max: 20 }).map((step) => ago(step * 5)),
				amount: fc.constantFrom(10, 20, null),
				id: fc.constantFrom(null, 'a', 'b'),
				product: fc.constantFrom('Hat', 'Coat'),
			}),
			{ minLength: 1, maxLength: 8 },
		);
		const options = { cartIdField: 'id', viewedField: 'product', productsField: 'product' };
		const plain = async (given: readonly object[]) =>
			verdictsOf(await watch(given, { options })).sort((one, other) =>
				one.customerKey < other.customerKey ? -1 : 1,
			);
		await fc.assert(
			fc.asyncProperty(
				records.chain((given) =>
					fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
				),
				async ([given, shuffled]) => {
					const verdicts = await plain(given);
					expect(await plain(shuffled)).toEqual(verdicts);
					for (const {
						status,
						customerKey,
						cart: { at },
					} of verdicts) {
						const orders = given.filter(
							({ event: name, email }) =>
								name === 'purchase' && email.trim().toLowerCase() === customerKey,
						);
						const hasSince = orders.some(({ date }) => Date.parse(date) >= Date.parse(at));
						if (hasSince) expect(status).toBe('active');
					}
				},
			),
			{ numRuns: 60 },
		);
	});
});

describe('Carts that cannot be read', () => {
	const bad = cart(26, { email: null });
	const good = cart(26, { email: 'good@shop.example' });

	it('go to the error output and to no campaign', async () => {
		const run = await runNode(
			'detectLapsed',
			{ watch: 'carts', options: { asOf: AS_OF, onBadData: 'errorOutput' } },
			[bad, good],
			{ onError: 'continueErrorOutput' },
		);
		expect(run.outputs.map(({ length }) => length)).toEqual([1, 0, 0, 0, 1]);
		expect(run.outputs[4]?.[0]?.json).toMatchObject({
			error: 'Customer Field "email" is empty (item 0)',
		});
	});

	it('stop the workflow where that is wanted', async () => {
		const run = await watch([good, bad], { options: { onBadData: 'stop' } });
		expect(run.error?.message).toContain('Customer Field "email" is empty');
	});

	it.each<[string, Settings, RegExp]>([
		[
			'reminders out of order',
			{ options: { secondReminderAfterHours: 0.5 } },
			/Reminder 2 is due after 30 minutes/,
		],
		[
			'giving up too early',
			{ parameters: { giveUpAfterDays: 0.01 } },
			/Give Up After is 14 minutes/,
		],
		[
			'no date field',
			{ parameters: { eventDateField: ' ', source: 'custom' } },
			/Event Date Field is empty/,
		],
	])('%s stop the run before the first item', async (_, settings, message) => {
		expect((await watch([good], settings)).error?.message).toMatch(message);
	});
});

describe('Carts of shops', () => {
	const checkout = (hoursAgo: number, more: object = {}) => ({
		id: 901,
		token: 'tok-901',
		email: ADA,
		created_at: ago(hoursAgo + 1),
		updated_at: ago(hoursAgo),
		completed_at: null,
		abandoned_checkout_url: 'https://shop.example/recover/901',
		total_price: '84.50',
		currency: 'EUR',
		line_items: [{ title: 'Wool scarf' }, { title: 'Hat' }],
		...more,
	});
	const order = (hoursAgo: number, more: object = {}) => ({
		id: 1,
		email: ADA,
		processed_at: ago(hoursAgo),
		financial_status: 'paid',
		total_price: '84.50',
		currency: 'EUR',
		...more,
	});

	it('reads checkouts of Shopify', async () => {
		const run = await watch([checkout(26, { customer: { id: 5, orders_count: 2 } })]);
		expect(verdictsOf(run)).toMatchObject([
			{
				customerKey: ADA,
				status: 'lapsed',
				episodeId: `${ADA}/cart/901`,
				reason: 'Cart of 84.50 EUR left 26 hours ago and no order since; reminder 2 of 3 is due.',
				cart: {
					id: '901',
					customerType: 'existing',
					orders: 2,
					products: ['Wool scarf', 'Hat'],
					link: 'https://shop.example/recover/901',
				},
			},
		]);
		expect(run.hints).toEqual([expect.stringContaining('Recognised as Shopify')]);
	});

	it.each<[string, object[]]>([
		['an order since', [checkout(26), order(20)]],
		[
			'a guest order of the same address',
			[checkout(26, { customer: { id: 5 } }), order(20, { email: ADA })],
		],
		[
			'an order of the account',
			[checkout(26, { customer: { id: 5 } }), order(20, { email: null, customer: { id: 5 } })],
		],
		['a completed checkout', [checkout(26, { completed_at: ago(27) })]],
		[
			'an order of the checkout under another address',
			[checkout(26), order(27, { email: 'x@shop.example', checkout_id: 901 })],
		],
		[
			'an order of the checkout by its token',
			[checkout(26), order(27, { checkout_token: 'tok-901' })],
		],
		['an order that is not paid yet', [checkout(26), order(20, { financial_status: 'pending' })]],
		['a refunded order', [checkout(26), order(20, { financial_status: 'refunded' })]],
	])('leaves out who has %s', async (_, records) => {
		for (const delivered of deliveries(records)) {
			expect(await statuses(delivered)).toMatchObject({ [ADA]: 'active' });
		}
	});

	it.each<[string, object[]]>([
		['a cancelled order since', [checkout(26), order(20, { cancelled_at: ago(19) })]],
		['a test order since', [checkout(26), order(20, { test: true })]],
		['an order before', [checkout(26), order(27)]],
		[
			'the customer record beside it',
			[checkout(26), { id: 5, email: ADA, orders_count: 3, total_spent: '9' }],
		],
	])('reminds who has %s', async (_, records) => {
		expect(await statuses(records)).toEqual({ [ADA]: 'lapsed' });
	});

	it('tells existing customers by the customer record beside the checkout', async () => {
		const customer = { id: 5, email: ADA, orders_count: 3, total_spent: '9' };
		expect((await onlyVerdict([checkout(26), customer])).cart).toMatchObject({
			customerType: 'existing',
			orders: 3,
		});
	});

	it('reads checkouts as webhooks bring them, the last change of each', async () => {
		const records = [checkout(26, { email: 'ada@shp.example' }), checkout(25)].map(inWebhook);
		for (const delivered of deliveries(records)) {
			expect(await statuses(delivered)).toEqual({ [ADA]: 'lapsed' });
		}
	});

	const wooOrder = (status: string, hoursAgo: number, more: object = {}) => ({
		id: 71,
		status,
		order_key: 'wc_order_x',
		currency: 'EUR',
		total: '84.50',
		customer_id: 0,
		billing: { email: ADA },
		date_created_gmt: ago(hoursAgo + 1).slice(0, 19),
		date_modified_gmt: ago(hoursAgo).slice(0, 19),
		payment_url: 'https://shop.example/pay/71',
		line_items: [{ name: 'Wool scarf' }],
		...more,
	});

	it.each(['pending', 'failed', 'checkout-draft', 'wc-pending'])(
		'takes an order of WooCommerce that is %s for a cart',
		async (status) => {
			expect(await onlyVerdict([wooOrder(status, 26)])).toMatchObject({
				status: 'lapsed',
				cart: {
					id: '71',
					at: ago(26),
					value: 84.5,
					products: ['Wool scarf'],
					link: 'https://shop.example/pay/71',
				},
			});
		},
	);

	it.each<[string, object[]]>([
		['the same order, paid', [wooOrder('processing', 20)]],
		['another order since', [wooOrder('completed', 20, { id: 72 })]],
		['an order that waits for a transfer', [wooOrder('on-hold', 20, { id: 72 })]],
		['the same order, cancelled', [wooOrder('cancelled', 20)]],
	])('and leaves out who has %s', async (_, orders) => {
		for (const delivered of deliveries([wooOrder('pending', 26), ...orders])) {
			expect(await statuses(delivered)).toEqual({ [ADA]: 'active' });
		}
	});

	it('has no carts of systems that tell of none, and says so', async () => {
		const run = await watch(
			[
				{
					id: 'ch_1',
					object: 'charge',
					amount: 500,
					currency: 'eur',
					created: 1_790_000_000,
					status: 'succeeded',
					customer: 'cus_1',
				},
			],
			{ parameters: { source: 'stripe' } },
		);
		expect(run.error).toBeUndefined();
		expect(run.outputs.flat()).toEqual([]);
		expect(run.hints).toContainEqual(expect.stringMatching(/^None of the 1 item is a cart\./));
	});

	it('leaves checkouts to be people, and pending orders to be orders, where purchases are watched', async () => {
		const purchases = (records: object[]) =>
			runNode('detectLapsed', { watch: 'purchases', options: { asOf: AS_OF } }, records);
		const run = await purchases([checkout(26)]);
		expect(run.outputs.flat()).toEqual([]);
		expect(run.hints).toContain(
			'1 customer without an order left out: who never bought cannot lapse.',
		);
		expect((await purchases([wooOrder('pending', 26)])).hints).toContain(
			'Not counted as purchases: 1 record "pending".',
		);
	});
});

describeSamples('Recorded carts', () => {
	it('reads the abandoned checkout of Shopify', async () => {
		const [sample] = samples('shopify/abandoned_checkout_rest_2024-07.json');
		const settings = { options: { asOf: '2012-10-13T12:05:27Z' } };
		expect(await onlyVerdict([sample!], settings)).toMatchObject({
			customerKey: 'bob.norman@mail.example.com',
			status: 'lapsed',
			valueAtRisk: 379.69,
			currency: 'USD',
			reason: 'Cart of 379.69 USD left 25 hours ago and no order since; reminder 2 of 3 is due.',
			cart: {
				id: '450789469',
				customerType: 'existing',
				products: ['IPod Nano - 8GB'],
				link: 'https://checkout.local/548380009/checkouts/2a1ace52255252df566af0faaedfbfa7/recover',
			},
		});
		const bought = { ...(sample as object), completed_at: '2012-10-12T08:05:27-04:00' };
		expect((await onlyVerdict([bought], settings)).status).toBe('active');
	});

	it('reads it beside orders of the same shop', async () => {
		const run = await watch(
			[
				...samples('shopify/abandoned_checkout_rest_2024-07.json'),
				...samples('shopify/order_rest_2024-07_paid_with_new_customer.json'),
			],
			{ options: { asOf: '' } },
		);
		expect(verdictsOf(run).map(({ status }) => status)).not.toContain('lapsed');
	});
});

it('counts hours as they pass, also over the change of clocks', async () => {
	const saved = {
		...singleNodeWorkflow('detectLapsed', {
			watch: 'carts',
			options: { asOf: '2026-10-25T12:00:00+01:00' },
		}),
		settings: { timezone: 'Europe/Berlin' },
	};
	const run = (await runWorkflow(saved, [{ ...cart(0), date: '2026-10-24T12:00:00' }]))('Node');
	expect(verdictsOf(run)[0]?.cart).toMatchObject({ ageHours: 25, step: 2 });
});
