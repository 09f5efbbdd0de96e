/** How well customers were told who are gone from those who come back. */
export interface FlagScore {
	/** Customers that would have been flagged as gone. */
	flagged: number;
	/** Of them, how many came back by themselves. */
	cameBack: number;
	/** Share of the flagged who indeed stayed away; null where nobody was flagged. */
	precision: number | null;
	/** Share of those who stayed away that was flagged; null where everybody came back. */
	recall: number | null;
	/** Mean of that share and of the share of those who came back and were not flagged; null where one is not known. */
	balancedAccuracy: number | null;
}

/** Counts of flags against what happened, over any number of dates. */
export class FlagCounts {
	private flaggedAway = 0;

	private flaggedBack = 0;

	private away = 0;

	private back = 0;

	add(isFlagged: boolean, returned: boolean): void {
		if (returned) this.back += 1;
		else this.away += 1;
		if (isFlagged && returned) this.flaggedBack += 1;
		else if (isFlagged) this.flaggedAway += 1;
	}

	score(): FlagScore {
		const flagged = this.flaggedAway + this.flaggedBack;
		const recall = this.away > 0 ? this.flaggedAway / this.away : null;
		const kept = this.back > 0 ? 1 - this.flaggedBack / this.back : null;
		return {
			flagged,
			cameBack: this.flaggedBack,
			precision: flagged > 0 ? this.flaggedAway / flagged : null,
			recall,
			balancedAccuracy: recall === null || kept === null ? null : (recall + kept) / 2,
		};
	}
}
