/** So many claims are kept with a contact: more than come twice to their confirmation in practice. */
const MOST_TOLD = 10;

/** The claims that were told, the latest last, with one more. */
export function withTold(told: readonly string[], claim: string): readonly string[] {
	return [...told, claim].slice(-MOST_TOLD);
}
