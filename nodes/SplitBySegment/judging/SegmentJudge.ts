import type { INodeExecutionData } from 'n8n-workflow';

import { assignSegment, type PersonState, type Segment } from '../../core/segment/assignSegment';
import type { SegmentVerdict } from '../../core/segment/SegmentVerdict';
import { SharedTexts } from '../../core/wording/SharedTexts';
import type { OnUnreadable } from '../../shared/conditions';
import { valueFor, type PerItem } from '../../shared/NodeParameters';
import type { ContactGuard } from '../leaveAlone/ContactGuard';
import type { Scheme, SegmentGroup, SplitRun } from '../schemes/Scheme';
import type { SplitConfiguration } from '../SplitBySegment.parameters';

const NO_NAMES: readonly string[] = Object.freeze([]);
const IN_NO_SEGMENT = 'Meets the conditions of no segment.';

/** Most people: nothing was known of them, and nothing stands against contacting them. */
const NEW_AND_FREE: PersonState = Object.freeze({
	previousName: null,
	suppression: undefined,
	control: null,
});

/** A group, with what is the same for all of its people. */
interface SharedParts {
	group: SegmentGroup;
	priority: number;
	/** What travels with everybody; undefined where it may differ from item to item. */
	segment: Segment | undefined;
	/** Why people are in the segment, as sentences. */
	reasons: SharedTexts<string>;
	/** The list of those in this segment alone. */
	namesAlone: readonly string[];
}

/**
 * Finds the segments of an item, and what travels with it to each.
 *
 * It is asked for every item, of which there may be many: what most items share is made once.
 */
export class SegmentJudge {
	private readonly groups: readonly SharedParts[];

	/** Everyone else. */
	private readonly others: Segment;

	/** The verdicts for the item asked about last. */
	private readonly verdicts: SegmentVerdict[] = [];

	constructor(
		private readonly configuration: SplitConfiguration,
		private readonly scheme: Scheme,
		private readonly guard: ContactGuard,
		private readonly run: SplitRun,
	) {
		this.groups = scheme.groups.map(sharedParts);
		this.others = {
			name: configuration.everyoneElse,
			priority: null,
			campaign: null,
			channel: null,
			owner: null,
		};
	}

	/**
	 * The verdicts for an item: one, or several where all segments are wanted.
	 *
	 * The list is the same in each call, and holds until the next one.
	 */
	judge(
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): readonly SegmentVerdict[] {
		const { scheme, configuration, verdicts } = this;
		const { matchesAll, isSingleOutput } = configuration;
		const places = scheme.placesOf(item, itemIndex, matchesAll, onUnreadable);
		const count = isSingleOutput ? 1 : Math.max(places.length, 1);
		for (let i = 0; i < count; i++) {
			verdicts[i] = this.verdictAt(places[i], places, item, itemIndex, onUnreadable);
		}
		verdicts.length = count;
		return verdicts;
	}

	private verdictAt(
		place: number | undefined,
		places: readonly number[],
		item: INodeExecutionData,
		itemIndex: number,
		onUnreadable: OnUnreadable,
	): SegmentVerdict {
		const { configuration, run, scheme } = this;
		const parts = place === undefined ? undefined : this.groups[place]!;
		const segment = parts
			? (parts.segment ?? segmentFor(parts, item, itemIndex, onUnreadable))
			: this.others;
		const reason = parts
			? parts.reasons.of(scheme.evidence(place!, item, itemIndex))
			: (scheme.whyNone?.(item, itemIndex) ?? IN_NO_SEGMENT);
		const person = this.personOf(item, itemIndex, segment.channel, parts !== undefined);
		const matched = parts && places.length === 1 ? parts.namesAlone : this.namesOf(places);
		const verdict = assignSegment(segment, reason, matched, person);
		if (scheme.details) verdict.details = scheme.details(item, itemIndex);
		if (configuration.addsRecognised) {
			verdict.recognised = run.attributes.recognisedOf(item, itemIndex);
		}
		return verdict;
	}

	private personOf(
		item: INodeExecutionData,
		itemIndex: number,
		channel: string | null,
		isInSegment: boolean,
	): PersonState {
		const { guard, run, configuration } = this;
		const suppression = guard.suppressionOf(item, itemIndex, channel ?? undefined, isInSegment);
		const control = guard.controlOf(suppression, item, itemIndex, isInSegment);
		const { previousSegment } = configuration;
		const previousName = (previousSegment && run.facts.text(previousSegment, itemIndex)) ?? null;
		if (suppression === undefined && control === null && previousName === null) return NEW_AND_FREE;
		return { previousName, suppression, control };
	}

	private namesOf(places: readonly number[]): readonly string[] {
		if (places.length === 0) return NO_NAMES;
		return places.map((place) => this.groups[place]!.group.name);
	}
}

function sharedParts(group: SegmentGroup, place: number): SharedParts {
	const { name, campaign, channel, owner } = group;
	const priority = place + 1;
	const before = `${name}: `;
	const isShared = 'constant' in campaign && 'constant' in channel && 'constant' in owner;
	return {
		group,
		priority,
		segment: isShared
			? {
					name,
					priority,
					campaign: campaign.constant ?? null,
					channel: channel.constant ?? null,
					owner: owner.constant ?? null,
				}
			: undefined,
		reasons: new SharedTexts((evidence) => `${before}${evidence}.`),
		namesAlone: Object.freeze([name]),
	};
}

/** A segment with what travels with one item; nothing does where its expression cannot be evaluated. */
function segmentFor(
	{ group, priority }: SharedParts,
	item: INodeExecutionData,
	itemIndex: number,
	onUnreadable: OnUnreadable,
): Segment {
	const { name, campaign, channel, owner } = group;
	const read = (fieldName: string, value: PerItem<string | undefined>): string | null => {
		try {
			return valueFor(value, item, itemIndex) ?? null;
		} catch (error) {
			onUnreadable({ owner: name, fieldName, message: (error as Error).message });
			return null;
		}
	};
	// Of several that cannot be read, the one on which most depends is told first.
	const ofChannel = read('Channel', channel);
	return {
		name,
		priority,
		campaign: read('Campaign', campaign),
		channel: ofChannel,
		owner: read('Owner', owner),
	};
}
