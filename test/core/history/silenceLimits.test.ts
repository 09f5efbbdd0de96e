import fc from 'fast-check';

import type { ExpectedInterval } from '../../../nodes/core/history/expectedInterval';
import { OpenDays } from '../../../nodes/core/history/OpenDays';
import {
	checkSilencePolicy,
	silenceLimits,
	type SilenceLimit,
	type SilencePolicy,
} from '../../../nodes/core/history/silenceLimits';

function every(days: number): ExpectedInterval {
	return { days, basis: 'fixed', confidence: 'high' };
}

describe('silenceLimits', () => {
	// Source: docstring of silenceLimits; DESIGN section 4 example "every 14 days, lapsed after 42".
	it.each<[string, number, SilencePolicy, object]>([
		[
			'times',
			14,
			{ lapsedAfter: { times: 3 }, lostAfter: { times: 6 } },
			{ atRisk: 42, lapsed: 42, lost: 84 },
		],
		[
			'days',
			14,
			{ lapsedAfter: { days: 30 }, lostAfter: { days: 180 } },
			{ atRisk: 30, lapsed: 30, lost: 180 },
		],
		[
			'at risk',
			14,
			{ atRiskAfter: { times: 1.5 }, lapsedAfter: { times: 2 }, lostAfter: { times: 3 } },
			{ atRisk: 21, lapsed: 28, lost: 42 },
		],
		[
			'whole days',
			10.4,
			{ lapsedAfter: { times: 1.5 }, lostAfter: { times: 3 } },
			{ atRisk: 16, lapsed: 16, lost: 31 },
		],
		[
			'lost is never before lapsed',
			100,
			{ lapsedAfter: { times: 3 }, lostAfter: { days: 180 } },
			{ atRisk: 300, lapsed: 300, lost: 301 },
		],
		[
			'at risk is never after lapsed',
			100,
			{ atRiskAfter: { times: 1 }, lapsedAfter: { days: 30 }, lostAfter: { days: 60 } },
			{ atRisk: 30, lapsed: 30, lost: 60 },
		],
		[
			'lapsed is never on the day of the order',
			0.1,
			{ lapsedAfter: { times: 1 }, lostAfter: { times: 2 } },
			{ atRisk: 1, lapsed: 1, lost: 2 },
		],
	])('%s', (_, days, policy, expected) => {
		expect(silenceLimits(every(days), policy)).toEqual(expected);
	});

	// Source: comment of SilencePolicy.oneTime.
	it.each<[string, SilencePolicy, boolean, object]>([
		[
			'a one-time buyer goes by the track of one-time buyers',
			{
				lapsedAfter: { days: 30 },
				lostAfter: { days: 60 },
				oneTime: { lapsedAfter: { days: 90 }, lostAfter: { times: 20 } },
			},
			true,
			{ atRisk: 90, lapsed: 90, lost: 200 },
		],
		[
			'kills: the track of one-time buyers for all',
			{
				lapsedAfter: { days: 30 },
				lostAfter: { days: 60 },
				oneTime: { lapsedAfter: { days: 90 }, lostAfter: { times: 20 } },
			},
			false,
			{ atRisk: 30, lapsed: 30, lost: 60 },
		],
		[
			'a one-time buyer goes by that of all where there is no other',
			{ lapsedAfter: { days: 30 }, lostAfter: { days: 60 } },
			true,
			{ atRisk: 30, lapsed: 30, lost: 60 },
		],
		[
			'at risk is never after lapsed on the track of one-time buyers',
			{
				atRiskAfter: { days: 25 },
				lapsedAfter: { days: 30 },
				lostAfter: { days: 60 },
				oneTime: { lapsedAfter: { days: 20 }, lostAfter: { days: 40 } },
			},
			true,
			{ atRisk: 20, lapsed: 20, lost: 40 },
		],
	])('%s', (_, policy, isOneTime, expected) => {
		expect(silenceLimits(every(10), policy, isOneTime)).toEqual(expected);
	});

	it('lets the season decide for a seasonal customer, whatever the policy', () => {
		const expected: ExpectedInterval = {
			...every(300),
			seasonal: { seasons: [], nextSeasonStart: 0, nextSeasonEnd: 10, followingSeasonEnd: 80 },
		};
		const policy = { lapsedAfter: { days: 30 }, lostAfter: { days: 60 } };
		for (const isOneTime of [false, true]) {
			const limits = silenceLimits(expected, { ...policy, oneTime: policy }, isOneTime);
			expect(limits).toEqual({ atRisk: 300, lapsed: 330, lost: 400 });
		}
	});

	it('counts the days between two seasons in open days', () => {
		const expected: ExpectedInterval = {
			...every(60),
			seasonal: {
				seasons: [],
				nextSeasonStart: 20_000,
				nextSeasonEnd: 20_007,
				followingSeasonEnd: 20_077,
			},
		};
		const policy = { lapsedAfter: { days: 30 }, lostAfter: { days: 60 } };
		// Of the 70 days between the ends of the seasons ten are Sundays.
		expect(silenceLimits(expected, policy, false, new OpenDays([0]))).toEqual({
			atRisk: 60,
			lapsed: 90,
			lost: 150,
		});
	});

	it('always has at risk <= lapsed < lost', () => {
		const limit: fc.Arbitrary<SilenceLimit> = fc.oneof(
			fc.record({ days: fc.integer({ min: 1, max: 2000 }) }),
			fc.record({ times: fc.double({ min: 0.1, max: 50, noNaN: true }) }),
		);
		fc.assert(
			fc.property(
				limit,
				limit,
				fc.option(limit, { nil: undefined }),
				fc.double({ min: 0.1, max: 800, noNaN: true }),
				(lapsedAfter, lostAfter, atRiskAfter, days) => {
					const limits = silenceLimits(every(days), { atRiskAfter, lapsedAfter, lostAfter });
					expect(limits.atRisk).toBeLessThanOrEqual(limits.lapsed);
					expect(limits.lapsed).toBeLessThan(limits.lost);
					expect(Object.values(limits).every(Number.isInteger)).toBe(true);
				},
			),
		);
	});
});

describe('checkSilencePolicy', () => {
	// Source: docstring of checkSilencePolicy.
	it.each<[string, SilencePolicy]>([
		['days in order', { lapsedAfter: { days: 30 }, lostAfter: { days: 31 } }],
		[
			'times in order',
			{ atRiskAfter: { times: 1 }, lapsedAfter: { times: 2 }, lostAfter: { times: 3 } },
		],
		[
			'a track of one-time buyers in order, whatever that of all',
			{
				lapsedAfter: { days: 300 },
				lostAfter: { days: 400 },
				oneTime: { lapsedAfter: { days: 5 }, lostAfter: { days: 6 } },
			},
		],
		[
			'of two kinds: told only per customer',
			{ lapsedAfter: { days: 500 }, lostAfter: { times: 2 } },
		],
	])('accepts %s', (_, policy) => {
		expect(() => checkSilencePolicy(policy)).not.toThrow();
	});

	it.each<[string, SilencePolicy, string]>([
		[
			'equal days',
			{ lapsedAfter: { days: 30 }, lostAfter: { days: 30 } },
			'Lapsed After (30) is not below Lost After (30)',
		],
		[
			'times the wrong way',
			{ lapsedAfter: { times: 6 }, lostAfter: { times: 3 } },
			'Lapsed After (6) is not below Lost After (3)',
		],
		[
			'at risk too late',
			{ atRiskAfter: { days: 60 }, lapsedAfter: { days: 30 }, lostAfter: { days: 90 } },
			'At Risk After (60) is not below Lapsed After (30)',
		],
		[
			'one-time buyers the wrong way',
			{
				lapsedAfter: { days: 30 },
				lostAfter: { days: 60 },
				oneTime: { lapsedAfter: { times: 3 }, lostAfter: { times: 3 } },
			},
			'One-Time Buyers Lapsed After (3) is not below One-Time Buyers Lost After (3)',
		],
	])('refuses %s', (_, policy, message) => {
		expect(() => checkSilencePolicy(policy)).toThrow(
			expect.objectContaining({
				name: 'SegmentationError',
				code: 'conflictingLimits',
				message,
				hint: expect.stringMatching(/^Choose /),
			}),
		);
	});
});
