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
 * The activities that are remembered of a lead: the newest 1,000, without those for which nothing is
 * left of 100,000 characters, so that no lead makes a memory large. One that is long leaves room for
 * those before it.
 *
 * @param activities in the order of a log, the newest last
 */
export function keptActivities<T extends LoggedActivity>(activities: readonly T[]): readonly T[] {
	let room = MOST_CHARACTERS;
	const kept: T[] = [];
	for (const activity of activities.slice(-MOST_ACTIVITIES).reverse()) {
		const length = lengthOf(activity);
		if (length > room) continue;
		room -= length;
		kept.push(activity);
	}
	return kept.reverse();
}
