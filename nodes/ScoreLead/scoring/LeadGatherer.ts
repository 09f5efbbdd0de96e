import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';

import { activityType } from '../../core/lead/activityType';
import { readCustomerKey } from '../../core/reading/readCustomerKey';
import { readDate, type DateOrder } from '../../core/reading/readDate';
import { isBlank } from '../../core/reading/Reading';
import type { TimeZone } from '../../core/reading/TimeZone';
import { formatNumber } from '../../core/wording/formatNumber';
import type { BadRecords } from '../../shared/BadRecords';
import { Column } from '../../shared/Column';
import { dateHint } from '../../shared/dateHint';
import type { ItemField, ItemReader } from '../../shared/NodeParameters';
import { Rejection } from '../../shared/Rejection';
import { absentField, note, warning } from '../../shared/tellUser';
import { activityListIn } from '../../shared/activityListIn';
import type { Activity, Lead } from './Lead';

/** Where activities are found, and when they are looked at. */
export interface ActivityInput {
	/** One item a lead; a list of activities in each; or one item an activity. */
	shape: 'leads' | 'activityLists' | 'activities';
	list: ItemField | undefined;
	type: ItemField | undefined;
	date: ItemField | undefined;
	/** What activities are known by, where they are remembered. */
	id: ItemField | undefined;
	/** Whether activities after the reference day come too, to be remembered. */
	keepsLater: boolean;
	/** Types that rules count by name, in the form in which types are compared. */
	countedTypes: ReadonlySet<string>;
	dateOrder: DateOrder;
	asOf: number;
	zone: TimeZone;
}

/** What an activity record tells. */
type ActivityReading = Pick<Activity, 'type' | 'name' | 'at' | 'id'>;

/** A rule that counts activities of some types. */
interface TypedRule {
	name: string;
	types: readonly string[];
}

/** The most rules or types that a hint names. */
const NAMED = 8;
/** More types are spellings of a template. */
const FEW_TYPES = 3;

function inWords({ name, types }: TypedRule): string {
	return types.length > FEW_TYPES ? `"${name}"` : `"${name}" (${types.join(', ')})`;
}

function firstOf(names: readonly string[]): string {
	return names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', …' : '');
}

/** Brings leads and their activities together from the incoming items. */
export class LeadGatherer {
	private readonly columns: Record<'list' | 'type' | 'date' | 'id' | 'lead', Column | undefined>;

	private readonly asOfDay: number;

	private later = 0;

	private readonly types = new Map<string, string>();

	constructor(
		private readonly items: readonly INodeExecutionData[],
		private readonly input: ActivityInput,
		lead: ItemField | undefined,
		/** The key of a lead where each item is one. */
		private readonly keyOf: (itemIndex: number) => string | null,
		private readonly bad: Pick<BadRecords, 'rejectThrown' | 'hasFailed'>,
	) {
		const column = (field: ItemField | undefined) => field && new Column(field);
		this.columns = {
			list: column(input.list),
			type: column(input.type),
			date: column(input.date),
			id: column(input.id),
			lead: column(lead),
		};
		this.asOfDay = input.zone.dayOf(input.asOf);
	}

	/** One lead after the other, in the order in which they first come. */
	*leads(): Iterable<Lead> {
		if (this.input.shape === 'activities') {
			yield* this.groupedLeads();
			return;
		}
		const hasLists = this.input.shape === 'activityLists';
		for (let itemIndex = 0; itemIndex < this.items.length; itemIndex++) {
			const item = this.items[itemIndex] as INodeExecutionData;
			const activities = hasLists ? this.listed(item, itemIndex) : [];
			if (this.bad.hasFailed(itemIndex)) continue;
			yield {
				key: this.keyOf(itemIndex),
				itemIndex,
				sources: [itemIndex],
				activities,
				itemIs: hasLists ? 'partOfRecord' : 'record',
			};
		}
	}

	/**
	 * What may surprise: fields that no item has, what lies in the future, rules that nothing counts for.
	 *
	 * A rule that nothing counts for is worth a warning where there are activities that no rule counts:
	 * they may be what it means.
	 */
	hints(rules: readonly TypedRule[]): NodeExecutionHint[] {
		const { shape } = this.input;
		const { list, type, date, id } = this.columns;
		if (shape === 'leads' || this.items.length === 0) return [];
		const hints: NodeExecutionHint[] = [];
		if (shape === 'activityLists' && list && !list.isSeen) {
			hints.push(absentField(list.field, this.items));
		} else {
			for (const column of [type, date, id]) {
				if (column && !column.isSeen) hints.push(absentField(column.field, this.items));
			}
			hints.push(...this.idleRules(rules));
		}
		if (this.later > 0) {
			const noun = this.later === 1 ? 'activity' : 'activities';
			hints.push(
				note(`${formatNumber(this.later)} ${noun} of the future, or after As Of, left out.`),
			);
		}
		return hints;
	}

	private idleRules(rules: readonly TypedRule[]): NodeExecutionHint[] {
		const idle = rules.filter(
			({ types }) => !types.some((one) => this.types.has(activityType(one))),
		);
		if (idle.length === 0 || this.types.size === 0) return [];
		const message = `No activity counts for ${firstOf(idle.map(inWords))}.`;
		const wanted = new Set(rules.flatMap(({ types }) => types.map(activityType)));
		const unused = [...this.types].flatMap(([kind, name]) => (wanted.has(kind) ? [] : [name]));
		return unused.length === 0
			? [note(message)]
			: [warning(`${message} No rule counts the activity types ${firstOf(unused)}.`)];
	}

	/** The activities of a list in a lead. */
	private listed(item: INodeExecutionData, itemIndex: number): Activity[] {
		const activities: Activity[] = [];
		try {
			const list = activityListIn(this.columns.list?.value(item, itemIndex));
			if (isBlank(list)) return [];
			if (!Array.isArray(list)) {
				throw Rejection.ofValue(
					this.columns.list!.field,
					list,
					'unreadable',
					'list of activities',
					'Give a list of records, each with a type and a date',
				);
			}
			for (const record of list as unknown[]) this.take(activities, record, item, itemIndex);
		} catch (thrown) {
			this.bad.rejectThrown(itemIndex, thrown);
		}
		return activities;
	}

	/** Reads an activity and adds it; one that cannot be read is reported, and the others stay. */
	private take(
		activities: Activity[],
		record: unknown,
		lead: INodeExecutionData,
		itemIndex: number,
	): void {
		try {
			const { list, type, date, id } = this.columns;
			if (typeof record !== 'object' || record === null) {
				throw Rejection.ofValue(
					list!.field,
					record,
					'unreadable',
					'activity',
					'Give each activity as a record with a type and a date',
				);
			}
			const json = record as INodeExecutionData['json'];
			const reading = this.reading(
				type?.value({ json }, itemIndex),
				date?.value({ json }, itemIndex),
				id?.value({ json }, itemIndex),
			);
			if (reading) activities.push({ ...reading, item: { json, lead }, itemIndex });
		} catch (thrown) {
			this.bad.rejectThrown(itemIndex, thrown);
		}
	}

	/** Undefined for what is later than the reference day, and not to be remembered. */
	private reading(
		typeValue: unknown,
		value: unknown,
		idValue: unknown,
	): ActivityReading | undefined {
		const { date } = this.columns;
		const name = isBlank(typeValue) || typeof typeValue === 'object' ? '' : String(typeValue);
		const type = activityType(name);
		if (type !== '' && !this.types.has(type)) this.types.set(type, name);
		const id = isBlank(idValue) || typeof idValue === 'object' ? null : String(idValue).trim();
		if (!date) return { type, name, at: null, id };
		const at = readDate(value, this.input.zone, this.input.dateOrder);
		if (!at.ok) {
			throw Rejection.ofValue(date.field, value, at.problem, 'activity date', dateHint(at.problem));
		}
		if (this.input.zone.dayOf(at.value) > this.asOfDay) {
			this.later += 1;
			if (!this.input.keepsLater) return undefined;
		}
		return { type, name, at: at.value, id };
	}

	/** One lead for each key; records that tell of no activity tell of the lead itself. */
	private *groupedLeads(): Iterable<Lead> {
		const drafts = new Map<string, LeadDraft>();
		const { type, date, id, lead } = this.columns;
		for (let itemIndex = 0; itemIndex < this.items.length; itemIndex++) {
			const item = this.items[itemIndex] as INodeExecutionData;
			try {
				const key = keyIn(lead, item, itemIndex);
				let draft = drafts.get(key);
				const name = type?.value(item, itemIndex);
				const instant = date?.value(item, itemIndex);
				// A contact may have a type too: without a date, only what rules count is an activity.
				const isCounted =
					!isBlank(name) && (!date || this.input.countedTypes.has(activityType(String(name))));
				if (isCounted || !isBlank(instant)) {
					const reading = this.reading(name, instant, id?.value(item, itemIndex));
					if (!reading) continue;
					draft ??= new LeadDraft(key);
					draft.addActivity(reading, itemIndex);
				} else {
					draft ??= new LeadDraft(key);
					draft.addRecord(itemIndex);
				}
				drafts.set(key, draft);
			} catch (thrown) {
				this.bad.rejectThrown(itemIndex, thrown);
			}
		}
		for (const draft of drafts.values()) yield draft.lead(this.items);
	}
}

function keyIn(column: Column | undefined, item: INodeExecutionData, itemIndex: number): string {
	const read: ItemReader = (one, i) => column?.value(one, i);
	const value = read(item, itemIndex);
	const key = readCustomerKey(value);
	if (key.ok) return key.value;
	throw Rejection.ofValue(
		column?.field ?? { label: 'Lead Field', name: '', read },
		value,
		key.problem,
		'lead',
		'Give the ID or the e-mail address of the lead with each activity',
	);
}

/** A lead while its items come in. */
class LeadDraft {
	private readonly sources: number[] = [];

	private readonly readings: Array<{ reading: ActivityReading; itemIndex: number }> = [];

	private record: number | undefined;

	private newest: { at: number; itemIndex: number } | undefined;

	constructor(private readonly key: string) {}

	addActivity(reading: ActivityReading, itemIndex: number): void {
		this.sources.push(itemIndex);
		this.readings.push({ reading, itemIndex });
		const at = reading.at ?? Number.NEGATIVE_INFINITY;
		if (!this.newest || at >= this.newest.at) this.newest = { at, itemIndex };
	}

	addRecord(itemIndex: number): void {
		this.sources.push(itemIndex);
		this.record = itemIndex;
	}

	/** The lead's own record is what it keeps; where there is none, its newest activity. */
	lead(items: readonly INodeExecutionData[]): Lead {
		const itemIndex = this.record ?? this.newest?.itemIndex ?? 0;
		const lead = items[itemIndex] as INodeExecutionData;
		return {
			key: this.key,
			itemIndex,
			sources: this.sources,
			itemIs: this.record === undefined ? 'activity' : 'partOfRecord',
			activities: this.readings.map(({ reading, itemIndex: source }) => ({
				...reading,
				item: { json: (items[source] as INodeExecutionData).json, lead },
				itemIndex: source,
			})),
		};
	}
}
