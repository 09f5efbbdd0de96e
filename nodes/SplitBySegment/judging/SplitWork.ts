import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Recogniser } from '../../core/attribute/recognition/Recogniser';
import { checkSegmentNames } from '../../core/segment/checkSegmentNames';
import type { SegmentVerdict } from '../../core/segment/SegmentVerdict';
import { AttributeValues } from '../../shared/attributes/AttributeValues';
import { FieldFinder } from '../../shared/attributes/FieldFinder';
import { BadRecords } from '../../shared/BadRecords';
import { withDomainFaults } from '../../shared/configurationFault';
import { dateFormatHint } from '../../shared/dateHint';
import { enrichedItem } from '../../shared/enrichedItem';
import { FactReader } from '../../shared/FactReader';
import { judgeItems } from '../../shared/judgeItems';
import { quoted } from '../../shared/Rejection';
import { ReplacedValues, tellUser } from '../../shared/tellUser';
import { ContactGuard } from '../leaveAlone/ContactGuard';
import { LeftAloneTally } from '../leaveAlone/LeftAloneTally';
import { ReportCollector } from '../report/ReportCollector';
import type { Scheme, SegmentGroup, SplitRun } from '../schemes/Scheme';
import type { SplitConfiguration } from '../SplitBySegment.parameters';
import { CapacityLimits } from './CapacityLimits';
import { OutputBins } from './OutputBins';
import { outputPlaces } from './outputPlaces';
import type { Placed } from './Placed';
import { SegmentJudge } from './SegmentJudge';

/** Where no item is under judgement. */
const NONE = -1;

/**
 * The work of a run, step by step: all items are judged, those who are too many or not due are held
 * back, and what is left to say is put onto the outputs.
 */
export class SplitWork {
	readonly run: SplitRun;

	readonly guard: ContactGuard;

	/** Items that wait for what is known only once all are judged. */
	readonly waiting: Placed[] = [];

	private readonly scheme: Scheme;

	private readonly capacity: CapacityLimits;

	private readonly bad: BadRecords;

	private readonly tally = new LeftAloneTally();

	private readonly collector: ReportCollector | undefined;

	private readonly bins: OutputBins;

	private readonly replaced: ReplacedValues;

	private judged = NONE;

	/** Whether people are told once, so that nobody suppressed may leave on the output of a segment. */
	private readonly tellsOnce: boolean;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly items: readonly INodeExecutionData[],
		private readonly configuration: SplitConfiguration,
	) {
		const { everyoneElse, report, zone, asOf, dateOrder, memory } = configuration;
		this.bad = new BadRecords(
			context,
			'item',
			'with a condition taken as not met',
			configuration.onBadData,
		);
		this.tellsOnce = memory?.rules !== undefined;
		this.replaced = new ReplacedValues(configuration.outputField);
		const facts = new FactReader(items, zone, dateOrder);
		const attributes = this.attributesOf();
		const finder = new FieldFinder(items);
		const run: SplitRun = { context, items, zone, asOf, dateOrder, attributes, finder, facts };
		this.run = run;
		const scheme = configuration.makeScheme(run);
		this.scheme = scheme;
		const { groups } = scheme;
		withDomainFaults(context, () =>
			checkSegmentNames(
				groups.map(({ name }) => name),
				everyoneElse,
			),
		);
		this.guard = new ContactGuard(configuration.leaveAlone, run);
		this.capacity = new CapacityLimits(groups, configuration.capacity, run);
		this.collector =
			report &&
			new ReportCollector(
				report,
				groups,
				run,
				everyoneElse,
				(place) => new Set(scheme.askedFields?.(place)),
			);
		this.bins = new OutputBins(
			outputPlaces({ ...configuration, hasReportOutput: report !== undefined }, groups.length),
			(place) => this.tellsOnce && groups[place]?.tellsNobody !== true,
		);
	}

	/** The segments. */
	get groups(): readonly SegmentGroup[] {
		return this.scheme.groups;
	}

	/**
	 * Judges all items.
	 *
	 * @param waits whether items are to wait; without that they leave one after the other, unless a
	 *   segment has a limit, where who comes first is known only once all are judged
	 */
	judge(waits: boolean): void {
		const judge = new SegmentJudge(this.configuration, this.scheme, this.guard, this.run);
		const emitsAtOnce = !waits && !this.capacity.isNeeded;
		judgeItems(
			this.items,
			this.bad,
			(item, itemIndex, onUnreadable) => {
				this.judged = itemIndex;
				return judge.judge(item, itemIndex, onUnreadable);
			},
			(verdicts, item, itemIndex) => {
				if (emitsAtOnce) this.emit(verdicts, item, itemIndex);
				else this.waiting.push({ verdicts: [...verdicts], item, itemIndex });
			},
		);
		// What is asked from now on, for hints and the report, was told of already.
		this.judged = NONE;
	}

	/** Suppresses those whom the capacity of their segment does not reach. */
	limit(): void {
		if (!this.capacity.isNeeded) return;
		for (const { verdicts, itemIndex } of this.waiting) this.capacity.add(verdicts, itemIndex);
		this.capacity.apply();
	}

	/** What leaves on each output, once nothing is left to decide. */
	finish(): INodeExecutionData[][] {
		const { bins, collector, configuration, items } = this;
		const { outputField } = configuration;
		for (const { verdicts, item, itemIndex } of this.waiting) {
			this.emit(verdicts, item, itemIndex);
		}
		if (collector) bins.addReport(collector.items());
		bins.addFailures(this.bad.failures);
		tellUser(this.context, [
			...this.scheme.hints(),
			...this.run.attributes.hints(),
			...this.guard.hints(),
			...this.tally.hints(this.whereSuppressed(), outputField),
			...(collector?.hints() ?? []),
			...this.bad.hints(items.length),
			...this.run.facts.hints(),
			...(this.run.memory?.hints() ?? []),
			...this.replaced.hints(),
		]);
		return bins.outputs;
	}

	private emit(
		verdicts: readonly SegmentVerdict[],
		item: INodeExecutionData,
		itemIndex: number,
	): void {
		const { outputField } = this.configuration;
		this.collector?.add(item, itemIndex, verdicts);
		this.replaced.note(item);
		for (let i = 0; i < verdicts.length; i++) {
			const verdict = verdicts[i]!;
			this.tally.add(verdict, itemIndex);
			this.bins.add(enrichedItem(item, outputField, verdict, itemIndex), verdict);
		}
	}

	private whereSuppressed() {
		const { hasSuppressedOutput, isSingleOutput } = this.configuration;
		if (hasSuppressedOutput) return 'ownOutput';
		return this.tellsOnce && !isSingleOutput ? 'everyoneElse' : 'anyOutput';
	}

	private attributesOf(): AttributeValues {
		const { attributeFields, tables, zone, asOf, dateOrder, derivation } = this.configuration;
		return new AttributeValues(
			() => this.items,
			attributeFields,
			new Recogniser(tables),
			{ zone, order: dateOrder, asOf },
			(label, name, value) => {
				if (this.judged === NONE) return;
				this.bad.reject({
					itemIndex: this.judged,
					kind: `with an unreadable ${label}`,
					message: `${label} "${name}" ${quoted(value)} cannot be read`,
					hint:
						dateFormatHint(value, zone, dateOrder) ??
						'Correct the value, or name another field under Attribute Fields',
				});
			},
			derivation,
		);
	}
}
