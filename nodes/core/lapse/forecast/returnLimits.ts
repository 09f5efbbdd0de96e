import { SegmentationError } from '../../SegmentationError';
import { percent } from '../../wording/percent';

/** Return probabilities below which a customer is at risk, lapsed and lost. */
export interface ReturnLimits {
	atRisk: number;
	lapsed: number;
	lost: number;
}

/** Sums of equal probabilities miss them in the last digits: so much below a limit is on it. */
const ROUNDING = 1e-9;

/** Whether a probability lies below a limit. */
export function isBelow(probability: number, limit: number): boolean {
	return probability < limit - ROUNDING;
}

/** Of all returns that are expected, this share may come from customers who count as lost. */
const RETURNS_FROM_LOST = 0.1;
/** Who is at risk has at most this many times the odds of the lapsed limit. */
const AT_RISK_ODDS = 2;

/**
 * Limits that the forecasts themselves suggest.
 *
 * Lapsed below the mean probability: where probabilities are right, no other limit tells those who
 * return from those who do not with a higher balanced accuracy, since a customer adds p / sum(p) to
 * the one rate and (1 - p) / sum(1 - p) to the other. Lost below the probability at which a tenth of
 * all expected returns lies: who is left in peace costs at most that. At risk up to twice the odds of
 * the lapsed limit.
 *
 * @param probabilities of all customers of a shop; at least one
 */
export function returnLimits(probabilities: Float64Array): ReturnLimits {
	const sorted = Float64Array.from(probabilities).sort();
	const total = sorted.reduce((sum, probability) => sum + probability, 0);
	const lapsed = total / sorted.length;
	let [below, lost] = [0, 0];
	for (const probability of sorted) {
		if (below + probability > RETURNS_FROM_LOST * total) break;
		below += probability;
		lost = probability;
	}
	return {
		atRisk: atRiskBeside(lapsed),
		lapsed,
		lost: Math.min(lost, lapsed),
	};
}

function atRiskBeside(lapsed: number): number {
	return (AT_RISK_ODDS * lapsed) / (1 + (AT_RISK_ODDS - 1) * lapsed);
}

/**
 * Suggested limits with those that the user set in their place; the others are kept in order with
 * them, so a suggested lapsed limit moves where the user's own for lost or at risk would cross it.
 */
export function returnLimitsFrom(
	suggested: ReturnLimits,
	own: Partial<ReturnLimits>,
): ReturnLimits {
	const lapsed = own.lapsed ?? Math.min(own.atRisk ?? 1, Math.max(own.lost ?? 0, suggested.lapsed));
	const atRisk = own.atRisk ?? (own.lapsed === undefined ? suggested.atRisk : atRiskBeside(lapsed));
	return {
		atRisk: Math.max(atRisk, lapsed),
		lapsed,
		lost: Math.min(own.lost ?? suggested.lost, lapsed),
	};
}

/**
 * Checks that lost lies below lapsed and lapsed below at risk, as far as they are set.
 *
 * @throws SegmentationError `conflictingLimits`
 */
export function checkReturnLimits({ atRisk, lapsed, lost }: Partial<ReturnLimits>): void {
	const steps = [
		['Lost', lost, 'Lapsed', lapsed],
		['Lapsed', lapsed, 'At Risk', atRisk],
		['Lost', lost, 'At Risk', atRisk],
	] as const;
	for (const [lowerName, lower, higherName, higher] of steps) {
		if (lower === undefined || higher === undefined || lower < higher) continue;
		throw new SegmentationError(
			'conflictingLimits',
			`${lowerName} Below (${percent(lower, 1)}) is not below ${higherName} Below (${percent(higher, 1)})`,
			`Choose a lower ${lowerName} Below or a higher ${higherName} Below`,
		);
	}
}
