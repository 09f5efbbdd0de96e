import { LONGEST_MESSAGE } from '../wording/messageText';
import { withoutMarkup } from '../wording/withoutMarkup';

/** Paragraphs of lines. */
export type Paragraphs = ReadonlyArray<readonly string[]>;

/**
 * The first of several versions of a text that fits into a message, the fullest one first, free of what
 * Telegram reads as formatting; the last one whether it fits or not.
 */
export function fittingText(versions: ReadonlyArray<() => Paragraphs>): string {
	let text = '';
	for (const version of versions) {
		text = withoutMarkup(
			version()
				.filter((lines) => lines.length > 0)
				.map((lines) => lines.join('\n'))
				.join('\n\n'),
		);
		if (text.length <= LONGEST_MESSAGE) return text;
	}
	return text;
}

/** A name no longer than so many letters, an ellipsis in place of the rest. */
export function shortName(name: string, longest: number): string {
	const letters = [...name];
	return letters.length <= longest
		? name
		: `${letters
				.slice(0, longest - 1)
				.join('')
				.trimEnd()}…`;
}
