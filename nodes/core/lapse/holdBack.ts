import { differenceInCalendarDays, parseISO } from 'date-fns';

import { counted, formatNumber } from '../wording/formatNumber';
import type { LapseVerdict, SuggestedAction } from './LapseVerdict';

/** Why somebody is not to be acted on in this run. Names are permanent. */
export type HoldReason = 'contacted' | 'baseline' | 'knownBefore' | 'lapsedLongAgo' | 'later';

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
});

const RANKS = { active: 0, atRisk: 1, lapsed: 2, lost: 3 } as const;

/** Held back only until a later run: who was not acted on must not count as known then. */
const HELD_FOR_LATER: ReadonlySet<HoldReason> = new Set(['contacted', 'later']);

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

function reasonToHold(
	verdict: LapseVerdict,
	policy: HoldPolicy,
	isFirstRun: boolean,
): Exclude<HoldReason, 'later'> | null {
	const { status, previousStatus, lapsedSince, asOf, contact } = verdict;
	if (status === 'active') return null;
	if (policy.firstRun && isFirstRun) return 'baseline';
	const isKnown = previousStatus !== null && RANKS[previousStatus] >= RANKS[status];
	if (policy.knownBefore && isKnown) return 'knownBefore';
	if (policy.lapsedLongAgoDays !== undefined && lapsedSince !== null) {
		// Both name their day in the zone of the workflow.
		const days = differenceInCalendarDays(dayOf(asOf), dayOf(lapsedSince));
		if (days > policy.lapsedLongAgoDays) return 'lapsedLongAgo';
	}
	// Nobody writes to the lost, so there is nothing to put off.
	const isToBeWrittenTo = status === 'atRisk' || status === 'lapsed';
	return policy.contacted && isToBeWrittenTo && contact.suppressedUntil !== null
		? 'contacted'
		: null;
}

function sentenceFor(
	held: HoldReason,
	{ contact, lapsedSince }: LapseVerdict,
	policy: HoldPolicy,
): string {
	switch (held) {
		case 'contacted':
			return `Held back until ${String(contact.suppressedUntil).slice(0, 10)}: written to lately.`;
		case 'baseline':
			return 'Held back: the first run only takes note of who is where.';
		case 'knownBefore':
			return 'Held back: known from last time.';
		case 'lapsedLongAgo':
			return `Held back: lapsed on ${String(lapsedSince).slice(0, 10)}, more than ${counted(policy.lapsedLongAgoDays!, 'day')} ago.`;
		case 'later':
			return `Held back for a later run: others have more at stake, and ${formatNumber(policy.atMost!)} leave at a time.`;
	}
}

/**
 * Decides who of all that were judged is held back in this run.
 *
 * Gives the verdicts in the order in which they leave: as they came or, where only so many lapsed
 * customers may leave, those with most at stake first. Who is held back is marked, with what to do
 * instead and a second sentence to the reason; the others are left as they are. Active customers are
 * never held back.
 */
export function holdBack<T extends { verdict: LapseVerdict }>(
	findings: readonly T[],
	policy: HoldPolicy,
): T[] {
	const isFirstRun = findings.every(({ verdict }) => verdict.previousStatus === null);
	const mark = (finding: T, held: HoldReason): T => ({
		...finding,
		verdict: {
			...finding.verdict,
			held,
			...(HELD_FOR_LATER.has(held)
				? { statusToSave: finding.verdict.previousStatus ?? ('active' as const) }
				: {}),
			suggestedAction: ACTION_WHEN_HELD[held],
			reason: `${finding.verdict.reason} ${sentenceFor(held, finding.verdict, policy)}`,
		},
	});
	const decided = findings.map((finding) => {
		const held = reasonToHold(finding.verdict, policy, isFirstRun);
		return held === null ? finding : mark(finding, held);
	});
	if (policy.atMost === undefined) return decided;
	let left = policy.atMost;
	return decided.sort(byStake(decided)).map((finding) => {
		const { status, held } = finding.verdict;
		if (status !== 'lapsed' || held !== null) return finding;
		left -= 1;
		return left < 0 ? mark(finding, 'later') : finding;
	});
}
