import { differenceInCalendarDays, parseISO } from 'date-fns';

import type { ContactHold } from '../memory/Contact';
import { counted, formatNumber } from '../wording/formatNumber';
import type { LapseVerdict, SuggestedAction } from './LapseVerdict';

/** Why somebody is not to be acted on in this run; some hang on what is remembered. Names are permanent. */
export type HoldReason = 'contacted' | 'knownBefore' | 'lapsedLongAgo' | 'later' | ContactHold;

/** Why somebody is held back, in one sentence. */
export interface Hold {
	held: HoldReason;
	sentence: string;
}

/** Who is held back, of those whose silence would call for something. */
export interface HoldPolicy {
	/** Those who had the same status, or a later one, last time. */
	knownBefore: boolean;
	/** Those who lapsed more days ago than this; undefined for nobody. */
	lapsedLongAgoDays: number | undefined;
	/** Everybody, as long as no previous status is known at all: the first run only takes note. */
	firstRun: boolean;
	/** Those who were written to within the quiet days. */
	contacted: boolean;
	/** The most lapsed customers of one run, those with most value at risk first; undefined for all. */
	atMost: number | undefined;
}

const ACTION_WHEN_HELD: Readonly<Record<HoldReason, SuggestedAction>> = Object.freeze({
	contacted: 'later',
	baseline: 'none',
	knownBefore: 'none',
	lapsedLongAgo: 'leaveInPeace',
	later: 'later',
	claimed: 'later',
	told: 'none',
	waiting: 'later',
	cooldown: 'later',
});

const RANKS = { active: 0, atRisk: 1, lapsed: 2, lost: 3 } as const;

/** Held back only until a later run: who was not acted on must not count as known then. */
const HELD_FOR_LATER: ReadonlySet<HoldReason> = new Set([
	'contacted',
	'later',
	'claimed',
	'cooldown',
]);

/** What a memory tells of those who were judged. */
export interface HoldMemory<T> {
	/** Whether no run of the campaign has taken note of who is where, whoever was in it. */
	isFirstRun: boolean;
	/** Whether the memory, and not the status of last time, tells that somebody was told. */
	tellsOf(finding: T): boolean;
	/** What stands against telling somebody now; null where nothing does, or nobody is told. */
	against(finding: T): Hold | null;
}

/**
 * An order of most at stake first: by the value at risk where any is known, else by what was spent. Of
 * equal ones comes first who is further behind, then by key, so that the order is always the same.
 */
function byStake(findings: ReadonlyArray<{ verdict: LapseVerdict }>) {
	const isForecast = findings.some(({ verdict }) => verdict.valueAtRisk !== null);
	const stake = ({ valueAtRisk, totalSpent }: LapseVerdict) =>
		(isForecast ? valueAtRisk : totalSpent) ?? 0;
	return (
		{ verdict: one }: { verdict: LapseVerdict },
		{ verdict: other }: { verdict: LapseVerdict },
	) =>
		stake(other) - stake(one) ||
		(other.ratio ?? 0) - (one.ratio ?? 0) ||
		Number(one.episodeId > other.episodeId) - Number(one.episodeId < other.episodeId);
}

/** The calendar day that an instant names, whatever the hour and the zone of the machine. */
function dayOf(iso: string): Date {
	return parseISO(iso.slice(0, 10));
}

/** The verdict of who is held back, with what to do instead. */
export function heldVerdict<T extends LapseVerdict>(verdict: T, { held, sentence }: Hold): T {
	return {
		...verdict,
		held,
		...(HELD_FOR_LATER.has(held)
			? { statusToSave: verdict.previousStatus ?? ('active' as const) }
			: {}),
		suggestedAction: ACTION_WHEN_HELD[held],
		reason: `${verdict.reason} ${sentence}`,
	};
}

/** Whether somebody had the same status, or a later one, last time. */
function isKnown({ previousStatus, status }: LapseVerdict): boolean {
	return previousStatus !== null && RANKS[previousStatus] >= RANKS[status];
}

function reasonToHold<T extends { verdict: LapseVerdict }>(
	finding: T,
	policy: HoldPolicy,
	isFirstRun: boolean,
	memory: HoldMemory<T> | undefined,
): Hold | null {
	const { verdict } = finding;
	const { status, lapsedSince, asOf, contact } = verdict;
	if (status === 'active') return null;
	if (policy.firstRun && isFirstRun) {
		return {
			held: 'baseline',
			sentence: 'Held back: the first run only takes note of who is where.',
		};
	}
	if (policy.knownBefore && isKnown(verdict) && !memory?.tellsOf(finding)) {
		return { held: 'knownBefore', sentence: 'Held back: known from last time.' };
	}
	if (policy.lapsedLongAgoDays !== undefined && lapsedSince !== null) {
		// Both name their day in the zone of the workflow.
		const days = differenceInCalendarDays(dayOf(asOf), dayOf(lapsedSince));
		if (days > policy.lapsedLongAgoDays) {
			const sentence = `Held back: lapsed on ${lapsedSince.slice(0, 10)}, more than ${counted(policy.lapsedLongAgoDays, 'day')} ago.`;
			return { held: 'lapsedLongAgo', sentence };
		}
	}
	const remembered = memory?.against(finding);
	if (remembered) return remembered;
	// Nobody writes to the lost, so there is nothing to put off.
	const isToBeWrittenTo = status === 'atRisk' || status === 'lapsed';
	const { suppressedUntil } = contact;
	return policy.contacted && isToBeWrittenTo && suppressedUntil !== null
		? {
				held: 'contacted',
				sentence: `Held back until ${suppressedUntil.slice(0, 10)}: written to lately.`,
			}
		: null;
}

/**
 * Decides who of all that were judged is held back in this run.
 *
 * Gives the verdicts in the order in which they leave: as they came or, where only so many lapsed
 * customers may leave, those with most at stake first. Who is held back is marked, with what to do
 * instead and a second sentence to the reason; the others are left as they are. Active customers are
 * never held back.
 *
 * @param memory what is remembered between executions; without it the statuses of last time tell all
 */
export function holdBack<T extends { verdict: LapseVerdict }>(
	findings: readonly T[],
	policy: HoldPolicy,
	memory?: HoldMemory<T>,
): T[] {
	const isFirstRun = memory
		? memory.isFirstRun
		: findings.every(({ verdict }) => verdict.previousStatus === null);
	const mark = (finding: T, hold: Hold): T => ({
		...finding,
		verdict: heldVerdict(finding.verdict, hold),
	});
	const decided = findings.map((finding) => {
		const hold = reasonToHold(finding, policy, isFirstRun, memory);
		return hold === null ? finding : mark(finding, hold);
	});
	if (policy.atMost === undefined) return decided;
	let left = policy.atMost;
	const later: Hold = {
		held: 'later',
		sentence: `Held back for a later run: others have more at stake, and ${formatNumber(policy.atMost)} leave at a time.`,
	};
	return decided.sort(byStake(decided)).map((finding) => {
		const { status, held } = finding.verdict;
		if (status !== 'lapsed' || held !== null) return finding;
		left -= 1;
		return left < 0 ? mark(finding, later) : finding;
	});
}
