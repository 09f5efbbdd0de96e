import { readStock } from '../../../nodes/core/reading/readStock';

describe('readStock', () => {
	it.each([
		true,
		'true',
		'Yes',
		'y',
		1,
		'3',
		0.5,
		'in stock',
		'instock',
		'onbackorder',
		'Available',
	])('%p is in stock', (value) => {
		expect(readStock(value)).toEqual({ ok: true, value: true });
	});

	it.each([
		...[false, 'false', 'No', 'n', 0, '0', -2, '0.0', 'outofstock', 'out of stock', 'OUT_OF_STOCK'],
		...['sold out', 'unavailable'],
	])('%p is not', (value) => {
		expect(readStock(value)).toEqual({ ok: true, value: false });
	});

	it.each([undefined, null, '', '  ', [], [null, '']])('%p says nothing', (value) => {
		expect(readStock(value)).toEqual({ ok: false, problem: 'missing' });
	});

	it.each(['perhaps', {}, NaN, '2026-01-01', ['perhaps', true]])('%p is unreadable', (value) => {
		expect(readStock(value)).toEqual({ ok: false, problem: 'unreadable' });
	});

	it('takes one product that is left for enough', () => {
		expect(readStock(['outofstock', 2])).toEqual({ ok: true, value: true });
		expect(readStock([false, [0, 'no']])).toEqual({ ok: true, value: false });
	});
});
