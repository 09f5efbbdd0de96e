import {
	derived,
	firstField,
	firstOf,
	has,
	isEmpty,
	isRecord,
	primaryOf,
	utcDate,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';

function isDeal(record: SourceRecord): boolean {
	return (
		(has(record, 'stage_id') && has(record, 'status')) ||
		has(record, 'won_time') ||
		has(record, 'pipeline_id')
	);
}

function isPerson(record: SourceRecord): boolean {
	return (
		['emails', 'primary_email', 'won_deals_count', 'open_deals_count'].some((name) =>
			has(record, name),
		) ||
		(has(record, 'email', 'add_time') && !isDeal(record))
	);
}

/** The person of a deal: a record in API v1, a number in v2 and in webhooks. */
function personOfDeal({ person_id: person, person: found }: SourceRecord): unknown {
	if (isRecord(person)) return person.value ?? person.id;
	return person ?? (isRecord(found) ? found.id : undefined);
}

/** The day of the next planned activity, with its time where one is set: UTC without saying so. */
function nextActivity({
	next_activity_date: date,
	next_activity_time: time,
}: SourceRecord): unknown {
	const isTimed = typeof time === 'string' && /^\d\d:\d\d(:\d\d)?$/.test(time);
	return isTimed && !isEmpty(date) ? `${String(date)}T${time}Z` : date;
}

/** Pipedrive: deals and persons of API v1 and v2; the times of v1 are UTC without saying so. */
export const pipedrive: SourcePreset = {
	label: 'Pipedrive',
	recognises: (record) =>
		has(record, 'add_time') &&
		['stage_change_time', 'visible_to', 'won_deals_count', 'won_time'].some((name) =>
			has(record, name),
		),
	kindOf(record) {
		if (isDeal(record)) return 'order';
		return isPerson(record) ? 'person' : undefined;
	},
	prefer: 'id',
	identity: {
		id: {
			name: 'person_id or id',
			read: (record) => (isDeal(record) ? personOfDeal(record) : record.id),
		},
		email: firstField(
			derived(firstOf('person_id.email'), primaryOf),
			derived(firstOf('email', 'emails'), primaryOf),
			firstOf('primary_email'),
		),
		phone: firstField(
			derived(firstOf('person_id.phone'), primaryOf),
			derived(firstOf('phone', 'phones'), primaryOf),
		),
	},
	order: {
		orderId: firstOf('id'),
		version: utcDate('update_time'),
		date: utcDate('won_time', 'close_time', 'add_time'),
		amount: firstOf('value'),
		currency: firstOf('currency'),
		status: {
			name: 'status',
			read(record) {
				if (record.is_deleted === true || record.deleted === true) return 'deleted';
				return record.is_archived === true ? 'archived' : record.status;
			},
		},
	},
	deal: {
		title: firstOf('title'),
		stage: firstOf('stage_name', 'stage.name', 'stage_id', 'stage.id'),
		// A deal that was never moved is in the stage it was created in.
		stageSince: utcDate('stage_change_time', 'add_time'),
		createdAt: utcDate('add_time'),
		lastActivity: [
			firstOf('last_activity_date'),
			utcDate('last_incoming_mail_time'),
			utcDate('last_outgoing_mail_time'),
		],
		nextActivity: { name: 'next_activity_date', read: nextActivity },
		owner: firstOf('owner_name', 'user_id.name', 'owner_id', 'user_id'),
		organisation: firstOf('org_id.value', 'org_id', 'organization.id'),
	},
	statuses: {
		counted: ['won'],
		pending: ['open'],
		void: ['archived', 'deleted', 'lost'],
	},
	countsTests: false,
	person: {
		orderCount: firstOf('won_deals_count'),
	},
	activities: [
		{ activity: 'contact', last: utcDate('last_incoming_mail_time', 'last_activity_date') },
	],
};
