import fc from 'fast-check';

import { discoveryLimit } from '../../../nodes/core/report/discoveryLimit';
import { moreOftenBy, tellingBy } from '../../../nodes/core/report/moreOftenBy';
import { normalTail } from '../../../nodes/core/report/normalTail';
import { rateDifference } from '../../../nodes/core/report/rateDifference';

describe('normalTail', () => {
	// R 4.3: pnorm(z, lower.tail = FALSE).
	it.each([
		[0, 0.5],
		[1, 0.158655253931457],
		[1.6448536269514722, 0.05],
		[1.959963984540054, 0.025],
		[2.9, 0.00186581330038404],
		[3.1, 0.000967603213218359],
		[6, 9.86587645037698e-10],
		[10, 7.61985302416052e-24],
		[-1, 0.841344746068543],
	])('of %d is %d', (z, expected) => {
		expect(normalTail(z) / expected).toBeCloseTo(1, 10);
	});

	it('falls, and both tails add up to one', () => {
		fc.assert(
			fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => {
				expect(normalTail(z) + normalTail(-z)).toBeCloseTo(1, 12);
				expect(normalTail(z + 0.01)).toBeLessThan(normalTail(z));
			}),
		);
	});
});

describe('moreOftenBy', () => {
	it("is Fisher's exact test for the lady tasting tea", () => {
		// Fisher 1935, The Design of Experiments: 3 of 4 cups right, 17 of 70.
		const counts = { inGroup: 3, groupSize: 4, inAll: 4, allSize: 8 };
		expect(moreOftenBy(counts)).toBeCloseTo(17 / 70, 12);
		expect(moreOftenBy({ ...counts, inGroup: 4 })).toBeCloseTo(1 / 70, 12);
		expect(moreOftenBy({ ...counts, inGroup: 0 })).toBeCloseTo(1, 12);
	});

	it('is the test of two proportions where many are expected', () => {
		// 60 of 100 against 400 of 900: pooled 0.46.
		const z = (0.6 - 400 / 900) / Math.sqrt(0.46 * 0.54 * (1 / 100 + 1 / 900));
		expect(z).toBeCloseTo(2.961, 3);
		expect(moreOftenBy({ inGroup: 60, groupSize: 100, inAll: 460, allSize: 1000 })).toBeCloseTo(
			normalTail(z),
			12,
		);
	});

	it.each([
		['nobody in the group', { inGroup: 0, groupSize: 0, inAll: 5, allSize: 10 }],
		['nobody beside the group', { inGroup: 5, groupSize: 10, inAll: 5, allSize: 10 }],
		['nobody with the trait', { inGroup: 0, groupSize: 5, inAll: 0, allSize: 10 }],
		['everybody with the trait', { inGroup: 5, groupSize: 5, inAll: 10, allSize: 10 }],
	])('finds nothing with %s', (_what, counts) => {
		expect(moreOftenBy(counts)).toBe(1);
	});

	it('both ways of testing agree about where one takes over from the other', () => {
		const few = moreOftenBy({ inGroup: 14, groupSize: 99, inAll: 100, allSize: 1000 });
		const enough = moreOftenBy({ inGroup: 14, groupSize: 101, inAll: 100, allSize: 1000 });
		expect(Math.abs(Math.log(few / enough))).toBeLessThan(0.7);
	});
});

describe('tellingBy', () => {
	it('is twice the log likelihood ratio', () => {
		// Dunning 1993, by hand: 2 (10 ln 2 + 10 ln 2) for a perfect split of 10 and 10.
		const counts = { inGroup: 10, groupSize: 10, inAll: 10, allSize: 20 };
		expect(tellingBy(counts)).toBeCloseTo(40 * Math.log(2), 12);
	});

	it('is nothing where the trait is no more frequent in the group', () => {
		expect(tellingBy({ inGroup: 5, groupSize: 10, inAll: 10, allSize: 20 })).toBe(0);
		expect(tellingBy({ inGroup: 2, groupSize: 10, inAll: 10, allSize: 20 })).toBe(0);
	});

	it('rises with those in the group who have it', () => {
		fc.assert(
			fc.property(fc.integer({ min: 26, max: 49 }), (inGroup) => {
				const counts = { groupSize: 50, inAll: 100, allSize: 200 };
				expect(tellingBy({ ...counts, inGroup: inGroup + 1 })).toBeGreaterThan(
					tellingBy({ ...counts, inGroup }),
				);
			}),
		);
	});
});

describe('discoveryLimit', () => {
	it('keeps the four of the example of Benjamini and Hochberg', () => {
		// Benjamini, Hochberg 1995, section 3.2: 15 p-values, of which the first four are rejected.
		const pValues = [
			0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
			0.6528, 0.759, 1,
		];
		expect(discoveryLimit(pValues, 15, 0.05)).toBe(0.0095);
		expect(discoveryLimit([...pValues].reverse(), 15, 0.05)).toBe(0.0095);
		// Those that found nothing need not be given, but they count.
		expect(discoveryLimit(pValues.slice(0, 9), 15, 0.05)).toBe(0.0095);
		expect(discoveryLimit(pValues.slice(0, 9), 9, 0.05)).toBe(0.0459);
	});

	it('finds nothing among none, or where all are large', () => {
		expect(discoveryLimit([], 10, 0.05)).toBeLessThan(0);
		expect(discoveryLimit([0.2, 0.9], 2, 0.05)).toBeLessThan(0);
	});
});

describe('rateDifference', () => {
	// Newcombe 1998, table II, method 10.
	it.each([
		[56, 70, 48, 80, 0.2, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.6, 0.1705, 0.809],
		[10, 10, 0, 20, 1, 0.6791, 1],
		[10, 10, 0, 10, 1, 0.6075, 1],
	])('of %d/%d and %d/%d', (hits, of, others, ofOthers, value, low, high) => {
		const found = rateDifference({ hits, of }, { hits: others, of: ofOthers })!;
		expect(found.value).toBeCloseTo(value, 4);
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
	});

	it('stays within -1 and 1, around the difference, and turns round with its sides', () => {
		const rate = fc
			.tuple(fc.integer({ min: 1, max: 500 }), fc.double({ min: 0, max: 1, noNaN: true }))
			.map(([of, share]) => ({ hits: Math.round(of * share), of }));
		fc.assert(
			fc.property(rate, rate, (one, other) => {
				const found = rateDifference(one, other)!;
				expect(found.low).toBeGreaterThanOrEqual(-1 - 1e-12);
				expect(found.high).toBeLessThanOrEqual(1 + 1e-12);
				expect(found.low).toBeLessThanOrEqual(found.value + 1e-12);
				expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-12);
				expect(rateDifference(other, one)!.low).toBeCloseTo(-found.high, 10);
			}),
		);
	});

	it('is not known of nobody', () => {
		expect(rateDifference({ hits: 0, of: 0 }, { hits: 1, of: 2 })).toBeUndefined();
		expect(rateDifference({ hits: 1, of: 2 }, { hits: 0, of: 0 })).toBeUndefined();
	});
});
