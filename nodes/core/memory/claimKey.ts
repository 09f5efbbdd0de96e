import type { Claim } from './Contact';

/** A text that tells one claim from all others: those that one run makes share their id. */
export function claimKey({ customer, campaign, subject, id }: Claim): string {
	return JSON.stringify([customer, campaign, subject, id]);
}
