import { formatNumber } from '../../wording/formatNumber';
import { messageText } from '../../wording/messageText';
import { percent } from '../../wording/percent';
import {
	backtestFindings,
	BOTH_SIDES,
	HEADINGS,
	type BacktestReportSetting,
} from './backtestFindings';
import type { Backtest, BacktestRow } from './backtestLapse';
import { settingLabel } from './LapseSetting';

function methodLine(row: BacktestRow): string {
	const { setting, flagged, cameBack, precision, recall, balancedAccuracy } = row;
	const both = `${settingLabel(setting)}: ${percent(balancedAccuracy!)} right on both sides`;
	if (precision === null) return `${both}, calls nobody gone.`;
	return `${both}. Calls ${formatNumber(flagged)} gone, ${percent(precision)} rightly; ${formatNumber(cameBack)} came back by themselves; finds ${percent(recall!)} of the gone.`;
}

/**
 * The findings of a backtest as plain text for a Telegram message or the text part of a mail.
 *
 * At most 4,096 UTF-16 units, and free of the characters that Telegram reads as formatting: it can be
 * sent with no, with Markdown (Legacy) and with HTML formatting alike.
 */
export function backtestText(backtest: Backtest, setting: BacktestReportSetting): string {
	const { title, basis, advice, bestOfMethods, forecasts, notes } = backtestFindings(
		backtest,
		setting,
	);
	const parts = [
		[title],
		[basis],
		[
			advice.name === null ? advice.heading : `${advice.heading}: ${advice.name}`,
			...advice.sentences,
		],
	];
	if (bestOfMethods.length > 0) {
		parts.push([HEADINGS.methods, ...bestOfMethods.map(methodLine), BOTH_SIDES]);
	}
	if (forecasts !== null) parts.push([HEADINGS.forecasts, forecasts]);
	if (notes.length > 0) parts.push([HEADINGS.notes, ...notes]);
	return messageText(parts);
}
