import { counted, formatNumber } from '../../wording/formatNumber';
import { BAR_COLORS } from '../../wording/bar';
import {
	heading,
	labelledBar,
	LINE,
	mailReport,
	paragraph,
	shown,
	SMALL,
	TEXT,
} from '../../wording/mailReport';
import { percent } from '../../wording/percent';
import {
	backtestFindings,
	BOTH_SIDES,
	forecastRange,
	HEADINGS,
	type BacktestReportSetting,
} from './backtestFindings';
import type { Backtest, BacktestRow } from './backtestLapse';
import type { CalibrationBin } from './Calibration';
import { limitLabel, methodLabel, settingLabel, type LapseSetting } from './LapseSetting';

/** Behind the recommended row; a client that does not know it shows the row bold all the same. */
const MARKED = 'background-color:rgba(47,128,201,0.2);font-weight:bold;';

function methodBar({ setting, balancedAccuracy }: BacktestRow): string {
	return labelledBar(
		`${settingLabel(setting)}: ${percent(balancedAccuracy!)} right on both sides`,
		balancedAccuracy!,
	);
}

function forecastBars(bin: CalibrationBin): string {
	const { customers, forecast, observed } = bin;
	return [
		`<p style="${SMALL}margin:14px 0 0;font-weight:bold;">${shown(`Forecasts of ${forecastRange(bin)}: ${counted(customers, 'customer')}`)}</p>`,
		labelledBar(`Forecast ${percent(forecast)}`, forecast, BAR_COLORS.second),
		labelledBar(`Came back ${percent(observed)}`, observed),
	].join('\n');
}

const COLUMNS = ['Called gone', 'Came back', 'Right', 'Found', 'Both sides'] as const;

const LEGEND = [
	'Called gone: customers that the setting holds for gone.',
	'Came back: how many of them came back by themselves.',
	'Right: share of them who stayed away (precision).',
	'Found: share of all who stayed away that it calls gone (recall).',
	'Both sides: right on both sides (balanced accuracy).',
].join(' ');

function share(value: number | null): string {
	return value === null ? '–' : percent(value);
}

function settingRow(row: BacktestRow, isRecommended: boolean): string {
	const mark = isRecommended ? MARKED : '';
	const figures = [
		formatNumber(row.flagged),
		formatNumber(row.cameBack),
		share(row.precision),
		share(row.recall),
		share(row.balancedAccuracy),
	];
	const limit = `${limitLabel(row.setting)}${isRecommended ? ' (recommended)' : ''}`;
	return [
		`<tr><th scope="row" align="left" style="${SMALL}${LINE}font-weight:normal;${mark}text-align:left;padding:4px 4px 4px 0;">${shown(limit)}</th>`,
		...figures.map(
			(figure) =>
				`<td align="right" style="${SMALL}${LINE}${mark}text-align:right;padding:4px 0 4px 6px;">${shown(figure)}</td>`,
		),
		'</tr>',
	].join('');
}

function settingsTable({ rows, recommended }: Backtest): string {
	const head = ['Limit', ...COLUMNS].map((name, i) => {
		const side = i === 0 ? 'left' : 'right';
		const width = i === 0 ? '' : ' width="11%"';
		return `<th scope="col"${width} align="${side}" valign="bottom" style="${SMALL}${LINE}text-align:${side};vertical-align:bottom;padding:4px 0 4px ${i === 0 ? 0 : 6}px;">${name}</th>`;
	});
	const body: string[] = [];
	const best = recommended && settingLabel(recommended.setting);
	let method: LapseSetting['method'] | undefined;
	for (const row of rows) {
		if (row.setting.method !== method) {
			({ method } = row.setting);
			body.push(
				`<tr><th scope="rowgroup" colspan="6" align="left" style="${SMALL}${LINE}text-align:left;padding:12px 0 4px;">${methodLabel(method)}</th></tr>`,
			);
		}
		body.push(settingRow(row, settingLabel(row.setting) === best));
	}
	return [
		'<table width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse;">',
		`<tr>${head.join('')}</tr>`,
		...body,
		'</table>',
	].join('\n');
}

/** The findings of a backtest as HTML for a mail: recommendation, charts, every setting that was tried. */
export function backtestHtml(backtest: Backtest, setting: BacktestReportSetting): string {
	const { title, basis, advice, bestOfMethods, forecasts, notes } = backtestFindings(
		backtest,
		setting,
	);
	const parts = [paragraph(basis), heading(advice.heading)];
	if (advice.name !== null) parts.push(paragraph(advice.name, `${TEXT}font-weight:bold;`));
	parts.push(...advice.sentences.map((sentence) => paragraph(sentence)));
	if (bestOfMethods.length > 0) {
		parts.push(heading(HEADINGS.methods), ...bestOfMethods.map(methodBar));
		parts.push(paragraph(BOTH_SIDES, `${SMALL}padding-top:8px;`));
	}
	if (forecasts !== null) {
		parts.push(heading(HEADINGS.forecasts), paragraph(forecasts));
		parts.push(...(backtest.calibration?.bins ?? []).map(forecastBars));
	}
	if (notes.length > 0) {
		parts.push(heading(HEADINGS.notes), ...notes.map((note) => paragraph(note)));
	}
	if (backtest.rows.length > 0) {
		parts.push(heading(HEADINGS.settings), settingsTable(backtest));
		parts.push(paragraph(LEGEND, `${SMALL}padding-top:8px;`));
	}
	return mailReport(title, parts);
}
