import type { INodeExecutionData } from 'n8n-workflow';

import { assignSegment, type PersonState } from '../../core/segment/assignSegment';
import { SegmentReasons } from '../../core/segment/SegmentReasons';
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

const NO_NAMES: readonly string[] = Object.freeze([]);
const IN_NO_SEGMENT = 'Meets the conditions of no segment.';

/** Finds the segments of an item, and what travels with it to each. */
export class SegmentJudge {
	private readonly reasons: readonly SegmentReasons[];

	/** The lists of those in one segment alone, which all of its people share. */
	private readonly namesAlone: ReadonlyArray<readonly string[]>;

	constructor(
		private readonly configuration: SplitConfiguration,
		private readonly scheme: Scheme,
		private readonly guard: ContactGuard,
		private readonly run: SplitRun,
	) {
		const names = scheme.groups.map(({ name }) => name);
		this.reasons = names.map((name) => new SegmentReasons(name));
		this.namesAlone = names.map((name) => Object.freeze([name]));
	}

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
		const verdict = assignSegment(
			group && {
				name: group.name,
				priority: place! + 1,
				campaign: valueOf(group, 'Campaign', group.campaign, item, itemIndex, onUnreadable) ?? null,
				channel: channel ?? null,
				owner: valueOf(group, 'Owner', group.owner, item, itemIndex, onUnreadable) ?? null,
				reason: this.reasons[place!]!.sentence(scheme.evidence(place!, item, itemIndex)),
			},
			this.namesAt(places),
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

	private namesAt(places: readonly number[]): readonly string[] {
		const first = places[0];
		if (first === undefined) return NO_NAMES;
		return places.length === 1
			? this.namesAlone[first]!
			: places.flatMap((place) => this.namesAlone[place]!);
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
