/**
 * Phrases written one after the other, with commas or new lines between them.
 *
 * @example
 * phraseList('owner, co owner') //=> ['owner', 'co owner']
 */
export function phraseList(text: string): string[] {
	return text
		.split(/[,\n]/)
		.map((phrase) => phrase.trim())
		.filter((phrase) => phrase !== '');
}
