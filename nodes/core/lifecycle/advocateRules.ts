import type { ExpectedInterval } from '../history/expectedInterval';
import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import type { StoreRhythm } from '../history/StoreRhythm';
import { MS_PER_DAY } from '../reading/TimeZone';
import { counted, formatNumber } from '../wording/formatNumber';

/** What makes an advocate; any one of the chosen rules is enough. */
export const ADVOCATE_RULES = [
	'pace',
	'everyPeriod',
	'ordersAndSpend',
	'referrals',
	'reviews',
	'influence',
] as const;

export type AdvocateRule = (typeof ADVOCATE_RULES)[number];

/** Parts of the calendar in which buying is counted. */
export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;

export type Period = (typeof PERIODS)[number];

export interface AdvocatePolicy {
	rules: readonly AdvocateRule[];
	/** Least number of orders for `pace` and `ordersAndSpend`. */
	minOrders: number;
	/** Least total spend for `ordersAndSpend`, in the shop's currency. */
	minSpend: number;
	/** Periods in a row for `everyPeriod`. */
	periods: number;
	period: Period;
	/** Least number of people brought, for `referrals`. */
	minReferrals: number;
	minReviews: number;
	/** Least number of followers for `influence`. */
	minFollowers: number;
	/** Percent by which an advocate may fall short of a rule and stay one, against flickering. */
	stayMargin: number;
}

/** How a customer tells others, where it is known. */
export interface Influence {
	followers?: number;
	referrals?: number;
	reviews?: number;
}

export interface AdvocateEvidence {
	history: PurchaseHistory;
	expected: ExpectedInterval;
	/** The customer's pace of today, as `currentPaceDays` gives it. */
	paceDays: number;
	rhythm: StoreRhythm;
	asOfDay: number;
	/** Open days since the last order. */
	silentDays: number;
	influence: Influence;
	/** Whether the customer was an advocate last time. */
	wasAdvocate: boolean;
	/** What is counted: "order", or another key action. */
	action: string;
}

/** A customer who is this many intervals late is no longer on pace. */
const LATE_AFTER_INTERVALS = 1.5;

/** The number of the period a day is in: weeks begin on Monday, the others with the calendar. */
function periodOf(day: number, period: Period): number {
	if (period === 'week') return Math.floor((day + 3) / 7);
	const date = new Date(day * MS_PER_DAY);
	const year = date.getUTCFullYear();
	if (period === 'year') return year;
	const month = year * 12 + date.getUTCMonth();
	return period === 'month' ? month : Math.floor(month / 3);
}

/**
 * Whether an order day lies in each of so many periods in a row, the last of them being the one of the
 * reference day or, as that one is not over yet, the one before.
 */
export function boughtEveryPeriod(
	orderDays: readonly number[],
	asOfDay: number,
	period: Period,
	periods: number,
): boolean {
	if (orderDays.length < periods) return false;
	const bought = new Set(orderDays.map((day) => periodOf(day, period)));
	const current = periodOf(asOfDay, period);
	const last = bought.has(current) ? current : current - 1;
	return Array.from({ length: periods }, (_, i) => last - i).every((one) => bought.has(one));
}

/** The pace of an advocate: what the product lets one expect, or what the quick quarter keeps. */
function advocatePaceDays({ expected, rhythm }: AdvocateEvidence): number {
	return expected.basis === 'ownGaps' ? (rhythm.quickGapDays ?? Number.NaN) : expected.days;
}

type Rule = (
	evidence: AdvocateEvidence,
	policy: AdvocatePolicy,
	/** What remains of a limit for who was an advocate before: 0.9 with a margin of 10 %. */
	ease: number,
) => string | undefined;

/** A rule by a count that somebody else keeps, such as followers. */
function atLeast(
	noun: string,
	countOf: (influence: Influence) => number | undefined,
	limitOf: (policy: AdvocatePolicy) => number,
): Rule {
	return ({ influence }, policy, ease) => {
		const count = countOf(influence);
		const limit = limitOf(policy);
		if (count === undefined || count < limit * ease) return undefined;
		return `${counted(count, noun)}, an advocate has at least ${formatNumber(limit)}`;
	};
}

const RULES: Readonly<Record<AdvocateRule, Rule>> = Object.freeze({
	pace(evidence, policy, ease) {
		const { history, paceDays: pace, silentDays, action } = evidence;
		if (history.orderDayCount < policy.minOrders || evidence.expected.seasonal) return undefined;
		const limit = advocatePaceDays(evidence);
		const isOnPace = pace * ease <= limit && silentDays * ease <= limit * LATE_AFTER_INTERVALS;
		if (!isOnPace) return undefined;
		return `One ${action} every ${counted(pace, 'day')}, an advocate's pace is ${formatNumber(limit)}`;
	},
	everyPeriod({ history, asOfDay, action }, { period, periods }) {
		if (!boughtEveryPeriod(history.orderDays, asOfDay, period, periods)) return undefined;
		return `At least one ${action} in each of ${counted(periods, period)} in a row`;
	},
	ordersAndSpend({ history, action }, policy, ease) {
		const { total, currency } = spendOf(history);
		const isEnough =
			history.orders >= policy.minOrders && (total ?? Number.NaN) >= policy.minSpend * ease;
		if (!isEnough || total === undefined) return undefined;
		const spent = [formatNumber(total), currency].filter(Boolean).join(' ');
		return `${counted(history.orders, action)} worth ${spent}`;
	},
	referrals: atLeast(
		'referral',
		({ referrals }) => referrals,
		({ minReferrals }) => minReferrals,
	),
	reviews: atLeast(
		'review',
		({ reviews }) => reviews,
		({ minReviews }) => minReviews,
	),
	influence: atLeast(
		'follower',
		({ followers }) => followers,
		({ minFollowers }) => minFollowers,
	),
});

/**
 * The first chosen rule that makes the customer an advocate, as a clause; undefined if none does.
 *
 * Who was an advocate before stays one while falling short by no more than the policy's margin, so
 * that nobody comes and goes with every run.
 */
export function advocateReason(
	evidence: AdvocateEvidence,
	policy: AdvocatePolicy,
): string | undefined {
	const ease = evidence.wasAdvocate ? (100 - policy.stayMargin) / 100 : 1;
	for (const rule of policy.rules) {
		const reason = RULES[rule](evidence, policy, ease);
		if (reason !== undefined) return reason;
	}
	return undefined;
}
