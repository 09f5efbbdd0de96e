import fc from 'fast-check';

import { isoDate, TimeZone } from '../../../nodes/core/reading/TimeZone';
import { dayNumber } from '../orderHistory';

/** Zones whose clocks changed at midnight, by half hours, at 00:01, or by a whole day. */
const ZONES = [
	'UTC',
	'Europe/Berlin',
	'America/New_York',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Asia/Seoul',
	'Asia/Kathmandu',
	'Australia/Lord_Howe',
	'Pacific/Apia',
];
/** Days that a zone never had: Samoa went to the other side of the date line. */
const SKIPPED_DAYS: Readonly<Record<string, number>> = { 'Pacific/Apia': dayNumber('2011-12-30') };

const FROM = dayNumber('1980-01-02');
const TO = dayNumber('2030-12-31');

describe.each(ZONES)('TimeZone %s', (name) => {
	const zone = new TimeZone(name);

	it('begins every day from 1980 to 2030 with the first instant of that day', () => {
		const wrong: string[] = [];
		for (let day = FROM; day <= TO; day++) {
			if (day === SKIPPED_DAYS[name]) continue;
			const start = zone.startOfDay(day);
			const dayBefore = day - 1 === SKIPPED_DAYS[name] ? day - 2 : day - 1;
			if (zone.dayOf(start) !== day || zone.dayOf(start - 1) !== dayBefore)
				wrong.push(isoDate(day));
		}
		expect(wrong).toEqual([]);
	});

	it('writes ISO text that means the same instant, whichever was asked for before', () => {
		const instants = fc.integer({ min: FROM * 86_400_000, max: TO * 86_400_000 });
		fc.assert(
			fc.property(instants, instants, (instant, asked) => {
				zone.toIso(asked);
				expect(Date.parse(zone.toIso(instant))).toBe(instant);
				expect(zone.toIso(instant)).toBe(new TimeZone(name).toIso(instant));
			}),
		);
	});

	it('names the day that Intl, asked directly, names', () => {
		const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: name, dateStyle: 'short' });
		fc.assert(
			fc.property(fc.integer({ min: FROM * 86_400_000, max: TO * 86_400_000 }), (instant) => {
				expect(isoDate(zone.dayOf(instant))).toBe(calendar.format(new Date(instant)));
			}),
		);
	});
});

describe('TimeZone', () => {
	// Source: tzdata.
	it.each([
		['Europe/Berlin', '2025-03-29T12:00:00Z', '2025-03-30T12:00:00Z', 'day of 23 hours'],
		['Europe/Berlin', '2025-10-25T12:00:00Z', '2025-10-26T12:00:00Z', 'day of 25 hours'],
		[
			'Europe/Berlin',
			'2025-03-29T22:30:00Z',
			'2025-03-30T21:30:00Z',
			'late evenings, 23 hours apart',
		],
		[
			'America/New_York',
			'2025-11-02T04:00:00Z',
			'2025-11-03T05:00:00Z',
			'midnights, 25 hours apart',
		],
	])('%s: from %s to %s is one day (%s)', (name, from, to) => {
		const zone = new TimeZone(name);
		expect(zone.dayOf(Date.parse(to)) - zone.dayOf(Date.parse(from))).toBe(1);
	});

	// Source: docstring example, tzdata. Rows at a change kill a cached offset of the wrong side.
	it.each([
		['Europe/Berlin', 0, '1970-01-01T01:00:00.000+01:00'],
		['UTC', 0, '1970-01-01T00:00:00.000Z'],
		['Etc/UTC', 0, '1970-01-01T00:00:00.000Z'],
		['America/St_Johns', Date.UTC(2025, 0, 1), '2024-12-31T20:30:00.000-03:30'],
		['Asia/Kathmandu', Date.UTC(2025, 0, 1), '2025-01-01T05:45:00.000+05:45'],
		['Europe/London', Date.UTC(2025, 0, 1), '2025-01-01T00:00:00.000Z'],
		['Europe/Berlin', Date.UTC(2025, 2, 30, 0, 59, 59, 999), '2025-03-30T01:59:59.999+01:00'],
		['Europe/Berlin', Date.UTC(2025, 2, 30, 1), '2025-03-30T03:00:00.000+02:00'],
	])('%s: %p is %s', (name, instant, expected) => {
		expect(new TimeZone(name).toIso(instant)).toBe(expected);
	});

	it('tells instants on both sides of a change at 00:01 apart (St. John’s, 7 November 2010)', () => {
		const zone = new TimeZone('America/St_Johns');
		expect(zone.toIso(Date.UTC(2010, 10, 7, 2, 30, 30))).toBe('2010-11-07T00:00:30.000-02:30');
		expect(zone.toIso(Date.UTC(2010, 10, 7, 2, 32))).toBe('2010-11-06T23:02:00.000-03:30');
	});

	it('begins a day whose midnight is skipped at the first time it has', () => {
		const saoPaulo = new TimeZone('America/Sao_Paulo');
		expect(saoPaulo.dayToIso(dayNumber('2018-11-04'))).toBe('2018-11-04T01:00:00.000-02:00');
	});

	it.each(['Europe/Nowhere', '', 'Mars', 'Mars/Base+05', 'constructor', 'toString', '__proto__'])(
		'refuses the unknown zone %p',
		(name) => {
			expect(() => new TimeZone(name)).toThrow(
				expect.objectContaining({ name: 'SegmentationError', code: 'unknownTimeZone' }),
			);
		},
	);
});

describe('isoDate', () => {
	// Source: docstring example.
	it.each([
		[20_454, '2026-01-01'],
		[0, '1970-01-01'],
		[19_782, '2024-02-29'],
	])('day %p is %s', (day, expected) => {
		expect(isoDate(day)).toBe(expected);
		expect(dayNumber(expected)).toBe(day);
	});
});
