import fc from 'fast-check';

import { readDate, type DateOrder } from '../../../nodes/core/reading/readDate';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { UTC } from '../orderHistory';

const BERLIN = new TimeZone('Europe/Berlin');

function iso(value: unknown, zone = UTC, order?: DateOrder): string {
	const reading = readDate(value, zone, order);
	return reading.ok ? new Date(reading.value).toISOString() : reading.problem;
}

describe('readDate reads', () => {
	// Source: docstring of readDate; forms as shop and CRM systems send them (ISO 8601, RFC 3339,
	// WooCommerce local time, Stripe seconds, HubSpot milliseconds).
	it.each<[unknown, string, string]>([
		['2025-12-31', '2025-12-31T00:00:00.000Z', 'date alone'],
		['2025-12-31T23:59:00Z', '2025-12-31T23:59:00.000Z', 'UTC'],
		['2025-12-31t23:59:00z', '2025-12-31T23:59:00.000Z', 'lower case is ISO too'],
		['2025-12-31 23:59:00', '2025-12-31T23:59:00.000Z', 'SQL form'],
		['2025-12-31T23:59', '2025-12-31T23:59:00.000Z', 'no seconds'],
		['2025-12-31T23:59:00.123456789Z', '2025-12-31T23:59:00.123Z', 'nanoseconds are cut'],
		['2025-12-31T23:59:00,5Z', '2025-12-31T23:59:00.500Z', 'kills: ".5" read as 5 ms'],
		['2025-12-31T23:59:00+02:00', '2025-12-31T21:59:00.000Z', 'kills: sign of the offset'],
		['2025-12-31T23:59:00-0530', '2026-01-01T05:29:00.000Z', 'kills: minutes keep the sign'],
		['2025-12-31T23:59:00+02', '2025-12-31T21:59:00.000Z', 'hours-only offset'],
		['20251231', '2025-12-31T00:00:00.000Z', 'compact text'],
		[20251231, '2025-12-31T00:00:00.000Z', 'kills: compact number read as seconds'],
		[1_735_689_600, '2025-01-01T00:00:00.000Z', 'seconds'],
		['1735689600', '2025-01-01T00:00:00.000Z', 'seconds in text'],
		[1_735_689_600_000, '2025-01-01T00:00:00.000Z', 'milliseconds'],
		['1735689600000', '2025-01-01T00:00:00.000Z', 'milliseconds in text'],
		[new Date(1_735_689_600_000), '2025-01-01T00:00:00.000Z', 'date object'],
		[{ toMillis: () => 1_735_689_600_000 }, '2025-01-01T00:00:00.000Z', 'date object of luxon'],
		['  2025-12-31  ', '2025-12-31T00:00:00.000Z', 'white space around'],
		['2025/12/31', '2025-12-31T00:00:00.000Z', 'slashes, year first'],
		['2025.12.31', '2025-12-31T00:00:00.000Z', 'points, year first'],
		['2025/1/5', '2025-01-05T00:00:00.000Z', 'one digit'],
		['2025/12/31 23:59:00', '2025-12-31T23:59:00.000Z', 'slashes with a time'],
		['2025-12-31 8:26 PM', '2025-12-31T20:26:00.000Z', 'half-day clock'],
		['2025-12-31 12:05 am', '2025-12-31T00:05:00.000Z', 'kills: 12 am read as noon'],
		['2025-12-31 12:05 p.m.', '2025-12-31T12:05:00.000Z', 'kills: 12 pm read as midnight'],
		['2025-12-31T23:59:59.999Z', '2025-12-31T23:59:59.999Z', 'kills: tens of milliseconds lost'],
		['2024-02-29T10:11:12Z', '2024-02-29T10:11:12.000Z', 'leap day as machines write it'],
		['2025-12-31T10:11:12.345Z', '2025-12-31T10:11:12.345Z', 'the 31st as machines write it'],
		[45_000, '2023-03-15T00:00:00.000Z', 'serial day of a spreadsheet'],
		['45000', '2023-03-15T00:00:00.000Z', 'serial day in text'],
		[45_000.75, '2023-03-15T18:00:00.000Z', 'serial day with a time'],
		['45000.75', '2023-03-15T18:00:00.000Z', 'serial day with a time in text'],
		[45_000.520_833_333_3, '2023-03-15T12:30:00.000Z', 'kills: a time off by its rounding'],
		[29_221, '1980-01-01T00:00:00.000Z', 'first serial day that is read'],
		[80_000, '2119-01-11T00:00:00.000Z', 'last serial day; kills: < for <='],
		['2024-02-29', '2024-02-29T00:00:00.000Z', 'leap day'],
		['2000-02-29', '2000-02-29T00:00:00.000Z', 'leap day of a full century'],
		['1980-01-01', '1980-01-01T00:00:00.000Z', 'first day that is read; kills: <= for <'],
		[99_999_999_999, '5138-11-16T09:46:39.000Z', 'last number read as seconds'],
	])('%p as %s (%s)', (value, expected) => {
		expect(iso(value)).toBe(expected);
	});

	// Source: docstring "a time without a zone is one of `zone`"; clock changes of 2025 in tzdata.
	it.each<[string | number, string, string]>([
		['2025-12-31', '2025-12-30T23:00:00.000Z', 'start of the day in winter'],
		['20250701', '2025-06-30T22:00:00.000Z', 'start of the day in summer, compact'],
		['2025-07-01T12:00:00', '2025-07-01T10:00:00.000Z', 'local time'],
		[45_000, '2023-03-14T23:00:00.000Z', 'serial day, of the zone'],
		[45_108.5, '2023-07-01T10:00:00.000Z', 'serial day at noon in summer'],
		['2025/07/01', '2025-06-30T22:00:00.000Z', 'slashes'],
		['2025-07-01T12:00:00Z', '2025-07-01T12:00:00.000Z', 'kills: zone put on top of Z'],
		['2025-03-30T02:30:00', '2025-03-30T01:30:00.000Z', 'a time that is skipped: that much later'],
		['2025-10-26T02:30:00', '2025-10-26T00:30:00.000Z', 'a time that occurs twice: the first'],
	])('%p in Berlin as %s (%s)', (value, expected) => {
		expect(iso(value, BERLIN)).toBe(expected);
	});
});

describe('readDate refuses', () => {
	// Source: docstring of readDate, "what could mean two days is refused, never guessed".
	it.each<[unknown, string, string]>([
		['', 'missing', 'blank'],
		['   ', 'missing', 'blank'],
		[null, 'missing', 'null'],
		[undefined, 'missing', 'absent'],
		['03/04/2025', 'ambiguous', 'April or March'],
		['31.12.2025', 'ambiguous', 'local form, also where one reading is impossible'],
		['3-4-25', 'ambiguous', 'local form'],
		['03/04/2025 10:15', 'ambiguous', 'local form with a time'],
		['1899-12-30', 'tooEarly', 'zero of spreadsheets'],
		['1900-01-01', 'tooEarly', 'zero of databases'],
		['1970-01-01T00:00:00Z', 'tooEarly', 'zero of computers'],
		['1979-12-31T23:59:59.999Z', 'tooEarly', 'last instant that is too early'],
		[new Date(0), 'tooEarly', 'date object of zero'],
		['0000-00-00', 'missing', 'zero of MySQL'],
		['0000-00-00 00:00:00', 'missing', 'zero of MySQL with a time'],
		['12/31/2025 8:26 PM', 'ambiguous', 'local form on a half-day clock'],
		['2025-12/31', 'unreadable', 'two kinds of signs'],
		['2025-12-31 13:05 PM', 'unreadable', 'hour 13 of a half day'],
		['2025-12-31 0:05 AM', 'unreadable', 'hour 0 of a half day'],
		['2025-02-29T10:11:12Z', 'unreadable', 'kills: rolls over, as machines write it'],
		['2025-04-31T10:11:12Z', 'unreadable', '31 April as machines write it'],
		['2025-13-01T10:11:12Z', 'unreadable', 'month 13 as machines write it'],
		['2025-12-31T24:00:00Z', 'unreadable', 'hour 24 as machines write it'],
		['2025-12-31T23:60:00Z', 'unreadable', 'minute 60 as machines write it'],
		['2025-12-31T23:59:00.1x3Z', 'unreadable', 'no digit among the milliseconds'],
		['2025-12-31T23:59:00.12xZ', 'unreadable', 'no digit at the end of the milliseconds'],
		[20_000, 'tooEarly', 'serial day of 1954'],
		[29_220, 'tooEarly', 'serial day of 1979'],
		[19_999, 'unreadable', 'below all serial days'],
		[80_001, 'unreadable', 'beyond all serial days'],
		['450000', 'unreadable', 'six digits'],
		['2025-02-29', 'unreadable', 'kills: Date rolls over to 1 March'],
		['1900-02-29', 'unreadable', 'no leap year'],
		['2025-13-01', 'unreadable', 'month 13'],
		['2025-00-10', 'unreadable', 'month 0'],
		['2025-04-31', 'unreadable', '31 April'],
		['20250431', 'unreadable', '31 April, compact'],
		['2025-12-31T24:00:00', 'unreadable', 'hour 24'],
		['2025-12-31T23:60:00', 'unreadable', 'minute 60'],
		['2025-12-31T23:59:60', 'unreadable', 'leap second'],
		['today', 'unreadable', 'words'],
		['12', 'unreadable', 'kills: Date.parse("12") is 2001'],
		[12, 'unreadable', 'small number'],
		[-1, 'unreadable', 'negative number'],
		[20251231.5, 'unreadable', 'fraction'],
		[Number.NaN, 'unreadable', 'NaN'],
		[Number.POSITIVE_INFINITY, 'unreadable', 'infinity'],
		[true, 'unreadable', 'kills: Number(true) is 1'],
		[[2025, 12, 31], 'unreadable', 'list'],
		[{}, 'unreadable', 'record'],
		[{ toMillis: 5 }, 'unreadable', 'record with a field toMillis'],
		[new Date(Number.NaN), 'unreadable', 'invalid date object'],
		[1e15, 'unreadable', 'microseconds'],
	])('%p: %s (%s)', (value, expected) => {
		expect(iso(value)).toBe(expected);
	});

	it('year 85 as too early, not as 1985 (Date.UTC adds 1900 to years below 100)', () => {
		expect(iso('0085-03-04')).toBe('tooEarly');
		expect(iso('00990101')).toBe('tooEarly');
	});

	// Source: RFC 3339, time-numoffset: hours to 23, minutes to 59.
	it.each(['2025-01-01T00:00:00+99:99', '2025-01-01T00:00:00+24:00', '2025-01-01T00:00:00-01:60'])(
		'an offset that no zone has: %s',
		(value) => {
			expect(iso(value)).toBe('unreadable');
		},
	);

	it('a year-first date with something unknown behind it as unreadable, not as ambiguous', () => {
		expect(iso('2025-12-31 noon')).toBe('unreadable');
	});
});

describe('readDate with an order chosen', () => {
	// Source: docstrings of DateOrder and readDate.
	it.each<[string, DateOrder, string, string]>([
		['03/04/2025', 'dayFirst', '2025-04-03T00:00:00.000Z', 'kills: the two taken the wrong way'],
		['03/04/2025', 'monthFirst', '2025-03-04T00:00:00.000Z', 'kills: the two taken the wrong way'],
		['31.12.2025', 'dayFirst', '2025-12-31T00:00:00.000Z', 'points'],
		['31-12-2025', 'dayFirst', '2025-12-31T00:00:00.000Z', 'hyphens'],
		['12/31/2025 8:26 PM', 'monthFirst', '2025-12-31T20:26:00.000Z', 'half-day clock'],
		['12/31/2025, 8:26:09 PM', 'monthFirst', '2025-12-31T20:26:09.000Z', 'comma, as in en-US'],
		['31.12.2025, 20:26:09', 'dayFirst', '2025-12-31T20:26:09.000Z', 'comma, as in de'],
		['31.12.2025T20:26Z', 'dayFirst', '2025-12-31T20:26:00.000Z', 'with a zone'],
		['3/4/25', 'dayFirst', '2025-04-03T00:00:00.000Z', 'two-digit year of this century'],
		['3/4/99', 'dayFirst', '2099-04-03T00:00:00.000Z', 'kills: 99 read as 1999'],
		['29.02.2024', 'dayFirst', '2024-02-29T00:00:00.000Z', 'leap day'],
		['12/31/2025', 'dayFirst', 'unreadable', 'kills: the order dropped where it does not fit'],
		['31/12/2025', 'monthFirst', 'unreadable', 'kills: the order dropped where it does not fit'],
		['29.02.2025', 'dayFirst', 'unreadable', 'no leap year'],
		['31.12-2025', 'dayFirst', 'unreadable', 'two kinds of signs'],
		['31.12.025', 'dayFirst', 'unreadable', 'a year of three digits'],
		['31.12.1979', 'dayFirst', 'tooEarly', 'before all shops'],
		['2025-12-31', 'monthFirst', '2025-12-31T00:00:00.000Z', 'year first, whatever the order'],
		['2025/12/31', 'dayFirst', '2025-12-31T00:00:00.000Z', 'year first, whatever the order'],
		['20251231', 'dayFirst', '2025-12-31T00:00:00.000Z', 'compact, whatever the order'],
	])('%p by %s: %s (%s)', (value, order, expected) => {
		expect(iso(value, UTC, order)).toBe(expected);
	});

	it('takes a time without a zone for one of the zone', () => {
		expect(iso('01.07.2025 12:00', BERLIN, 'dayFirst')).toBe('2025-07-01T10:00:00.000Z');
		expect(iso('01.07.2025', BERLIN, 'dayFirst')).toBe('2025-06-30T22:00:00.000Z');
		expect(iso('01.07.2025 12:00+02:00', UTC, 'dayFirst')).toBe('2025-07-01T10:00:00.000Z');
	});

	it('reads every day of 60 years back from each form that names it', () => {
		const day = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2060, 0, 1) });
		fc.assert(
			fc.property(day, fc.constantFrom('/', '.', '-'), (instant, sign) => {
				const expected = new Date(instant).toISOString().slice(0, 10);
				const [year = '', month = '', date = ''] = expected.split('-');
				const start = `${expected}T00:00:00.000Z`;
				expect(iso([date, month, year].join(sign), UTC, 'dayFirst')).toBe(start);
				expect(iso([month, date, year].join(sign), UTC, 'monthFirst')).toBe(start);
				expect(iso([date, month, year.slice(2)].join(sign), UTC, 'dayFirst')).toBe(start);
				expect(iso([year, Number(month), Number(date)].join(sign), UTC)).toBe(start);
				expect(iso([date, month, year].join(sign), UTC)).toBe('ambiguous');
			}),
		);
	});
});

describe('readDate of what machines write', () => {
	it('agrees with Date.parse wherever that keeps the day, and refuses what rolls over', () => {
		const two = fc.nat({ max: 70 }).map((number) => String(number).padStart(2, '0'));
		const year = fc.integer({ min: 1980, max: 2100 });
		fc.assert(
			fc.property(year, two, two, two, two, two, fc.nat({ max: 999 }), (...drawn) => {
				const [y, month, day, hour, minute, second, ms] = drawn;
				const text = `${y}-${month}-${day}T${hour}:${minute}:${second}.${String(ms).padStart(3, '0')}Z`;
				const parsed = Date.parse(text);
				const isReal = !Number.isNaN(parsed) && new Date(parsed).toISOString() === text;
				expect(iso(text)).toBe(isReal ? text : 'unreadable');
			}),
			{ numRuns: 2000 },
		);
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2100, 0, 1) }),
				(instant) => {
					const text = new Date(instant).toISOString();
					expect(iso(text)).toBe(text);
					const seconds = `${text.slice(0, 19)}Z`;
					expect(iso(seconds)).toBe(`${text.slice(0, 19)}.000Z`);
				},
			),
		);
	});

	it('reads a serial number of a spreadsheet as the date and time it stands for', () => {
		// Spreadsheets count days since 1899-12-30.
		const second = fc.integer({
			min: Date.UTC(1980, 0, 1) / 1000,
			max: Date.UTC(2118, 0, 1) / 1000,
		});
		fc.assert(
			fc.property(second, (seconds) => {
				const serial = (seconds * 1000 - Date.UTC(1899, 11, 30)) / 86_400_000;
				expect(iso(serial)).toBe(new Date(seconds * 1000).toISOString());
			}),
		);
	});
});

describe('readDate, laws', () => {
	it('never throws and never gives NaN or infinity, for anything', () => {
		const anyText = fc.stringMatching(/^[\dTZ:.+\-/ apm]{0,25}$/);
		const orders = fc.constantFrom<DateOrder>('auto', 'dayFirst', 'monthFirst');
		fc.assert(
			fc.property(fc.oneof(fc.anything(), anyText, fc.double()), orders, (value, order) => {
				const reading = readDate(value, BERLIN, order);
				expect(reading.ok ? Number.isFinite(reading.value) : reading.problem).toBeTruthy();
			}),
			{ numRuns: 1000 },
		);
	});

	it('reads what TimeZone.toIso wrote as the same instant', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(1980, 0, 2), max: Date.UTC(2100, 0, 1) }),
				fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
				(instant, name) => {
					const zone = new TimeZone(name);
					expect(readDate(zone.toIso(instant), zone)).toEqual({ ok: true, value: instant });
				},
			),
		);
	});

	it('reads date object, milliseconds and ISO text of one instant alike', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2100, 0, 1) }),
				(instant) => {
					const expected = { ok: true, value: instant };
					expect(readDate(instant, BERLIN)).toEqual(expected);
					expect(readDate(new Date(instant), BERLIN)).toEqual(expected);
					expect(readDate(new Date(instant).toISOString(), BERLIN)).toEqual(expected);
				},
			),
		);
	});
});
