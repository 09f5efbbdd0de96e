/** A probability is kept this far from 0 and 1, so that one certain miss does not cost infinitely. */
const MARGIN = 1e-15;

/**
 * Mean of minus the logarithm of the probability that was given to what then happened (Good 1952):
 * 0 for certain and right, log 2 for a coin. Null for no rows.
 *
 * @example
 * logLoss([0.5, 0.5], [true, false]) //=> 0.693...
 */
export function logLoss(
	probabilities: ArrayLike<number>,
	outcomes: ArrayLike<boolean | number>,
): number | null {
	if (probabilities.length === 0) return null;
	let sum = 0;
	for (let i = 0; i < probabilities.length; i++) {
		const probability = Math.min(1 - MARGIN, Math.max(MARGIN, probabilities[i]!));
		sum -= outcomes[i] ? Math.log(probability) : Math.log1p(-probability);
	}
	return sum / probabilities.length;
}

/**
 * Mean square of how far probabilities are from what happened (Brier 1950). Null for no rows.
 *
 * @example
 * brierScore([0.1, 0.7], [false, true]) //=> 0.05
 */
export function brierScore(
	probabilities: ArrayLike<number>,
	outcomes: ArrayLike<boolean | number>,
): number | null {
	if (probabilities.length === 0) return null;
	let sum = 0;
	for (let i = 0; i < probabilities.length; i++) {
		sum += (probabilities[i]! - (outcomes[i] ? 1 : 0)) ** 2;
	}
	return sum / probabilities.length;
}
