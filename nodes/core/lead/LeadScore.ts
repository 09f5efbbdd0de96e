import type { RecognisedAttribute } from '../attribute/attributes';
import type { LeadBand, LeadCategory } from './LeadModel';

/** Points of one category and the most there could have been. */
export interface CategoryScore {
	points: number;
	max: number;
}

/** One rule that a lead met, and what it did to the score. */
export interface LeadReason {
	/** Name of the rule, or what else moved the score: inactivity, the lowest or the highest score. */
	rule: string;
	/** Null for what moved the score as a whole. */
	category: LeadCategory | null;
	group: string | null;
	/** What it has in the score, after decay and caps; these add up to the score. */
	points: number;
	/** Before caps. */
	pointsAfterDecay: number;
	/** Before decay and caps. */
	pointsEarned: number;
	/** The values that met the conditions, in words. */
	evidence: string;
}

/** The field to ask a lead for, and the most points that knowing it could bring. */
export interface AskNext {
	field: string;
	points: number;
}

/** The `leadScore` object of an output item; `null` where something is not known. Names are permanent. */
export interface LeadScore {
	leadKey: string | null;
	score: number;
	maxScore: number;
	fit: CategoryScore;
	engagement: CategoryScore;
	/** Fit letter and engagement number: A1 is the best lead. */
	grade: string;
	band: LeadBand;
	/** The rule that set the band whatever the points, where one did. */
	bandSetBy: { rule: string; evidence: string } | null;
	previousBand: LeadBand | null;
	bandChanged: boolean | null;
	/** How probable the outcome is that the model was learned from, from 0 to 1, 4 decimals. */
	probability: number | null;
	/** The weightiest first. */
	reasons: LeadReason[];
	/** Fields that rules ask for and this lead does not have. */
	missing: string[];
	askNext: AskNext | null;
	/** What is recognised of the lead, where the user asked for it; null for what is not. */
	recognised?: Record<RecognisedAttribute, string | null>;
	model: { name: string | null; version: string | null };
	asOf: string;
}
