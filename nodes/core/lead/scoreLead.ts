import { SegmentationError } from '../SegmentationError';

/** Who a lead is, or what a lead does. */
export type LeadCategory = 'fit' | 'engagement';

export const LEAD_BANDS = ['hot', 'warm', 'cold'] as const;

export type LeadBand = (typeof LEAD_BANDS)[number];

export interface LeadModel {
	name: string | null;
	version: string | null;
	/** Most points that fit and engagement can bring; fewer than zero are never given. */
	max: Readonly<Record<LeadCategory, number>>;
	/** Percent of the maximum score from which a lead is hot and warm. */
	hotFrom: number;
	warmFrom: number;
}

/** One rule that a lead meets. */
export interface MatchedRule {
	rule: string;
	category: LeadCategory;
	points: number;
	/** The values that met the conditions, in words. */
	evidence: string;
}

/** Share of a category's maximum from which a lead has the best and the middle grade. */
const GRADE_CUT_OFFS = Object.freeze([2 / 3, 1 / 3]);

/** Points of one category and the most there could have been. */
interface CategoryScore {
	points: number;
	max: number;
}

/** The `leadScore` object of an output item; `null` where something is not known. */
export interface LeadScore {
	leadKey: string | null;
	score: number;
	maxScore: number;
	fit: CategoryScore;
	engagement: CategoryScore;
	/** Fit letter and engagement number: A1 is the best lead, C3 the last. */
	grade: string;
	band: LeadBand;
	previousBand: LeadBand | null;
	bandChanged: boolean | null;
	reasons: MatchedRule[];
	/** Fields that rules ask for and this lead does not have. */
	missing: string[];
	model: { name: string | null; version: string | null };
	asOf: string;
}

/**
 * The model that a set of rules makes: a category's maximum is the sum of what its rules can bring,
 * or the user's cap where that is lower.
 *
 * @throws SegmentationError `emptyModel` without a rule that gives points, `invalidBands` where warm
 * begins at or above hot
 */
export function leadModel(
	rules: ReadonlyArray<{ category: LeadCategory; points: number }>,
	options: {
		name?: string;
		version?: string;
		caps: Partial<Record<LeadCategory, number>>;
		hotFrom: number;
		warmFrom: number;
	},
): LeadModel {
	const reachable = (category: LeadCategory) => {
		const sum = rules
			.filter((rule) => rule.category === category && rule.points > 0)
			.reduce((total, rule) => total + rule.points, 0);
		return Math.min(sum, options.caps[category] ?? sum);
	};
	const max = { fit: reachable('fit'), engagement: reachable('engagement') };
	if (max.fit + max.engagement <= 0 && rules.some(({ points }) => points > 0)) {
		throw new SegmentationError(
			'emptyModel',
			'Fit Points At Most and Engagement Points At Most leave no points to score',
			'Raise Fit Points At Most or Engagement Points At Most in Options',
		);
	}
	if (max.fit + max.engagement <= 0) {
		throw new SegmentationError(
			'emptyModel',
			'No rule gives points above zero',
			'Add a rule under Rules and give it points, e.g. 20 for a company with at least 50 employees',
		);
	}
	if (options.warmFrom >= options.hotFrom) {
		throw new SegmentationError(
			'invalidBands',
			`Warm From (${options.warmFrom} %) is not below Hot From (${options.hotFrom} %)`,
			'Choose a lower Warm From or a higher Hot From',
		);
	}
	return {
		name: options.name ?? null,
		version: options.version ?? null,
		max,
		hotFrom: options.hotFrom,
		warmFrom: options.warmFrom,
	};
}

function gradeStep({ points, max }: CategoryScore): number {
	if (max === 0) return GRADE_CUT_OFFS.length;
	const step = GRADE_CUT_OFFS.findIndex((cutOff) => points / max >= cutOff);
	return step < 0 ? GRADE_CUT_OFFS.length : step;
}

/** The band of a score by its share of the maximum; a limit that is reached counts. */
export function leadBand(
	score: number,
	maxScore: number,
	model: Pick<LeadModel, 'hotFrom' | 'warmFrom'>,
): LeadBand {
	// Multiplied, not divided: 29 of 100 is 28.999999999999996 % in floating point.
	const reaches = (percent: number) => score * 100 >= percent * maxScore;
	if (reaches(model.hotFrom)) return 'hot';
	return reaches(model.warmFrom) ? 'warm' : 'cold';
}

/**
 * Scores a lead from the rules it meets.
 *
 * Points of a category are summed and kept between zero and the category's maximum; the score is the
 * sum of both. Reasons come with the weightiest first.
 */
export function scoreLead(
	lead: {
		key: string | null;
		matched: readonly MatchedRule[];
		missing: string[];
		previousBand?: LeadBand;
	},
	model: LeadModel,
	asOf: string,
): LeadScore {
	const category = (name: LeadCategory): CategoryScore => {
		let sum = 0;
		for (const rule of lead.matched) if (rule.category === name) sum += rule.points;
		return { points: Math.min(Math.max(sum, 0), model.max[name]), max: model.max[name] };
	};
	const fit = category('fit');
	const engagement = category('engagement');
	const score = fit.points + engagement.points;
	const maxScore = fit.max + engagement.max;
	const band = leadBand(score, maxScore, model);
	const previousBand = lead.previousBand ?? null;
	return {
		leadKey: lead.key,
		score,
		maxScore,
		fit,
		engagement,
		grade: `${'ABC'.charAt(gradeStep(fit))}${gradeStep(engagement) + 1}`,
		band,
		previousBand,
		bandChanged: previousBand === null ? null : previousBand !== band,
		reasons: [...lead.matched].sort((a, b) => Math.abs(b.points) - Math.abs(a.points)),
		missing: lead.missing,
		model: { name: model.name, version: model.version },
		asOf,
	};
}
