import fc from 'fast-check';

import {
	betweenDaysTest,
	dayTest,
	hoursTest,
} from '../../../../nodes/core/attribute/comparison/dayTests';
import { isoDate, TimeZone } from '../../../../nodes/core/reading/TimeZone';

const TODAY = 20_000;
const day = fc.integer({ min: TODAY - 1000, max: TODAY + 1000 });
const days = fc.nat(400);

describe('dayTest', () => {
	// Source: docstring of dayTest. Days ago, days asked for.
	it.each([
		['inLastDays', 30, 30, true],
		['inLastDays', 31, 30, false],
		['inLastDays', 0, 0, true],
		['inLastDays', -1, 30, false],
		['notInLastDays', 31, 30, true],
		['notInLastDays', 30, 30, false],
		['notInLastDays', -1, 30, true],
		['inNextDays', 0, 0, true],
		['inNextDays', -7, 7, true],
		['inNextDays', -8, 7, false],
		['inNextDays', 1, 7, false],
		['daysSinceAtLeast', 30, 30, true],
		['daysSinceAtLeast', 29, 30, false],
		['daysSinceAtLeast', -1, 0, false],
		['daysSinceAtMost', 30, 30, true],
		['daysSinceAtMost', 31, 30, false],
		['daysSinceAtMost', -1, 30, false],
	] as const)('%s: %s days ago, %s asked for: %s', (comparison, ago, asked, expected) => {
		expect(dayTest(comparison, asked, TODAY).accepts(TODAY - ago)).toBe(expected);
	});

	it('holds a past day either in the last days or not, never both', () => {
		fc.assert(
			fc.property(day, days, (at, asked) => {
				const isIn = dayTest('inLastDays', asked, TODAY).accepts(at);
				expect(dayTest('notInLastDays', asked, TODAY).accepts(at)).toBe(!isIn);
				if (at > TODAY) expect(isIn).toBe(false);
			}),
		);
	});

	it('holds more days the more are asked for', () => {
		fc.assert(
			fc.property(day, days, days, (at, one, other) => {
				const [few, many] = [Math.min(one, other), Math.max(one, other)];
				for (const comparison of ['inLastDays', 'inNextDays', 'daysSinceAtMost'] as const) {
					const isIn = dayTest(comparison, few, TODAY).accepts(at);
					if (isIn) expect(dayTest(comparison, many, TODAY).accepts(at)).toBe(true);
				}
			}),
		);
	});

	it.each([
		[12, 'is 12 days ago (in the last 30 days)'],
		[1, 'is 1 day ago (in the last 30 days)'],
		[0, 'is today (in the last 30 days)'],
		[-3, 'is in 3 days (in the last 30 days)'],
	])('says of %s days ago: %s', (ago, words) => {
		expect(dayTest('inLastDays', 30, TODAY).tell(TODAY - ago)).toBe(words);
	});
});

describe('days of a zone', () => {
	// The clocks of Berlin go forward on 2026-03-29: that day has 23 hours.
	it.each([
		['Europe/Berlin', '2026-03-28T23:30:00+01:00', '2026-03-30T00:15:00+02:00', 2],
		['Europe/Berlin', '2026-10-25T00:30:00+02:00', '2026-10-26T23:30:00+01:00', 1],
		['America/New_York', '2026-03-28T23:30:00+01:00', '2026-03-30T00:15:00+02:00', 1],
		['Asia/Tokyo', '2026-11-21T16:00:00Z', '2026-11-22T14:00:00Z', 0],
	])('%s: %s is, as of %s, %s days ago', (name, at, asOf, ago) => {
		const zone = new TimeZone(name);
		const today = zone.dayOf(Date.parse(asOf));
		const then = zone.dayOf(Date.parse(at));
		expect(dayTest('inLastDays', ago, today).accepts(then)).toBe(true);
		if (ago > 0) expect(dayTest('inLastDays', ago - 1, today).accepts(then)).toBe(false);
	});
});

it('betweenDaysTest holds both ends', () => {
	fc.assert(
		fc.property(day, day, day, (one, other, at) => {
			const [from, to] = [Math.min(one, other), Math.max(one, other)];
			const test = betweenDaysTest(from, to);
			expect(test.accepts(from) && test.accepts(to)).toBe(true);
			expect(test.accepts(at)).toBe(at >= from && at <= to);
			expect(betweenDaysTest(from, Number.POSITIVE_INFINITY).accepts(at)).toBe(at >= from);
			expect(betweenDaysTest(Number.NEGATIVE_INFINITY, to).accepts(at)).toBe(at <= to);
			expect(test.tell(at)).toBe(`is ${isoDate(at)} (from ${isoDate(from)} until ${isoDate(to)})`);
		}),
	);
});

it.each([
	[0, true],
	[24 * 3_600_000, true],
	[24 * 3_600_000 + 1, false],
	[-1, false],
])('hoursTest: %s milliseconds before: %s', (before, expected) => {
	const asOf = 1_800_000_000_000;
	expect(hoursTest(24, asOf).accepts(asOf - before)).toBe(expected);
});
