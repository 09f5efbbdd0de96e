import fc from 'fast-check';

import { EVERY_DAY, OpenDays, type ClosedPeriod } from '../../../nodes/core/history/OpenDays';
import { dayNumber } from '../orderHistory';

/** Days around the ends of what is known of closings, and inside. */
const anyDay = fc.oneof(
	fc.integer({ min: dayNumber('2020-01-01'), max: dayNumber('2030-12-31') }),
	fc.integer({ min: dayNumber('1979-01-01'), max: dayNumber('1981-01-01') }),
	fc.integer({ min: dayNumber('2119-01-01'), max: dayNumber('2121-01-01') }),
);
const anyPeriods: fc.Arbitrary<ClosedPeriod[]> = fc.array(
	fc
		.tuple(anyDay, fc.nat({ max: 40 }))
		.map(([fromDay, length]) => ({ fromDay, toDay: fromDay + length })),
	{ maxLength: 4 },
);
/** At least one weekday is left. */
const anyWeekdays = fc.uniqueArray(fc.nat({ max: 6 }), { maxLength: 6 });
const anyShop = fc
	.tuple(anyWeekdays, anyPeriods)
	.map(([weekdays, periods]) => new OpenDays(weekdays, periods));

function isOpen(shop: OpenDays, day: number): boolean {
	return shop.between(day - 1, day) === 1;
}

describe('OpenDays', () => {
	// Source: docstrings of OpenDays; 2026-11-22 is a Sunday.
	const [saturday, sunday, monday] = ['2026-11-21', '2026-11-22', '2026-11-23'].map(dayNumber) as [
		number,
		number,
		number,
	];

	it.each<[string, number, boolean]>([
		['Saturday', saturday, true],
		['Sunday', sunday, false],
		['Monday', monday, true],
		['Sunday before the epoch of computers, of which nothing is known', -4, true],
		['first Sunday of which something is known', dayNumber('1980-01-06'), false],
		['a Sunday of 2119', dayNumber('2119-12-31'), false],
		['a Sunday after all that is known', dayNumber('2120-01-07'), true],
	])('closed on Sundays: %s', (_, day, expected) => {
		expect(isOpen(new OpenDays([0]), day)).toBe(expected);
	});

	it('counts weekdays from Sunday on: 6 is Saturday', () => {
		expect(isOpen(new OpenDays([6]), saturday)).toBe(false);
		expect(isOpen(new OpenDays([6]), sunday)).toBe(true);
		expect(isOpen(new OpenDays([1]), monday)).toBe(false);
	});

	it('closes both ends of a period', () => {
		const shop = new OpenDays([], [{ fromDay: saturday, toDay: monday }]);
		expect([-1, 0, 1, 2, 3].map((day) => isOpen(shop, saturday + day))).toEqual([
			true,
			false,
			false,
			false,
			true,
		]);
	});

	it('knows whether it is ever closed', () => {
		expect(EVERY_DAY.hasClosings).toBe(false);
		expect(new OpenDays([], []).hasClosings).toBe(false);
		expect(new OpenDays([3]).hasClosings).toBe(true);
		expect(new OpenDays([], [{ fromDay: sunday, toDay: sunday }]).hasClosings).toBe(true);
	});

	// Source: docstring of `after`, "the first day on which so many open days have passed".
	it.each([
		[saturday, 0, saturday],
		[saturday, 1, monday],
		[sunday, 1, monday],
		[saturday, 6, monday + 5],
		[saturday, 7, monday + 7],
	])('closed on Sundays: after day %p and %p open days comes %p', (day, openDays, expected) => {
		expect(new OpenDays([0]).after(day, openDays)).toBe(expected);
	});

	it('finds its way out of a long break, and of one to the end of what is known', () => {
		const years = new OpenDays([], [{ fromDay: monday, toDay: monday + 2000 }]);
		expect(years.after(sunday, 1)).toBe(monday + 2001);
		const toTheEnd = new OpenDays([], [{ fromDay: monday, toDay: dayNumber('2130-01-01') }]);
		expect(toTheEnd.after(sunday, 1)).toBe(dayNumber('2120-01-02'));
	});

	it('refuses a shop without a weekday', () => {
		expect(() => new OpenDays([0, 1, 2, 3, 4, 5, 6])).toThrow(
			expect.objectContaining({
				name: 'SegmentationError',
				code: 'alwaysClosed',
				hint: expect.any(String),
			}),
		);
		expect(() => new OpenDays([0, 0, 1, 2, 3, 4, 5])).not.toThrow();
	});
});

describe('OpenDays, laws', () => {
	it('without closings is the calendar', () => {
		fc.assert(
			fc.property(anyDay, anyDay, fc.nat({ max: 5000 }), (one, other, count) => {
				expect(EVERY_DAY.between(one, other)).toBe(other - one);
				expect(EVERY_DAY.after(one, count)).toBe(one + count);
			}),
		);
	});

	it('adds up: from a to b and from b to c is from a to c, in any order', () => {
		fc.assert(
			fc.property(anyShop, anyDay, anyDay, anyDay, (shop, a, b, c) => {
				expect(shop.between(a, b) + shop.between(b, c)).toBe(shop.between(a, c));
				expect(shop.between(a, b) + shop.between(b, a)).toBe(0);
			}),
		);
	});

	it('counts each day as one or none, and just those that no closing names', () => {
		fc.assert(
			fc.property(anyWeekdays, anyPeriods, anyDay, (weekdays, periods, day) => {
				fc.pre(day >= dayNumber('1980-01-02') && day < dayNumber('2120-01-01'));
				const shop = new OpenDays(weekdays, periods);
				const isClosed =
					weekdays.includes(new Date(day * 86_400_000).getUTCDay()) ||
					periods.some(({ fromDay, toDay }) => day >= fromDay && day <= toDay);
				expect(shop.between(day - 1, day)).toBe(isClosed ? 0 : 1);
			}),
		);
	});

	it('goes back with `after` to where `between` came from: to the day, or the open one before it', () => {
		fc.assert(
			fc.property(anyShop, anyDay, fc.nat({ max: 900 }), (shop, day, ahead) => {
				const later = day + ahead;
				const back = shop.after(day, shop.between(day, later));
				expect(back).toBeLessThanOrEqual(later);
				if (ahead === 0 || isOpen(shop, later)) expect(back).toBe(later);
				else expect(shop.between(back, later)).toBe(0);
			}),
		);
	});

	it('finds with `after` the first day that has so many open days before it, itself an open one', () => {
		fc.assert(
			fc.property(anyShop, anyDay, fc.integer({ min: 1, max: 900 }), (shop, day, openDays) => {
				const found = shop.after(day, openDays);
				expect(shop.between(day, found)).toBe(openDays);
				expect(shop.between(day, found - 1)).toBe(openDays - 1);
			}),
		);
	});

	it('never has silence grow by one more closing', () => {
		fc.assert(
			fc.property(anyWeekdays, anyPeriods, anyPeriods, anyDay, fc.nat({ max: 900 }), (...drawn) => {
				const [weekdays, some, more, day, ahead] = drawn;
				const days = (periods: ClosedPeriod[]) =>
					new OpenDays(weekdays, periods).between(day, day + ahead);
				expect(days([...some, ...more])).toBeLessThanOrEqual(days(some));
			}),
		);
	});
});
