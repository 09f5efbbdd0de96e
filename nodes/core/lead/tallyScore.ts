import { counted, formatNumber } from '../wording/formatNumber';
import { askNext } from './askNext';
import { bandOf } from './bandOf';
import { gradeOf } from './gradeOf';
import { hundredths } from './hundredths';
import { inactivityDeduction } from './inactivityDeduction';
import type { LeadBand, LeadCategory } from './LeadModel';
import type { AskNext, LeadReason, LeadScore } from './LeadScore';
import type { PreparedModel } from './prepareModel';

/** What one rule brings a lead that meets it. */
export interface Outcome {
	/** Index in the model's rules. */
	rule: number;
	/** Points before decay. */
	earned: number;
	/** Points after decay, before any cap. */
	decayed: number;
	/** The values that met the conditions, in words. */
	evidence: string;
}

/** What is known of one lead. */
export interface LeadFindings {
	key: string | null;
	/** Of the rules that the lead meets, one each, in any order. */
	outcomes: readonly Outcome[];
	/** Fields that rules ask for and this lead does not have. */
	missing: string[];
	/** Whole days since the last activity; null where none is known. */
	idleDays?: number | null;
	/** The first band rule that is met: its index in the model, and the values that met it. */
	bandSetBy?: { bandRule: number; evidence: string } | null;
	previousBand?: LeadBand | null;
}

/** Names of the reasons that no rule of the model gives. */
export const INACTIVITY = 'Inactivity';
export const LOWEST_SCORE = 'Lowest score';
export const HIGHEST_SCORE = 'Highest score';

/** Until a lead is done, the `points` of its reasons are whole hundredths of a point. */
type Draft = LeadReason;

function inRuleOrder(outcomes: readonly Outcome[]): readonly Outcome[] {
	for (let i = 1; i < outcomes.length; i++) {
		if (outcomes[i - 1]!.rule > outcomes[i]!.rule) {
			return [...outcomes].sort((one, other) => one.rule - other.rule);
		}
	}
	return outcomes;
}

function draftReasons(outcomes: readonly Outcome[], { rules }: PreparedModel): Draft[] {
	return outcomes.map(({ rule, earned, decayed, evidence }) => {
		const { name, category, group, atMost } = rules[rule]!;
		const points = hundredths(decayed);
		return {
			rule: name,
			category,
			group,
			points: Math.max(-atMost, Math.min(points, atMost)),
			pointsAfterDecay: points / 100,
			pointsEarned: earned === decayed ? points / 100 : hundredths(earned) / 100,
			evidence,
		};
	});
}

/** Hundredths of a point of a category or group. */
function sumOf(reasons: readonly Draft[], part: 'category' | 'group', name: string): number {
	let sum = 0;
	for (const reason of reasons) if (reason[part] === name) sum += reason.points;
	return sum;
}

/**
 * The weightiest first, equal ones as they are. For the few reasons of a lead moving them one by one
 * is faster than the platform's sort.
 */
function sortByWeight(reasons: LeadReason[]): void {
	for (let i = 1; i < reasons.length; i++) {
		const reason = reasons[i]!;
		const points = Math.abs(reason.points);
		const earned = Math.abs(reason.pointsEarned);
		let at = i;
		for (; at > 0; at--) {
			const before = reasons[at - 1]!;
			const difference = points - Math.abs(before.points);
			if (difference < 0 || (difference === 0 && earned <= Math.abs(before.pointsEarned))) break;
			reasons[at] = before;
		}
		reasons[at] = reason;
	}
}

/**
 * Takes so many hundredths from the reasons of a category or group, the least weighty first and the
 * later one of equal ones: from those with points where too many were brought, from those that take
 * points away where too many were taken.
 *
 * @param excess above zero for too many points, below zero for too few
 */
function cut(
	reasons: readonly Draft[],
	part: 'category' | 'group',
	name: string,
	excess: number,
): void {
	const some = reasons.filter((reason) => reason[part] === name && reason.points * excess > 0);
	sortByWeight(some);
	let rest = excess;
	for (let i = some.length - 1; i >= 0 && rest !== 0; i--) {
		const { points } = some[i]!;
		const taken = excess > 0 ? Math.min(rest, points) : Math.max(rest, points);
		some[i]!.points -= taken;
		rest -= taken;
	}
}

/** Cuts reasons back to what the category may have at least and at most; gives its hundredths. */
function capCategory(
	reasons: readonly Draft[],
	category: LeadCategory,
	sum: number,
	atLeast: number,
	atMost: number,
): number {
	const points = Math.max(atLeast, Math.min(sum, atMost));
	if (points !== sum) cut(reasons, 'category', category, sum - points);
	return points;
}

/** Takes off for inactivity, with a reason; gives the engagement's hundredths that are left. */
function takeOffInactivity(
	reasons: Draft[],
	engagement: number,
	idleDays: number | null | undefined,
	{ inactivity }: PreparedModel['model'],
): number {
	if (!inactivity || idleDays === null || idleDays === undefined) return engagement;
	const taken = hundredths(inactivityDeduction(inactivity, idleDays, engagement / 100));
	if (taken === 0) return engagement;
	reasons.push({
		rule: INACTIVITY,
		category: 'engagement',
		group: null,
		points: -taken,
		pointsAfterDecay: -taken / 100,
		pointsEarned: -taken / 100,
		evidence: `no activity for ${counted(idleDays, 'day')}`,
	});
	return engagement - taken;
}

/** Keeps the score within its bounds, with a reason of no category; gives its hundredths. */
function boundScore(reasons: Draft[], sum: number, { model }: PreparedModel): number {
	const atLeast = hundredths(model.scoreAtLeast);
	const atMost =
		model.scoreAtMost === undefined ? Number.POSITIVE_INFINITY : hundredths(model.scoreAtMost);
	const score = Math.max(atLeast, Math.min(sum, atMost));
	if (score === sum) return score;
	const isLifted = score > sum;
	reasons.push({
		rule: isLifted ? LOWEST_SCORE : HIGHEST_SCORE,
		category: null,
		group: null,
		points: score - sum,
		pointsAfterDecay: (score - sum) / 100,
		pointsEarned: (score - sum) / 100,
		evidence: `no score is ${isLifted ? 'below' : 'above'} ${formatNumber(score / 100)}`,
	});
	return score;
}

function probabilityOf(score: number, { probability }: PreparedModel['model']): number | null {
	if (!probability) return null;
	const logOdds = probability.intercept + probability.perPoint * score;
	return Math.round(10_000 / (1 + Math.exp(-logOdds))) / 10_000;
}

/**
 * What to ask the lead for. Called before the category is cut, so that what a rule would bring is told
 * exactly: nothing while fit is far below its floor, no more than its group and its maximum leave.
 */
function questionFor(
	{ outcomes, missing }: LeadFindings,
	reasons: readonly Draft[],
	fit: number,
	atLeast: number,
	{ questions, cappedGroups, fit: { max } }: PreparedModel,
): AskNext | null {
	if (missing.length === 0 || questions.length === 0) return null;
	const points = Math.max(atLeast, fit);
	const atMost = hundredths(max);
	return askNext(
		questions,
		missing,
		(rule) => outcomes.some((outcome) => outcome.rule === rule),
		(most, group) => {
			const capped = cappedGroups.find(({ name }) => name === group);
			const room = capped ? capped.atMost - sumOf(reasons, 'group', capped.name) : most;
			return Math.min(atMost, fit + Math.min(most, room)) - points;
		},
	);
}

/**
 * The score of a lead from what the rules it meets bring.
 *
 * Points are whole hundredths inside, so sums are exact. Caps work from the inside out: the points of
 * each rule, the sum of each group, of each category (and its floor, zero or the lowest score where
 * that is below zero), then inactivity, then the score as a whole. What a cap of a group or category
 * cuts is taken from its least weighty reasons; one that has nothing left stays in the list.
 *
 * So the reasons of a category add up to its points, and all reasons to the score: where the lowest or
 * the highest score moves the sum of both categories, which keep their own points, a reason without a
 * category says by how much.
 *
 * @param asOf the reference instant as ISO 8601
 */
export function tallyScore(findings: LeadFindings, model: PreparedModel, asOf: string): LeadScore {
	const atLeast = Math.min(0, hundredths(model.model.scoreAtLeast));
	const reasons = draftReasons(inRuleOrder(findings.outcomes), model);
	for (const { name, atMost } of model.cappedGroups) {
		const excess = sumOf(reasons, 'group', name) - atMost;
		if (excess > 0) cut(reasons, 'group', name, excess);
	}

	const fitSum = sumOf(reasons, 'category', 'fit');
	const engagementSum = sumOf(reasons, 'category', 'engagement');
	const question = questionFor(findings, reasons, fitSum, atLeast, model);
	const fitMax = hundredths(model.fit.max);
	const engagementMax = hundredths(model.engagement.max);
	const fitPoints = capCategory(reasons, 'fit', fitSum, atLeast, fitMax);
	const engagementPoints = takeOffInactivity(
		reasons,
		capCategory(reasons, 'engagement', engagementSum, atLeast, engagementMax),
		findings.idleDays,
		model.model,
	);
	const score = boundScore(reasons, fitPoints + engagementPoints, model) / 100;
	for (const reason of reasons) reason.points /= 100;
	sortByWeight(reasons);

	const fit = { points: fitPoints / 100, max: model.fit.max };
	const engagement = { points: engagementPoints / 100, max: model.engagement.max };
	const previousBand = findings.previousBand ?? null;
	const { bandRules, bands, grades, name, version } = model.model;
	const bandRule = findings.bandSetBy ? bandRules[findings.bandSetBy.bandRule]! : null;
	const band = bandRule ? bandRule.band : bandOf(score, model.maxScore, bands, previousBand);
	return {
		leadKey: findings.key,
		score,
		maxScore: model.maxScore,
		fit,
		engagement,
		grade: gradeOf(fit, engagement, grades),
		band,
		bandSetBy: bandRule ? { rule: bandRule.name, evidence: findings.bandSetBy!.evidence } : null,
		previousBand,
		bandChanged: previousBand === null ? null : previousBand !== band,
		probability: probabilityOf(score, model.model),
		reasons,
		missing: findings.missing,
		askNext: question,
		model: { name, version },
		asOf,
	};
}
