import type { SegmentVerdict } from './SegmentVerdict';
import type { Suppression } from './Suppression';

/** One group as it stands for an item; everyone else is one too. */
export interface Segment {
	name: string;
	/** From 1, the most important; null for everyone else. */
	priority: number | null;
	campaign: string | null;
	channel: string | null;
	owner: string | null;
	/** Why the item belongs to it, as a sentence. */
	reason: string;
}

/** What is known of the person beside the segments. */
export interface PersonState {
	previousName: string | null;
	/** What stands against contacting them; undefined where nothing does. */
	suppression: Suppression | undefined;
	/** Whether they are in the control group; null where there is none. */
	control: boolean | null;
}

/**
 * The verdict for an item in one segment, or with everyone else.
 *
 * @param matched the names of all segments that the item belongs to
 */
export function assignSegment(
	{ name, priority, campaign, channel, owner, reason }: Segment,
	matched: readonly string[],
	{ previousName, suppression, control }: PersonState,
): SegmentVerdict {
	return {
		name,
		matched,
		priority,
		campaign,
		channel,
		owner,
		suppressed: suppression !== undefined,
		suppressedBy: suppression?.by ?? null,
		suppressedReason: suppression?.reason ?? null,
		suppressedUntil: suppression?.until ?? null,
		control,
		previousName,
		changed: previousName === null ? null : previousName !== name,
		reason,
	};
}

/** A verdict against which something stands that was found out after it was given. */
export function withSuppression(verdict: SegmentVerdict, suppression: Suppression): SegmentVerdict {
	return {
		...verdict,
		suppressed: true,
		suppressedBy: suppression.by,
		suppressedReason: suppression.reason,
		suppressedUntil: suppression.until,
	};
}
