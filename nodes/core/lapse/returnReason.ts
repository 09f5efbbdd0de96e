import type { SilenceFacts } from '../history/silenceReason';
import { counted, formatNumber } from '../wording/formatNumber';
import type { ForecastModel } from './forecast/ForecastModel';
import type { ReturnForecast } from './models/RepeatBuyingModel';

function percent(probability: number): string {
	return `${formatNumber(Math.round(probability * 1000) / 10)} %`;
}

/**
 * One sentence with the forecast that decided about a customer.
 *
 * @example
 * 'Last order 63 days ago, expects one every 14; 12 % likely to order within 90 days, lapsed below 29 %.'
 * 'Last order 3 days ago, expects one every 14; 12 % likely to order within 90 days, but not due yet.'
 */
export function returnReason(
	{ history, expected, action, daysSinceLastOrder, limitName }: SilenceFacts,
	{ returnProbability }: ReturnForecast,
	{ horizonDays, limits }: ForecastModel,
): string {
	const days = Math.round(expected.days * 10) / 10;
	const first = history.orderDayCount === 1 ? 'Only' : 'Last';
	const silence = `${first} ${action} ${counted(daysSinceLastOrder, 'day')} ago, expects ${history.orderDayCount === 1 ? 'the next within' : 'one every'} ${formatNumber(days)}`;
	const likely = `${percent(returnProbability)} likely to ${action === 'order' ? 'order' : 'come back'} within ${formatNumber(horizonDays)} days`;
	const limit =
		limitName === 'lost' ? limits.lost : limitName === 'lapsed' ? limits.lapsed : limits.atRisk;
	// Only who is not due yet is active below the limit.
	const isEarly = limitName === 'at risk' && returnProbability < limit;
	return `${silence}; ${likely}, ${isEarly ? 'but not due yet' : `${limitName} below ${percent(limit)}`}.`;
}
