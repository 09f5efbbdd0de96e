import type { SilenceFacts } from '../history/silenceReason';
import { counted, formatNumber } from '../wording/formatNumber';
import { percent } from '../wording/percent';
import type { ForecastModel } from './forecast/ForecastModel';
import type { ReturnForecast } from './models/RepeatBuyingModel';

/**
 * One sentence with the forecast that decided about a customer.
 *
 * @example
 * 'Last order 63 days ago, expects one every 14; 12 % likely to order within 90 days, lapsed below 29 %.'
 * 'Last order 3 days ago, expects one every 14; 12 % likely to order within 90 days, but not due yet.'
 */
export function returnReason(
	{
		history,
		expected,
		action,
		daysSinceLastOrder,
		openDaysSinceLastOrder,
		limitName,
	}: SilenceFacts,
	{ returnProbability }: ReturnForecast,
	{ horizonDays, limits }: ForecastModel,
): string {
	const isOnly = history.orderDayCount === 1;
	const hasClosings = openDaysSinceLastOrder !== daysSinceLastOrder;
	const ago = `${counted(daysSinceLastOrder, 'day')} ago${hasClosings ? `, ${formatNumber(openDaysSinceLastOrder)} of them open` : ''}`;
	const interval = formatNumber(Math.round(expected.days * 10) / 10);
	const silence = `${isOnly ? 'Only' : 'Last'} ${action} ${ago}, expects ${isOnly ? 'the next within' : 'one every'} ${interval}`;
	const likely = `${percent(returnProbability, 1)} likely to ${action === 'order' ? 'order' : 'come back'} within ${counted(horizonDays, hasClosings ? 'open day' : 'day')}`;
	const limit =
		limitName === 'lost' ? limits.lost : limitName === 'lapsed' ? limits.lapsed : limits.atRisk;
	// Only who is not due yet is active below the limit.
	const isEarly = limitName === 'at risk' && returnProbability < limit;
	return `${silence}; ${likely}, ${isEarly ? 'but not due yet' : `${limitName} below ${percent(limit, 1)}`}.`;
}
