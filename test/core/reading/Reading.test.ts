import { isBlank, notRead, read } from '../../../nodes/core/reading/Reading';

describe('isBlank', () => {
	// Source: docstring of isBlank.
	it.each<[unknown, boolean, string]>([
		['  ', true, 'kills: trim forgotten'],
		['', true, 'empty text'],
		['\u00a0\t\n', true, 'no-break space out of a sheet'],
		[null, true, 'JSON null'],
		[undefined, true, 'field absent'],
		[0, false, 'kills: falsy instead of blank'],
		[false, false, 'kills: falsy instead of blank'],
		[Number.NaN, false, 'unreadable is not blank'],
		[[], false, 'a list is a value'],
		[' x ', false, 'text'],
	])('%p is %p (%s)', (value, expected) => {
		expect(isBlank(value)).toBe(expected);
	});
});

describe('Reading', () => {
	it('tells a value that is undefined from no value', () => {
		expect(read(undefined)).toEqual({ ok: true, value: undefined });
		expect(notRead('missing')).toEqual({ ok: false, problem: 'missing' });
	});
});
