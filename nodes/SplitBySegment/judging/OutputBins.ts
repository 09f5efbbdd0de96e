import type { INodeExecutionData } from 'n8n-workflow';

import type { OutputPlaces } from './outputPlaces';
import type { Placement } from './SegmentJudge';

/** What leaves on each output. */
export class OutputBins {
	readonly outputs: INodeExecutionData[][];

	/**
	 * @param keepsBack whether none of the suppressed may leave on the output of a segment
	 */
	constructor(
		private readonly places: OutputPlaces,
		private readonly keepsBack: (place: number) => boolean = () => false,
	) {
		this.outputs = Array.from({ length: places.count }, () => []);
	}

	/**
	 * Puts an item where its placement belongs. Who is beyond the capacity of a segment never leaves on
	 * its output, where they would be contacted; nor does, where people are told once, anybody suppressed.
	 */
	add(item: INodeExecutionData, placement: Placement): void {
		this.outputs[this.outputOf(placement)]?.push(item);
	}

	addReport(items: readonly INodeExecutionData[]): void {
		const { report } = this.places;
		if (report !== undefined) this.outputs[report]?.push(...items);
	}

	/** Failed items never leave with a segment, unless n8n moves them to the error output. */
	addFailures(failures: readonly INodeExecutionData[]): void {
		for (const failure of failures) this.outputs[this.places.everyoneElse]?.push(failure);
	}

	private outputOf({ place, verdict }: Placement): number {
		const { everyoneElse, suppressed } = this.places;
		if (verdict.suppressed && suppressed !== undefined) return suppressed;
		if (place === undefined || verdict.suppressedBy === 'overCapacity') return everyoneElse;
		if (verdict.suppressed && this.keepsBack(place)) return everyoneElse;
		return this.places.ofGroup(place);
	}
}
