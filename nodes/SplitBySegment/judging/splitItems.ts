import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { Recogniser } from '../../core/attribute/recognition/Recogniser';
import { checkSegmentNames } from '../../core/segment/checkSegmentNames';
import { AttributeValues } from '../../shared/attributes/AttributeValues';
import { FieldFinder } from '../../shared/attributes/FieldFinder';
import { BadRecords } from '../../shared/BadRecords';
import { withDomainFaults } from '../../shared/configurationFault';
import { dateFormatHint } from '../../shared/dateHint';
import { enrichedItem } from '../../shared/enrichedItem';
import { FactReader } from '../../shared/FactReader';
import { judgeItems } from '../../shared/judgeItems';
import { quoted } from '../../shared/Rejection';
import { replacedField, tellUser } from '../../shared/tellUser';
import { ContactGuard } from '../leaveAlone/ContactGuard';
import { LeftAloneTally } from '../leaveAlone/LeftAloneTally';
import { ReportCollector } from '../report/ReportCollector';
import type { SplitConfiguration } from '../SplitBySegment.parameters';
import { CapacityLimits } from './CapacityLimits';
import { OutputBins } from './OutputBins';
import { outputPlaces } from './outputPlaces';
import { SegmentJudge, type Placement } from './SegmentJudge';

/** An item with all its placements. */
interface Placed {
	placements: Placement[];
	item: INodeExecutionData;
	itemIndex: number;
}

/** Where no item is under judgement. */
const NONE = -1;

/** Puts every item into its segment and the segments onto their outputs. */
export function splitItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: SplitConfiguration,
): INodeExecutionData[][] {
	const { everyoneElse, outputField, report, zone, asOf, dateOrder } = configuration;
	const bad = new BadRecords(
		context,
		'item',
		'with a condition taken as not met',
		configuration.onBadData,
	);
	const facts = new FactReader(items, zone, dateOrder);
	let judged = NONE;
	const attributes = new AttributeValues(
		() => items,
		configuration.attributeFields,
		new Recogniser(configuration.tables),
		{ zone, order: dateOrder, asOf },
		(label, name, value) => {
			if (judged === NONE) return;
			bad.reject({
				itemIndex: judged,
				kind: `with an unreadable ${label}`,
				message: `${label} "${name}" ${quoted(value)} cannot be read`,
				hint:
					dateFormatHint(value, zone, dateOrder) ??
					'Correct the value, or name another field under Attribute Fields',
			});
		},
		configuration.derivation,
	);
	const finder = new FieldFinder(items);
	const run = { context, items, zone, asOf, dateOrder, attributes, finder, facts };
	const scheme = configuration.makeScheme(run);
	const { groups } = scheme;
	withDomainFaults(context, () =>
		checkSegmentNames(
			groups.map(({ name }) => name),
			everyoneElse,
		),
	);
	const guard = new ContactGuard(configuration.leaveAlone, run);
	const judge = new SegmentJudge(configuration, scheme, guard, run);
	const capacity = new CapacityLimits(groups, configuration.capacity, run);
	const tally = new LeftAloneTally();
	const collector =
		report &&
		new ReportCollector(
			report,
			groups,
			run,
			everyoneElse,
			(place) => new Set(scheme.askedFields?.(place)),
		);
	const bins = new OutputBins(
		outputPlaces({ ...configuration, hasReportOutput: collector !== undefined }, groups.length),
	);

	const emit = ({ placements, item, itemIndex }: Placed) => {
		collector?.add(item, itemIndex, placements);
		for (const placement of placements) {
			const { verdict } = placement;
			tally.add(verdict, itemIndex);
			bins.add(enrichedItem(item, outputField, verdict, itemIndex), placement);
		}
	};
	/** Where a segment has a limit, who comes first is known only once all are judged. */
	const waiting: Placed[] = [];
	judgeItems(
		items,
		bad,
		(item, itemIndex, onUnreadable) => {
			judged = itemIndex;
			return judge.judge(item, itemIndex, onUnreadable);
		},
		(placements, item, itemIndex) => {
			const placed = { placements, item, itemIndex };
			if (!capacity.isNeeded) return emit(placed);
			capacity.add(placements, itemIndex);
			waiting.push(placed);
		},
	);
	// What is asked from now on, for hints and the report, was told of already.
	judged = NONE;
	capacity.apply();
	waiting.forEach(emit);
	if (collector) bins.addReport(collector.items());
	bins.addFailures(bad.failures);

	tellUser(context, [
		...scheme.hints(),
		...attributes.hints(),
		...guard.hints(),
		...tally.hints(configuration.hasSuppressedOutput, outputField),
		...(collector?.hints() ?? []),
		...bad.hints(items.length),
		...facts.hints(),
		...replacedField(outputField, items),
	]);
	return bins.outputs;
}
