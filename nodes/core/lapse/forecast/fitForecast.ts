import { logOddsOf, probabilityOf, ridgeLogistic } from '../../learning/ridgeLogistic';
import { counted, formatNumber } from '../../wording/formatNumber';
import { CountTable } from '../models/CountTable';
import type { ModelFit, ModelParameters, ReturnForecast } from '../models/RepeatBuyingModel';
import {
	MODELS,
	modelForecast,
	unshiftedLogOdds,
	type ForecastModel,
	type ModelName,
} from './ForecastModel';
import { countsAt, type ObservedCustomers, type PurchaseLog } from './PurchaseLog';
import { featureUse, RETURN_FEATURES, returnFeatures, type ShopMeasures } from './returnFeatures';
import { returnLimits } from './returnLimits';

/** What a forecast is asked for. */
export interface ForecastSettings {
	/** Days ahead that a return is forecast for. */
	horizonDays: number;
	/** `auto` learns from the shop's own past what no formula knows; the others are the plain formulas. */
	model: 'auto' | ModelName;
}

/** A forecast for a shop, or what was missing to make one. */
export type ForecastFit =
	| { forecast: Omit<ForecastModel, 'value'>; probabilities: Float64Array; notes: string[] }
	| { missing: string };

/** Fewer customers, or fewer who came back, say nothing about a shop. */
const MIN_CUSTOMERS = 50;
const MIN_REPEAT_CUSTOMERS = 20;
/** A shop that is known for a shorter part of the horizon than this cannot be told the future of. */
const MIN_SHARE_OF_HORIZON = 0.5;
/** Fewer who came back, or fewer who did not, are too few to learn from. */
const MIN_OUTCOMES = 30;
/** More customers than this teach nothing new. */
const MOST_TO_LEARN_FROM = 20_000;
/** How strongly what is learned is held back, in the terms of ridge regression on scaled features. */
const PENALTY = 5;
type ChosenModel = ForecastModel['model'];
type AnyFit = ModelFit<ModelParameters>;

function fitModelTo(name: ModelName, { x, tx, T }: ObservedCustomers): AnyFit {
	return MODELS[name].fit(new CountTable(x, tx, T));
}

function chosen(name: ModelName, fit: AnyFit): ChosenModel {
	return { name, parameters: fit.parameters } as ChosenModel;
}

function forecastsOf(
	model: ChosenModel,
	observed: ObservedCustomers,
	horizonDays: number,
): ReturnForecast[] {
	return Array.from(observed.x, (_, i) => modelForecast(model, countsAt(observed, i), horizonDays));
}

function mean(values: ArrayLike<number>): number {
	let sum = 0;
	for (let i = 0; i < values.length; i++) sum += values[i]!;
	return values.length === 0 ? 0 : sum / values.length;
}

function measuresOf(observed: ObservedCustomers): ShopMeasures {
	const meanAgeDays = mean(observed.T);
	return { typicalGapDays: Math.max(1, observed.typicalGapDays ?? meanAgeDays), meanAgeDays };
}

/**
 * What must be added to log odds for their probabilities to have a mean: Newton's method, kept within
 * bounds that close in from both sides.
 */
function shiftToMean(logOdds: Float64Array, target: number): number {
	let [low, high, shift] = [-30, 30, 0];
	for (let i = 0; i < 60; i++) {
		let [miss, slope] = [-target * logOdds.length, 0];
		for (let row = 0; row < logOdds.length; row++) {
			const probability = probabilityOf(logOdds[row]! + shift);
			miss += probability;
			slope += probability * (1 - probability);
		}
		if (miss < 0) low = shift;
		else high = shift;
		const step = shift - miss / slope;
		const next = step > low && step < high ? step : (low + high) / 2;
		if (Math.abs(next - shift) < 1e-12) break;
		shift = next;
	}
	return shift;
}

function meanLogLoss(logOdds: Float64Array, shift: number, outcomes: Uint8Array): number {
	let loss = 0;
	for (let i = 0; i < logOdds.length; i++) {
		const probability = probabilityOf(logOdds[i]! + shift);
		loss -= Math.log(Math.max(1e-12, outcomes[i] === 1 ? probability : 1 - probability));
	}
	return loss / logOdds.length;
}

/** A day of the shop's past, as it looked then, and what became of its customers. */
interface PastDay {
	observed: ObservedCustomers;
	horizonDays: number;
	returned: Uint8Array;
}

/**
 * The day in the past that stands to the end of observation as that does to the end of the horizon:
 * the shop was then known for a like part of the time that was forecast.
 */
function pastDay(log: PurchaseLog, tick: number, horizonDays: number): PastDay | undefined {
	const known = tick - log.firstDay;
	const knownThen = Math.round((known * known) / (known + horizonDays));
	const horizonThen = known - knownThen;
	if (!(knownThen >= 1 && horizonThen >= 1)) return undefined;
	const then = log.firstDay + knownThen;
	return {
		observed: log.observedAt(then),
		horizonDays: horizonThen,
		returned: log.returnsAfter(then, horizonThen),
	};
}

/** Rows to learn from: all, or so many of them evenly spread over all kinds of customers. */
function rowsToLearnFrom({ observed, returned }: PastDay): number[] {
	const rows = Array.from(observed.x, (_, i) => i);
	if (rows.length <= MOST_TO_LEARN_FROM) return rows;
	const { x, tx, T, gapVariation } = observed;
	const variation = (i: number) => (Number.isNaN(gapVariation[i]!) ? -1 : gapVariation[i]!);
	rows.sort(
		(one, other) =>
			x[one]! - x[other]! ||
			tx[one]! - tx[other]! ||
			T[one]! - T[other]! ||
			variation(one) - variation(other) ||
			returned[one]! - returned[other]!,
	);
	const step = rows.length / MOST_TO_LEARN_FROM;
	return Array.from({ length: MOST_TO_LEARN_FROM }, (_, i) => rows[Math.floor(i * step)]!);
}

/** What a model misses, as the shop's own past shows it; null where there is too little to learn from. */
function learnCorrection(model: ChosenModel, past: PastDay): ForecastModel['correction'] {
	const { observed, returned, horizonDays } = past;
	const came = returned.reduce((sum, one) => sum + one, 0);
	if (Math.min(came, returned.length - came) < MIN_OUTCOMES) return null;
	const measures = measuresOf(observed);
	const rows = rowsToLearnFrom(past);
	const columns = RETURN_FEATURES.map(() => new Float64Array(rows.length));
	const offsets = new Float64Array(rows.length);
	rows.forEach((customer, row) => {
		const counts = countsAt(observed, customer);
		const ofModel = modelForecast(model, counts, horizonDays);
		offsets[row] = logOddsOf(ofModel.returnProbability);
		returnFeatures(counts, measures, offsets[row]!).forEach((value, i) => {
			columns[i]![row] = value;
		});
	});
	const scales = RETURN_FEATURES.map((feature, i) => {
		if (!featureUse(feature).isScaled) return { mean: 0, scale: 1 };
		const middle = mean(columns[i]!);
		const spread = Math.sqrt(mean(columns[i]!.map((value) => (value - middle) ** 2)));
		return { mean: middle, scale: Math.max(spread, 1e-9) };
	});
	const fit = ridgeLogistic(
		{
			columns: columns.map((column, i) =>
				column.map((value) => (value - scales[i]!.mean) / scales[i]!.scale),
			),
			outcomes: rows.map((row) => returned[row]!),
			offsets,
		},
		PENALTY,
		RETURN_FEATURES.map((feature) => featureUse(feature).bounds),
	);
	if (!fit.converged) return null;
	return RETURN_FEATURES.map((feature, i) => ({
		feature,
		...scales[i]!,
		weight: fit.weights[i]!,
	}));
}

/**
 * How far a model's probabilities, all together, were off in the past, in log odds.
 *
 * Only where what was learned at an earlier day would have helped at a later one, and both point in
 * the same direction, the smaller of the two is taken over; else nothing.
 */
function learnedShift(log: PurchaseLog, tick: number, name: ModelName, past: PastDay): number {
	const earlier = pastDay(log, tick - past.horizonDays, past.horizonDays);
	if (!earlier) return 0;
	const misses = [earlier, past].map((day) => {
		const fit = fitModelTo(name, day.observed);
		const forecasts = forecastsOf(chosen(name, fit), day.observed, day.horizonDays);
		const logOdds = Float64Array.from(forecasts, (one) => logOddsOf(one.returnProbability));
		return {
			isUsable: !fit.isDegenerate && logOdds.length >= MIN_CUSTOMERS,
			logOdds,
			shift: shiftToMean(logOdds, mean(day.returned)),
		};
	});
	const [before, after] = misses as [(typeof misses)[0], (typeof misses)[0]];
	if (!before.isUsable || !after.isUsable || before.shift * after.shift <= 0) return 0;
	const hasHelped =
		meanLogLoss(after.logOdds, before.shift, past.returned) <
		meanLogLoss(after.logOdds, 0, past.returned);
	if (!hasHelped) return 0;
	return Math.sign(after.shift) * Math.min(Math.abs(before.shift), Math.abs(after.shift));
}

function whatIsMissing(
	observed: ObservedCustomers,
	{ horizonDays }: ForecastSettings,
): string | undefined {
	const customers = observed.x.length;
	if (customers < MIN_CUSTOMERS) {
		return `${counted(customers, 'customer')} with an order, ${MIN_CUSTOMERS} are needed`;
	}
	const repeat = observed.x.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0);
	if (repeat < MIN_REPEAT_CUSTOMERS) {
		return `${counted(repeat, 'customer')} ordered on more than one day, ${MIN_REPEAT_CUSTOMERS} are needed`;
	}
	const known = observed.T.reduce((longest, T) => Math.max(longest, T), 0);
	if (known < MIN_SHARE_OF_HORIZON * horizonDays) {
		return `the first order is ${counted(known, 'day')} old, a forecast for ${formatNumber(horizonDays)} days needs ${formatNumber(Math.ceil(MIN_SHARE_OF_HORIZON * horizonDays))}`;
	}
	return undefined;
}

/**
 * Fits a forecast of returns to a shop as it is at the end of a day.
 *
 * With `auto`, the order of customers comes from the Pareto/NBD model, corrected by what the shop's
 * own past shows it to miss: a ridge regression, on top of the model's log odds, from an earlier day
 * to what happened since, kept such that more silence never makes a return likelier
 * once an order is due. The level comes from the model under which the orders are likeliest,
 * shifted where the past shows it to be off in one direction at two days. A model that sees nobody
 * leaving is not used; where all three are like that, there is no forecast.
 *
 * Nothing depends on the order of the customers, and nothing after the day is looked at.
 *
 * @param asOfDay the last day that counts, as a calendar day
 */
export function fitForecast(
	log: PurchaseLog,
	asOfDay: number,
	settings: ForecastSettings,
): ForecastFit {
	const observed = log.observedNow(asOfDay);
	const missing = whatIsMissing(observed, settings);
	if (missing !== undefined) return { missing };

	const names: readonly ModelName[] =
		settings.model === 'auto' ? ['paretoNbd', 'bgNbd', 'mbgNbd'] : [settings.model];
	const fits = names.map((name) => ({ name, fit: fitModelTo(name, observed) }));
	const usable = fits.filter(({ fit }) => !fit.isDegenerate);
	const [first] = usable;
	if (!first) return { missing: asClause(fits[0]!.fit.reason) };
	const notes: string[] = [];
	const { horizonDays } = settings;
	const model = chosen(first.name, first.fit);
	const measures = measuresOf(observed);
	const forecasts = forecastsOf(model, observed, horizonDays);

	let correction: ForecastModel['correction'] = null;
	let target = mean(forecasts.map(({ returnProbability }) => returnProbability));
	if (settings.model === 'auto') {
		const tick = log.tickOf(asOfDay);
		const level = usable.reduce((best, one) =>
			one.fit.logLikelihood > best.fit.logLikelihood ? one : best,
		);
		const past = log.canLookBack ? pastDay(log, tick, horizonDays) : undefined;
		const pastFit = past && fitModelTo(first.name, past.observed);
		if (past && pastFit && !pastFit.isDegenerate) {
			correction = learnCorrection(chosen(first.name, pastFit), past);
		}
		if (!correction) {
			const why = !log.canLookBack
				? 'Of many customers only the number of orders and two dates are known'
				: pastFit?.isDegenerate
					? 'At an earlier day the orders showed nobody leaving'
					: 'The past is too short';
			notes.push(
				`${why}, so nothing is learned from what the model misses: its own forecast is used.`,
			);
		}
		const shift = past ? learnedShift(log, tick, level.name, past) : 0;
		const ofLevel =
			level === first
				? forecasts
				: forecastsOf(chosen(level.name, level.fit), observed, horizonDays);
		target = mean(
			ofLevel.map(({ returnProbability }) => probabilityOf(logOddsOf(returnProbability) + shift)),
		);
	}

	const unshifted = { horizonDays, model, correction, ...measures };
	const logOdds = Float64Array.from(forecasts, (forecast, i) =>
		unshiftedLogOdds(unshifted, countsAt(observed, i), forecast),
	);
	const shift = settings.model === 'auto' ? shiftToMean(logOdds, target) : 0;
	const probabilities = logOdds.map((one) => probabilityOf(one + shift));
	return {
		forecast: {
			...unshifted,
			shift,
			limits: returnLimits(probabilities),
			customers: observed.x.length,
		},
		probabilities,
		notes,
	};
}

/** A reason as it stands behind a colon. */
function asClause(reason: string | null): string {
	const text = reason ?? 'the orders show nobody leaving';
	return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, '');
}
