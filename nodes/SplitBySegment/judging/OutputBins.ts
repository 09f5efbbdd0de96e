import type { INodeExecutionData } from 'n8n-workflow';

import type { Placement } from './SegmentJudge';

/** Everyone else always leaves first, so that adding segments moves no wire. */
const EVERYONE_ELSE = 0;

/** Which outputs the user wants beside those of the segments. */
export interface WantedOutputs {
	isSingleOutput: boolean;
	hasSuppressedOutput: boolean;
	hasReportOutput: boolean;
}

/**
 * The outputs of the node, in the order that `segmentOutputs` gives them: Everyone Else, the suppressed
 * and the report where they are wanted, then the segments.
 */
export class OutputBins {
	readonly outputs: INodeExecutionData[][];

	private readonly suppressed: number | undefined;

	private readonly report: number;

	private readonly firstSegment: number;

	constructor(
		private readonly wanted: WantedOutputs,
		segments: number,
	) {
		const { isSingleOutput, hasSuppressedOutput, hasReportOutput } = wanted;
		this.suppressed = hasSuppressedOutput ? EVERYONE_ELSE + 1 : undefined;
		this.report = EVERYONE_ELSE + (hasSuppressedOutput ? 2 : 1);
		this.firstSegment = this.report + (hasReportOutput ? 1 : 0);
		const count = this.firstSegment + (isSingleOutput ? 0 : segments);
		this.outputs = Array.from({ length: count }, () => []);
	}

	/**
	 * Puts an item where its placement belongs. Who is beyond the capacity of a segment never leaves on
	 * its output, where they would be contacted.
	 */
	add(item: INodeExecutionData, { place, verdict }: Placement): void {
		this.outputs[this.outputOf(place, verdict)]?.push(item);
	}

	addReport(items: readonly INodeExecutionData[]): void {
		this.outputs[this.report]?.push(...items);
	}

	/** Failed items never leave with a segment, unless n8n moves them to the error output. */
	addFailures(failures: readonly INodeExecutionData[]): void {
		for (const failure of failures) this.outputs[EVERYONE_ELSE]?.push(failure);
	}

	private outputOf(place: number | undefined, verdict: Placement['verdict']): number {
		if (verdict.suppressed && this.suppressed !== undefined) return this.suppressed;
		if (place === undefined || this.wanted.isSingleOutput) return EVERYONE_ELSE;
		return verdict.suppressedBy === 'overCapacity' ? EVERYONE_ELSE : this.firstSegment + place;
	}
}
