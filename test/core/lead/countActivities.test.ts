import fc from 'fast-check';

import {
	compileCounting,
	countActivities,
	countTimes,
	type Count,
} from '../../../nodes/core/lead/countActivities';
import { leadModelSchema, type Decay, type LeadRule } from '../../../nodes/core/lead/LeadModel';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { UTC } from './scoring';

const AS_OF = Date.parse('2026-11-22T12:00:00Z');
const HALF_EVERY_DAY: Decay = { kind: 'halfLife', days: 1 };

function counting(rule: object, decay: Decay = { kind: 'none' }, zone = UTC) {
	const base = { name: 'Clicked', category: 'engagement', points: 8, counts: 'activities' };
	const { rules } = leadModelSchema.parse({ rules: [{ ...base, ...rule }] });
	return compileCounting(rules[0] as LeadRule, decay, AS_OF, zone);
}

/** Days and hours of November 2026. */
function november(...days: string[]): number[] {
	return days.map((day) => Date.parse(`2026-11-${day.includes('T') ? day : `${day}T00:00`}Z`));
}

describe('countActivities', () => {
	// Worked by hand: 8 points each, half of them with every day up to 22 November.
	it.each<[string, object, Decay, number[], Omit<Count, 'lastAt'> & { last: string | null }]>([
		['nothing', {}, HALF_EVERY_DAY, [], { times: 0, earned: 0, decayed: 0, last: null }],
		[
			'each by its own age, in any order',
			{},
			HALF_EVERY_DAY,
			november('20', '22', '21'),
			{ times: 3, earned: 24, decayed: 14, last: '22' },
		],
		[
			'the first only, with its own age',
			{ firstTimeOnly: true },
			HALF_EVERY_DAY,
			november('22', '20', '21'),
			{ times: 1, earned: 8, decayed: 2, last: '20' },
		],
		[
			'the newest two',
			{ timesAtMost: 2 },
			HALF_EVERY_DAY,
			november('20', '22', '19', '21'),
			{ times: 2, earned: 16, decayed: 12, last: '22' },
		],
		[
			'one a day',
			{ timesADay: 1 },
			HALF_EVERY_DAY,
			november('22T01:00', '21T05:00', '22T09:00', '21T04:00', '22T03:00'),
			{ times: 2, earned: 16, decayed: 12, last: '22T09:00' },
		],
		[
			'one a day, of these the newest two',
			{ timesADay: 1, timesAtMost: 2 },
			HALF_EVERY_DAY,
			november('22T01:00', '22T02:00', '21', '20'),
			{ times: 2, earned: 16, decayed: 12, last: '22T02:00' },
		],
		[
			'one a day, of these the first',
			{ timesADay: 1, firstTimeOnly: true },
			{ kind: 'none' },
			november('22', '20T01:00', '20T02:00'),
			{ times: 1, earned: 8, decayed: 8, last: '20T02:00' },
		],
		[
			'within a window',
			{},
			{ kind: 'window', days: 1 },
			november('22', '21', '20'),
			{ times: 3, earned: 24, decayed: 16, last: '22' },
		],
		[
			'nothing expires while the last one is young',
			{},
			{ kind: 'expiry', days: 2 },
			november('20', '01', '02'),
			{ times: 3, earned: 24, decayed: 24, last: '20' },
		],
		[
			'all expires with the last one',
			{},
			{ kind: 'expiry', days: 2 },
			november('19T23:59', '01', '02'),
			{ times: 3, earned: 24, decayed: 0, last: '19T23:59' },
		],
		[
			'the first one expires by its own age, whatever came later',
			{ firstTimeOnly: true },
			{ kind: 'expiry', days: 2 },
			november('22', '01'),
			{ times: 1, earned: 8, decayed: 0, last: '01' },
		],
		[
			'points taken away never fade',
			{ points: -8 },
			HALF_EVERY_DAY,
			november('20', '01'),
			{ times: 2, earned: -16, decayed: -16, last: '20' },
		],
		[
			'nor expire',
			{ points: -8 },
			{ kind: 'expiry', days: 2 },
			november('01'),
			{ times: 1, earned: -8, decayed: -8, last: '01' },
		],
		[
			'nor leave a window',
			{ points: -8, timesAtMost: 1 },
			{ kind: 'window', days: 2 },
			november('01', '02'),
			{ times: 1, earned: -8, decayed: -8, last: '02' },
		],
	])('%s', (_, rule, decay, instants, { last, ...count }) => {
		const lastAt = last === null ? null : november(last)[0];
		expect(countActivities(instants, counting(rule, decay))).toEqual({ ...count, lastAt });
	});

	it.each([
		['any number', {}, 3],
		['the first', { firstTimeOnly: true }, 1],
		['so many at most', { timesAtMost: 2 }, 2],
		['days are not told apart', { timesADay: 1 }, 3],
	])('counts without dates, and nothing fades: %s', (_, rule, times) => {
		expect(countActivities([null, null, null], counting(rule, HALF_EVERY_DAY))).toEqual({
			times,
			earned: 8 * times,
			decayed: 8 * times,
			lastAt: null,
		});
	});

	it('tells days apart by the zone', () => {
		const instants = november('20T22:30', '20T23:30');
		expect(countActivities(instants, counting({ timesADay: 1 })).times).toBe(1);
		const berlin = counting({ timesADay: 1 }, { kind: 'none' }, new TimeZone('Europe/Berlin'));
		expect(countActivities(instants, berlin).times).toBe(2);
	});

	it('leaves the list of instants as it is', () => {
		const instants = Object.freeze(november('20', '22T01:00', '22', '19'));
		countActivities(instants, counting({ timesADay: 1, timesAtMost: 1 }));
		expect(instants).toEqual(november('20', '22T01:00', '22', '19'));
	});

	it('takes a hundred thousand activities', () => {
		const many = Array.from({ length: 100_000 }, (_, i) => AS_OF - i * 1000);
		expect(countActivities(many, counting({ firstTimeOnly: true }))).toMatchObject({ times: 1 });
		expect(countActivities(many, counting({}))).toMatchObject({ times: 100_000, decayed: 800_000 });
	});
});

describe('countTimes', () => {
	const yesterday = november('21')[0]!;

	it.each<[string, number, number | null, object, Decay, Omit<Count, 'lastAt'>]>([
		['each of a count', 3, null, {}, { kind: 'none' }, { times: 3, earned: 24, decayed: 24 }],
		['a count of zero', 0, yesterday, {}, HALF_EVERY_DAY, { times: 0, earned: 0, decayed: 0 }],
		[
			'kills: minus zero',
			0,
			null,
			{ points: -8 },
			{ kind: 'none' },
			{ times: 0, earned: 0, decayed: 0 },
		],
		[
			'so many at most',
			9,
			null,
			{ timesAtMost: 2 },
			{ kind: 'none' },
			{ times: 2, earned: 16, decayed: 16 },
		],
		['one date for all', 3, yesterday, {}, HALF_EVERY_DAY, { times: 3, earned: 24, decayed: 12 }],
		['no date, nothing fades', 3, null, {}, HALF_EVERY_DAY, { times: 3, earned: 24, decayed: 24 }],
		[
			'expired',
			3,
			yesterday,
			{},
			{ kind: 'expiry', days: 0.5 },
			{ times: 3, earned: 24, decayed: 0 },
		],
		[
			'not yet',
			3,
			yesterday,
			{},
			{ kind: 'expiry', days: 1 },
			{ times: 3, earned: 24, decayed: 24 },
		],
		[
			'minus stays',
			2,
			yesterday,
			{ points: -8 },
			HALF_EVERY_DAY,
			{ times: 2, earned: -16, decayed: -16 },
		],
		[
			'minus never expires',
			1,
			yesterday,
			{ points: -8 },
			{ kind: 'expiry', days: 0.5 },
			{ times: 1, earned: -8, decayed: -8 },
		],
	])('%s', (_, count, at, rule, decay, expected) => {
		const counter = { counts: 'counter', counter: { field: 'clicks' }, ...rule };
		expect(countTimes(count, at, counting(counter, decay))).toEqual({
			...expected,
			lastAt: expected.times === 0 ? null : at,
		});
	});

	it('counts what is said of a lead once, by its date', () => {
		const by = counting({ counts: 'lead' }, HALF_EVERY_DAY);
		expect(countTimes(1, yesterday, by)).toEqual({
			times: 1,
			earned: 8,
			decayed: 4,
			lastAt: yesterday,
		});
	});
});

describe('countActivities, laws', () => {
	it('is the same forth and back where sums of floating point are not', () => {
		const by = counting({ points: 1 }, { kind: 'halfLife', days: 7 });
		for (let length = 3; length < 60; length++) {
			const forth = Array.from({ length }, (_, i) => AS_OF - i * 86_400_000);
			expect(countActivities([...forth].reverse(), by)).toEqual(countActivities(forth, by));
		}
	});

	it('is the same in any order, to the last digit', () => {
		const instants = fc.array(fc.integer({ min: AS_OF - 4e10, max: AS_OF }), { maxLength: 60 });
		const rules = fc.record({
			points: fc.double({ min: -50, max: 50, noNaN: true }),
			firstTimeOnly: fc.boolean(),
			timesAtMost: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
			timesADay: fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
		});
		fc.assert(
			fc.property(
				instants.chain((all) =>
					fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
				),
				rules,
				fc.double({ min: 0.5, max: 300, noNaN: true }),
				([forth, shuffled], rule, days) => {
					const by = counting(rule, { kind: 'halfLife', days });
					expect(countActivities(shuffled, by)).toEqual(countActivities(forth, by));
				},
			),
		);
	});
});
