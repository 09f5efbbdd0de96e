import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { backtestLapse, type BacktestRow } from '../../core/lapse/backtest/backtestLapse';
import { backtestHtml } from '../../core/lapse/backtest/backtestHtml';
import { backtestText } from '../../core/lapse/backtest/backtestText';
import { settingLabel } from '../../core/lapse/backtest/LapseSetting';
import { defaultHorizon, shopForecast } from '../../core/lapse/lapseMethod';
import { linksTo } from '../../shared/enrichedItem';
import { warning } from '../../shared/tellUser';
import { openPurchases } from './openPurchases';
import type { PurchaseWatch } from './readPurchaseWatch';
import { shopOf } from './watchPurchases';

/** A share as it stands in the result, to the hundredth of a percent; null where it is not known. */
function share(value: number | null): number | null {
	return value === null ? null : Math.round(value * 10_000) / 10_000;
}

function describeRow({ setting, ...row }: BacktestRow) {
	return {
		label: settingLabel(setting),
		...setting,
		flagged: row.flagged,
		cameBack: row.cameBack,
		precision: share(row.precision),
		recall: share(row.recall),
		balancedAccuracy: share(row.balancedAccuracy),
	};
}

/**
 * Replays the shop's past and gives one item with the findings, made from all incoming items: the
 * figures, a text, HTML, and the forecast as of now to paste elsewhere.
 */
export async function backtestPurchases(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	{ purchases, choice }: PurchaseWatch,
): Promise<INodeExecutionData[]> {
	const run = await openPurchases(context, items, purchases);
	const shop = shopOf(run);
	const findings = backtestLapse({
		...shop,
		horizonDays: choice.forecast.horizonDays ?? defaultHorizon(shop.rhythm),
		model: choice.forecast.model,
		fallbackDays: choice.fallbackDays,
		recogniseSeasons: choice.interval.recogniseSeasons,
	});
	const { rows, recommended, calibration, days, customers, cameBack, horizonDays, notes } =
		findings;
	// The forecast is fitted anew, for the horizon of the report.
	const fit = shopForecast(
		{ forecast: { ...choice.forecast, horizonDays: findings.horizonDays, given: undefined } },
		shop,
	);
	const telling = { asOfDay: shop.asOfDay, action: purchases.action };
	const backtest = {
		asOf: run.zone.toIso(run.asOf),
		lookedAheadFrom: days.map((day) => run.zone.dayToIso(day)),
		horizonDays,
		customers,
		cameBack,
		recommended: recommended && describeRow(recommended),
		settings: rows.map(describeRow),
		calibration: calibration && {
			brier: share(calibration.brier),
			bins: calibration.bins.map((bin) => ({
				...bin,
				forecast: share(bin.forecast),
				observed: share(bin.observed),
			})),
		},
		notes,
		text: backtestText(findings, telling),
		html: backtestHtml(findings, telling),
		forecast: 'missing' in fit ? null : fit.forecast,
	};
	run.tellUser('backtest', ...notes.map(warning));
	return [
		{
			json: { backtest: backtest as unknown as IDataObject },
			pairedItem: linksTo(items.map((_, item) => item)),
		},
		...run.failures,
	];
}
