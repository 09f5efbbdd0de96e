import { BAR_COLORS } from '../wording/bar';
import { counted } from '../wording/formatNumber';
import { heading, labelledBar, mailReport, paragraph, SMALL } from '../wording/mailReport';
import { percent } from '../wording/percent';
import { probabilityRange, type CalibrationGroup } from './calibrationGroups';
import { learnedFindings, LEARNED_HEADINGS } from './learnedFindings';
import type { LearnedReport } from './LearnedLeadModel';

function calibrationBars(group: CalibrationGroup): string {
	const { leads, forecast, observed } = group;
	return [
		paragraph(
			`Given ${probabilityRange(group)}: ${counted(leads, 'lead')}`,
			`${SMALL}padding-top:6px;font-weight:bold;`,
		),
		labelledBar(`Forecast ${percent(forecast, 1)}`, forecast, BAR_COLORS.second),
		labelledBar(`Became customers ${percent(observed, 1)}`, observed),
	].join('\n');
}

/** What was learned as HTML for a mail: how good it is, what decides the score, how forecasts came true. */
export function learnedHtml(report: LearnedReport): string {
	const findings = learnedFindings(report);
	const { drivers, calibration } = findings;
	const section = (title: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : [heading(title), ...lines.map((line) => paragraph(line))];
	const most = Math.max(...drivers.map(({ points }) => points));
	return mailReport(findings.title, [
		paragraph(findings.basis),
		...section(LEARNED_HEADINGS.quality, findings.quality),
		...section(LEARNED_HEADINGS.warnings, findings.warnings),
		...section(LEARNED_HEADINGS.suspects, findings.suspects),
		heading(LEARNED_HEADINGS.drivers),
		...drivers.flatMap(({ name, points, sentence }) => [
			labelledBar(name, points / most),
			paragraph(sentence, `${SMALL}padding-top:2px;`),
		]),
		...section(LEARNED_HEADINGS.bands, findings.bands),
		...(calibration === null ? [] : section(LEARNED_HEADINGS.calibration, [calibration])),
		...(report.quality?.calibration ?? []).map(calibrationBars),
		...section(LEARNED_HEADINGS.leftOut, findings.leftOut),
		...section(LEARNED_HEADINGS.notes, findings.notes),
	]);
}
