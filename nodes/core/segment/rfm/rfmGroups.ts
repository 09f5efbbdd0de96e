import type { RfmScores } from './rfmScores';

/** The named groups of RFM, the best first. Names are permanent. */
export const RFM_GROUPS = [
	'champions',
	'loyalCustomers',
	'potentialLoyalists',
	'newCustomers',
	'promising',
	'needAttention',
	'aboutToSleep',
	'cantLoseThem',
	'atRisk',
	'hibernating',
	'lost',
] as const;

export type RfmGroup = (typeof RFM_GROUPS)[number];

/** The groups joined to six, the best first. Names are permanent. */
export const RFM_MAIN_GROUPS = [
	'champions',
	'loyalCustomers',
	'newAndPromising',
	'needAttention',
	'atRisk',
	'lost',
] as const;

export type RfmMainGroup = (typeof RFM_MAIN_GROUPS)[number];

type Scores = Pick<RfmScores, 'recency' | 'frequency' | 'monetary'>;

/** By recency, 5 first, and by the mean of frequency and monetary value, 1 first. */
const GRID: ReadonlyArray<readonly RfmGroup[]> = [
	['newCustomers', 'potentialLoyalists', 'potentialLoyalists', 'champions', 'champions'],
	['promising', 'potentialLoyalists', 'potentialLoyalists', 'loyalCustomers', 'champions'],
	['aboutToSleep', 'aboutToSleep', 'needAttention', 'loyalCustomers', 'loyalCustomers'],
	['hibernating', 'hibernating', 'atRisk', 'atRisk', 'cantLoseThem'],
	['lost', 'lost', 'atRisk', 'atRisk', 'cantLoseThem'],
];

const MAIN_GROUP: Readonly<Record<RfmGroup, RfmMainGroup>> = Object.freeze({
	champions: 'champions',
	loyalCustomers: 'loyalCustomers',
	potentialLoyalists: 'newAndPromising',
	newCustomers: 'newAndPromising',
	promising: 'newAndPromising',
	needAttention: 'needAttention',
	aboutToSleep: 'needAttention',
	cantLoseThem: 'atRisk',
	atRisk: 'atRisk',
	hibernating: 'lost',
	lost: 'lost',
});

/**
 * The mean of the scores for frequency and monetary value; a half counts up, in favour of the customer.
 *
 * @example
 * valueScore({ frequency: 4, monetary: 5 }) //=> 5
 */
export function valueScore({
	frequency,
	monetary,
}: Pick<RfmScores, 'frequency' | 'monetary'>): number {
	return Math.floor((frequency + monetary + 1) / 2);
}

/**
 * The one of eleven groups to which scores belong: each of the 125 cells is in exactly one.
 *
 * The names, and the ranges of recency and of value in which each stands, are those of the examples of
 * `rfm_segment` in the R package rfm (0.2), the common ones. There the ranges overlap; here each cell has
 * one group. Hibernating, and recency 2 for those not to lose, are of the map of recency by frequency
 * that is common with Python (`[1-2][1-2]` hibernating, `[1-2]5` can't lose); lost are the older half of
 * the hibernating. The two differ on recency 4 with the highest value: champions in R, loyal in the map;
 * here they are champions.
 *
 * A better score never leads to a group that stands later in `RFM_GROUPS`.
 */
export function rfmGroup(scores: Scores): RfmGroup {
	return GRID[5 - scores.recency]![valueScore(scores) - 1]!;
}

/** The one of six groups: the eleven, with neighbours joined that get the same treatment. */
export function rfmMainGroup(scores: Scores): RfmMainGroup {
	return MAIN_GROUP[rfmGroup(scores)];
}
