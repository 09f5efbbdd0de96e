import { SegmentationError } from '../SegmentationError';
import { counted, formatNumber } from '../wording/formatNumber';
import { calibrationGroups } from './calibrationGroups';
import { isHeldBack } from './heldBack';
import { leadColumns, type LeadColumn, type LeadField } from './LeadColumn';
import { leakageSuspects, type LeakageSuspect } from './leakageSuspects';
import type {
	LearnedBand,
	LearnedLeadModel,
	LearnedQuality,
	LearnOptions,
} from './LearnedLeadModel';
import { leadDrivers } from './leadDrivers';
import { AUC_FOR_WHOLE_POINTS, forecastsOf, learnPoints, type LearnedPoints } from './learnPoints';
import { stepsOfRows } from './levelPoints';
import { liftOfTop } from './liftOfTop';
import { bandLimits, pointsOf } from './modelOfPoints';
import type { LeftOut } from './planField';
import { plannedFields } from './plannedFields';
import { brierScore, logLoss } from './probabilityScores';
import { aucError, rankAuc } from './rankAuc';

const HELD_BACK_PERCENT = 30;
const MOST_HELD_BACK = 90;
const POINTS_IN_ALL = 100;
/** Fewer leads of either outcome cannot be learned from. */
const FEWEST_OUTCOMES = 10;
/** Fewer of either outcome give a hint and no proof. */
const FEW_OUTCOMES = 50;
/** So many of either outcome are needed among the leads that are learned from, and among those held back. */
const FEWEST_LEARNED = 5;
const FEWEST_MEASURED = 5;
const FEW_MEASURED = 20;
const TOO_GOOD_AUC = 0.95;
/** The normal distribution holds 95 % within so many standard errors. */
const RANGE = 1.96;
const GROUPS = 10;
const TOP = 0.1;

function hitsOf(rows: Int32Array, outcomes: Uint8Array): number {
	return rows.reduce((sum, row) => sum + outcomes[row]!, 0);
}

function fewerOf(rows: Int32Array, outcomes: Uint8Array): number {
	const hits = hitsOf(rows, outcomes);
	return Math.min(hits, rows.length - hits);
}

function checkOutcomes(rows: Int32Array, outcomes: Uint8Array): void {
	const hits = hitsOf(rows, outcomes);
	const misses = rows.length - hits;
	if (Math.min(hits, misses) >= FEWEST_OUTCOMES) return;
	const only =
		hits === 0
			? 'none of them became a customer'
			: misses === 0
				? 'all of them became customers'
				: `${formatNumber(hits)} became customers and ${formatNumber(misses)} did not`;
	throw new SegmentationError(
		'tooFewLeads',
		`Nothing can be learned from ${counted(rows.length, 'lead')}: ${rows.length === 0 ? 'there are none with an outcome' : only}`,
		`Give at least ${FEWEST_OUTCOMES} leads of either outcome, better ${FEW_OUTCOMES}, and check that the outcome field and its values for a customer are the right ones`,
	);
}

/** Fields in an order that does not depend on the one in which they come, each once. */
function columnsOf(fields: readonly LeadField[], leads: number): LeadColumn[] {
	const byName = new Map(
		fields.map((field) => [
			field.name,
			// Where values are missing at the end, they are not given.
			field.values.length === leads
				? field
				: { ...field, values: Array.from({ length: leads }, (_, i) => field.values[i]) },
		]),
	);
	return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(leadColumns);
}

function measure(
	learned: LearnedPoints,
	rows: Int32Array,
	outcomes: Uint8Array,
	baseRate: number,
): LearnedQuality {
	const own = Uint8Array.from(rows, (row) => outcomes[row]!);
	const { steps, probabilities, logOdds, probabilitiesOfRegression } = forecastsOf(
		learned,
		rows,
		outcomes,
	);
	const hits = hitsOf(rows, outcomes);
	const auc = rankAuc(steps, own)!;
	const error = aucError(auc, hits, rows.length - hits);
	return {
		leads: rows.length,
		outcomes: hits,
		auc,
		aucFrom: Math.max(0, auc - RANGE * error),
		aucTo: Math.min(1, auc + RANGE * error),
		logLoss: logLoss(probabilities, own)!,
		brier: brierScore(probabilities, own)!,
		logLossOfBaseRate: logLoss(new Float64Array(rows.length).fill(baseRate), own)!,
		calibration: calibrationGroups(probabilities, own, GROUPS),
		topDecile: liftOfTop(steps, own, TOP)!,
		aucOfRegression: rankAuc(logOdds, own)!,
		logLossOfRegression: logLoss(probabilitiesOfRegression, own)!,
		brierOfRegression: brierScore(probabilitiesOfRegression, own)!,
	};
}

function bandsOf(
	{ fields, points }: LearnedPoints,
	rows: Int32Array,
	outcomes: Uint8Array,
): LearnedBand[] {
	const steps = stepsOfRows(fields, points, rows);
	const { hot, warm } = bandLimits(steps, points.most);
	const limits = [
		{ band: 'hot' as const, from: hot, to: Number.POSITIVE_INFINITY },
		{ band: 'warm' as const, from: warm, to: hot },
		{ band: 'cold' as const, from: 0, to: warm },
	];
	return limits.map(({ band, from, to }) => {
		const own = rows.filter((_, i) => steps[i]! >= from && steps[i]! < to);
		return {
			band,
			fromPoints: pointsOf(from, points.step),
			leads: own.length,
			rate: own.length === 0 ? null : hitsOf(own, outcomes) / own.length,
		};
	});
}

function warningsOf(about: {
	fewer: number;
	heldBackPercent: number;
	fewerHeldBack: number;
	quality: LearnedQuality | null;
	suspectsKept: readonly LeakageSuspect[];
	fields: number;
}): string[] {
	const { fewer, heldBackPercent, fewerHeldBack, quality, suspectsKept, fields } = about;
	const warnings: string[] = [];
	if (fewer < FEW_OUTCOMES) {
		warnings.push(
			`Only ${counted(fewer, 'lead')} of one outcome: take the model as a hint until there are at least ${FEW_OUTCOMES}.`,
		);
	}
	if (heldBackPercent === 0) {
		warnings.push('No leads were held back, so nothing tells how good the model is.');
	} else if (!quality) {
		warnings.push(
			'Too few leads of one outcome would be left to learn from or to measure with, so nothing tells how good the model is.',
		);
	}
	if (quality && fewerHeldBack < FEW_MEASURED) {
		warnings.push(
			`Measured on only ${counted(fewerHeldBack, 'lead')} of one outcome: the figures can be far off.`,
		);
	}
	if (quality && quality.aucFrom <= 0.5) {
		warnings.push(
			'On leads it had not seen the model did no better than chance could: as far as can be seen it tells nothing, do not score leads by it.',
		);
	}
	if (suspectsKept.length > 0) {
		warnings.push(
			`${suspectsKept.map(({ field }) => field).join(', ')} may be known only after the outcome: if so, the figures are too good and new leads are scored wrongly.`,
		);
	}
	if (quality && quality.auc >= TOO_GOOD_AUC) {
		warnings.push(
			'This is better than leads can be told apart as a rule: check that no field is filled in after the outcome.',
		);
	}
	if (fields === 1) warnings.push('A single field decides all points.');
	return warnings;
}

function stepReason(step: number): string {
	const loss = `${AUC_FOR_WHOLE_POINTS * 100} percentage points`;
	return step === 1
		? `Whole points: they rank leads as the regression does, to within ${loss}.`
		: `Points with one decimal: whole ones would rank leads worse than the regression by more than ${loss}.`;
}

function nothingToLearn(leftOut: readonly LeftOut[]): SegmentationError {
	const reasons = leftOut.slice(0, 5).map(({ field, reason }) => `${field}: ${reason}`);
	return new SegmentationError(
		'emptyModel',
		`No field tells one lead from another${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`,
		'Add fields that describe leads or what they do, and that are known before the outcome',
	);
}

/** One reason a field; fields that have points of other columns, as tags do, are not left out. */
function leftOutFields(all: readonly LeftOut[], learned: LearnedPoints): LeftOut[] {
	const used = new Set(learned.fields.map(({ field }) => field));
	const found = new Map<string, LeftOut>();
	for (const one of all) {
		if (!used.has(one.field) && !found.has(one.field)) found.set(one.field, one);
	}
	for (const { field, onlyWhetherGiven } of learned.fields) {
		if (onlyWhetherGiven !== undefined) {
			found.set(field, {
				field,
				reason: `${onlyWhetherGiven}; only whether it is given counts`,
			});
		}
	}
	return [...found.values()];
}

/**
 * Learns a points model from historical leads of which the outcome is known.
 *
 * Part of the leads is held back first: what is learned from the others is measured on them. The model
 * that is given is then learned from all leads, with the same penalty and slope, so that no lead is
 * wasted; it should be no worse than the one that was measured. Suspects are looked for among the leads
 * that are learned from.
 *
 * The same leads always give the same model, in whatever order the fields come.
 *
 * @param outcomes one a lead: whether it became a customer
 * @throws SegmentationError `tooFewLeads` for fewer than ten leads of either outcome, `emptyModel`
 * where no field tells one lead from another
 */
export function learnLeadModel(
	input: { fields: readonly LeadField[]; outcomes: readonly boolean[] },
	options: LearnOptions = {},
): LearnedLeadModel {
	const heldBackPercent = Math.min(
		MOST_HELD_BACK,
		Math.max(0, options.heldBackPercent ?? HELD_BACK_PERCENT),
	);
	const { pointsInAll = POINTS_IN_ALL, leaveOutSuspects = true } = options;
	const outcomes = Uint8Array.from(input.outcomes, (outcome) => (outcome ? 1 : 0));
	const all = Int32Array.from(outcomes, (_, row) => row);
	checkOutcomes(all, outcomes);

	const known = all.filter((row) => !isHeldBack(row, heldBackPercent));
	const heldBack = all.filter((row) => isHeldBack(row, heldBackPercent));
	const canMeasure =
		fewerOf(known, outcomes) >= FEWEST_LEARNED && fewerOf(heldBack, outcomes) >= FEWEST_MEASURED;
	const learnable = canMeasure ? known : all;

	const everyColumn = columnsOf(input.fields, all.length);
	const suspects = leakageSuspects(
		everyColumn,
		plannedFields(everyColumn, learnable, outcomes).fields,
		learnable,
		outcomes,
	);
	const isSuspect = new Set(suspects.map(({ field }) => field));
	const columns = leaveOutSuspects
		? everyColumn.filter(({ field }) => !isSuspect.has(field))
		: everyColumn;
	const suspectsLeftOut = leaveOutSuspects
		? suspects.map(({ field, reason }) => ({
				field,
				reason: `may be known only after the outcome: ${reason}`,
			}))
		: [];

	const how = {
		pointsInAll,
		...(options.penalty !== undefined && { penalty: options.penalty }),
		...(options.name !== undefined && { name: options.name }),
		...(options.version !== undefined && { version: options.version }),
	};
	const measured = canMeasure ? learnPoints(columns, known, outcomes, how) : undefined;
	const learned = learnPoints(columns, all, outcomes, {
		...how,
		...(measured && { tuning: measured.tuning }),
	});
	if (!learned) {
		throw nothingToLearn([...suspectsLeftOut, ...plannedFields(columns, all, outcomes).leftOut]);
	}
	const baseRateKnown = hitsOf(known, outcomes) / known.length;
	const quality = measured ? measure(measured, heldBack, outcomes, baseRateKnown) : null;
	const outcomeCount = hitsOf(all, outcomes);
	const drivers = leadDrivers(learned, all, outcomes);
	return {
		model: learned.model,
		measuredModel: measured?.model ?? null,
		report: {
			name: options.name ?? null,
			leads: all.length,
			learnedFrom: measured ? known.length : all.length,
			heldBack: measured ? heldBack.length : 0,
			outcomes: outcomeCount,
			baseRate: outcomeCount / all.length,
			quality,
			pointsInAll,
			pointStep: learned.points.step,
			pointStepReason: stepReason(learned.points.step),
			rules: learned.model.rules.length,
			penalty: learned.tuning.penalty,
			slope: learned.tuning.slope,
			bands: bandsOf(learned, all, outcomes),
			drivers,
			suspects,
			leftOut: [...suspectsLeftOut, ...leftOutFields(learned.leftOut, learned)],
			warnings: warningsOf({
				fewer: fewerOf(all, outcomes),
				heldBackPercent,
				fewerHeldBack: fewerOf(heldBack, outcomes),
				quality,
				suspectsKept: leaveOutSuspects
					? []
					: suspects.filter(({ field }) => drivers.some((driver) => driver.field === field)),
				fields: drivers.length,
			}),
		},
	};
}
