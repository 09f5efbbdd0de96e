/** Texts that begin with, end with or contain a piece. */
interface PieceTest {
	form: 'startsWith' | 'endsWith' | 'includes';
	piece: string;
}

/** One test of a text; folded by letter case where that does not count. */
export type TextTest = ({ form: 'oneOf'; texts: readonly string[] } | PieceTest) & {
	isDenied: boolean;
};

/** The texts that pass all tests. */
export interface TextSet {
	tests: readonly TextTest[];
}

/** The texts that begin with, end with or contain a piece, or those that do not. */
export function textsThat(form: PieceTest['form'], piece: string, isDenied = false): TextSet {
	return { tests: [{ form, piece, isDenied }] };
}

/** These texts. */
export function texts(list: readonly string[]): TextSet {
	return { tests: [{ form: 'oneOf', texts: list, isDenied: false }] };
}

/** All texts but these. */
export function textsBut(list: readonly string[]): TextSet {
	return { tests: [{ form: 'oneOf', texts: list, isDenied: true }] };
}

function passes(test: TextTest, text: string): boolean {
	const isMet = test.form === 'oneOf' ? test.texts.includes(text) : text[test.form](test.piece);
	return isMet !== test.isDenied;
}

export function hasText(set: TextSet, text: string): boolean {
	return set.tests.every((test) => passes(test, text));
}

export function commonTexts(a: TextSet, b: TextSet): TextSet {
	return { tests: [...a.tests, ...b.tests] };
}

/** The texts of a set that lists them; undefined where it goes by pieces alone. */
export function listedTexts(set: TextSet): string[] | undefined {
	for (const test of set.tests) {
		if (test.form === 'oneOf' && !test.isDenied) {
			return test.texts.filter((text) => hasText(set, text));
		}
	}
	return undefined;
}

/** Whether every text with one piece has the other, neither of them denied. */
function bringsPiece(a: PieceTest, b: PieceTest): boolean {
	if (b.form === 'includes') return a.piece.includes(b.piece);
	return a.form === b.form && a.piece[b.form](b.piece);
}

/** Whether no text has both pieces, neither of them denied. */
function excludesPiece(a: PieceTest, b: PieceTest): boolean {
	if (a.form !== b.form || a.form === 'includes') return false;
	return !bringsPiece(a, b) && !bringsPiece(b, a);
}

/** Whether every text that passes one test certainly passes the other. */
function bringsTest(a: TextTest, b: TextTest): boolean {
	if (a.form === 'oneOf' && !a.isDenied) return a.texts.every((text) => passes(b, text));
	if (a.isDenied) return b.isDenied && bringsTest(denied(b), denied(a));
	if (b.form === 'oneOf') return b.isDenied && b.texts.every((text) => !passes(a, text));
	if (a.form === 'oneOf') return false;
	return b.isDenied ? excludesPiece(a, b) : bringsPiece(a, b);
}

function denied(test: TextTest): TextTest {
	return { ...test, isDenied: !test.isDenied };
}

/** Whether there is certainly no text in it. */
export function hasNoText(set: TextSet): boolean {
	const listed = listedTexts(set);
	if (listed) return listed.length === 0;
	return set.tests.some((a) => set.tests.some((b) => bringsTest(a, denied(b))));
}

/** Whether all texts of one set are certainly in another. */
export function isTextSubset(inner: TextSet, outer: TextSet): boolean {
	const listed = listedTexts(inner);
	if (listed) return listed.every((text) => hasText(outer, text));
	return (
		hasNoText(inner) ||
		outer.tests.every((wanted) => inner.tests.some((given) => bringsTest(given, wanted)))
	);
}
