/** Texts that a segment keeps: most people share theirs, and one text then serves them all. */
const MOST_KEPT = 1_000;

/** Why people are in a segment, as sentences. */
export class SegmentReasons {
	private readonly kept = new Map<string, string>();

	constructor(private readonly segmentName: string) {}

	/** @param evidence the values that met the segment's conditions, in words without a full stop */
	sentence(evidence: string): string {
		let sentence = this.kept.get(evidence);
		if (sentence === undefined) {
			sentence = `${this.segmentName}: ${evidence}.`;
			if (this.kept.size < MOST_KEPT) this.kept.set(evidence, sentence);
		}
		return sentence;
	}
}
