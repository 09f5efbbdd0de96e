import fc from 'fast-check';

import { holdBack, type HoldPolicy } from '../../../nodes/core/lapse/holdBack';
import {
	ACTION_FOR,
	isGone,
	LAPSE_STATUSES,
	type LapseStatus,
	type LapseVerdict,
} from '../../../nodes/core/lapse/LapseVerdict';
import { silenceVerdict } from '../../../nodes/core/lapse/silenceVerdict';
import { TimeZone } from '../../../nodes/core/reading/TimeZone';
import { dayNumber, noonOf, UTC } from '../orderHistory';

const NOBODY: HoldPolicy = {
	knownBefore: false,
	lapsedLongAgoDays: undefined,
	firstRun: false,
	contacted: false,
	atMost: undefined,
};

const TODAY = dayNumber('2026-11-22');

function verdict(
	customerKey: string,
	status: LapseStatus,
	more: Partial<LapseVerdict> = {},
): LapseVerdict {
	const found = {
		watch: 'purchases',
		customerKey,
		status,
		episodeId: `${customerKey}/1`,
		limitDays: 28,
		lapsedDay: TODAY - 5,
		confidence: 'high',
		reason: 'Silent.',
	} as const;
	return { ...silenceVerdict(found, {}, 14, { zone: UTC, asOf: noonOf(TODAY) }), ...more };
}

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}
	return value;
}

function held(verdicts: readonly LapseVerdict[], policy: Partial<HoldPolicy>): LapseVerdict[] {
	const findings = deepFreeze(verdicts.map((one) => ({ verdict: one })));
	return holdBack(findings, { ...NOBODY, ...policy }).map(({ verdict }) => verdict);
}

function hold(one: LapseVerdict, policy: Partial<HoldPolicy>): LapseVerdict {
	return held([one], policy)[0]!;
}

/** A contact that is to be left alone until a day. */
function writtenTo(suppressedUntil: string | null): Pick<LapseVerdict, 'contact'> {
	return { contact: { count: 1, lastAt: '2026-11-20T00:00:00.000Z', suppressedUntil } };
}

describe('holdBack', () => {
	it('holds nobody where nothing is asked for, and leaves the order', () => {
		const verdicts = LAPSE_STATUSES.map((status) => verdict(status, status));
		expect(held(verdicts, {})).toEqual(verdicts);
	});

	it.each<[string, LapseVerdict, Partial<HoldPolicy>, Partial<LapseVerdict>]>([
		[
			'written to lately',
			verdict('a', 'lapsed', writtenTo('2026-12-04T00:00:00.000Z')),
			{ contacted: true },
			{
				held: 'contacted',
				statusToSave: 'active',
				suggestedAction: 'later',
				reason: 'Silent. Held back until 2026-12-04: written to lately.',
			},
		],
		[
			'the first run',
			verdict('a', 'atRisk'),
			{ firstRun: true },
			{
				held: 'baseline',
				suggestedAction: 'none',
				reason: 'Silent. Held back: the first run only takes note of who is where.',
			},
		],
		[
			'known before',
			verdict('a', 'lapsed', { previousStatus: 'lapsed' }),
			{ knownBefore: true },
			{
				held: 'knownBefore',
				suggestedAction: 'none',
				reason: 'Silent. Held back: known from last time.',
			},
		],
		[
			'lapsed long ago',
			verdict('a', 'lapsed', { lapsedSince: '2026-10-01T00:00:00.000Z' }),
			{ lapsedLongAgoDays: 30 },
			{
				held: 'lapsedLongAgo',
				suggestedAction: 'leaveInPeace',
				reason: 'Silent. Held back: lapsed on 2026-10-01, more than 30 days ago.',
			},
		],
	])('%s', (_, one, policy, expected) => {
		expect(hold(one, policy)).toEqual({ ...one, ...expected });
	});

	// Source: comments of HoldPolicy; who never bought back is worse off than before.
	it.each<[LapseStatus | null, LapseStatus, boolean]>([
		[null, 'lapsed', false],
		['active', 'lapsed', false],
		['atRisk', 'lapsed', false],
		['lapsed', 'lapsed', true],
		['lost', 'lapsed', true],
		['lapsed', 'atRisk', true],
		['active', 'atRisk', false],
		['lapsed', 'lost', false],
		['lost', 'lost', true],
		['active', 'active', false],
		['lost', 'active', false],
	])('%p before and %p now: known is %p', (previousStatus, status, isKnown) => {
		const one = verdict('a', status, { previousStatus });
		expect(hold(one, { knownBefore: true }).held).toBe(isKnown ? 'knownBefore' : null);
	});

	// Whole days, whatever the hour: the instant of the run is noon, or the last of the day.
	it.each([
		['2026-10-23', 30, false],
		['2026-10-22', 30, true],
		['2026-11-22', 1, false],
		['2026-11-21', 1, false],
		['2026-11-20', 1, true],
	])('lapsed on %s, ignored after %p days: %p', (date, lapsedLongAgoDays, isHeld) => {
		for (const asOf of [
			'2026-11-22T00:00:00.000Z',
			'2026-11-22T12:00:00.000Z',
			'2026-11-22T23:59:59.000Z',
		]) {
			const one = verdict('a', 'lapsed', { lapsedSince: `${date}T00:00:00.000Z`, asOf });
			expect(hold(one, { lapsedLongAgoDays }).held).toBe(isHeld ? 'lapsedLongAgo' : null);
		}
	});

	it('counts days over a change of the clocks', () => {
		// On 29 March 2026 a day of Berlin had 23 hours.
		const berlin = new TimeZone('Europe/Berlin');
		const one = verdict('a', 'lost', {
			lapsedSince: berlin.dayToIso(dayNumber('2026-03-28')),
			asOf: berlin.toIso(Date.parse('2026-03-29T22:30:00Z')),
		});
		// Half past midnight of the 30th there.
		expect(hold(one, { lapsedLongAgoDays: 1 }).held).toBe('lapsedLongAgo');
		expect(hold(one, { lapsedLongAgoDays: 2 }).held).toBeNull();
	});

	it('puts nothing off for the lost, to whom nobody writes', () => {
		const until = writtenTo('2026-12-04T00:00:00.000Z');
		const names = LAPSE_STATUSES.map(
			(status) => hold(verdict('a', status, until), { contacted: true }).held,
		);
		expect(names).toEqual([null, 'contacted', 'contacted', null]);
		expect(hold(verdict('a', 'lapsed', writtenTo(null)), { contacted: true }).held).toBeNull();
		expect(hold(verdict('a', 'lapsed', until), {}).held).toBeNull();
	});

	it('is a first run only as long as nobody at all has a previous status', () => {
		const news = verdict('new', 'lapsed');
		const known = verdict('known', 'active', { previousStatus: 'active' });
		expect(held([news], { firstRun: true })[0]?.held).toBe('baseline');
		expect(held([news, known], { firstRun: true }).map((one) => one.held)).toEqual([null, null]);
	});

	it('tells one reason where several hold: the first run, then known, long ago, written to', () => {
		const one = verdict('a', 'lapsed', {
			...writtenTo('2026-12-04T00:00:00.000Z'),
			lapsedSince: '2025-01-01T00:00:00.000Z',
		});
		const all = { firstRun: true, knownBefore: true, lapsedLongAgoDays: 30, contacted: true };
		const before = { ...one, previousStatus: 'lapsed' } as const;
		expect(hold(one, all).held).toBe('baseline');
		expect(hold(before, all).held).toBe('knownBefore');
		expect(hold(before, { ...all, knownBefore: false }).held).toBe('lapsedLongAgo');
		expect(hold(one, { contacted: true }).held).toBe('contacted');
	});
});

describe('holdBack, so many a run', () => {
	const lapsed = (key: string, more: Partial<LapseVerdict>) => verdict(key, 'lapsed', more);

	it('lets those with most value at risk go first, and marks the others for later', () => {
		const found = held(
			[
				lapsed('low', { valueAtRisk: 10, totalSpent: 9000 }),
				lapsed('high', { valueAtRisk: 300 }),
				lapsed('middle', { valueAtRisk: 20 }),
			],
			{ atMost: 2 },
		);
		expect(found.map((one) => [one.customerKey, one.held, one.suggestedAction])).toEqual([
			['high', null, 'winBack'],
			['middle', null, 'winBack'],
			['low', 'later', 'later'],
		]);
		expect(found[2]?.reason).toBe(
			'Silent. Held back for a later run: others have more at stake, and 2 leave at a time.',
		);
	});

	it.each<[string, LapseVerdict[], string[]]>([
		[
			'by what was spent where no value is at risk',
			[lapsed('a', { totalSpent: 5 }), lapsed('b', { totalSpent: 50 }), lapsed('c', {})],
			['b', 'a', 'c'],
		],
		[
			'of equal stakes, who is further behind',
			[lapsed('a', { valueAtRisk: 5, ratio: 2 }), lapsed('b', { valueAtRisk: 5, ratio: 3 })],
			['b', 'a'],
		],
		[
			'of all equal, by key',
			[lapsed('c', { ratio: 2 }), lapsed('a', { ratio: 2 }), lapsed('b', { ratio: 2 })],
			['a', 'b', 'c'],
		],
	])('%s', (_, verdicts, expected) => {
		for (const some of [verdicts, [...verdicts].reverse()]) {
			expect(held(some, { atMost: 1 }).map(({ customerKey }) => customerKey)).toEqual(expected);
		}
	});

	it('counts lapsed customers only, and not those who are held for another reason', () => {
		const found = held(
			[
				verdict('lost', 'lost', { valueAtRisk: 900 }),
				verdict('risk', 'atRisk', { valueAtRisk: 800 }),
				lapsed('known', { valueAtRisk: 700, previousStatus: 'lapsed' }),
				lapsed('first', { valueAtRisk: 600 }),
				lapsed('second', { valueAtRisk: 500 }),
			],
			{ atMost: 1, knownBefore: true },
		);
		expect(found.map((one) => [one.customerKey, one.held])).toEqual([
			['lost', null],
			['risk', null],
			['known', 'knownBefore'],
			['first', null],
			['second', 'later'],
		]);
	});
});

describe('holdBack, laws', () => {
	const option = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
	const status = fc.constantFrom(...LAPSE_STATUSES);
	const verdicts = fc
		.array(
			fc.record({
				status,
				previousStatus: fc.option(status),
				valueAtRisk: fc.option(fc.integer({ min: 0, max: 5 })),
				totalSpent: fc.option(fc.integer({ min: 0, max: 5 })),
				ratio: fc.constantFrom(1, 2, null),
				ago: fc.nat({ max: 60 }),
				isQuiet: fc.boolean(),
			}),
			{ maxLength: 12 },
		)
		.map((all) =>
			all.map(({ ago, isQuiet, ...one }, i) =>
				verdict(`c${i}`, one.status, {
					...one,
					lapsedSince: isGone(one.status) ? UTC.dayToIso(TODAY - ago) : null,
					...writtenTo(isQuiet ? '2026-12-04T00:00:00.000Z' : null),
				}),
			),
		);
	const policies: fc.Arbitrary<HoldPolicy> = fc.record({
		knownBefore: fc.boolean(),
		lapsedLongAgoDays: option(fc.integer({ min: 1, max: 60 })),
		firstRun: fc.boolean(),
		contacted: fc.boolean(),
		atMost: option(fc.integer({ min: 1, max: 5 })),
	});

	it('loses nobody, doubles nobody and touches nothing else', () => {
		fc.assert(
			fc.property(verdicts, policies, (all, policy) => {
				const found = held(all, policy);
				const plain = (one: LapseVerdict) => ({
					...one,
					statusToSave: null,
					held: null,
					suggestedAction: null,
					reason: '',
				});
				const byKey = (a: LapseVerdict, b: LapseVerdict) =>
					Number(a.customerKey > b.customerKey) - Number(a.customerKey < b.customerKey);
				expect([...found].sort(byKey).map(plain)).toEqual([...all].sort(byKey).map(plain));
				if (policy.atMost === undefined) {
					expect(found.map(plain)).toEqual(all.map(plain));
				}
				for (const one of found) {
					if (one.held !== null) expect(one.reason).toMatch(/^Silent\. Held back.+\.$/);
					else
						expect([one.reason, one.suggestedAction]).toEqual(['Silent.', ACTION_FOR[one.status]]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('lets nobody count as known next time who was put off', () => {
		fc.assert(
			fc.property(verdicts, policies, (all, policy) => {
				for (const one of held(all, policy)) {
					const isPutOff = one.held === 'later' || one.held === 'contacted';
					expect(one.statusToSave).toBe(isPutOff ? (one.previousStatus ?? 'active') : one.status);
				}
			}),
		);
	});

	// Newly lapsed only, one a run, with what was saved read back: everybody leaves once, nobody twice.
	it('forgets nobody over several runs', () => {
		const keys = ['a', 'b', 'c'];
		const saved = new Map<string, LapseStatus>();
		const left: string[][] = [];
		for (let run = 0; run < 4; run++) {
			const all = keys.map((key) =>
				verdict(key, 'lapsed', {
					previousStatus: saved.get(key) ?? null,
					totalSpent: key.charCodeAt(0),
				}),
			);
			const found = held(all, { knownBefore: true, atMost: 1 });
			left.push(found.filter((one) => one.held === null).map(({ customerKey }) => customerKey));
			for (const { customerKey, statusToSave } of found) saved.set(customerKey, statusToSave);
		}
		expect(left).toEqual([['c'], ['b'], ['a'], []]);
	});

	it('never lets what was spent compete with value at risk', () => {
		const found = held(
			[
				verdict('by season', 'lapsed', { totalSpent: 5000 }),
				verdict('forecast', 'lapsed', { totalSpent: 10, valueAtRisk: 20 }),
			],
			{ atMost: 1 },
		);
		expect(found.map(({ customerKey, held: why }) => [customerKey, why])).toEqual([
			['forecast', null],
			['by season', 'later'],
		]);
	});

	it('never holds who is active, and lets at most so many lapsed go', () => {
		fc.assert(
			fc.property(verdicts, policies, (all, policy) => {
				const found = held(all, policy);
				expect(found.filter((one) => one.status === 'active' && one.held !== null)).toEqual([]);
				const free = found.filter((one) => one.status === 'lapsed' && one.held === null);
				const put = found.filter(({ held }) => held === 'later');
				expect(free.length).toBeLessThanOrEqual(policy.atMost ?? Number.POSITIVE_INFINITY);
				// Nobody is put off while there is room.
				if (put.length > 0) expect(free).toHaveLength(policy.atMost!);
			}),
			{ numRuns: 300 },
		);
	});

	it('gives the same whatever the order they come in, where only so many go', () => {
		fc.assert(
			fc.property(verdicts, policies, fc.integer({ min: 1, max: 5 }), (all, policy, atMost) => {
				const one = held(all, { ...policy, atMost });
				expect(held([...all].reverse(), { ...policy, atMost })).toEqual(one);
			}),
		);
	});
});
