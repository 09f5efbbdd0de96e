import type { INodeExecutionData } from 'n8n-workflow';

import type { Attribute } from '../../core/attribute/attributes';
import { LAPSE_STATUSES, WATCHES } from '../../core/lapse/LapseVerdict';
import { LEAD_BANDS } from '../../core/lead/LeadModel';
import { LIFECYCLE_STAGES } from '../../core/lifecycle/LifecycleStage';
import { readAlong } from '../../core/reading/fieldPath';
import type { CampaignFacts } from '../../core/segment/campaigns/CampaignFacts';
import { named } from '../../core/wording/named';
import type { ItemReader } from '../../shared/NodeParameters';
import type { SplitRun } from './Scheme';

/** What a message can be made personal by. */
export interface PersonalDetails extends Record<string, unknown> {
	/** Preferences that the person gave. */
	interests: string[];
	/** Categories or pages that were looked at, those before a cart first. */
	viewed: string[];
	/** What lies in the cart. */
	products: string[];
	/** Whether who left a cart had bought before. */
	customerType: string | null;
}

const numberAt = (record: unknown, ...path: string[]): number | undefined => {
	const value = readAlong(record, path);
	return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
};

function textsIn(value: unknown): string[] {
	const values: unknown[] = Array.isArray(value) ? (value as unknown[]) : [value];
	return values.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Reads what the ready campaigns judge by, from earlier nodes' results and from recognised fields. */
export class CampaignFactsReader {
	knowsStages = false;

	knowsSilences = false;

	knowsBands = false;

	private readonly attributes: Readonly<Record<string, ItemReader | undefined>>;

	private lastIndex = -1;

	private lastFacts: CampaignFacts = { isUnsubscribed: false, viewed: [] };

	constructor(private readonly run: SplitRun) {
		const reader = (attribute: Attribute) => run.attributes.operandIfFound(attribute)?.read;
		this.attributes = {
			firstOrder: reader('firstOrder'),
			lastOrder: reader('lastOrder'),
			signUp: reader('signUp'),
			lastActivity: reader('lastActivity'),
			orders: reader('orders'),
			unsubscribed: reader('unsubscribed'),
			viewed: reader('viewedCategories') ?? reader('pages'),
			interests: reader('interests'),
		};
	}

	/** What is known of an item; asked for one item after the other it is read once. */
	of(item: INodeExecutionData, itemIndex: number): CampaignFacts {
		if (itemIndex === this.lastIndex) return this.lastFacts;
		this.lastFacts = this.read(item, itemIndex);
		this.lastIndex = itemIndex;
		return this.lastFacts;
	}

	detailsOf(item: INodeExecutionData, itemIndex: number): PersonalDetails {
		const customerType = readAlong(item.json, ['lapse', 'cart', 'customerType']);
		return {
			interests: textsIn(this.attributes.interests?.(item, itemIndex)),
			viewed: [...this.of(item, itemIndex).viewed],
			products: textsIn(readAlong(item.json, ['lapse', 'cart', 'products'])),
			customerType: typeof customerType === 'string' ? customerType : null,
		};
	}

	private read(item: INodeExecutionData, itemIndex: number): CampaignFacts {
		const { json } = item;
		const stage = named(LIFECYCLE_STAGES, readAlong(json, ['lifecycle', 'stage']));
		const band = named(LEAD_BANDS, readAlong(json, ['leadScore', 'band']));
		const lapse = this.lapseOf(json);
		this.knowsStages ||= stage !== undefined;
		this.knowsBands ||= band !== undefined;
		this.knowsSilences ||= lapse?.watch === 'carts';
		const orders = this.attributes.orders?.(item, itemIndex);
		return {
			stage,
			band,
			lapse,
			score: numberAt(json, 'leadScore', 'score'),
			orders: typeof orders === 'number' ? orders : undefined,
			firstOrderDays: this.daysSince('firstOrder', item, itemIndex),
			lastOrderDays: this.daysSince('lastOrder', item, itemIndex),
			signUpDays: this.daysSince('signUp', item, itemIndex),
			lastActivityDays: this.daysSince('lastActivity', item, itemIndex),
			expectedIntervalDays: numberAt(json, 'lifecycle', 'expectedIntervalDays'),
			isUnsubscribed: this.attributes.unsubscribed?.(item, itemIndex) === true,
			viewed: [
				...new Set([
					...textsIn(readAlong(json, ['lapse', 'cart', 'viewed'])),
					...textsIn(this.attributes.viewed?.(item, itemIndex)),
				]),
			],
		};
	}

	private lapseOf(json: unknown): CampaignFacts['lapse'] {
		const status = named(LAPSE_STATUSES, readAlong(json, ['lapse', 'status']));
		if (!status) return undefined;
		return {
			status,
			watch: named(WATCHES, readAlong(json, ['lapse', 'watch'])),
			daysSince: numberAt(json, 'lapse', 'daysSince'),
			isHeld: typeof readAlong(json, ['lapse', 'held']) === 'string',
		};
	}

	private daysSince(
		attribute: string,
		item: INodeExecutionData,
		itemIndex: number,
	): number | undefined {
		const instant = this.attributes[attribute]?.(item, itemIndex);
		if (typeof instant !== 'number') return undefined;
		const { zone, asOf } = this.run;
		return zone.dayOf(asOf) - zone.dayOf(instant);
	}
}
