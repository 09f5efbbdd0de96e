import fc from 'fast-check';

import {
	compileFieldOfLists,
	compileFieldPath,
	fieldPathOf,
	readAlong,
} from '../../../nodes/core/reading/fieldPath';

const dotted = (path: string) => compileFieldPath(path, { dotNotation: true });
const literal = (path: string) => compileFieldPath(path, { dotNotation: false });

describe('compileFieldPath', () => {
	// Source: docstring of compileFieldPath; notations that n8n's panel writes when a field is dragged.
	it.each<[string, unknown, unknown, string]>([
		['email', { email: 'a' }, 'a', 'plain'],
		['customer.emails[0]', { customer: { emails: ['a@b.example'] } }, 'a@b.example', 'docstring'],
		['["order date"]', { 'order date': 'x' }, 'x', 'bracket'],
		['customer["e-mail"]', { customer: { 'e-mail': 'x' } }, 'x', 'dot and bracket'],
		["['a.b'].c", { 'a.b': { c: 1 } }, 1, 'dot inside a bracket'],
		['a.b', { 'a.b': 1, a: { b: 2 } }, 1, 'the name to the letter comes first'],
		['a.b', { 'a.b': null, a: { b: 2 } }, null, 'also where it holds null'],
		['a.b', { a: { b: 2 } }, 2, 'nested'],
		['items.1.sku', { items: [{}, { sku: 'x' }] }, 'x', 'index with a dot'],
		['a.b.c', { a: null }, undefined, 'kills: reading on from null'],
		['a', null, undefined, 'no record'],
		['a', undefined, undefined, 'no record'],
		['a', 'text', undefined, 'text instead of a record'],
		['zero', { zero: 0 }, 0, 'kills: falsy taken for absent'],
		['a.no', { a: { no: false } }, false, 'kills: falsy taken for absent'],
	])('%s', (path, record, expected) => {
		expect(dotted(path)(record)).toEqual(expected);
	});

	it.each<[string, unknown, unknown]>([
		['a.b', { 'a.b': 1, a: { b: 2 } }, 1],
		['a.b', { a: { b: 2 } }, undefined],
		['a[0]', { 'a[0]': 'x' }, 'x'],
	])('takes %s to the letter with dot notation off', (path, record, expected) => {
		expect(literal(path)(record)).toEqual(expected);
	});

	it('finds a column whose header ends in a space, to the letter', () => {
		expect(literal('Email ')({ 'Email ': 'a@shop.example' })).toBe('a@shop.example');
	});

	it.each(['', '   '])('refuses the blank name %p', (path) => {
		expect(() => dotted(path)).toThrow(
			expect.objectContaining({ code: 'invalidFieldPath', hint: expect.any(String) }),
		);
	});

	it('gives no whole record for a name without a key', () => {
		expect(dotted('[')({ a: 1 })).toBeUndefined();
	});
});

describe('compileFieldOfLists', () => {
	const lists = (path: string) => compileFieldOfLists(path, { dotNotation: true });
	const order = {
		lines: [
			{ kind: 'bread', tags: ['a', 'b'] },
			{ kind: 'cake', tags: ['c'] },
			{},
			null,
			{ kind: null },
		],
	};

	// Source: docstring of compileFieldOfLists; line items as Shopify and WooCommerce send them.
	it.each<[string, unknown, unknown[], string]>([
		['lines.kind', { lines: [{ kind: 'bread' }, {}] }, ['bread'], 'docstring'],
		['lines.kind', order, ['bread', 'cake', null], 'a line without it is left out'],
		['lines[].kind', order, ['bread', 'cake', null], 'brackets for all members'],
		['lines.tags', order, ['a', 'b', 'c'], 'lists of lists'],
		['lines[0].kind', order, ['bread'], 'one member'],
		['lines.1.tags', order, ['c'], 'one member with a dot'],
		['kind', { kind: 'bread' }, ['bread'], 'no list'],
		['kind', { kind: ['bread', 'cake'] }, ['bread', 'cake'], 'a list'],
		['order.lines.kind', { order }, ['bread', 'cake', null], 'deeper'],
		[
			'orders.lines.kind',
			{ orders: [order, order] },
			['bread', 'cake', null, 'bread', 'cake', null],
			'lists on the way twice',
		],
		[
			'lines.kind',
			{ 'lines.kind': 'x', lines: [{ kind: 'y' }] },
			['x'],
			'the name to the letter first',
		],
		['lines.count', { lines: [{ count: 0 }, { count: 2 }] }, [0, 2], 'kills: falsy left out'],
		['lines.kind', {}, [], 'no such field'],
		['kind', {}, [], 'no such field at the top'],
		['lines.kind', { lines: 'text' }, [], 'text instead of a list'],
		['lines.kind', { lines: [] }, [], 'an empty list'],
		['lines.kind', null, [], 'no record'],
		['lines.kind', undefined, [], 'no record'],
	])('%s (%#)', (path, record, expected) => {
		expect(lists(path)(record)).toEqual(expected);
	});

	it('reads no inherited property of a member', () => {
		expect(lists('lines.constructor')({ lines: [{}, []] })).toEqual([]);
		expect(lists('lines.length')({ lines: [{}, {}] })).toEqual([2]);
		expect(lists('lines.__proto__')(JSON.parse('{"lines":[{"__proto__":"own"},{}]}'))).toEqual([
			'own',
		]);
	});

	it('takes a name to the letter with dot notation off', () => {
		const literally = compileFieldOfLists('lines.kind', { dotNotation: false });
		expect(literally({ 'lines.kind': ['x', 'y'] })).toEqual(['x', 'y']);
	});

	it.each<[string, boolean]>([
		['kind', false],
		['lines.kind', false],
		['[]', true],
		['[', true],
	])('gives nothing, not the whole record, for %s with dot notation %p', (path, dotNotation) => {
		// Source: docstring, "none where the record has no such field".
		expect(compileFieldOfLists(path, { dotNotation })({ lines: [{ kind: 'x' }] })).toEqual([]);
	});

	it('refuses a blank name', () => {
		expect(() => lists(' ')).toThrow(expect.objectContaining({ code: 'invalidFieldPath' }));
	});

	it('reads each member’s value, as many as there are, for any list', () => {
		fc.assert(
			fc.property(fc.array(fc.option(fc.integer(), { nil: undefined })), (values) => {
				const record = { lines: values.map((value) => (value === undefined ? {} : { value })) };
				expect(lists('lines.value')(record)).toEqual(values.filter((value) => value !== undefined));
			}),
		);
	});

	it('never throws while reading, for any name and any record', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
				fc.anything(),
				(name, record) => {
					expect(Array.isArray(lists(name)(record))).toBe(true);
				},
			),
			{ numRuns: 500 },
		);
	});
});

describe('fields named like a prototype’s', () => {
	const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

	it.each(names)('%s is read only where the record has it', (name) => {
		const carrying: unknown = JSON.parse(`{"${name}":"data","nested":{"${name}":"deep"}}`);
		for (const compile of [dotted, literal]) {
			expect(compile(name)({})).toBeUndefined();
			expect(compile(name)([])).toBeUndefined();
			expect(compile(name)(carrying)).toBe('data');
		}
		expect(dotted(`nested.${name}`)({ nested: {} })).toBeUndefined();
		expect(dotted(`nested.${name}`)(carrying)).toBe('deep');
		expect(dotted(`${name}.name`)({})).toBeUndefined();
	});
});

describe('compileFieldPath, laws', () => {
	it('never throws while reading, for any name and any record', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
				fc.boolean(),
				fc.anything(),
				(name, dotNotation, record) => {
					expect(() => compileFieldPath(name, { dotNotation })(record)).not.toThrow();
				},
			),
			{ numRuns: 500 },
		);
	});

	it('reads every field by its own name', () => {
		fc.assert(
			fc.property(
				fc.string({ minLength: 1 }).filter((name) => name.trim() === name && name !== '['),
				fc.jsonValue(),
				(name, value) => {
					const record = Object.fromEntries([[name, value]]);
					expect(literal(name)(record)).toEqual(value);
				},
			),
		);
	});

	it('reads along any keys of nested records', () => {
		const key = fc.string();
		fc.assert(
			fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), fc.integer(), (keys, value) => {
				const record = keys.reduceRight<unknown>(
					(inner, k) => Object.fromEntries([[k, inner]]),
					value,
				);
				expect(readAlong(record, keys)).toBe(value);
				expect(readAlong(record, [...keys, 'more'])).toBeUndefined();
			}),
		);
	});
});

describe('fieldPathOf', () => {
	// Source: docstring of fieldPathOf.
	it.each<[string[], string]>([
		[['email'], 'email'],
		[['company', 'employees'], 'company.employees'],
		[['emails', '0', 'last.seen'], 'emails[0]["last.seen"]'],
		[['a "b"', 'c'], '[\'a "b"\'].c'],
		[['data[merges][CITY]'], 'data[merges][CITY]'],
	])('%j is %s', (keys, path) => {
		expect(fieldPathOf(keys)).toBe(path);
	});

	it('names what compileFieldPath reads along the same keys', () => {
		const key = fc.stringMatching(/^[a-z0-9 ._[\]-]{1,6}$/).filter((one) => one.trim() === one);
		fc.assert(
			fc.property(fc.array(key, { minLength: 1, maxLength: 4 }), (keys) => {
				fc.pre(!/^\d+$/.test(keys[0]!));
				const record = [...keys].reverse().reduce<unknown>((inner, one) => ({ [one]: inner }), 'x');
				expect(dotted(fieldPathOf(keys))(record)).toBe('x');
			}),
		);
	});
});
