import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { LapseVerdict } from '../core/lapse/LapseVerdict';

/** One verdict, with the item it leaves on. */
export interface Finding {
	verdict: LapseVerdict;
	/** Index of the item whose data the verdict is added to. */
	item: number;
	/** Indexes of all items that the verdict was made from. */
	sources: number | readonly number[];
}

/** What a watch found in the items of a run. */
export interface Findings {
	found: readonly Finding[];
	/** Items for records that could not be read, where the user wants them. */
	failures: readonly INodeExecutionData[];
	/** Tells what was read and what was not, once all verdicts are given; `more` is to be added. */
	tellUser: (...more: NodeExecutionHint[]) => void;
}
