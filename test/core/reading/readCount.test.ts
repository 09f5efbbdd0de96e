import fc from 'fast-check';

import { readCount } from '../../../nodes/core/reading/readCount';

describe('readCount', () => {
	// Source: docstring of readCount.
	it.each<[unknown, number | string, string]>([
		[0, 0, 'kills: falsy read as missing'],
		[12, 12, 'number'],
		[' 12 ', 12, 'digits in text'],
		['+5', 5, 'plus'],
		['007', 7, 'leading zeros'],
		['', 'missing', 'blank'],
		[null, 'missing', 'null'],
		[-1, 'negative', 'below zero'],
		['-1', 'negative', 'below zero in text'],
		[1.5, 'unreadable', 'fraction'],
		['1.0', 'unreadable', 'fraction in text'],
		['1,000', 'unreadable', 'grouped: could be a fraction'],
		['3 orders', 'unreadable', 'kills: parseInt'],
		['1e3', 'unreadable', 'kills: Number("1e3")'],
		['0x10', 'unreadable', 'kills: Number("0x10")'],
		[true, 'unreadable', 'kills: Number(true)'],
		[[3], 'unreadable', 'kills: Number([3])'],
		[Number.NaN, 'unreadable', 'NaN'],
		[2 ** 53, 'unreadable', 'beyond what is counted exactly'],
		[3n, 'unreadable', 'big integer'],
	])('%p: %p (%s)', (value, expected) => {
		const reading = readCount(value);
		expect(reading.ok ? reading.value : reading.problem).toBe(expected);
	});

	it('never throws and gives whole numbers from zero up only, for anything', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.double(), fc.integer()), (value) => {
				const reading = readCount(value);
				if (!reading.ok) return;
				expect(Number.isSafeInteger(reading.value)).toBe(true);
				expect(reading.value).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads a count and its digits alike', () => {
		fc.assert(
			fc.property(fc.nat(), (count) => {
				expect(readCount(String(count))).toEqual(readCount(count));
			}),
		);
	});
});
