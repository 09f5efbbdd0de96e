import { BAR_COLORS } from '../wording/bar';
import {
	heading,
	labelledBar,
	LINE,
	mailReport,
	paragraph,
	shown,
	SMALL,
	TEXT,
} from '../wording/mailReport';
import { percent } from '../wording/percent';
import {
	chosenFigures,
	moneyLines,
	sizeWords,
	type FigureChoice,
	type FigureLine,
} from './figureWords';
import { shortName } from './fittingText';
import { reachWords, traitLine } from './personaCard';
import { HEADINGS, runFindings } from './runFindings';
import type { RunReport, SegmentReport } from './SegmentReport';
import { shortMoney } from './shortMoney';

/** Gmail cuts mails off at 102 kB; letters of two bytes and what is around the report need room too. */
const LONGEST = 95_000;

/** Longer names would push the figures apart. */
const LONGEST_NAME = 60;

function withShortName(segment: SegmentReport): SegmentReport {
	return { ...segment, name: shortName(segment.name, LONGEST_NAME) };
}

/** Figures in rows, what they are called at the left. */
function figureTable(lines: readonly FigureLine[]): string {
	const rows = lines.map(
		({ label, text }) =>
			`<tr><th scope="row" align="left" valign="top" width="30%" style="${SMALL}${LINE}font-weight:normal;padding:4px 8px 4px 0;">${shown(label)}</th><td valign="top" style="${SMALL}${LINE}padding:4px 0;">${shown(text)}</td></tr>`,
	);
	return `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="width:100%;border-collapse:collapse;">${rows.join('')}</table>`;
}

function sizeBars(segment: SegmentReport): string {
	const { share, revenue, revenueShare, currency, isEnabled } = segment;
	const bars = [paragraph(segment.name, `${SMALL}padding-top:10px;font-weight:bold;`)];
	bars.push(labelledBar(isEnabled ? sizeWords(segment) : 'Switched off', share));
	if (revenue !== null && revenueShare !== null) {
		bars.push(
			labelledBar(
				`${shortMoney(revenue, currency)}, ${percent(revenueShare)} of all revenue`,
				Math.max(0, revenueShare),
				BAR_COLORS.second,
			),
		);
	}
	return bars.join('\n');
}

/** What is typical of a group, one line a trait. */
function personaPart(segment: SegmentReport): string[] {
	const { traits } = segment;
	if (traits.length === 0) return [paragraph(segment.persona)];
	const lines = traits.map(
		(trait, i) => `<li style="${TEXT}margin:0;">${shown(traitLine(trait, i === 0))}</li>`,
	);
	const reach = reachWords(segment);
	return [
		paragraph('Typical:', `${TEXT}padding:0;`),
		`<ul style="margin:0 0 8px;padding:0 0 0 20px;">${lines.join('')}</ul>`,
		...(reach === '' ? [] : [paragraph(reach)]),
	];
}

function segmentPart(segment: SegmentReport, figures: FigureChoice): string[] {
	const lines = chosenFigures(segment, figures);
	return [
		heading(segment.name),
		...personaPart(segment),
		...(lines.length > 0 ? [figureTable(lines)] : []),
		...(segment.holdout ? [paragraph(segment.holdout.finding, `${SMALL}padding-top:8px;`)] : []),
	];
}

function section(title: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [heading(title), ...lines.map((line) => paragraph(line))];
}

function holdoutPart({ holdout }: RunReport): string[] {
	if (!holdout) return [];
	return [
		heading(HEADINGS.holdout),
		paragraph(holdout.finding),
		labelledBar(`Contacted: ${percent(holdout.contactedRate, 1)}`, holdout.contactedRate),
		labelledBar(
			`Control group: ${percent(holdout.controlRate, 1)}`,
			holdout.controlRate,
			BAR_COLORS.second,
		),
	];
}

function page(report: RunReport, figures: FigureChoice): string {
	const { title, basis, warnings, compared, moves, formerSegments, notes } = runFindings(report);
	const segments = report.segments.map(withShortName);
	const all = moneyLines(report.all, report.people);
	const mostMoved = moves[0]?.people ?? 1;
	return mailReport(title, [
		paragraph(basis),
		...compared.map((line) => paragraph(line)),
		...(all.length > 0 ? [figureTable(all)] : []),
		...section(HEADINGS.warnings, warnings),
		heading(HEADINGS.sizes),
		...segments.map(sizeBars),
		...segments.filter(({ size }) => size > 0).flatMap((one) => segmentPart(one, figures)),
		...(moves.length > 0 || formerSegments !== null ? [heading(HEADINGS.moves)] : []),
		...moves.map(({ words, people }) => labelledBar(words, people / mostMoved)),
		...(formerSegments === null ? [] : [paragraph(formerSegments, `${SMALL}padding-top:8px;`)]),
		...holdoutPart(report),
		...section(HEADINGS.notes, notes),
	]);
}

/**
 * The report of a run as HTML for a mail: how large each group is and what it brings as bars, then
 * group by group who its people are and their figures; with so many groups that Gmail would cut the
 * mail off, the most important figures only.
 */
export function segmentHtml(report: RunReport): string {
	let html = '';
	for (const figures of ['all', 'key', 'money', 'main'] as const) {
		html = page(report, figures);
		if (html.length <= LONGEST) return html;
	}
	return html;
}
