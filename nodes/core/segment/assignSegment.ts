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
 * @param reason why the item belongs to the segment, as a sentence
 * @param matched the names of all segments that the item belongs to
 */
export function assignSegment(
	{ name, priority, campaign, channel, owner }: Segment,
	reason: string,
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

/** Puts into a verdict what stands against contacting the person and was found out after it was given. */
export function suppress(verdict: SegmentVerdict, { by, reason, until }: Suppression): void {
	verdict.suppressed = true;
	verdict.suppressedBy = by;
	verdict.suppressedReason = reason;
	verdict.suppressedUntil = until;
}
