import fc from 'fast-check';

import { aucError, rankAuc } from '../../../nodes/core/learning/rankAuc';

const ranked = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.boolean()), { minLength: 2, maxLength: 40 })
	.filter((rows) => new Set(rows.map(([, outcome]) => outcome)).size === 2);

describe('rankAuc', () => {
	// Source: by hand, pairs of a hit and a miss that are ranked rightly, ties half.
	it.each([
		[[1, 2, 3, 3], [false, true, false, true], 0.625],
		[[1, 2], [false, true], 1],
		[[2, 1], [false, true], 0],
		[[5, 5, 5], [true, false, true], 0.5],
		[[-1, 0, 0, 2], [true, false, true, true], 0.5],
	])('of %j with %j is %p', (scores, outcomes, expected) => {
		expect(rankAuc(scores, outcomes)).toBeCloseTo(expected, 12);
	});

	it.each([[[]], [[true, true]], [[false]]])('of outcomes %j is not known', (outcomes) => {
		expect(rankAuc(outcomes.map(Number), outcomes)).toBeNull();
	});

	it('is the share of pairs that are ranked rightly', () => {
		fc.assert(
			fc.property(ranked, (rows) => {
				const hits = rows.filter(([, outcome]) => outcome);
				const misses = rows.filter(([, outcome]) => !outcome);
				let sum = 0;
				for (const [hit] of hits) {
					for (const [miss] of misses) sum += hit > miss ? 1 : hit === miss ? 0.5 : 0;
				}
				expect(
					rankAuc(
						rows.map(([score]) => score),
						rows.map(([, outcome]) => outcome),
					),
				).toBeCloseTo(sum / hits.length / misses.length, 12);
			}),
		);
	});
});

describe('aucError', () => {
	// Source: Hanley, McNeil 1982, equations for Q1 and Q2 worked out apart, in Python.
	it.each([
		[0.893, 51, 58, 0.03251],
		[0.5, 10, 10, 0.13229],
		[0.78, 1605, 11958, 0.00703],
		[1, 20, 20, 0],
	])('of %p with %p and %p leads is %p', (auc, positives, negatives, expected) => {
		expect(aucError(auc, positives, negatives)).toBeCloseTo(expected, 4);
	});
});
