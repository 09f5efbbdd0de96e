/** Area under the ROC curve: how often, of two customers, the one who came back is ranked higher; ties count half. */
export function auc(scores: ArrayLike<number>, came: ArrayLike<number>): number {
	const order = Array.from(scores, (_, i) => i).sort((a, b) => scores[a]! - scores[b]!);
	let [ranks, positives] = [0, 0];
	for (let from = 0; from < order.length; ) {
		let to = from;
		while (to < order.length && scores[order[to]!] === scores[order[from]!]) to += 1;
		for (let i = from; i < to; i++) {
			if (came[order[i]!] !== 1) continue;
			ranks += (from + 1 + to) / 2;
			positives += 1;
		}
		from = to;
	}
	return (ranks - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}

/** Mean square of how far probabilities are from what happened. */
export function brier(probabilities: ArrayLike<number>, came: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < came.length; i++) sum += (probabilities[i]! - came[i]!) ** 2;
	return sum / came.length;
}

/** Mean of the share of those who stayed away that was flagged and of those who came that was not. */
export function balancedAccuracy(flags: readonly boolean[], came: ArrayLike<number>): number {
	let [away, awayFlagged, back, backFree] = [0, 0, 0, 0];
	flags.forEach((isFlagged, i) => {
		if (came[i] === 1) {
			back += 1;
			if (!isFlagged) backFree += 1;
		} else {
			away += 1;
			if (isFlagged) awayFlagged += 1;
		}
	});
	return (awayFlagged / away + backFree / back) / 2;
}
