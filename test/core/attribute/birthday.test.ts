import { differenceInYears } from 'date-fns';
import fc from 'fast-check';

import {
	ageOn,
	birthdayParts,
	daysToAnniversary,
	readBirthday,
} from '../../../nodes/core/attribute/birthday';
import type { DateOrder } from '../../../nodes/core/reading/readDate';
import { isoDate, TimeZone } from '../../../nodes/core/reading/TimeZone';

const dayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

const reading = (value: unknown, order: DateOrder = 'auto', zone = 'UTC') => {
	const found = readBirthday(value, { zone: new TimeZone(zone), order });
	return found.ok ? found.value : found.problem;
};

describe('readBirthday', () => {
	// Source: docstring of readBirthday; Mailchimp's birthday fields, HubSpot's dates at midnight UTC.
	it.each<[unknown, string]>([
		['1992-03-01', '1992-03-01'],
		['1931-12-24', '1931-12-24'],
		['1992-03-01T00:00:00Z', '1992-03-01'],
		['1992-03-01T00:00:00.000+00:00', '1992-03-01'],
		['19920301', '1992-03-01'],
		[699408000000, '1992-03-01'],
		['699408000000', '1992-03-01'],
		[-1200009600000, '1931-12-23'],
		['-1200009600000', '1931-12-23'],
		[33664, '1992-03-01'],
		[18264, '1950-01-01'],
		['--03-14', '--03-14'],
		['03/14', '--03-14'],
		['14/03', '--03-14'],
		['14.03.', '--03-14'],
		['07/07', '--07-07'],
		['03/04', 'ambiguous'],
		['29.02.', '--02-29'],
		['30.02.', 'unreadable'],
		['00/14', 'unreadable'],
		['03/04/1990', 'ambiguous'],
		['1900-01-01', 'tooEarly'],
		['0000-00-00', 'missing'],
		['', 'missing'],
		['1992', 'unreadable'],
		['soon', 'unreadable'],
	])('%j: %s', (value, expected) => {
		expect(reading(value)).toBe(expected);
	});

	it.each<[unknown, DateOrder, string]>([
		['03/04', 'dayFirst', '--04-03'],
		['03/04', 'monthFirst', '--03-04'],
		['03/04/1990', 'dayFirst', '1990-04-03'],
		['03/04/1990', 'monthFirst', '1990-03-04'],
	])('%j with %s: %s', (value, order, expected) => {
		expect(reading(value, order)).toBe(expected);
	});

	// What systems keep as a midnight of UTC is yesterday evening in New York.
	it.each(['America/New_York', 'Pacific/Auckland', 'Europe/Berlin'])(
		'takes a midnight of UTC for its date in %s',
		(zone) => {
			for (const value of ['1992-03-01T00:00:00Z', 699408000000, '1992-03-01']) {
				expect(reading(value, 'auto', zone)).toBe('1992-03-01');
			}
		},
	);

	it('takes another instant for its date in the zone', () => {
		expect(reading('1992-03-01T02:00:00Z', 'auto', 'America/New_York')).toBe('1992-02-29');
	});
});

describe('ageOn', () => {
	// Source: docstring of ageOn.
	it.each([
		['1992-03-01', '2026-02-28', 33],
		['1992-03-01', '2026-03-01', 34],
		['1992-02-29', '2026-02-28', 33],
		['1992-02-29', '2026-03-01', 34],
		['1992-02-29', '2028-02-28', 35],
		['1992-02-29', '2028-02-29', 36],
		['1992-12-31', '2026-01-01', 33],
		['2026-03-01', '2026-03-01', 0],
		['2026-03-02', '2026-03-01', undefined],
		['1890-01-01', '2026-03-01', undefined],
		['--03-01', '2026-03-01', undefined],
	])('born %s, on %s: %s', (born, on, expected) => {
		expect(ageOn(born, dayOf(on))).toBe(expected);
	});

	it('is what date-fns counts, but for 29 February', () => {
		const day = fc.integer({ min: dayOf('1930-01-01'), max: dayOf('2026-12-31') });
		fc.assert(
			fc.property(day, day, (one, other) => {
				const [born, on] = [Math.min(one, other), Math.max(one, other)];
				const isoBorn = isoDate(born);
				fc.pre(!isoBorn.endsWith('02-29'));
				const [from, to] = [isoBorn, isoDate(on)].map((date) => new Date(`${date}T12:00:00`));
				expect(ageOn(isoBorn, on)).toBe(differenceInYears(to!, from!));
			}),
		);
	});
});

describe('daysToAnniversary', () => {
	it.each([
		['1992-12-01', '2026-11-28', 3],
		['1992-11-28', '2026-11-28', 0],
		['1992-11-27', '2026-11-28', 364],
		['--01-01', '2026-12-31', 1],
		['1992-02-29', '2026-02-28', 1],
		['1992-02-29', '2026-03-01', 0],
		['1992-02-29', '2028-02-28', 1],
		['1992-02-29', '2028-03-01', 365],
	])('of %s on %s: %s', (date, on, expected) => {
		expect(daysToAnniversary(birthdayParts(date), dayOf(on))).toBe(expected);
	});

	it('is below 366, and 0 on the day on which a year is completed', () => {
		const day = fc.integer({ min: dayOf('1930-01-01'), max: dayOf('2030-12-31') });
		fc.assert(
			fc.property(day, day, (born, on) => {
				const parts = birthdayParts(isoDate(born));
				const ahead = daysToAnniversary(parts, on);
				expect(ahead).toBeGreaterThanOrEqual(0);
				expect(ahead).toBeLessThan(366);
				expect(daysToAnniversary(parts, on + ahead)).toBe(0);
				if (on + ahead <= born) return;
				const age = (at: number) => ageOn(isoDate(born), at);
				const before = on + ahead - 1 < born ? undefined : age(on + ahead - 1);
				if (before !== undefined) expect(age(on + ahead)).toBe(before + 1);
			}),
		);
	});
});
