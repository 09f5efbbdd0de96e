import fc from 'fast-check';

import { bandOf } from '../../../nodes/core/lead/bandOf';
import { LEAD_BANDS, type LeadBand } from '../../../nodes/core/lead/LeadModel';

const BANDS = { hotFrom: 70, warmFrom: 40, margin: 5 };

describe('bandOf', () => {
	// Source: docstrings of bandOf and of the model's bands.
	it.each<[number, LeadBand | null, LeadBand]>([
		[100, null, 'hot'],
		[70, null, 'hot'],
		[69.99, null, 'warm'],
		[40, null, 'warm'],
		[39.99, null, 'cold'],
		[0, null, 'cold'],
		[-10, null, 'cold'],
		// Keeps the better band within the margin.
		[69.99, 'hot', 'hot'],
		[65, 'hot', 'hot'],
		[64.99, 'hot', 'warm'],
		[39.99, 'warm', 'warm'],
		[35, 'warm', 'warm'],
		[34.99, 'warm', 'cold'],
		// Falls two bands at once only below the margin of the second.
		[39.99, 'hot', 'warm'],
		[35, 'hot', 'warm'],
		[34.99, 'hot', 'cold'],
		// Keeps nobody down.
		[70, 'warm', 'hot'],
		[70, 'cold', 'hot'],
		[40, 'cold', 'warm'],
		[65, 'warm', 'warm'],
		[65, 'cold', 'warm'],
		[35, 'cold', 'cold'],
	])('%p of 100 after %p is %s', (score, previous, band) => {
		expect(bandOf(score, 100, BANDS, previous)).toBe(band);
	});

	it.each<[number, LeadBand, LeadBand]>([
		[5, 'hot', 'hot'],
		[4.99, 'hot', 'warm'],
		[2, 'warm', 'warm'],
		[1.99, 'warm', 'cold'],
		[0, 'hot', 'cold'],
	])(
		'%p of 100 after %p is %s, where the margin is as wide as the limits',
		(score, previous, band) => {
			expect(bandOf(score, 100, { hotFrom: 10, warmFrom: 4, margin: 10 }, previous)).toBe(band);
		},
	);

	it('gives every whole percentage its band: a limit that is reached counts', () => {
		// Kills: (score / max) * 100, which makes 28.999999999999996 of 29 out of 100.
		const missed: string[] = [];
		for (const max of [1, 100, 140, 0.07]) {
			for (let percent = 1; percent <= 100; percent++) {
				const bands = { hotFrom: percent, warmFrom: 0, margin: 0 };
				if (bandOf((percent * max) / 100, max, bands) !== 'hot') missed.push(`${percent}/${max}`);
			}
		}
		expect(missed).toEqual([]);
	});
});

describe('bandOf, laws', () => {
	const limits = fc
		.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 100 }))
		.filter(([warmFrom, hotFrom]) => warmFrom < hotFrom)
		.map(([warmFrom, hotFrom]) => ({ warmFrom, hotFrom }));
	const previous = fc.constantFrom<LeadBand | null>(...LEAD_BANDS, null);
	const scores = fc.integer({ min: -1000, max: 10_000 }).map((cents) => cents / 100);
	const rank = (band: LeadBand) => LEAD_BANDS.indexOf(band);

	it('is the plain band without a margin or without a better band before', () => {
		fc.assert(
			fc.property(limits, previous, scores, fc.nat({ max: 100 }), (by, before, score, margin) => {
				const plain = bandOf(score, 100, { ...by, margin: 0 });
				expect(bandOf(score, 100, { ...by, margin: 0 }, before)).toBe(plain);
				if (before === null || rank(before) >= rank(plain)) {
					expect(bandOf(score, 100, { ...by, margin }, before)).toBe(plain);
				}
			}),
		);
	});

	it('is never lower than the plain band, nor better than that of last time or the plain one', () => {
		fc.assert(
			fc.property(limits, previous, scores, fc.nat({ max: 100 }), (by, before, score, margin) => {
				const plain = bandOf(score, 100, { ...by, margin: 0 });
				const band = bandOf(score, 100, { ...by, margin }, before);
				expect(rank(band)).toBeLessThanOrEqual(rank(plain));
				expect(rank(band)).toBeGreaterThanOrEqual(
					Math.min(rank(plain), before === null ? rank(plain) : rank(before)),
				);
			}),
		);
	});
});
