import type { INodeExecutionData } from 'n8n-workflow';

import {
	assignSegment,
	type ContactPermission,
	type SegmentVerdict,
} from '../core/segment/assignSegment';
import { isMarkedLost, isStillSubscribed, suppressionReason } from '../core/segment/suppression';
import type { OnUnreadable } from '../shared/conditions';
import type { FactReader } from '../shared/FactReader';
import type { ItemReader } from '../shared/NodeParameters';
import type { SplitConfiguration } from './SplitBySegment.parameters';

/** One segment an item goes to. */
export interface Placement {
	/** The segment's place in the form; undefined for everyone else. */
	place: number | undefined;
	verdict: SegmentVerdict;
}

/** Finds the segments of an item, and what travels with it to each. */
export class SegmentJudge {
	constructor(
		private readonly configuration: SplitConfiguration,
		private readonly facts: FactReader,
	) {}

	/** Where an item goes: one place, or several where all segments are wanted. */
	judge(item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable): Placement[] {
		const { segments, isSingleOutput } = this.configuration;
		const places = this.placesOf(item, itemIndex, onUnreadable);
		const permission = this.permissionOf(item, itemIndex);
		const wanted = isSingleOutput || places.length === 0 ? [places[0]] : places;
		return wanted.map((place) => ({
			place,
			verdict: this.verdictAt(
				place,
				places.map((matched) => segments[matched]?.name ?? ''),
				permission,
				item,
				itemIndex,
				onUnreadable,
			),
		}));
	}

	/** The segments that the item belongs to; only the first unless all are wanted. */
	private placesOf(
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): number[] {
		const { segments, matchesAll } = this.configuration;
		const places: number[] = [];
		for (let place = 0; place < segments.length; place++) {
			const segment = segments[place];
			if (!segment?.isEnabled || !segment.conditions.isMetBy(item, itemIndex, onUnreadable))
				continue;
			places.push(place);
			if (!matchesAll) break;
		}
		return places;
	}

	private permissionOf(item: INodeExecutionData, itemIndex: number): ContactPermission {
		const { previousSegment, unsubscribed, leaveLostInPeace } = this.configuration;
		return {
			previousName: this.facts.text(previousSegment, itemIndex) ?? null,
			suppressedReason: suppressionReason(
				this.facts.mark(unsubscribed, itemIndex, isStillSubscribed),
				leaveLostInPeace && isMarkedLost(item.json),
			),
		};
	}

	private verdictAt(
		place: number | undefined,
		matched: string[],
		permission: ContactPermission,
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): SegmentVerdict {
		const { segments, everyoneElse } = this.configuration;
		const segment = place === undefined ? undefined : segments[place];
		if (!segment) return assignSegment(undefined, matched, '', permission, everyoneElse);

		/** What travels with the item; nothing where its expression cannot be evaluated. */
		const valueOf = (fieldName: string, read: ItemReader<string | undefined>): string | null => {
			try {
				return read(item, itemIndex) ?? null;
			} catch (error) {
				onUnreadable({ owner: segment.name, fieldName, message: (error as Error).message });
				return null;
			}
		};
		const channel = valueOf('Channel', segment.channel);
		return assignSegment(
			{
				name: segment.name,
				campaign: valueOf('Campaign', segment.campaign),
				channel: channel === 'none' ? null : channel,
			},
			matched,
			segment.conditions.evidence(item, itemIndex),
			permission,
			everyoneElse,
		);
	}
}
