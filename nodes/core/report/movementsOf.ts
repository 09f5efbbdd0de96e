import type { Move, Movement } from './SegmentReport';

/** A field with more different values holds no segments. */
const MOST_PREVIOUS = 200;

/** Who moved, group by group and from group to group. */
export interface Movements {
	/** In the order of the groups. */
	byGroup: Movement[];
	/** The most people first. */
	moves: Move[];
	/** Groups of last time that are no longer there, the most people first. */
	former: Array<{ name: string; people: number }>;
}

type Counts = Map<string, number>;

function add(counts: Counts, key: string): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function byName(a: string, b: string): number {
	return Number(a > b) - Number(a < b);
}

function mostFirst(counts: Counts): Array<[string, number]> {
	return [...counts].sort(([a, first], [b, second]) => second - first || byName(a, b));
}

/**
 * Who came to each group, who went and who stayed since last time.
 *
 * People whose group of last time is not known are left out. Somebody in several groups counts in each:
 * who stays in one and is now in another as well came to that one and went from none.
 *
 * @param names of the groups, by place
 * @param previous the group of last time by person, `undefined` where it is not known
 * @param placesOf the groups of a person now
 * @returns undefined where it is known of nobody, or where what was there before are no groups
 */
export function movementsOf(
	names: readonly string[],
	previous: ReadonlyArray<string | undefined>,
	placesOf: (person: number) => readonly number[],
): Movements | undefined {
	const earlier = new Set(previous);
	earlier.delete(undefined);
	if (earlier.size === 0 || earlier.size > MOST_PREVIOUS) return undefined;
	const groups = names.map(() => ({
		stayed: 0,
		came: 0,
		went: 0,
		cameFrom: new Map<string, number>(),
		wentTo: new Map<string, number>(),
	}));
	const placeOf = new Map(names.map((name, place) => [name, place]));
	const matrix = new Map<string, Counts>();
	const former = new Map<string, number>();
	previous.forEach((from, person) => {
		if (from === undefined) return;
		const places = placesOf(person);
		const before = placeOf.get(from);
		const hasStayed = before !== undefined && places.includes(before);
		let row = matrix.get(from);
		if (!row) matrix.set(from, (row = new Map<string, number>()));
		for (const place of places) {
			add(row, names[place]!);
			if (place === before) continue;
			groups[place]!.came += 1;
			add(groups[place]!.cameFrom, from);
			if (before !== undefined && !hasStayed) add(groups[before]!.wentTo, names[place]!);
		}
		if (before === undefined) add(former, from);
		else groups[before]![hasStayed ? 'stayed' : 'went'] += 1;
	});
	return {
		byGroup: groups.map(({ stayed, came, went, cameFrom, wentTo }) => ({
			came,
			went,
			stayed,
			change: came - went,
			cameFrom: Object.fromEntries(mostFirst(cameFrom)),
			wentTo: Object.fromEntries(mostFirst(wentTo)),
		})),
		moves: [...matrix]
			.flatMap(([from, row]) => [...row].map(([to, people]) => ({ from, to, people })))
			.sort((a, b) => b.people - a.people || byName(a.from, b.from) || byName(a.to, b.to)),
		former: mostFirst(former).map(([name, people]) => ({ name, people })),
	};
}
