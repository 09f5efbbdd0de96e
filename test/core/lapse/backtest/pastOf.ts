import { EVERY_DAY, type OpenDays } from '../../../../nodes/core/history/OpenDays';
import type { PurchaseHistory } from '../../../../nodes/core/history/PurchaseHistory';
import {
	backtestLapse,
	type Backtest,
	type BacktestRequest,
	type BacktestRow,
} from '../../../../nodes/core/lapse/backtest/backtestLapse';
import { settingLabel } from '../../../../nodes/core/lapse/backtest/LapseSetting';
import { orderHistory } from '../../orderHistory';

/** The histories of customers by their order days. */
export function customersOf(
	orderDays: ReadonlyArray<readonly number[]>,
	openDays: OpenDays = EVERY_DAY,
): PurchaseHistory[] {
	return orderDays.map((days, i) => orderHistory(days, { customerKey: `c${i}` }, openDays));
}

/** The replay of a past in which nothing is special. */
export function replay(
	histories: readonly PurchaseHistory[],
	asOfDay: number,
	more: Partial<BacktestRequest> = {},
): Backtest {
	return backtestLapse({
		histories,
		openDays: EVERY_DAY,
		asOfDay,
		horizonDays: 100,
		model: 'auto',
		fallbackDays: 20,
		recogniseSeasons: false,
		...more,
	});
}

/** The rows by their settings in words. */
export function rowsByName({ rows }: Backtest): Map<string, BacktestRow> {
	return new Map(rows.map((row) => [settingLabel(row.setting), row]));
}
