/** The numbers between two limits, without some of them. Instants are numbers too: milliseconds since the epoch. */
export interface NumberSet {
	from: number;
	to: number;
	/** Whether the limits themselves belong to it. */
	isFromIn: boolean;
	isToIn: boolean;
	without: readonly number[];
}

/** All numbers, or those of them within the limits given. */
export function numbers(limits: Partial<NumberSet> = {}): NumberSet {
	return {
		from: Number.NEGATIVE_INFINITY,
		to: Number.POSITIVE_INFINITY,
		isFromIn: true,
		isToIn: true,
		without: [],
		...limits,
	};
}

export function hasNumber(set: NumberSet, value: number): boolean {
	const isAbove = set.isFromIn ? value >= set.from : value > set.from;
	const isBelow = set.isToIn ? value <= set.to : value < set.to;
	return isAbove && isBelow && !set.without.includes(value);
}

export function commonNumbers(a: NumberSet, b: NumberSet): NumberSet {
	const low = a.from > b.from || (a.from === b.from && !a.isFromIn) ? a : b;
	const high = a.to < b.to || (a.to === b.to && !a.isToIn) ? a : b;
	return {
		from: low.from,
		isFromIn: low.isFromIn,
		to: high.to,
		isToIn: high.isToIn,
		without: [...new Set([...a.without, ...b.without])],
	};
}

/** Whether there is certainly no number in it. */
export function hasNoNumber(set: NumberSet): boolean {
	return set.from > set.to || (set.from === set.to && !hasNumber(set, set.from));
}

/** Whether all numbers of one set are certainly in another. */
export function isNumberSubset(inner: NumberSet, outer: NumberSet): boolean {
	if (hasNoNumber(inner)) return true;
	const isLowIn =
		inner.from > outer.from ||
		(inner.from === outer.from && (outer.isFromIn || !hasNumber(inner, inner.from)));
	const isHighIn =
		inner.to < outer.to || (inner.to === outer.to && (outer.isToIn || !hasNumber(inner, inner.to)));
	return isLowIn && isHighIn && outer.without.every((value) => !hasNumber(inner, value));
}
