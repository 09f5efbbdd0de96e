import { SegmentationError } from '../SegmentationError';

/** More groups than this nobody writes campaigns for. */
export const MAX_SEGMENTS = 20;

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
