import { chosenFigures, moneyLines, sizeWords, type FigureChoice } from './figureWords';
import { fittingText, shortName, type Paragraphs } from './fittingText';
import { personaCard } from './personaCard';
import { HEADINGS, runFindings, type RunFindings } from './runFindings';
import type { RunReport, SegmentReport } from './SegmentReport';
import { segmentWarnings } from './segmentWarnings';

/** How much a text tells of each group. */
interface Detail {
	/** Traits of the persona card; none where it is left out. */
	traits: number;
	/** Which figures. */
	figures: FigureChoice | 'none';
	/** Lines of warnings, of moves and of notes. */
	lines: number;
	longestName: number;
	/** Groups that are told of. */
	groups: number;
}

const FULL: Detail = {
	traits: 5,
	figures: 'all',
	lines: 10,
	longestName: 80,
	groups: Number.POSITIVE_INFINITY,
};

/** What is left out where a text is too long, the least important first. */
const STEPS: ReadonlyArray<Partial<Detail>> = [
	{ figures: 'key', traits: 3 },
	{ traits: 2 },
	{ traits: 1 },
	{ figures: 'money' },
	{ traits: 0 },
	{ figures: 'main', lines: 5 },
	{ longestName: 40 },
	{ figures: 'none', lines: 3 },
	{ longestName: 30, groups: 20 },
	{ lines: 1, groups: 10 },
	{ groups: 5, lines: 0 },
];

const DETAILS = STEPS.reduce<Detail[]>(
	(details, step) => [...details, { ...details[details.length - 1]!, ...step }],
	[FULL],
);

function figureLines(segment: SegmentReport, { figures }: Detail): string[] {
	if (figures === 'none') return [];
	return chosenFigures(segment, figures).map(({ label, text }) => `${label}: ${text}.`);
}

function headline(segment: SegmentReport, longestName: number): string {
	const name = shortName(segment.name, longestName);
	return `${name}: ${segment.isEnabled ? sizeWords(segment) : 'switched off'}`;
}

function groupLines(segment: SegmentReport, detail: Detail): string[] {
	const lines = [headline(segment, detail.longestName)];
	if (segment.size === 0) return lines;
	lines.push(...figureLines(segment, detail));
	if (detail.traits > 0) lines.push(personaCard(segment, detail.traits));
	return lines;
}

function firstOf(lines: readonly string[], most: number): string[] {
	if (lines.length <= most) return [...lines];
	return most === 0 ? [] : [...lines.slice(0, most), `And ${lines.length - most} more.`];
}

function underHeading(heading: string, lines: readonly string[]): string[] {
	return lines.length === 0 ? [] : [heading, ...lines];
}

/** The largest groups in their order, and how many were left out. */
function largest(segments: readonly SegmentReport[], most: number): readonly SegmentReport[] {
	if (segments.length <= most) return segments;
	const limit = [...segments].map(({ size }) => size).sort((a, b) => b - a)[most - 1]!;
	return segments.filter(({ size }) => size >= limit).slice(0, most);
}

function paragraphs(report: RunReport, findings: RunFindings, detail: Detail): Paragraphs {
	const { title, basis, compared, moves, formerSegments, holdout } = findings;
	const told = largest(report.segments, detail.groups);
	const groups = told.map((segment) => groupLines(segment, detail));
	const isShort = groups.every((lines) => lines.length === 1);
	const untold = report.segments.length - told.length;
	const isLeftOut = detail !== FULL;
	const hasFigures = detail.figures !== 'main' && detail.figures !== 'none';
	const warnings = [
		...report.warnings,
		...report.segments.flatMap((segment) =>
			segmentWarnings(
				{ ...segment, name: shortName(segment.name, detail.longestName) },
				report.people,
			),
		),
	];
	return [
		[title],
		[
			basis,
			...(hasFigures ? compared : []),
			...moneyLines(report.all, report.people).map(({ label, text }) => `${label}: ${text}.`),
		],
		underHeading(HEADINGS.warnings, firstOf(warnings, detail.lines)),
		...(isShort ? [groups.flat()] : groups),
		...(untold > 0 ? [[`And ${untold} smaller ones.`]] : []),
		underHeading(
			HEADINGS.moves,
			firstOf(
				moves.map(({ words }) => words),
				detail.figures === 'none' ? 0 : detail.lines,
			),
		),
		formerSegments === null || detail.figures === 'none' ? [] : [formerSegments],
		holdout === null ? [] : [HEADINGS.holdout, holdout],
		detail.figures === 'all' || detail.figures === 'key'
			? underHeading(HEADINGS.notes, findings.notes)
			: [],
		isLeftOut ? ['This is a short form: the report has more in its data and as HTML.'] : [],
	];
}

/**
 * The report of a run as plain text for one Telegram message or the text part of a mail: at most 4,096
 * UTF-16 units, and free of what Telegram reads as formatting.
 *
 * Where there is too much to tell, the least important is left out, sentence by sentence: first what is
 * typical of each group, then figures, at last the smaller groups.
 */
export function segmentText(report: RunReport): string {
	const findings = runFindings(report);
	return fittingText(DETAILS.map((detail) => () => paragraphs(report, findings, detail)));
}

/** One group as the text of a message of its own, within the same limit. */
export function segmentCard(segment: SegmentReport): string {
	const card = (detail: Detail, most: number): Paragraphs => [
		groupLines(segment, detail),
		segment.holdout ? [segment.holdout.finding] : [],
		segment.warnings.slice(0, most),
	];
	return fittingText([
		...DETAILS.map((detail) => () => card(detail, detail.lines)),
		() => [[headline(segment, FULL.longestName)]],
	]);
}
