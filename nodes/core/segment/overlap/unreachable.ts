import { alternatives } from './alternatives';
import type { Constraint } from './Constraint';
import { areCovered } from './implies';

/** A segment in the order in which items are offered to them. */
export interface OrderedSegment {
	isEnabled: boolean;
	/** What its items meet. */
	constraint: Constraint;
}

/** Why a segment gets no item, whatever the items are. */
export interface Unreachable {
	place: number;
	/** The places of the segments before it that take all that meets it; none where nothing ever meets it. */
	takenBy: readonly number[];
}

/**
 * The enabled segments that can get no item.
 *
 * @param isFirstOnly whether an item goes to the first segment only that it meets, so that an earlier
 * segment can take all items of a later one
 */
export function unreachable(
	segments: readonly OrderedSegment[],
	isFirstOnly: boolean,
): Unreachable[] {
	const waysOf = segments.map(({ isEnabled, constraint }) =>
		isEnabled ? alternatives(constraint) : undefined,
	);
	const waysOfAll = (places: readonly number[]) => places.flatMap((place) => waysOf[place]!);
	const earlier: number[] = [];
	const found: Unreachable[] = [];
	waysOf.forEach((ways, place) => {
		if (!ways) return;
		if (ways.length === 0) {
			found.push({ place, takenBy: [] });
			return;
		}
		const isTakenBy = (places: readonly number[]) => areCovered(ways, waysOfAll(places));
		if (isFirstOnly && isTakenBy(earlier)) {
			const one = earlier.find((other) => isTakenBy([other]));
			const takenBy = one === undefined ? withoutNeedless(earlier, isTakenBy) : [one];
			found.push({ place, takenBy });
		}
		earlier.push(place);
	});
	return found;
}

/** Those of some places that are enough together, without the ones that are not needed for it. */
function withoutNeedless(
	places: readonly number[],
	areEnough: (places: readonly number[]) => boolean,
): readonly number[] {
	return places.reduce((kept, place) => {
		const others = kept.filter((one) => one !== place);
		return areEnough(others) ? others : kept;
	}, places);
}
