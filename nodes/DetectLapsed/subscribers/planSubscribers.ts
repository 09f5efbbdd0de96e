import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Column } from '../../shared/Column';
import { column } from '../../shared/namedColumns';
import { recordOfNamedFields, required } from '../../shared/planOfNamedFields';
import { besidePreset, elsePreset, presetColumn, recordOfPreset } from '../../shared/planOfPreset';
import type { RecordPlan } from '../../shared/RecordPlan';
import { PRESETS, recogniseSource } from '../../shared/sources/presets';
import type {
	SourceField,
	SourcePreset,
	SubscriberSourceFields,
} from '../../shared/sources/SourcePreset';
import type { NamedSubscriberFields, SubscriberInput } from './readSubscriberWatch';

/** What tells of a subscriber; left out where nothing does. */
export type SubscriberColumns = Partial<Record<keyof NamedSubscriberFields, Column>>;

/** How the items of a run are read as subscribers. */
export interface SubscriberPlan extends Pick<RecordPlan, 'identity' | 'label' | 'prefer'> {
	recordOf: (item: INodeExecutionData) => INodeExecutionData;
	isSubscriber: (record: INodeExecutionData) => boolean;
	/** Columns of the user, or of a source, or one where the other is empty. */
	columns: SubscriberColumns;
	/** The columns that the user named alone. */
	own: SubscriberColumns;
	/** Whether opens count as clicks do, so that they have to be known. */
	countsOpens: boolean;
	/** What is needed to read events, where items are events. */
	events: { type: Column; date: Column } | undefined;
	namedColumns: readonly Column[];
	/** What the source says by itself; left out where no source is known by name. */
	ofSource:
		| Pick<SubscriberSourceFields, 'isSubscribed' | 'tellsClicks' | 'tellsOrders'>
		| undefined;
}

function columnsIn(columns: SubscriberColumns): Column[] {
	return Object.values(columns).filter((one): one is Column => one !== undefined);
}

function ownColumns(named: NamedSubscriberFields): SubscriberColumns {
	return {
		sends: column(named.sends),
		lastClick: column(named.lastClick),
		lastOpen: column(named.lastOpen),
		subscribedAt: column(named.subscribedAt),
		lastOrder: column(named.lastOrder),
		unsubscribed: column(named.unsubscribed),
	};
}

function planOfPreset(
	preset: SourcePreset & { subscriber: SubscriberSourceFields },
	input: SubscriberInput,
	countsOpens: boolean,
): SubscriberPlan {
	const { label, identity, subscriber } = preset;
	const own: SubscriberColumns = Object.fromEntries(
		Object.entries(ownColumns(input.named)).flatMap(([name, named]) =>
			named ? [[name, besidePreset(named)]] : [],
		),
	);
	const both = (mine: Column | undefined, name: string, field: SourceField | undefined) => {
		const known = field && presetColumn(name, field);
		return mine && known ? elsePreset(mine, known) : (mine ?? known);
	};
	return {
		label,
		prefer: preset.prefer,
		identity: {
			keys: [],
			id: identity.id && presetColumn('Subscriber ID', identity.id),
			otherIds: identity.otherIds && presetColumn('Merged IDs', identity.otherIds),
			email: identity.email && presetColumn('E-mail', identity.email),
		},
		recordOf: recordOfPreset,
		isSubscriber: ({ json }) => preset.kindOf(json) === 'person',
		columns: {
			sends: both(
				own.sends,
				'Sends Since Last Click',
				countsOpens ? subscriber.sendsSinceOpen : subscriber.sends,
			),
			lastClick: both(own.lastClick, 'Last Click', subscriber.lastClick),
			lastOpen: both(own.lastOpen, 'Last Open', subscriber.lastOpen),
			subscribedAt: both(own.subscribedAt, 'Subscribed At', subscriber.subscribedAt),
			lastOrder: both(own.lastOrder, 'Last Order', subscriber.lastOrder),
			unsubscribed: own.unsubscribed,
		},
		own,
		countsOpens,
		events: undefined,
		namedColumns: columnsIn(own),
		ofSource: subscriber,
	};
}

function planOfFields(
	context: IExecuteFunctions,
	input: SubscriberInput,
	countsOpens: boolean,
): SubscriberPlan {
	const key = required(context, input.subscriber, 'Subscriber Field');
	const plan = {
		label: undefined,
		prefer: 'email',
		identity: { keys: [key] },
		recordOf: recordOfNamedFields,
		isSubscriber: () => true,
		ofSource: undefined,
		countsOpens,
	} as const;
	if (input.source === 'events') {
		const events = {
			type: required(context, input.event.type, 'Event Type Field'),
			date: required(context, input.event.date, 'Mail Event Date Field'),
		};
		const namedColumns = [key, events.type, events.date];
		return { ...plan, columns: {}, own: {}, events, namedColumns };
	}
	const own: SubscriberColumns = {
		...ownColumns(input.named),
		sends: required(context, input.named.sends, 'Sends Since Last Click Field'),
		lastClick: required(context, input.named.lastClick, 'Last Click Field'),
	};
	const namedColumns = [key, ...columnsIn(own)];
	return { ...plan, columns: own, own, events: undefined, namedColumns };
}

/**
 * Decides how the items of a run are read as subscribers. Where the source is left to the items,
 * systems that are known by name come first.
 *
 * @throws NodeOperationError where a field that is needed is not named
 */
export function planSubscribers(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	input: SubscriberInput,
	countsOpens: boolean,
): SubscriberPlan {
	const { source } = input;
	if (source === 'custom' || source === 'events') return planOfFields(context, input, countsOpens);
	const preset: SourcePreset | undefined =
		source === 'auto' ? recogniseSource(items) : PRESETS[source];
	const subscriber = preset?.subscriber;
	return preset && subscriber
		? planOfPreset({ ...preset, subscriber }, input, countsOpens)
		: planOfFields(context, input, countsOpens);
}
