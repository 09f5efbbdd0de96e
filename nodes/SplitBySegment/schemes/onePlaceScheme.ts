import type { Scheme, SegmentGroup } from './Scheme';

/** What a scheme has found out of all items before the first one is asked for. */
export interface OnePlace {
	groups: readonly SegmentGroup[];
	/** The place of each item's group; undefined for none. */
	places: ReadonlyArray<number | undefined>;
	/** The fields that decide who belongs to which group. */
	askedFields: readonly string[];
	/** As `Scheme.evidence`. */
	evidence(place: number, itemIndex: number): string;
	/** Why an item has no group, as a sentence. */
	whyNone(itemIndex: number): string;
	details?(itemIndex: number): Readonly<Record<string, unknown>>;
	hints(): ReturnType<Scheme['hints']>;
}

/** A scheme in which each item belongs to one group at most, whatever is asked for. */
export function onePlaceScheme(found: OnePlace): Scheme {
	const { groups, places, details } = found;
	const none: readonly number[] = [];
	const one = groups.map(({ isEnabled }, place) => (isEnabled ? [place] : none));
	return {
		groups,
		placesOf(_item, itemIndex) {
			const place = places[itemIndex];
			return place === undefined ? none : (one[place] ?? none);
		},
		evidence: (place, _item, itemIndex) => found.evidence(place, itemIndex),
		whyNone(_item, itemIndex) {
			const place = places[itemIndex];
			if (place === undefined) return found.whyNone(itemIndex);
			return `Belongs to ${groups[place]?.name ?? ''}, which is switched off.`;
		},
		...(details && { details: (_item, itemIndex) => details(itemIndex) }),
		askedFields: () => found.askedFields,
		hints: () => found.hints(),
	};
}
