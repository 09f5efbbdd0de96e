import fc from 'fast-check';

import { readClosings } from '../../../../nodes/core/history/closings';
import { TimeZone } from '../../../../nodes/core/reading/TimeZone';
import { QuietTimes, type QuietPolicy } from '../../../../nodes/core/segment/leaveAlone/QuietTimes';

const MINUTE = 60_000;
const NIGHT: QuietPolicy = { from: 21 * 60, until: 8 * 60, weekdays: [], periods: [] };

const zones = {
	Berlin: new TimeZone('Europe/Berlin'),
	NewYork: new TimeZone('America/New_York'),
	Kathmandu: new TimeZone('Asia/Kathmandu'),
	UTC: new TimeZone('UTC'),
	LordHowe: new TimeZone('Australia/Lord_Howe'),
};

type Place = keyof typeof zones;

const quiet = (policy: Partial<QuietPolicy>) => new QuietTimes({ ...NIGHT, ...policy });

/** Minutes since midnight and the weekday as the platform's own calendar shows them. */
function shown(instant: number, zone: TimeZone): { minute: number; weekday: string; date: string } {
	const parts = new Intl.DateTimeFormat('en-CA', {
		timeZone: zone.name,
		hourCycle: 'h23',
		weekday: 'long',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
		minute: '2-digit',
	}).formatToParts(instant);
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
	return {
		minute: Number(part('hour')) * 60 + Number(part('minute')),
		weekday: part('weekday'),
		date: `${part('year')}-${part('month')}-${part('day')}`,
	};
}

describe('QuietTimes', () => {
	// Source: docstring of QuietTimes; changes of the clocks by the tz database: Berlin 2026-03-29 and
	// 2026-10-25, New York 2026-03-08 and 2026-11-01.
	it.each<[string, Partial<QuietPolicy>, Place, string, string]>([
		['in the evening', {}, 'Berlin', '2026-06-01T22:30+02:00', '2026-06-02T08:00+02:00'],
		['after midnight', {}, 'Berlin', '2026-06-02T03:00+02:00', '2026-06-02T08:00+02:00'],
		['at the first minute', {}, 'Berlin', '2026-06-01T21:00+02:00', '2026-06-02T08:00+02:00'],
		['at the end, no longer', {}, 'Berlin', '2026-06-02T08:00+02:00', '2026-06-02T08:00+02:00'],
		['by day', {}, 'Berlin', '2026-06-02T12:00+02:00', '2026-06-02T12:00+02:00'],
		['in Nepal', {}, 'Kathmandu', '2026-06-01T20:00Z', '2026-06-02T02:15Z'],
		['when an hour is skipped', {}, 'Berlin', '2026-03-28T22:00+01:00', '2026-03-29T08:00+02:00'],
		['when an hour comes twice', {}, 'Berlin', '2026-10-24T22:00+02:00', '2026-10-25T08:00+01:00'],
		['skipped in New York', {}, 'NewYork', '2026-03-07T23:00-05:00', '2026-03-08T08:00-04:00'],
		['twice in New York', {}, 'NewYork', '2026-10-31T23:00-04:00', '2026-11-01T08:00-05:00'],
		[
			'until a time that is skipped: at the change',
			{ until: 150 },
			'Berlin',
			'2026-03-29T01:30+01:00',
			'2026-03-29T03:00+02:00',
		],
		[
			'until a time that comes twice: at the first',
			{ until: 150 },
			'Berlin',
			'2026-10-25T01:30+02:00',
			'2026-10-25T02:30+02:00',
		],
		[
			'in the second of the hours: again',
			{ until: 150 },
			'Berlin',
			'2026-10-25T02:10+01:00',
			'2026-10-25T02:30+01:00',
		],
		[
			'when half an hour is skipped',
			{ until: 135 },
			'LordHowe',
			'2026-10-03T12:00Z',
			'2026-10-03T15:30Z',
		],
		['within a day', { from: 720, until: 780 }, 'UTC', '2026-06-01T12:30Z', '2026-06-01T13:00Z'],
		[
			'on a day, without hours',
			{ from: 0, until: 0, weekdays: [0] },
			'Berlin',
			'2026-06-07T12:00+02:00',
			'2026-06-08T00:00+02:00',
		],
		[
			'on several days in a row, and the night after',
			{ weekdays: [0, 6], periods: readClosings('2026-06-08') },
			'Berlin',
			'2026-06-05T22:00+02:00',
			'2026-06-09T08:00+02:00',
		],
		[
			'on days of every year',
			{ from: 0, until: 0, periods: readClosings('12-24 to 12-26') },
			'NewYork',
			'2026-12-24T05:00Z',
			'2026-12-27T05:00Z',
		],
	])('%s', (_, policy, place, from, end) => {
		const instant = Date.parse(from);
		const times = quiet(policy);
		expect(new Date(times.endFrom(instant, zones[place])).toISOString()).toBe(
			new Date(end).toISOString(),
		);
		expect(times.at(instant, zones[place]) !== undefined).toBe(from !== end);
	});

	it('has no quiet hours where they end when they begin', () => {
		const times = quiet({ from: 480, until: 480 });
		for (let hour = 0; hour < 24; hour++) {
			expect(times.at(Date.UTC(2026, 5, 1, hour), zones.UTC)).toBeUndefined();
		}
	});

	it('refuses a week without a day on which anybody can be contacted', () => {
		expect(() => quiet({ weekdays: [0, 1, 2, 3, 4, 5, 6] })).toThrow(
			expect.objectContaining({ code: 'alwaysQuiet', hint: expect.any(String) }),
		);
		expect(() => quiet({ weekdays: [0, 0, 0, 0, 0, 0, 0] })).not.toThrow();
	});

	const NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
	const aroundChanges = fc.oneof(
		...['2026-03-08', '2026-03-29', '2026-10-25', '2026-11-01', '2026-06-15'].map((day) =>
			fc
				.integer({ min: -2 * 1440 * 60, max: 2 * 1440 * 60 })
				.map((seconds) => Date.parse(day) + seconds * 1000),
		),
	);

	it('is quiet exactly by the clocks and the calendar, and ends at the first free minute', () => {
		fc.assert(
			fc.property(
				aroundChanges,
				fc.constantFrom(...(Object.keys(zones) as Place[])),
				fc.integer({ min: 0, max: 1439 }),
				fc.integer({ min: 0, max: 1439 }),
				fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
				(instant, place, from, until, weekdays) => {
					const zone = zones[place];
					const times = quiet({ from, until, weekdays });
					const isQuiet = (at: number) => {
						const { minute, weekday } = shown(at, zone);
						if (weekdays.includes(NAMES.indexOf(weekday))) return true;
						if (from <= until) return minute >= from && minute < until;
						return minute >= from || minute < until;
					};
					expect(times.at(instant, zone) !== undefined).toBe(isQuiet(instant));
					const end = times.endFrom(instant, zone);
					expect(isQuiet(end)).toBe(false);
					if (!isQuiet(instant)) {
						expect(end).toBe(instant);
						return;
					}
					expect(end % MINUTE).toBe(0);
					expect(end).toBeGreaterThan(instant);
					expect(isQuiet(end - MINUTE)).toBe(true);
					// Nor was there any free minute before.
					for (let at = instant; at < end; at += 17 * MINUTE) expect(isQuiet(at)).toBe(true);
				},
			),
			{ numRuns: 200 },
		);
	});
});
