import { HistoryDraft } from '../../nodes/core/history/HistoryDraft';
import { EVERY_DAY } from '../../nodes/core/history/OpenDays';
import type { Order, PurchaseHistory } from '../../nodes/core/history/PurchaseHistory';
import type { StoreRhythm } from '../../nodes/core/history/StoreRhythm';
import {
	summarisedHistory,
	type PurchaseSummary,
} from '../../nodes/core/history/summarisedHistory';
import { MS_PER_DAY, TimeZone } from '../../nodes/core/reading/TimeZone';

export const UTC = new TimeZone('UTC');

export const ANNA = 'anna@shop.example';

/** A store of which nothing is known. */
export const NO_RHYTHM: StoreRhythm = {
	gapAfterOrderNumber: new Map(),
	typicalGapDays: undefined,
	quickGapDays: undefined,
};

/** The number of a calendar day: dayNumber('1970-01-02') is 1. */
export function dayNumber(date: string): number {
	return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

/** Noon of a day, so that no test passes only because an instant is a midnight. */
export function noonOf(day: number): number {
	return day * MS_PER_DAY + MS_PER_DAY / 2;
}

/** The history of one customer with one order at noon of each day, in UTC. */
export function orderHistory(
	days: readonly number[],
	each: Partial<Omit<Order, 'at'>> & { customerKey?: string } = {},
	openDays = EVERY_DAY,
): PurchaseHistory {
	const { customerKey = ANNA, amount, currency, categories } = each;
	const draft = new HistoryDraft(customerKey, UTC, openDays);
	for (const day of days) draft.add({ at: noonOf(day), amount, currency, categories });
	return draft.finish();
}

/** The history that a CRM sums up as so many orders between two days, in UTC. */
export function summary(
	orders: number,
	firstDay: number | undefined,
	lastDay: number,
	more: Partial<PurchaseSummary> = {},
	openDays = EVERY_DAY,
): PurchaseHistory {
	return summarisedHistory(
		ANNA,
		{
			orders,
			firstOrderAt: firstDay === undefined ? undefined : noonOf(firstDay),
			lastOrderAt: noonOf(lastDay),
			totalSpent: undefined,
			currency: undefined,
			...more,
		},
		UTC,
		openDays,
	);
}

/** Days at a steady pace, the last of them given. */
export function everyDays(gap: number, count: number, lastDay: number): number[] {
	return Array.from({ length: count }, (_, i) => lastDay - (count - 1 - i) * gap);
}
