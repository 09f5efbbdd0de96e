import {
	firstOf,
	has,
	isEmpty,
	isRecord,
	numberIn,
	wordIn,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';

/** The trigger sends what a form sends: `data[email]` is the name of a field. */
function isEvent(record: SourceRecord): boolean {
	return Object.keys(record).some((name) => name.startsWith('data['));
}

/** Whether a member is subscribed, or what an event says of it; undefined where neither tells. */
function isSubscribed({ status, type }: SourceRecord): boolean | undefined {
	if (!isEmpty(status)) return wordIn(status) === 'subscribed';
	const isOut = ['unsubscribe', 'cleaned'].includes(wordIn(type));
	return isOut ? false : wordIn(type) === 'subscribe' ? true : undefined;
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
	subscriber: {
		// Members tell neither how many mails were sent nor when the last click was: only a rate of zero
		// says that there never was one.
		tellsClicks: ({ stats }) => isRecord(stats) && numberIn(stats.avg_click_rate) === 0,
		subscribedAt: firstOf('timestamp_signup', 'timestamp_opt'),
		tellsOrders: ({ stats }) =>
			isRecord(stats) &&
			isRecord(stats.ecommerce_data) &&
			numberIn(stats.ecommerce_data.number_of_orders) === 0,
		isSubscribed,
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
