import { plainText } from './plainText';

/** What stands before a word, from the weakest to the strongest. */
export const GAP = Object.freeze({
	/** A space or a hyphen. */
	space: 0,
	/** "and" in some language, "&", "/". */
	and: 1,
	/** A comma or a bracket. */
	comma: 2,
	/** A bar, a dash, a new line. */
	line: 3,
});

/** Words before the name of an employer: "CEO at Sales Academy". */
export const AT_EMPLOYER: ReadonlySet<string> = new Set(['at', 'bei', 'beim', 'chez', 'presso']);

/** A word of a title or of the name of an industry. */
export interface Word {
	text: string;
	/** One of `GAP`; what stands before the first word is a space. */
	gap: number;
	/** Whether a small word that is left out stands before it: "of", "für", "de". */
	isLinked: boolean;
}

const AND = new Set('and und et y e i и oraz och og ve eller or oder ou o и 및 겸'.split(' '));

/** Small words without a meaning of their own, in all languages at once. */
const SMALL = new Set(
	(
		'a an the of for to in on into within de du des der die das den dem del della dello dei delle degli di da do dos ' +
		'das la le les lo los las el il gli al alla au aux l d s per par pour para por von vom zu zur zum fur im am ' +
		'van voor het op w we z ze ds dla na po с в во на по к ко для от til av for pro'
	).split(' '),
);

/** "(m/w/d)", "H/F", "(all genders)": said of the vacancy, not of the work. */
const GENDERS =
	/\(\s*(?:all genders|gn|divers)\s*\)|(?<![\p{L}\p{N}])\(?[mwfdxhkvi](?:\s?[/|]\s?[mwfdxhkvi]){1,3}\)?(?![\p{L}\p{N}])/gu;
/** The ending of the other gender behind a mark: "Leiter/in", "Chargé(e)", "Directeur·rice". */
const OTHER_GENDER =
	/(?<=\p{L}{3})(?:[*:_·•]|\/-?|\(-?)(?:in|innen|a|e|ne|rice|trice|euse|ere|ra)\)?(?![\p{L}\p{N}-])/gu;
const MARKED = /[*:_·•/(]/;
/** "i.R." and "a.D." behind a title: German for retired. */
const OFF_DUTY = /(?<=\S\s*\(?)\b(?:i\.\s?r\.|a\.\s?d\.)/g;
/** "C.E.O.", "V.P" */
const INITIALS =
	/(?<![\p{L}\p{N}])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}]))?|(?<![\p{L}\p{N}])\p{L}\.\p{L}(?![\p{L}\p{N}.])/gu;
/** "R&D", "I+D", "M & A": one word, "rnd". */
const LETTER_AND_LETTER = /(?<![\p{L}\p{N}])(\p{L})\s?[&+]\s?(\p{L})(?![\p{L}\p{N}])/gu;
/** "E-Commerce", "C-Level" */
const LETTER_HYPHEN = /(?<![\p{L}\p{N}&+])([a-z])-(?=\p{L})/gu;
const PIECE = /[\p{L}\p{N}]+|[^\p{L}\p{N}]/gu;

function gapOf(mark: string, before: string, after: string, wordBefore: string): number {
	switch (mark) {
		case ' ':
		case '_':
		case "'":
		case '’':
		case '"':
		case '*':
		case '#':
			return GAP.space;
		case '.':
			// "Sr. Director", "stellv. Leiter": an abbreviation and no end.
			return wordBefore.length <= 6 ? GAP.space : GAP.comma;
		case '-':
		case '–':
			if (before === ' ' && after === ' ') return GAP.line;
			return mark === '-' ? GAP.space : GAP.and;
		case '/':
		case '&':
		case '+':
		case '、':
		case '・':
		case '·':
			return GAP.and;
		case ',':
		case '(':
		case ')':
		case '[':
		case ']':
		case '@':
			return GAP.comma;
		default:
			return /\s/.test(mark) && mark !== '\n' && mark !== '\r' ? GAP.space : GAP.line;
	}
}

/** The words of a plain text without the ones that say nothing, each with what stands before it. */
function split(text: string): Word[] {
	const words: Word[] = [];
	let gap: number = GAP.space;
	let isLinked = false;
	let last = '';
	for (const { 0: piece, index } of text.matchAll(PIECE)) {
		if (piece === '@') {
			words.push({ text: 'at', gap, isLinked });
			gap = GAP.space;
			continue;
		}
		if (!/[\p{L}\p{N}]/u.test(piece)) {
			const mark = gapOf(piece, text[index - 1] ?? '', text[index + piece.length] ?? '', last);
			gap = Math.max(gap, mark);
			continue;
		}
		last = piece;
		if (AND.has(piece)) {
			gap = Math.max(gap, GAP.and);
		} else if (SMALL.has(piece)) {
			isLinked = true;
		} else {
			words.push({ text: piece, gap: words.length === 0 ? GAP.space : gap, isLinked });
			gap = GAP.space;
			isLinked = false;
		}
	}
	return words;
}

/**
 * The words of a text that people write about work: in lower case and without accents, "of" and its
 * like left out, initials as one word, the endings of the other gender dropped.
 *
 * @example
 * wordsOf('C.E.O. & Leiter/in für R&D').map(({ text }) => text) //=> ['ceo', 'leiter', 'rnd']
 */
export function wordsOf(text: string): Word[] {
	let plain = plainText(text);
	if (MARKED.test(plain)) {
		plain = plain.replace(GENDERS, ' ').replace(OTHER_GENDER, '');
	}
	if (plain.includes('.')) {
		plain = plain.replace(OFF_DUTY, ' retired').replace(INITIALS, (all) => all.replaceAll('.', ''));
	}
	if (/[&+]/.test(plain)) plain = plain.replace(LETTER_AND_LETTER, '$1n$2');
	if (plain.includes('-')) plain = plain.replace(LETTER_HYPHEN, '$1');
	return split(plain);
}
