import { messageText } from '../wording/messageText';
import { learnedFindings, LEARNED_HEADINGS } from './learnedFindings';
import type { LearnedReport } from './LearnedLeadModel';

/** Drivers that a message names: the others decide little. */
const MOST_DRIVERS = 7;
const MOST_LEFT_OUT = 5;

function firstOf(lines: readonly string[], most: number): string[] {
	if (lines.length <= most) return [...lines];
	return [...lines.slice(0, most), `And ${lines.length - most} more.`];
}

/**
 * What was learned as plain text for a Telegram message or the text part of a mail, as `messageText`
 * makes it. What a reader must know stands first.
 */
export function learnedText(report: LearnedReport): string {
	const findings = learnedFindings(report);
	const { title, basis, quality, warnings, suspects, drivers, bands, leftOut } = findings;
	const sections: Array<[string, string[]]> = [
		[LEARNED_HEADINGS.quality, quality],
		[LEARNED_HEADINGS.warnings, warnings],
		[LEARNED_HEADINGS.suspects, firstOf(suspects, MOST_LEFT_OUT)],
		[
			LEARNED_HEADINGS.drivers,
			firstOf(
				drivers.map(({ name, sentence }) => `${name}. ${sentence}`),
				MOST_DRIVERS,
			),
		],
		[LEARNED_HEADINGS.bands, bands],
		[LEARNED_HEADINGS.leftOut, firstOf(leftOut, MOST_LEFT_OUT)],
	];
	return messageText([
		[title],
		[basis],
		...sections
			.filter(([, lines]) => lines.length > 0)
			.map(([heading, lines]) => [heading, ...lines]),
	]);
}
