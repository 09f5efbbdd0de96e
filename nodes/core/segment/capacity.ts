/** Who comes first where not all can be contacted. Names are permanent. */
export const CAPACITY_ORDERS = ['highest', 'lowest'] as const;

export type CapacityOrder = (typeof CAPACITY_ORDERS)[number];

/** Somebody who might be contacted in this run. */
export interface Candidate {
	/** What decides who comes first; undefined where it is not known, which comes last. */
	value: number | undefined;
	/** Whether the person is held out: they take no place, since nobody contacts them. */
	isControl: boolean;
}

/** Somebody for whom there is no capacity. */
export interface OverCapacity {
	/** The place among the candidates as they were given. */
	index: number;
	/** The place in the order, from 1. */
	rank: number;
}

/**
 * The candidates that so much capacity does not reach; equal ones come in the order in which they
 * are given.
 *
 * The control group is drawn from those whom the capacity reaches: a control that stands behind the
 * last one to be contacted is over capacity too, since nobody like them is contacted with whom they
 * could be compared.
 *
 * @param most how many can be contacted; of a fraction the whole part
 */
export function overCapacity(
	candidates: readonly Candidate[],
	most: number,
	order: CapacityOrder,
): OverCapacity[] {
	const sign = order === 'highest' ? -1 : 1;
	const ranked = candidates.map((_candidate, index) => index);
	ranked.sort((a, b) => {
		const one = candidates[a]?.value;
		const other = candidates[b]?.value;
		if (one === other) return a - b;
		if (one === undefined) return 1;
		if (other === undefined) return -1;
		return sign * (one - other);
	});
	let left = most;
	let reached = 0;
	while (reached < ranked.length && left >= 1) {
		if (!candidates[ranked[reached]!]?.isControl) left -= 1;
		reached += 1;
	}
	return ranked.slice(reached).map((index, i) => ({ index, rank: reached + i + 1 }));
}
