import fc from 'fast-check';

import {
	checkSubscriberPolicy,
	detectInactive,
	type SubscriberFacts,
	type SubscriberPolicy,
} from '../../../nodes/core/lapse/detectInactive';
import { LAPSE_STATUSES } from '../../../nodes/core/lapse/LapseVerdict';
import { dayNumber, noonOf, UTC } from '../orderHistory';

const CLICK = dayNumber('2026-07-25');

/** At risk from 5 mails and 45 days, inactive from 10 and 90, given up from 20 and 180. */
const POLICY: SubscriberPolicy = {
	mails: 10,
	days: 90,
	boughtWithinDays: 90,
	countOpens: false,
	atRiskShare: 50,
	sunsetAfterTimes: 2,
	quietDaysAfterContact: 14,
};

const READER: SubscriberFacts = {
	customerKey: 'lena@mail.example',
	email: 'lena@mail.example',
	mails: { sinceClick: 24 },
	lastClickAt: noonOf(CLICK),
	isClickKnown: true,
	subscribedAt: noonOf(CLICK - 500),
	orders: 'known',
	isSubscribed: true,
};

function after(
	days: number,
	facts: Partial<SubscriberFacts> = {},
	policy: Partial<SubscriberPolicy> = {},
) {
	return detectInactive(
		{ ...READER, ...facts },
		{ ...POLICY, ...policy },
		{ zone: UTC, asOf: noonOf(CLICK + days) },
	);
}

describe('detectInactive', () => {
	it('fills the contract', () => {
		expect(after(120, { mails: { sinceClick: 14 }, previousStatus: 'active' })).toEqual({
			customerKey: 'lena@mail.example',
			email: 'lena@mail.example',
			watch: 'subscribers',
			status: 'lapsed',
			previousStatus: 'active',
			statusToSave: 'lapsed',
			episodeId: 'lena@mail.example/2026-07-25',
			daysSince: 120,
			expectedIntervalDays: 90,
			basis: 'fixed',
			confidence: 'high',
			dueAt: '2026-10-23T00:00:00.000Z',
			daysOverdue: 30,
			ratio: 1.33,
			returnProbability: null,
			horizonDays: null,
			expectedOrders: null,
			expectedValue: null,
			valueAtRisk: null,
			newlyLapsed: true,
			lapsedSince: null,
			reactivated: null,
			daysAway: null,
			totalSpent: null,
			averageOrderValue: null,
			currency: null,
			spentByCurrency: null,
			contact: { count: null, lastAt: null, suppressedUntil: null },
			held: null,
			suggestedAction: 'winBack',
			reason: '14 mails and 120 days without a click; inactive after 10 mails and 90 days.',
			asOf: '2026-11-22T12:00:00.000Z',
			subscriber: {
				sendsSinceClick: 14,
				lastClickAt: '2026-07-25T12:00:00.000Z',
				lastOpenAt: null,
				subscribedAt: '2025-03-12T12:00:00.000Z',
				lastOrderAt: null,
				boughtRecently: false,
				isSubscribed: true,
			},
		});
	});

	// Source: docstring of detectInactive; both limits are reached at their very number.
	it.each([
		[4, 400, 'active', 'none', 'at risk after 5 mails and 45 days'],
		[5, 44, 'active', 'none', 'at risk after 5 mails and 45 days'],
		[5, 45, 'atRisk', 'remind', 'inactive after 10 mails and 90 days'],
		[9, 400, 'atRisk', 'remind', 'inactive after 10 mails and 90 days'],
		[900, 89, 'atRisk', 'remind', 'inactive after 10 mails and 90 days'],
		[10, 90, 'lapsed', 'winBack', 'inactive after 10 mails and 90 days'],
		[19, 400, 'lapsed', 'winBack', 'inactive after 10 mails and 90 days'],
		[900, 179, 'lapsed', 'winBack', 'inactive after 10 mails and 90 days'],
		[20, 180, 'lost', 'leaveInPeace', 'given up after 20 mails and 180 days'],
	])('after %i mails and %i days: %s', (sinceClick, days, status, suggestedAction, limit) => {
		const verdict = after(days, { mails: { sinceClick } });
		expect(verdict).toMatchObject({ status, suggestedAction });
		expect(verdict.reason).toContain(limit);
	});

	it('counts from the subscription where nobody clicked, and where it is newer', () => {
		const facts = { subscribedAt: noonOf(CLICK + 30) };
		for (const lastClickAt of [undefined, noonOf(CLICK)]) {
			expect(after(119, { ...facts, lastClickAt })).toMatchObject({
				status: 'atRisk',
				daysSince: 89,
			});
			expect(after(120, { ...facts, lastClickAt }).status).toBe('lapsed');
		}
		const unsubscribedDay = { subscribedAt: undefined, lastClickAt: undefined };
		expect(after(120, { ...unsubscribedDay, firstSeenAt: noonOf(CLICK + 31) }).daysSince).toBe(89);
	});

	it('does not count opens unless told to', () => {
		const lastOpenAt = noonOf(CLICK + 110);
		expect(after(120, { lastOpenAt }).status).toBe('lapsed');
		expect(after(120, { lastOpenAt }, { countOpens: true })).toMatchObject({
			status: 'active',
			daysSince: 10,
			reason: '24 mails and 10 days without a click or an open; at risk after 5 mails and 45 days.',
		});
	});

	it('counts single mails from the last click on, and tells since when there are enough', () => {
		const sentAt = Array.from({ length: 14 }, (_, i) => noonOf(CLICK - 3 + 10 * i));
		const mails = { sentAt: [...sentAt].reverse() };
		expect(after(120, { mails })).toMatchObject({
			status: 'lapsed',
			lapsedSince: '2026-10-30T00:00:00.000Z',
			subscriber: { sendsSinceClick: 13 },
		});
		expect(after(96, { mails: { sentAt: sentAt.slice(0, 10) } })).toMatchObject({
			status: 'atRisk',
			lapsedSince: null,
			subscriber: { sendsSinceClick: 9 },
		});
		// A mail of the very instant of the click is the one that was clicked.
		expect(after(120, { mails: { sentAt: [noonOf(CLICK)] } }).subscriber.sendsSinceClick).toBe(0);
	});

	it.each([
		[89, 'active', true],
		[90, 'active', true],
		[91, 'lost', false],
	])('after a purchase %i days ago: %s', (ago, status, boughtRecently) => {
		const verdict = after(200, { lastOrderAt: noonOf(CLICK + 200 - ago) });
		expect(verdict).toMatchObject({ status, subscriber: { boughtRecently } });
		if (boughtRecently) {
			expect(verdict.reason).toBe(
				`Bought ${ago} days ago: never inactive within 90 days of a purchase.`,
			);
			expect(verdict).toMatchObject({ dueAt: null, daysOverdue: null, ratio: null });
		}
	});

	it('never writes to who is not subscribed', () => {
		expect(after(400, { isSubscribed: false })).toMatchObject({
			status: 'active',
			suggestedAction: 'none',
			reason: 'Not subscribed: not to be written to.',
			subscriber: { isSubscribed: false },
		});
	});

	it.each<[Partial<SubscriberFacts>, string]>([
		[
			{ mails: undefined },
			'400 days without a click, not known after how many mails: not called inactive.',
		],
		[
			{ isClickKnown: false, lastClickAt: undefined },
			'Not known when the last click was: not called inactive.',
		],
		[
			{ lastClickAt: undefined, subscribedAt: undefined },
			'Neither a click nor the day of the subscription is known: not called inactive.',
		],
		[{ isSubscribed: undefined }, 'Not known whether they may be written to: not called inactive.'],
		[{ orders: 'unknown' }, 'Not known whether they bought lately: not called inactive.'],
	])('calls nobody inactive of whom something is not known: %j', (facts, reason) => {
		expect(after(400, facts)).toMatchObject({ status: 'active', confidence: 'low', reason });
	});

	it('judges without purchases where nobody asked for them', () => {
		expect(after(400, { orders: 'notAsked' })).toMatchObject({
			status: 'lost',
			subscriber: { boughtRecently: null },
		});
	});

	it('names no day where only mails are wanting', () => {
		expect(after(120, { mails: { sinceClick: 3 } })).toMatchObject({
			status: 'active',
			dueAt: null,
			ratio: 0.3,
		});
	});

	it('refuses a sunset that comes no later than inactive', () => {
		expect(() => checkSubscriberPolicy({ ...POLICY, sunsetAfterTimes: 1 })).toThrow(/Sunset After/);
		expect(() => checkSubscriberPolicy(POLICY)).not.toThrow();
	});
});

describe('the laws of inactive subscribers', () => {
	const rank = (status: string) => LAPSE_STATUSES.indexOf(status as never);
	const count = fc.integer({ min: 0, max: 500 });
	const policies = fc.record({
		mails: fc.integer({ min: 1, max: 100 }),
		days: fc.integer({ min: 1, max: 400 }),
		boughtWithinDays: fc.integer({ min: 1, max: 400 }),
		atRiskShare: fc.integer({ min: 1, max: 100 }),
		sunsetAfterTimes: fc.double({ min: 1.1, max: 9, noNaN: true }),
	});
	const sent = (sinceClick: number) => ({ mails: { sinceClick } });

	it('never give an earlier status after more days or more mails', () => {
		fc.assert(
			fc.property(policies, count, count, count, count, (policy, mails, days, more, later) => {
				const early = after(days, sent(mails), policy);
				const late = after(days + later, sent(mails + more), policy);
				expect(rank(late.status)).toBeGreaterThanOrEqual(rank(early.status));
			}),
		);
	});

	it('need both conditions', () => {
		fc.assert(
			fc.property(policies, count, count, (policy, mails, days) => {
				const isGone = ['lapsed', 'lost'].includes(after(days, sent(mails), policy).status);
				expect(isGone).toBe(mails >= policy.mails && days >= policy.days);
			}),
		);
	});

	it('never call who bought lately, or who may not be written to, anything but active', () => {
		fc.assert(
			fc.property(policies, count, count, count, (policy, mails, days, ago) => {
				const lastOrderAt = noonOf(CLICK + days - Math.min(ago, policy.boughtWithinDays));
				expect(after(days, { ...sent(mails), lastOrderAt }, policy).status).toBe('active');
				expect(after(days, { ...sent(mails), isSubscribed: false }, policy).status).toBe('active');
			}),
		);
	});

	it('do not depend on the order of the mails', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -50, max: 300 })), count, (days, asOf) => {
				const sentAt = days.map((day) => noonOf(CLICK + day));
				const mails = { sentAt: [...sentAt].sort() };
				expect(after(asOf, { mails })).toEqual(after(asOf, { mails: { sentAt } }));
			}),
		);
	});
});
