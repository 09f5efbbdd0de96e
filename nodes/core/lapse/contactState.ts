import type { TimeZone } from '../reading/TimeZone';

/** What is known of how a customer was written to. */
export interface ContactFacts {
	contactCount?: number;
	lastContactAt?: number;
}

/** The `contact` object of a verdict; `null` where something is not known. */
export interface ContactState {
	count: number | null;
	lastAt: string | null;
	/** The day until which the customer is not to be written to again; `null` where nothing stands against it. */
	suppressedUntil: string | null;
}

/** How a customer was written to, and until when that is enough. */
export function contactState(
	facts: ContactFacts,
	quietDaysAfterContact: number,
	{ zone, asOf }: { zone: TimeZone; asOf: number },
): ContactState {
	const { lastContactAt } = facts;
	const quietUntilDay =
		lastContactAt === undefined || quietDaysAfterContact === 0
			? undefined
			: zone.dayOf(lastContactAt) + quietDaysAfterContact;
	return {
		count: facts.contactCount ?? null,
		lastAt: lastContactAt === undefined ? null : zone.toIso(lastContactAt),
		suppressedUntil:
			quietUntilDay === undefined || quietUntilDay <= zone.dayOf(asOf)
				? null
				: zone.dayToIso(quietUntilDay),
	};
}
