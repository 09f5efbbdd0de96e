import { percent } from '../../../nodes/core/wording/percent';

describe('percent', () => {
	// Source: docstring.
	it.each([
		[0.7482, '75 %', 'kills: cut off, not rounded'],
		[0, '0 %', 'nothing'],
		[1, '100 %', 'all'],
		[0.005, '1 %', 'a half is rounded up'],
		[0.29, '29 %', 'kills: 28.999999999999996 cut off'],
		[12.5, '1,250 %', 'more than all'],
	])('%p is %s (%s)', (share, expected) => {
		expect(percent(share)).toBe(expected);
	});
});
