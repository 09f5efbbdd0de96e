import { SegmentationError } from '../../SegmentationError';
import { BEST_SCORE, type RfmScores } from './rfmScores';

/** Scores from one to another, both included. */
export interface ScoreRange {
	from: number;
	to: number;
}

/** A group of one's own: the cells within three ranges. */
export interface RfmCells {
	name: string;
	recency: ScoreRange;
	frequency: ScoreRange;
	monetary: ScoreRange;
}

const AXES = ['recency', 'frequency', 'monetary'] as const;

/**
 * Checks groups of one's own.
 *
 * @throws SegmentationError `invalidRfm` where a range has no score from 1 to 5 or ends before it begins
 */
export function checkRfmCells(groups: readonly RfmCells[]): void {
	for (const group of groups) {
		for (const axis of AXES) {
			const { from, to } = group[axis];
			const isScore = (score: number) =>
				Number.isInteger(score) && score >= 1 && score <= BEST_SCORE;
			if (isScore(from) && isScore(to) && from <= to) continue;
			throw new SegmentationError(
				'invalidRfm',
				`The ${axis} of "${group.name}" is from ${from} to ${to}`,
				'Enter scores from 1 to 5, the lower one first',
			);
		}
	}
}

/** Whether scores lie within a group's ranges. */
export function isInCells(
	scores: Pick<RfmScores, 'recency' | 'frequency' | 'monetary'>,
	cells: RfmCells,
): boolean {
	return AXES.every((axis) => scores[axis] >= cells[axis].from && scores[axis] <= cells[axis].to);
}

/** How many of the 125 cells are in no group. */
export function cellsLeft(groups: readonly RfmCells[]): number {
	const scores = Array.from({ length: BEST_SCORE }, (_, i) => i + 1);
	return scores
		.flatMap((recency) =>
			scores.flatMap((frequency) => scores.map((monetary) => ({ recency, frequency, monetary }))),
		)
		.filter((cell) => !groups.some((cells) => isInCells(cell, cells))).length;
}
