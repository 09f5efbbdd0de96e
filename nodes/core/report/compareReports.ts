import { z } from 'zod';

import { checkedJson } from '../reading/checkedJson';
import { SegmentationError } from '../SegmentationError';

const figure = z.number().finite().nullish();

const earlierSegment = z.object({
	name: z.string(),
	size: z.number().int().min(0),
	share: figure,
	revenue: figure,
	currency: z.string().nullish(),
	averageScore: figure,
	return: figure,
	asOf: z.string().nullish(),
});

/** A group as an earlier report tells of it. */
export type EarlierSegment = z.infer<typeof earlierSegment>;

/** One figure, then and now; null for what is not known. */
export interface Change {
	before: number | null;
	now: number | null;
	change: number | null;
	/** The change over what was before. */
	relative: number | null;
}

/** What became of the figures of a group since an earlier report. */
export interface SegmentChange {
	/** Whether the earlier report has no such group. */
	isNew: boolean;
	size: Change;
	share: Change;
	revenue: Change;
	averageScore: Change;
	return: Change;
}

/** More than this no report holds. */
const MOST_SEGMENTS = 1000;
/** How deep a report stands in items, lists and results. */
const DEEPEST = 6;

const HINT = 'Give what the Report output gave last time: its items, or the whole message, as JSON';

/** The records of segments in what the Report output gave, however it was passed on. */
function segmentsIn(value: unknown, depth = 0): unknown[] {
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.flatMap((one) => segmentsIn(one, depth + 1));
	if (typeof value !== 'object' || value === null) return [];
	for (const key of ['json', 'segmentReport', 'segments']) {
		if (Object.hasOwn(value, key)) {
			return segmentsIn((value as Record<string, unknown>)[key], depth + 1);
		}
	}
	return [value];
}

/**
 * Checks a report of an earlier run that comes as JSON; nothing in it is evaluated.
 *
 * @param label the parameter it comes from, for the message
 * @throws SegmentationError `invalidModel` that names the path
 */
export function checkEarlierReport(value: unknown, label: string): EarlierSegment[] {
	const segments = segmentsIn(value);
	if (segments.length === 0 || segments.length > MOST_SEGMENTS) {
		throw new SegmentationError(
			'invalidModel',
			`${label} cannot be used: ${segments.length === 0 ? 'there is no segment in it' : `there are more than ${MOST_SEGMENTS} segments in it`}`,
			HINT,
		);
	}
	return checkedJson(z.array(earlierSegment), segments, label, HINT);
}

function changeOf(before: number | null | undefined, now: number | null): Change {
	const known = before ?? null;
	const change = known === null || now === null ? null : now - known;
	return {
		before: known,
		now,
		change,
		relative: change === null || known === null || known === 0 ? null : change / Math.abs(known),
	};
}

/** A group as it is compared. */
export type ComparedSegment = Pick<EarlierSegment, 'name' | 'size'> & {
	share: number;
	revenue: number | null;
	currency: string | null;
	averageScore: number | null;
	return: number | null;
};

/**
 * What became of the figures of a group; money is compared in the same currency only.
 *
 * @param before undefined where the earlier report has no such group
 */
export function segmentChange(
	now: ComparedSegment,
	before: EarlierSegment | undefined,
): SegmentChange {
	const isSameMoney = !before || (before.currency ?? null) === now.currency;
	const money = (value: number | null | undefined) => (isSameMoney ? value : null);
	return {
		isNew: before === undefined,
		size: changeOf(before?.size, now.size),
		share: changeOf(before?.share, now.share),
		revenue: changeOf(money(before?.revenue), now.revenue),
		averageScore: changeOf(before?.averageScore, now.averageScore),
		return: changeOf(money(before?.return), now.return),
	};
}
