import { has, isRecord, type SourceRecord } from './SourcePreset';

/** A record out of its wrapping, or the key of a list that has to be split into items first. */
export type Unwrapped = { record: SourceRecord } | { list: string } | { eventOnly: string };

/** Answers of an API that were not split: the list is the item's only content of weight. */
const LISTS = ['orders', 'customers', 'checkouts', 'contacts', 'deals', 'members'] as const;
const PAGED_LISTS = ['results', 'items', 'data'] as const;
const SINGLE = ['order', 'customer', 'contact', 'deal', 'checkout'] as const;

/** Whether an item is what n8n's Webhook node gives: the data are in its body. */
export function isWebhookItem(json: SourceRecord): boolean {
	return (
		has(json, 'headers', 'body') &&
		['webhookUrl', 'params', 'query'].some((name) => has(json, name))
	);
}

function listIn(json: SourceRecord): string | undefined {
	if (['id', 'email', 'vid', 'dealId'].some((name) => has(json, name))) return undefined;
	const isPaged =
		json.object === 'list' ||
		['paging', 'additional_data', 'next', 'total', 'meta'].some((name) => has(json, name));
	const names: readonly string[] = isPaged ? [...LISTS, ...PAGED_LISTS] : LISTS;
	return names.find((name) => Array.isArray(json[name]));
}

/** The one record that an item is wrapped around: beside it stand at most lists and other records. */
function wrappedIn(json: SourceRecord): SourceRecord | undefined {
	const isWrapper = Object.values(json).every((value) => typeof value === 'object');
	const name = isWrapper ? SINGLE.find((single) => isRecord(json[single])) : undefined;
	return name === undefined ? undefined : (json[name] as SourceRecord);
}

/** Where the time at which HubSpot's API v1 says a deal got its stage is put. */
export const STAGE_SET_AT = 'dealstage.timestamp';

/** When a deal of HubSpot's API v1 got its stage: it stands beside the value. */
function stageSetAt({ dealstage }: SourceRecord): SourceRecord {
	return isRecord(dealstage) && has(dealstage, 'value', 'timestamp')
		? { [STAGE_SET_AT]: dealstage.timestamp }
		: {};
}

/** Properties of HubSpot: texts in v3, records with a value and its history in v1. */
function plainProperties(properties: SourceRecord): SourceRecord {
	return Object.fromEntries(
		Object.entries(properties).map(([name, property]) => [
			name,
			isRecord(property) && has(property, 'value') ? property.value : property,
		]),
	);
}

/** What a Pipedrive trigger of either version says of a record that may be deleted by now. */
function pipedriveEvent(json: SourceRecord): SourceRecord | undefined {
	const { meta, previous } = json;
	if (!isRecord(meta) || !(has(json, 'current') || (has(json, 'data') && has(meta, 'entity')))) {
		return undefined;
	}
	const current = has(json, 'current') ? json.current : json.data;
	if (isRecord(current)) return current;
	return isRecord(previous) ? { ...previous, is_deleted: true } : undefined;
}

/**
 * Takes a record of a shop or CRM system out of what nodes, triggers, webhooks and HTTP Request put
 * around it. What is not wrapped is given back as it is; the item is never changed.
 */
export function unwrapRecord(json: SourceRecord): Unwrapped {
	if (isWebhookItem(json)) {
		if (Array.isArray(json.body)) return { list: 'body' };
		return unwrapRecord(isRecord(json.body) ? json.body : {});
	}
	if (json.object === 'event' && isRecord(json.data) && isRecord(json.data.object)) {
		return { record: { ...json.data.object, event_created: json.created } };
	}
	const event = pipedriveEvent(json);
	if (event) return { record: event };
	const wrapped = wrappedIn(json);
	if (wrapped) return unwrapRecord(wrapped);
	const list = listIn(json);
	if (list !== undefined) return { list };
	if (has(json, 'subscriptionType', 'occurredAt')) return { eventOnly: 'HubSpot' };
	if (isRecord(json.properties)) {
		const { properties, ...rest } = json;
		return {
			record: {
				...plainProperties(properties as SourceRecord),
				...stageSetAt(properties as SourceRecord),
				...rest,
			},
		};
	}
	return { record: json };
}
