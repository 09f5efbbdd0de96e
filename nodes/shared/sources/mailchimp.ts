import { firstOf, has, type SourcePreset, type SourceRecord } from './SourcePreset';

/** The trigger sends what a form sends: `data[email]` is the name of a field. */
function isEvent(record: SourceRecord): boolean {
	return Object.keys(record).some((name) => name.startsWith('data['));
}

/** Mailchimp: members of audiences, and the events of the trigger (mailchimp.com/developer/marketing). */
export const mailchimp: SourcePreset = {
	label: 'Mailchimp',
	recognises: (record) =>
		(has(record, 'email_address') &&
			['list_id', 'merge_fields', 'unique_email_id'].some((name) => has(record, name))) ||
		(has(record, 'fired_at') && isEvent(record)),
	kindOf: (record) =>
		has(record, 'email_address') || has(record, 'email') || isEvent(record) ? 'person' : undefined,
	prefer: 'email',
	identity: {
		email: firstOf(
			'email_address',
			'data[new_email]',
			'data[email]',
			'data[merges][EMAIL]',
			'email',
		),
		id: firstOf('contact_id', 'id', 'data[id]'),
		phone: firstOf('merge_fields.PHONE', 'data[merges][PHONE]'),
		phoneCountry: firstOf('location.country_code'),
	},
	statuses: { counted: [], pending: [], void: [] },
	countsTests: false,
	person: {
		orderCount: firstOf('stats.ecommerce_data.number_of_orders', 'number_of_orders'),
		totalSpent: firstOf('stats.ecommerce_data.total_revenue', 'total_revenue'),
		currency: firstOf('stats.ecommerce_data.currency_code', 'currency_code'),
	},
	activities: [],
};
