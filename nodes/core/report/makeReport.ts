import { roundMoney } from '../history/PurchaseHistory';
import type { SuppressionKind } from '../segment/Suppression';
import { segmentChange, type EarlierSegment } from './compareReports';
import type { Expected } from './ExpectedOrders';
import type { GroupTally } from './GroupFigures';
import { holdoutEffect } from './holdoutEffect';
import { movementsOf } from './movementsOf';
import { personaCard } from './personaCard';
import type { Rate } from './rateDifference';
import type { ReportComparison, RunReport, SegmentReport } from './SegmentReport';
import { runWarnings, segmentWarnings } from './segmentWarnings';
import type { TraitColumn } from './TraitColumn';
import { traitsOf, type Trait, type TraitGroup } from './traitsOf';

/** Outcomes of those who were contacted and of the control group. */
export interface Outcomes {
	contacted: Rate;
	control: Rate;
}

/** One group with its people, as it was collected. */
export interface CollectedGroup extends TraitGroup {
	name: string;
	isEveryoneElse: boolean;
	isEnabled: boolean;
	tally: GroupTally;
	suppressedBy: ReadonlyMap<SuppressionKind, number>;
	/** People in the control group. */
	control: number;
	/** What is the same with all of its people; null for what is not. */
	campaign: string | null;
	channel: string | null;
	owner: string | null;
	outcomes: Outcomes;
}

/** All that a report is made of. */
export interface CollectedRun {
	/** In their order, everyone else last. */
	groups: readonly CollectedGroup[];
	people: number;
	all: GroupTally;
	outcomes: Outcomes;
	/** Whether there is a control group. */
	hasControl: boolean;
	/** Whether there is a field with outcomes. */
	hasOutcomes: boolean;
	/** The groups of a person, by place. */
	placesOf: (person: number) => readonly number[];
	/** The group of last time by person; undefined where it is not known. */
	previous: ReadonlyArray<string | undefined>;
	columns: readonly TraitColumn[];
	basis: Expected['basis'] | undefined;
	/** How far the worth of orders lies apart. */
	spread: number;
	/** An earlier report to compare with. */
	earlier: readonly EarlierSegment[] | undefined;
	asOf: string;
}

function rounded(trait: Trait): Trait {
	return {
		...trait,
		share: roundMoney(trait.share),
		baseShare: roundMoney(trait.baseShare),
		lift: roundMoney(trait.lift, 2),
	};
}

function effectOf({ hasControl, hasOutcomes }: CollectedRun, { contacted, control }: Outcomes) {
	if (!hasControl || !hasOutcomes) return null;
	return holdoutEffect(contacted, control) ?? null;
}

function comparisonOf({ groups, earlier }: CollectedRun): ReportComparison | null {
	if (!earlier) return null;
	const before = new Set(earlier.map(({ name }) => name));
	const now = new Set(groups.map(({ name }) => name));
	return {
		asOf: earlier.find(({ asOf }) => asOf)?.asOf ?? null,
		added: groups.filter(({ name }) => !before.has(name)).map(({ name }) => name),
		vanished: earlier
			.filter(({ name }) => !now.has(name))
			.map(({ name, size }) => ({ name, size })),
	};
}

/**
 * Makes the report of a run from what was collected of its people.
 *
 * Shares are parts of all people, each counted once; somebody in several groups is counted in each, so
 * that their shares may add up to more than one.
 */
export function makeReport(run: CollectedRun): RunReport {
	const { groups, people, earlier, basis, spread, asOf } = run;
	const all = run.all.figures(basis, spread);
	const traits = traitsOf(run.columns, groups, people);
	const movements = movementsOf(
		groups.map(({ name }) => name),
		run.previous,
		run.placesOf,
	);
	const before = new Map(earlier?.map((segment) => [segment.name, segment]));
	const segments = groups.map((group, place): SegmentReport => {
		const { name, isEveryoneElse, isEnabled, campaign, channel, owner } = group;
		const figures = group.tally.figures(basis, spread);
		const size = group.people.length;
		const share = people === 0 ? 0 : roundMoney(size / people);
		const isOfAll = figures.revenue !== null && all.revenue !== null && all.revenue > 0;
		const judged = {
			name,
			isEveryoneElse,
			isEnabled,
			size,
			share,
			suppressed: [...group.suppressedBy.values()].reduce((sum, count) => sum + count, 0),
			suppressedBy: Object.fromEntries(group.suppressedBy),
			control: run.hasControl ? group.control : null,
			...figures,
			revenueShare: isOfAll ? roundMoney(figures.revenue! / all.revenue!) : null,
			movement: movements?.byGroup[place] ?? null,
			traits: traits[place]!.map(rounded),
			campaign,
			channel,
			owner,
			sinceReport: earlier
				? segmentChange({ name, size, share, ...figures }, before.get(name))
				: null,
			holdout: effectOf(run, group.outcomes),
			asOf,
		};
		return {
			...judged,
			warnings: segmentWarnings(judged, people),
			persona: personaCard(judged),
		};
	});
	return {
		segments,
		people,
		inSeveral: countSeveral(run),
		all,
		movements: movements?.moves ?? null,
		formerSegments: movements?.former ?? [],
		comparison: comparisonOf(run),
		holdout: effectOf(run, run.outcomes),
		warnings: runWarnings(segments, people),
		asOf,
	};
}

function countSeveral({ people, placesOf }: CollectedRun): number {
	let several = 0;
	for (let person = 0; person < people; person++) if (placesOf(person).length > 1) several += 1;
	return several;
}
