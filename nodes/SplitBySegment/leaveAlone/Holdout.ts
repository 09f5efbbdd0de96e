import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { readAlong } from '../../core/reading/fieldPath';
import { readCustomerKey } from '../../core/reading/readCustomerKey';
import { isInControlGroup } from '../../core/segment/controlGroup';
import { counted } from '../../core/wording/formatNumber';
import type { AttributeOperand } from '../../shared/attributes/AttributeValues';
import { warning } from '../../shared/tellUser';
import type { HoldoutPolicy } from '../form/holdoutOptions';
import type { SplitRun } from '../schemes/Scheme';

/** Where earlier nodes leave what identifies a person. */
const KEYS_OF_NODES = [
	['lifecycle', 'customerKey'],
	['lapse', 'customerKey'],
	['leadScore', 'leadKey'],
] as const;

/**
 * Draws the control group: the same person is in it, or is not, in every segment and every run.
 *
 * Without a named field the first of these tells people apart: the key of Classify Lifecycle, Detect
 * Lapsed or Score Lead, the e-mail address, the field `id`.
 */
export class Holdout {
	private readonly email: AttributeOperand | undefined;

	private lastIndex = -1;

	private last: boolean | null = null;

	private withoutKey = 0;

	constructor(
		private readonly policy: HoldoutPolicy,
		private readonly run: SplitRun,
	) {
		this.email = policy.key ? undefined : run.attributes.operandIfFound('email');
	}

	/** Whether a person is in the control group; null for who cannot be told apart from others. */
	isControl(item: INodeExecutionData, itemIndex: number): boolean | null {
		if (itemIndex === this.lastIndex) return this.last;
		const { salt, percent } = this.policy;
		const key = this.keyOf(item, itemIndex);
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

	private keyOf(item: INodeExecutionData, itemIndex: number): string | undefined {
		const { key } = this.policy;
		if (key) return this.run.facts.key(key, itemIndex);
		for (const path of KEYS_OF_NODES) {
			const found = readCustomerKey(readAlong(item.json, path));
			if (found.ok) return found.value;
		}
		const email = readCustomerKey(this.email?.read(item, itemIndex));
		if (email.ok) return email.value;
		const id = readCustomerKey(item.json.id);
		return id.ok ? id.value : undefined;
	}
}
