import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { Recogniser } from '../core/attribute/recognition/Recogniser';
import { checkSegmentNames } from '../core/segment/checkSegmentNames';
import { AttributeValues } from '../shared/attributes/AttributeValues';
import { BadRecords } from '../shared/BadRecords';
import { withDomainFaults } from '../shared/configurationFault';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { judgeItems } from '../shared/judgeItems';
import { quoted } from '../shared/Rejection';
import { replacedField, tellUser } from '../shared/tellUser';
import { CapacityLimits } from './judging/CapacityLimits';
import { SegmentJudge, type Placement } from './judging/SegmentJudge';
import { ContactGuard } from './leaveAlone/ContactGuard';
import { LeftAloneTally } from './leaveAlone/LeftAloneTally';
import { ReportCollector } from './report/ReportCollector';
import { properties } from './SplitBySegment.description';
import { segmentOutputs } from './SplitBySegment.outputs';
import { readConfiguration } from './SplitBySegment.parameters';

/** Everyone else always leaves first, so that adding segments moves no wire. */
const EVERYONE_ELSE_OUTPUT = 0;

export class SplitBySegment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Split by Segment',
		name: 'splitBySegment',
		icon: { light: 'file:splitBySegment.svg', dark: 'file:splitBySegment.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{($parameter["segments"].values ?? []).length}} {{($parameter["segments"].values ?? []).length === 1 ? "segment" : "segments"}}',
		description:
			'Puts every item into a segment with its campaign and channel, and sends each segment its own way',
		defaults: { name: 'Split by Segment' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{(${segmentOutputs})($parameter)}}`,
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const configuration = readConfiguration(this);
		const { isSingleOutput, outputField, onBadData, everyoneElse } = configuration;
		const { zone, asOf, dateOrder } = configuration;
		const bad = new BadRecords(this, 'item', 'with a condition taken as not met', onBadData);
		const facts = new FactReader(items, zone, dateOrder);
		let itemIndex = 0;
		const attributes = new AttributeValues(
			() => items,
			configuration.attributeFields,
			new Recogniser(configuration.tables),
			{ zone, order: dateOrder, asOf },
			(label, name, value) =>
				bad.reject({
					itemIndex,
					kind: `with an unreadable ${label}`,
					message: `${label} "${name}" ${quoted(value)} cannot be read`,
					hint: 'Correct the value, or name another field under Attribute Fields',
				}),
			configuration.derivation,
		);
		const run = { context: this, items, zone, asOf, dateOrder, attributes, facts };
		const scheme = configuration.makeScheme(run);
		withDomainFaults(this, () =>
			checkSegmentNames(
				scheme.groups.map(({ name }) => name),
				everyoneElse,
			),
		);
		const guard = new ContactGuard(configuration.leaveAlone, run);
		const capacity = new CapacityLimits(scheme.groups, configuration.capacity, run);
		const tally = new LeftAloneTally();
		const judge = new SegmentJudge(configuration, scheme, guard, run);

		const collector =
			configuration.report &&
			new ReportCollector(
				configuration.report,
				scheme.groups,
				run,
				everyoneElse,
				(place) => new Set(scheme.askedFields?.(place)),
			);
		const firstOfGroups = collector ? 2 : 1;
		const outputs: INodeExecutionData[][] = [
			[],
			...(collector ? [[]] : []),
			...(isSingleOutput ? [] : scheme.groups.map(() => [])),
		];
		const emit = (placements: readonly Placement[], item: INodeExecutionData, index: number) => {
			collector?.add(item, index, placements);
			for (const { place, verdict } of placements) {
				tally.add(verdict, index);
				const isOver = verdict.suppressedBy === 'overCapacity';
				const isElse = isSingleOutput || place === undefined || isOver;
				outputs[isElse ? EVERYONE_ELSE_OUTPUT : place + firstOfGroups]?.push(
					enrichedItem(item, outputField, verdict, index),
				);
			}
		};
		/** Where a segment has a limit, who comes first is known only once all are judged. */
		const waiting: Array<{ placements: Placement[]; item: INodeExecutionData; index: number }> = [];
		judgeItems(
			items,
			bad,
			(item, index, onUnreadable) => {
				itemIndex = index;
				return judge.judge(item, index, onUnreadable);
			},
			(placements, item, index) => {
				if (!capacity.isNeeded) return emit(placements, item, index);
				capacity.add(placements, index);
				waiting.push({ placements, item, index });
			},
		);
		capacity.apply();
		for (const { placements, item, index } of waiting) emit(placements, item, index);

		if (collector) outputs[1] = collector.items();
		tellUser(this, [
			...scheme.hints(),
			...attributes.hints(),
			...guard.hints(),
			...(collector?.hints() ?? []),
			...tally.hints(false, outputField),
			...bad.hints(items.length),
			...facts.hints(),
			...replacedField(outputField, items),
		]);
		// Failed items never leave with a segment, unless n8n moves them to the error output.
		for (const failure of bad.failures) outputs[EVERYONE_ELSE_OUTPUT]?.push(failure);
		return outputs;
	}
}
