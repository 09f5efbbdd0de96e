import { counted, formatNumber } from '../wording/formatNumber';
import { listed } from '../wording/listed';
import { percent } from '../wording/percent';
import { peopleCount } from './peopleCount';
import type { RunReport } from './SegmentReport';

/** The headings of a report. */
export const HEADINGS = Object.freeze({
	warnings: 'Look into',
	sizes: 'How large, and what it brings',
	moves: 'Who moved',
	holdout: 'What the campaign brought',
	notes: 'Good to know',
});

/** So many moves, and so many names, are told. */
const MOST_NAMED = 10;

/** A run as a whole, in words that text and HTML share. */
export interface RunFindings {
	title: string;
	/** Who was looked at. */
	basis: string;
	warnings: string[];
	compared: string[];
	/** From one group to another, the most people first. */
	moves: Array<{ words: string; people: number }>;
	formerSegments: string | null;
	holdout: string | null;
	notes: string[];
}

function named(names: readonly string[]): string {
	if (names.length <= MOST_NAMED) return listed(names);
	return `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`;
}

function basisOf({ people, segments }: RunReport): string {
	const groups = segments.filter(({ isEveryoneElse }) => !isEveryoneElse).length;
	const others = segments.find(({ isEveryoneElse }) => isEveryoneElse);
	const rest =
		others && people > 0
			? ` ${others.size === 0 ? 'All' : percent(1 - others.size / people)} of them belong to a segment.`
			: '';
	return `${peopleCount(people)} in ${counted(groups, 'segment')}.${rest}`;
}

function comparedIn({ comparison }: RunReport): string[] {
	if (!comparison) return [];
	const { asOf, added, vanished } = comparison;
	const lines = [
		`Compared with the report ${asOf === null ? 'that was given' : `of ${asOf.slice(0, 10)}`}.`,
	];
	if (added.length > 0) lines.push(`New: ${named(added)}.`);
	if (vanished.length > 0) {
		const gone = vanished.map(({ name, size }) => `${name} (${peopleCount(size)})`);
		lines.push(`No longer there: ${named(gone)}.`);
	}
	return lines;
}

function notesOf({ inSeveral, segments, all }: RunReport): string[] {
	const notes: string[] = [];
	if (inSeveral > 0) {
		notes.push(
			`${peopleCount(inSeveral)} ${inSeveral === 1 ? 'belongs' : 'belong'} to several segments and ${inSeveral === 1 ? 'is' : 'are'} counted in each, so the shares add up to more than 100 %.`,
		);
	}
	if (segments.some(({ traits }) => traits.length > 0)) {
		notes.push(
			'Typical is what people of a segment have more often than all people, by more than chance. It tells what goes together, not why.',
		);
	}
	if (all.expected) {
		notes.push(
			all.expected.basis === 'forecast'
				? 'What is expected comes from the forecasts of Detect Lapsed. The range in brackets holds in 8 of 10 cases, as far as the forecasts are right.'
				: 'What is expected supposes that people go on ordering as often as they did. The range in brackets holds in 8 of 10 cases.',
		);
	}
	return notes;
}

/** Puts a run into words: the same figures always give the same words. */
export function runFindings(report: RunReport): RunFindings {
	const moved = (report.movements ?? []).filter(({ from, to }) => from !== to);
	const former = report.formerSegments.map(
		({ name, people }) => `${name} (${peopleCount(people)})`,
	);
	return {
		title: `Customer segments as of ${report.asOf.slice(0, 10)}`,
		basis: basisOf(report),
		warnings: [...report.warnings, ...report.segments.flatMap(({ warnings }) => warnings)],
		compared: comparedIn(report),
		moves: moved.slice(0, MOST_NAMED).map(({ from, to, people }) => ({
			words: `${from} → ${to}: ${formatNumber(people)}`,
			people,
		})),
		formerSegments:
			former.length === 0
				? null
				: `Segments of last time that are no longer there: ${named(former)}.`,
		holdout: report.holdout?.finding ?? null,
		notes: notesOf(report),
	};
}
