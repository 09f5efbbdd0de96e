import { randomInt, sleep } from 'n8n-workflow';

import { SegmentationError } from '../../core/SegmentationError';

/** So often others may be first before a run gives up. */
const MOST_ROUNDS = 40;
/** From this round on a run waits before it tries again. */
const FIRST_WITH_PAUSE = 4;
/** By so many milliseconds more the pause may last with each round. */
const PAUSE_STEP_MS = 10;

/**
 * Repeats what others may be first with, until they were not.
 *
 * Runs that hinder each other come apart by pauses of chance length, 8 seconds in all at most.
 *
 * @param round tells whether all is done
 * @throws SegmentationError `busyMemory` where others keep being first
 */
export async function inRounds(round: () => Promise<boolean>): Promise<void> {
	for (let count = 1; count <= MOST_ROUNDS; count++) {
		if (count >= FIRST_WITH_PAUSE) await sleep(randomInt(PAUSE_STEP_MS * (count - 1)));
		if (await round()) return;
	}
	throw new SegmentationError(
		'busyMemory',
		'The customer memory is changed by other executions all the time',
		'Let fewer executions run at once over the same customers, then run this one again',
	);
}
