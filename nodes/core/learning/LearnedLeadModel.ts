import type { LeadCategory, LeadModelInput } from '../lead/LeadModel';
import type { CalibrationGroup } from './calibrationGroups';
import type { LeakageSuspect } from './leakageSuspects';
import type { TopLift } from './liftOfTop';
import type { LeftOut } from './planField';

export interface LearnOptions {
	/** Percent of the leads, from 0 to 90, that the model is measured on and not learned from; 30 where left out. */
	heldBackPercent?: number;
	/** The highest score that there is; 100 where left out. */
	pointsInAll?: number;
	/** L2 penalty; chosen by cross-validation where left out. */
	penalty?: number;
	/** Whether fields that may be known only after the outcome are left out, which they are unless told. */
	leaveOutSuspects?: boolean;
	name?: string;
	version?: string;
}

/** How well a model ranks and forecasts leads that it was not learned from. */
export interface LearnedQuality {
	leads: number;
	/** Those with the outcome. */
	outcomes: number;
	/** Area under the ROC curve of the points, with the bounds that hold it in 95 of 100 cases. */
	auc: number;
	aucFrom: number;
	aucTo: number;
	logLoss: number;
	brier: number;
	/** Log-loss of somebody who says the base rate of the learned leads for every lead. */
	logLossOfBaseRate: number;
	/** In ten groups, the least probable first. */
	calibration: CalibrationGroup[];
	/** The tenth with the most points. */
	topDecile: TopLift;
	/** The same figures of the regression that the points were made of. */
	aucOfRegression: number;
	logLossOfRegression: number;
	brierOfRegression: number;
}

/** An answer that a field has, its points, and what became of the leads that gave it. */
export interface DriverLevel {
	/** As its rule is called. */
	name: string;
	points: number;
	leads: number;
	/** Share with the outcome; null for no leads. */
	rate: number | null;
}

export interface LeadDriver {
	field: string;
	category: LeadCategory;
	/** Most points that the field brings. */
	points: number;
	best: DriverLevel;
	worst: DriverLevel;
	/** One sentence on best and worst. */
	sentence: string;
}

/** A band of the model, and who of the leads that were learned from is in it. */
export interface LearnedBand {
	band: 'hot' | 'warm' | 'cold';
	/** From this score up. */
	fromPoints: number;
	leads: number;
	rate: number | null;
}

export interface LearnedReport {
	name: string | null;
	/** All leads, those that were learned from for the measurement, and those held back for it. */
	leads: number;
	learnedFrom: number;
	heldBack: number;
	/** Leads with the outcome, and their share of all. */
	outcomes: number;
	baseRate: number;
	/** Null where nothing was measured; `warnings` say why. */
	quality: LearnedQuality | null;
	/** How many points there are in all, in which steps, and why. */
	pointsInAll: number;
	pointStep: number;
	pointStepReason: string;
	rules: number;
	penalty: number;
	/** What log odds were multiplied by so that forecasts do not promise too much. */
	slope: number;
	bands: LearnedBand[];
	/** By the points they bring, the most first. */
	drivers: LeadDriver[];
	suspects: LeakageSuspect[];
	/** Fields that bring no points, and why; also those of which only whether they are given counts. */
	leftOut: LeftOut[];
	warnings: string[];
}

/** A model learned from historical leads. */
export interface LearnedLeadModel {
	/** Learned from all leads. */
	model: LeadModelInput;
	/** Learned without those held back: what `report.quality` is about. Null where nothing was measured. */
	measuredModel: LeadModelInput | null;
	report: LearnedReport;
}
