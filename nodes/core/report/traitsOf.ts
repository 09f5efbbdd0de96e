import { discoveryLimit } from './discoveryLimit';
import { moreOftenBy, tellingBy, type TraitCounts } from './moreOftenBy';
import { FEWEST_PEOPLE, type TraitColumn } from './TraitColumn';

/** What sets a group apart: something its people have more often than people have it overall. */
export interface Trait {
	/** In words, as part of a sentence. */
	words: string;
	field: string;
	/** People of the group with it. */
	people: number;
	/** Part of the group, from 0 to 1. */
	share: number;
	/** Part of all people, from 0 to 1. */
	baseShare: number;
	/** Share over base share. */
	lift: number;
}

/** A group as its traits are looked for. */
export interface TraitGroup {
	/** Its people by their numbers, each once. */
	people: ArrayLike<number>;
	/** Fields that decide who belongs to it: what its people have of them is no news. */
	askedFields?: ReadonlySet<string>;
}

/** What a smaller part of a group has is not typical of it. */
const LEAST_SHARE = 0.1;
/** What is less than so many times as frequent as overall is not worth telling. */
const LEAST_LIFT = 1.2;
/** Of what is told no more than this part is expected to be chance. */
const CHANCE = 0.05;
const MOST_TRAITS = 5;
/** Of one field, such as the cities. */
const MOST_OF_FIELD = 2;
/** Of what the figures tell too, so that who these people are is heard of. */
const MOST_FIGURES = 2;
/** Two traits whose people overlap so far, of those who have any of them, say the same. */
const SAME = 0.8;
/** A trait whose people are so nearly the group itself is what makes the group. */
const DEFINING = 0.95;
/** So many of the most telling are looked at for those that say something new. */
const LOOKED_AT = 40;

interface Candidate {
	column: TraitColumn;
	code: number;
	counts: TraitCounts;
	pValue: number;
}

function bitsIn(word: number): number {
	let bits = word - ((word >>> 1) & 0x55555555);
	bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
	return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** People in both over people in any (Jaccard). */
function overlap(one: Uint32Array, other: Uint32Array): number {
	let [both, any] = [0, 0];
	for (let i = 0; i < one.length; i++) {
		both += bitsIn(one[i]! & other[i]!);
		any += bitsIn(one[i]! | other[i]!);
	}
	return any === 0 ? 0 : both / any;
}

function candidatesIn(
	columns: readonly TraitColumn[],
	groups: readonly TraitGroup[],
	allSize: number,
): { candidates: Candidate[][]; tests: number } {
	const candidates = groups.map((): Candidate[] => []);
	let tests = 0;
	for (const column of columns) {
		const all = column.counts();
		groups.forEach(({ people }, group) => {
			const groupSize = people.length;
			if (groupSize === 0 || groupSize === allSize) return;
			const own = column.counts(people);
			for (let code = 1; code < all.length; code++) {
				if (all[code]! < FEWEST_PEOPLE) continue;
				tests += 1;
				const counts = { inGroup: own[code]!, groupSize, inAll: all[code]!, allSize };
				const share = counts.inGroup / groupSize;
				const isTypical = counts.inGroup >= FEWEST_PEOPLE && share >= LEAST_SHARE;
				if (!isTypical || share < (LEAST_LIFT * counts.inAll) / allSize) continue;
				candidates[group]!.push({ column, code, counts, pValue: moreOftenBy(counts) });
			}
		});
	}
	return { candidates, tests };
}

function mostTelling(candidates: readonly Candidate[]): Candidate[] {
	const wordsOf = ({ column, code }: Candidate) => column.words[code - 1]!;
	return candidates
		.map((candidate) => ({ candidate, telling: tellingBy(candidate.counts) }))
		.sort((a, b) => b.telling - a.telling || (wordsOf(a.candidate) < wordsOf(b.candidate) ? -1 : 1))
		.slice(0, LOOKED_AT)
		.map(({ candidate }) => candidate);
}

function traitOf({ column, code, counts }: Candidate): Trait {
	const share = counts.inGroup / counts.groupSize;
	const baseShare = counts.inAll / counts.allSize;
	return {
		words: column.words[code - 1]!,
		field: column.field.name,
		people: counts.inGroup,
		share,
		baseShare,
		lift: share / baseShare,
	};
}

/**
 * What sets each group apart from all people together, the most telling first, five at most.
 *
 * Told is what at least five and a tenth of the group have, at least 1.2 times as often as overall, and
 * more often than the others by more than chance: of all that was looked at in all groups no more than
 * one in twenty findings is expected to be chance (`moreOftenBy`, `discoveryLimit`). How telling it is
 * follows `tellingBy`, which weighs how much more frequent it is with how many have it. Of traits that
 * the same people have the most telling is told, and of what makes the group itself nothing: neither the fields that decide who belongs to it, nor what
 * nearly the same people have as are in it.
 */
export function traitsOf(
	columns: readonly TraitColumn[],
	groups: readonly TraitGroup[],
	allSize: number,
): Trait[][] {
	const { candidates, tests } = candidatesIn(columns, groups, allSize);
	const limit = discoveryLimit(
		candidates.flat().map(({ pValue }) => pValue),
		tests,
		CHANCE,
	);
	const known = new Map<TraitColumn, Map<number, Uint32Array>>();
	const bitsOf = ({ column, code }: Candidate) => {
		let ofColumn = known.get(column);
		if (!ofColumn) known.set(column, (ofColumn = new Map<number, Uint32Array>()));
		let bits = ofColumn.get(code);
		if (!bits) ofColumn.set(code, (bits = column.bits(code)));
		return bits;
	};
	return groups.map(({ askedFields }, group) => {
		const found = mostTelling(candidates[group]!.filter(({ pValue }) => pValue <= limit));
		const isOfGroup = ({ column, counts: { inGroup, groupSize, inAll } }: Candidate) =>
			askedFields?.has(column.field.name) === true ||
			inGroup >= DEFINING * (groupSize + inAll - inGroup);
		// What makes the group is not told, and neither is what says the same as it.
		const seen = found.filter(isOfGroup).map(bitsOf);
		const told: Candidate[] = [];
		for (const candidate of found) {
			if (told.length === MOST_TRAITS) break;
			if (isOfGroup(candidate)) continue;
			const { column } = candidate;
			const ofField = told.filter((one) => one.column === column).length;
			const figures = told.filter((one) => one.column.field.isFigure).length;
			if (ofField === MOST_OF_FIELD) continue;
			if (column.field.isFigure && figures === MOST_FIGURES) continue;
			const bits = bitsOf(candidate);
			if (seen.some((other) => overlap(bits, other) >= SAME)) continue;
			seen.push(bits);
			told.push(candidate);
		}
		return told.map(traitOf);
	});
}
