import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { isInControlGroup } from '../../core/segment/controlGroup';
import { counted } from '../../core/wording/formatNumber';
import { warning } from '../../shared/tellUser';
import type { HoldoutPolicy } from '../form/holdoutOptions';
import { CustomerKeys } from '../memory/CustomerKeys';
import type { SplitRun } from '../schemes/Scheme';

/** Draws the control group: the same person is in it, or is not, in every segment and every run. */
export class Holdout {
	private readonly keys: CustomerKeys;

	private lastIndex = -1;

	private last: boolean | null = null;

	private withoutKey = 0;

	constructor(
		private readonly policy: HoldoutPolicy,
		run: SplitRun,
	) {
		this.keys = new CustomerKeys(policy.key, run);
	}

	/** Whether a person is in the control group; null for who cannot be told apart from others. */
	isControl(item: INodeExecutionData, itemIndex: number): boolean | null {
		if (itemIndex === this.lastIndex) return this.last;
		const { salt, percent } = this.policy;
		const key = this.keys.of(item, itemIndex);
		if (key === undefined) this.withoutKey += 1;
		this.lastIndex = itemIndex;
		this.last = key === undefined ? null : isInControlGroup(key, salt, percent);
		return this.last;
	}

	/** What the user should know once all items were asked about. */
	hints(): NodeExecutionHint[] {
		if (this.withoutKey === 0) return [];
		return [
			warning(
				`${counted(this.withoutKey, 'item')} without a customer key ${this.withoutKey === 1 ? 'is' : 'are'} outside of the control group and of what it is compared with. Name the field under Holdout Key Field in Leave Alone.`,
			),
		];
	}
}
