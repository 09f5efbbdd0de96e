import fc from 'fast-check';

import { numberBins, type NumberCount } from '../../../nodes/core/learning/numberBins';
import { roundestBetween } from '../../../nodes/core/learning/roundestBetween';

/** Counts of whole numbers, with the share of hits that a function gives. */
function counts(numbers: readonly number[], leads: number, rate: (value: number) => number) {
	return numbers.map(
		(value): NumberCount => ({
			value,
			leads,
			hits: Math.round(leads * rate(value)),
		}),
	);
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

const someCounts = fc
	.uniqueArray(
		fc.oneof(fc.integer({ min: -50, max: 5000 }), fc.double({ min: -9, max: 9, noNaN: true })),
		{
			minLength: 1,
			maxLength: 60,
		},
	)
	.chain((values) =>
		fc
			.array(
				fc.tuple(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true })),
				{
					minLength: values.length,
					maxLength: values.length,
				},
			)
			.map((rows) =>
				values
					.map((value) => value + 0)
					.sort((a, b) => a - b)
					.map((value, i) => ({
						value,
						leads: rows[i]![0],
						hits: Math.round(rows[i]![0] * rows[i]![1]),
					})),
			),
	);

describe('numberBins', () => {
	it('finds the step at which outcomes change', () => {
		const bins = numberBins(counts(upTo(100), 10, (value) => (value < 50 ? 0.1 : 0.6)));
		expect(bins).toEqual([
			{ to: 50, lowest: 1, highest: 49, leads: 490, hits: 49 },
			{ from: 50, lowest: 50, highest: 100, leads: 510, hits: 306 },
		]);
	});

	it('lets outcomes fall and rise again', () => {
		const bins = numberBins(counts(upTo(90), 20, (age) => (age < 30 || age >= 60 ? 0.5 : 0.1)));
		expect(bins.map(({ hits, leads }) => Math.round((hits / leads) * 10) / 10)).toEqual([
			0.5, 0.1, 0.5,
		]);
	});

	it('keeps a number that stands for "never" apart', () => {
		const bins = numberBins([
			{ value: -1, leads: 800, hits: 80 },
			...counts(upTo(40), 10, () => 0.4),
		]);
		expect(bins).toEqual([
			{ to: 0, lowest: -1, highest: -1, leads: 800, hits: 80 },
			{ from: 0, lowest: 1, highest: 40, leads: 400, hits: 160 },
		]);
	});

	it('keeps a spike in the middle apart', () => {
		const bins = numberBins(
			upTo(99).map((value) => ({
				value,
				leads: value === 50 ? 400 : 10,
				hits: value === 50 ? 200 : 1,
			})),
		);
		expect(bins.map(({ lowest, highest }) => [lowest, highest])).toEqual([
			[1, 49],
			[50, 50],
			[51, 99],
		]);
	});

	it('joins what does not differ to one bin', () => {
		expect(numberBins(counts(upTo(31), 100, () => 0.2))).toHaveLength(1);
	});

	it('makes at most seven bins that are not too small, however much outcomes change', () => {
		const bins = numberBins(
			counts(upTo(200), 50, (value) => (Math.floor(value / 10) % 2 ? 0.9 : 0.1)),
		);
		expect(bins).toHaveLength(7);
	});

	it('has edges that people can read', () => {
		// Sums of money with cents: edges move by some leads to a rounder number.
		const values = upTo(400).map((i) => Math.round(i ** 2.3 * 7.31) / 100);
		const bins = numberBins(
			counts(values, 5, (value) => (value < 1000 ? 0 : value < 9000 ? 0.4 : 0.8)),
		);
		for (const { from } of bins) {
			if (from !== undefined) expect(String(from).replace(/0*$/, '').length).toBeLessThanOrEqual(2);
		}
		expect(bins.length).toBeGreaterThan(2);
	});

	it('loses no lead, leaves no gap and says what is inside', () => {
		fc.assert(
			fc.property(someCounts, (rows) => {
				const bins = numberBins(rows);
				expect(bins.length).toBeGreaterThan(0);
				expect(bins.length).toBeLessThanOrEqual(7);
				expect(bins[0]!.from).toBeUndefined();
				expect(bins[bins.length - 1]!.to).toBeUndefined();
				bins.forEach((bin, i) => {
					if (i > 0) expect(bin.from).toBe(bins[i - 1]!.to);
					const { from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY } = bin;
					const inside = rows.filter(({ value }) => value >= from && value < to);
					expect(inside[0]!.value).toBe(bin.lowest);
					expect(inside[inside.length - 1]!.value).toBe(bin.highest);
					expect(inside.reduce((sum, { leads }) => sum + leads, 0)).toBe(bin.leads);
					expect(inside.reduce((sum, { hits }) => sum + hits, 0)).toBe(bin.hits);
					if (bins.length > 1) expect(bin.leads).toBeGreaterThanOrEqual(15);
				});
			}),
			{ numRuns: 300 },
		);
	});
});

describe('roundestBetween', () => {
	it.each([
		[1473, 2210, 1800, 2000],
		[0.23, 0.31, 0.25, 0.3],
		[-1, 1, 1, 0],
		[-0.5, 0, 0, 0],
		[1473, 1475, 1475, 1475],
		[1470, 1482, 1475, 1480],
		[41, 47, 44, 45],
		[-2210, -1473, -1800, -2000],
		[120, 980, 700, 500],
		[4, 5, 5, 5],
		[99, 100, 100, 100],
	])('above %p and up to %p, near %p: %p', (low, high, wanted, expected) => {
		expect(roundestBetween(low, high, wanted)).toBe(expected);
	});

	it('is above the one and not above the other', () => {
		const number = fc.oneof(
			fc.double({ min: -1e9, max: 1e9, noNaN: true }),
			fc.integer({ min: -100, max: 100 }),
		);
		fc.assert(
			fc.property(number, number, number, (a, b, wanted) => {
				fc.pre(a !== b);
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				const found = roundestBetween(low, high, wanted);
				expect(found).toBeGreaterThan(low);
				expect(found).toBeLessThanOrEqual(high);
			}),
			{ numRuns: 1000 },
		);
	});
});
