/**
 * The largest p-value that still counts as a finding where many were looked at: of the findings no
 * more than the share `rate` is expected to be chance (Benjamini, Hochberg 1995, "Controlling the
 * false discovery rate"; the steps hold for independent and for positively dependent tests).
 *
 * @param pValues of the tests that may be findings, in any order
 * @param tests how many were made in all; those not among the p-values found nothing
 * @returns below zero where nothing is a finding
 * @example
 * discoveryLimit([0.01, 0.04, 0.03, 0.5], 4, 0.05) //=> 0.01
 */
export function discoveryLimit(pValues: readonly number[], tests: number, rate: number): number {
	const rising = Float64Array.from(pValues).sort();
	for (let i = rising.length; i > 0; i--) {
		if (rising[i - 1]! <= (rate * i) / tests) return rising[i - 1]!;
	}
	return -1;
}
