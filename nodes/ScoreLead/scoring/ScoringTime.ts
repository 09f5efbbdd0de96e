import type { INodeExecutionData } from 'n8n-workflow';

import type { DateOrder } from '../../core/reading/readDate';
import type { TimeZone } from '../../core/reading/TimeZone';
import { counted } from '../../core/wording/formatNumber';
import type { Lead } from './Lead';

/** As of when, and how dates are read. */
export interface ScoringTime {
	asOf: number;
	zone: TimeZone;
	dateOrder: DateOrder;
	/** When a lead last did something; null where nothing tells it. */
	lastActivityOf(lead: Lead, item: INodeExecutionData): number | null;
	/** The same, as far as the item of the lead tells it by itself. */
	toldLastActivityOf(lead: Lead, item: INodeExecutionData): number | null;
}

/** What is dated later than the reference day is as new as can be. */
export function asOfAtLatest(at: number, { asOf, zone }: ScoringTime): number {
	return zone.dayOf(at) > zone.dayOf(asOf) ? asOf : at;
}

/** When something happened, as people say it. */
export function daysAgo(at: number, { asOf, zone }: ScoringTime): string {
	const days = zone.dayOf(asOf) - zone.dayOf(at);
	if (days <= 0) return 'today';
	return days === 1 ? 'yesterday' : `${counted(days, 'day')} ago`;
}
