import {
	firstField,
	firstOf,
	has,
	isEmpty,
	isRecord,
	numberIn,
	recordsIn,
	wordIn,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';
import { STAGE_SET_AT } from './unwrapRecord';

/** The address of a contact whose properties were not asked for: it is among the ways to sign in. */
function identityAddress(record: SourceRecord): unknown {
	const addresses = recordsIn(record['identity-profiles'])
		.flatMap(({ identities }) => recordsIn(identities))
		.filter(({ type, value }) => wordIn(type) === 'email' && !isEmpty(value));
	return (addresses.find((identity) => identity['is-primary'] === true) ?? addresses[0])?.value;
}

function isDeal(record: SourceRecord): boolean {
	return ['dealId', 'dealname', 'dealstage', 'pipeline'].some((name) => has(record, name));
}

/** The contact a deal belongs to, in the shape of either generation of the API. */
function contactOfDeal(record: SourceRecord): unknown {
	const { associations } = record;
	if (!isRecord(associations)) return undefined;
	const [vid] = Array.isArray(associations.associatedVids) ? associations.associatedVids : [];
	const contacts = isRecord(associations.contacts) ? recordsIn(associations.contacts.results) : [];
	return vid ?? contacts[0]?.id;
}

/** The ids of contacts that were merged into this one: their deals keep them. */
function mergedIds(record: SourceRecord): unknown[] {
	if (isDeal(record)) return [];
	const texts = wordIn(record.hs_all_contact_vids).split(';');
	return [record['merged-vids'], record.hs_merged_object_ids, texts].flat();
}

/** A visit date that is only the moment at which somebody was entered by hand is no visit. */
function lastVisit(record: SourceRecord): unknown {
	const visits = numberIn(record.hs_analytics_num_visits) ?? 0;
	return visits > 0 ? record.hs_analytics_last_visit_timestamp : undefined;
}

/** The company a deal belongs to, in the shape of either generation of the API. */
function companyOfDeal({ associations }: SourceRecord): unknown {
	if (!isRecord(associations)) return undefined;
	const { associatedCompanyIds: ids, companies } = associations;
	const [id] = Array.isArray(ids) ? ids : [];
	return id ?? (isRecord(companies) ? recordsIn(companies.results)[0]?.id : undefined);
}

/** The date on which a deal came into its stage: the stage is part of some properties' names. */
function stageSince(record: SourceRecord): unknown {
	const stage = wordIn(record.dealstage);
	const names = [
		'hs_v2_date_entered_current_stage',
		`hs_v2_date_entered_${stage}`,
		`hs_date_entered_${stage}`,
		STAGE_SET_AT,
	];
	return names.map((name) => record[name]).find((value) => !isEmpty(value));
}

/** Contacts of API v1 come with all properties that are set: what is not there is empty. */
function tells(record: SourceRecord, ...names: string[]): boolean {
	return has(record, 'vid') || names.some((name) => has(record, name));
}

/**
 * Mails sent since the last click. All that were delivered where nobody clicked, else those since the
 * last open or click, which are at most as many.
 */
function sendsSinceClick(record: SourceRecord): unknown {
	const isClicked =
		!isEmpty(record.hs_email_last_click_date) || (numberIn(record.hs_email_click) ?? 0) > 0;
	const isTold = tells(record, 'hs_email_last_click_date', 'hs_email_click');
	const delivered = isClicked || !isTold ? undefined : record.hs_email_delivered;
	return isEmpty(delivered) ? record.hs_email_sends_since_last_engagement : delivered;
}

/** Who opted out, whose mailbox refuses mails, and who is not a marketing contact gets no mails. */
function isSubscribed(record: SourceRecord): boolean | undefined {
	const isOut =
		wordIn(record.hs_email_optout) === 'true' ||
		wordIn(record.hs_marketable_status) === 'false' ||
		!isEmpty(record.hs_email_hard_bounce_reason_enum) ||
		record.archived === true;
	if (isOut) return false;
	return tells(record, 'hs_email_optout') ? true : undefined;
}

/** HubSpot: deals and contacts of either API generation, properties already out of their wrapping. */
export const hubSpot: SourcePreset = {
	label: 'HubSpot',
	recognises: (record) =>
		['dealId', 'vid', 'hs_object_id', 'identity-profiles'].some((name) => has(record, name)) ||
		(has(record, 'createdAt', 'updatedAt') &&
			['dealstage', 'createdate'].some((name) => has(record, name))),
	kindOf(record) {
		if (isDeal(record)) return 'order';
		return has(record, 'companyId') ? undefined : 'person';
	},
	prefer: 'id',
	identity: {
		id: {
			name: 'associations or id',
			read: (record) =>
				isDeal(record) ? contactOfDeal(record) : (record.vid ?? record.id ?? record.hs_object_id),
		},
		otherIds: { name: 'merged-vids or hs_all_contact_vids', read: mergedIds },
		email: firstField(firstOf('email'), { name: 'identity-profiles', read: identityAddress }),
		phone: firstOf('phone', 'mobilephone'),
		phoneCountry: firstOf('hs_country_region_code'),
	},
	order: {
		orderId: firstOf('dealId', 'id', 'hs_object_id'),
		version: firstOf('hs_lastmodifieddate', 'updatedAt'),
		date: firstOf('closedate', 'createdate', 'createdAt'),
		amount: firstOf('amount'),
		currency: firstOf('deal_currency_code'),
		status: {
			name: 'dealstage',
			read(record) {
				if (record.isDeleted === true) return 'deleted';
				if (record.archived === true) return 'archived';
				if (wordIn(record.hs_is_closed_won) === 'true') return 'closedwon';
				const isLost =
					wordIn(record.hs_is_closed) === 'true' && wordIn(record.hs_is_closed_won) === 'false';
				return isLost ? 'closedlost' : record.dealstage;
			},
		},
	},
	deal: {
		title: firstOf('dealname'),
		stage: firstOf('dealstage'),
		stageSince: { name: 'hs_v2_date_entered_current_stage', read: stageSince },
		createdAt: firstOf('createdate', 'createdAt'),
		lastActivity: [
			firstOf('notes_last_updated'),
			firstOf('notes_last_contacted'),
			firstOf('hs_last_sales_activity_timestamp'),
			firstOf('hs_sales_email_last_replied'),
		],
		nextActivity: firstOf('notes_next_activity_date'),
		owner: firstOf('hubspot_owner_id'),
		organisation: { name: 'associations', read: companyOfDeal },
		isSurelyOpen: (record) => wordIn(record.hs_is_closed) === 'false',
	},
	subscriber: {
		sends: { name: 'hs_email_sends_since_last_engagement', read: sendsSinceClick },
		sendsSinceOpen: firstOf('hs_email_sends_since_last_engagement'),
		lastClick: firstOf('hs_email_last_click_date'),
		// A count of clicks says that there were some, only a date says when.
		tellsClicks: (record) =>
			tells(record, 'hs_email_last_click_date', 'hs_email_click') &&
			(numberIn(record.hs_email_click) ?? 0) === 0,
		lastOpen: firstOf('hs_email_last_open_date'),
		subscribedAt: firstOf('createdate', 'createdAt', 'addedAt'),
		lastOrder: firstOf('recent_deal_close_date'),
		tellsOrders: (record) => tells(record, 'recent_deal_close_date'),
		isSubscribed,
	},
	statuses: {
		counted: ['closedwon'],
		pending: [
			'appointmentscheduled',
			'contractsent',
			'decisionmakerboughtin',
			'presentationscheduled',
			'qualifiedtobuy',
		],
		void: ['archived', 'closedlost', 'deleted'],
	},
	countsTests: false,
	person: {
		orderCount: {
			name: 'num_associated_deals',
			read(record) {
				// The count is of all deals; only a close date says that one of them was won.
				if (!isEmpty(record.recent_deal_close_date)) {
					return Math.max(1, numberIn(record.num_associated_deals) ?? 1);
				}
				return has(record, 'num_associated_deals') || has(record, 'recent_deal_close_date')
					? 0
					: undefined;
			},
		},
		lastOrder: firstOf('recent_deal_close_date'),
		totalSpent: firstOf('total_revenue'),
		currency: firstOf('deal_currency_code'),
	},
	activities: [
		{
			activity: 'open',
			last: firstOf('hs_email_last_open_date'),
			count: firstOf('hs_email_open'),
		},
		{
			activity: 'click',
			last: firstOf('hs_email_last_click_date'),
			count: firstOf('hs_email_click'),
		},
		{
			activity: 'visit',
			last: { name: 'hs_analytics_last_visit_timestamp', read: lastVisit },
			count: firstOf('hs_analytics_num_visits'),
		},
		{
			activity: 'contact',
			last: firstOf('hs_last_sales_activity_timestamp'),
		},
	],
};
