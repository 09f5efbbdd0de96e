import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import type { OrderKnowledge, SubscriberFacts } from '../../core/lapse/detectInactive';
import { readCount } from '../../core/reading/readCount';
import { isBlank } from '../../core/reading/Reading';
import { isStillSubscribed } from '../../core/segment/contactMarks';
import { counted } from '../../core/wording/formatNumber';
import type { BadRecords } from '../../shared/BadRecords';
import type { Column } from '../../shared/Column';
import { CustomerFinder } from '../../shared/CustomerFinder';
import { statusWord } from '../../shared/orderStatus';
import type { Reference } from '../../shared/purchaseInput';
import { LATER_THAN_AS_OF, RecordValues } from '../../shared/RecordValues';
import { Rejection } from '../../shared/Rejection';
import { isEmpty } from '../../shared/sources/SourcePreset';
import { absentField, note, warning } from '../../shared/tellUser';
import type { SubscriberPlan } from './planSubscribers';
import type { EventKind, SubscriberInput } from './readSubscriberWatch';
import { SubscriberDraft, type SubscriberNews } from './SubscriberDraft';

/** So many words are named in one hint. */
const NAMED_WORDS = 10;

/** A subscriber as all records of a run tell, and the items that do. */
export interface Subscriber {
	facts: Omit<SubscriberFacts, 'previousStatus' | 'lastContactAt' | 'contactCount'>;
	/** Index of the item whose data the result is added to. */
	item: number;
	sources: readonly number[];
}

/** What a record says, or leaves open, beside figures and dates. */
interface Standing {
	handle: number;
	/** False for who must not be written to; undefined where the record does not tell. */
	isSubscribed: boolean | undefined;
	tellsClicks: boolean;
	tellsOrders: boolean;
}

/** Reads the items of a run into subscribers. Bad records go to `bad`. */
export class SubscriberReader {
	private readonly values: RecordValues;

	private readonly finder: CustomerFinder;

	private readonly kindOfWord = new Map<string, EventKind>();

	private readonly news: Array<{ itemIndex: number; handle: number; news: SubscriberNews }> = [];

	private readonly standings: Standing[] = [];

	/** Handles of people of whom something could not be read: none of them is called inactive. */
	private readonly doubted = new Set<number>();

	private readonly kindsSeen = new Set<EventKind>();

	private readonly otherEvents = new Map<string, number>();

	private laterThanAsOf = 0;

	private found: readonly Subscriber[] = [];

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly plan: SubscriberPlan,
		input: Pick<SubscriberInput, 'dateOrder' | 'ignorePlusTags' | 'words'>,
		reference: Reference,
		private readonly bad: BadRecords,
	) {
		this.values = new RecordValues(
			{ dateOrder: input.dateOrder, decimalSeparator: 'auto', isMinorUnits: false },
			reference,
		);
		this.finder = new CustomerFinder(plan, {
			ignorePlusTags: input.ignorePlusTags,
			joinBy: ['email', 'id'],
			phoneCountry: undefined,
		});
		for (const [kind, words] of Object.entries(input.words)) {
			for (const word of words) this.kindOfWord.set(statusWord(word), kind as EventKind);
		}
	}

	/** The subscribers, in the order in which they were first seen. */
	read(): readonly Subscriber[] {
		for (let itemIndex = 0; itemIndex < this.items.length; itemIndex++) {
			let handle: number | undefined;
			try {
				const record = this.plan.recordOf(this.items[itemIndex]!);
				this.checkKind(record);
				handle = this.finder.find(record, itemIndex);
				const news = this.plan.events
					? this.readEvent(this.plan.events, record, itemIndex)
					: this.readRecord(handle, record, itemIndex);
				if (news) this.news.push({ itemIndex, handle, news });
			} catch (thrown) {
				if (handle !== undefined) this.doubted.add(handle);
				this.bad.rejectThrown(itemIndex, thrown);
			}
		}
		this.found = this.subscribers();
		return this.found;
	}

	private checkKind(record: INodeExecutionData): void {
		if (this.plan.isSubscriber(record)) return;
		const { label } = this.plan;
		throw new Rejection(
			`that are no subscribers of ${label}`,
			`The item is no subscriber of ${label}`,
			'Choose another source under Subscribers From, or Custom and name the fields',
		);
	}

	/** An instant that is looked at only where it is not later than a chosen As Of date. */
	private past(column: Column | undefined, thing: string, value: unknown): number | undefined {
		if (!column || isEmpty(value)) return undefined;
		const instant = this.values.instant(column, thing, value);
		return instant === LATER_THAN_AS_OF ? undefined : instant;
	}

	private readRecord(
		handle: number,
		record: INodeExecutionData,
		itemIndex: number,
	): SubscriberNews | undefined {
		const { columns, ofSource } = this.plan;
		const values = new Map<Column, unknown>();
		for (const column of Object.values(columns)) {
			if (column) values.set(column, column.value(record, itemIndex));
		}
		const valueOf = (column: Column | undefined) => column && values.get(column);
		const { subscribedAt } = columns;
		const since = isEmpty(valueOf(subscribedAt))
			? undefined
			: this.values.instant(subscribedAt!, 'date of subscription', valueOf(subscribedAt));
		if (since === LATER_THAN_AS_OF) {
			this.laterThanAsOf += 1;
			return undefined;
		}
		const news = {
			sends: this.sends(columns.sends, valueOf(columns.sends)),
			clickedAt: this.past(columns.lastClick, 'date of a click', valueOf(columns.lastClick)),
			openedAt: this.past(columns.lastOpen, 'date of an open', valueOf(columns.lastOpen)),
			orderedAt: this.past(columns.lastOrder, 'order date', valueOf(columns.lastOrder)),
			subscribedAt: since,
		};
		this.standings.push({
			handle,
			isSubscribed: this.isSubscribed(record, valueOf(columns.unsubscribed)),
			tellsClicks: news.clickedAt !== undefined || (ofSource?.tellsClicks(record.json) ?? false),
			tellsOrders: news.orderedAt !== undefined || (ofSource?.tellsOrders(record.json) ?? false),
		});
		return news;
	}

	private sends(column: Column | undefined, value: unknown): number | undefined {
		if (!column) return undefined;
		const count = readCount(value);
		if (count.ok) return count.value;
		if (count.problem === 'missing') return undefined;
		const hint = 'Give the number of mails as a whole number, 0 for none';
		throw Rejection.ofValue(column.field, value, count.problem, 'number of mails', hint);
	}

	/** Whether a record lets mails through, by what the source says and by the user's own field. */
	private isSubscribed(record: INodeExecutionData, mark: unknown): boolean | undefined {
		const ofSource = this.plan.ofSource?.isSubscribed(record.json);
		if (ofSource === false) return false;
		if (!isBlank(mark) && !isStillSubscribed(mark)) return false;
		return this.plan.ofSource && !this.plan.own.unsubscribed ? ofSource : true;
	}

	private readEvent(
		{ type, date }: { type: Column; date: Column },
		record: INodeExecutionData,
		itemIndex: number,
	): SubscriberNews | undefined {
		const word = type.value(record, itemIndex);
		const value = date.value(record, itemIndex);
		if (isBlank(word)) {
			const hint = 'Choose the field that tells what happened, e.g. sent or clicked';
			throw Rejection.ofValue(type.field, word, 'missing', 'type of event', hint);
		}
		const kind = this.kindOfWord.get(statusWord(word));
		if (!kind) {
			const name = String(word).trim();
			this.otherEvents.set(name, (this.otherEvents.get(name) ?? 0) + 1);
			return undefined;
		}
		const at = this.values.instant(date, 'date', value);
		if (at === LATER_THAN_AS_OF) {
			this.laterThanAsOf += 1;
			return undefined;
		}
		this.kindsSeen.add(kind);
		const news: Readonly<Record<EventKind, SubscriberNews>> = {
			click: { clickedAt: at },
			open: { openedAt: at },
			order: { orderedAt: at },
			sent: { sent: { word: statusWord(word), at } },
			subscribe: { subscribedAt: at },
			unsubscribe: { unsubscribedAt: at },
		};
		return { ...news[kind], seenAt: at };
	}

	private subscribers(): Subscriber[] {
		const { registry } = this.finder;
		const drafts = new Map<number, SubscriberDraft>();
		for (const { itemIndex, handle, news } of this.news) {
			const person = registry.personOf(handle);
			const draft = drafts.get(person) ?? new SubscriberDraft();
			drafts.set(person, draft);
			draft.add(itemIndex, news);
		}
		const standings = new Map<number, Standing[]>();
		for (const standing of this.standings) {
			const person = registry.personOf(standing.handle);
			standings.set(person, [...(standings.get(person) ?? []), standing]);
		}
		const doubted = new Set([...this.doubted].map((handle) => registry.personOf(handle)));
		const [keys, emails] = [registry.keys(), registry.emails()];
		return [...drafts].map(([person, draft]) => ({
			facts: {
				customerKey: keys.get(person)!,
				email: emails.get(person),
				...draft.facts(),
				...this.knowledge(standings.get(person) ?? [], draft, doubted.has(person)),
			},
			item: draft.item,
			sources: draft.sources,
		}));
	}

	/** What the records of one person leave open: whatever one of them does not tell is not known. */
	private knowledge(
		standings: readonly Standing[],
		draft: SubscriberDraft,
		isDoubted: boolean,
	): Pick<SubscriberFacts, 'isClickKnown' | 'orders' | 'isSubscribed'> {
		if (this.plan.events) {
			// Without any click among them, the word for a click may be one that is not known.
			const isWordMissing = !this.kindsSeen.has('click') && this.otherEvents.size > 0;
			return {
				isClickKnown: !isDoubted && !isWordMissing,
				orders: this.kindsSeen.has('order') ? 'known' : 'notAsked',
				isSubscribed: !draft.hasUnsubscribed,
			};
		}
		const { own, countsOpens } = this.plan;
		const isOpenFieldUnseen = countsOpens && own.lastOpen !== undefined && !own.lastOpen.isSeen;
		const isClickFieldSeen = own.lastClick?.isSeen ?? false;
		const isMarkUnseen = own.unsubscribed !== undefined && !own.unsubscribed.isSeen;
		const isOut = standings.some(({ isSubscribed }) => isSubscribed === false);
		const isUntold =
			isMarkUnseen || standings.some(({ isSubscribed }) => isSubscribed === undefined);
		return {
			isClickKnown:
				!isDoubted &&
				!isOpenFieldUnseen &&
				standings.every(({ tellsClicks }) => tellsClicks || isClickFieldSeen),
			orders: this.orders(standings),
			isSubscribed: isOut ? false : isUntold ? undefined : true,
		};
	}

	private orders(standings: readonly Standing[]): OrderKnowledge {
		const { lastOrder } = this.plan.own;
		if (standings.every(({ tellsOrders }) => tellsOrders)) return 'known';
		if (!lastOrder) return 'notAsked';
		return lastOrder.isSeen ? 'known' : 'unknown';
	}

	/** What the user should know of the subscribers, once they were read. */
	hints(): NodeExecutionHint[] {
		const hints: NodeExecutionHint[] = this.plan.namedColumns
			.filter((column) => !column.isSeen && this.items.length > 0)
			.map(({ field }) => absentField(field, this.items));
		const tell = (count: number, noun: string, what: string) => {
			if (count > 0) hints.push(warning(`${counted(count, noun)} ${what}`));
		};
		const { events, label } = this.plan;
		const noun = events ? 'event' : 'subscriber';
		tell(this.laterThanAsOf, noun, 'later than the As Of date left out.');
		const facts = this.found.map((subscriber) => subscriber.facts);
		const open = facts.filter(({ isSubscribed }) => isSubscribed !== false);
		tell(
			open.filter(({ isSubscribed }) => isSubscribed === undefined).length,
			'subscriber',
			'not called inactive, as nothing tells whether they may be written to: name Unsubscribed Field, or ask for it in the node before.',
		);
		tell(
			open.filter(({ isClickKnown }) => !isClickKnown).length,
			'subscriber',
			`not called inactive, as it is not known when they last clicked${events ? ': see Click Events in Options' : ': name Last Click Field, or ask for it in the node before'}.`,
		);
		tell(
			open.filter(({ mails }) => mails === undefined).length,
			'subscriber',
			`not called inactive, as it is not known how many mails they got${events ? ': see Sent Events in Options' : ': name Sends Since Last Click Field, or ask for it in the node before'}.`,
		);
		if (events && this.found.length > 0 && !this.kindsSeen.has('click')) {
			hints.push(warning('There is no click among the events: check Click Events in Options.'));
		}
		if (this.plan.countsOpens && !events && !this.plan.columns.lastOpen) {
			hints.push(warning('Count Opens does nothing without Last Open Field.'));
		}
		if (this.otherEvents.size > 0) {
			const words = [...this.otherEvents]
				.slice(0, NAMED_WORDS)
				.map(([word, count]) => `${counted(count, 'event')} "${word}"`);
			const more = this.otherEvents.size > NAMED_WORDS ? ', …' : '';
			hints.push(note(`Not looked at: ${words.join(', ')}${more}.`));
		}
		if (!events && label === undefined && !this.plan.own.unsubscribed) {
			hints.push(
				note(
					'Nobody is left out for having unsubscribed: name Unsubscribed Field where the items tell it.',
				),
			);
		}
		return [...hints, ...this.finder.hints()];
	}
}
