import type { TimeZone } from '../reading/TimeZone';
import { compileDecay, expiredBefore } from './decayShare';
import type { Decay, LeadRule } from './LeadModel';

/** How a rule turns what happened into points, ready to be asked about any lead. */
export interface Counting {
	/** Points for each time; below zero to take points away, which never fade. */
	points: number;
	/** Only the first time counts. */
	firstTimeOnly: boolean;
	/** So many times at most, the newest; infinity for any number. */
	timesAtMost: number;
	/** So many times at most of one calendar day, the newest; infinity for any number. */
	timesADay: number;
	/** Share, from 0 to 1, that is left of points earned at an instant. */
	shareAt: (at: number) => number;
	/** All points are gone where the last time counted lies before this instant. */
	expiredBefore: number;
	zone: TimeZone;
}

/** What a rule brings a lead, before any cap of points. */
export interface Count {
	/** How often it counts. */
	times: number;
	/** Points without decay. */
	earned: number;
	/** Points that are left of them. */
	decayed: number;
	/** The last time of those that count; null where that is not known or nothing counts. */
	lastAt: number | null;
}

/** Shares are summed in whole billionths: such sums are exact, so they are the same in any order. */
const SHARE_PARTS = 1e9;

/**
 * How a rule counts, compiled once per run.
 *
 * @param decay of the rule, its group or the model, as `prepareModel` resolves it
 * @param asOf the reference instant
 */
export function compileCounting(
	rule: LeadRule,
	decay: Decay,
	asOf: number,
	zone: TimeZone,
): Counting {
	return {
		points: rule.points,
		firstTimeOnly: rule.counts === 'activities' && rule.firstTimeOnly,
		timesAtMost:
			(rule.counts === 'lead' ? undefined : rule.timesAtMost) ?? Number.POSITIVE_INFINITY,
		timesADay:
			(rule.counts === 'activities' ? rule.timesADay : undefined) ?? Number.POSITIVE_INFINITY,
		shareAt: compileDecay(decay, asOf, zone),
		expiredBefore: expiredBefore(decay, asOf, zone),
		zone,
	};
}

function countOf(times: number, parts: number, lastAt: number | null, points: number): Count {
	return {
		times,
		// Adding zero turns minus zero into zero.
		earned: times * points + 0,
		decayed: points * (parts / SHARE_PARTS) + 0,
		lastAt: times === 0 ? null : lastAt,
	};
}

/**
 * What a rule brings that is met so many times with one date for all of them: a counter of a field, or
 * what is said of the lead itself (once). Without a date nothing fades.
 *
 * @param count a whole number from 0 up
 */
export function countTimes(count: number, lastAt: number | null, counting: Counting): Count {
	const times = Math.min(count, counting.firstTimeOnly ? 1 : counting.timesAtMost);
	let share = 1;
	if (lastAt !== null && counting.points > 0) {
		share = lastAt < counting.expiredBefore ? 0 : counting.shareAt(lastAt);
	}
	return countOf(times, times * Math.round(share * SHARE_PARTS), lastAt, counting.points);
}

function newestFirst(instants: readonly number[]): number[] {
	return [...instants].sort((one, other) => other - one);
}

function newestOfEachDay(instants: readonly number[], { timesADay, zone }: Counting): number[] {
	let day = Number.NaN;
	let timesOfDay = 0;
	return newestFirst(instants).filter((at) => {
		const dayOfThis = zone.dayOf(at);
		timesOfDay = dayOfThis === day ? timesOfDay + 1 : 1;
		day = dayOfThis;
		return timesOfDay <= timesADay;
	});
}

function firstOf(instants: readonly number[]): number {
	let first = Number.POSITIVE_INFINITY;
	for (const at of instants) if (at < first) first = at;
	return first;
}

/** The instants that count, in any order. */
function counting(instants: readonly number[], by: Counting): readonly number[] {
	const some = instants.length > by.timesADay ? newestOfEachDay(instants, by) : instants;
	if (by.firstTimeOnly) return some.length > 1 ? [firstOf(some)] : some;
	return some.length > by.timesAtMost ? newestFirst(some).slice(0, by.timesAtMost) : some;
}

/**
 * What activities bring by one rule that they all meet.
 *
 * Of one calendar day the newest `timesADay` count; of what is left the first one with its own age, or
 * the newest `timesAtMost`. Each counts the share of the points that is left at its own age; where
 * points expire, all are gone once the newest that counts is too old. Points taken away never fade:
 * decay raises nobody.
 *
 * @param instants none after the reference instant, in any order; null for every one where dates are
 * not known at all: nothing fades then, and days are not told apart
 */
export function countActivities(
	instants: readonly number[] | readonly null[],
	by: Counting,
): Count {
	if (instants.length === 0 || instants[0] === null) return countTimes(instants.length, null, by);
	const counted = counting(instants as readonly number[], by);
	let parts = 0;
	let lastAt = Number.NEGATIVE_INFINITY;
	for (const at of counted) {
		if (at > lastAt) lastAt = at;
		parts += by.points > 0 ? Math.round(by.shareAt(at) * SHARE_PARTS) : SHARE_PARTS;
	}
	if (by.points > 0 && lastAt < by.expiredBefore) parts = 0;
	return countOf(counted.length, parts, lastAt, by.points);
}
