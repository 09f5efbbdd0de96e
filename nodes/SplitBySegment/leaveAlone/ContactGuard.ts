import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { Suppression } from '../../core/segment/Suppression';
import { isMarkedLost, isStillSubscribed } from '../../core/segment/contactMarks';
import type { SplitRun } from '../schemes/Scheme';
import type { LeaveAloneConfiguration } from './readLeaveAlone';

/** Tells of each person what stands against contacting them. */
export class ContactGuard {
	constructor(
		private readonly configuration: LeaveAloneConfiguration,
		private readonly run: SplitRun,
	) {}

	/** Whether the person is in the control group; null where there is none. */
	isControl(): boolean | null {
		return null;
	}

	/** The first of what stands against contacting a person; undefined where nothing does. */
	suppressionOf(item: INodeExecutionData, itemIndex: number): Suppression | undefined {
		const { unsubscribed, leaveLostInPeace } = this.configuration;
		if (this.run.facts.mark(unsubscribed, itemIndex, isStillSubscribed)) {
			return { by: 'unsubscribed', reason: 'Unsubscribed.', until: null };
		}
		return leaveLostInPeace && isMarkedLost(item.json)
			? { by: 'lost', reason: 'Lost: leave in peace.', until: null }
			: undefined;
	}

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[] {
		return [];
	}
}
