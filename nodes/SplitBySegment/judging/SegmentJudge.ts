import type { INodeExecutionData } from 'n8n-workflow';

import { assignSegment, type PersonState, type Segment } from '../../core/segment/assignSegment';
import type { SegmentVerdict } from '../../core/segment/SegmentVerdict';
import { SharedTexts } from '../../core/wording/SharedTexts';
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

/** Most people: nothing was known of them, and nothing stands against contacting them. */
const NEW_AND_FREE: PersonState = Object.freeze({
	previousName: null,
	suppression: undefined,
	control: null,
});

/**
 * Finds the segments of an item, and what travels with it to each.
 *
 * It is asked for every item, of which there may be many: what most items share is made once.
 */
export class SegmentJudge {
	/** Why people are in a segment, as sentences. */
	private readonly reasons: ReadonlyArray<SharedTexts<string>>;

	/** The lists of those in one segment alone, which all of its people share. */
	private readonly namesAlone: ReadonlyArray<readonly string[]>;

	/** Everyone else, where the scheme does not tell more. */
	private readonly others: Segment;

	constructor(
		private readonly configuration: SplitConfiguration,
		private readonly scheme: Scheme,
		private readonly guard: ContactGuard,
		private readonly run: SplitRun,
	) {
		const names = scheme.groups.map(({ name }) => name);
		this.reasons = names.map((name) => new SharedTexts((evidence) => `${name}: ${evidence}.`));
		this.namesAlone = names.map((name) => Object.freeze([name]));
		this.others = {
			name: configuration.everyoneElse,
			priority: null,
			campaign: null,
			channel: null,
			owner: null,
			reason: IN_NO_SEGMENT,
		};
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
		const { configuration, run, scheme } = this;
		const group = place === undefined ? undefined : scheme.groups[place];
		const channel =
			group && valueOf(group, 'Channel', group.channel, item, itemIndex, onUnreadable);
		const segment = group
			? this.segmentAt(place!, group, channel ?? null, item, itemIndex, onUnreadable)
			: this.othersBy(scheme.whyNone?.(item, itemIndex));
		const person = this.personOf(item, itemIndex, channel, group !== undefined);
		const verdict = assignSegment(segment, this.namesAt(places), person);
		if (scheme.details) verdict.details = scheme.details(item, itemIndex);
		if (configuration.addsRecognised) {
			verdict.recognised = run.attributes.recognisedOf(item, itemIndex);
		}
		return { place, verdict };
	}

	/** A segment with what travels with an item. */
	private segmentAt(
		place: number,
		group: SegmentGroup,
		channel: string | null,
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): Segment {
		return {
			name: group.name,
			priority: place + 1,
			campaign: valueOf(group, 'Campaign', group.campaign, item, itemIndex, onUnreadable) ?? null,
			channel,
			owner: valueOf(group, 'Owner', group.owner, item, itemIndex, onUnreadable) ?? null,
			reason: this.reasons[place]!.of(this.scheme.evidence(place, item, itemIndex)),
		};
	}

	private othersBy(reason: string | undefined): Segment {
		return reason === undefined ? this.others : { ...this.others, reason };
	}

	private personOf(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string | undefined,
		isInSegment: boolean,
	): PersonState {
		const { guard, run, configuration } = this;
		const suppression = guard.suppressionOf(item, itemIndex, channel, isInSegment);
		const control = guard.controlOf(suppression, item, itemIndex, isInSegment);
		const previousName = run.facts.text(configuration.previousSegment, itemIndex) ?? null;
		if (suppression === undefined && control === null && previousName === null) return NEW_AND_FREE;
		return { previousName, suppression, control };
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
