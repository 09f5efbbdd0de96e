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
}
