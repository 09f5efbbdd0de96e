import { currentPaceDays, type ExpectedInterval } from '../history/expectedInterval';
import { spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import type { StoreRhythm } from '../history/StoreRhythm';
import { MS_PER_DAY } from '../reading/TimeZone';
import { counted, formatNumber } from '../wording/formatNumber';

/** What makes an advocate; any one of the chosen rules is enough. */
export const ADVOCATE_RULES = ['pace', 'everyMonth', 'ordersAndSpend', 'influence'] as const;

export type AdvocateRule = (typeof ADVOCATE_RULES)[number];

export interface AdvocatePolicy {
	rules: readonly AdvocateRule[];
	/** Least number of orders for `pace` and `ordersAndSpend`. */
	minOrders: number;
	/** Least total spend for `ordersAndSpend`, in the shop's currency. */
	minSpend: number;
	/** Months in a row for `everyMonth`. */
	months: number;
	/** Least number of followers for `influence`. */
	minFollowers: number;
}

export interface AdvocateEvidence {
	history: PurchaseHistory;
	expected: ExpectedInterval;
	rhythm: StoreRhythm;
	asOfDay: number;
	daysSinceLastOrder: number;
	followers: number | undefined;
}

/** A customer who is this many intervals late is no longer on pace. */
const LATE_AFTER_INTERVALS = 1.5;

function monthOf(day: number): number {
	const date = new Date(day * MS_PER_DAY);
	return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/**
 * Whether an order day lies in each of so many calendar months in a row, the last of them being the
 * month of the reference day or, as that one is not over yet, the month before.
 */
export function boughtEveryMonth(
	orderDays: readonly number[],
	asOfDay: number,
	months: number,
): boolean {
	const bought = new Set(orderDays.map(monthOf));
	const current = monthOf(asOfDay);
	const last = bought.has(current) ? current : current - 1;
	return Array.from({ length: months }, (_, i) => last - i).every((month) => bought.has(month));
}

/** The pace of an advocate: what the product lets one expect, or what the quick quarter keeps. */
function advocatePaceDays({ expected, rhythm }: AdvocateEvidence): number {
	return expected.basis === 'ownGaps' ? (rhythm.quickGapDays ?? Number.NaN) : expected.days;
}

const RULES: Readonly<
	Record<AdvocateRule, (evidence: AdvocateEvidence, policy: AdvocatePolicy) => string | undefined>
> = Object.freeze({
	pace(evidence, policy) {
		const { history, daysSinceLastOrder } = evidence;
		const limit = advocatePaceDays(evidence);
		const pace = currentPaceDays(history);
		if (history.orderDayCount < policy.minOrders || evidence.expected.seasonal) return undefined;
		if (!(pace <= limit) || daysSinceLastOrder > limit * LATE_AFTER_INTERVALS) return undefined;
		return `Orders every ${counted(pace, 'day')}, an advocate's pace is ${formatNumber(limit)}`;
	},
	everyMonth({ history, asOfDay }, policy) {
		if (!boughtEveryMonth(history.orderDays, asOfDay, policy.months)) return undefined;
		return `Ordered in each of ${policy.months} months in a row`;
	},
	ordersAndSpend({ history }, policy) {
		const { total, currency } = spendOf(history);
		if (history.orders < policy.minOrders || total === undefined || total < policy.minSpend) {
			return undefined;
		}
		const spent = [formatNumber(total), currency].filter(Boolean).join(' ');
		return `${counted(history.orders, 'order')} worth ${spent}`;
	},
	influence({ followers }, policy) {
		if (followers === undefined || followers < policy.minFollowers) return undefined;
		return `${formatNumber(followers)} followers, an advocate has at least ${formatNumber(policy.minFollowers)}`;
	},
});

/** The first chosen rule that makes the customer an advocate, as a clause; undefined if none does. */
export function advocateReason(
	evidence: AdvocateEvidence,
	policy: AdvocatePolicy,
): string | undefined {
	for (const rule of policy.rules) {
		const reason = RULES[rule](evidence, policy);
		if (reason !== undefined) return reason;
	}
	return undefined;
}
