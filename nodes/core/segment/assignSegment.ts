import { SegmentationError } from '../SegmentationError';

/** More groups than this nobody writes campaigns for. */
export const MAX_SEGMENTS = 20;

/** The `segment` object of an output item; `null` where something is not known. */
export interface SegmentVerdict {
	name: string;
	/** All segments whose conditions the item meets, in their order. */
	matched: string[];
	campaign: string | null;
	channel: string | null;
	/** Whether the person must not be contacted. */
	suppressed: boolean;
	suppressedReason: string | null;
	previousName: string | null;
	changed: boolean | null;
	reason: string;
}

/** One group as its owner wrote it down. */
export interface Segment {
	name: string;
	campaign: string | null;
	channel: string | null;
}

/**
 * Checks the names by which segments are told apart.
 *
 * @throws SegmentationError `tooManySegments`, `emptyName` or `duplicateSegmentName`
 */
export function checkSegmentNames(names: readonly string[], everyoneElse: string): void {
	if (names.length > MAX_SEGMENTS) {
		throw new SegmentationError(
			'tooManySegments',
			`There are ${names.length} segments, the most are ${MAX_SEGMENTS}`,
			'Join segments that get the same campaign, or split in two steps',
		);
	}
	const seen = new Set([everyoneElse.trim().toLowerCase()]);
	names.forEach((name, i) => {
		const key = name.trim().toLowerCase();
		if (key === '') {
			throw new SegmentationError(
				'emptyName',
				`Segment ${i + 1} has no name`,
				'Give every segment a Segment Name, e.g. Advocates',
			);
		}
		if (seen.has(key)) {
			throw new SegmentationError(
				'duplicateSegmentName',
				`The segment name "${name}" is used twice`,
				'Give every segment a name of its own, different from the name of Everyone Else',
			);
		}
		seen.add(key);
	});
}

/** What is known of the person beside the segments. */
export interface ContactPermission {
	previousName: string | null;
	/** Why the person must not be contacted, in words; undefined where nothing stands against it. */
	suppressedReason: string | undefined;
}

/**
 * The verdict for an item in one segment, or with everyone else.
 *
 * @param segment undefined for everyone else
 * @param evidence the values that met the segment's conditions, in words
 */
export function assignSegment(
	segment: Segment | undefined,
	matched: string[],
	evidence: string,
	permission: ContactPermission,
	everyoneElse: string,
): SegmentVerdict {
	const name = segment?.name ?? everyoneElse;
	const { previousName, suppressedReason } = permission;
	return {
		name,
		matched,
		campaign: segment?.campaign ?? null,
		channel: segment?.channel ?? null,
		suppressed: suppressedReason !== undefined,
		suppressedReason: suppressedReason ?? null,
		previousName,
		changed: previousName === null ? null : previousName !== name,
		reason: segment ? `${name}: ${evidence}.` : 'Meets the conditions of no segment.',
	};
}
