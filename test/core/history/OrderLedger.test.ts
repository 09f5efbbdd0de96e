import fc from 'fast-check';

import { EVERY_DAY, OpenDays } from '../../../nodes/core/history/OpenDays';
import {
	OrderLedger,
	STANDINGS,
	type LedgerPolicy,
	type OrderRecord,
} from '../../../nodes/core/history/OrderLedger';
import { spendOf } from '../../../nodes/core/history/PurchaseHistory';
import type { PurchaseSummary } from '../../../nodes/core/history/summarisedHistory';
import { PersonRegistry, type Identifiers } from '../../../nodes/core/reading/PersonRegistry';
import { dayNumber, noonOf, UTC } from '../orderHistory';

const POLICY: LedgerPolicy = {
	zone: UTC,
	openDays: EVERY_DAY,
	orderIdScope: 'shop',
	repeatedOrderIds: 'sameOrder',
};
const LINES: LedgerPolicy = { ...POLICY, repeatedOrderIds: 'lineItems' };
const DAY = dayNumber('2026-03-02');
const AT = noonOf(DAY);

/** A record as it comes in: from where, of whom, and what it says; an order of 10 EUR on DAY. */
interface Delivery extends Partial<OrderRecord> {
	source?: number;
	who?: Identifiers;
}

/** A record that tells of a person only. */
interface Contact {
	source: number;
	who: Identifiers;
	summary?: PurchaseSummary;
}

const A: Identifiers = { email: 'anna@shop.example' };
const B: Identifiers = { email: 'ben@shop.example' };

function ledgerOf(
	deliveries: readonly Delivery[],
	policy = POLICY,
	contacts: readonly Contact[] = [],
	expectedRows = deliveries.length,
) {
	const registry = new PersonRegistry({ prefer: 'email', joinBy: ['email', 'id'] });
	const ledger = new OrderLedger(policy, expectedRows);
	deliveries.forEach(({ source, who = A, ...record }, i) => {
		const handle = registry.register(who, record.at ?? AT)!;
		ledger.addOrder(source ?? i, handle, {
			at: AT,
			amount: 10,
			currency: 'EUR',
			standing: 'purchase',
			...record,
		});
	});
	for (const { source, who, summary } of contacts) {
		ledger.addPerson(source, registry.register(who, Number.NaN)!, summary);
	}
	const customers = ledger.customers(registry);
	return { customers, ledger, registry };
}

/** The one customer of some records. */
function customerOf(
	deliveries: readonly Delivery[],
	policy = POLICY,
	contacts?: readonly Contact[],
) {
	const { customers } = ledgerOf(deliveries, policy, contacts);
	expect(customers).toHaveLength(1);
	return customers[0]!;
}

/** Number of orders and spend by currency of each customer, by key. */
function booksOf(deliveries: readonly Delivery[], policy = POLICY) {
	return Object.fromEntries(
		ledgerOf(deliveries, policy).customers.map(({ history }) => [
			history.customerKey,
			[history.orders, Object.fromEntries(history.spent)],
		]),
	);
}

describe('The list of placed orders', () => {
	const LISTING: LedgerPolicy = { ...POLICY, listsPlaced: true };

	it('is made only where it is asked for', () => {
		expect(customerOf([{}])).not.toHaveProperty('placed');
	});

	it('has what was bought, not paid yet or paid back, and nothing that was cancelled', () => {
		const { placed } = customerOf(
			[
				{ at: 1 },
				{ at: 2, standing: 'pending' },
				{ at: 3, standing: 'void', wasPaidBack: true },
				{ at: 4, standing: 'void' },
				{ at: 5, amount: -3 },
				{ at: Number.NaN, standing: 'pending' },
			],
			LISTING,
		);
		expect(placed).toEqual([
			{ at: 1, isPaid: true },
			{ at: 2, isPaid: false },
			{ at: 3, isPaid: false },
		]);
	});

	it('has an order that was delivered twice once, as it is now', () => {
		const { placed } = customerOf(
			[
				{ at: 1, orderId: 'o', standing: 'pending', version: 1 },
				{ at: 1, orderId: 'o', version: 2 },
				{ at: 2, orderId: 'p' },
				{ at: 2, orderId: 'p', standing: 'void', version: 2 },
			],
			LISTING,
		);
		expect(placed).toEqual([{ at: 1, isPaid: true }]);
	});
});

describe('OrderLedger', () => {
	it('brings the orders of each customer together, however they are mixed', () => {
		const { customers, ledger } = ledgerOf([
			{ who: A, at: noonOf(DAY + 7) },
			{ who: B, at: noonOf(DAY + 1), amount: 5 },
			{ who: A, at: noonOf(DAY) },
		]);
		expect(customers.map(({ history }) => history)).toMatchObject([
			{ customerKey: 'anna@shop.example', orders: 2, orderDays: [DAY, DAY + 7], gaps: [7] },
			{ customerKey: 'ben@shop.example', orders: 1, orderDays: [DAY + 1] },
		]);
		expect(customers.map(({ sources }) => [...Array.from(sources)])).toEqual([[0, 2], [1]]);
		expect([ledger.repeated, ledger.lookAlikes]).toEqual([0, 0]);
	});

	it('lists customers in the order in which they became known', () => {
		const keys = (deliveries: Delivery[]) =>
			ledgerOf(deliveries).customers.map(({ history }) => history.customerKey);
		expect(keys([{ who: B }, { who: A }, { who: B }])).toEqual([B.email, A.email]);
		expect(keys([{ who: A }, { who: B }])).toEqual([A.email, B.email]);
	});

	it('counts more records than were expected', () => {
		const deliveries = Array.from({ length: 1000 }, (_, i) => ({
			who: { id: String(i % 7) },
			at: noonOf(DAY + i),
			orderId: String(i),
			currency: i % 2 === 0 ? 'EUR' : 'USD',
		}));
		const { customers } = ledgerOf(deliveries, POLICY, [], 0);
		expect(customers.reduce((sum, { history }) => sum + history.orders, 0)).toBe(1000);
		expect(customers[3]?.history).toMatchObject({ orders: 143 });
		expect(customers[3]?.history.spent).toEqual(
			new Map([
				['USD', 720],
				['EUR', 710],
			]),
		);
		expect(ledgerOf(deliveries).customers).toEqual(customers);
	});

	it('counts days by the zone and gaps by the open days', () => {
		const policy = { ...POLICY, openDays: new OpenDays([0]) };
		const { history } = customerOf([{ at: noonOf(DAY) }, { at: noonOf(DAY + 7) }], policy);
		expect(history.gaps).toEqual([6]);
	});
});

describe('what is an order', () => {
	// Source: docstring of Standing; DESIGN section 8, "refunds, cancelled, test, pending and unpaid
	// orders are no purchases".
	it.each(STANDINGS)('%s', (standing) => {
		const { history, sources } = customerOf([{ standing }]);
		const isPurchase = standing === 'purchase';
		expect(history.orders).toBe(isPurchase ? 1 : 0);
		expect(spendOf(history).total).toBe(isPurchase ? 10 : undefined);
		expect(Array.from(sources)).toEqual([0]);
	});

	it('a refund lowers the spend and is none', () => {
		const { history } = customerOf([{ orderId: '1', amount: 10 }, { amount: -4 }]);
		expect(history.orders).toBe(1);
		expect(spendOf(history)).toMatchObject({ total: 6, average: 6 });
	});

	it('a refund that carries the id of its order is no repetition of it, in either order', () => {
		const order = { orderId: '1', amount: 10 };
		const refund = { orderId: '1', amount: -4, at: noonOf(DAY + 3) };
		for (const deliveries of [
			[order, refund],
			[refund, order],
			[order, refund, order, refund],
		]) {
			const { customers, ledger } = ledgerOf(deliveries);
			expect(customers[0]?.history).toMatchObject({ orders: 1, orderDays: [DAY] });
			expect(spendOf(customers[0]!.history).total).toBe(6);
			expect(ledger.repeated).toBe(deliveries.length - 2);
		}
	});

	it('a refund that failed gives nothing back', () => {
		const { history } = customerOf([{ amount: 10 }, { amount: -10, standing: 'void' }]);
		expect(spendOf(history).total).toBe(10);
	});

	it('currencies are kept apart, and "not given" is one of its own', () => {
		expect(
			booksOf([
				{ currency: 'EUR', amount: 1 },
				{ currency: 'USD', amount: 2 },
				{ currency: undefined, amount: 4 },
				{ currency: 'EUR', amount: 8 },
				{ currency: 'GBP', amount: undefined },
			]),
		).toEqual({ 'anna@shop.example': [5, { EUR: 9, USD: 2, '': 4 }] });
	});

	it('an order for nothing and one of unknown amount are both orders', () => {
		const { history } = customerOf([{ amount: 0 }, { amount: undefined }]);
		expect(history).toMatchObject({ orders: 2, pricedOrders: 1 });
		expect(spendOf(history)).toMatchObject({ total: 0, average: 0 });
	});

	it('its categories are those of its record', () => {
		const { history } = customerOf([
			{ categories: ['bread'] },
			{ at: noonOf(DAY + 1), categories: ['bread', 'cake'] },
			{ at: noonOf(DAY + 2), categories: ['cake'], standing: 'void' },
		]);
		expect(history.categories).toEqual(
			new Map([
				['bread', { orders: 2, lastDay: DAY + 1 }],
				['cake', { orders: 1, lastDay: DAY + 1 }],
			]),
		);
	});
});

describe('several records of one order', () => {
	/** What counts after the records came in as they are, and the other way round. */
	function settled(records: Delivery[], policy = POLICY) {
		const books = [records, [...records].reverse()].map((deliveries) => {
			const { customers, ledger } = ledgerOf(
				deliveries.map((record) => ({ orderId: '1', ...record })),
				policy,
			);
			const [customer] = customers;
			return {
				orders: customer?.history.orders,
				total: spendOf(customer!.history).total,
				at: customer?.history.lastOrderAt,
				repeated: ledger.repeated,
			};
		});
		expect(books[1]).toEqual(books[0]);
		return books[0];
	}

	it('delivered again are one', () => {
		expect(settled([{}, {}, {}])).toEqual({ orders: 1, total: 10, at: AT, repeated: 2 });
	});

	// Source: comments of OrderRecord.version and LATER_IN_LIFE.
	it.each<[string, Delivery[], number, number | undefined]>([
		[
			'the newest rules',
			[
				{ version: 1, amount: 10 },
				{ version: 2, amount: 7 },
			],
			1,
			7,
		],
		[
			'kills: the lower amount before the newer',
			[{ version: 1, amount: 7 }, { version: 2 }],
			1,
			10,
		],
		[
			'one with a version rules over one without',
			[{ amount: 3 }, { version: 1, amount: 10 }],
			1,
			10,
		],
		['cancelled later', [{ version: 1 }, { version: 2, standing: 'void' }], 0, undefined],
		[
			'kills: void for ever: paid again later',
			[
				{ version: 1, standing: 'void' },
				{ version: 2, standing: 'purchase' },
			],
			1,
			10,
		],
		['void over purchase at the same age', [{ standing: 'void' }, {}], 0, undefined],
		[
			'void over purchase of the same version',
			[{ version: 3, standing: 'void' }, { version: 3 }],
			0,
			undefined,
		],
		['purchase over pending at the same age', [{ standing: 'pending' }, {}], 1, 10],
		[
			'void over pending at the same age',
			[{ standing: 'pending' }, { standing: 'void' }],
			0,
			undefined,
		],
		['pending again later', [{ version: 1 }, { version: 2, standing: 'pending' }], 0, undefined],
		['what is left after a partial refund', [{ amount: 10 }, { amount: 6 }], 1, 6],
		[
			'three states',
			[
				{ version: 1, standing: 'pending' },
				{ version: 3, amount: 8 },
				{ version: 2, amount: 10 },
			],
			1,
			8,
		],
	])('%s', (_, records, orders, total) => {
		expect(settled(records)).toMatchObject({ orders, total, repeated: records.length - 1 });
	});

	it('are told apart by a shop’s ids, and among one customer’s where ids are the customer’s', () => {
		const deliveries: Delivery[] = [
			{ who: A, orderId: '1' },
			{ who: B, orderId: '1' },
			{ who: B, orderId: '1' },
		];
		const ofCustomer = ledgerOf(deliveries, { ...POLICY, orderIdScope: 'customer' });
		expect(ofCustomer.customers.map(({ history }) => history.orders)).toEqual([1, 1]);
		expect(ofCustomer.ledger.repeated).toBe(1);
		const ofShop = ledgerOf(deliveries, POLICY);
		expect(ofShop.customers.reduce((sum, { history }) => sum + history.orders, 0)).toBe(1);
		expect(ofShop.ledger.repeated).toBe(2);
	});

	it('are a customer’s also where two records make one person', () => {
		const { customers, ledger } = ledgerOf(
			[
				{ who: { id: '7' }, orderId: '1' },
				{ who: { ...A, id: '7' }, orderId: '2' },
				{ who: A, orderId: '1' },
			],
			{ ...POLICY, orderIdScope: 'customer' },
		);
		expect(customers.map(({ history }) => history.orders)).toEqual([2]);
		expect(ledger.repeated).toBe(1);
	});

	it('kills: ids and customers run together, "1 2" and "12"', () => {
		const scopes = ['shop', 'customer'] as const;
		for (const orderIdScope of scopes) {
			const ids = ['12', '1 2', ' 12', '2', 'refund 12', '__proto__'];
			const { history } = customerOf(
				ids.map((orderId) => ({ orderId })),
				{ ...POLICY, orderIdScope },
			);
			expect(history.orders).toBe(ids.length);
		}
	});

	it('leave orders without an id alone', () => {
		const { ledger, customers } = ledgerOf([{ orderId: '1' }, {}, {}, { orderId: '1' }]);
		expect(customers[0]?.history.orders).toBe(3);
		expect(ledger.repeated).toBe(1);
	});
});

describe('records that are lines of an order', () => {
	it('add up to one order of the earliest instant, and are no repetitions', () => {
		const { customers, ledger } = ledgerOf(
			[
				{ orderId: '1', amount: 10, at: noonOf(DAY + 2), categories: ['bread'] },
				{ orderId: '2', amount: 1, at: noonOf(DAY + 9) },
				{ orderId: '1', amount: 2.5, at: AT, categories: ['cake', 'bread'] },
				{ orderId: '1', amount: undefined, at: noonOf(DAY + 5), categories: ['oven'] },
			],
			LINES,
		);
		const { history } = customers[0]!;
		expect(history).toMatchObject({ orders: 2, pricedOrders: 2, orderDays: [DAY, DAY + 9] });
		expect(spendOf(history)).toMatchObject({ total: 13.5, average: 6.75 });
		expect(Object.fromEntries(history.categories ?? [])).toEqual({
			bread: { orders: 1, lastDay: DAY },
			cake: { orders: 1, lastDay: DAY },
			oven: { orders: 1, lastDay: DAY },
		});
		expect(ledger.repeated).toBe(0);
	});

	it('count a line that gives money back against its order', () => {
		const lines = [
			{ orderId: '1', amount: 10 },
			{ orderId: '1', amount: -4 },
		];
		for (const deliveries of [lines, [...lines].reverse()]) {
			expect(booksOf(deliveries, LINES)).toEqual({ 'anna@shop.example': [1, { EUR: 6 }] });
		}
	});

	it('have an unknown sum only where no line has an amount', () => {
		const unknown = { orderId: '1', amount: undefined };
		expect(customerOf([unknown, unknown], LINES).history).toMatchObject({
			orders: 1,
			pricedOrders: 0,
		});
		expect(spendOf(customerOf([unknown, { orderId: '1' }], LINES).history).total).toBe(10);
	});

	it('each count as an order where lines are not asked for', () => {
		const two = [
			{ orderId: '1', amount: 10 },
			{ orderId: '1', amount: 2 },
		];
		expect(booksOf(two, LINES)).toEqual({ 'anna@shop.example': [1, { EUR: 12 }] });
		expect(booksOf(two, POLICY)).toEqual({ 'anna@shop.example': [1, { EUR: 2 }] });
	});

	it('do not depend on which line comes first, also where one of them is cancelled', () => {
		// Source: docstring of OrderLedger, "all orders of a run, in any order".
		const lines: Delivery[] = [
			{ orderId: '1', amount: 10 },
			{ orderId: '1', amount: 5, standing: 'void' },
		];
		expect(booksOf([...lines].reverse(), LINES)).toEqual(booksOf(lines, LINES));
		expect(booksOf(lines, LINES)).toEqual({ 'anna@shop.example': [1, { EUR: 10 }] });
	});

	it('do not depend on which line comes first, also where one names the currency', () => {
		// Shopify’s order export names currency and totals on the first line of an order only.
		const lines: Delivery[] = [
			{ orderId: '1', amount: 10, currency: 'EUR' },
			{ orderId: '1', amount: 5, currency: undefined },
		];
		expect(booksOf([...lines].reverse(), LINES)).toEqual(booksOf(lines, LINES));
		expect(booksOf(lines, LINES)).toEqual({ 'anna@shop.example': [1, { EUR: 15 }] });
	});
});

describe('orders without an id that look alike', () => {
	it.each<[string, Delivery[], number]>([
		['same instant and amount', [{}, {}], 1],
		['three of them', [{}, {}, {}], 2],
		['another amount', [{}, { amount: 11 }], 0],
		['another instant', [{}, { at: AT + 1 }], 0],
		['another currency', [{}, { currency: 'USD' }], 0],
		['another customer', [{ who: A }, { who: B }], 0],
		['unknown amounts', [{ amount: undefined }, { amount: undefined }], 1],
		['one of them void', [{}, { standing: 'void' }], 0],
		['two that have ids', [{ orderId: '1' }, { orderId: '2' }], 0],
	])('%s: %#', (_, deliveries, expected) => {
		const { ledger, customers } = ledgerOf(deliveries);
		expect(ledger.lookAlikes).toBe(expected);
		const purchases = deliveries.filter(({ standing = 'purchase' }) => standing === 'purchase');
		expect(customers.reduce((sum, { history }) => sum + history.orders, 0)).toBe(purchases.length);
	});
});

describe('guests and accounts', () => {
	it('are one customer, with all orders under the preferred key', () => {
		const { customers, registry } = ledgerOf([
			{ who: { id: '7' } },
			{ who: A, at: noonOf(DAY + 1) },
			{ who: { id: '7', ...A }, at: noonOf(DAY + 2) },
			{ who: { id: '8' } },
		]);
		expect(customers.map(({ history }) => [history.customerKey, history.orders])).toEqual([
			['anna@shop.example', 3],
			['8', 1],
		]);
		expect(Array.from(customers[0]!.sources)).toEqual([0, 1, 2]);
		expect(registry.keys().get(customers[0]!.person)).toBe('anna@shop.example');
	});
});

describe('what a customer’s records are', () => {
	it.each<[string, Delivery[], number]>([
		['the newest order', [{ at: AT + 5 }, { at: AT + 9 }, { at: AT }], 1],
		['kills: the newest record, a void one', [{ at: AT }, { at: AT + 9, standing: 'void' }], 0],
		['kills: the newest record, a refund', [{ at: AT }, { at: AT + 9, amount: -5 }], 0],
		[
			'an order that comes after a newer void record',
			[{ at: AT + 9, standing: 'void' }, { at: AT }],
			1,
		],
		[
			'the newest other record where there is no order',
			[
				{ at: AT, standing: 'pending' },
				{ at: AT + 9, standing: 'void' },
				{ at: AT + 5, standing: 'pending' },
			],
			1,
		],
		[
			'the record that rules over its repetitions',
			[
				{ orderId: '1', version: 2 },
				{ orderId: '1', version: 1, at: AT + 99 },
			],
			0,
		],
		['of two at once the later record', [{}, {}], 1],
	])('latest is %s', (_, deliveries, latest) => {
		expect(customerOf(deliveries).latest).toBe(latest);
	});

	it('names each source once, ascending, with those of repeated records and of the person', () => {
		const customer = customerOf(
			[
				{ source: 4, orderId: '1' },
				{ source: 4, orderId: '2' },
				{ source: 6, orderId: '1' },
				{ source: 9, standing: 'void' },
			],
			POLICY,
			[
				{ source: 5, who: A },
				{ source: 6, who: A },
				{ source: 2, who: A },
			],
		);
		expect(Array.from(customer.sources)).toEqual([2, 4, 5, 6, 9]);
		expect(customer.people).toEqual([5, 6, 2]);
	});

	it('knows who has no order: a person, from the first record that tells of them', () => {
		const customer = customerOf([], POLICY, [
			{ source: 3, who: A },
			{ source: 1, who: A },
		]);
		expect(customer).toMatchObject({ latest: 3, people: [3, 1], history: { orders: 0 } });
		expect(Array.from(customer.sources)).toEqual([1, 3]);
	});

	it('leaves out whom only a record named that could not be read', () => {
		const registry = new PersonRegistry({ prefer: 'email', joinBy: [] });
		const ledger = new OrderLedger(POLICY, 1);
		registry.register(A, AT);
		ledger.addPerson(0, registry.register(B, AT)!);
		expect(ledger.customers(registry).map(({ history }) => history.customerKey)).toEqual([B.email]);
	});
});

describe('summaries of a CRM', () => {
	const crm = (orders: number, lastDay: number, totalSpent = 100): PurchaseSummary => ({
		orders,
		firstOrderAt: noonOf(DAY - 100),
		lastOrderAt: noonOf(lastDay),
		totalSpent,
		currency: 'EUR',
	});

	it('stand for the orders of who has none', () => {
		const { history } = customerOf([], POLICY, [{ source: 0, who: A, summary: crm(5, DAY) }]);
		expect(history).toMatchObject({ orders: 5, orderDayCount: 5, meanGapDays: 25 });
	});

	it('step back behind orders that are known one by one', () => {
		const { history, people } = customerOf([{ at: noonOf(DAY) }], POLICY, [
			{ source: 1, who: A, summary: crm(5, DAY) },
		]);
		expect(history).toMatchObject({ orders: 1, orderDays: [DAY] });
		expect(people).toEqual([1]);
	});

	it('stand for who has but records that are no orders', () => {
		const { history } = customerOf([{ standing: 'void' }], POLICY, [
			{ source: 1, who: A, summary: crm(5, DAY) },
		]);
		expect(history.orders).toBe(5);
	});

	// Source: docstring of fullestSummary.
	it.each<[string, Array<PurchaseSummary | undefined>, number]>([
		['that with the newest order', [crm(5, DAY - 1), crm(2, DAY)], 2],
		['of two equally new that with more orders', [crm(2, DAY), crm(5, DAY)], 5],
		['one before none', [undefined, crm(2, DAY)], 2],
	])('of several %s rules, whichever comes first', (_, summaries, orders) => {
		for (const told of [summaries, [...summaries].reverse()]) {
			const contacts = told.map((summary, source) => ({ source, who: A, summary }));
			expect(customerOf([], POLICY, contacts).history.orders).toBe(orders);
		}
	});
});

describe('OrderLedger, laws', () => {
	/** Records of few people and few orders, so that many speak of the same. */
	const delivery = fc.record({
		who: fc.constantFrom<Identifiers>(A, B, { id: '7' }, { id: '7', ...A }, { id: '8', ...B }),
		at: fc.nat({ max: 60 }).map((ago) => noonOf(DAY - ago)),
		amount: fc.option(fc.integer({ min: -20, max: 40 }), { nil: undefined }),
		currency: fc.constantFrom('EUR', 'USD', undefined),
		standing: fc.constantFrom(...STANDINGS),
	});
	const withoutIds = fc.array(delivery, { maxLength: 25 });
	/** Each order has one customer and currency; each record of it a version of its own. */
	const withIds = fc.array(fc.tuple(delivery, fc.nat({ max: 6 })), { maxLength: 25 }).map((drawn) =>
		drawn.map(([record, order], version) => ({
			...record,
			who: [A, B, { id: '7' }][order % 3]!,
			currency: ['EUR', 'USD'][order % 2],
			orderId: String(order),
			version,
		})),
	);
	const scope = fc.constantFrom('shop' as const, 'customer' as const);
	const shuffled = <T>(arrays: fc.Arbitrary<T[]>) =>
		arrays.chain((all) =>
			fc.tuple(
				fc.constant(all),
				fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
			),
		);
	/** All that is said of all customers, whatever the order in which they are said. */
	const told = (deliveries: readonly Delivery[], policy: LedgerPolicy) => {
		const { customers, ledger } = ledgerOf(deliveries, policy);
		return {
			histories: new Map(customers.map(({ history }) => [history.customerKey, history])),
			sources: new Map(
				customers.map(({ history, sources }) => [
					history.customerKey,
					Array.from(sources).sort((a, b) => a - b),
				]),
			),
			repeated: ledger.repeated,
			lookAlikes: ledger.lookAlikes,
		};
	};
	const numbered = (deliveries: Delivery[]) =>
		deliveries.map((record, source) => ({ ...record, source }));

	it('says the same of records in any order', () => {
		const either = fc.oneof(withoutIds, withIds).map(numbered);
		fc.assert(
			fc.property(shuffled(either), scope, ([all, inAnotherOrder], orderIdScope) => {
				const policy = { ...POLICY, orderIdScope };
				expect(told(inAnotherOrder, policy)).toEqual(told(all, policy));
			}),
			{ numRuns: 400 },
		);
	});

	it('says the same of lines in any order', () => {
		const lines = withIds
			.map((all) => all.map((line) => ({ ...line, standing: 'purchase' as const })))
			.map(numbered);
		fc.assert(
			fc.property(shuffled(lines), ([all, inAnotherOrder]) => {
				expect(told(inAnotherOrder, LINES)).toEqual(told(all, LINES));
			}),
			{ numRuns: 200 },
		);
	});

	it('counts an order that is delivered n times once', () => {
		fc.assert(
			fc.property(withIds, fc.integer({ min: 2, max: 4 }), scope, (all, times, orderIdScope) => {
				const policy = { ...POLICY, orderIdScope };
				const again = Array.from({ length: times }, () => all).flat();
				const once = told(all, policy);
				const often = told(again, policy);
				expect(often.histories).toEqual(once.histories);
				expect(often.repeated).toBe(once.repeated + all.length * (times - 1));
			}),
		);
	});

	it('adds the lines of an order up to what one record with their sum says', () => {
		const cents = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(fc.array(cents, { maxLength: 6 }), (orders) => {
				const lines = orders.flatMap((amounts, order) =>
					amounts.map((amount) => ({ orderId: String(order), amount })),
				);
				const sums = orders.map((amounts, order) => ({
					orderId: String(order),
					amount: amounts.reduce((a, b) => a + b, 0),
				}));
				expect(booksOf(lines, LINES)).toEqual(booksOf(sums, POLICY));
			}),
		);
	});

	it('loses no record and gives none to two customers', () => {
		fc.assert(
			fc.property(fc.oneof(withoutIds, withIds), scope, (all, orderIdScope) => {
				const { customers } = ledgerOf(all, { ...POLICY, orderIdScope });
				const sources = customers.flatMap((customer) => Array.from(customer.sources));
				expect(sources.sort((a, b) => a - b)).toEqual(all.map((_, i) => i));
				for (const { latest, sources: own } of customers) {
					expect(Array.from(own)).toContain(latest);
				}
			}),
		);
	});

	it('without ids counts every purchase and adds up every amount, by currency', () => {
		fc.assert(
			fc.property(withoutIds, (all) => {
				const bought = all.filter(({ standing }) => standing === 'purchase');
				const { customers } = ledgerOf(all);
				const orders = customers.reduce((sum, { history }) => sum + history.orders, 0);
				expect(orders).toBe(bought.filter(({ amount = 0 }) => amount >= 0).length);
				for (const currency of ['EUR', 'USD', undefined]) {
					const spent = customers.reduce(
						(sum, { history }) => sum + (history.spent.get(currency ?? '') ?? 0),
						0,
					);
					const amounts = bought.filter((order) => order.currency === currency);
					expect(spent).toBe(amounts.reduce((sum, { amount = 0 }) => sum + amount, 0));
				}
			}),
		);
	});
});
