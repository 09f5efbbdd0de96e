import fc from 'fast-check';

import { counted, formatNumber } from '../../../nodes/core/wording/formatNumber';

describe('formatNumber', () => {
	// Source: docstring; notation of CLDR for en-US.
	it.each([
		[5310.04, '5,310'],
		[0, '0'],
		[-0, '0'],
		[-0.04, '0'],
		[7, '7'],
		[999, '999'],
		[999.96, '1,000'],
		[1000, '1,000'],
		[1234567.25, '1,234,567.3'],
		[0.5, '0.5'],
		[17.5, '17.5'],
		[-1, '-1'],
		[-123, '-123'],
		[-1234, '-1,234'],
		[-1234.5, '-1,234.5'],
	])('%p is %s', (value, expected) => {
		expect(formatNumber(value)).toBe(expected);
	});

	it('writes whole numbers and tenths as Intl does', () => {
		const intl = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.boolean(), (number, isTenths) => {
				const value = isTenths ? number / 10 : number;
				expect(formatNumber(value)).toBe(intl.format(value));
			}),
			{ numRuns: 1000 },
		);
	});
});

describe('counted', () => {
	// Source: docstring.
	it.each([
		[1, '1 day'],
		[0, '0 days'],
		[2, '2 days'],
		[1.5, '1.5 days'],
		[1200, '1,200 days'],
	])('%p: %s', (count, expected) => {
		expect(counted(count, 'day')).toBe(expected);
	});
});
