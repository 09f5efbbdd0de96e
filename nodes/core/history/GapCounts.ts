/**
 * Gaps in whole days, counted by length: the median of a store's million gaps without sorting them.
 */
export class GapCounts {
	total = 0;

	private readonly counts: number[] = [];

	/** Takes one gap in, a whole number of days from zero up. */
	add(gap: number): void {
		this.count(gap, 1);
	}

	/** Takes all gaps of another count in. */
	addAll(other: GapCounts): void {
		other.counts.forEach((times, gap) => this.count(gap, times));
	}

	private count(gap: number, times: number): void {
		// Without holes: lists with holes are slow.
		while (this.counts.length <= gap) this.counts.push(0);
		this.counts[gap]! += times;
		this.total += times;
	}

	/** The median, between the two middle gaps where their number is even; NaN for none. */
	median(): number {
		return (
			(this.gapAt(Math.floor((this.total - 1) / 2)) + this.gapAt(Math.floor(this.total / 2))) / 2
		);
	}

	/** The gap at a position of the ascending order. */
	private gapAt(position: number): number {
		let seen = 0;
		const gap = this.counts.findIndex((times) => (seen += times) > position);
		return gap < 0 ? Number.NaN : gap;
	}
}
