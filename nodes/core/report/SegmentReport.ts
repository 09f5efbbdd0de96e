import type { SuppressionKind } from '../segment/Suppression';
import type { GroupFigures } from './GroupFigures';
import type { HoldoutEffect } from './holdoutEffect';
import type { SegmentChange } from './compareReports';
import type { Trait } from './traitsOf';

/** Who came to a group and who went, since last time. */
export interface Movement {
	came: number;
	went: number;
	stayed: number;
	/** Came less went. */
	change: number;
	/** How many came from each group, the most first; also from groups that are no longer there. */
	cameFrom: Record<string, number>;
	/** Where those are now who went. */
	wentTo: Record<string, number>;
}

/** One group of a run in figures and words; `null` for what is not known. */
export interface SegmentReport extends GroupFigures {
	name: string;
	/** Whether these are the people who belong to no segment. */
	isEveryoneElse: boolean;
	/** Whether the group takes people. */
	isEnabled: boolean;
	/** People in it. */
	size: number;
	/** Part of all people, from 0 to 1. */
	share: number;
	/** People that must not be contacted, and by which reason. */
	suppressed: number;
	suppressedBy: Partial<Record<SuppressionKind, number>>;
	/** People in the control group; null where there is none. */
	control: number | null;
	/** Part of the revenue of all people, from 0 to 1. */
	revenueShare: number | null;
	/** Since last time; null where the segment of last time is not known of anybody. */
	movement: Movement | null;
	traits: Trait[];
	/** What travels with the people; null where nothing does, or not the same with all. */
	campaign: string | null;
	channel: string | null;
	owner: string | null;
	/** Since the report that it is compared with; null without one. */
	sinceReport: SegmentChange | null;
	/** What the campaign brought; null without a control group and outcomes. */
	holdout: HoldoutEffect | null;
	/** What to look into. */
	warnings: string[];
	/** What sets these people apart and how to reach them, in words. */
	persona: string;
	asOf: string;
}

/** So many people who moved from one group to another. */
export interface Move {
	from: string;
	to: string;
	people: number;
}

/** Between two reports. */
export interface ReportComparison {
	/** When the earlier one was made; null where it does not say. */
	asOf: string | null;
	added: string[];
	vanished: Array<{ name: string; size: number }>;
}

/** A run, group by group. */
export interface RunReport {
	/** In the order of the groups, everyone else last. */
	segments: SegmentReport[];
	people: number;
	/** People in several segments, who are counted in each. */
	inSeveral: number;
	/** All people together. */
	all: GroupFigures;
	/** The matrix of movements since last time, who stayed on its diagonal; null where nothing is known. */
	movements: Move[] | null;
	/** Segments of last time that are no longer there, and how many were in them. */
	formerSegments: Array<{ name: string; people: number }>;
	comparison: ReportComparison | null;
	holdout: HoldoutEffect | null;
	warnings: string[];
	asOf: string;
}
