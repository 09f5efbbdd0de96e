import type { INodeExecutionData } from 'n8n-workflow';

import type { SegmentVerdict } from '../../core/segment/SegmentVerdict';

/** An item with the segments it goes to. */
export interface Placed {
	verdicts: readonly SegmentVerdict[];
	item: INodeExecutionData;
	itemIndex: number;
}
