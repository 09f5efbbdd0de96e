import { byOrderDays } from '../history/byOrderDays';
import type { IntervalPolicy } from '../history/expectedInterval';
import type { OpenDays } from '../history/OpenDays';
import type { PurchaseHistory } from '../history/PurchaseHistory';
import type { SilencePolicy } from '../history/silenceLimits';
import type { StoreRhythm } from '../history/StoreRhythm';
import { formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';
import { backtestLapse, type BacktestRow } from './backtest/backtestLapse';
import {
	intervalPolicyOf,
	settingLabel,
	silencePolicyOf,
	type LapseSetting,
} from './backtest/LapseSetting';
import { fitForecast, type ForecastSettings } from './forecast/fitForecast';
import type { ForecastModel } from './forecast/ForecastModel';
import { fitOrderValue } from './forecast/OrderValue';
import { PurchaseLog } from './forecast/PurchaseLog';
import { returnLimitsFrom, type ReturnLimits } from './forecast/returnLimits';

/** How it is told who is gone, as the user chose it. */
export interface MethodChoice {
	/** `auto` is what did best on the shop's own past. */
	method: 'auto' | 'fixedWindow' | 'ownRhythm' | 'predictive';
	/** By silence: what is done where forecasts do not decide, or cannot be made. */
	interval: IntervalPolicy;
	silence: SilencePolicy;
	/** The interval expected while nothing is learned yet. */
	fallbackDays: number;
	forecast: {
		/** Undefined for the larger of 90 days and two of the shop's usual gaps. */
		horizonDays: number | undefined;
		model: ForecastSettings['model'];
		/** A forecast fitted before, on the whole log. */
		given: ForecastModel | undefined;
		/** Limits that the user set, in place of what the forecasts suggest. */
		limits: Partial<ReturnLimits>;
	};
}

/** A shop as it is now. */
export interface ShopNow {
	histories: readonly PurchaseHistory[];
	rhythm: StoreRhythm;
	openDays: OpenDays;
	asOfDay: number;
}

/** How it is told who is gone, once the shop was looked at. */
export interface LapseMethod {
	interval: IntervalPolicy;
	silence: SilencePolicy;
	forecast: ForecastModel | undefined;
	forecastDecides: boolean;
	/** What the user should know of the choice. */
	notes: string[];
	/** What stood against the user's choice. */
	warnings: string[];
}

const SHORTEST_HORIZON = 90;

/** Days ahead to look where the user does not say: the larger of 90 and two of the shop's usual gaps. */
export function defaultHorizon({ typicalGapDays }: StoreRhythm): number {
	return Math.max(SHORTEST_HORIZON, Math.ceil(2 * (typicalGapDays ?? 0)));
}

/**
 * Fits the forecast that a choice asks for, with the value of orders and the user's own limits in it;
 * or tells what was missing.
 */
export function shopForecast(
	{ forecast: { horizonDays, model, given, limits } }: Pick<MethodChoice, 'forecast'>,
	{ histories, rhythm, openDays, asOfDay }: ShopNow,
): { forecast: ForecastModel; notes: string[] } | { missing: string } {
	const withLimits = (forecast: ForecastModel): ForecastModel => ({
		...forecast,
		limits: returnLimitsFrom(forecast.limits, limits),
	});
	if (given) return { forecast: withLimits(given), notes: [] };
	const fit = fitForecast(new PurchaseLog([...histories].sort(byOrderDays), openDays), asOfDay, {
		horizonDays: horizonDays ?? defaultHorizon(rhythm),
		model,
	});
	if ('missing' in fit) return fit;
	const forecast = { ...fit.forecast, value: fitOrderValue(histories) };
	return { forecast: withLimits(forecast), notes: fit.notes };
}

/**
 * Settles how it is told who is gone, from the user's choice and the shop's own orders.
 *
 * Never fails: where there is too little for forecasts or for a look back, silence is measured
 * against each customer's own rhythm, and a warning says what was missing.
 */
export function settleMethod(choice: MethodChoice, shop: ShopNow): LapseMethod {
	const { method, interval, silence } = choice;
	const bySilence: LapseMethod = {
		interval,
		silence,
		forecast: undefined,
		forecastDecides: false,
		notes: [],
		warnings: [],
	};
	if (method === 'predictive') return byForecast(choice, shop, bySilence);
	if (method === 'auto') return byPast(choice, shop, bySilence);
	return bySilence;
}

function byForecast(choice: MethodChoice, shop: ShopNow, bySilence: LapseMethod): LapseMethod {
	const fit = shopForecast(choice, shop);
	if ('missing' in fit) {
		const warning = `Own Rhythm was used instead of Predictive: ${fit.missing}.`;
		return { ...bySilence, warnings: [warning] };
	}
	return {
		...bySilence,
		interval: intervalBeside(choice),
		forecast: fit.forecast,
		forecastDecides: true,
		notes: fit.notes,
		warnings: misuseOfGiven(choice, shop),
	};
}

/** What in the settings or the shop does not go with a forecast that was given. */
function misuseOfGiven(
	{ forecast: { given, horizonDays, model } }: MethodChoice,
	{ histories }: ShopNow,
): string[] {
	if (!given) return [];
	const { value } = given;
	const told: Array<[boolean, string]> = [
		[
			horizonDays !== undefined && horizonDays !== given.horizonDays,
			`The given forecast looks ${formatNumber(given.horizonDays)} days ahead: Horizon (Days) does nothing.`,
		],
		[model !== 'auto', 'A forecast is given: Forecast Model does nothing.'],
		[
			value !== null &&
				histories.length > 0 &&
				!histories.some(({ spent }) => spent.size === 0 || spent.has(value.currency)),
			`The given forecast knows the value of orders in ${value?.currency || 'no currency'}, in which nobody here pays: it may be of another shop.`,
		],
	];
	return told.filter(([isMisuse]) => isMisuse).map(([, sentence]) => sentence);
}

/** A given forecast knows the shop's usual gap, also where the few customers of a run tell of none. */
function intervalBeside({ interval, forecast: { given } }: MethodChoice): IntervalPolicy {
	return given && interval.method === 'learned'
		? { ...interval, fallbackDays: given.typicalGapDays }
		: interval;
}

function byPast(choice: MethodChoice, shop: ShopNow, bySilence: LapseMethod): LapseMethod {
	const { histories, openDays, asOfDay, rhythm } = shop;
	const { days, recommended, notes, horizonDays } = backtestLapse({
		histories,
		openDays,
		asOfDay,
		horizonDays: choice.forecast.horizonDays ?? defaultHorizon(rhythm),
		model: choice.forecast.model,
		fallbackDays: choice.fallbackDays,
		recogniseSeasons: choice.interval.recogniseSeasons,
	});
	if (!recommended) {
		const why = days.length > 0 ? 'No method told better than tossing a coin who is gone.' : '';
		const warning = ['Auto used Own Rhythm.', why, ...notes].filter((one) => one !== '').join(' ');
		return { ...bySilence, warnings: [warning] };
	}
	const { setting } = recommended;
	const told = chosenNote(recommended, days.length);
	// What did best was found with the shop's own forecast, so that is what is used.
	const ownForecast = {
		...choice,
		forecast: { ...choice.forecast, horizonDays, given: undefined },
	};
	const fit = shopForecast(withLimitOf(ownForecast, setting), shop);
	const forecast = 'missing' in fit ? undefined : fit.forecast;
	if (setting.method === 'predictive') {
		if (!forecast)
			return { ...bySilence, warnings: ['Auto used Own Rhythm: there is no forecast.'] };
		return { ...bySilence, forecast, forecastDecides: true, notes: [told] };
	}
	return {
		...bySilence,
		interval: intervalPolicyOf(setting, {
			fallbackDays: choice.fallbackDays,
			recogniseSeasons: choice.interval.recogniseSeasons,
		}),
		silence: silencePolicyOf(setting)!,
		forecast,
		notes: [told],
	};
}

/** The choice with the limit of a setting, where the user set none. */
function withLimitOf(choice: MethodChoice, setting: LapseSetting): MethodChoice {
	if (setting.method !== 'predictive' || setting.below === 'balanced') return choice;
	const { limits } = choice.forecast;
	return {
		...choice,
		forecast: {
			...choice.forecast,
			// A limit that the user left out is there all the same, undefined.
			limits: { ...limits, lapsed: limits.lapsed ?? setting.below },
		},
	};
}

function chosenNote({ setting, balancedAccuracy }: BacktestRow, dates: number): string {
	const past = dates === 1 ? 'one day in the past' : `${formatNumber(dates)} days in the past`;
	return `Auto chose ${settingLabel(setting)}: looking back from ${past}, it did best, with a balanced accuracy of ${percent(balancedAccuracy!, 1)}. The operation Backtest shows all others.`;
}
