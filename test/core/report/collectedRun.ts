import { GroupTally, type PersonFigures } from '../../../nodes/core/report/GroupFigures';
import type { CollectedGroup, CollectedRun } from '../../../nodes/core/report/makeReport';
import { TraitColumn } from '../../../nodes/core/report/TraitColumn';

/** Somebody as a report collects them. */
export interface Person {
	groups: number[];
	figures?: Partial<PersonFigures>;
	previous?: string;
	country?: string;
}

const NOTHING: PersonFigures = {
	currency: 'EUR',
	revenue: undefined,
	orders: undefined,
	averageOrder: undefined,
	marginPercent: undefined,
	margin: undefined,
	cost: undefined,
	costPoints: undefined,
	score: undefined,
	forecast: undefined,
	pace: undefined,
};

/** A run of some people in groups, everyone else last. */
export function collectedRun(
	names: readonly string[],
	people: readonly Person[],
	more: Partial<CollectedRun> = {},
	ofGroup: Partial<CollectedGroup> = {},
): CollectedRun {
	const all = new GroupTally(90);
	const groups = names.map((name, place): CollectedGroup => {
		const tally = new GroupTally(90);
		const members = people.flatMap(({ groups: places }, i) => (places.includes(place) ? [i] : []));
		for (const member of members) tally.add({ ...NOTHING, ...people[member]!.figures });
		return {
			name,
			isEveryoneElse: place === names.length - 1,
			isEnabled: true,
			people: members,
			tally,
			suppressedBy: new Map(),
			control: 0,
			campaign: null,
			channel: null,
			owner: null,
			outcomes: { contacted: { hits: 0, of: 0 }, control: { hits: 0, of: 0 } },
			...ofGroup,
		};
	});
	for (const { figures } of people) all.add({ ...NOTHING, ...figures });
	const column = TraitColumn.of(
		{ name: 'country', attribute: 'country' },
		people.map(({ country }) => country),
	);
	return {
		groups,
		people: people.length,
		all,
		outcomes: { contacted: { hits: 0, of: 0 }, control: { hits: 0, of: 0 } },
		hasControl: false,
		hasOutcomes: false,
		placesOf: (person) => people[person]!.groups,
		previous: people.map(({ previous }) => previous),
		columns: column ? [column] : [],
		basis: undefined,
		spread: 1,
		earlier: undefined,
		asOf: '2026-11-28T00:00:00.000Z',
		...more,
	};
}
