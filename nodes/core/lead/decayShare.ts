import { isoDate, MS_PER_DAY, type TimeZone } from '../reading/TimeZone';
import type { Decay } from './LeadModel';

/** Months before this year are no longer told apart: nothing that a lead did is as old. */
const EARLIEST_YEAR = 1000;

/** The day number of a date; month from 0, in any year; day 0 is the last one of the month before. */
function dayNumberOf(year: number, month: number, day: number): number {
	return Date.UTC(year, month, day) / MS_PER_DAY;
}

/**
 * For every so many months, the newest day on which as many full calendar months are over on a day:
 * first the day that many months back, then twice as many, and so on.
 *
 * A month is over on the same day of the next one, or on its last day where it is shorter: what
 * happened on 31 January is a month old on 28 February.
 *
 * @example
 * monthsBack(dayOf('2026-02-28'), 1, 2) //=> [dayOf('2026-01-31'), dayOf('2025-12-31')]
 */
function monthsBack(asOfDay: number, months: number, atMost: number): number[] {
	const [year = 0, month = 0, day = 0] = isoDate(asOfDay).split('-').map(Number);
	const isLastOfMonth = dayNumberOf(year, month, 0) === asOfDay;
	const days: number[] = [];
	for (let step = 1; step <= atMost; step++) {
		const back = month - 1 - step * months;
		if (year + Math.floor(back / 12) < EARLIEST_YEAR) break;
		const last = dayNumberOf(year, back + 1, 0);
		days.push(isLastOfMonth ? last : Math.min(dayNumberOf(year, back, day), last));
	}
	return days;
}

/** The share that is left after each step: of what was earned, not of what was left before. */
function compileStep(
	{ percent, months }: Extract<Decay, { kind: 'step' }>,
	asOf: number,
	zone: TimeZone,
): (at: number) => number {
	const steps = Math.ceil(100 / percent);
	const endings = monthsBack(zone.dayOf(asOf), months, steps).map((day) =>
		zone.startOfDay(day + 1),
	);
	const shares = [1, ...endings.map((_, i) => Math.max(0, 100 - percent * (i + 1)) / 100)];
	return (at) => {
		let step = 0;
		while (step < endings.length && at < endings[step]!) step++;
		return shares[step]!;
	};
}

/**
 * The share, from 0 to 1, that is left of points at a reference instant, by the instant at which they
 * were earned.
 *
 * Ages are whole calendar days of the zone, so that all of one day fades alike. Per kind: `none` all;
 * `halfLife` half of it with every so many days; `step` so many percent less with every so many full
 * calendar months; `window` all up to so many days, the last of them included, then nothing; `expiry`
 * all, as it looks at the last time only (see `expiredBefore`). Asked only of what is not after the
 * reference instant.
 *
 * Steps are linear, as HubSpot's: 25 % a month are gone after four months. Said of HubSpot's tool by
 * https://leadvibe-ms-site.pages.dev/glossary/score-decay/ ("every event in the group decays linearly
 * at that rate"); HubSpot's own page is https://knowledge.hubspot.com/scoring/build-lead-scores.
 */
export function compileDecay(decay: Decay, asOf: number, zone: TimeZone): (at: number) => number {
	const asOfDay = zone.dayOf(asOf);
	switch (decay.kind) {
		case 'none':
		case 'expiry':
			return () => 1;
		case 'halfLife':
			return (at) => 2 ** ((zone.dayOf(at) - asOfDay) / decay.days);
		case 'step':
			return compileStep(decay, asOf, zone);
		case 'window': {
			const from = zone.startOfDay(asOfDay - Math.floor(decay.days));
			return (at) => (at >= from ? 1 : 0);
		}
	}
}

/**
 * The instant before which the last time has to lie for all points of a rule to be gone; minus
 * infinity where its decay is not `expiry`. On the last of the days nothing is gone yet.
 */
export function expiredBefore(decay: Decay, asOf: number, zone: TimeZone): number {
	if (decay.kind !== 'expiry') return Number.NEGATIVE_INFINITY;
	return zone.startOfDay(zone.dayOf(asOf) - Math.floor(decay.days));
}
