import fc from 'fast-check';

import {
	calibrationGroups,
	probabilityRange,
} from '../../../nodes/core/learning/calibrationGroups';

describe('calibrationGroups', () => {
	it('sums up by halves what was worked out by hand', () => {
		expect(calibrationGroups([0.4, 0.1, 0.3, 0.2], [true, false, true, true], 2)).toEqual([
			{ from: 0.1, to: 0.2, leads: 2, forecast: expect.closeTo(0.15, 12), observed: 0.5 },
			{ from: 0.3, to: 0.4, leads: 2, forecast: expect.closeTo(0.35, 12), observed: 1 },
		]);
	});

	it('keeps equal probabilities together', () => {
		const groups = calibrationGroups([0.1, 0.2, 0.2, 0.2, 0.2, 0.9], [0, 0, 1, 1, 0, 1], 3);
		expect(groups.map(({ leads }) => leads)).toEqual([5, 1]);
	});

	it('loses no lead and overlaps nowhere', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { maxLength: 80 }),
				fc.integer({ min: 1, max: 12 }),
				(rows, count) => {
					const probabilities = rows.map(([one]) => one / 20);
					const groups = calibrationGroups(
						probabilities,
						rows.map(([, outcome]) => outcome),
						count,
					);
					expect(groups.length).toBeLessThanOrEqual(count);
					expect(groups.reduce((sum, { leads }) => sum + leads, 0)).toBe(rows.length);
					expect(
						groups.reduce((sum, { leads, observed }) => sum + leads * observed, 0),
					).toBeCloseTo(rows.filter(([, outcome]) => outcome).length, 9);
					groups.forEach((group, i) => {
						const inside = probabilities.filter((one) => one >= group.from && one <= group.to);
						expect(inside).toHaveLength(group.leads);
						if (i > 0) expect(group.from).toBeGreaterThan(groups[i - 1]!.to);
					});
				},
			),
		);
	});

	it.each([
		[0.0232, 0.051, '2.3 to 5.1 %'],
		[0.5, 0.5, '50 %'],
	])('writes %p to %p as %p', (from, to, expected) => {
		expect(probabilityRange({ from, to })).toBe(expected);
	});
});
