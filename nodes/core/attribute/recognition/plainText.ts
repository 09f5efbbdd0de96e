const BEYOND_ASCII = /[^\0-\x7f]/;
const MARKS = /\p{M}+/gu;
const LETTERS_OF_THEIR_OWN: Readonly<Record<string, string>> = Object.freeze({
	ß: 'ss',
	ı: 'i',
	ł: 'l',
	ø: 'o',
	đ: 'd',
	æ: 'ae',
	œ: 'oe',
});

/**
 * A text in the form in which words are compared: lower case, letters without their accents, full-width
 * forms as ordinary ones.
 *
 * @example
 * plainText('Geschäftsführer') //=> 'geschaftsfuhrer'
 */
export function plainText(text: string): string {
	const lower = text.toLowerCase();
	if (!BEYOND_ASCII.test(lower)) return lower;
	return (
		lower
			.normalize('NFKD')
			.replace(MARKS, '')
			// Korean syllables come apart as accents do.
			.normalize('NFC')
			.replace(/[ßıłøđæœ]/g, (letter) => LETTERS_OF_THEIR_OWN[letter]!)
			.toLowerCase()
	);
}
