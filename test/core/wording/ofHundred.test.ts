import fc from 'fast-check';

import { ofHundred } from '../../../nodes/core/wording/ofHundred';

describe('ofHundred', () => {
	// Source: docstring.
	it.each([
		[4698, 5011, '94 of 100'],
		[3, 4, '3 of 4'],
		[99, 99, '99 of 99'],
		[50, 100, '50 of 100'],
		[4999, 5000, 'more than 99 of 100'],
		[5000, 5000, '100 of 100'],
		[1, 5000, 'fewer than 1 of 100'],
		[0, 5000, '0 of 100'],
		[0, 1, '0 of 1'],
	])('%p of %p: %s', (part, whole, expected) => {
		expect(ofHundred(part, whole)).toBe(expected);
	});

	it('says all only of all and none only of none', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 1e7 }), fc.nat(), (whole, seed) => {
				const part = seed % (whole + 1);
				const [said, of] = ofHundred(part, whole).split(' of ');
				expect(said === of).toBe(part === whole);
				expect(said === '0').toBe(part === 0);
			}),
		);
	});
});
