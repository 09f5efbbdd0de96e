import type { INodeProperties } from 'n8n-workflow';

/** Sources with one item for each subscriber. */
const RECORD_SOURCES = ['auto', 'custom', 'hubSpot', 'mailchimp'];

function subscriberField(
	sources: string[],
	property: Pick<
		INodeProperties,
		'displayName' | 'name' | 'default' | 'placeholder' | 'description'
	>,
): INodeProperties {
	return {
		...property,
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { subscriberSource: sources } },
	};
}

/** Where subscribers are found, and when one is inactive. */
export const subscriberWatchProperties: INodeProperties[] = [
	{
		displayName: 'Subscribers From',
		name: 'subscriberSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Auto-Detect',
				value: 'auto',
				description:
					'Recognises contacts of HubSpot and members of Mailchimp, else reads the fields named below',
			},
			{
				name: 'Custom',
				value: 'custom',
				description: 'One item per subscriber, e.g. rows of a sheet: you name the fields below',
			},
			{
				name: 'E-Mail Events',
				value: 'events',
				description:
					'One item per event: mails sent, opened and clicked, purchases, and who unsubscribed',
			},
			{
				name: 'HubSpot',
				value: 'hubSpot',
				description:
					'Contacts. Ask for email, createdate, hs_email_delivered, hs_email_sends_since_last_engagement, hs_email_click, hs_email_last_click_date, hs_email_optout and recent_deal_close_date.',
			},
			{
				name: 'Mailchimp',
				value: 'mailchimp',
				description:
					'Members. They tell neither the mails sent nor the last click: name the fields that do.',
			},
		],
		default: 'auto',
		description: 'Where the subscribers come from',
	},
	{
		...subscriberField(['auto', 'custom', 'events'], {
			displayName: 'Subscriber Field',
			name: 'subscriberField',
			default: 'email',
			placeholder: 'e.g. email',
			description: 'The field that tells who the subscriber is: an e-mail address or an ID',
		}),
		required: true,
	},
	{
		...subscriberField(['events'], {
			displayName: 'Event Type Field',
			name: 'mailEventField',
			default: 'event',
			placeholder: 'e.g. event',
			description:
				'The field that tells what happened, e.g. sent, opened or clicked; the words can be changed in Options',
		}),
		required: true,
	},
	{
		...subscriberField(['events'], {
			displayName: 'Mail Event Date Field',
			name: 'mailEventDateField',
			default: 'date',
			placeholder: 'e.g. timestamp',
			description: 'The field with the date and time of the event',
		}),
		required: true,
	},
	subscriberField(RECORD_SOURCES, {
		displayName: 'Sends Since Last Click Field',
		name: 'sendsField',
		default: '',
		placeholder: 'e.g. sends_since_click',
		description:
			'The field with the number of mails sent since the last click, or since the subscription; known by itself of HubSpot',
	}),
	subscriberField(RECORD_SOURCES, {
		displayName: 'Last Click Field',
		name: 'lastClickField',
		default: '',
		placeholder: 'e.g. last_click_at',
		description:
			'The field with the date of the last click, empty for who never clicked; known by itself of HubSpot',
	}),
	subscriberField(RECORD_SOURCES, {
		displayName: 'Subscribed At Field',
		name: 'subscribedAtField',
		default: '',
		placeholder: 'e.g. subscribed_at',
		description:
			'The field with the date of the subscription; known by itself of HubSpot and Mailchimp',
	}),
	subscriberField(RECORD_SOURCES, {
		displayName: 'Last Order Field',
		name: 'lastPurchaseField',
		default: '',
		placeholder: 'e.g. last_order_at',
		description:
			'The field with the date of the last purchase: who bought lately is never inactive',
	}),
	subscriberField(RECORD_SOURCES, {
		displayName: 'Unsubscribed Field',
		name: 'unsubscribedField',
		default: '',
		placeholder: 'e.g. unsubscribed_at',
		description:
			'The field that tells who must not be written to. Empty, false, no, 0, subscribed and active let mails through, all else does not. Known by itself of HubSpot and Mailchimp.',
	}),
	{
		displayName: 'Inactive After (Mails)',
		name: 'inactiveAfterMails',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'So many mails without a click are needed to call somebody inactive',
	},
	{
		displayName: 'Inactive After (Days)',
		name: 'inactiveAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 90,
		description: 'And so many days, from the last click or the subscription',
	},
	{
		displayName:
			'Inactive is only who reached both limits. Who bought lately, who unsubscribed, and of whom something is not known leaves on the last output.',
		name: 'subscriberNotice',
		type: 'notice',
		default: '',
	},
];

function wordsOption(
	displayName: string,
	name: string,
	words: string,
	description: string,
): INodeProperties {
	return {
		displayName,
		name,
		type: 'string',
		default: words,
		placeholder: `e.g. ${words}`,
		description: `For E-Mail Events: ${description}, with commas between`,
	};
}

/** The words for events, as they are unless the user changes them. */
export const EVENT_WORDS = Object.freeze({
	click: 'click, clicked',
	open: 'open, opened',
	order: 'order, ordered, purchase, purchased, bought',
	sent: 'sent, send, delivered',
	subscribe: 'subscribe, subscribed, signup',
	unsubscribe:
		'unsubscribe, unsubscribed, complained, complaint, spam, spamreport, cleaned, hard_bounce',
});

/** Options of the watch over subscribers. */
export const subscriberWatchOptions: INodeProperties[] = [
	{
		displayName: 'Bought Recently Within (Days)',
		name: 'boughtWithinDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 90,
		description:
			'Days after a purchase during which nobody is inactive; without it, as many as Inactive After (Days)',
	},
	wordsOption('Click Events', 'clickWords', EVENT_WORDS.click, 'words for a click'),
	{
		displayName: 'Count Opens',
		name: 'countOpens',
		type: 'boolean',
		default: false,
		description:
			'Whether an open counts as a click does. Mail programs open mails by themselves, so opens overstate; the mails are then to be counted since the last of both.',
	},
	{
		displayName: 'Last Open Field',
		name: 'lastOpenField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. last_open_at',
		description: 'The field with the date of the last open; known by itself of HubSpot',
	},
	wordsOption('Open Events', 'openWords', EVENT_WORDS.open, 'words for an opened mail'),
	wordsOption('Order Events', 'orderWords', EVENT_WORDS.order, 'words for a purchase'),
	wordsOption(
		'Sent Events',
		'sentWords',
		EVENT_WORDS.sent,
		'words for a mail that was sent; where a mail gives several of them, it counts once',
	),
	wordsOption(
		'Subscribe Events',
		'subscribeWords',
		EVENT_WORDS.subscribe,
		'words for a new subscription',
	),
	{
		displayName: 'Subscriber At Risk From (% of Limits)',
		name: 'subscriberAtRiskFrom',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 50,
		description: 'Share of both limits from which a subscriber is at risk',
	},
	{
		displayName: 'Sunset After (Times the Limits)',
		name: 'sunsetAfterTimes',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 2 },
		default: 2,
		description:
			'How many times both limits are passed before a subscriber is to be left in peace: writing on harms what reaches the others',
	},
	wordsOption(
		'Unsubscribe Events',
		'unsubscribeWords',
		EVENT_WORDS.unsubscribe,
		'words after which nobody may be written to',
	),
];
