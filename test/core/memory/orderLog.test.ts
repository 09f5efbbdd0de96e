import fc from 'fast-check';

import { STANDINGS, type OrderRecord } from '../../../nodes/core/history/OrderLedger';
import { readOrderLog, writeOrderLog } from '../../../nodes/core/memory/orderLog';
import { readElsewhere, writeElsewhere } from '../../../nodes/core/memory/orderLogElsewhere';

const instant = fc.oneof(
	fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => seconds * 1000),
	fc.integer({ min: -1e12, max: 4e12 }),
	fc.double({ min: 1e12, max: 2e12, noNaN: true }),
);

const amount = fc
	.double({ min: -1e6, max: 1e6, noNaN: true })
	.map((value) => (Object.is(value, -0) ? 0 : value));

const order: fc.Arbitrary<OrderRecord> = fc
	.record({
		standing: fc.constantFrom(...STANDINGS),
		at: instant,
		isDated: fc.boolean(),
		amount: fc.option(amount, { nil: undefined }),
		currency: fc.option(fc.constantFrom('EUR', 'USD', '€'), { nil: undefined }),
		orderId: fc.option(fc.string({ unit: 'binary' }), { nil: undefined }),
		version: fc.option(instant, { nil: undefined }),
		categories: fc.option(fc.array(fc.string(), { maxLength: 3 }), { nil: undefined }),
		wasPaidBack: fc.boolean(),
	})
	.map(({ isDated, ...record }) => ({
		...record,
		at: isDated || record.standing === 'purchase' ? record.at : Number.NaN,
	}));

describe('writeOrderLog and readOrderLog', () => {
	it('keep every order as it is', () => {
		fc.assert(
			fc.property(fc.array(order, { maxLength: 8 }), (orders) => {
				const read = readOrderLog(writeOrderLog(orders));
				expect(read).toHaveLength(orders.length);
				expect(read).toEqual(expect.arrayContaining(orders));
				expect(orders).toEqual(expect.arrayContaining(read!));
			}),
		);
	});

	it('give the same text for the same orders, in whatever order they come', () => {
		fc.assert(
			fc.property(fc.array(order, { maxLength: 8 }), (orders) => {
				const text = writeOrderLog(orders);
				expect(writeOrderLog([...orders].reverse())).toBe(text);
				expect(writeOrderLog(readOrderLog(text)!)).toBe(text);
			}),
		);
	});

	it.each<[string, Partial<OrderRecord>, string]>([
		['of a purchase', { amount: 20, currency: 'EUR', orderId: '7' }, '[1767225600,20,"EUR","7"]'],
		['without anything but a date', { amount: undefined }, '[1767225600]'],
		['to the millisecond', { at: 1767225600001, amount: 1 }, '["1767225600001",1]'],
		[
			'of an order that was paid back',
			{ standing: 'void', orderId: '7', version: 1767225601000, wasPaidBack: true },
			'[1767225600,null,null,"7",2,1767225601,null,1]',
		],
		[
			'with categories',
			{ categories: ['bread'] },
			'[1767225600,null,null,null,null,null,["bread"]]',
		],
	])('are short %s', (_name, record, row) => {
		const whole = { standing: 'purchase', at: 1767225600000, amount: undefined, ...record };
		expect(writeOrderLog([whole as OrderRecord])).toBe(`{"v":1,"orders":[${row}]}`);
	});

	it('are empty for no orders', () => {
		expect(writeOrderLog([])).toBe('');
		expect(readOrderLog(' ')).toEqual([]);
	});

	it.each([
		'nonsense',
		'null',
		'[]',
		'{"v":2,"orders":[]}',
		'{"v":1}',
		'{"v":1,"orders":[7]}',
		'{"v":1,"orders":[[]]}',
		'{"v":1,"orders":[[null]]}',
		'{"v":1,"orders":[["",1]]}',
		'{"v":1,"orders":[["today",1]]}',
		'{"v":1,"orders":[[true,1]]}',
		'{"v":1,"orders":[[1767225600,"1"]]}',
		'{"v":1,"orders":[[1767225600,1,2]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR",7]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR","7",3]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR","7",0,"x"]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR","7",0,null,[1]]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR","7",0,null,"bread"]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR","7",0,null,null,2]]}',
		'{"v":1,"orders":[[1767225600,1,"EUR","7",0,null,null,1,0]]}',
		'{"v":1,"orders":[[1767225600],[1767225600,"half"]]}',
	])('make nothing of %s', (text) => {
		expect(readOrderLog(text)).toBeUndefined();
	});
});

describe('writeElsewhere and readElsewhere', () => {
	it('name the other customer', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (customer) => {
				expect(readElsewhere(writeElsewhere(customer))).toBe(customer);
			}),
		);
	});

	it.each([
		'',
		'nonsense',
		'{"v":1,"orders":[]}',
		'{"v":1,"sameAs":7}',
		'{"v":1,"sameAs":""}',
		'{"v":1,"sameAs":"7"',
	])('name nobody by %j', (text) => {
		expect(readElsewhere(text)).toBeUndefined();
	});
});
