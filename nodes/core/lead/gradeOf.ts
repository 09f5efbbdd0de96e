import type { LeadModel } from './LeadModel';
import type { CategoryScore } from './LeadScore';
import { reachesPercent } from './reachesPercent';

const LETTERS = 'ABCDEFGHI';

/** How many cut-offs are missed: 0 for the best grade; all of them where no points can be had. */
function stepOf({ points, max }: CategoryScore, cutOffs: readonly number[]): number {
	if (max === 0) return cutOffs.length;
	let step = 0;
	while (step < cutOffs.length && !reachesPercent(points, max, cutOffs[step]!)) step++;
	return step;
}

/**
 * Fit letter and engagement number, by the share of each category's maximum: A1 is the best lead.
 *
 * @example
 * gradeOf({ points: 20, max: 30 }, { points: 9, max: 30 }, THIRDS) //=> 'A3'
 */
export function gradeOf(
	fit: CategoryScore,
	engagement: CategoryScore,
	cutOffs: LeadModel['grades'],
): string {
	return `${LETTERS.charAt(stepOf(fit, cutOffs.fit))}${stepOf(engagement, cutOffs.engagement) + 1}`;
}
