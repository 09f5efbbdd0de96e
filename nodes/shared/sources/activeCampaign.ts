import { minorUnitsOf } from '../../core/reading/currency';
import {
	derived,
	firstOf,
	has,
	numberIn,
	wordIn,
	type SourcePreset,
	type SourceRecord,
} from './SourcePreset';

const STATUS_OF_NUMBER: ReadonlyMap<string, string> = new Map([
	['0', 'open'],
	['1', 'won'],
	['2', 'lost'],
]);

/** The trigger sends what a form sends: `contact[email]` is the name of a field. */
function isEvent(record: SourceRecord): boolean {
	return Object.keys(record).some((name) => name.startsWith('contact['));
}

function isDeal(record: SourceRecord): boolean {
	return has(record, 'value', 'currency') && (has(record, 'stage') || has(record, 'status'));
}

/** ActiveCampaign: contacts, deals and the events of the trigger (developers.activecampaign.com). */
export const activeCampaign: SourcePreset = {
	label: 'ActiveCampaign',
	recognises: (record) =>
		(has(record, 'cdate') && (has(record, 'udate') || has(record, 'mdate'))) || isEvent(record),
	kindOf(record) {
		if (isDeal(record)) return 'order';
		return has(record, 'email') || isEvent(record) ? 'person' : undefined;
	},
	prefer: 'id',
	identity: {
		id: {
			name: 'contact or id',
			read: (record) => (isDeal(record) ? record.contact : (record.id ?? record['contact[id]'])),
		},
		email: firstOf('email', 'contact[email]'),
		phone: firstOf('phone', 'contact[phone]'),
	},
	order: {
		orderId: firstOf('id'),
		version: firstOf('mdate'),
		// The day of the win is not told, and mdate moves with every later edit.
		date: firstOf('cdate'),
		amount: {
			name: 'value',
			// A text of cents.
			read(record) {
				const units = numberIn(record.value);
				return units === undefined ? record.value : units / minorUnitsOf(wordIn(record.currency));
			},
		},
		currency: firstOf('currency'),
		status: derived(firstOf('status'), (value) => STATUS_OF_NUMBER.get(String(value)) ?? value),
	},
	deal: {
		title: firstOf('title'),
		stage: firstOf('stage'),
		createdAt: firstOf('cdate'),
		// Deals tell when they were changed, not when somebody last did something.
		lastActivity: [],
		nextActivity: firstOf('nextdate'),
		owner: firstOf('owner'),
		organisation: firstOf('customerAccount', 'account', 'organization'),
	},
	statuses: { counted: ['won'], pending: ['open'], void: ['lost'] },
	countsTests: false,
	person: {},
	activities: [
		{ activity: 'open', last: firstOf('last_open_date') },
		{ activity: 'click', last: firstOf('last_click_date') },
		{ activity: 'contact', last: firstOf('edate', 'adate') },
	],
};
