import { readDate } from '../../reading/readDate';
import type { TimeZone } from '../../reading/TimeZone';
import type { EarlierResults } from '../EarlierResults';
import type { Wait } from './Wait';

/**
 * The wait for the season of a customer who buys by season, as Classify Lifecycle found it; undefined
 * for all others, and once the season has begun.
 */
export function outOfSeason(record: unknown, zone: TimeZone, asOf: number): Wait | undefined {
	const lifecycle = (record as EarlierResults)?.lifecycle;
	if (lifecycle?.suggestedGoal !== 'waitForSeason') return undefined;
	const start = readDate(lifecycle.season?.startsOn, zone);
	if (!start.ok) {
		return { by: 'outOfSeason', reason: 'Buys by season, and not in this one.', until: undefined };
	}
	if (start.value <= asOf) return undefined;
	const day = zone.toIso(start.value).slice(0, 10);
	return { by: 'outOfSeason', reason: `Buys by season, next from ${day} on.`, until: start.value };
}
