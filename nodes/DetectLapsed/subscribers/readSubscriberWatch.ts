import { z } from 'zod';

import { checkSubscriberPolicy, type SubscriberPolicy } from '../../core/lapse/detectInactive';
import type { DateOrder } from '../../core/reading/readDate';
import { onBadDataSchema, type OnBadData } from '../../shared/BadRecords';
import type { ItemField, NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readReference, type Reference } from '../../shared/purchaseInput';
import type { CommonConfiguration } from '../readCommonConfiguration';
import { EVENT_WORDS } from './subscriberWatchProperties';

const SUBSCRIBER_SOURCES = ['auto', 'custom', 'events', 'hubSpot', 'mailchimp'] as const;

/** What an event can be. */
export type EventKind = keyof typeof EVENT_WORDS;

/** The fields that the user names in place of, or beside, what a source brings. */
export interface NamedSubscriberFields {
	sends: ItemField | undefined;
	lastClick: ItemField | undefined;
	lastOpen: ItemField | undefined;
	subscribedAt: ItemField | undefined;
	lastOrder: ItemField | undefined;
	unsubscribed: ItemField | undefined;
}

/** Where subscribers are found in the items, and how they are read. */
export interface SubscriberInput {
	source: (typeof SUBSCRIBER_SOURCES)[number];
	subscriber: ItemField | undefined;
	named: NamedSubscriberFields;
	event: { type: ItemField | undefined; date: ItemField | undefined };
	words: Readonly<Record<EventKind, readonly string[]>>;
	ignorePlusTags: boolean;
	dateOrder: DateOrder;
}

/** How subscribers are watched. */
export interface SubscriberWatch extends CommonConfiguration {
	watch: 'subscribers';
	input: SubscriberInput;
	reference: Reference;
	onBadData: OnBadData;
	policy: SubscriberPolicy;
}

function readInput(parameters: NodeParameters): SubscriberInput {
	const words = (kind: EventKind) =>
		parameters.constant(`options.${kind}Words`, schemas.list.default(EVENT_WORDS[kind]));
	return {
		source: parameters.constant('subscriberSource', z.enum(SUBSCRIBER_SOURCES).default('auto')),
		subscriber: parameters.field('subscriberField'),
		named: {
			sends: parameters.field('sendsField'),
			lastClick: parameters.field('lastClickField'),
			lastOpen: parameters.field('options.lastOpenField'),
			subscribedAt: parameters.field('subscribedAtField'),
			lastOrder: parameters.field('lastPurchaseField'),
			unsubscribed: parameters.field('unsubscribedField'),
		},
		event: {
			type: parameters.field('mailEventField'),
			date: parameters.field('mailEventDateField'),
		},
		words: {
			click: words('click'),
			open: words('open'),
			order: words('order'),
			sent: words('sent'),
			subscribe: words('subscribe'),
			unsubscribe: words('unsubscribe'),
		},
		ignorePlusTags: parameters.constant('options.ignorePlusTags', schemas.flag.default(false)),
		dateOrder: parameters.dateOrder(),
	};
}

function readPolicy(parameters: NodeParameters, common: CommonConfiguration): SubscriberPolicy {
	const days = parameters.constant('inactiveAfterDays', schemas.wholePositive);
	const policy: SubscriberPolicy = {
		mails: parameters.constant('inactiveAfterMails', schemas.wholePositive),
		days,
		boughtWithinDays: parameters.constant(
			'options.boughtWithinDays',
			schemas.wholePositive.default(days),
		),
		countOpens: parameters.constant('options.countOpens', schemas.flag.default(false)),
		atRiskShare: parameters.constant('options.subscriberAtRiskFrom', schemas.percent.default(50)),
		sunsetAfterTimes: parameters.constant('options.sunsetAfterTimes', schemas.positive.default(2)),
		quietDaysAfterContact: common.quietDaysAfterContact,
	};
	parameters.withDomainFaults(() => checkSubscriberPolicy(policy));
	return policy;
}

/** Reads how subscribers are watched. */
export function readSubscriberWatch(
	parameters: NodeParameters,
	common: CommonConfiguration,
): SubscriberWatch {
	return {
		watch: 'subscribers',
		...common,
		input: readInput(parameters),
		reference: readReference(parameters),
		onBadData: parameters.constant('options.onBadData', onBadDataSchema),
		policy: readPolicy(parameters, common),
	};
}
