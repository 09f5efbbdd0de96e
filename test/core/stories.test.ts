import type { LapsePolicy } from '../../nodes/core/lapse/detectLapse';
import { detectLapse } from '../../nodes/core/lapse/detectLapse';
import type { AdvocateRule } from '../../nodes/core/lifecycle/advocateRules';
import {
	classifyLifecycle,
	type CustomerFacts,
} from '../../nodes/core/lifecycle/classifyLifecycle';
import type { LifecyclePolicy } from '../../nodes/core/lifecycle/lifecyclePolicy';
import { readClosings } from '../../nodes/core/history/closings';
import { EVERY_DAY, OpenDays } from '../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../nodes/core/history/PurchaseHistory';
import { BREAD } from './lifecyclePolicy';
import { dayNumber, everyDays, NO_RHYTHM, noonOf, orderHistory, UTC } from './orderHistory';

/** The customers of DESIGN section 8, each judged with the nodes' own defaults where nothing is said. */

function lifecyclePolicy(policy: Partial<LifecyclePolicy>, rules: AdvocateRule[]): LifecyclePolicy {
	return {
		...BREAD,
		interval: { method: 'learned', fallbackDays: 90, recogniseSeasons: true },
		silence: { lapsedAfter: { times: 3 }, lostAfter: { times: 6 } },
		advocate: { ...BREAD.advocate, rules, minSpend: 0, periods: 12 },
		...policy,
	};
}

function lifecycle(
	history: PurchaseHistory,
	date: string,
	policy: LifecyclePolicy,
	facts: CustomerFacts = {},
) {
	const asOf = noonOf(dayNumber(date));
	const run = { policy, rhythm: NO_RHYTHM, zone: UTC, openDays: EVERY_DAY, asOf };
	return classifyLifecycle(history, facts, run);
}

describe('The bread shop', () => {
	const policy = lifecyclePolicy(
		{
			interval: { method: 'fixed', days: 7, recogniseSeasons: true },
			silence: { lapsedAfter: { days: 30 }, lostAfter: { days: 180 } },
		},
		['pace'],
	);
	const last = dayNumber('2026-03-02');
	const weekly = orderHistory(everyDays(7, 20, last));
	const on = (silent: number, history: PurchaseHistory) =>
		lifecycle(history, new Date(noonOf(last + silent)).toISOString().slice(0, 10), policy);

	it('has an advocate in the weekly buyer', () => {
		expect(on(3, weekly).stage).toBe('advocate');
	});

	it('has an advocate in who buys more often than weekly', () => {
		expect(on(3, orderHistory(everyDays(3, 20, last))).stage).toBe('advocate');
	});

	it('has a customer in the fortnightly buyer', () => {
		expect(on(3, orderHistory(everyDays(14, 20, last))).stage).toBe('customer');
	});

	it('does not call 30 days of silence lapsed', () => {
		expect(on(30, weekly).stage).toBe('customer');
	});

	it('calls 31 days of silence lapsed, to be won back', () => {
		expect(on(31, weekly)).toMatchObject({ stage: 'lapsed', suggestedGoal: 'winBack' });
	});

	it('calls 180 days of silence lapsed still', () => {
		expect(on(180, weekly).stage).toBe('lapsed');
	});

	it('calls much longer silence lost, to be left in peace', () => {
		expect(on(181, weekly)).toMatchObject({ stage: 'lost', suggestedGoal: 'leaveInPeace' });
		expect(on(2000, weekly)).toMatchObject({ stage: 'lost', suggestedGoal: 'leaveInPeace' });
	});
});

describe('The bakery that closes for three weeks in August', () => {
	/** Lapsed after two missed weeks. */
	const policy = lifecyclePolicy(
		{
			interval: { method: 'fixed', days: 7, recogniseSeasons: true },
			silence: { lapsedAfter: { times: 2 }, lostAfter: { times: 8 } },
		},
		['pace'],
	);
	/** 2026-08-23 is the Sunday before it opens again. */
	const holiday = new OpenDays([], readClosings('2026-08-03 to 2026-08-23'));
	const lastBread = dayNumber('2026-08-01');
	const on = (date: string, openDays: OpenDays) =>
		classifyLifecycle(
			orderHistory(everyDays(7, 20, lastBread), {}, openDays),
			{},
			{
				policy,
				rhythm: NO_RHYTHM,
				zone: UTC,
				openDays,
				asOf: noonOf(dayNumber(date)),
			},
		);

	it('has no lapsed customer in the weekly buyer on the day it opens, but an advocate', () => {
		expect(on('2026-08-24', EVERY_DAY).stage).toBe('lapsed');
		expect(on('2026-08-24', holiday)).toMatchObject({
			stage: 'advocate',
			daysSinceLastOrder: 23,
			reason: "One order every 7 days, an advocate's pace is 7; last order 23 days ago.",
		});
	});

	it('has one as soon as two open weeks have gone by', () => {
		expect(on('2026-09-05', holiday)).toMatchObject({
			stage: 'customer',
			nextStageOn: '2026-09-06T00:00:00.000Z',
		});
		expect(on('2026-09-06', holiday).stage).toBe('lapsed');
	});
});

describe('The holiday buyer', () => {
	const dates = [
		'2023-12-20',
		'2023-12-27',
		'2024-03-05',
		'2024-12-18',
		'2024-12-28',
		'2025-03-04',
		'2025-12-22',
		'2026-03-06',
	];
	const policy = lifecyclePolicy({}, ['pace']);
	const twoHolidays = orderHistory(dates.map(dayNumber), { amount: 300, currency: 'EUR' });
	const onlyNewYear = orderHistory(['2023-12-20', '2024-12-18', '2025-12-22'].map(dayNumber), {
		amount: 400,
		currency: 'EUR',
	});

	it.each([
		['before New Year and 8 March', twoHolidays],
		['before New Year only', onlyNewYear],
	])('who buys %s is seasonal in October, not lapsed, and waited for', (_, history) => {
		const verdict = lifecycle(history, '2026-10-15', policy);
		expect(verdict).toMatchObject({
			stage: 'customer',
			buyerType: 'seasonal',
			suggestedGoal: 'waitForSeason',
			nextStage: 'lapsed',
			basis: 'ownGaps',
		});
		expect(verdict.reason).toContain('buys by season, next from 2026-12-19');
	});

	it.each([
		['before New Year and 8 March', twoHolidays],
		['before New Year only', onlyNewYear],
	])('who buys %s is active for Detect Lapsed in October, by either method', (_, history) => {
		const silence = {
			atRiskAfter: { times: 1.5 },
			lapsedAfter: { times: 2 },
			lostAfter: { times: 3 },
		};
		const policies: LapsePolicy[] = [
			{
				interval: { method: 'learned', fallbackDays: 90, recogniseSeasons: true },
				silence,
				quietDaysAfterContact: 14,
				action: 'order',
			},
			{
				interval: { method: 'fixed', days: 30, recogniseSeasons: true },
				silence,
				quietDaysAfterContact: 14,
				action: 'order',
			},
		];
		for (const lapsePolicy of policies) {
			const run = { policy: lapsePolicy, rhythm: NO_RHYTHM, zone: UTC, openDays: EVERY_DAY };
			const october = { ...run, asOf: noonOf(dayNumber('2026-10-15')) };
			expect(detectLapse(history, {}, october)).toMatchObject({
				status: 'active',
				suggestedAction: 'none',
				daysOverdue: 0,
			});
		}
	});

	it('would be lapsed by the fixed interval of 30 days, were the seasons not recognised', () => {
		const blind = lifecyclePolicy(
			{ interval: { method: 'fixed', days: 30, recogniseSeasons: false } },
			['pace'],
		);
		expect(lifecycle(twoHolidays, '2026-10-15', blind).stage).toBe('lost');
	});

	it('is lapsed a month after the missed New Year, and not before', () => {
		expect(lifecycle(twoHolidays, '2026-12-29', policy).stage).toBe('customer');
		expect(lifecycle(twoHolidays, '2027-01-28', policy).stage).toBe('customer');
		expect(lifecycle(twoHolidays, '2027-01-29', policy)).toMatchObject({
			stage: 'lapsed',
			suggestedGoal: 'winBack',
		});
	});

	it('who buys once a year is lost after the second missed New Year, and not before', () => {
		expect(lifecycle(onlyNewYear, '2027-01-21', policy).stage).toBe('customer');
		expect(lifecycle(onlyNewYear, '2027-01-22', policy).stage).toBe('lapsed');
		expect(lifecycle(onlyNewYear, '2027-12-31', policy).stage).toBe('lapsed');
		expect(lifecycle(onlyNewYear, '2028-02-01', policy)).toMatchObject({
			stage: 'lost',
			suggestedGoal: 'leaveInPeace',
		});
	});

	it('who buys twice a year is lapsed until the next season was missed too', () => {
		expect(lifecycle(twoHolidays, '2027-03-05', policy).stage).toBe('lapsed');
	});

	it('who buys twice a year is lost once New Year and 8 March were missed', () => {
		// Source: docstring of silenceLimits, "lost when the next one was missed too".
		expect(lifecycle(twoHolidays, '2027-05-01', policy).stage).toBe('lost');
	});

	it('who comes back in the season starts anew', () => {
		const days = [...dates, '2026-12-21'].map(dayNumber);
		const verdict = lifecycle(orderHistory(days), '2027-02-20', policy);
		expect(verdict).toMatchObject({ stage: 'customer', buyerType: 'seasonal' });
	});
});

describe('The holiday buyer of a Christmas market that is closed for the rest of the year', () => {
	const market = new OpenDays([], readClosings('01-07 to 11-25'));
	const days = ['2023-12-20', '2024-12-18', '2025-12-22'].map(dayNumber);
	const on = (date: string) => {
		const run = { policy: lifecyclePolicy({}, []), rhythm: NO_RHYTHM, zone: UTC };
		const asOf = noonOf(dayNumber(date));
		return classifyLifecycle(
			orderHistory(days, {}, market),
			{},
			{ ...run, openDays: market, asOf },
		);
	};

	it('is a customer until the season ends, and lapsed a month of open days after it was missed', () => {
		// The season of 2026 ends on 22 December; 15 open days follow, 15 more from 26 November 2027 on.
		expect(on('2027-12-10').stage).toBe('customer');
		expect(on('2027-12-11').stage).toBe('lapsed');
	});

	it('is lost a month of open days after the next season was missed too', () => {
		// Source: docstring of silenceLimits. A season has 42 open days, a month is 30 of them.
		expect(on('2027-12-20').stage).toBe('lapsed');
		expect(on('2028-12-31').stage).toBe('lost');
	});
});

describe('The monthly fan', () => {
	const year = Array.from({ length: 12 }, (_, i) =>
		Math.floor(Date.UTC(2025, 11 + i, 10) / 86_400_000),
	);
	const fan = orderHistory(year, { amount: 25, currency: 'EUR' });

	it('is an advocate by influence, with 3,000 followers', () => {
		const verdict = lifecycle(fan, '2026-11-22', lifecyclePolicy({}, ['influence']), {
			followers: 3000,
		});
		expect(verdict).toMatchObject({ stage: 'advocate', suggestedGoal: 'thankAndRefer' });
		expect(verdict.reason).toContain('3,000 followers');
	});

	it('is a customer by influence alone, without followers', () => {
		const policy = lifecyclePolicy({}, ['influence']);
		expect(lifecycle(fan, '2026-11-22', policy).stage).toBe('customer');
		expect(lifecycle(fan, '2026-11-22', policy, { followers: 300 }).stage).toBe('customer');
	});

	it('is an advocate by having bought in every month of the last year', () => {
		const verdict = lifecycle(fan, '2026-11-22', lifecyclePolicy({}, ['everyPeriod']));
		expect(verdict).toMatchObject({ stage: 'advocate', buyerType: 'regular' });
		expect(verdict.reason).toBe(
			'At least one order in each of 12 months in a row; last order 12 days ago.',
		);
	});

	it('is no advocate by every month, with one month left out', () => {
		const gap = orderHistory(year.filter((_, i) => i !== 6));
		expect(lifecycle(gap, '2026-11-22', lifecyclePolicy({}, ['everyPeriod'])).stage).toBe(
			'customer',
		);
	});

	it('is lapsed like anyone else when silent for long: followers buy nothing', () => {
		const policy = lifecyclePolicy({}, ['influence', 'everyPeriod']);
		expect(lifecycle(fan, '2027-06-01', policy, { followers: 3000 }).stage).toBe('lost');
	});
});

describe('Customers with names of a prototype', () => {
	it.each(['__proto__', 'constructor', 'toString'])(
		'%s is judged like any other',
		(customerKey) => {
			const history = orderHistory([dayNumber('2026-11-01')], { customerKey });
			const verdict = lifecycle(history, '2026-11-22', lifecyclePolicy({}, ['pace']));
			expect(verdict).toMatchObject({ customerKey, stage: 'customer', orders: 1 });
		},
	);
});

describe('Money', () => {
	it('in mixed currencies is left empty, never added up', () => {
		const history = {
			...orderHistory(everyDays(7, 3, dayNumber('2026-11-20'))),
			spent: new Map([
				['EUR', 100],
				['KRW', 50_000],
			]),
		};
		expect(lifecycle(history, '2026-11-22', lifecyclePolicy({}, ['pace']))).toMatchObject({
			orders: 3,
			totalSpent: null,
			averageOrderValue: null,
			currency: null,
			spentByCurrency: { EUR: 100, KRW: 50_000 },
		});
	});
});
