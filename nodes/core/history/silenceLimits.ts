import { SegmentationError } from '../SegmentationError';
import type { ExpectedInterval } from './expectedInterval';
import { EVERY_DAY, type OpenDays } from './OpenDays';

/** One limit of silence: so many days, or so many times the expected interval. */
export type SilenceLimit = { days: number } | { times: number };

export interface SilencePolicy {
	/** Left out where nothing stands between active and lapsed. */
	atRiskAfter?: SilenceLimit;
	lapsedAfter: SilenceLimit;
	lostAfter: SilenceLimit;
	/** Limits of their own for customers who ordered once, where they are judged on their own track. */
	oneTime?: { lapsedAfter: SilenceLimit; lostAfter: SilenceLimit };
}

/** Open days since the last order after which a customer is at risk, lapsed and lost. */
export interface SilenceLimits {
	atRisk: number;
	lapsed: number;
	lost: number;
}

/** A seasonal customer may shop this much after the usual days before the season counts as missed. */
const GRACE_AFTER_SEASON = 30;

function inDays(limit: SilenceLimit, intervalDays: number): number {
	return 'days' in limit ? limit.days : Math.round(limit.times * intervalDays);
}

/**
 * The limits of one customer, in whole days; a limit is passed on the day after.
 *
 * For a seasonal customer the season decides: at risk when it ends without an order, lapsed a month
 * later, lost a month after the one that follows was missed too.
 */
export function silenceLimits(
	expected: ExpectedInterval,
	policy: SilencePolicy,
	isOneTime = false,
	openDays: OpenDays = EVERY_DAY,
): SilenceLimits {
	if (expected.seasonal) {
		const { nextSeasonEnd, followingSeasonEnd } = expected.seasonal;
		const lapsed = expected.days + GRACE_AFTER_SEASON;
		return {
			atRisk: expected.days,
			lapsed,
			lost: lapsed + openDays.between(nextSeasonEnd, followingSeasonEnd),
		};
	}
	const { lapsedAfter, lostAfter } = (isOneTime && policy.oneTime) || policy;
	const lapsed = Math.max(1, inDays(lapsedAfter, expected.days));
	const lost = inDays(lostAfter, expected.days);
	return {
		atRisk: policy.atRiskAfter
			? Math.min(inDays(policy.atRiskAfter, expected.days), lapsed)
			: lapsed,
		// One limit in days and one in times can cross for a slow customer: lost is never before lapsed.
		lapsed,
		lost: Math.max(lost, lapsed + 1),
	};
}

/**
 * Checks that at risk comes before lapsed and lapsed before lost.
 *
 * Limits of one kind are compared; one in days and one in times can be told only per customer.
 *
 * @throws SegmentationError `conflictingLimits`
 */
export function checkSilencePolicy(policy: SilencePolicy): void {
	const steps = [
		['At Risk After', policy.atRiskAfter, 'Lapsed After', policy.lapsedAfter],
		['Lapsed After', policy.lapsedAfter, 'Lost After', policy.lostAfter],
		[
			'One-Time Buyers Lapsed After',
			policy.oneTime?.lapsedAfter,
			'One-Time Buyers Lost After',
			policy.oneTime?.lostAfter,
		],
	] as const;
	for (const [earlierName, earlier, laterName, later] of steps) {
		if (!earlier || !later) continue;
		const [low, high] =
			'days' in earlier && 'days' in later
				? [earlier.days, later.days]
				: 'times' in earlier && 'times' in later
					? [earlier.times, later.times]
					: [0, 1];
		if (low < high) continue;
		throw new SegmentationError(
			'conflictingLimits',
			`${earlierName} (${low}) is not below ${laterName} (${high})`,
			`Choose a lower ${earlierName} or a higher ${laterName}`,
		);
	}
}
