import type { LeadModel } from './LeadModel';

/**
 * Points to take off engagement while nothing happens, from 0 up.
 *
 * The first time once `afterDays` are reached, again every `everyDays` after that, once only without
 * them. Never so many that engagement falls below the floor; none where it is below already.
 *
 * @param idleDays whole days since the last activity; null where none is known: nothing is taken off
 * @param engagementPoints before anything is taken off
 * @example
 * inactivityDeduction({ afterDays: 30, points: 10, everyDays: 30, floor: 0 }, 95, 50) //=> 30
 */
export function inactivityDeduction(
	inactivity: LeadModel['inactivity'],
	idleDays: number | null,
	engagementPoints: number,
): number {
	if (!inactivity || idleDays === null || idleDays < inactivity.afterDays) return 0;
	const { afterDays, points, everyDays, floor } = inactivity;
	const times = everyDays === undefined ? 1 : 1 + Math.floor((idleDays - afterDays) / everyDays);
	return Math.min(times * points, Math.max(0, engagementPoints - floor));
}
