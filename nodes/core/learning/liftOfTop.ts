/** What the best-ranked part of some leads holds. */
export interface TopLift {
	/** How many leads the part has. */
	leads: number;
	/** Share of them with the outcome. */
	rate: number;
	/** Share of all outcomes that it holds. */
	share: number;
	/** Its rate over that of all leads; 1 is no better than drawing lots. */
	lift: number;
}

/**
 * The best-ranked part of leads: of 100 leads and a part of 0.1 the ten with the highest scores. Where
 * leads with the same score stand on both sides of the limit, outcomes are counted as if each of them
 * were drawn with the same chance, so that the order of rows decides nothing.
 *
 * Null without leads or without outcomes.
 *
 * @example
 * liftOfTop([4, 3, 2, 1], [true, false, true, false], 0.5) //=> { leads: 2, rate: 0.5, share: 0.5, lift: 1 }
 */
export function liftOfTop(
	scores: ArrayLike<number>,
	outcomes: ArrayLike<boolean | number>,
	part: number,
): TopLift | null {
	const all = scores.length;
	let positives = 0;
	for (let i = 0; i < all; i++) if (outcomes[i]) positives += 1;
	if (all === 0 || positives === 0) return null;
	const leads = Math.max(1, Math.round(all * part));
	const limit = Float64Array.from(scores).sort()[all - leads]!;
	let [above, hitsAbove, equal, hitsEqual] = [0, 0, 0, 0];
	for (let i = 0; i < all; i++) {
		const hit = outcomes[i] ? 1 : 0;
		if (scores[i]! > limit) {
			above += 1;
			hitsAbove += hit;
		} else if (scores[i] === limit) {
			equal += 1;
			hitsEqual += hit;
		}
	}
	const hits = hitsAbove + ((leads - above) * hitsEqual) / equal;
	const rate = hits / leads;
	return { leads, rate, share: hits / positives, lift: rate / (positives / all) };
}
