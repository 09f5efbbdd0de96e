import type { INodeExecutionData } from 'n8n-workflow';

import { placeOf, type SegmentVerdict } from '../../core/segment/SegmentVerdict';
import type { OutputPlaces } from './outputPlaces';

/** What leaves on each output. */
export class OutputBins {
	readonly outputs: INodeExecutionData[][];

	/**
	 * @param keepsBack whether none of the suppressed may leave on the output of a segment
	 */
	constructor(
		private readonly places: OutputPlaces,
		private readonly keepsBack: (place: number) => boolean,
	) {
		this.outputs = Array.from({ length: places.count }, () => []);
	}

	/**
	 * Puts an item where its verdict belongs. Who is beyond the capacity of a segment never leaves on
	 * its output, where they would be contacted; nor does, where people are told once, anybody suppressed.
	 */
	add(item: INodeExecutionData, verdict: SegmentVerdict): void {
		this.outputs[this.outputOf(verdict)]?.push(item);
	}

	addReport(items: readonly INodeExecutionData[]): void {
		const { report } = this.places;
		if (report !== undefined) this.outputs[report]?.push(...items);
	}

	/** Failed items never leave with a segment, unless n8n moves them to the error output. */
	addFailures(failures: readonly INodeExecutionData[]): void {
		for (const failure of failures) this.outputs[this.places.everyoneElse]?.push(failure);
	}

	private outputOf(verdict: SegmentVerdict): number {
		const { everyoneElse, suppressed, ofGroups } = this.places;
		const place = placeOf(verdict);
		if (verdict.suppressed && suppressed !== undefined) return suppressed;
		if (place === undefined || verdict.suppressedBy === 'overCapacity') return everyoneElse;
		if (verdict.suppressed && this.keepsBack(place)) return everyoneElse;
		return ofGroups[place]!;
	}
}
