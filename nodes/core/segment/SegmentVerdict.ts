import type { Claim } from '../memory/Contact';
import type { SuppressionKind } from './Suppression';

/** The `segment` object of an output item; `null` where something is not known. */
export interface SegmentVerdict {
	name: string;
	/** All segments that the item belongs to, in their order; the first only where no more are asked for. */
	matched: readonly string[];
	/** The place of the segment in its scheme, from 1, the most important; null for everyone else. */
	priority: number | null;
	campaign: string | null;
	channel: string | null;
	/** Who looks after the segment. */
	owner: string | null;
	/** Whether the person must not be contacted. */
	suppressed: boolean;
	suppressedBy: SuppressionKind | null;
	suppressedReason: string | null;
	suppressedUntil: string | null;
	/** Whether the person is in the control group; null where there is none. */
	control: boolean | null;
	previousName: string | null;
	changed: boolean | null;
	reason: string;
	/** What the scheme found out about the person, such as scores of RFM. */
	details?: Readonly<Record<string, unknown>>;
	/** What is recognised of the person, where that is asked for. */
	recognised?: Readonly<Record<string, unknown>>;
	/** ISO 8601: since when the person is in the segment; only where a customer memory is used. */
	since?: string | null;
	/** What a message to them is confirmed by; null where none is due. Only where people are told once. */
	claim?: Claim | null;
}

/** The place of a verdict's segment in its scheme, from 0; undefined for everyone else. */
export function placeOf({ priority }: Pick<SegmentVerdict, 'priority'>): number | undefined {
	return priority === null ? undefined : priority - 1;
}
