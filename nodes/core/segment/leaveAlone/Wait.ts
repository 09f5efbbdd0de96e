import type { SuppressionKind } from '../Suppression';

/** Something that stands against contacting a person for a while. */
export interface Wait {
	by: SuppressionKind;
	/** One sentence with the figures that decided. */
	reason: string;
	/** The instant from which it no longer stands against it; undefined where it is not known. */
	until: number | undefined;
}

/**
 * Two waits as one: the first is told, and it ends when both have ended, which is not known where the
 * end of one is not.
 */
export function bothWaits(first: Wait | undefined, second: Wait | undefined): Wait | undefined {
	if (!first || !second) return first ?? second;
	const isKnown = first.until !== undefined && second.until !== undefined;
	return { ...first, until: isKnown ? Math.max(first.until!, second.until!) : undefined };
}
