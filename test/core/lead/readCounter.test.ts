import { readCounter } from '../../../nodes/core/lead/readCounter';

describe('readCounter', () => {
	// Source: docstrings of readCounter, readCount and readLooseNumber.
	it.each([
		[7, 7],
		['7', 7],
		['1,200', 1200],
		['1.200', 1200],
		['12 visits', 12],
		['10+', 10],
		['1,200,000', 1_200_000],
		['', 'missing'],
		[null, 'missing'],
		[-1, 'negative'],
		['-1', 'negative'],
		['-1,200', 'negative'],
		// Kills: rounding of what is no number of times.
		[2.5, 'unreadable'],
		['2.5', 'unreadable'],
		['often', 'unreadable'],
		[true, 'unreadable'],
		[[1, 2], 'unreadable'],
	])('of %j is %j', (value, expected) => {
		const reading = readCounter(value);
		expect(reading.ok ? reading.value : reading.problem).toBe(expected);
	});
});
