import { isoDate } from '../../reading/TimeZone';
import { counted, formatNumber } from '../../wording/formatNumber';
import { listed } from '../../wording/listed';
import { ofHundred } from '../../wording/ofHundred';
import { percent } from '../../wording/percent';
import type { Backtest, BacktestRow } from './backtestLapse';
import type { CalibrationBin } from './Calibration';
import { howToSet } from './howToSet';
import { settingLabel, type LapseSetting } from './LapseSetting';

/** What a report needs to know beside the figures. */
export interface BacktestReportSetting {
	/** The last day that counted. */
	asOfDay: number;
	/** What is counted, in the singular: another key action, or "order" where left out. */
	action?: string;
}

/** What to do about it. */
export interface Advice {
	heading: string;
	/** The setting to choose; null where none can be recommended. */
	name: string | null;
	/** How to set it, who then counts as gone and how far to trust it; or why there is none. */
	sentences: string[];
}

/** What a replay of the past showed, in the words that every report shares. */
export interface BacktestFindings {
	title: string;
	/** What was looked at. */
	basis: string;
	advice: Advice;
	/** The best row of each method, the best first; none where the gone cannot be told from the others. */
	bestOfMethods: BacktestRow[];
	/** How the forecasts came true; null where nothing was forecast. */
	forecasts: string | null;
	/** What limits all this. */
	notes: string[];
}

/** The headings of a report. */
export const HEADINGS = Object.freeze({
	recommended: 'Recommended setting',
	noneRecommended: 'No setting to recommend',
	methods: 'Best setting of each method',
	forecasts: 'Did the forecasts come true?',
	notes: 'Good to know',
	settings: 'All settings tried',
});

/** Balanced accuracy, for somebody who never heard of it. */
export const BOTH_SIDES =
	'Right on both sides is the mean of two shares: of the gone, those it finds; of those who came back, those it does not call gone. 50 % is no better than tossing a coin.';

/** Where fewer came back, or fewer stayed away, the findings are a hint and no proof. */
const FEW_OUTCOMES = 30;
/** Forecasts for fewer customers than this come true in any share. */
const FEW_FORECASTS = 20;

function basisOf({ days, customers, cameBack, horizonDays }: Backtest): string {
	if (days.length === 0) return 'There is no day in the past to look ahead from yet.';
	const ahead = `${counted(horizonDays, 'day')} ahead`;
	const looked =
		days.length === 1
			? `Looked ${ahead} from ${isoDate(days[0]!)}.`
			: `Looked ${ahead} from ${listed(days.map(isoDate))}; a customer counts once for each of these days.`;
	const share = customers > 0 ? ` (${percent(cameBack / customers)})` : '';
	return `${looked} Of ${counted(customers, 'customer')}, ${formatNumber(cameBack)}${share} came back in that time and ${formatNumber(customers - cameBack)} stayed away.`;
}

/** Who counts as gone by a setting. */
function ruleOf(setting: LapseSetting, horizonDays: number, action: string): string {
	const gone = 'A customer counts as gone';
	switch (setting.method) {
		case 'fixedWindow':
			return `${gone} with no ${action} for more than ${counted(setting.days, 'day')}.`;
		case 'ownRhythm': {
			const times = setting.times === 1 ? '' : `${formatNumber(setting.times)} times `;
			const gap =
				setting.ownGapPercentile === 50
					? 'their usual gap'
					: `a long gap of theirs, one that ${setting.ownGapPercentile} of 100 of their gaps stay within`;
			return `${gone} with no ${action} for more than ${times}${gap}.`;
		}
		case 'predictive': {
			const limit =
				setting.below === 'balanced' ? 'the average' : `${formatNumber(setting.below * 100)} %`;
			return `${gone} when the next ${action} is due and their chance to come back within ${counted(horizonDays, 'day')} is below ${limit}.`;
		}
	}
}

/** How far the flags of a setting can be trusted. */
function worthOf({ flagged, cameBack }: BacktestRow, backtest: Backtest): string[] {
	const stayedAway = flagged - cameBack;
	const gone = backtest.customers - backtest.cameBack;
	if (flagged === 0) return ['It calls nobody gone.'];
	return [
		`Of ${counted(flagged, 'customer')} it calls gone, ${ofHundred(stayedAway, flagged)} stayed away and ${ofHundred(cameBack, flagged)} came back by themselves.`,
		`It finds ${ofHundred(stayedAway, gone)} who are gone.`,
	];
}

function whyNone({ days, customers, cameBack, horizonDays }: Backtest): string {
	const within = `within ${counted(horizonDays, 'day')}`;
	const keep = 'Keep the settings you have';
	if (days.length === 0 || customers === 0) return `${keep} until more of the past is known.`;
	if (cameBack === 0) {
		return `Nobody came back ${within}, so nothing tells a good setting from a bad one. Look more days ahead.`;
	}
	if (cameBack >= customers) {
		return `Everybody came back ${within}, so nobody was gone and nothing tells a good setting from a bad one. Look fewer days ahead.`;
	}
	return `No setting did better than tossing a coin. ${keep}.`;
}

function adviceOf(backtest: Backtest, action: string): Advice {
	const { recommended, horizonDays } = backtest;
	if (!recommended) {
		return { heading: HEADINGS.noneRecommended, name: null, sentences: [whyNone(backtest)] };
	}
	const { setting } = recommended;
	return {
		heading: HEADINGS.recommended,
		name: settingLabel(setting),
		sentences: [
			howToSet(setting),
			ruleOf(setting, horizonDays, action),
			...worthOf(recommended, backtest),
		],
	};
}

function bestOfMethods(rows: readonly BacktestRow[]): BacktestRow[] {
	const best = new Map<LapseSetting['method'], BacktestRow>();
	for (const row of rows) {
		if (row.balancedAccuracy === null) continue;
		const before = best.get(row.setting.method);
		if (!before || row.balancedAccuracy > before.balancedAccuracy!) {
			best.set(row.setting.method, row);
		}
	}
	return [...best.values()].sort((a, b) => b.balancedAccuracy! - a.balancedAccuracy!);
}

/**
 * The forecasts that stand together in a bin.
 *
 * @example
 * forecastRange({ from: 0.2, to: 0.4, ... }) //=> '20 to 40 %'
 */
export function forecastRange({ from, to }: Pick<CalibrationBin, 'from' | 'to'>): string {
	return `${formatNumber(from * 100)} to ${percent(to)}`;
}

function forecastsIn({ calibration }: Backtest): string | null {
	const bins = calibration?.bins ?? [];
	const customers = bins.reduce((sum, bin) => sum + bin.customers, 0);
	if (customers === 0) return null;
	const shareOf = (figure: 'forecast' | 'observed') =>
		percent(bins.reduce((sum, bin) => sum + bin.customers * bin[figure], 0) / customers);
	const whole = `${shareOf('forecast')} of the customers were forecast to come back and ${shareOf('observed')} did.`;
	const parts = bins
		.filter((bin) => bin.customers >= FEW_FORECASTS)
		.map(
			(bin, i) =>
				`of ${forecastRange(bin)} ${i === 0 ? 'came true ' : ''}in ${percent(bin.observed)}`,
		);
	return parts.length === 0 ? whole : `${whole} Forecasts ${listed(parts)}.`;
}

function fewOutcomes({ customers, cameBack }: Backtest): string[] {
	const stayedAway = customers - cameBack;
	const isFewBack = cameBack <= stayedAway;
	const fewer = isFewBack ? cameBack : stayedAway;
	if (fewer === 0 || fewer >= FEW_OUTCOMES) return [];
	const what = isFewBack ? 'came back' : 'stayed away';
	return [`Only ${counted(fewer, 'customer')} ${what}: take the figures as a hint, not as proof.`];
}

/** Puts into words what a replay of the past showed: the same figures always give the same words. */
export function backtestFindings(
	backtest: Backtest,
	{ asOfDay, action = 'order' }: BacktestReportSetting,
): BacktestFindings {
	return {
		title: `Who is gone? Backtest as of ${isoDate(asOfDay)}`,
		basis: basisOf(backtest),
		advice: adviceOf(backtest, action),
		bestOfMethods: bestOfMethods(backtest.rows),
		forecasts: forecastsIn(backtest),
		notes: [...backtest.notes, ...fewOutcomes(backtest)],
	};
}
