import fc from 'fast-check';

import { inactivityDeduction } from '../../../nodes/core/lead/inactivityDeduction';

const MONTHLY = { afterDays: 30, points: 10, everyDays: 30, floor: 0 };

describe('inactivityDeduction', () => {
	// Source: docstring of inactivityDeduction.
	it.each([
		['nothing is set', undefined, 95, 50, 0],
		['no activity is known', MONTHLY, null, 50, 0],
		['the day before', MONTHLY, 29, 50, 0],
		['the day itself', MONTHLY, 30, 50, 10],
		['the day before the second time', MONTHLY, 59, 50, 10],
		['the second time', MONTHLY, 60, 50, 20],
		['95 days', MONTHLY, 95, 50, 30],
		['no more than there is', MONTHLY, 365, 50, 50],
		['not below the floor', { ...MONTHLY, floor: 25 }, 95, 50, 25],
		['nothing where engagement is below it already', { ...MONTHLY, floor: 60 }, 95, 50, 0],
		['nothing off what is below zero', MONTHLY, 95, -20, 0],
		['once only', { afterDays: 30, points: 10, floor: 0 }, 365, 50, 10],
		['another rhythm after the first', { ...MONTHLY, everyDays: 7 }, 44, 50, 30],
	])('%s', (_, inactivity, idleDays, engagement, deduction) => {
		expect(inactivityDeduction(inactivity, idleDays, engagement)).toBe(deduction);
	});

	it('never raises, and takes no less after a longer silence', () => {
		const positive = fc.integer({ min: 1, max: 100 });
		const inactivity = fc.record({
			afterDays: positive,
			points: positive,
			everyDays: fc.option(positive, { nil: undefined }),
			floor: fc.nat({ max: 50 }),
		});
		const days = fc.nat({ max: 1000 });
		fc.assert(
			fc.property(
				inactivity,
				days,
				days,
				fc.integer({ min: -50, max: 200 }),
				(by, one, other, points) => {
					const sooner = inactivityDeduction(by, Math.min(one, other), points);
					const later = inactivityDeduction(by, Math.max(one, other), points);
					expect(sooner).toBeGreaterThanOrEqual(0);
					expect(later).toBeGreaterThanOrEqual(sooner);
					expect(points - later).toBeGreaterThanOrEqual(Math.min(points, by.floor));
				},
			),
		);
	});
});
