import type { IntervalPolicy } from '../../history/expectedInterval';
import type { SilenceLimit, SilencePolicy } from '../../history/silenceLimits';
import { counted, formatNumber } from '../../wording/formatNumber';

/** A way to tell who is gone, with its limit. */
export type LapseSetting =
	| { method: 'fixedWindow'; days: number }
	| { method: 'ownRhythm'; times: number; ownGapPercentile: number }
	/** Below a return probability; `balanced` is the mean of all, where both kinds of misses weigh the same. */
	| { method: 'predictive'; below: number | 'balanced' };

const WINDOW_DAYS = [30, 45, 60, 90, 120, 180, 270, 365];
const TIMES = [1.5, 2, 2.5, 3, 4, 6];
const HIGH_PERCENTILES = [80, 90, 95];
const TIMES_OF_HIGH_PERCENTILES = [1, 1.5, 2];
const PROBABILITIES = [0.1, 0.2, 0.3, 0.4, 0.5];

/** At risk and lost beside lapsed, in the proportions of the defaults: 45, 60 and 180 days; 1.5, 2 and 3 gaps. */
const AT_RISK_SHARE = 0.75;
const LOST_AFTER_WINDOWS = 3;
const LOST_AFTER_TIMES = 1.5;

/** All settings that are tried, the plainest first. */
export const LAPSE_SETTINGS: readonly LapseSetting[] = Object.freeze([
	...WINDOW_DAYS.map((days) => ({ method: 'fixedWindow', days }) as const),
	...TIMES.map((times) => ({ method: 'ownRhythm', times, ownGapPercentile: 50 }) as const),
	...HIGH_PERCENTILES.flatMap((ownGapPercentile) =>
		TIMES_OF_HIGH_PERCENTILES.map(
			(times) => ({ method: 'ownRhythm', times, ownGapPercentile }) as const,
		),
	),
	{ method: 'predictive', below: 'balanced' } as const,
	...PROBABILITIES.map((below) => ({ method: 'predictive', below }) as const),
]);

/** The name of a method as it stands in the form. */
export function methodLabel(method: LapseSetting['method']): string {
	const labels = {
		fixedWindow: 'Fixed Window',
		ownRhythm: 'Own Rhythm',
		predictive: 'Predictive',
	} as const;
	return labels[method];
}

/**
 * The limit of a setting in words.
 *
 * @example
 * limitLabel({ method: 'ownRhythm', times: 1.5, ownGapPercentile: 50 }) //=> '1.5x the usual gap'
 */
export function limitLabel(setting: LapseSetting): string {
	switch (setting.method) {
		case 'fixedWindow':
			return counted(setting.days, 'day');
		case 'ownRhythm':
			return setting.ownGapPercentile === 50
				? `${formatNumber(setting.times)}x the usual gap`
				: `${formatNumber(setting.times)}x the ${setting.ownGapPercentile}th percentile of own gaps`;
		case 'predictive':
			return setting.below === 'balanced'
				? 'chance below the average'
				: `chance below ${formatNumber(setting.below * 100)} %`;
	}
}

/**
 * A setting in words.
 *
 * @example
 * settingLabel({ method: 'fixedWindow', days: 60 }) //=> 'Fixed Window, 60 days'
 */
export function settingLabel(setting: LapseSetting): string {
	return `${methodLabel(setting.method)}, ${limitLabel(setting)}`;
}

function inTenths(value: number): number {
	return Math.round(value * 10) / 10;
}

/**
 * The limits of silence that a setting stands for, as they can be typed into the form: whole days, or
 * tenths of gaps; undefined for forecasts, which have none.
 */
export function silencePolicyOf(
	setting: LapseSetting,
): { [Limit in keyof Required<Omit<SilencePolicy, 'oneTime'>>]: SilenceLimit } | undefined {
	if (setting.method === 'fixedWindow') {
		const { days } = setting;
		return {
			atRiskAfter: { days: Math.round(AT_RISK_SHARE * days) },
			lapsedAfter: { days },
			lostAfter: { days: LOST_AFTER_WINDOWS * days },
		};
	}
	if (setting.method === 'ownRhythm') {
		const { times } = setting;
		return {
			atRiskAfter: { times: inTenths(AT_RISK_SHARE * times) },
			lapsedAfter: { times },
			lostAfter: { times: inTenths(LOST_AFTER_TIMES * times) },
		};
	}
	return undefined;
}

/** How the expected interval is found under a setting of silence. */
export function intervalPolicyOf(
	setting: Exclude<LapseSetting, { method: 'predictive' }>,
	{ fallbackDays, recogniseSeasons }: { fallbackDays: number; recogniseSeasons: boolean },
): IntervalPolicy {
	return setting.method === 'fixedWindow'
		? { method: 'fixed', days: setting.days, recogniseSeasons }
		: {
				method: 'learned',
				fallbackDays,
				recogniseSeasons,
				ownGapQuantile: setting.ownGapPercentile / 100,
			};
}
