import fc from 'fast-check';

import { readDate } from '../../../nodes/core/reading/readDate';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { UTC } from '../orderHistory';

const BERLIN = new TimeZone('Europe/Berlin');

function iso(value: unknown, zone = UTC): string {
	const reading = readDate(value, zone);
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
		['2024-02-29', '2024-02-29T00:00:00.000Z', 'leap day'],
		['2000-02-29', '2000-02-29T00:00:00.000Z', 'leap day of a full century'],
		['1980-01-01', '1980-01-01T00:00:00.000Z', 'first day that is read; kills: <= for <'],
		[99_999_999_999, '5138-11-16T09:46:39.000Z', 'last number read as seconds'],
	])('%p as %s (%s)', (value, expected) => {
		expect(iso(value)).toBe(expected);
	});

	// Source: docstring "a time without a zone is one of `zone`"; clock changes of 2025 in tzdata.
	it.each([
		['2025-12-31', '2025-12-30T23:00:00.000Z', 'start of the day in winter'],
		['20250701', '2025-06-30T22:00:00.000Z', 'start of the day in summer, compact'],
		['2025-07-01T12:00:00', '2025-07-01T10:00:00.000Z', 'local time'],
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
		['0000-00-00', 'unreadable', 'zero of MySQL'],
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
		[45_000, 'unreadable', 'serial day of a spreadsheet: never guessed'],
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

describe('readDate, laws', () => {
	it('never throws and never gives NaN or infinity, for anything', () => {
		const anyText = fc.stringMatching(/^[\dTZ:.+\-/ ]{0,25}$/);
		fc.assert(
			fc.property(fc.oneof(fc.anything(), anyText, fc.double()), (value) => {
				const reading = readDate(value, BERLIN);
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
