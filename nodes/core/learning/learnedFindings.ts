import { counted, formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';
import { probabilityRange } from './calibrationGroups';
import type { LearnedBand, LearnedQuality, LearnedReport } from './LearnedLeadModel';

/** What was learned, in the words that every report shares. */
export interface LearnedFindings {
	title: string;
	/** What was looked at. */
	basis: string;
	/** How well the model does on leads it had not seen. */
	quality: string[];
	/** What limits all this. */
	warnings: string[];
	/** Fields that may be known only afterwards. */
	suspects: string[];
	/** What decides a score, the weightiest first. */
	drivers: Array<{ name: string; points: number; sentence: string }>;
	/** Who is hot, warm and cold. */
	bands: string[];
	/** How the forecasts came true; null where nothing was measured. */
	calibration: string | null;
	/** Fields without points, and why. */
	leftOut: string[];
	/** How points are counted. */
	notes: string[];
}

/** The headings of a report. */
export const LEARNED_HEADINGS = Object.freeze({
	quality: 'How good is it?',
	warnings: 'Take care',
	suspects: 'Known only afterwards?',
	drivers: 'What decides the score',
	bands: 'Hot, warm and cold',
	calibration: 'Do its probabilities come true?',
	leftOut: 'Fields without points of their own',
	notes: 'Good to know',
});

function basisOf({ leads, outcomes, baseRate, learnedFrom, heldBack }: LearnedReport): string {
	const whole = `Learned from ${counted(leads, 'lead')}, of which ${formatNumber(outcomes)} (${percent(baseRate, 1)}) became customers.`;
	return heldBack === 0
		? whole
		: `${whole} Measured on ${formatNumber(heldBack)} of them with a model that knew only the other ${formatNumber(learnedFrom)}; the model given here is learned from all.`;
}

function qualityOf({ auc, aucFrom, aucTo, topDecile }: LearnedQuality): string[] {
	return [
		`Of two leads, one that became a customer and one that did not, it ranks the right one first in ${percent(auc)} of cases (likely ${percent(aucFrom)} to ${percent(aucTo)}); a coin does in 50 %.`,
		`Of the tenth of leads with the most points ${percent(topDecile.rate)} became customers, ${formatNumber(topDecile.lift)} times as many as of all; they hold ${percent(topDecile.share)} of all customers.`,
	];
}

function calibrationOf({ calibration, outcomes, leads }: LearnedQuality): string {
	const forecast =
		calibration.reduce((sum, group) => sum + group.leads * group.forecast, 0) / leads;
	const ends = [...new Set([calibration[0]!, calibration[calibration.length - 1]!])].map(
		(group) =>
			`of those given ${probabilityRange(group)}, ${percent(group.observed)} became customers`,
	);
	return `It said that ${percent(forecast, 1)} of the leads it had not seen would become customers, and ${percent(outcomes / leads, 1)} did; ${ends.join('; ')}.`;
}

function bandLine({ band, fromPoints, leads, rate }: LearnedBand, all: number): string {
	const who =
		band === 'cold'
			? 'Cold: all others'
			: `${band === 'hot' ? 'Hot' : 'Warm'}: from ${formatNumber(fromPoints)} points`;
	const share = `${percent(leads / all)} of the leads`;
	return rate === null
		? `${who}, ${share}.`
		: `${who}, ${share}; ${percent(rate)} became customers.`;
}

/** Puts into words what was learned: the same figures always give the same words. */
export function learnedFindings(report: LearnedReport): LearnedFindings {
	const { name, quality, pointsInAll, pointStepReason, rules } = report;
	return {
		title: `What makes a customer? ${name ?? 'Points learned from past leads'}`,
		basis: basisOf(report),
		quality: quality ? qualityOf(quality) : [],
		warnings: report.warnings,
		suspects: report.suspects.map(
			({ field, reason }) =>
				`${field}: ${reason}. ${
					report.leftOut.some((one) => one.field === field)
						? 'It was left out.'
						: 'It is in the model all the same.'
				}`,
		),
		drivers: report.drivers.map(({ field, points, sentence }) => ({
			name: `${field}: up to ${counted(points, 'point')}`,
			points,
			sentence,
		})),
		bands: report.bands.map((band) => bandLine(band, report.leads)),
		calibration: quality ? calibrationOf(quality) : null,
		leftOut: report.leftOut
			.filter(({ field }) => !report.suspects.some((one) => one.field === field))
			.map(({ field, reason }) => `${field}: ${reason}.`),
		notes: [
			`${counted(rules, 'rule')}; scores run from 0 to ${formatNumber(pointsInAll)}. The worst answer to each field brings nothing, so points only add up.`,
			pointStepReason,
		],
	};
}
