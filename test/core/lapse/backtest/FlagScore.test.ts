import fc from 'fast-check';

import { FlagCounts } from '../../../../nodes/core/lapse/backtest/FlagScore';

/** Customers by what they were held for and what they did. */
interface Counts {
	flaggedAway: number;
	flaggedBack: number;
	keptAway: number;
	keptBack: number;
}

function scoreOf({ flaggedAway, flaggedBack, keptAway, keptBack }: Counts) {
	const counts = new FlagCounts();
	for (let i = 0; i < flaggedAway; i++) counts.add(true, false);
	for (let i = 0; i < flaggedBack; i++) counts.add(true, true);
	for (let i = 0; i < keptAway; i++) counts.add(false, false);
	for (let i = 0; i < keptBack; i++) counts.add(false, true);
	return counts.score();
}

describe('FlagCounts', () => {
	// Worked out by hand: flagged away, flagged back, kept away, kept back.
	it.each<[string, number[], unknown[]]>([
		['some of each', [6, 2, 3, 9], [8, 2, 6 / 8, 6 / 9, (6 / 9 + 9 / 11) / 2]],
		['all right', [5, 0, 0, 5], [5, 0, 1, 1, 1]],
		['all wrong', [0, 5, 5, 0], [5, 5, 0, 0, 0]],
		['all flagged', [7, 3, 0, 0], [10, 3, 0.7, 1, 0.5]],
		['nobody flagged', [0, 0, 7, 3], [0, 0, null, 0, 0.5]],
		['everybody came back', [0, 2, 0, 8], [2, 2, 0, null, null]],
		['nobody came back', [2, 0, 8, 0], [2, 0, 1, 0.2, null]],
		['nobody', [0, 0, 0, 0], [0, 0, null, null, null]],
		['one customer', [1, 0, 0, 0], [1, 0, 1, 1, null]],
	])('scores %s', (_, [flaggedAway, flaggedBack, keptAway, keptBack], expected) => {
		const score = scoreOf({ flaggedAway, flaggedBack, keptAway, keptBack } as Counts);
		expect([
			score.flagged,
			score.cameBack,
			score.precision,
			score.recall,
			score.balancedAccuracy,
		]).toEqual(expected);
	});

	const few = fc.nat({ max: 40 });
	const anyCounts = fc.record({
		flaggedAway: few,
		flaggedBack: few,
		keptAway: few,
		keptBack: few,
	});

	it('gives shares from 0 to 1 or nothing, and counts that add up', () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const { flagged, cameBack, precision, recall, balancedAccuracy } = scoreOf(counts);
				for (const share of [precision, recall, balancedAccuracy]) {
					if (share === null) continue;
					expect(share).toBeGreaterThanOrEqual(0);
					expect(share).toBeLessThanOrEqual(1);
				}
				expect((precision ?? 0) * flagged + cameBack).toBeCloseTo(flagged, 9);
			}),
		);
	});

	it('turns the balanced accuracy over when every flag is turned over', () => {
		fc.assert(
			fc.property(anyCounts, (counts) => {
				const turned = scoreOf({
					flaggedAway: counts.keptAway,
					flaggedBack: counts.keptBack,
					keptAway: counts.flaggedAway,
					keptBack: counts.flaggedBack,
				}).balancedAccuracy;
				const { balancedAccuracy } = scoreOf(counts);
				if (balancedAccuracy === null) expect(turned).toBeNull();
				else expect(turned! + balancedAccuracy).toBeCloseTo(1, 12);
			}),
		);
	});
});
