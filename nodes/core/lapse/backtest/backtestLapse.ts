import { expectInterval, type ExpectedInterval } from '../../history/expectedInterval';
import { byOrderDays } from '../../history/byOrderDays';
import { historyUntil } from '../../history/historyUntil';
import type { OpenDays } from '../../history/OpenDays';
import { isSummary, type PurchaseHistory } from '../../history/PurchaseHistory';
import { silenceLimits } from '../../history/silenceLimits';
import { learnStoreRhythm } from '../../history/StoreRhythm';
import { isoDate } from '../../reading/TimeZone';
import { counted } from '../../wording/formatNumber';
import { fitForecast, type ForecastSettings } from '../forecast/fitForecast';
import { canLookBackWithout, PurchaseLog } from '../forecast/PurchaseLog';
import { Calibration, type CalibrationBin } from './Calibration';
import { isBelow } from '../forecast/returnLimits';
import { FlagCounts, type FlagScore } from './FlagScore';
import {
	intervalPolicyOf,
	LAPSE_SETTINGS,
	silencePolicyOf,
	type LapseSetting,
} from './LapseSetting';

/** What a replay of the past is asked for. */
export interface BacktestRequest {
	histories: readonly PurchaseHistory[];
	openDays: OpenDays;
	/** The last day that counts. */
	asOfDay: number;
	/** Open days within which an order counts as having come back. */
	horizonDays: number;
	model: ForecastSettings['model'];
	/** The interval expected while nothing is learned yet. */
	fallbackDays: number;
	recogniseSeasons: boolean;
}

/** How one setting did. */
export interface BacktestRow extends FlagScore {
	setting: LapseSetting;
}

/** What a replay of the past showed. */
export interface Backtest {
	/** Days in the past from which it was looked ahead, the newest first. */
	days: number[];
	horizonDays: number;
	/** Customers looked at, once for each day. */
	customers: number;
	/** Of them, how many came back. */
	cameBack: number;
	rows: BacktestRow[];
	/**
	 * The row with the highest balanced accuracy, of equal ones the plainest; null where none is known
	 * or none is better than tossing a coin.
	 */
	recommended: BacktestRow | null;
	/** Of the forecasts; null where none could be made. */
	calibration: { brier: number; bins: CalibrationBin[] } | null;
	/** What limits the findings, as sentences. */
	notes: string[];
}

const MOST_DATES = 3;
/** Fewer customers on a day say nothing. */
const MIN_CUSTOMERS = 20;
/** Before a day, the shop must have been known for so much of the horizon. */
const MIN_SHARE_OF_HORIZON = 0.5;

/** The days from which is looked ahead, a horizon apart, the newest first. */
function replayDays(log: PurchaseLog, lastTick: number, horizonDays: number): number[] {
	const days: number[] = [];
	for (let i = 1; i <= MOST_DATES; i++) {
		const tick = lastTick - i * horizonDays;
		const known = tick - log.firstDay;
		if (!(known >= MIN_SHARE_OF_HORIZON * horizonDays)) break;
		if (log.observedAt(tick).x.length < MIN_CUSTOMERS) break;
		days.push(tick);
	}
	return days;
}

/** The last calendar day on which the clock of open days shows a tick. */
function calendarDayOf(openDays: OpenDays, asOfDay: number, ticksAgo: number): number {
	let [early, late] = [asOfDay - ticksAgo, asOfDay];
	while (openDays.between(early, asOfDay) < ticksAgo) early -= ticksAgo + 31;
	while (late - early > 1) {
		const middle = Math.floor((early + late) / 2);
		if (openDays.between(middle, asOfDay) >= ticksAgo) early = middle;
		else late = middle;
	}
	return openDays.between(late, asOfDay) >= ticksAgo ? late : early;
}

/** What says when customers are due, and when a season is missed, where forecasts decide the rest. */
const USUAL_RHYTHM = { method: 'ownRhythm', times: 2, ownGapPercentile: 50 } as const;

/** How each setting would have flagged the customers of one day. */
class Replay {
	private readonly intervals = new Map<string, ExpectedInterval[]>();

	private readonly silentDays: number[];

	private readonly seen: PurchaseHistory[] = [];

	readonly returned: boolean[] = [];

	readonly probabilities: Float64Array | undefined;

	readonly missing: string | undefined;

	constructor(
		private readonly request: BacktestRequest,
		log: PurchaseLog,
		day: number,
	) {
		const { histories, openDays, horizonDays, model } = request;
		for (const history of histories) {
			const then = historyUntil(history, day, openDays);
			if (!then) continue;
			this.seen.push(then);
			const next = history.orderDays[then.orderDays.length];
			this.returned.push(next !== undefined && openDays.between(day, next) <= horizonDays);
		}
		this.silentDays = this.seen.map(({ orderDays }) =>
			openDays.between(orderDays[orderDays.length - 1]!, day),
		);
		const fit = fitForecast(log, day, { horizonDays, model });
		if ('missing' in fit) this.missing = fit.missing;
		else this.probabilities = fit.probabilities;
	}

	/** For each customer of the day, whether the setting holds them for gone; undefined where it cannot tell. */
	flags(setting: LapseSetting): boolean[] | undefined {
		if (setting.method === 'predictive') return this.flagsByForecast(setting.below);
		const policy = silencePolicyOf(setting)!;
		const intervals = this.intervalsFor(setting);
		return this.silentDays.map(
			(silent, i) =>
				silent > silenceLimits(intervals[i]!, policy, false, this.request.openDays).lapsed,
		);
	}

	private flagsByForecast(below: number | 'balanced'): boolean[] | undefined {
		const { probabilities } = this;
		if (!probabilities) return undefined;
		const limit =
			below === 'balanced'
				? probabilities.reduce((sum, one) => sum + one, 0) / probabilities.length
				: below;
		const usual = this.intervalsFor(USUAL_RHYTHM);
		const bySeason = this.flags(USUAL_RHYTHM)!;
		return Array.from(probabilities, (probability, i) => {
			const { seasonal, days } = usual[i]!;
			// Forecasts know no seasons; and who is not due yet is not gone, however unlikely a return.
			return seasonal ? bySeason[i]! : isBelow(probability, limit) && this.silentDays[i]! > days;
		});
	}

	private intervalsFor(
		setting: Exclude<LapseSetting, { method: 'predictive' }>,
	): ExpectedInterval[] {
		const { openDays } = this.request;
		const key =
			setting.method === 'fixedWindow' ? `${setting.days}d` : `${setting.ownGapPercentile}%`;
		let intervals = this.intervals.get(key);
		if (!intervals) {
			const policy = intervalPolicyOf(setting, this.request);
			const rhythm = learnStoreRhythm(this.seen);
			intervals = this.seen.map((history) => expectInterval(history, policy, rhythm, openDays));
			this.intervals.set(key, intervals);
		}
		return intervals;
	}
}

/**
 * Replays a shop's past: from some days, each a horizon before the next, every setting tells who is
 * gone, by what was known then; what happened within the horizon tells whether it was right.
 *
 * Looks at complete histories only, and not at all where of more than a few customers only a summary is
 * known: those ordered more often than the others. Where the past is too short for the horizon, the horizon is
 * shortened to half of what is known. The same orders, in any order, always give the same findings.
 */
export function backtestLapse(request: BacktestRequest): Backtest {
	const { openDays, asOfDay } = request;
	// The clock stands still on closed days, so it cannot tell a later one from the last that counts.
	const histories = request.histories
		.map((history) => historyUntil(history, asOfDay, openDays))
		.filter((history) => history !== undefined)
		.sort(byOrderDays);
	const summaries = request.histories.filter(
		(history) => history.orderDays.length > 0 && isSummary(history),
	).length;
	if (!canLookBackWithout(summaries, summaries + histories.length)) {
		const note = `Nothing can be looked back on: of ${counted(summaries, 'customer')} only the number of orders and the first and last date are known. Give the node their orders.`;
		return { ...scoresOf([], []), days: [], horizonDays: request.horizonDays, notes: [note] };
	}
	const log = new PurchaseLog(histories, openDays);
	const lastTick = log.tickOf(asOfDay);
	const notes: string[] = [];
	let { horizonDays } = request;
	let ticks = replayDays(log, lastTick, horizonDays);
	if (ticks.length === 0 && log.customers > 0) {
		horizonDays = Math.floor((lastTick - log.firstDay) / 2);
		ticks = horizonDays >= 1 ? replayDays(log, lastTick, horizonDays).slice(0, 1) : [];
		if (ticks.length > 0) {
			notes.push(
				`The past is too short to look ${counted(request.horizonDays, 'day')} ahead, so it was ${counted(horizonDays, 'day')}. To use what is found, set Horizon (Days) in Options to ${horizonDays}.`,
			);
		}
	}
	const days = ticks.map((tick) => calendarDayOf(openDays, asOfDay, lastTick - tick));
	if (days.length === 0) {
		notes.push(
			`There is too little to look back on: at least ${MIN_CUSTOMERS} customers with all their orders must be known at a day that lies long enough in the past.`,
		);
	}
	const replays = days.map((day) => new Replay({ ...request, histories, horizonDays }, log, day));
	const compared = comparable(replays);
	if (compared < replays.length) {
		notes.push(
			`Days before ${isoDate(days[compared - 1]!)} were left out: there was too little for forecasts then, and all methods are compared on the same days.`,
		);
	}
	const scores = scoresOf(replays.slice(0, compared), notes);
	return { ...scores, days: days.slice(0, compared), horizonDays, notes };
}

/** How many of the days, the newest first, all methods can be compared on; all where there are no forecasts. */
function comparable(replays: readonly Replay[]): number {
	const first = replays.findIndex(({ missing }) => missing !== undefined);
	return first > 0 ? first : replays.length;
}

function scoresOf(
	replays: readonly Replay[],
	notes: string[],
): Omit<Backtest, 'days' | 'horizonDays' | 'notes'> {
	const rows: BacktestRow[] = [];
	for (const setting of LAPSE_SETTINGS) {
		const counts = new FlagCounts();
		const flagsOfDays = replays.map((replay) => replay.flags(setting));
		// A method that could not be used on every day cannot be compared with one that could.
		if (flagsOfDays.length === 0 || flagsOfDays.some((flags) => flags === undefined)) continue;
		flagsOfDays.forEach((flags, i) => {
			flags!.forEach((isFlagged, customer) =>
				counts.add(isFlagged, replays[i]!.returned[customer]!),
			);
		});
		rows.push({ setting, ...counts.score() });
	}
	const missing = replays.find((replay) => replay.missing !== undefined)?.missing;
	if (missing !== undefined) notes.push(`Predictive was not tried: ${missing}.`);

	const calibration = new Calibration();
	let [customers, cameBack] = [0, 0];
	for (const { returned, probabilities } of replays) {
		returned.forEach((came, i) => {
			customers += 1;
			if (came) cameBack += 1;
			if (probabilities) calibration.add(probabilities[i]!, came);
		});
	}
	const brier = calibration.brier();
	return {
		customers,
		cameBack,
		rows,
		recommended: bestOf(rows),
		calibration: brier === null ? null : { brier, bins: calibration.bins() },
	};
}

/** What tossing a coin, and what holding all or nobody for gone, gets. */
const COIN_TOSS = 0.5;

function bestOf(rows: readonly BacktestRow[]): BacktestRow | null {
	let best: BacktestRow | null = null;
	for (const row of rows) {
		const least = best?.balancedAccuracy ?? COIN_TOSS;
		// Sums in another order must not tip the scales.
		if (row.balancedAccuracy !== null && row.balancedAccuracy > least + 1e-9) best = row;
	}
	return best;
}
