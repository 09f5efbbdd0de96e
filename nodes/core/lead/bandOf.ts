import type { LeadBand, LeadModel } from './LeadModel';
import { reachesPercent } from './reachesPercent';

/**
 * The band of a score by its percentage of the maximum; a limit that is reached counts.
 *
 * Who had a better band last time keeps it until the score is more than `margin` percent of the
 * maximum below that band's limit, so that nobody comes and goes with every run. The margin never
 * keeps anybody down, and takes no more than half of a limit: without a point nobody stays hot or warm.
 *
 * @example
 * bandOf(66, 100, { hotFrom: 70, warmFrom: 40, margin: 5 }, 'hot') //=> 'hot'
 * bandOf(66, 100, { hotFrom: 70, warmFrom: 40, margin: 5 }, 'warm') //=> 'warm'
 */
export function bandOf(
	score: number,
	maxScore: number,
	{ hotFrom, warmFrom, margin }: LeadModel['bands'],
	previousBand: LeadBand | null = null,
): LeadBand {
	const keptFrom = (limit: number) => limit - Math.min(margin, limit / 2);
	const hotLimit = previousBand === 'hot' ? keptFrom(hotFrom) : hotFrom;
	if (reachesPercent(score, maxScore, hotLimit)) return 'hot';
	const wasAtLeastWarm = previousBand === 'hot' || previousBand === 'warm';
	const warmLimit = wasAtLeastWarm ? keptFrom(warmFrom) : warmFrom;
	return reachesPercent(score, maxScore, warmLimit) ? 'warm' : 'cold';
}
