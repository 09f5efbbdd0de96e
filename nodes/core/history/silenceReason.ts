import { isoDate } from '../reading/TimeZone';
import { counted, formatNumber } from '../wording/formatNumber';
import type { ExpectedInterval } from './expectedInterval';
import type { PurchaseHistory } from './PurchaseHistory';
import { seasonOn } from './Season';

/** What a sentence about a customer's silence tells. */
export interface SilenceFacts {
	history: PurchaseHistory;
	expected: ExpectedInterval;
	/** Calendar days, as a person would say them. */
	daysSinceLastOrder: number;
	/** Days of these on which the shop was open, where it was closed on some. */
	openDaysSinceLastOrder: number;
	/** What is counted: "order", or another key action. */
	action: string;
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
	const {
		history,
		expected,
		action,
		daysSinceLastOrder: days,
		openDaysSinceLastOrder: open,
	} = facts;
	const ago = `${counted(days, 'day')} ago${open === days ? '' : `, ${formatNumber(open)} of them open`}`;
	const limit = `${facts.limitName} after ${formatNumber(facts.limitDays)}`;
	const unit = open === days ? 'day' : 'open day';
	const interval = counted(Math.round(expected.days * 10) / 10, unit);
	if (expected.seasonal) {
		const lastDay = history.orderDays[history.orderDays.length - 1]!;
		const { startDay, endDay } = seasonOn(expected.seasonal, lastDay + days);
		return `Last ${action} ${ago}; buys by season, next from ${isoDate(startDay)} to ${isoDate(endDay)}, ${limit}.`;
	}
	const goods = expected.category === undefined ? '' : ` (${expected.category})`;
	if (history.orderDayCount === 1) {
		return `Only ${action} ${ago}; the next is expected within ${interval}${goods}, ${limit}.`;
	}
	return `Last ${action} ${ago}; expects one every ${interval}${goods}, ${limit}.`;
}
