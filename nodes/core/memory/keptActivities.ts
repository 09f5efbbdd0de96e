import type { LoggedActivity } from './activityLog';
import { momentOf } from './moment';

/** So many activities of a lead are remembered, the newest. */
const MOST_ACTIVITIES = 1_000;

/** So many characters they may take together, about. */
const MOST_CHARACTERS = 100_000;

function lengthOf({ at, name, id, asked }: LoggedActivity): number {
	return JSON.stringify([momentOf(at), name, id, ...Object.values(asked)]).length;
}

/**
 * The activities that are remembered of a lead: the newest 1,000, or as many of them as take 100,000
 * characters, so that no lead makes a memory large.
 *
 * @param activities in the order of a log, the newest last
 */
export function keptActivities<T extends LoggedActivity>(activities: readonly T[]): readonly T[] {
	let first = activities.length;
	const least = Math.max(0, first - MOST_ACTIVITIES);
	let characters = 0;
	while (first > least) {
		characters += lengthOf(activities[first - 1]!);
		if (characters > MOST_CHARACTERS) break;
		first -= 1;
	}
	return activities.slice(first);
}
