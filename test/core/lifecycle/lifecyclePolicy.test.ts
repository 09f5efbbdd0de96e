import fc from 'fast-check';

import { ADVOCATE_RULES, PERIODS } from '../../../nodes/core/lifecycle/advocateRules';
import {
	checkLifecyclePolicy,
	type LifecyclePolicy,
} from '../../../nodes/core/lifecycle/lifecyclePolicy';
import { BREAD } from '../lifecyclePolicy';

const NAME = 'Policy (JSON)';

const limit = fc.oneof(
	fc.record({ days: fc.integer({ min: 1, max: 4000 }) }),
	fc.record({ times: fc.double({ min: 0.1, max: 50, noNaN: true }) }),
);
/** Lost after lapsed, whichever kind the two limits are of. */
const track = fc
	.tuple(limit, limit)
	.map(([one, other]) => {
		const sizeOf = (value: typeof one) => ('days' in value ? value.days : value.times);
		if (sizeOf(one) === sizeOf(other)) return undefined;
		const [lapsedAfter, lostAfter] = sizeOf(one) < sizeOf(other) ? [one, other] : [other, one];
		return { lapsedAfter, lostAfter };
	})
	.filter((limits) => limits !== undefined);
const count = fc.integer({ min: 1, max: 5000 });
const days = fc.double({ min: 0.5, max: 4000, noNaN: true });
const text = fc.string({ minLength: 1 }).filter((value) => value === value.trim());
const word = text.filter((string) => string.trim() === string && string !== '');
const validPolicy = fc.record({
	interval: fc.oneof(
		fc.record({ method: fc.constant('fixed' as const), days, recogniseSeasons: fc.boolean() }),
		fc.record({
			method: fc.constant('learned' as const),
			fallbackDays: days,
			recogniseSeasons: fc.boolean(),
		}),
		fc.record({
			method: fc.constant('category' as const),
			categories: fc.array(fc.record({ category: word, days }), { minLength: 1, maxLength: 5 }),
			fallbackDays: days,
			recogniseSeasons: fc.boolean(),
		}),
	),
	silence: fc
		.tuple(track, fc.option(track, { nil: undefined }))
		.map(([all, oneTime]) => (oneTime ? { ...all, oneTime } : all)),
	advocate: fc.record({
		rules: fc.subarray([...ADVOCATE_RULES]),
		minOrders: count,
		minSpend: fc.double({ min: 0, max: 1e6, noNaN: true }).map((spend) => spend + 0),
		periods: count,
		period: fc.constantFrom(...PERIODS),
		minReferrals: count,
		minReviews: count,
		minFollowers: count,
		stayMargin: fc.integer({ min: 0, max: 100 }),
	}),
	engagement: fc.tuple(count, count, fc.boolean()).map(([engagedDays, more, countOpens]) => ({
		engagedDays,
		coolingDays: engagedDays + more,
		countOpens,
	})),
	neverGoBack: fc.boolean(),
	labels: fc.record({
		prospect: text,
		customer: text,
		advocate: text,
		lapsed: text,
		lost: text,
	}),
	action: word,
});

/** A copy of the bread shop's policy with one place of it set to something, or taken away. */
function withPlace(path: string, value: unknown): unknown {
	const policy = structuredClone(BREAD) as unknown;
	const keys = path.split('.');
	const last = keys.pop()!;
	let place = policy as Record<string, unknown>;
	for (const key of keys) place = place[key] as Record<string, unknown>;
	if (value === undefined) delete place[last];
	else place[last] = value;
	return policy;
}

function refusal(value: unknown) {
	try {
		checkLifecyclePolicy(value, NAME);
	} catch (error) {
		return error;
	}
	return undefined;
}

describe('checkLifecyclePolicy', () => {
	it('gives a policy back that went through JSON, for any that is valid', () => {
		fc.assert(
			fc.property(validPolicy, (policy: LifecyclePolicy) => {
				const copy: unknown = JSON.parse(JSON.stringify(policy));
				expect(checkLifecyclePolicy(copy, NAME)).toEqual(policy);
			}),
			{ numRuns: 300 },
		);
	});

	it('trims the action and the categories', () => {
		const policy = checkLifecyclePolicy(
			{
				...BREAD,
				action: ' download ',
				interval: {
					method: 'category',
					categories: [{ category: ' Bread ', days: 7 }],
					fallbackDays: 30,
					recogniseSeasons: false,
				},
			},
			NAME,
		);
		expect(policy.action).toBe('download');
		expect(policy.interval).toMatchObject({ categories: [{ category: 'Bread', days: 7 }] });
	});

	// Source: comments of the schema and docstring of checkLifecyclePolicy, "the path of what is wrong".
	it.each<[string, unknown, string]>([
		['interval', undefined, 'not given'],
		['interval.method', 'guessed', 'no such method'],
		['interval.days', 0, 'kills: >= for >'],
		['interval.days', -7, 'negative'],
		['interval.days', '7', 'text'],
		['interval.days', Number.NaN, 'NaN'],
		['interval.days', Number.POSITIVE_INFINITY, 'infinity'],
		['interval.recogniseSeasons', 'yes', 'no boolean'],
		['silence', undefined, 'not given'],
		['silence.lapsedAfter', { days: 0 }, 'no day'],
		['silence.lapsedAfter', { days: 1.5 }, 'half a day'],
		['silence.lapsedAfter', { times: 0 }, 'no time'],
		['silence.lapsedAfter', { days: 30, times: 2 }, 'kills: both kinds'],
		['silence.lapsedAfter', {}, 'neither kind'],
		['silence.lapsedAfter', 30, 'a bare number'],
		['silence.lostAfter', undefined, 'not given'],
		['silence.oneTime', { lapsedAfter: { days: 5 } }, 'half a track'],
		['advocate.rules', ['pace', 'everyMonth'], 'a rule that is none any more'],
		['advocate.rules', 'pace', 'no list'],
		['advocate.minOrders', 0, 'nobody with an order is too few'],
		['advocate.minOrders', 2.5, 'no whole number'],
		['advocate.minSpend', -1, 'negative'],
		['advocate.periods', 0, 'none'],
		['advocate.period', 'day', 'no such period'],
		['advocate.minFollowers', undefined, 'not given'],
		['advocate.stayMargin', 101, 'kills: no upper limit'],
		['advocate.stayMargin', -1, 'negative'],
		['engagement', { engagedDays: 90, coolingDays: 90, countOpens: false }, 'kills: <= for <'],
		['engagement.engagedDays', 0, 'none'],
		['engagement.countOpens', undefined, 'not given'],
		['neverGoBack', 1, 'no boolean'],
		['labels', {}, 'none'],
		['labels.lost', '', 'empty'],
		['labels.lost', undefined, 'not given'],
		['action', '   ', 'blank'],
		['action', undefined, 'not given'],
	])('names %s where it is %j (%s)', (path, value) => {
		const error = refusal(withPlace(path, value));
		expect(error).toMatchObject({
			name: 'SegmentationError',
			code: 'invalidPolicy',
			hint: expect.any(String),
		});
		expect(String(error)).toContain(`${NAME} cannot be used: ${path}`);
	});

	it.each<[string, unknown]>([
		['a key that means nothing', { ...BREAD, advocates: {} }],
		['a policy of Detect Lapsed', { interval: BREAD.interval, silence: BREAD.silence }],
		['text', JSON.stringify(BREAD)],
		['null', null],
		['a list', [BREAD]],
	])('refuses %s', (_, value) => {
		expect(refusal(value)).toMatchObject({ code: 'invalidPolicy' });
		expect(String(refusal(value))).toContain(NAME);
	});

	it.each<[string, string, unknown]>([
		['interval', 'fallbackDays', 90],
		['silence', 'atRiskAfter', { days: 5 }],
		['advocate', 'months', 12],
		['engagement', 'dormantDays', 5],
	])('refuses what is not known in %s: %s', (path, key, value) => {
		const error = refusal(withPlace(`${path}.${key}`, value));
		expect(String(error)).toContain(`${NAME} cannot be used: ${path}`);
		expect(String(error)).toContain(key);
	});

	it('names the place in a list of categories', () => {
		const interval = {
			method: 'category',
			categories: [
				{ category: 'bread', days: 7 },
				{ category: 'cake', days: 0 },
			],
			fallbackDays: 30,
			recogniseSeasons: true,
		};
		expect(String(refusal({ ...BREAD, interval }))).toContain('interval.categories.1.days');
		expect(String(refusal({ ...BREAD, interval: { ...interval, categories: [] } }))).toContain(
			'interval.categories: at least one category is expected',
		);
	});

	it.each<[string, LifecyclePolicy['silence'], string]>([
		[
			'days the wrong way',
			{ lapsedAfter: { days: 180 }, lostAfter: { days: 30 } },
			'Lapsed After (180) is not below Lost After (30)',
		],
		[
			'equal times',
			{ lapsedAfter: { times: 2 }, lostAfter: { times: 2 } },
			'Lapsed After (2) is not below Lost After (2)',
		],
		[
			'a track of one-time buyers the wrong way',
			{ ...BREAD.silence, oneTime: { lapsedAfter: { days: 60 }, lostAfter: { days: 60 } } },
			'One-Time Buyers Lapsed After (60) is not below One-Time Buyers Lost After (60)',
		],
	])('refuses limits that conflict: %s', (_, silence, message) => {
		expect(refusal({ ...BREAD, silence })).toMatchObject({ code: 'conflictingLimits', message });
	});

	it('never throws anything but a SegmentationError, for anything', () => {
		fc.assert(
			fc.property(fc.anything(), (value) => {
				const error = refusal(value) as Error | undefined;
				expect(error?.name).toBe('SegmentationError');
			}),
		);
	});
});
