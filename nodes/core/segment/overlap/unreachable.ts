import type { Constraint } from './Constraint';
import { canNeverMatch, implies } from './implies';

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
	const earlier: number[] = [];
	const found: Unreachable[] = [];
	const constraintAt = (place: number) => segments[place]!.constraint;
	segments.forEach(({ isEnabled, constraint }, place) => {
		if (!isEnabled) return;
		if (canNeverMatch(constraint)) {
			found.push({ place, takenBy: [] });
			return;
		}
		if (isFirstOnly) {
			const one = earlier.find((other) => implies(constraint, constraintAt(other)));
			if (one !== undefined) found.push({ place, takenBy: [one] });
			else if (implies(constraint, { any: earlier.map(constraintAt) })) {
				found.push({ place, takenBy: needed(constraint, earlier, constraintAt) });
			}
		}
		earlier.push(place);
	});
	return found;
}

/** Those of some segments that take all of a constraint together, without the ones not needed for it. */
function needed(
	constraint: Constraint,
	places: readonly number[],
	constraintAt: (place: number) => Constraint,
): number[] {
	return places.reduce((kept, place) => {
		const others = kept.filter((one) => one !== place);
		return implies(constraint, { any: others.map(constraintAt) }) ? others : kept;
	}, places as number[]);
}
