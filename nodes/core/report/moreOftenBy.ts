import { logGamma } from '../lapse/models/logGamma';
import { normalTail } from './normalTail';

/** Where fewer are expected in a cell than this, the normal approximation is no good (Cochran 1954). */
const FEWEST_EXPECTED = 10;
/** What adds less than this part to a sum may stay away. */
const NEGLIGIBLE = 1e-12;

/** How many have a trait, in a group and in all. */
export interface TraitCounts {
	/** People of the group with the trait. */
	inGroup: number;
	groupSize: number;
	/** People with the trait in all, those of the group too. */
	inAll: number;
	allSize: number;
}

function logChoose(n: number, k: number): number {
	return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/** P(X >= inGroup) of the hypergeometric distribution: Fisher's exact test, one-sided (Fisher 1935). */
function fisherTail({ inGroup, groupSize, inAll, allSize }: TraitCounts): number {
	const all = logChoose(allSize, groupSize);
	const most = Math.min(groupSize, inAll);
	let sum = 0;
	for (let x = inGroup; x <= most; x++) {
		const term = Math.exp(logChoose(inAll, x) + logChoose(allSize - inAll, groupSize - x) - all);
		sum += term;
		if (x > (groupSize * inAll) / allSize && term < NEGLIGIBLE * sum) break;
	}
	return Math.min(1, sum);
}

/**
 * The probability that a trait is at least as frequent in a group as it is, beside all others, if it
 * were no more frequent there in truth: the one-sided p-value of the test of two proportions with the
 * pooled variance (Pearson 1900), or of Fisher's exact test where few are expected in a cell.
 *
 * 1 where there is nobody to compare with.
 */
export function moreOftenBy(counts: TraitCounts): number {
	const { inGroup, groupSize, inAll, allSize } = counts;
	const others = allSize - groupSize;
	if (groupSize === 0 || others === 0 || inAll === 0 || inAll === allSize) return 1;
	const pooled = inAll / allSize;
	const fewest = Math.min(groupSize, others) * Math.min(pooled, 1 - pooled);
	if (fewest < FEWEST_EXPECTED) return fisherTail(counts);
	const difference = inGroup / groupSize - (inAll - inGroup) / others;
	return normalTail(difference / Math.sqrt(pooled * (1 - pooled) * (1 / groupSize + 1 / others)));
}

/**
 * How much the counts tell for the trait: twice the log likelihood ratio of "more frequent in the
 * group" against "equally frequent" (Dunning 1993, "Accurate methods for the statistics of surprise and
 * coincidence"). Zero where it is not more frequent.
 */
export function tellingBy({ inGroup, groupSize, inAll, allSize }: TraitCounts): number {
	const others = allSize - groupSize;
	const inOthers = inAll - inGroup;
	if (groupSize === 0 || others === 0 || inGroup / groupSize <= inOthers / others) return 0;
	const part = (count: number, of: number, whole: number) =>
		count === 0 ? 0 : count * Math.log(count / of / (whole / allSize));
	return (
		2 *
		(part(inGroup, groupSize, inAll) +
			part(groupSize - inGroup, groupSize, allSize - inAll) +
			part(inOthers, others, inAll) +
			part(others - inOthers, others, allSize - inAll))
	);
}
