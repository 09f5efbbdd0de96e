import fc from 'fast-check';

import { readClosings } from '../../../nodes/core/history/closings';
import { OpenDays } from '../../../nodes/core/history/OpenDays';
import { isoDate } from '../../../nodes/core/reading/TimeZone';
import { dayNumber } from '../orderHistory';

/** The closed days of a year as a text of closings means them. */
function closedDays(text: string, year: number): string[] {
	const shop = new OpenDays([], readClosings(text));
	const days: string[] = [];
	for (let day = dayNumber(`${year}-01-01`); day < dayNumber(`${year + 1}-01-01`); day++) {
		if (shop.between(day - 1, day) === 0) days.push(isoDate(day));
	}
	return days;
}

function period(from: string, to: string) {
	return { fromDay: dayNumber(from), toDay: dayNumber(to) };
}

describe('readClosings reads', () => {
	// Source: docstring of readClosings.
	it.each<[string, ReturnType<typeof readClosings>, string]>([
		['', [], 'nothing'],
		[' ;,\n ', [], 'nothing between the signs'],
		['2026-12-24', [period('2026-12-24', '2026-12-24')], 'a day'],
		['2026-08-01 to 2026-08-21', [period('2026-08-01', '2026-08-21')], 'a period'],
		['2026-08-01 TO 2026-08-21', [period('2026-08-01', '2026-08-21')], 'capitals'],
		['2026-08-01 to 08-21', [period('2026-08-01', '2026-08-21')], 'a year named once'],
		['2026-12-24 to 01-06', [period('2026-12-24', '2027-01-06')], 'a year named once, New Year'],
		['2026-12-24 to 2027-01-06', [period('2026-12-24', '2027-01-06')], 'New Year'],
		['2026-12-24 to 2026-12-24', [period('2026-12-24', '2026-12-24')], 'a period of one day'],
		['2028-02-29', [period('2028-02-29', '2028-02-29')], 'leap day'],
		[
			'2026-05-01, 2026-10-03;2026-12-24\n2026-12-31',
			['2026-05-01', '2026-10-03', '2026-12-24', '2026-12-31'].map((day) => period(day, day)),
			'comma, semicolon and line break',
		],
	])('%j (%#: %s)', (text, expected) => {
		expect(readClosings(text)).toEqual(expected);
	});

	it.each<[string, number, string[]]>([
		['12-25', 2026, ['2026-12-25']],
		['12-25', 1980, ['1980-12-25']],
		['12-25', 2119, ['2119-12-25']],
		['12-30 to 01-02', 2026, ['2026-01-01', '2026-01-02', '2026-12-30', '2026-12-31']],
		['02-29', 2028, ['2028-02-29']],
		['02-29', 2026, []],
		['02-28 to 03-01', 2026, ['2026-02-28', '2026-03-01']],
		['02-28 to 03-01', 2028, ['2028-02-28', '2028-02-29', '2028-03-01']],
	])('%s as days of every year, in %p', (text, year, expected) => {
		expect(closedDays(text, year)).toEqual(expected);
	});

	it('a period of every year up to 29 February, also in years without one', () => {
		// Source: docstring of readClosings, "periods of either".
		expect(closedDays('02-26 to 02-29', 2028)).toEqual(
			['26', '27', '28', '29'].map((day) => `2028-02-${day}`),
		);
		expect(closedDays('02-26 to 02-29', 2026)).toEqual(
			['26', '27', '28'].map((day) => `2026-02-${day}`),
		);
	});
});

describe('readClosings refuses', () => {
	it.each<[string, string, string]>([
		['Christmas', 'Christmas', 'a word'],
		['2026-02-30', '2026-02-30', 'a day that no calendar has'],
		['2026-02-29', '2026-02-29', 'a leap day of no leap year'],
		['2026-13-01', '2026-13-01', 'month 13'],
		['02-30', '02-30', 'a day that no year has'],
		['00-10', '00-10', 'month 0'],
		['24.12.2026', '24.12.2026', 'local form'],
		['2026/12/24', '2026/12/24', 'slashes'],
		['2026-8-1', '2026-8-1', 'one digit'],
		['2026-08-21 to 2026-08-01', '2026-08-21 to 2026-08-01', 'the wrong way'],
		['2026-08-01 - 2026-08-21', '2026-08-01 - 2026-08-21', 'another sign than "to"'],
		['2026-08-01 to', '2026-08-01 to', 'half a period'],
		['2026-08-01 to 2026-02-30', '2026-08-01 to 2026-02-30', 'an end that no calendar has'],
		['08-01 to 2026-08-21', '08-01 to 2026-08-21', 'every year to one year'],
		['2026-12-24, soon', 'soon', 'kills: the first entry named'],
	])('%j (%s)', (text, entry) => {
		expect(() => readClosings(text)).toThrow(
			expect.objectContaining({
				name: 'SegmentationError',
				code: 'invalidClosing',
				message: expect.stringContaining(`"${entry}"`),
				hint: expect.any(String),
			}),
		);
	});
});

describe('readClosings, laws', () => {
	it('reads the days and periods that were written, whatever stands between', () => {
		const day = fc.integer({ min: dayNumber('1980-01-01'), max: dayNumber('2119-12-31') });
		const entry = fc.tuple(day, fc.nat({ max: 60 }));
		const separator = fc.constantFrom(',', ';', '\n', ' , ', ';;');
		fc.assert(
			fc.property(fc.array(entry), separator, (entries, between) => {
				const text = entries
					.map(([from, length]) =>
						length === 0 ? isoDate(from) : `${isoDate(from)} to ${isoDate(from + length)}`,
					)
					.join(between);
				expect(readClosings(text)).toEqual(
					entries.map(([from, length]) => ({ fromDay: from, toDay: from + length })),
				);
			}),
		);
	});

	it('throws nothing but a SegmentationError, for any text, and gives whole days only', () => {
		const text = fc.oneof(fc.string(), fc.stringMatching(/^[\d\-to ,;]{0,40}$/));
		fc.assert(
			fc.property(text, (anything) => {
				try {
					for (const { fromDay, toDay } of readClosings(anything)) {
						expect(Number.isInteger(fromDay) && Number.isInteger(toDay)).toBe(true);
						expect(fromDay).toBeLessThanOrEqual(toDay);
					}
				} catch (error) {
					expect(error).toMatchObject({ name: 'SegmentationError' });
				}
			}),
			{ numRuns: 500 },
		);
	});
});
