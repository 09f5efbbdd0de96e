/**
 * The words that a field name is made of, in lower case: those of all parts of its path, at changes of
 * letter case, at digits and at signs.
 *
 * @example
 * nameWords('deal.closeDate_2') //=> ['deal', 'close', 'date']
 */
export function nameWords(name: string): string[] {
	return name
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.filter((word) => word !== '');
}
