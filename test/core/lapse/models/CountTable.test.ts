import fc from 'fast-check';

import { CountTable } from '../../../../nodes/core/lapse/models/CountTable';

describe('CountTable', () => {
	const table = new CountTable([2, 0, 2, 1, 0], [30, 0, 30, 10, 0], [40, 40, 40, 40, 20]);

	it('counts equal customers once, in ascending order', () => {
		expect(Array.from(table.x)).toEqual([0, 0, 1, 2]);
		expect(Array.from(table.tx)).toEqual([0, 0, 10, 30]);
		expect(Array.from(table.T)).toEqual([20, 40, 40, 40]);
		expect(Array.from(table.weight)).toEqual([1, 1, 1, 2]);
		expect(Array.from(table.rowOf)).toEqual([3, 1, 3, 2, 0]);
		expect(table.customers).toBe(5);
	});

	it('lists distinct counts and times', () => {
		expect(Array.from(table.counts)).toEqual([0, 1, 2]);
		expect(Array.from(table.firstRowOf)).toEqual([0, 2, 3, 4]);
		expect(Array.from(table.times)).toEqual([0, 10, 20, 30, 40]);
		expect(Array.from(table.txIndex)).toEqual([0, 0, 1, 3]);
		expect(Array.from(table.TIndex)).toEqual([2, 4, 4, 4]);
	});

	// Source: docstring of CountTable, "What breaks this is mended".
	it.each([
		['below zero', [-1, -2, -3], [0, 0, 0]],
		['not finite', [Number.NaN, Number.NaN, Number.POSITIVE_INFINITY], [0, 0, 0]],
		['tx beyond T', [1, 50, 40], [1, 40, 40]],
		['a broken count', [1.9, 10, 40], [1, 10, 40]],
		['tx without a repeat order', [0, 10, 40], [0, 0, 40]],
		['a repeat order at an age of 0', [3, 0, 40], [0, 0, 40]],
	])('mends what is %s', (_, [x = 0, tx = 0, T = 0], expected) => {
		const mended = new CountTable([x], [tx], [T]);
		expect([mended.x[0], mended.tx[0], mended.T[0]]).toEqual(expected);
	});

	it('is empty for no customers', () => {
		const empty = new CountTable([], [], []);
		expect(empty.customers).toBe(0);
		expect(Array.from(empty.firstRowOf)).toEqual([0]);
		expect(empty.coarser(10).customers).toBe(0);
	});

	it('leads every customer to a row with their own figures, and loses none', () => {
		const customer = fc
			.tuple(fc.nat({ max: 3 }), fc.nat({ max: 5 }), fc.nat({ max: 6 }))
			.map(([x, tx, T]): [number, number, number] =>
				x === 0 || tx === 0 || T === 0 ? [0, 0, T] : [x, Math.min(tx, T), T],
			);
		fc.assert(
			fc.property(fc.array(customer, { maxLength: 30 }), (customers) => {
				const counted = new CountTable(
					customers.map(([x]) => x),
					customers.map(([, tx]) => tx),
					customers.map(([, , T]) => T),
				);
				customers.forEach((figures, i) => {
					const row = counted.rowOf[i]!;
					expect([counted.x[row], counted.tx[row], counted.T[row]]).toEqual(figures);
				});
				const total = counted.weight.reduce((sum, weight) => sum + weight, 0);
				expect(total).toBe(customers.length);
				const keys = Array.from(counted.x, (x, row) => [x, counted.tx[row]!, counted.T[row]!]);
				const sorted = [...keys].sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!);
				expect(keys).toEqual(sorted);
				expect(new Set(keys.map(String)).size).toBe(keys.length);
			}),
		);
	});

	it('rounds times to steps of the longest, and keeps every customer', () => {
		const fine = new CountTable([1, 1, 0], [11, 12, 0], [98, 100, 52]);
		const coarse = fine.coarser(10);
		expect(Array.from(coarse.tx)).toEqual([0, 10]);
		expect(Array.from(coarse.T)).toEqual([50, 100]);
		expect(Array.from(coarse.weight)).toEqual([1, 2]);
		expect(Array.from(coarse.rowOf)).toEqual([0, 1, 1]);
	});
});
