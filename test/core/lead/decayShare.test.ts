import { addMonths } from 'date-fns';
import fc from 'fast-check';

import { compileDecay, expiredBefore } from '../../../nodes/core/lead/decayShare';
import type { Decay } from '../../../nodes/core/lead/LeadModel';
import { MS_PER_DAY, TimeZone } from '../../../nodes/core/reading/TimeZone';
import { UTC } from './scoring';

const QUARTERS: Decay = { kind: 'step', percent: 25, months: 1 };

function shareOn(asOf: string, at: string, decay: Decay, zone = UTC): number {
	return compileDecay(decay, Date.parse(asOf), zone)(Date.parse(at));
}

describe('compileDecay', () => {
	// Source: docstrings of decaySchema and compileDecay.
	it.each<[string, Decay, string, number]>([
		['nothing fades', { kind: 'none' }, '2001-01-01', 1],
		['expiry looks at the last time only', { kind: 'expiry', days: 30 }, '2001-01-01', 1],
		['half-life: today all is left', { kind: 'halfLife', days: 30 }, '2026-11-22', 1],
		['half-life: half after the days', { kind: 'halfLife', days: 30 }, '2026-10-23', 0.5],
		[
			'half-life: a quarter after twice as many',
			{ kind: 'halfLife', days: 30 },
			'2026-09-23',
			0.25,
		],
		['half-life: in between', { kind: 'halfLife', days: 2 }, '2026-11-21', Math.SQRT1_2],
		['window: the last day counts', { kind: 'window', days: 30 }, '2026-10-23', 1],
		['window: its first instant does', { kind: 'window', days: 30 }, '2026-10-23T00:00:00Z', 1],
		[
			'kills: a window without its last day',
			{ kind: 'window', days: 1 },
			'2026-11-21T00:00:00Z',
			1,
		],
		['window: the day before is nothing', { kind: 'window', days: 30 }, '2026-10-22T23:59:59Z', 0],
		['window: part of a day is no day', { kind: 'window', days: 0.5 }, '2026-11-21T23:59:59Z', 0],
		['window: today counts', { kind: 'window', days: 0.5 }, '2026-11-22T00:00:00Z', 1],
		['step: nothing within the first month', QUARTERS, '2026-10-23', 1],
		['step: on the day the month is over', QUARTERS, '2026-10-22', 0.75],
		['step: to the end of that day', QUARTERS, '2026-10-22T23:59:59.999Z', 0.75],
		['kills: compounding, where 0.75 twice is 0.5625', QUARTERS, '2026-09-22', 0.5],
		['step: nothing is left', QUARTERS, '2026-07-22', 0],
		['step: nor later', QUARTERS, '2001-01-01', 0],
		['step: every three months', { kind: 'step', percent: 50, months: 3 }, '2026-08-22', 0.5],
		['step: not before', { kind: 'step', percent: 50, months: 3 }, '2026-08-23', 1],
		['step: across years', { kind: 'step', percent: 10, months: 12 }, '2024-11-22', 0.8],
		[
			'step: last step is what is left',
			{ kind: 'step', percent: 30, months: 1 },
			'2026-08-22',
			0.1,
		],
		['step: never below zero', { kind: 'step', percent: 30, months: 1 }, '2026-07-22', 0],
	])('%s', (_, decay, at, share) => {
		expect(shareOn('2026-11-22T15:00:00Z', at, decay)).toBeCloseTo(share, 12);
	});

	it.each([
		['2026-02-28', '2026-01-31', 0.75],
		['2026-02-28', '2026-01-28', 0.75],
		['2026-02-27', '2026-01-28', 1],
		['2024-02-28', '2024-01-31', 1],
		['2024-02-29', '2024-01-31', 0.75],
		['2026-03-30', '2026-02-28', 0.75],
		['2026-03-31', '2026-02-28', 0.75],
		['2026-03-30', '2026-03-01', 1],
		['2026-03-31', '2026-03-01', 1],
		['2026-03-27', '2026-02-28', 1],
		['2026-04-30', '2026-01-31', 0.25],
	])('on %s, of points of %s are left %p', (asOf, at, share) => {
		expect(shareOn(asOf, at, QUARTERS)).toBe(share);
	});

	it('counts days on the calendar of the zone, across a change of the clocks', () => {
		const berlin = new TimeZone('Europe/Berlin');
		const halfLife: Decay = { kind: 'halfLife', days: 1 };
		// Clocks went forward on 29 March: 23 hours, one calendar day.
		expect(shareOn('2026-03-29T22:30:00Z', '2026-03-28T23:30:00Z', halfLife, berlin)).toBe(0.5);
		expect(shareOn('2026-03-28T23:30:00Z', '2026-03-28T22:30:00Z', halfLife, berlin)).toBe(0.5);
		expect(shareOn('2026-03-28T23:30:00Z', '2026-03-28T22:30:00Z', halfLife)).toBe(1);
		// 30 April, 22:30 UTC, is May already in Berlin.
		expect(shareOn('2026-04-30T22:30:00Z', '2026-04-01T12:00:00Z', QUARTERS, berlin)).toBe(0.75);
		expect(shareOn('2026-04-30T21:30:00Z', '2026-04-01T12:00:00Z', QUARTERS, berlin)).toBe(1);
	});

	it('agrees with date-fns on how many months are full', () => {
		const days = fc.integer({ min: 0, max: 4000 });
		const percent = 1;
		fc.assert(
			fc.property(days, days, fc.integer({ min: 1, max: 4 }), (from, age, months) => {
				// Noon, so that the zone of the machine that date-fns uses shows the same day.
				const at = Date.UTC(2015, 0, 1, 12) + from * MS_PER_DAY;
				const asOf = at + age * MS_PER_DAY;
				let full = 0;
				while (+addMonths(at, (full + 1) * months) <= asOf + 3_600_000) full++;
				const share = compileDecay({ kind: 'step', percent, months }, asOf, UTC)(at);
				expect(share).toBeCloseTo(Math.max(0, 1 - (percent * full) / 100), 12);
			}),
		);
	});
});

describe('expiredBefore', () => {
	const asOf = Date.parse('2026-11-22T15:00:00Z');

	it('is the first instant of the last day on which nothing is gone yet', () => {
		expect(expiredBefore({ kind: 'expiry', days: 30 }, asOf, UTC)).toBe(Date.parse('2026-10-23'));
	});

	it.each<Decay>([{ kind: 'none' }, { kind: 'window', days: 30 }])('is never for %p', (decay) => {
		expect(expiredBefore(decay, asOf, UTC)).toBe(Number.NEGATIVE_INFINITY);
	});
});

describe('compileDecay, laws', () => {
	const decays = fc.oneof(
		fc.record({
			kind: fc.constant('halfLife' as const),
			days: fc.double({ min: 0.1, max: 400, noNaN: true }),
		}),
		fc.record({
			kind: fc.constant('step' as const),
			percent: fc.double({ min: 0.01, max: 100, noNaN: true }),
			months: fc.integer({ min: 1, max: 24 }),
		}),
		fc.record({
			kind: fc.constant('window' as const),
			days: fc.double({ min: 0.1, max: 400, noNaN: true }),
		}),
	);
	const zones = fc
		.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu')
		.map((name) => new TimeZone(name));
	const instants = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2027, 0, 1) });

	it('keeps between all and nothing, never more with a later reference or an earlier instant', () => {
		fc.assert(
			fc.property(decays, zones, fc.tuple(instants, instants, instants), (decay, zone, all) => {
				const [at, asOf, later] = [...all].sort((a, b) => a - b) as [number, number, number];
				const share = compileDecay(decay, asOf, zone)(at);
				expect(share).toBeGreaterThanOrEqual(0);
				expect(share).toBeLessThanOrEqual(1);
				expect(compileDecay(decay, later, zone)(at)).toBeLessThanOrEqual(share);
				expect(compileDecay(decay, later, zone)(asOf)).toBeGreaterThanOrEqual(
					compileDecay(decay, later, zone)(at),
				);
			}),
		);
	});
});
