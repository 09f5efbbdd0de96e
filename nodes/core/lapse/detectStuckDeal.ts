import { isoDate } from '../reading/TimeZone';
import { SegmentationError } from '../SegmentationError';
import { counted, formatNumber } from '../wording/formatNumber';
import { dealClock, type DealClockPolicy, type DealDates, type DealMeasure } from './dealClock';
import type { LapseStatus, LapseVerdict } from './LapseVerdict';
import {
	silenceVerdict,
	type SilenceFacts,
	type SilenceFound,
	type SilenceRun,
} from './silenceVerdict';

/** Whether a deal can still be won; one that was deleted or put away counts as lost. */
export type DealStanding = 'open' | 'won' | 'lost';

/** What is known of a deal; what is not known is left out. */
export interface DealFacts extends DealDates, SilenceFacts {
	id: string;
	/** Who the deal is with, else the deal itself. */
	customerKey: string;
	email?: string;
	title?: string;
	stage?: string;
	standing: DealStanding;
	/** The word of the system for why a deal is closed. */
	closedAs?: string;
	/** In major units. */
	value?: number;
	currency?: string;
	owner?: string;
	/** The next thing that somebody plans to do. */
	nextActivityAt?: number;
}

/** When a deal is stuck. */
export interface DealPolicy extends DealClockPolicy {
	/** Days after which a deal is stuck, in stages without a limit of their own. */
	stuckAfterDays: number;
	/** Days after which a deal is stuck in one stage, by the name that `stageName` gives. */
	stageLimits: ReadonlyMap<string, number>;
	/** Share of the limit in percent beyond which a deal is at risk. */
	atRiskShare: number;
	/** How many times the limit a deal is stuck before it is given up. */
	givenUpAfterTimes: number;
	/** Whether a deal waits in peace for an activity that is planned. */
	plannedActivitySuspends: boolean;
	/** Days after a contact during which nobody is to be written to again. */
	quietDaysAfterContact: number;
}

/** The `lapse` object of a deal. */
export interface DealVerdict extends LapseVerdict {
	deal: {
		id: string;
		title: string | null;
		stage: string | null;
		status: DealStanding;
		value: number | null;
		currency: string | null;
		owner: string | null;
		/** Days since the clock was last reset, whatever is measured. */
		idleDays: number | null;
		ageDays: number | null;
		daysInStage: number | null;
		limitDays: number;
		lastActivityAt: string | null;
		nextActivityAt: string | null;
	};
}

/** The form in which names of stages are compared. */
export function stageName(text: string): string {
	return text.trim().toLowerCase();
}

/**
 * The limits of single stages, by the names in which they are compared.
 *
 * @throws SegmentationError `invalidPolicy` for a stage without a name and for one that comes twice
 */
export function stageLimits(
	rows: ReadonlyArray<{ stage: string; days: number }>,
): ReadonlyMap<string, number> {
	const limits = new Map<string, number>();
	for (const { stage, days } of rows) {
		const name = stageName(stage);
		if (name === '' || limits.has(name)) {
			throw new SegmentationError(
				'invalidPolicy',
				name === ''
					? 'A row of Stage Limits has no stage'
					: `The stage "${stage.trim()}" is in Stage Limits twice`,
				'Give each stage one row, with the name or ID that the deals have',
			);
		}
		limits.set(name, days);
	}
	return limits;
}

interface Limits {
	atRisk: number;
	stuck: number;
	givenUp: number;
}

/** Whole days after which a deal is at risk, stuck and given up; a limit is passed on the day after. */
function limitsOf(stage: string | undefined, policy: DealPolicy): Limits {
	const own = stage === undefined ? undefined : policy.stageLimits.get(stageName(stage));
	const stuck = own ?? policy.stuckAfterDays;
	return {
		atRisk: Math.min(Math.round((stuck * policy.atRiskShare) / 100), stuck),
		stuck,
		givenUp: Math.max(Math.round(stuck * policy.givenUpAfterTimes), stuck + 1),
	};
}

function statusAfter(days: number, limits: Limits): LapseStatus {
	if (days > limits.givenUp) return 'lost';
	if (days > limits.stuck) return 'lapsed';
	return days > limits.atRisk ? 'atRisk' : 'active';
}

function silence(measure: DealMeasure, days: number, stage: string | undefined): string {
	const lasted = counted(days, 'day');
	const inStage = stage === undefined ? '' : ` in stage ${stage}`;
	if (measure === 'age') return `Open for ${lasted}${stage === undefined ? '' : `, now${inStage}`}`;
	if (measure === 'idle') return `No activity for ${lasted}${inStage}`;
	return `${stage === undefined ? 'In its stage' : `In stage ${stage}`} for ${lasted}`;
}

function limitText(status: LapseStatus, limits: Limits): string {
	if (status === 'active') return `at risk after ${formatNumber(limits.atRisk)}`;
	if (status === 'lost') return `given up after ${formatNumber(limits.givenUp)}`;
	return `stuck after ${formatNumber(limits.stuck)}`;
}

/** What was found of an open deal. */
function foundOpen(
	facts: DealFacts,
	since: number,
	policy: DealPolicy,
	{ zone, asOf }: SilenceRun,
): Omit<SilenceFound, 'watch' | 'customerKey' | 'email'> {
	const limits = limitsOf(facts.stage, policy);
	const [sinceDay, asOfDay] = [zone.dayOf(since), zone.dayOf(asOf)];
	const days = Math.max(0, asOfDay - sinceDay);
	const { lastActivityAt, nextActivityAt } = facts;
	const plannedDay = nextActivityAt === undefined ? undefined : zone.dayOf(nextActivityAt);
	const isPlanned = plannedDay !== undefined && plannedDay >= asOfDay;
	const isSuspended = isPlanned && policy.plannedActivitySuspends;
	const status = isSuspended ? 'active' : statusAfter(days, limits);
	const told = silence(policy.measure, days, facts.stage);
	// What was done since was the planned activity, or stands for it.
	const isOverdue =
		plannedDay !== undefined &&
		plannedDay < asOfDay &&
		(lastActivityAt === undefined || zone.dayOf(lastActivityAt) < plannedDay);
	const overdue = isOverdue ? `; the activity planned for ${isoDate(plannedDay)} is overdue` : '';
	const dueDay = sinceDay + limits.stuck;
	return {
		status,
		episodeId: `${facts.id}/${isoDate(sinceDay)}`,
		days,
		limitDays: limits.stuck,
		dueDay: isSuspended ? Math.max(dueDay, plannedDay) : dueDay,
		ratio: days / limits.stuck,
		lapsedDay: dueDay + 1,
		confidence: 'high',
		valueAtRisk: status === 'active' ? undefined : facts.value,
		currency: facts.currency,
		reason: isSuspended
			? `${told}, but the next activity is planned for ${isoDate(plannedDay)}.`
			: `${told}; ${limitText(status, limits)}${overdue}.`,
	};
}

/**
 * Tells whether a deal is stuck, with the evidence.
 *
 * Only open deals are: one that is won or lost is active, and nothing is to be done. Beyond a share of
 * the limit a deal is at risk, beyond the limit stuck (`lapsed`), beyond several times the limit
 * given up (`lost`); each limit is passed on the day after it. An activity planned for today or later
 * lets a deal wait in peace, one that is overdue does not.
 *
 * Undefined for an open deal of which no date tells since when to count.
 */
export function detectStuckDeal(
	facts: DealFacts,
	policy: DealPolicy,
	run: SilenceRun,
): DealVerdict | undefined {
	const { zone, asOf } = run;
	const since = dealClock(facts, policy);
	if (facts.standing === 'open' && since === undefined) return undefined;
	const daysSince = (instant: number | undefined) =>
		instant === undefined ? null : Math.max(0, zone.dayOf(asOf) - zone.dayOf(instant));
	const isoOf = (instant: number | undefined) =>
		instant === undefined ? null : zone.toIso(instant);
	const limitDays = limitsOf(facts.stage, policy).stuck;
	const found: Omit<SilenceFound, 'watch' | 'customerKey' | 'email'> =
		facts.standing === 'open' && since !== undefined
			? foundOpen(facts, since, policy, run)
			: {
					status: 'active',
					episodeId: `${facts.id}/${since === undefined ? facts.standing : isoDate(zone.dayOf(since))}`,
					days: daysSince(since) ?? undefined,
					limitDays,
					confidence: 'high',
					currency: facts.currency,
					reason: `Closed as ${facts.closedAs ?? facts.standing}; only open deals are watched.`,
				};
	const { customerKey, email } = facts;
	return {
		...silenceVerdict(
			// Nobody is won back: whoever works on the deal is to be reminded of it.
			{
				watch: 'deals',
				customerKey,
				email,
				...found,
				...(found.status === 'lapsed' ? { action: 'remind' } : {}),
			},
			facts,
			policy.quietDaysAfterContact,
			run,
		),
		deal: {
			id: facts.id,
			title: facts.title ?? null,
			stage: facts.stage ?? null,
			status: facts.standing,
			value: facts.value ?? null,
			currency: facts.currency ?? null,
			owner: facts.owner ?? null,
			idleDays: daysSince(dealClock(facts, { ...policy, measure: 'idle' })),
			ageDays: daysSince(facts.createdAt),
			daysInStage: daysSince(facts.stageSince),
			limitDays,
			lastActivityAt: isoOf(facts.lastActivityAt),
			nextActivityAt: isoOf(facts.nextActivityAt),
		},
	};
}
