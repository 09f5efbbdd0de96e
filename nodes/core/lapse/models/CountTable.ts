/** Keys told apart: the distinct ones in ascending order, and where each given key stands in them. */
interface Ranking {
	distinct: Float64Array;
	rankOf: Int32Array;
}

function rankingOf(keys: Float64Array): Ranking {
	const indexOf = new Map<number, number>();
	const seenAs = new Int32Array(keys.length);
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i]!;
		let index = indexOf.get(key);
		if (index === undefined) {
			index = indexOf.size;
			indexOf.set(key, index);
		}
		seenAs[i] = index;
	}
	const distinct = Float64Array.from(indexOf.keys()).sort();
	const rankOfSeen = new Int32Array(distinct.length);
	for (let rank = 0; rank < distinct.length; rank++) {
		rankOfSeen[indexOf.get(distinct[rank]!)!] = rank;
	}
	return { distinct, rankOf: seenAs.map((index) => rankOfSeen[index]!) };
}

/** Less is no time at all, and its reciprocal no number to count with. */
const SMALLEST = 1e-100;

/** A number from zero up; whatever is none counts as zero. */
function fromZero(value: number | undefined): number {
	return value !== undefined && value > SMALLEST && value < Number.POSITIVE_INFINITY ? value : 0;
}

/**
 * Repeat-purchase counts of all customers, equal ones counted once: all that the buy-till-you-die
 * models know of a shop.
 *
 * A row holds x, the repeat order days of a customer; tx, their age in days at the last order; T,
 * their age in days at the end of observation, age being counted from the first order; and how many
 * customers are alike in all three. Rows ascend by x, then tx, then T, so nothing that is computed
 * from them depends on the order in which customers came.
 *
 * x is a whole number, 0 <= tx <= T, and tx is 0 where x is 0 and only there. What breaks this is
 * mended: a figure below zero or not finite is 0, tx beyond T is T, a broken count is rounded down,
 * and repeat orders at an age of 0 are none, as orders of one day count once.
 */
export class CountTable {
	readonly x: Float64Array;

	readonly tx: Float64Array;

	readonly T: Float64Array;

	/** Customers in each row. */
	readonly weight: Float64Array;

	/** The row of each given figure. */
	readonly rowOf: Int32Array;

	/** Customers in all. */
	readonly customers: number;

	/** All distinct x in ascending order; the rows of one of them are neighbours. */
	readonly counts: Float64Array;

	/** The first row of each distinct x, and behind the last one the number of rows. */
	readonly firstRowOf: Int32Array;

	/** All distinct tx and T together, in ascending order. */
	readonly times: Float64Array;

	/** Where the tx of each row stands in `times`. */
	readonly txIndex: Int32Array;

	/** Where the T of each row stands in `times`. */
	readonly TIndex: Int32Array;

	/**
	 * @param weight how many customers each figure stands for; one where left out
	 */
	constructor(
		x: ArrayLike<number>,
		tx: ArrayLike<number>,
		T: ArrayLike<number>,
		weight?: ArrayLike<number>,
	) {
		const given = x.length;
		const givenCounts = new Float64Array(given);
		const givenTimes = new Float64Array(2 * given);
		for (let i = 0; i < given; i++) {
			const count = Math.floor(fromZero(x[i]));
			const age = fromZero(T[i]);
			const last = count > 0 ? Math.min(fromZero(tx[i]), age) : 0;
			givenCounts[i] = last > 0 ? count : 0;
			givenTimes[i] = last;
			givenTimes[given + i] = age;
		}
		const counts = rankingOf(givenCounts);
		const times = rankingOf(givenTimes);
		// Two steps, so that no key leaves the whole numbers that a double can hold.
		const spans = rankingOf(
			Float64Array.from(
				{ length: given },
				(_, i) => times.rankOf[i]! * times.distinct.length + times.rankOf[given + i]!,
			),
		);
		const rows = rankingOf(
			Float64Array.from(
				{ length: given },
				(_, i) => counts.rankOf[i]! * spans.distinct.length + spans.rankOf[i]!,
			),
		);

		const length = rows.distinct.length;
		this.counts = counts.distinct;
		this.times = times.distinct;
		this.rowOf = rows.rankOf;
		this.x = new Float64Array(length);
		this.tx = new Float64Array(length);
		this.T = new Float64Array(length);
		this.weight = new Float64Array(length);
		this.txIndex = new Int32Array(length);
		this.TIndex = new Int32Array(length);
		let customers = 0;
		for (let i = 0; i < given; i++) {
			const row = rows.rankOf[i]!;
			const alike = weight ? fromZero(weight[i]) : 1;
			this.x[row] = givenCounts[i]!;
			this.tx[row] = givenTimes[i]!;
			this.T[row] = givenTimes[given + i]!;
			this.txIndex[row] = times.rankOf[i]!;
			this.TIndex[row] = times.rankOf[given + i]!;
			this.weight[row]! += alike;
			customers += alike;
		}
		this.customers = customers;
		this.firstRowOf = new Int32Array(this.counts.length + 1).fill(length);
		for (let row = length - 1, count = this.counts.length - 1; row >= 0; row--) {
			while (this.counts[count] !== this.x[row]) count -= 1;
			this.firstRowOf[count] = row;
		}
	}

	/**
	 * The table with tx and T rounded to so many steps of the longest T: fewer rows, and at most one
	 * distinct time more than steps. Its `rowOf` maps the rows of this table.
	 *
	 * Only 0 becomes 0. Rounding up is as likely as rounding down, so the parameters of a fit hardly move as long as a
	 * step is short beside the gaps between orders.
	 */
	coarser(steps: number): CountTable {
		const step = (this.times[this.times.length - 1] ?? 0) / steps;
		const rounded = (time: number) =>
			time > 0 && step > 0 ? Math.max(1, Math.round(time / step)) * step : time;
		return new CountTable(this.x, this.tx.map(rounded), this.T.map(rounded), this.weight);
	}
}
