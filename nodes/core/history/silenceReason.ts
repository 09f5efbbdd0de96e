import { isoDate } from '../reading/TimeZone';
import { counted, formatNumber } from '../wording/formatNumber';
import type { ExpectedInterval } from './expectedInterval';
import type { PurchaseHistory } from './PurchaseHistory';

/** What a sentence about a customer's silence tells. */
export interface SilenceFacts {
	history: PurchaseHistory;
	expected: ExpectedInterval;
	daysSinceLastOrder: number;
	/** The limit that decides, with its name: "lapsed after 42". */
	limitName: string;
	limitDays: number;
}

/**
 * One sentence with the figures that decided about a customer's silence.
 *
 * @example
 * 'Last order 63 days ago; expects one every 14 days, lapsed after 42.'
 */
export function silenceReason(facts: SilenceFacts): string {
	const { history, expected } = facts;
	const ago = `${counted(facts.daysSinceLastOrder, 'day')} ago`;
	const limit = `${facts.limitName} after ${formatNumber(facts.limitDays)}`;
	const interval = counted(Math.round(expected.days * 10) / 10, 'day');
	if (expected.seasonal) {
		const { nextSeasonStart, nextSeasonEnd } = expected.seasonal;
		return `Last order ${ago}; buys by season, next from ${isoDate(nextSeasonStart)} to ${isoDate(nextSeasonEnd)}, ${limit}.`;
	}
	if (history.orderDayCount === 1) {
		return `Only order ${ago}; the next is expected within ${interval}, ${limit}.`;
	}
	return `Last order ${ago}; expects one every ${interval}, ${limit}.`;
}
