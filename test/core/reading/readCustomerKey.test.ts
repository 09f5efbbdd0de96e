import fc from 'fast-check';

import { readCustomerKey } from '../../../nodes/core/reading/readCustomerKey';

describe('readCustomerKey', () => {
	// Source: docstring of readCustomerKey.
	it.each<[unknown, string, string]>([
		[' Anna@Shop.Example ', 'anna@shop.example', 'address in lower case'],
		[' A-17 ', 'A-17', 'kills: an id in lower case'],
		['a-17', 'a-17', 'another id than A-17'],
		[4711, '4711', 'number'],
		['4711', '4711', 'the same person as the number'],
		['004711', '004711', 'kills: an id read as a number'],
		[-3, '-3', 'negative id'],
		[4711n, '4711', 'big integer'],
		['__proto__', '__proto__', 'key of a prototype'],
		['constructor', 'constructor', 'key of a prototype'],
	])('reads %p as %p (%s)', (value, expected) => {
		expect(readCustomerKey(value)).toEqual({ ok: true, value: expected });
	});

	// Source: docstring of readCustomerKey, "an address is read as readEmail does".
	it.each<[string, string, boolean]>([
		['mailto:Anna@Shop.Example', 'anna@shop.example', false],
		['Anna Berg <Anna@Shop.Example>', 'anna@shop.example', false],
		['anna+news@shop.example', 'anna+news@shop.example', false],
		['anna+news@shop.example', 'anna@shop.example', true],
		['Team @ Shop', 'team @ shop', false],
	])('reads the address %p as %p, plus tags ignored: %p', (value, expected, ignorePlusTags) => {
		expect(readCustomerKey(value, { ignorePlusTags })).toEqual({ ok: true, value: expected });
	});

	it.each<[unknown, string, string]>([
		['', 'missing', 'blank'],
		['  ', 'missing', 'white space'],
		[null, 'missing', 'null'],
		[undefined, 'missing', 'absent'],
		[0, 'missing', 'guest order'],
		[' 0 ', 'missing', 'guest order in text'],
		[0n, 'missing', 'guest order as a big integer'],
		[false, 'unreadable', 'kills: "false" as a customer'],
		[Number.NaN, 'unreadable', 'kills: "NaN" as a customer'],
		[Number.POSITIVE_INFINITY, 'unreadable', 'infinity'],
		[{}, 'unreadable', 'kills: "[object Object]" as a customer'],
		[['a'], 'unreadable', 'list'],
		[[], 'missing', 'empty list'],
	])('refuses %p: %s (%s)', (value, problem) => {
		expect(readCustomerKey(value)).toEqual({ ok: false, problem });
	});

	it('never throws, never gives a blank key, and reads its own result alike', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.string(), fc.emailAddress()), (value) => {
				const first = readCustomerKey(value);
				if (!first.ok) return;
				expect(first.value.trim()).not.toBe('');
				expect(readCustomerKey(first.value)).toEqual(first);
			}),
			{ numRuns: 1000 },
		);
	});

	it('sees one person in all spellings of an address', () => {
		fc.assert(
			fc.property(fc.emailAddress(), (address) => {
				expect(readCustomerKey(` ${address.toUpperCase()} `)).toEqual(readCustomerKey(address));
			}),
		);
	});
});
