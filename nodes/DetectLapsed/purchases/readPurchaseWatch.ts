import { z } from 'zod';

import type { IntervalPolicy } from '../../core/history/expectedInterval';
import { checkSilencePolicy, type SilencePolicy } from '../../core/history/silenceLimits';
import { checkForecastModel } from '../../core/lapse/forecast/ForecastModel';
import { checkReturnLimits } from '../../core/lapse/forecast/returnLimits';
import type { MethodChoice } from '../../core/lapse/lapseMethod';
import { readFallbackDays, readSeasons } from '../../shared/intervalParameters';
import type { NodeParameters } from '../../shared/NodeParameters';
import { schemas } from '../../shared/parameterSchemas';
import { readPastedJson } from '../../shared/pastedJson';
import { readPurchaseConfiguration, type PurchaseConfiguration } from '../../shared/PurchaseRun';
import { OPERATIONS, type Operation } from '../operationProperty';
import type { CommonConfiguration } from '../readCommonConfiguration';

/** How purchases are watched. */
export interface PurchaseWatch extends CommonConfiguration {
	watch: 'purchases';
	operation: Operation;
	purchases: PurchaseConfiguration;
	choice: MethodChoice;
}

function readFixedWindow(
	parameters: NodeParameters,
	recogniseSeasons: boolean,
): { interval: IntervalPolicy; silence: SilencePolicy } {
	const days = (path: string) => ({ days: parameters.constant(path, schemas.wholePositive) });
	const lapsedAfter = days('lapsedAfterDays');
	return {
		interval: { method: 'fixed', days: lapsedAfter.days, recogniseSeasons },
		silence: {
			atRiskAfter: days('atRiskAfterDays'),
			lapsedAfter,
			lostAfter: days('lostAfterDays'),
		},
	};
}

function readOwnRhythm(
	parameters: NodeParameters,
	recogniseSeasons: boolean,
	fallbackDays: number,
): { interval: IntervalPolicy; silence: SilencePolicy } {
	const times = (path: string, byDefault: number) => ({
		times: parameters.constant(path, schemas.positive.default(byDefault)),
	});
	const percentile = parameters.constant(
		'options.ownGapPercentile',
		schemas.positive.pipe(z.number().max(99, 'a percentile up to 99 is expected')).default(50),
	);
	return {
		interval: {
			method: 'learned',
			fallbackDays,
			recogniseSeasons,
			ownGapQuantile: percentile / 100,
		},
		silence: {
			atRiskAfter: times('options.atRiskAfterTimes', 1.5),
			lapsedAfter: times('options.lapsedAfterTimes', 2),
			lostAfter: times('options.lostAfterTimes', 3),
		},
	};
}

function readForecastChoice(parameters: NodeParameters): MethodChoice['forecast'] {
	const share = (path: string) => {
		const percent = parameters.constant(path, schemas.percent.optional());
		return percent === undefined ? undefined : percent / 100;
	};
	const limits = {
		atRisk: share('options.atRiskBelowPercent'),
		lapsed: share('options.lapsedBelowPercent'),
		lost: share('options.lostBelowPercent'),
	};
	parameters.withDomainFaults(() => checkReturnLimits(limits));
	const pasted = readPastedJson(
		parameters,
		'options.forecast',
		'forecast',
		'Paste the forecast that the operation Backtest gave, as it is',
	);
	return {
		horizonDays: parameters.constant('options.horizonDays', schemas.wholePositive.optional()),
		model: parameters.constant(
			'options.forecastModel',
			z.enum(['auto', 'bgNbd', 'mbgNbd', 'paretoNbd']).default('auto'),
		),
		given:
			pasted === undefined
				? undefined
				: parameters.withDomainFaults(() =>
						checkForecastModel(pasted, parameters.labelOf('options.forecast')),
					),
		limits,
	};
}

function readChoice(
	parameters: NodeParameters,
	operation: PurchaseWatch['operation'],
): MethodChoice {
	const recogniseSeasons = readSeasons(parameters);
	const fallbackDays = readFallbackDays(parameters);
	const forecast = readForecastChoice(parameters);
	const ownRhythm = readOwnRhythm(parameters, recogniseSeasons, fallbackDays);
	if (operation === 'backtest') return { method: 'auto', ...ownRhythm, fallbackDays, forecast };
	const method = parameters.constant(
		'method',
		z.enum(['auto', 'fixedWindow', 'ownRhythm', 'predictive']).default('ownRhythm'),
	);
	const bySilence =
		method === 'fixedWindow' ? readFixedWindow(parameters, recogniseSeasons) : ownRhythm;
	parameters.withDomainFaults(() => checkSilencePolicy(bySilence.silence));
	return { method, ...bySilence, fallbackDays, forecast };
}

/** Reads how purchases are watched. */
export function readPurchaseWatch(
	parameters: NodeParameters,
	common: CommonConfiguration,
): PurchaseWatch {
	const operation = parameters.constant('operation', z.enum(OPERATIONS).default('detect'));
	return {
		watch: 'purchases',
		operation,
		...common,
		purchases: readPurchaseConfiguration(parameters),
		choice: readChoice(parameters, operation),
	};
}
