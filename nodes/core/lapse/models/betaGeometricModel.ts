import {
	aliveAfter,
	ordersWithin,
	returnsWithin,
	type BetaGeometricParameters,
} from './betaGeometricForecast';
import { betaGeometricObjective } from './betaGeometricLikelihood';
import type { FitColumns } from './FitColumns';
import { fitModel, logLikelihoodOf, type ModelSearch } from './fitModel';
import type { RepeatBuyingModel } from './RepeatBuyingModel';

/**
 * The BG/NBD or the MBG/NBD model: they differ only in whether customers can drop out at their first
 * order, or only at repeat orders.
 */
export function betaGeometricModel(
	name: 'bgNbd' | 'mbgNbd',
	label: string,
	firstOrderCounts: boolean,
): RepeatBuyingModel<BetaGeometricParameters> {
	const chancesOf = (x: number) => (firstOrderCounts ? x + 1 : x);
	const objective = (columns: FitColumns) => betaGeometricObjective(columns, firstOrderCounts);
	const search: ModelSearch<BetaGeometricParameters> = {
		objective,
		starts: [
			[0.6, 2],
			[0.1, 0.3],
			[5, 20],
		],
		named: ([r = 0, alpha = 0, a = 0, b = 0], unit) => ({ r, alpha: alpha * unit, a, b }),
		level: (a, b) => a / b,
	};
	return Object.freeze<RepeatBuyingModel<BetaGeometricParameters>>({
		name,
		label,
		fit: (table) => fitModel(search, table),
		logLikelihood: ({ r, alpha, a, b }, table) =>
			logLikelihoodOf(objective, table, (unit) => [r, alpha / unit, a, b]),
		returnProbability: (parameters, x, tx, T, horizon) =>
			aliveAfter(chancesOf(x), parameters, x, tx, T) * returnsWithin(parameters, x, T, horizon),
		expectedOrders: (parameters, x, tx, T, horizon) =>
			aliveAfter(chancesOf(x), parameters, x, tx, T) *
			ordersWithin(chancesOf(x), parameters, x, T, horizon),
		forecast(parameters, x, tx, T, horizon) {
			const alive = aliveAfter(chancesOf(x), parameters, x, tx, T);
			return {
				returnProbability: alive * returnsWithin(parameters, x, T, horizon),
				expectedOrders: alive * ordersWithin(chancesOf(x), parameters, x, T, horizon),
			};
		},
		aliveProbability: (parameters, x, tx, T) => aliveAfter(chancesOf(x), parameters, x, tx, T),
	});
}
