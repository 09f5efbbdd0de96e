import type { Count } from '../../core/lead/countActivities';
import type { Outcome } from '../../core/lead/tallyScore';

/** A count with its evidence, where there is anything to count. */
export function outcome(
	rule: number,
	{ times, earned, decayed }: Count,
	evidence: string,
): Outcome | undefined {
	return times === 0 || earned === 0 ? undefined : { rule, earned, decayed, evidence };
}
