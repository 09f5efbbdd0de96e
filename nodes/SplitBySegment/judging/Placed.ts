import type { INodeExecutionData } from 'n8n-workflow';

import type { Placement } from './SegmentJudge';

/** An item with all its placements. */
export interface Placed {
	placements: Placement[];
	item: INodeExecutionData;
	itemIndex: number;
}
