/** Why a person is not to be contacted, by permanent names; of several the first here is told. */
export const SUPPRESSION_KINDS = [
	'unsubscribed',
	'noConsent',
	'bounced',
	'lost',
	'disqualified',
	'outOfSeason',
	'contactedLately',
	'quietHours',
	'noKey',
	'told',
	'claimed',
	'overCapacity',
	'control',
] as const;

export type SuppressionKind = (typeof SUPPRESSION_KINDS)[number];

/** What stands against contacting a person. */
export interface Suppression {
	by: SuppressionKind;
	/** One sentence with the figures that decided. */
	reason: string;
	/** ISO 8601: from then on it no longer stands against it; null where no such time is known. */
	until: string | null;
}
