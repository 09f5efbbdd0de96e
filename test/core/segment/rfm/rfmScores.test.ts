import fc from 'fast-check';

import {
	checkLimitsOf,
	partOf,
	quintileLimits,
	quintilesOf,
	rfmScores,
} from '../../../../nodes/core/segment/rfm/rfmScores';
import { sharedTable } from '../../history/sharedOrders';

const expected = sharedTable('rfm/rfm_scores_expected.csv');

const describeIf = expected ? describe : describe.skip;

describeIf(
	`The scores of the R package rfm${expected ? '' : ' (rfm/rfm_scores_expected.csv is missing in ../shared/data)'}`,
	() => {
		it('are ours for all 995 customers', () => {
			const rows = expected ?? [];
			const figures = rows.map((row) => ({
				recencyDays: Number(row.recency_days),
				orders: Number(row.transaction_count),
				spent: Number(row.amount),
			}));
			const limits = quintilesOf(figures);
			const ours = figures.map((one) => rfmScores(one, limits));
			expect(ours).toHaveLength(995);
			expect(ours).toEqual(
				rows.map((row) => ({
					recency: Number(row.recency_score),
					frequency: Number(row.frequency_score),
					monetary: Number(row.monetary_score),
					score: Number(row.rfm_score),
				})),
			);
		});
	},
);

const figure = fc.record({
	recencyDays: fc.nat(2000),
	orders: fc.integer({ min: 1, max: 60 }),
	spent: fc.integer({ min: 0, max: 50_000 }),
});

describe('quintileLimits', () => {
	// quantile(1:10, probs = c(.2, .4, .6, .8)) in R is 2.8, 4.6, 6.4, 8.2.
	it('are quantiles of type 7 plus 1, in any order', () => {
		const limits = quintileLimits([10, 9, 8, 7, 6, 1, 2, 3, 4, 5]);
		[3.8, 5.6, 7.4, 9.2].forEach((limit, i) => expect(limits[i]).toBeCloseTo(limit, 10));
	});

	it('put equal values below every limit', () => {
		expect(quintileLimits([7, 7, 7])).toEqual([8, 8, 8, 8]);
	});
});

describe('partOf', () => {
	it.each([
		[29, 1],
		[30, 2],
		[89, 2],
		[90, 3],
		[364, 4],
		[365, 5],
		[-5, 1],
		[Number.POSITIVE_INFINITY, 5],
	])('puts %d into part %d: a limit that is reached counts', (value, part) => {
		expect(partOf(value, [30, 90, 180, 365])).toBe(part);
	});
});

describe('rfmScores', () => {
	const limits = {
		recency: [30, 90, 180, 365],
		frequency: [2, 3, 5, 10],
		monetary: [50, 150, 400, 1000],
	};

	it.each([
		[{ recencyDays: 10, orders: 9, spent: 500 }, 544],
		[{ recencyDays: 30, orders: 10, spent: 1000 }, 455],
		[{ recencyDays: 400, orders: 1, spent: 0 }, 111],
		[{ recencyDays: 0, orders: 2, spent: 49.99 }, 521],
	])('gives %p a score of %d', (figures, score) => {
		expect(rfmScores(figures, limits).score).toBe(score);
	});

	it('do not depend on the order of the customers, and never fall for the better', () => {
		fc.assert(
			fc.property(fc.array(figure, { minLength: 1, maxLength: 60 }), figure, (figures, one) => {
				const quintiles = quintilesOf(figures);
				expect(quintilesOf([...figures].reverse())).toEqual(quintiles);
				const scores = rfmScores(one, quintiles);
				for (const score of [scores.recency, scores.frequency, scores.monetary]) {
					expect([1, 2, 3, 4, 5]).toContain(score);
				}
				const better = rfmScores(
					{ recencyDays: one.recencyDays - 30, orders: one.orders + 3, spent: one.spent + 100 },
					quintiles,
				);
				expect(better.recency).toBeGreaterThanOrEqual(scores.recency);
				expect(better.frequency).toBeGreaterThanOrEqual(scores.frequency);
				expect(better.monetary).toBeGreaterThanOrEqual(scores.monetary);
			}),
		);
	});
});

describe('checkLimitsOf', () => {
	it.each([[[]], [[1, 2, 3]], [[1, 2, 3, 4, 5]], [[1, 2, 2, 3]], [[4, 3, 2, 1]]])(
		'refuses %p',
		(limits) => {
			expect(() => checkLimitsOf('Recency Limits', limits)).toThrow(/^Recency Limits are /);
		},
	);

	it('takes four that ascend', () => {
		expect(() => checkLimitsOf('Recency Limits', [-1, 0, 0.5, 9])).not.toThrow();
	});
});
