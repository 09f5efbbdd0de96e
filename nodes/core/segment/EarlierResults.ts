/**
 * What other nodes of this package may have left in a record, as far as it decides who is left alone.
 * Any part of it may be somebody else's field and hold anything.
 */
export type EarlierResults =
	| {
			lifecycle?: { stage?: unknown; suggestedGoal?: unknown; season?: { startsOn?: unknown } };
			lapse?: { watch?: unknown; status?: unknown; contact?: { suppressedUntil?: unknown } };
			leadScore?: { band?: unknown; bandSetBy?: unknown };
	  }
	| null
	| undefined;
