import fc from 'fast-check';

import { ascending, median, quantile } from '../../../nodes/core/history/quantile';

describe('quantile', () => {
	// Source: R 4, quantile(x, p, type = 7), worked by hand from Hyndman and Fan (1996), definition 7:
	// position (n - 1) p, linear between neighbours.
	it.each([
		[[7, 14, 21, 28], 0.5, 17.5],
		[[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.25, 3.25],
		[[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.75, 7.75],
		[[1, 2, 4, 8], 0.9, 6.8],
		[[5], 0.75, 5],
		[[1, 9], 0, 1],
		[[1, 9], 1, 9],
	])('of %p at %p is %p', (numbers, p, expected) => {
		expect(quantile(numbers, p)).toBeCloseTo(expected, 12);
	});

	it('of no numbers is NaN', () => {
		expect(quantile([], 0.5)).toBeNaN();
		expect(median([])).toBeNaN();
	});

	it('lies within the numbers and never falls with p', () => {
		const p = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(fc.array(fc.nat({ max: 5000 }), { minLength: 1 }), p, p, (numbers, a, b) => {
				const sorted = [...numbers].sort((x, y) => x - y);
				const low = quantile(sorted, Math.min(a, b));
				const high = quantile(sorted, Math.max(a, b));
				expect(low).toBeGreaterThanOrEqual(Math.min(...numbers));
				expect(high).toBeLessThanOrEqual(Math.max(...numbers));
				expect(low).toBeLessThanOrEqual(high + 1e-9);
			}),
		);
	});
});

describe('ascending', () => {
	it('sorts as numbers, few and many alike, and leaves its input as it is', () => {
		const numbers = fc.array(fc.integer({ min: -5000, max: 5000 }), {
			maxLength: 100,
			size: 'max',
		});
		let [few, many] = [0, 0];
		fc.assert(
			fc.property(numbers, (values) => {
				if (values.length > 40) many += 1;
				else few += 1;
				const before = [...values];
				expect(ascending(values)).toEqual([...values].sort((a, b) => a - b));
				expect(values).toEqual(before);
			}),
		);
		expect(Math.min(few, many)).toBeGreaterThan(5);
	});
});

describe('median', () => {
	// Rows of two digits and one kill a sort by text.
	it.each([
		[[9, 10, 100], 10],
		[[30, 4], 17],
		[[3, 1, 2], 2],
	])('of %p is %p', (values, expected) => {
		expect(median(values)).toBe(expected);
	});

	it('leaves its input as it is', () => {
		const values = Object.freeze([3, 1, 2]);
		median(values);
		expect(values).toEqual([3, 1, 2]);
	});
});
