/**
 * Area under the ROC curve: how often, of two rows with different outcomes, the one where it happened
 * has the higher score; ties count half (Mann, Whitney 1947; Hanley, McNeil 1982, "The meaning and use
 * of the area under a receiver operating characteristic (ROC) curve").
 *
 * Null where all outcomes are alike. Scores have to be numbers.
 *
 * @example
 * rankAuc([1, 2, 3, 3], [false, true, false, true]) //=> 0.625
 */
export function rankAuc(
	scores: ArrayLike<number>,
	outcomes: ArrayLike<boolean | number>,
): number | null {
	const happened: number[] = [];
	for (let i = 0; i < scores.length; i++) if (outcomes[i]) happened.push(scores[i]!);
	const positives = happened.length;
	const negatives = scores.length - positives;
	if (positives === 0 || negatives === 0) return null;
	const all = Float64Array.from(scores).sort();
	const hits = Float64Array.from(happened).sort();
	let sum = 0;
	let at = 0;
	for (let hit = 0; hit < positives; ) {
		const score = hits[hit]!;
		let equalHits = 0;
		while (hit < positives && hits[hit] === score) {
			equalHits += 1;
			hit += 1;
		}
		while (all[at]! < score) at += 1;
		let equal = 0;
		while (at + equal < all.length && all[at + equal] === score) equal += 1;
		const below = at - (hit - equalHits);
		sum += equalHits * (below + (equal - equalHits) / 2);
	}
	return sum / positives / negatives;
}

/**
 * Standard error of an area under the ROC curve (Hanley, McNeil 1982, equations 1 and 2 of their
 * appendix: Q1 = A / (2 - A), Q2 = 2 A² / (1 + A)).
 */
export function aucError(auc: number, positives: number, negatives: number): number {
	const q1 = auc / (2 - auc);
	const q2 = (2 * auc * auc) / (1 + auc);
	const variance =
		(auc * (1 - auc) + (positives - 1) * (q1 - auc * auc) + (negatives - 1) * (q2 - auc * auc)) /
		(positives * negatives);
	return Math.sqrt(Math.max(0, variance));
}
