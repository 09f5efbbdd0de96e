import type { INodeExecutionData } from 'n8n-workflow';

import { assignSegment, type PersonState } from '../../core/segment/assignSegment';
import type { SegmentVerdict } from '../../core/segment/SegmentVerdict';
import type { OnUnreadable } from '../../shared/conditions';
import type { ItemReader } from '../../shared/NodeParameters';
import type { ContactGuard } from '../leaveAlone/ContactGuard';
import type { Scheme, SegmentGroup, SplitRun } from '../schemes/Scheme';
import type { SplitConfiguration } from '../SplitBySegment.parameters';

/** One segment an item goes to. */
export interface Placement {
	/** The segment's place in its scheme; undefined for everyone else. */
	place: number | undefined;
	verdict: SegmentVerdict;
}

const IN_NO_SEGMENT = 'Meets the conditions of no segment.';

/** Finds the segments of an item, and what travels with it to each. */
export class SegmentJudge {
	constructor(
		private readonly configuration: SplitConfiguration,
		private readonly scheme: Scheme,
		private readonly guard: ContactGuard,
		private readonly run: SplitRun,
	) {}

	/** Where an item goes: one place, or several where all segments are wanted. */
	judge(item: INodeExecutionData, itemIndex: number, onUnreadable: OnUnreadable): Placement[] {
		const { scheme, configuration } = this;
		const { matchesAll, isSingleOutput } = configuration;
		const places = scheme.placesOf(item, itemIndex, matchesAll, onUnreadable);
		if (places.length < 2 || isSingleOutput) {
			return [this.placementAt(places[0], places, item, itemIndex, onUnreadable)];
		}
		return places.map((place) => this.placementAt(place, places, item, itemIndex, onUnreadable));
	}

	private placementAt(
		place: number | undefined,
		places: readonly number[],
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): Placement {
		const { configuration, guard, run, scheme } = this;
		const { groups } = scheme;
		const group = place === undefined ? undefined : groups[place];
		const channel =
			group && valueOf(group, 'Channel', group.channel, item, itemIndex, onUnreadable);
		const isInSegment = group !== undefined;
		const suppression = guard.suppressionOf(item, itemIndex, channel, isInSegment);
		const person: PersonState = {
			previousName: run.facts.text(configuration.previousSegment, itemIndex) ?? null,
			suppression,
			control: guard.controlOf(suppression, item, itemIndex, isInSegment),
		};
		const matched = places.map((matchedPlace) => groups[matchedPlace]?.name ?? '');
		const verdict = assignSegment(
			group && {
				name: group.name,
				priority: place! + 1,
				campaign: valueOf(group, 'Campaign', group.campaign, item, itemIndex, onUnreadable) ?? null,
				channel: channel ?? null,
				owner: valueOf(group, 'Owner', group.owner, item, itemIndex, onUnreadable) ?? null,
				evidence: scheme.evidence(place!, item, itemIndex),
			},
			matched,
			person,
			{
				name: configuration.everyoneElse,
				reason: group ? '' : (scheme.whyNone?.(item, itemIndex) ?? IN_NO_SEGMENT),
			},
		);
		if (scheme.details) verdict.details = scheme.details(item, itemIndex);
		if (configuration.addsRecognised) {
			verdict.recognised = run.attributes.recognisedOf(item, itemIndex);
		}
		return { place, verdict };
	}
}

/** What travels with an item; nothing where its expression cannot be evaluated. */
function valueOf(
	group: SegmentGroup,
	fieldName: string,
	read: ItemReader<string | undefined>,
	item: INodeExecutionData,
	itemIndex: number,
	onUnreadable: OnUnreadable,
): string | undefined {
	try {
		return read(item, itemIndex);
	} catch (error) {
		onUnreadable({ owner: group.name, fieldName, message: (error as Error).message });
		return undefined;
	}
}
