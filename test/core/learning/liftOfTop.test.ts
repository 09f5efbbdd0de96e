import { liftOfTop } from '../../../nodes/core/learning/liftOfTop';

describe('liftOfTop', () => {
	// Source: by hand.
	it.each([
		[[4, 3, 2, 1], [true, false, true, false], 0.5, { leads: 2, rate: 0.5, share: 0.5, lift: 1 }],
		[[1, 2, 3, 4], [false, false, true, true], 0.5, { leads: 2, rate: 1, share: 1, lift: 2 }],
		// Of three leads with the same score one is drawn: a third of two outcomes.
		[
			[2, 2, 2, 1],
			[true, true, false, false],
			0.25,
			{ leads: 1, rate: 2 / 3, share: 1 / 3, lift: 4 / 3 },
		],
		// One lead above the limit, two of four on it.
		[
			[9, 5, 5, 5, 5, 1],
			[true, true, false, false, false, false],
			0.5,
			{ leads: 3, rate: 0.5, share: 0.75, lift: 1.5 },
		],
		// At least one.
		[[3, 2, 1], [true, false, false], 0.1, { leads: 1, rate: 1, share: 1, lift: 3 }],
	])('of %j with %j, the best %p', (scores, outcomes, part, expected) => {
		const found = liftOfTop(scores, outcomes, part)!;
		expect(found.leads).toBe(expected.leads);
		for (const figure of ['rate', 'share', 'lift'] as const) {
			expect(found[figure]).toBeCloseTo(expected[figure], 12);
		}
	});

	it('is not known without leads or without outcomes', () => {
		expect(liftOfTop([], [], 0.1)).toBeNull();
		expect(liftOfTop([1, 2], [false, false], 0.1)).toBeNull();
	});
});
