import fc from 'fast-check';

import { findSeasonalPattern } from '../../../nodes/core/history/Season';
import { isoDate } from '../../../nodes/core/reading/TimeZone';
import { dayNumber, everyDays, orderHistory } from '../orderHistory';

function patternOf(dates: readonly string[]) {
	return findSeasonalPattern(orderHistory(dates.map(dayNumber)));
}

describe('findSeasonalPattern', () => {
	// Source: docstring of findSeasonalPattern; DESIGN section 8, the holiday buyer.
	it.each([
		[
			'one season, three years',
			['2023-12-20', '2024-12-20', '2025-12-20'],
			1,
			'2026-12-19',
			'2026-12-20',
		],
		[
			'two seasons, two years',
			['2024-03-05', '2024-12-20', '2025-03-05', '2025-12-20'],
			2,
			'2026-03-05',
			'2026-03-06',
		],
		[
			'a season over New Year',
			['2023-12-28', '2025-01-03', '2025-12-30', '2026-01-02'],
			1,
			'2026-12-29',
			'2027-01-03',
		],
		[
			'several orders a season',
			['2024-12-01', '2024-12-20', '2025-12-01', '2025-12-10', '2026-12-01'],
			1,
			'2027-12-02',
			'2027-12-21',
		],
	])('%s', (_, dates, seasons, start, end) => {
		const pattern = patternOf(dates);
		expect(pattern?.seasons).toHaveLength(seasons);
		const near = (actual: number | undefined, expected: string) =>
			Math.abs((actual ?? Number.NaN) - dayNumber(expected)) <= 1;
		expect(near(pattern?.nextSeasonStart, start)).toBe(true);
		expect(near(pattern?.nextSeasonEnd, end)).toBe(true);
	});

	it.each([
		['no order', []],
		['two orders a year apart: a coincidence', ['2024-12-20', '2025-12-20']],
		['one season, one year', ['2025-12-01', '2025-12-10', '2025-12-20']],
		[
			'kills: January taken for another season',
			['2024-12-28', '2025-01-03', '2025-12-28', '2026-01-03'],
		],
		['a season bought in only once', ['2023-12-20', '2024-12-20', '2025-12-20', '2026-06-01']],
		[
			'three seasons',
			['2024-01-05', '2024-05-05', '2024-09-05', '2025-01-05', '2025-05-05', '2025-09-05'],
		],
		[
			'half the year',
			[
				'2024-01-01',
				'2024-02-10',
				'2024-03-20',
				'2024-04-29',
				'2024-06-08',
				'2025-01-01',
				'2025-06-08',
			],
		],
	])('finds none: %s', (_, dates) => {
		expect(patternOf(dates)).toBeUndefined();
	});

	it.each([7, 14, 30])('finds none for an order every %p days over three years', (gap) => {
		const days = everyDays(gap, Math.ceil(1095 / gap), dayNumber('2026-06-01'));
		expect(findSeasonalPattern(orderHistory(days))).toBeUndefined();
	});

	it('puts the next season after the last order, and every order into a season', () => {
		// Holiday buyers of any season: some days around one date of several years.
		const buyers = fc
			.tuple(
				fc.integer({ min: 0, max: 364 }),
				fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 20 })), {
					minLength: 3,
					maxLength: 12,
				}),
			)
			.map(([dayOfYear, orders]) =>
				orders.map(([year, offset]) => dayNumber(`${2018 + year}-01-01`) + dayOfYear + offset),
			);
		fc.assert(
			fc.property(buyers, (days) => {
				const pattern = findSeasonalPattern(orderHistory(days));
				fc.pre(pattern !== undefined);
				const last = Math.max(...days);
				expect(pattern?.nextSeasonStart).toBeGreaterThan(last);
				expect(pattern?.nextSeasonEnd).toBeGreaterThanOrEqual(pattern?.nextSeasonStart ?? 0);
				expect((pattern?.nextSeasonEnd ?? 0) - last).toBeLessThan(366 + 23);
				expect(Number.isInteger(pattern?.nextSeasonEnd)).toBe(true);
				for (const day of days) {
					const dayOfYear = day - dayNumber(`${isoDate(day).slice(0, 4)}-01-01`);
					const isInside = pattern?.seasons.some(
						({ startDay, endDay }) =>
							(dayOfYear >= startDay && dayOfYear <= endDay) || dayOfYear + 365.25 <= endDay,
					);
					expect(isInside).toBe(true);
				}
			}),
		);
	});
});
