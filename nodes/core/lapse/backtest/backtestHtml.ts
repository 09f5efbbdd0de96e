import { counted, formatNumber } from '../../wording/formatNumber';
import { escapeHtml } from '../../wording/escapeHtml';
import { percent } from '../../wording/percent';
import {
	backtestFindings,
	BOTH_SIDES,
	forecastRange,
	HEADINGS,
	type BacktestReportSetting,
} from './backtestFindings';
import type { Backtest, BacktestRow } from './backtestLapse';
import { bar, BAR_COLORS } from './bar';
import type { CalibrationBin } from './Calibration';
import { limitLabel, methodLabel, settingLabel, type LapseSetting } from './LapseSetting';

/** Said anew in each cell: some clients hand nothing down into tables. Colours are left to the reader's own, light or dark. */
const FONT = 'font-family:Arial,Helvetica,sans-serif;';
const TEXT = `${FONT}font-size:16px;line-height:24px;`;
const SMALL = `${FONT}font-size:13px;line-height:18px;`;
const LINE = 'border-bottom:1px solid #888888;';
/** Behind the recommended row; a client that does not know it shows the row bold all the same. */
const MARKED = 'background-color:rgba(47,128,201,0.2);font-weight:bold;';

/** A text on the page: dates and percents stay on one line. */
function shown(text: string): string {
	return escapeHtml(text)
		.replace(/\d{4}-\d\d-\d\d/g, '<span style="white-space:nowrap;">$&</span>')
		.replace(/ %/g, '&nbsp;%');
}

function heading(text: string): string {
	return `<h2 style="${FONT}font-size:18px;line-height:24px;margin:28px 0 8px;">${shown(text)}</h2>`;
}

function paragraph(text: string, style = TEXT): string {
	return `<p style="${style}margin:0 0 8px;">${shown(text)}</p>`;
}

/** What a bar shows, as text and drawn. */
function labelledBar(label: string, share: number, color: string = BAR_COLORS.main): string {
	return `<p style="${SMALL}margin:8px 0 2px;">${shown(label)}</p>\n${bar(share, color)}`;
}

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

/**
 * The findings of a backtest as HTML for a mail.
 *
 * A fragment with styles of its own and nothing to load: no pictures, scripts or style sheets. Charts
 * are cells of tables with their figures beside them. Text colours and the background are the
 * reader's, so that it can be read in light and in dark.
 */
export function backtestHtml(backtest: Backtest, setting: BacktestReportSetting): string {
	const { title, basis, advice, bestOfMethods, forecasts, notes } = backtestFindings(
		backtest,
		setting,
	);
	const parts = [
		`<h1 style="${FONT}font-size:22px;line-height:28px;margin:0 0 12px;">${shown(title)}</h1>`,
		paragraph(basis),
		heading(advice.heading),
	];
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
	return [
		'<table role="presentation" lang="en" align="center" width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;margin:0 auto;"><tr><td style="padding:12px;">',
		...parts,
		'</td></tr></table>',
	].join('\n');
}
