const STAND_INS: Readonly<Record<string, string>> = Object.freeze({
	'&': 'and',
	'<': '‹',
	'>': '›',
	'*': '×',
	_: ' ',
	'[': '(',
	']': ')',
	'`': "'",
	'\\': '/',
});

/**
 * A text without the characters that Telegram reads as formatting, in its Markdown and in its HTML:
 * look-alikes stand for them, since a single underscore makes the sending fail.
 *
 * The newer MarkdownV2 also wants full stops and hyphens escaped; such a text cannot be written for
 * all three.
 *
 * @example
 * withoutMarkup('demo_booked') //=> 'demo booked'
 */
export function withoutMarkup(text: string): string {
	return text.replace(/[&<>*_[\]`\\]/g, (character) => STAND_INS[character]!);
}
