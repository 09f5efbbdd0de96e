/** What is measured of an open deal. Names are permanent. */
export const DEAL_MEASURES = ['idle', 'age', 'timeInStage'] as const;

export type DealMeasure = (typeof DEAL_MEASURES)[number];

/** What can set the clock of an idle deal back. Names are permanent. */
export const CLOCK_FIELDS = ['created', 'lastActivity', 'lastChange', 'stageChange'] as const;

export type ClockField = (typeof CLOCK_FIELDS)[number];

/** When things happened to a deal, as instants; what is not known is left out. */
export interface DealDates {
	createdAt?: number;
	stageSince?: number;
	lastActivityAt?: number;
	/** Any edit, also one that an automation made. */
	lastChangeAt?: number;
	/** A further date by which the user knows that somebody worked on the deal. */
	otherActivityAt?: number;
}

/** Which dates count. */
export interface DealClockPolicy {
	measure: DealMeasure;
	clockFields: readonly ClockField[];
}

/**
 * The instant since which the days of a deal are counted; undefined where no date tells.
 *
 * Idle since the newest of the fields that reset the clock; a deal none of these fields tells of is
 * idle since it was created. Age since it was created, time in stage since it came into the stage.
 */
export function dealClock(
	dates: DealDates,
	{ measure, clockFields }: DealClockPolicy,
): number | undefined {
	if (measure === 'age') return dates.createdAt;
	if (measure === 'timeInStage') return dates.stageSince;
	const dateOf: Readonly<Record<ClockField, number | undefined>> = {
		created: dates.createdAt,
		lastActivity: dates.lastActivityAt,
		lastChange: dates.lastChangeAt,
		stageChange: dates.stageSince,
	};
	const resets = [...clockFields.map((field) => dateOf[field]), dates.otherActivityAt].filter(
		(instant): instant is number => instant !== undefined,
	);
	return resets.length === 0 ? dates.createdAt : Math.max(...resets);
}
