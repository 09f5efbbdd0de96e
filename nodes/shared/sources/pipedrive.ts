import {
	derived,
	firstField,
	firstOf,
	has,
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
