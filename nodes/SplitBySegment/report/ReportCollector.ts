import type {
	IDataObject,
	INodeExecutionData,
	IPairedItemData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { Recogniser } from '../../core/attribute/recognition/Recogniser';
import { GroupTally } from '../../core/report/GroupFigures';
import { makeReport, type CollectedGroup, type Outcomes } from '../../core/report/makeReport';
import { readOutcome } from '../../core/report/readOutcome';
import { runFindings } from '../../core/report/runFindings';
import { segmentHtml } from '../../core/report/segmentHtml';
import type { RunReport } from '../../core/report/SegmentReport';
import { segmentCard, segmentText } from '../../core/report/segmentText';
import { TraitColumn } from '../../core/report/TraitColumn';
import { placeOf, type SegmentVerdict } from '../../core/segment/SegmentVerdict';
import type { SuppressionKind } from '../../core/segment/Suppression';
import { AttributeValues } from '../../shared/attributes/AttributeValues';
import type { SegmentGroup, SplitRun } from '../schemes/Scheme';
import { FigureReader, horizonIn } from './FigureReader';
import type { ReportConfiguration } from './readReport';
import { ReportField } from './ReportField';
import { traitSources } from './traitSources';

/** Days ahead that are told where nothing was forecast. */
const USUAL_DAYS = 90;

/** What travels with people, as long as it is the same with all of them. */
class Common {
	private value: string | null | undefined;

	private isMixed = false;

	see(value: string | null): void {
		if (this.value === undefined) this.value = value;
		else if (this.value !== value) this.isMixed = true;
	}

	get shared(): string | null {
		return this.isMixed ? null : (this.value ?? null);
	}
}

/** One group while its people are collected. */
class GroupDraft {
	readonly people: number[] = [];

	readonly suppressedBy = new Map<SuppressionKind, number>();

	readonly campaign = new Common();

	readonly channel = new Common();

	readonly owner = new Common();

	readonly outcomes = noOutcomes();

	control = 0;

	constructor(
		readonly name: string,
		readonly isEveryoneElse: boolean,
		readonly isEnabled: boolean,
		readonly tally: GroupTally,
	) {}

	see(person: number, verdict: SegmentVerdict): void {
		const { suppressedBy, control } = verdict;
		this.people.push(person);
		if (control === true) this.control += 1;
		if (suppressedBy !== null) {
			this.suppressedBy.set(suppressedBy, (this.suppressedBy.get(suppressedBy) ?? 0) + 1);
		}
		// An item that stands once for several segments carries what is set for the first one.
		if (verdict.name !== this.name) return;
		this.campaign.see(verdict.campaign);
		this.channel.see(verdict.channel);
		this.owner.see(verdict.owner);
	}

	collected(askedFields: ReadonlySet<string>): CollectedGroup {
		const { name, isEveryoneElse, isEnabled, people, tally, suppressedBy, control, outcomes } =
			this;
		return {
			name,
			isEveryoneElse,
			isEnabled,
			people,
			tally,
			suppressedBy,
			control,
			outcomes,
			askedFields,
			campaign: this.campaign.shared,
			channel: this.channel.shared,
			owner: this.owner.shared,
		};
	}
}

function noOutcomes(): Outcomes {
	return { contacted: { hits: 0, of: 0 }, control: { hits: 0, of: 0 } };
}

/** What keeps those from being contacted again whom the campaign has reached. */
const REACHED: ReadonlySet<SuppressionKind | null> = new Set([
	'told',
	'claimed',
	'contactedLately',
] as const);

/**
 * Counts an outcome on its side. Like is compared with like: who would have been left alone for
 * another reason counts on neither. Who was told in an earlier run counts among the contacted.
 */
function countOutcome(
	{ contacted, control }: Outcomes,
	{ control: isControl, suppressedBy }: SegmentVerdict,
	hasHappened: boolean,
): void {
	if (isControl === null) return;
	const isOnSide = isControl ? suppressedBy === 'control' : REACHED.has(suppressedBy);
	if (suppressedBy !== null && !isOnSide) return;
	const side = isControl ? control : contacted;
	side.of += 1;
	if (hasHappened) side.hits += 1;
}

/** Collects the people of a run and their segments, and makes the items of the Report output of them. */
export class ReportCollector {
	private readonly drafts: readonly GroupDraft[];

	private readonly placeOfName: ReadonlyMap<string, number>;

	private readonly all: GroupTally;

	private readonly outcomes = noOutcomes();

	/** The items of the people, in the order in which they came. */
	private readonly sources: number[] = [];

	/** The group of each person; the first one of several. */
	private readonly firstPlace: number[] = [];

	/** All groups of those who are in several. */
	private readonly several = new Map<number, readonly number[]>();

	private readonly previous: Array<string | undefined> = [];

	private hasControl = false;

	private readonly figures: FigureReader;

	private readonly outcome: ReportField<boolean> | undefined;

	private readonly attributes: AttributeValues;

	private readonly bases = { forecast: 0, pace: 0 };

	/**
	 * @param groups of the scheme, in their order
	 * @param everyoneElse the name of those who belong to none
	 * @param askedFields the fields that decide who belongs to the group at a place
	 */
	constructor(
		private readonly configuration: ReportConfiguration,
		groups: readonly SegmentGroup[],
		private readonly run: SplitRun,
		everyoneElse: string,
		private readonly askedFields: (place: number) => ReadonlySet<string> = () => new Set(),
	) {
		const { items, zone, dateOrder } = run;
		const { attributeFields, tables, outcome, outcomeSince, forecastDays } = configuration;
		const dates = { zone, order: dateOrder };
		const days = forecastDays || horizonIn(items) || USUAL_DAYS;
		this.drafts = [
			...groups.map(
				({ name, isEnabled }) => new GroupDraft(name, false, isEnabled, new GroupTally(days)),
			),
			new GroupDraft(everyoneElse, true, true, new GroupTally(days)),
		];
		this.placeOfName = new Map(this.drafts.map(({ name }, place) => [name, place]));
		this.all = new GroupTally(days);
		// Of its own: what the report cannot read must not fail an item, nor be told as what was asked for.
		this.attributes = new AttributeValues(
			() => items,
			attributeFields,
			new Recogniser(tables),
			{ ...dates, asOf: run.asOf },
			() => {},
			configuration.derivation,
		);
		this.figures = new FigureReader(configuration, run, this.attributes);
		this.outcome =
			outcome && new ReportField(outcome, (value) => readOutcome(value, outcomeSince, dates));
	}

	/** Takes an item with all its verdicts, once these are final. */
	add(item: INodeExecutionData, itemIndex: number, verdicts: readonly SegmentVerdict[]): void {
		const [first] = verdicts;
		if (!first) return;
		const person = this.sources.length;
		const figures = this.figures.figures(item, itemIndex);
		const hasHappened = this.outcome ? this.outcome.value(item, itemIndex) : undefined;
		this.sources.push(itemIndex);
		this.previous.push(first.previousName ?? undefined);
		this.all.add(figures);
		if (figures.forecast) this.bases.forecast += 1;
		if (figures.pace) this.bases.pace += 1;
		if (first.control !== null) this.hasControl = true;
		if (hasHappened !== undefined) countOutcome(this.outcomes, first, hasHappened);
		const places: number[] = [];
		for (const verdict of verdicts) {
			// In a single output an item stands once, with the names of all its segments.
			const also = verdict.matched.map((name) => this.placeOfName.get(name));
			for (const one of [placeOf(verdict) ?? this.drafts.length - 1, ...also]) {
				if (one === undefined || places.includes(one)) continue;
				places.push(one);
				const own = verdicts.find((other) => placeOf(other) === one) ?? verdict;
				const draft = this.drafts[one]!;
				draft.see(person, own);
				draft.tally.add(figures);
				if (hasHappened !== undefined) countOutcome(draft.outcomes, own, hasHappened);
			}
		}
		this.firstPlace.push(places[0]!);
		if (places.length > 1) this.several.set(person, places);
	}

	private report(): RunReport {
		const { configuration, run, bases, outcome } = this;
		return makeReport({
			groups: this.drafts.map((draft, place) => draft.collected(this.askedFields(place))),
			people: this.sources.length,
			all: this.all,
			outcomes: this.outcomes,
			hasControl: this.hasControl,
			hasOutcomes: outcome !== undefined,
			placesOf: (person) => this.several.get(person) ?? [this.firstPlace[person]!],
			previous: this.previous,
			columns: this.columns(),
			basis: bases.forecast > 0 ? 'forecast' : bases.pace > 0 ? 'pace' : undefined,
			spread: this.figures.spread,
			earlier: configuration.earlier,
			asOf: run.zone.toIso(run.asOf),
		});
	}

	/** What people have in each field, one field after the other, so that few values are held at once. */
	private columns(): TraitColumn[] {
		const { run, sources, configuration, attributes } = this;
		const { revenue, currency, revenueByCurrency } = this.all.figures(undefined, 0);
		const isMixed = revenue === null && revenueByCurrency !== null;
		const fields = traitSources(
			run.items,
			configuration,
			attributes,
			isMixed ? undefined : (currency ?? ''),
		);
		return fields.flatMap(({ field, read }) => {
			const values = sources.map((index) => read(run.items[index]!, index));
			return TraitColumn.of(field, values) ?? [];
		});
	}

	/** The items of the Report output, each linked to the items of its people. */
	items(): INodeExecutionData[] {
		const report = this.report();
		const links = this.sources.map((item): IPairedItemData => ({ item }));
		if (this.configuration.reportAs === 'message') {
			return [{ json: { segmentReport: messageOf(report) }, pairedItem: links }];
		}
		return report.segments.map((segment, place) => ({
			json: {
				segmentReport: { ...segment, text: segmentCard(segment) } as unknown as IDataObject,
			},
			pairedItem: this.drafts[place]!.people.map((person) => links[person]!),
		}));
	}

	/** What the user should know, once the items were made. */
	hints(): NodeExecutionHint[] {
		return [...this.figures.hints(), ...(this.outcome?.hints(this.run.items) ?? [])];
	}
}

/** A run as one item: what a person reads, and all figures behind it. */
function messageOf(report: RunReport): IDataObject {
	return {
		title: runFindings(report).title,
		...report,
		text: segmentText(report),
		html: segmentHtml(report),
	} as unknown as IDataObject;
}
