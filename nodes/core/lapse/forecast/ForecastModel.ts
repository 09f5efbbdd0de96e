import { z } from 'zod';

import { probabilityOf, logOddsOf } from '../../learning/ridgeLogistic';
import { SegmentationError } from '../../SegmentationError';
import { bgNbd } from '../models/bgNbd';
import { mbgNbd } from '../models/mbgNbd';
import { paretoNbd } from '../models/paretoNbd';
import type {
	ModelParameters,
	RepeatBuyingModel,
	ReturnForecast,
} from '../models/RepeatBuyingModel';
import type { RepeatCounts } from './PurchaseLog';
import { RETURN_FEATURES, returnFeatures } from './returnFeatures';

/** The models by their permanent names. */
export const MODELS = Object.freeze({ bgNbd, mbgNbd, paretoNbd });

export type ModelName = keyof typeof MODELS;

const positive = z.number().finite().positive('a number above zero is expected');
const finite = z.number().finite();
const share = z.number().min(0).max(1);

const parametersOf = {
	bgNbd: z.object({ r: positive, alpha: positive, a: positive, b: positive }).strict(),
	mbgNbd: z.object({ r: positive, alpha: positive, a: positive, b: positive }).strict(),
	paretoNbd: z.object({ r: positive, alpha: positive, s: positive, beta: positive }).strict(),
};

/**
 * All that a forecast needs to know of a shop, as one value that can be saved as JSON: fitted on the
 * whole log once a week, say, and applied to a few customers every hour.
 */
export const forecastModelSchema = z
	.object({
		/** Days ahead that a return is forecast for. */
		horizonDays: positive,
		model: z.discriminatedUnion('name', [
			z.object({ name: z.literal('bgNbd'), parameters: parametersOf.bgNbd }).strict(),
			z.object({ name: z.literal('mbgNbd'), parameters: parametersOf.mbgNbd }).strict(),
			z.object({ name: z.literal('paretoNbd'), parameters: parametersOf.paretoNbd }).strict(),
		]),
		/** What the shop's own past adds to the log odds of the model; null where it was too short to learn from. */
		correction: z
			.array(
				z
					.object({
						feature: z.enum(RETURN_FEATURES),
						mean: finite,
						scale: positive,
						weight: finite,
					})
					.strict(),
			)
			.nullable(),
		/** Added to all log odds, so that the forecasts of all customers add up. */
		shift: finite,
		typicalGapDays: positive,
		meanAgeDays: z.number().min(0),
		/** Return probabilities below which a customer is at risk, lapsed and lost. */
		limits: z.object({ atRisk: share, lapsed: share, lost: share }).strict(),
		/** Money per order by the Gamma-Gamma model; null where amounts are not known. */
		value: z
			.object({
				/** Blank where none is given. */
				currency: z.string(),
				parameters: z.object({ p: positive, q: positive, gamma: positive }).strict(),
				meanOrderValue: positive,
				/** Whether the mean of all orders is all that can be said. */
				isDegenerate: z.boolean(),
			})
			.strict()
			.nullable(),
		/** Customers that were learned from. */
		customers: z.number().int().min(0),
	})
	.strict();

export type ForecastModel = z.infer<typeof forecastModelSchema>;

function modelOf({ name, parameters }: ForecastModel['model']): {
	model: RepeatBuyingModel<ModelParameters>;
	parameters: ModelParameters;
} {
	return { model: MODELS[name] as unknown as RepeatBuyingModel<ModelParameters>, parameters };
}

/** What a model alone forecasts. */
export function modelForecast(
	chosen: ForecastModel['model'],
	{ x, tx, T }: Pick<RepeatCounts, 'x' | 'tx' | 'T'>,
	horizonDays: number,
): ReturnForecast {
	const { model, parameters } = modelOf(chosen);
	return model.forecast(parameters, x, tx, T, horizonDays);
}

/** Log odds of a return before the shift: those of the model, corrected by what was learned. */
export function unshiftedLogOdds(
	forecast: Omit<ForecastModel, 'shift' | 'limits' | 'value' | 'customers'>,
	counts: RepeatCounts,
	ofModel: ReturnForecast,
): number {
	const logOdds = logOddsOf(ofModel.returnProbability);
	if (!forecast.correction) return logOdds;
	const features = returnFeatures(counts, forecast, logOdds);
	return forecast.correction.reduce(
		(sum, { feature, mean, scale, weight }) =>
			sum + (weight * (features[RETURN_FEATURES.indexOf(feature)]! - mean)) / scale,
		logOdds,
	);
}

/**
 * Whether a customer will order within the horizon, and how often.
 *
 * The orders expected keep the proportion in which the model has them to the probability.
 */
export function forecastReturn(forecast: ForecastModel, counts: RepeatCounts): ReturnForecast {
	const ofModel = modelForecast(forecast.model, counts, forecast.horizonDays);
	const logOdds = unshiftedLogOdds(forecast, counts, ofModel) + forecast.shift;
	const returnProbability = probabilityOf(logOdds);
	const perReturn =
		ofModel.returnProbability > 0 ? ofModel.expectedOrders / ofModel.returnProbability : 1;
	return { returnProbability, expectedOrders: returnProbability * Math.max(1, perReturn) };
}

/**
 * Checks a forecast that comes as JSON.
 *
 * @param label the parameter it comes from, for the message
 * @throws SegmentationError `invalidForecast` that names the path
 */
export function checkForecastModel(value: unknown, label: string): ForecastModel {
	const result = forecastModelSchema.safeParse(value);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const path = issue && issue.path.length > 0 ? ` at ${issue.path.join('.')}` : '';
	throw new SegmentationError(
		'invalidForecast',
		`${label} cannot be used${path}: ${issue?.message ?? 'not valid'}`,
		'Paste the forecast that the operation Backtest gave, as it is',
	);
}
