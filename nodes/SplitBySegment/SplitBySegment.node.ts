import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { assignSegment, type SegmentVerdict } from '../core/segment/assignSegment';
import { isMarkedLost, isStillSubscribed, suppressionReason } from '../core/segment/suppression';
import { BadRecords } from '../shared/BadRecords';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { judgeItems, type OnUnreadable } from '../shared/judgeItems';
import type { ItemReader } from '../shared/NodeParameters';
import { absentConditionFields, replacedField, tellUser } from '../shared/tellUser';
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
		subtitle: '={{($parameter["segments"].values ?? []).length}} segments',
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
		const { segments, everyoneElse, matchesAll, isSingleOutput, ...configuration } =
			readConfiguration(this);
		const bad = new BadRecords(
			this,
			'item',
			'with a condition taken as not met',
			configuration.onBadData,
		);
		const facts = new FactReader(items, configuration.zone);

		/** The places in `segments` that the item belongs to; only the first unless all are wanted. */
		const placesOf = (item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable) => {
			const places: number[] = [];
			for (const [place, { isEnabled, conditions }] of segments.entries()) {
				if (!isEnabled || !conditions.isMetBy(item, itemIndex, onUnreadable)) continue;
				places.push(place);
				if (!matchesAll) break;
			}
			return places;
		};

		const judge = (item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable) => {
			const places = placesOf(item, itemIndex, onUnreadable);
			const matched = places.map((place) => segments[place]?.name ?? '');
			const permission = {
				previousName: facts.text(configuration.previousSegment, itemIndex) ?? null,
				suppressedReason: suppressionReason(
					facts.mark(configuration.unsubscribed, itemIndex, isStillSubscribed),
					configuration.leaveLostInPeace && isMarkedLost(item.json),
				),
			};
			const verdictAt = (place: number | undefined): SegmentVerdict => {
				const segment = place === undefined ? undefined : segments[place];
				if (!segment) return assignSegment(undefined, matched, '', permission, everyoneElse);
				const { name, conditions } = segment;
				const valueOf = (fieldName: string, read: ItemReader<string | undefined>) => {
					try {
						return read(item, itemIndex) ?? null;
					} catch (error) {
						onUnreadable({ owner: name, fieldName, message: (error as Error).message });
						return null;
					}
				};
				const channel = valueOf('Channel', segment.channel);
				return assignSegment(
					{
						name,
						campaign: valueOf('Campaign', segment.campaign),
						channel: channel === 'none' ? null : channel,
					},
					matched,
					conditions.evidence(item, itemIndex),
					permission,
					everyoneElse,
				);
			};
			const wanted = isSingleOutput || places.length === 0 ? [places[0]] : places;
			return wanted.map((place) => ({ place, verdict: verdictAt(place) }));
		};

		const outputs: INodeExecutionData[][] = isSingleOutput ? [[]] : [[], ...segments.map(() => [])];
		judgeItems(items, bad, judge, (verdicts, item, itemIndex) => {
			for (const { place, verdict } of verdicts) {
				const output = isSingleOutput || place === undefined ? EVERYONE_ELSE_OUTPUT : place + 1;
				outputs[output]?.push(enrichedItem(item, configuration.outputField, verdict, itemIndex));
			}
		});

		tellUser(this, [
			...absentConditionFields(
				segments.filter(({ isEnabled }) => isEnabled),
				items,
			),
			...bad.hints(items.length),
			...facts.hints(),
			...replacedField(configuration.outputField, items),
		]);
		// Failed items never leave with a segment, unless n8n moves them to the error output.
		outputs[EVERYONE_ELSE_OUTPUT]?.push(...bad.failures);
		return outputs;
	}
}
