import type { INodeExecutionData } from 'n8n-workflow';

import { readAlong } from '../../core/reading/fieldPath';
import { readCustomerKey } from '../../core/reading/readCustomerKey';
import type { AttributeOperand } from '../../shared/attributes/AttributeValues';
import type { ItemField } from '../../shared/NodeParameters';
import type { SplitRun } from '../schemes/Scheme';

/** Where earlier nodes leave what identifies a person. */
const KEYS_OF_NODES = [
	['lifecycle', 'customerKey'],
	['lapse', 'customerKey'],
	['leadScore', 'leadKey'],
] as const;

/**
 * Tells people apart.
 *
 * Without a named field the first of these does: the key of Classify Lifecycle, Detect Lapsed or Score
 * Lead, the e-mail address, the field `id`.
 */
export class CustomerKeys {
	private readonly email: AttributeOperand | undefined;

	constructor(
		private readonly field: ItemField | undefined,
		private readonly run: SplitRun,
	) {
		this.email = field ? undefined : run.attributes.operandIfFound('email');
	}

	/** What identifies the person of an item; undefined where nothing does. */
	of(item: INodeExecutionData, itemIndex: number): string | undefined {
		if (this.field) return this.run.facts.key(this.field, itemIndex);
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
