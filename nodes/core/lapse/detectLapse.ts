import {
	expectInterval,
	type ExpectedInterval,
	type IntervalPolicy,
} from '../history/expectedInterval';
import type { OpenDays } from '../history/OpenDays';
import { roundMoney, spendOf, type PurchaseHistory } from '../history/PurchaseHistory';
import { silenceLimits, type SilenceLimits, type SilencePolicy } from '../history/silenceLimits';
import { silenceReason } from '../history/silenceReason';
import type { StoreRhythm } from '../history/StoreRhythm';
import { isoDate, type TimeZone } from '../reading/TimeZone';
import { contactState, type ContactFacts } from './contactState';
import { forecastReturn, type ForecastModel } from './forecast/ForecastModel';
import { expectedOrderValue } from './forecast/OrderValue';
import { repeatCounts, type RepeatCounts } from './forecast/PurchaseLog';
import { isBelow } from './forecast/returnLimits';
import { ACTION_FOR, isGone, type LapseStatus, type LapseVerdict } from './LapseVerdict';
import type { ReturnForecast } from './models/RepeatBuyingModel';
import { returnReason } from './returnReason';

export interface LapsePolicy {
	interval: IntervalPolicy;
	silence: SilencePolicy;
	/** Days after a contact during which a customer is not to be written to again. */
	quietDaysAfterContact: number;
	/** What is counted, in the singular: "order", or another key action. */
	action: string;
}

/** What is known of a customer beside the orders. */
export interface LapseFacts extends ContactFacts {
	email?: string;
	previousStatus?: LapseStatus;
}

/** What all customers of one run share. */
export interface LapseRun {
	policy: LapsePolicy;
	rhythm: StoreRhythm;
	zone: TimeZone;
	openDays: OpenDays;
	/** Reference instant: everything is judged as of then. */
	asOf: number;
	/** Forecasts to give with the verdicts, where there are any. */
	forecast?: ForecastModel;
	/** Whether forecasts decide in place of the limits of silence, for all of whom there are any. */
	forecastDecides?: boolean;
	/** Whether limits are found anew in every run, so that a status may fall back without an order. */
	limitsMove?: boolean;
}

/** What is forecast of one customer, with where the customer stands by it. */
interface Outlook extends ReturnForecast {
	status: LapseStatus;
	/** Open days of silence after which the customer counts as lapsed. */
	lapsedAfter: number;
}

function statusAfter(days: number, limits: SilenceLimits): LapseStatus {
	if (days > limits.lost) return 'lost';
	if (days > limits.lapsed) return 'lapsed';
	return days > limits.atRisk ? 'atRisk' : 'active';
}

function statusBelow(probability: number, limits: ForecastModel['limits']): LapseStatus {
	if (isBelow(probability, limits.lost)) return 'lost';
	if (isBelow(probability, limits.lapsed)) return 'lapsed';
	return isBelow(probability, limits.atRisk) ? 'atRisk' : 'active';
}

/** The last day of silence on which a customer who is lapsed now was not yet; by bisection. */
function lastDayBelowLimit(
	forecast: ForecastModel,
	counts: RepeatCounts,
	dueAfter: number,
	silentDays: number,
): number {
	let [before, since] = [Math.floor(dueAfter), silentDays];
	while (since - before > 1) {
		const middle = Math.floor((before + since) / 2);
		const then = forecastReturn(forecast, { ...counts, T: counts.tx + middle });
		if (isBelow(then.returnProbability, forecast.limits.lapsed)) since = middle;
		else before = middle;
	}
	return before;
}

/**
 * Where a customer stands by the forecast. Undefined where that cannot say: for who buys by season,
 * which no model of steady buying knows, and for who has no known first order.
 *
 * Who is not due yet is active, however unlikely a return may be.
 */
function outlookOf(
	history: PurchaseHistory,
	run: LapseRun,
	asOfDay: number,
	due: { days: number; isSeasonal: boolean },
): Outlook | undefined {
	const { forecast, openDays } = run;
	const counts = forecast && repeatCounts(history, asOfDay, openDays);
	if (!forecast || !counts || due.isSeasonal) return undefined;
	const silentDays = counts.T - counts.tx;
	const found = forecastReturn(forecast, counts);
	const status =
		silentDays <= due.days ? 'active' : statusBelow(found.returnProbability, forecast.limits);
	return {
		...found,
		status,
		lapsedAfter:
			isGone(status) && run.forecastDecides
				? lastDayBelowLimit(forecast, counts, due.days, silentDays)
				: Number.NaN,
	};
}

/**
 * Tells how far the silence of a customer has gone, with the evidence.
 *
 * Active up to the at-risk limit, then at risk, lapsed and lost; each limit is passed on the day
 * after it. With a forecast, the probability of a return decides instead. Undefined for a customer
 * without an order: who never bought cannot lapse.
 *
 * The history must hold no order later than the reference instant's day.
 */
export function detectLapse(
	history: PurchaseHistory,
	facts: LapseFacts,
	run: LapseRun,
): LapseVerdict | undefined {
	const lastDay = history.orderDays[history.orderDays.length - 1];
	if (lastDay === undefined) return undefined;

	const { zone, policy, openDays, forecast } = run;
	const expected = expectInterval(history, policy.interval, run.rhythm, openDays);
	const limits = silenceLimits(expected, policy.silence, false, openDays);
	const asOfDay = zone.dayOf(run.asOf);
	const silentDays = openDays.between(lastDay, asOfDay);
	const outlook = outlookOf(history, run, asOfDay, {
		days: expected.days,
		isSeasonal: expected.seasonal !== undefined,
	});
	const decisive = run.forecastDecides ? outlook : undefined;
	const status = decisive?.status ?? statusAfter(silentDays, limits);
	// Who was gone and is overdue still has not come back: the limits have moved, not the customer.
	const hasOnlyDrifted =
		run.limitsMove === true &&
		isGone(facts.previousStatus) &&
		!isGone(status) &&
		silentDays > usualGapDays(history, run, expected);
	const spend = spendOf(history);
	const dueDay = openDays.after(lastDay, Math.round(expected.days));
	const silence = {
		history,
		expected,
		daysSinceLastOrder: asOfDay - lastDay,
		openDaysSinceLastOrder: silentDays,
		action: policy.action,
		limitName: status === 'active' ? 'at risk' : status === 'lost' ? 'lost' : 'lapsed',
		limitDays:
			status === 'active' ? limits.atRisk : status === 'lost' ? limits.lost : limits.lapsed,
	};
	return {
		customerKey: history.customerKey,
		email: facts.email ?? null,
		watch: 'purchases',
		status,
		previousStatus: facts.previousStatus ?? null,
		statusToSave: hasOnlyDrifted ? facts.previousStatus! : status,
		episodeId: `${history.customerKey}/${isoDate(lastDay)}`,
		daysSince: asOfDay - lastDay,
		expectedIntervalDays: Math.round(expected.days * 10) / 10,
		basis: expected.basis,
		confidence: expected.confidence,
		dueAt: zone.dayToIso(dueDay),
		daysOverdue: Math.max(0, asOfDay - dueDay),
		ratio: Math.round((silentDays / expected.days) * 100) / 100,
		...(outlook && forecast
			? forecastFigures(history, outlook, forecast, usualGapDays(history, run, expected))
			: NO_FORECAST),
		newlyLapsed:
			facts.previousStatus === undefined
				? null
				: status === 'lapsed' && !isGone(facts.previousStatus),
		lapsedSince: isGone(status)
			? zone.dayToIso(openDays.after(lastDay, (decisive?.lapsedAfter ?? limits.lapsed) + 1))
			: null,
		...(hasOnlyDrifted
			? { reactivated: false, daysAway: null }
			: comeback(history, facts, status, limits)),
		totalSpent: spend.total ?? null,
		averageOrderValue: spend.average ?? null,
		currency: spend.currency ?? null,
		spentByCurrency: spend.byCurrency ?? null,
		contact: contactState(facts, policy.quietDaysAfterContact, run),
		held: null,
		suggestedAction: ACTION_FOR[status],
		reason:
			decisive && forecast ? returnReason(silence, decisive, forecast) : silenceReason(silence),
		asOf: zone.toIso(run.asOf),
	};
}

/** The pace a customer is taken to keep, whatever the interval that decides about the silence. */
function usualGapDays(
	history: PurchaseHistory,
	{ policy: { interval }, rhythm, openDays }: LapseRun,
	expected: ExpectedInterval,
): number {
	const isUsual = interval.method !== 'fixed' && (interval.ownGapQuantile ?? 0.5) === 0.5;
	if (isUsual || expected.seasonal) return expected.days;
	const fallbackDays = interval.method === 'fixed' ? interval.days : interval.fallbackDays;
	const usual = { method: 'learned', fallbackDays, recogniseSeasons: false } as const;
	return expectInterval(history, usual, rhythm, openDays).days;
}

type ForecastFigures = Pick<
	LapseVerdict,
	'returnProbability' | 'horizonDays' | 'expectedOrders' | 'expectedValue' | 'valueAtRisk'
>;

const NO_FORECAST: ForecastFigures = Object.freeze({
	returnProbability: null,
	horizonDays: null,
	expectedOrders: null,
	expectedValue: null,
	valueAtRisk: null,
});

function forecastFigures(
	history: PurchaseHistory,
	outlook: Outlook,
	forecast: ForecastModel,
	intervalDays: number,
): ForecastFigures {
	const { returnProbability, expectedOrders } = outlook;
	const { horizonDays } = forecast;
	const perOrder = expectedOrderValue(forecast.value, history);
	return {
		returnProbability: Math.round(returnProbability * 10_000) / 10_000,
		horizonDays,
		expectedOrders: Math.round(expectedOrders * 1000) / 1000,
		expectedValue: perOrder === undefined ? null : roundMoney(expectedOrders * perOrder, 2),
		valueAtRisk:
			perOrder === undefined
				? null
				: roundMoney((1 - returnProbability) * (horizonDays / intervalDays) * perOrder, 2),
	};
}

/**
 * Whether a customer was gone and has come back: by the status of last time or, where that is not
 * known, by the last gap between orders, measured with today's limit.
 */
function comeback(
	{ orderDays, gaps }: PurchaseHistory,
	{ previousStatus }: LapseFacts,
	status: LapseStatus,
	{ lapsed }: SilenceLimits,
): Pick<LapseVerdict, 'reactivated' | 'daysAway'> {
	const lastGap = gaps[gaps.length - 1];
	const wasGone =
		previousStatus === undefined
			? lastGap === undefined
				? undefined
				: lastGap > lapsed
			: isGone(previousStatus);
	if (wasGone === undefined) return { reactivated: null, daysAway: null };
	const reactivated = wasGone && !isGone(status);
	const daysAway =
		reactivated && lastGap !== undefined
			? orderDays[orderDays.length - 1]! - orderDays[orderDays.length - 2]!
			: null;
	return { reactivated, daysAway };
}
