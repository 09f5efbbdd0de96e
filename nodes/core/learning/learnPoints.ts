import type { LeadModelInput } from '../lead/LeadModel';
import type { LeadColumn } from './LeadColumn';
import { levelPoints, stepsOfRows, type LevelPoints } from './levelPoints';
import { modelOfPoints } from './modelOfPoints';
import type { LeftOut } from './planField';
import { levelRows, plannedFields, type PlannedField } from './plannedFields';
import { rankAuc } from './rankAuc';
import { logOddsOfRow, ridgeLevels } from './ridgeLevels';
import { probabilityOf, ridgeLogistic } from './ridgeLogistic';
import type { LogisticFit } from './ridgeNewton';
import { tunedPenalty, type Tuning } from './tunedPenalty';

/** Whole points are good enough where they cost no more of the area under the curve than this. */
export const AUC_FOR_WHOLE_POINTS = 0.002;

/** Points learned from some leads, and what they were made of. */
export interface LearnedPoints {
	fields: PlannedField[];
	leftOut: LeftOut[];
	tuning: Tuning;
	fit: LogisticFit;
	points: LevelPoints;
	probability: { intercept: number; perPoint: number };
	model: LeadModelInput;
}

/** What a model forecasts for some leads: by its points, and by the regression that they were made of. */
export interface Forecasts {
	/** In steps of points. */
	steps: Int32Array;
	probabilities: Float64Array;
	logOdds: Float64Array;
	probabilitiesOfRegression: Float64Array;
}

function logOddsOfRows(
	fields: readonly PlannedField[],
	fit: LogisticFit,
	rows: Int32Array,
	outcomes: Uint8Array,
): Float64Array {
	const levels = levelRows(fields, rows, outcomes);
	return Float64Array.from(rows, (_, i) => logOddsOfRow(levels, fit, i));
}

/** Whole points, or tenths where whole ones would cost too much of the ranking. */
function pointsFor(
	fields: readonly PlannedField[],
	{ weights }: LogisticFit,
	pointsInAll: number,
	isGoodEnough: (points: LevelPoints) => boolean,
): LevelPoints | undefined {
	const whole = levelPoints(fields, weights, pointsInAll, 1);
	return whole === undefined || isGoodEnough(whole)
		? whole
		: levelPoints(fields, weights, pointsInAll, 0.1);
}

/**
 * Learns points from some leads: bins and levels, a logistic regression on them, its weights as points.
 *
 * The probability of a score goes with the weights of the regression, times the slope that was found
 * by cross-validation; its intercept makes the leads that were learned from come true on the whole.
 *
 * Undefined where no field tells one lead from another.
 */
export function learnPoints(
	columns: readonly LeadColumn[],
	rows: Int32Array,
	outcomes: Uint8Array,
	options: {
		pointsInAll: number;
		/** Found out by cross-validation where left out. */
		tuning?: Tuning;
		penalty?: number;
		name?: string;
		version?: string;
	},
): LearnedPoints | undefined {
	const { fields, leftOut } = plannedFields(columns, rows, outcomes);
	if (fields.length === 0) return undefined;
	const tuning = options.tuning ?? tunedPenalty(columns, rows, outcomes, options.penalty);
	const fit = ridgeLevels(levelRows(fields, rows, outcomes), tuning.penalty);
	const own = Uint8Array.from(rows, (row) => outcomes[row]!);
	const auc = rankAuc(logOddsOfRows(fields, fit, rows, outcomes), own) ?? 0.5;
	const points = pointsFor(
		fields,
		fit,
		options.pointsInAll,
		(whole) =>
			(rankAuc(stepsOfRows(fields, whole, rows), own) ?? 0.5) >= auc - AUC_FOR_WHOLE_POINTS,
	);
	if (!points) return undefined;
	const perPoint = tuning.slope / points.scale;
	const { intercept } = ridgeLogistic(
		{
			columns: [],
			outcomes: own,
			offsets: Float64Array.from(
				stepsOfRows(fields, points, rows),
				(steps) => perPoint * points.step * steps,
			),
		},
		0,
	);
	const probability = { intercept, perPoint };
	return {
		fields,
		leftOut,
		tuning,
		fit,
		points,
		probability,
		model: modelOfPoints(fields, points, { ...options, rows, probability }),
	};
}

/** What a model forecasts for leads, whether it was learned from them or not. */
export function forecastsOf(
	{ fields, fit, points, probability }: LearnedPoints,
	rows: Int32Array,
	outcomes: Uint8Array,
): Forecasts {
	const steps = stepsOfRows(fields, points, rows);
	const logOdds = logOddsOfRows(fields, fit, rows, outcomes);
	return {
		steps,
		probabilities: Float64Array.from(steps, (one) =>
			probabilityOf(probability.intercept + probability.perPoint * points.step * one),
		),
		logOdds,
		probabilitiesOfRegression: logOdds.map(probabilityOf),
	};
}
