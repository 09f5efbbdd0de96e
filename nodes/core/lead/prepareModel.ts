import { SegmentationError } from '../SegmentationError';
import { compileQuestions, type Question } from './askNext';
import { hundredths } from './hundredths';
import type { Decay, LeadCategory, LeadModel, LeadRule } from './LeadModel';

/** Most points of a category where a rule counts without limit and nobody caps it. */
export const MAX_WHERE_UNBOUNDED = 100;

const NO_DECAY: Decay = Object.freeze({ kind: 'none' });

export interface PreparedRule {
	name: string;
	category: LeadCategory;
	group: string | null;
	/** Hundredths of a point that it can bring or take away; infinity for any number. */
	atMost: number;
	decay: Decay;
}

export interface PreparedCategory {
	/** Most points that can be had. */
	max: number;
	/**
	 * Whether a rule counts without limit and no cap says where it ends, so that the maximum is not
	 * what the rules add up to but what is assumed in place of that.
	 */
	isUnbounded: boolean;
}

/** A model with all that is worked out once per run. */
export interface PreparedModel {
	model: LeadModel;
	/** In the order of the model's rules. */
	rules: readonly PreparedRule[];
	/** Groups that have a cap, in hundredths of a point. */
	cappedGroups: ReadonlyArray<{ name: string; category: LeadCategory; atMost: number }>;
	fit: PreparedCategory;
	engagement: PreparedCategory;
	maxScore: number;
	/** What a lead can be asked for. */
	questions: readonly Question[];
}

/** Most hundredths of a point that a rule can bring; infinity where nothing bounds it. */
function mostOf(rule: LeadRule, atMost: number): number {
	if (rule.points <= 0) return 0;
	let times = 1;
	if (rule.counts === 'counter' || (rule.counts === 'activities' && !rule.firstTimeOnly)) {
		times = rule.timesAtMost ?? Number.POSITIVE_INFINITY;
	}
	return Math.min(hundredths(rule.points * times), atMost);
}

/** The category of every group that rules name. */
function categoriesOfGroups(rules: readonly LeadRule[]): Map<string, LeadCategory> {
	const categories = new Map<string, LeadCategory>();
	for (const { group, category } of rules) {
		if (group === undefined) continue;
		if ((categories.get(group) ?? category) !== category) {
			throw new SegmentationError(
				'invalidModel',
				`The group "${group}" has rules of fit and rules of engagement`,
				'Give the rules of one of the two categories another group',
			);
		}
		categories.set(group, category);
	}
	return categories;
}

/** The most a category can bring: what its rules add up to, within the caps of rules, groups and user. */
function prepareCategory(
	category: LeadCategory,
	{ model, rules, cappedGroups }: Pick<PreparedModel, 'model' | 'rules' | 'cappedGroups'>,
): PreparedCategory {
	const groups = new Map(cappedGroups.map(({ name }) => [name, 0]));
	let sum = 0;
	let isUnbounded = false;
	const add = (most: number) => {
		if (most === Number.POSITIVE_INFINITY) isUnbounded = true;
		else sum += most;
	};
	model.rules.forEach((rule, i) => {
		if (rule.category !== category) return;
		const most = mostOf(rule, rules[i]!.atMost);
		const inGroup = groups.get(rule.group ?? '');
		if (inGroup === undefined) add(most);
		else groups.set(rule.group!, inGroup + most);
	});
	for (const { name, atMost } of cappedGroups) add(Math.min(groups.get(name)!, atMost));
	const cap = category === 'fit' ? model.fitAtMost : model.engagementAtMost;
	if (isUnbounded && cap === undefined) {
		return { max: Math.max(MAX_WHERE_UNBOUNDED, sum / 100), isUnbounded };
	}
	const most = isUnbounded ? Number.POSITIVE_INFINITY : sum;
	const capped = cap === undefined ? most : Math.min(most, hundredths(cap));
	return { max: capped / 100, isUnbounded: false };
}

function checkMaximum(maxScore: number, { rules, bands, scoreAtLeast }: LeadModel): void {
	if (maxScore <= 0 && rules.some(({ points }) => points > 0)) {
		throw new SegmentationError(
			'emptyModel',
			'Fit Points At Most and Engagement Points At Most leave no points to score',
			'Raise Fit Points At Most or Engagement Points At Most in Options',
		);
	}
	if (maxScore <= 0) {
		throw new SegmentationError(
			'emptyModel',
			'No rule gives points above zero',
			'Add a rule under Rules and give it points, e.g. 20 for a company with at least 50 employees',
		);
	}
	if (scoreAtLeast >= maxScore) {
		throw new SegmentationError(
			'invalidModel',
			`The lowest score (${scoreAtLeast}) is not below the highest that can be reached (${maxScore})`,
			'Choose a lower lowest score or a higher highest score',
		);
	}
	if (bands.warmFrom >= bands.hotFrom) {
		throw new SegmentationError(
			'invalidBands',
			`Warm From (${bands.warmFrom} %) is not below Hot From (${bands.hotFrom} %)`,
			'Choose a lower Warm From or a higher Hot From',
		);
	}
}

/**
 * Works out once per run what does not depend on the lead.
 *
 * A rule fades by its own decay, else by that of its group, else by the model's where it is one of
 * engagement. A group that rules name and the model does not list is one without a cap. The maximum of
 * a category is what its rules can bring at most, within the caps of rules and groups, or the user's
 * cap where that is lower; rules that take points away do not lower it. Where a rule counts without
 * limit and nobody caps the category, it is `MAX_WHERE_UNBOUNDED`, or what the other rules add up to
 * where that is more.
 *
 * @param fieldsOfRule names of the fields that each rule reads, for `askNext`; in the order of rules
 * @throws SegmentationError `emptyModel` without points to be had; `invalidBands` where warm begins at
 * or above hot; `invalidModel` where a group is of both categories, or listed twice, or the lowest
 * score not below the highest
 */
export function prepareModel(
	model: LeadModel,
	fieldsOfRule: ReadonlyArray<readonly string[]> = [],
): PreparedModel {
	const categories = categoriesOfGroups(model.rules);
	const groups = new Map(model.groups.map((group) => [group.name, group]));
	if (groups.size < model.groups.length) {
		const twice = model.groups.find((group) => groups.get(group.name) !== group)!.name;
		throw new SegmentationError(
			'invalidModel',
			`The group "${twice}" is listed twice`,
			'Give one of the two groups another name, or remove it',
		);
	}
	const rules = model.rules.map(
		(rule): PreparedRule => ({
			name: rule.name,
			category: rule.category,
			group: rule.group ?? null,
			atMost:
				rule.pointsAtMost === undefined ? Number.POSITIVE_INFINITY : hundredths(rule.pointsAtMost),
			decay:
				rule.decay ??
				groups.get(rule.group ?? '')?.decay ??
				(rule.category === 'engagement' ? model.decay : NO_DECAY),
		}),
	);
	const cappedGroups = model.groups.flatMap(({ name, pointsAtMost }) => {
		const category = categories.get(name);
		if (pointsAtMost === undefined || category === undefined) return [];
		return [{ name, category, atMost: hundredths(pointsAtMost) }];
	});
	const fit = prepareCategory('fit', { model, rules, cappedGroups });
	const engagement = prepareCategory('engagement', { model, rules, cappedGroups });
	const sum = (hundredths(fit.max) + hundredths(engagement.max)) / 100;
	const maxScore = Math.min(model.scoreAtMost ?? Number.POSITIVE_INFINITY, sum);
	checkMaximum(maxScore, model);
	const questions = compileQuestions(model.rules, fieldsOfRule);
	return { model, rules, cappedGroups, fit, engagement, maxScore, questions };
}
