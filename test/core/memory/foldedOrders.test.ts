import { groupBy } from 'es-toolkit';
import fc from 'fast-check';

import { EVERY_DAY } from '../../../nodes/core/history/OpenDays';
import {
	OrderLedger,
	STANDINGS,
	type LedgerCustomer,
	type LedgerPolicy,
	type OrderRecord,
} from '../../../nodes/core/history/OrderLedger';
import { readOrderLog, writeOrderLog } from '../../../nodes/core/memory/orderLog';
import { PersonRegistry } from '../../../nodes/core/reading/PersonRegistry';
import { ANNA, dayNumber, noonOf, UTC } from '../orderHistory';

const POLICY: LedgerPolicy = {
	zone: UTC,
	openDays: EVERY_DAY,
	orderIdScope: 'shop',
	repeatedOrderIds: 'sameOrder',
	keepsLog: true,
};
const LINES: LedgerPolicy = { ...POLICY, repeatedOrderIds: 'lineItems' };
const FIRST = dayNumber('2026-01-01');

/** The customer of one delivery, with what is remembered in some texts. */
function folded(
	delivery: readonly OrderRecord[],
	texts: readonly string[] = [],
	policy = POLICY,
): LedgerCustomer {
	const registry = new PersonRegistry({ prefer: 'email', joinBy: [] });
	const handle = registry.handleFor('email', ANNA, Number.NaN);
	const ledger = new OrderLedger(policy, 0);
	ledger.addPerson(0, handle);
	delivery.forEach((record, source) => ledger.addOrder(source + 1, handle, record));
	const copy = ledger.copy();
	for (const text of texts) copy.addRemembered(handle, readOrderLog(text)!);
	return copy.customers(registry)[0]!;
}

/** What is remembered after deliveries, one after the other. */
function rememberedAfter(deliveries: ReadonlyArray<readonly OrderRecord[]>, policy = POLICY) {
	return deliveries.reduce(
		(text, delivery) => writeOrderLog(folded(delivery, [text], policy).log!),
		'',
	);
}

/** Few different values, so that much is alike. */
const record: fc.Arbitrary<OrderRecord> = fc
	.record({
		standing: fc.constantFrom(...STANDINGS),
		day: fc.integer({ min: FIRST, max: FIRST + 3 }),
		amount: fc.option(fc.integer({ min: -2, max: 3 }), { nil: undefined }),
		currency: fc.constantFrom('EUR', 'USD', undefined),
		version: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
		categories: fc.constantFrom(undefined, ['bread'], ['bread', 'cake'], ['rolls']),
		wasPaidBack: fc.boolean(),
		isDated: fc.boolean(),
	})
	.map(({ day, isDated, wasPaidBack, ...order }) => {
		const isPurchase = order.standing === 'purchase';
		return {
			...order,
			at: isPurchase || isDated ? noonOf(day) : Number.NaN,
			amount: isPurchase ? order.amount : undefined,
			currency: isPurchase ? order.currency : undefined,
			wasPaidBack: order.standing === 'void' && wasPaidBack,
		};
	});

const withId = fc
	.tuple(record, fc.constantFrom('1', '2', '3'))
	.map(([order, orderId]): OrderRecord => ({ ...order, orderId }));

/** Records, and the same in deliveries: each at least once, in any order, some again and again. */
function deliveries(one: fc.Arbitrary<OrderRecord>) {
	return fc.array(one, { minLength: 1, maxLength: 8 }).chain((records) =>
		fc.record({
			records: fc.constant(records),
			delivered: fc
				.tuple(
					fc.shuffledSubarray(records, { minLength: records.length }),
					fc.array(fc.constantFrom(...records), { maxLength: 6 }),
					fc.array(fc.integer({ min: 0, max: 13 }), { maxLength: 4 }),
				)
				.map(([all, again, cuts]) => {
					const order = [...again.slice(0, 3), ...all, ...again.slice(3)];
					const ends = [...new Set([...cuts, order.length])].sort((a, b) => a - b);
					return ends.map((end, i) => order.slice(ends[i - 1] ?? 0, end));
				}),
		}),
	);
}

describe('Orders with ids, remembered from one delivery to the next', () => {
	it('make the same history as all at once, whatever comes when and how often', () => {
		fc.assert(
			fc.property(
				deliveries(withId),
				fc.constantFrom('shop' as const, 'customer' as const),
				({ records, delivered }, orderIdScope) => {
					const policy = { ...POLICY, orderIdScope };
					const atOnce = folded(records, [], policy);
					const text = rememberedAfter(delivered, policy);
					expect(text).toBe(writeOrderLog(atOnce.log!));
					expect(folded([], [text], policy).history).toEqual(atOnce.history);
				},
			),
			{ numRuns: 500 },
		);
	});

	it('are counted once where two texts of a customer hold them', () => {
		fc.assert(
			fc.property(deliveries(withId), ({ records, delivered }) => {
				const half = Math.ceil(delivered.length / 2);
				const texts = [delivered.slice(0, half), delivered.slice(half)].map((part) =>
					rememberedAfter(part),
				);
				expect(folded([], texts).history).toEqual(folded(records).history);
			}),
		);
	});
});

describe.each([
	['Orders without ids', POLICY, record.map((one) => ({ ...one, categories: undefined }))],
	['Lines of orders', LINES, withId],
])('%s, remembered from one delivery to the next', (_name, policy, one) => {
	const look = ({ at, amount, currency, orderId, categories }: OrderRecord) =>
		JSON.stringify([at, amount, currency, ...(policy === LINES ? [orderId, categories] : [])]);
	/** Of equal purchases as many as the delivery with most of them has. */
	const union = (all: ReadonlyArray<readonly OrderRecord[]>) => {
		const most = new Map<string, OrderRecord[]>();
		for (const delivery of all) {
			const purchases = delivery.filter(({ standing }) => standing === 'purchase');
			for (const [name, alike] of Object.entries(groupBy(purchases, look))) {
				if (alike.length > (most.get(name)?.length ?? 0)) most.set(name, alike);
			}
		}
		return [...most.values()].flat();
	};

	it('are as many of each as the fullest delivery has', () => {
		fc.assert(
			fc.property(fc.array(fc.array(one, { maxLength: 5 }), { maxLength: 4 }), (all) => {
				const text = rememberedAfter(all, policy);
				const expected = folded(union(all), [], policy);
				expect(readOrderLog(text)!.map(look).sort()).toEqual(union(all).map(look).sort());
				expect(folded([], [text], policy).history.orders).toBe(expected.history.orders);
				expect(folded([], [text], policy).history.orderDays).toEqual(expected.history.orderDays);
			}),
		);
	});

	it('are as many of each as the fullest of the texts of a customer has', () => {
		fc.assert(
			fc.property(fc.array(fc.array(one, { maxLength: 5 }), { maxLength: 3 }), (all) => {
				const texts = all.map((delivery) => rememberedAfter([delivery], policy));
				const { log } = folded([], texts, policy);
				expect(log!.map(look).sort()).toEqual(union(all).map(look).sort());
			}),
		);
	});

	it('are not changed by a delivery that came before', () => {
		fc.assert(
			fc.property(
				fc.array(fc.array(one, { maxLength: 5 }), { minLength: 1, maxLength: 4 }),
				(all) => {
					const text = rememberedAfter(all, policy);
					for (const delivery of all) {
						expect(rememberedAfter([...all, delivery], policy)).toBe(text);
					}
				},
			),
		);
	});
});

describe('An order that is remembered', () => {
	const bought: OrderRecord = {
		standing: 'purchase',
		at: noonOf(FIRST),
		amount: 10,
		currency: 'EUR',
	};
	const text = writeOrderLog([{ ...bought, orderId: '1', version: 1 }]);

	it('is taken away by a later cancellation, and comes back with a newer purchase only', () => {
		const gone: OrderRecord = {
			...bought,
			standing: 'void',
			amount: undefined,
			orderId: '1',
			version: 2,
		};
		const cancelled = folded([gone], [text]);
		expect(cancelled.history.orders).toBe(0);
		const log = writeOrderLog(cancelled.log!);
		expect(folded([{ ...bought, orderId: '1', version: 1 }], [log]).history.orders).toBe(0);
		expect(folded([{ ...bought, orderId: '1', version: 3 }], [log]).history.orders).toBe(1);
	});

	it('keeps a refund for an order that does not count, for when it counts again', () => {
		const refund: OrderRecord = { ...bought, amount: -4, orderId: '1', at: noonOf(FIRST + 1) };
		const gone: OrderRecord = {
			...bought,
			standing: 'void',
			amount: undefined,
			orderId: '1',
			version: 2,
		};
		const log = writeOrderLog(folded([refund, gone], [text]).log!);
		expect(folded([], [log]).history.spent).toEqual(new Map());
		const again = folded([{ ...bought, orderId: '1', version: 3 }], [log]);
		expect(again.history.spent).toEqual(new Map([['EUR', 6]]));
	});

	it('without its id is not counted beside itself once it comes with one', () => {
		const nameless = writeOrderLog([bought]);
		const named = folded([{ ...bought, orderId: '1' }], [nameless]);
		expect(named.history.orders).toBe(1);
		const log = writeOrderLog(named.log!);
		expect(folded([{ ...bought, orderId: '1' }], [log]).history.orders).toBe(1);
		expect(folded([{ ...bought, orderId: '2' }], [log]).history.orders).toBe(2);
	});

	it('has no source: sources and the newest record are those of the run', () => {
		const older = { ...bought, orderId: '2', at: noonOf(FIRST - 9) };
		const { sources, latest, history } = folded([older], [text]);
		expect([sources, latest, history.orders]).toEqual([[0, 1], 1, 2]);
	});

	it('makes nobody a customer of a run that tells nothing of them', () => {
		const registry = new PersonRegistry({ prefer: 'email', joinBy: [] });
		const ledger = new OrderLedger(POLICY, 0);
		ledger.addRemembered(registry.handleFor('email', ANNA, 0), readOrderLog(text)!);
		expect(ledger.customers(registry)).toEqual([]);
	});

	it.each<[string, number, number, number]>([
		['counts no more than it', 1, FIRST, 10],
		['counts more orders', 3, FIRST, 99],
		['knows a later order', 1, FIRST + 1, 99],
	])('gives way to what a CRM counts only where that %s', (_name, orders, lastDay, spent) => {
		const registry = new PersonRegistry({ prefer: 'email', joinBy: [] });
		const handle = registry.handleFor('email', ANNA, Number.NaN);
		const ledger = new OrderLedger(POLICY, 0);
		const lastOrderAt = noonOf(lastDay);
		const summary = {
			orders,
			firstOrderAt: undefined,
			lastOrderAt,
			totalSpent: 99,
			currency: 'EUR',
		};
		ledger.addPerson(0, handle, summary);
		ledger.addRemembered(handle, readOrderLog(text)!);
		expect(ledger.customers(registry)[0]!.history.spent).toEqual(new Map([['EUR', spent]]));
	});
});
