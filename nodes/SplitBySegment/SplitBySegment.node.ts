import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { assignSegment, type SegmentVerdict } from '../core/segment/assignSegment';
import { isMarkedLost, suppressionReason } from '../core/segment/suppression';
import { BadRecords } from '../shared/BadRecords';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { judgeItems, type OnUnreadable } from '../shared/judgeItems';
import { absentConditionFields, replacedField, tellUser } from '../shared/tellUser';
import { description } from './SplitBySegment.description';
import { readConfiguration } from './SplitBySegment.parameters';

/** Everyone else always leaves first, so that adding segments moves no wire. */
const EVERYONE_ELSE_OUTPUT = 0;

export class SplitBySegment implements INodeType {
	description = description;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const { segments, everyoneElse, matchesAll, isSingleOutput, ...configuration } = readConfiguration(this);
		const bad = new BadRecords(this, 'item', 'with a condition taken as not met', configuration.onBadData);
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
					facts.flag(configuration.unsubscribed, itemIndex),
					configuration.leaveLostInPeace && isMarkedLost(item.json),
				),
			};
			const verdictAt = (place: number | undefined): SegmentVerdict => {
				const segment = place === undefined ? undefined : segments[place];
				if (!segment) return assignSegment(undefined, matched, '', permission, everyoneElse);
				const { name, conditions } = segment;
				const channel = segment.channel(item, itemIndex);
				return assignSegment(
					{ name, campaign: segment.campaign(item, itemIndex) ?? null, channel: channel === 'none' ? null : channel },
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
