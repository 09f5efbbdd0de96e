import { activityType } from '../lead/activityType';
import { inLogOrder, type LoggedActivity } from './activityLog';

/** Which activity it is, by its id. */
function idOf({ name, id }: LoggedActivity): string {
	return JSON.stringify([activityType(name), id]);
}

/** Which activities are equal to it, where none has an id; the type as it came, so that the same delivery is. */
function likenessOf({ at, name, asked }: LoggedActivity, isAskedAlike: boolean): string {
	const values = isAskedAlike ? Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
	return JSON.stringify([at, name, values]);
}

/** Of two tellings of one activity the one that stands last in a log. */
function laterOf<T extends LoggedActivity>(one: T, other: T): T {
	return inLogOrder([one, other])[1]!;
}

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const key = by(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
}

/**
 * Brings activities that are remembered and those that are delivered now together, in the order of
 * `inLogOrder`.
 *
 * With ids, an activity is the same by its type and id, however often it comes; where it comes with other
 * details, the newest telling counts. Without ids there are as many equal ones (type, instant, what is
 * asked) as the larger of what is remembered and what is delivered. One that came without an id and one
 * that comes with one in another delivery, equal and with a date, are the same: it may be known by its id
 * from then on. So the same delivery again changes nothing, and with ids neither does the order of
 * deliveries or how they are split.
 *
 * Of equal tellings the delivered one stays, with all that hangs on it.
 *
 * @param isAskedAlike whether what is remembered was written by rules that asked the same; where they
 *   asked otherwise, remembered ones are compared by type and instant alone, and the delivered telling
 *   counts, as it has what is asked now
 */
export function activityLogFold<T extends LoggedActivity>(
	remembered: readonly T[],
	delivered: readonly T[],
	isAskedAlike = true,
): T[] {
	const withId = new Map<string, T>();
	const add = (activity: T, wins: boolean) => {
		const key = idOf(activity);
		const known = withId.get(key);
		withId.set(key, known && !wins ? laterOf(known, activity) : activity);
	};
	for (const one of remembered) if (one.id !== null) add(one, false);
	const idsBefore = new Map(withId);
	const deliveredNow = new Map<string, T>();
	for (const one of delivered) {
		if (one.id === null) continue;
		const key = idOf(one);
		const known = deliveredNow.get(key);
		deliveredNow.set(key, known ? laterOf(known, one) : one);
	}
	for (const one of deliveredNow.values()) add(one, !isAskedAlike);

	const likeness = (one: T) => likenessOf(one, isAskedAlike);
	const before = grouped(
		remembered.filter(({ id }) => id === null),
		likeness,
	);
	const now = grouped(
		delivered.filter(({ id }) => id === null),
		likeness,
	);
	const dated = (known: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>) =>
		grouped(
			[...known].flatMap(([id, one]) => (one.at === null || others.has(id) ? [] : [one])),
			likeness,
		);
	const newIds = dated(deliveredNow, idsBefore);
	const otherIds = dated(idsBefore, deliveredNow);
	const withoutId = [...new Set([...now.keys(), ...before.keys()])].flatMap((key) => {
		const delivers = now.get(key) ?? [];
		const knows = before.get(key) ?? [];
		const sizeOf = (groups: ReadonlyMap<string, T[]>) => groups.get(key)?.length ?? 0;
		const count = Math.max(0, knows.length - sizeOf(newIds), delivers.length - sizeOf(otherIds));
		return [...delivers, ...inLogOrder(knows).slice(delivers.length)].slice(0, count);
	});
	return inLogOrder([...withId.values(), ...withoutId]);
}
