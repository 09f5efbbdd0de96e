import { withoutMarkup } from './withoutMarkup';

/** The longest message that Telegram takes, in UTF-16 units. */
export const LONGEST_MESSAGE = 4096;

/**
 * Paragraphs of lines as the text of a message: at most 4,096 UTF-16 units, cut off with an ellipsis
 * where longer, and free of the characters that Telegram reads as formatting. It can be sent with no,
 * with Markdown (Legacy) and with HTML formatting alike.
 */
export function messageText(paragraphs: ReadonlyArray<readonly string[]>): string {
	const text = withoutMarkup(paragraphs.map((lines) => lines.join('\n')).join('\n\n'));
	return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1)}…`;
}
