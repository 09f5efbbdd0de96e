import { AT_EMPLOYER, GAP, wordsOf, type Word } from './wordsOf';

/** A phrase that stands for something, as people write it into a table. */
export interface Phrase<T> {
	/**
	 * Words as in a text. A star at the end of a word stands for any ending (`закуп*`), a star before it
	 * for any beginning (`*leiter`), a question mark for any one word (`chief ? officer`). A Korean word
	 * is found inside longer ones without a star.
	 */
	words: string;
	means: T;
	/** Only at the end of what it belongs to: "Partner", and not the one of "Partner Manager". */
	last?: boolean;
	/** Only without small words between its own: "Assistant Director", and not "Assistant to the Director". */
	tight?: boolean;
}

/** Where a phrase was found: from the word at `from` to before the one at `to`. */
export interface PhraseHit<T> {
	means: T;
	from: number;
	to: number;
}

type Kind = 'exact' | 'begins' | 'ends' | 'inside' | 'any';

interface Pattern<T> {
	parts: Array<{ kind: Kind; text: string }>;
	means: T;
	last: boolean;
	tight: boolean;
	order: number;
	/** Letters that are compared: of two phrases as many words long the one that says more is meant. */
	letters: number;
}

const KOREAN = /[\uac00-\ud7a3]/;
/** Texts whose phrases are kept; a list of leads has some thousand different words. */
const KEPT_WORDS = 20_000;

/** Umlauts are also written as two letters: "Geschaeftsfuehrer". */
function spellings(words: string): string[] {
	const spelledOut = words
		.replaceAll('ä', 'ae')
		.replaceAll('ö', 'oe')
		.replaceAll('ü', 'ue')
		.replaceAll('Ä', 'Ae')
		.replaceAll('Ö', 'Oe')
		.replaceAll('Ü', 'Ue');
	return spelledOut === words ? [words] : [words, spelledOut];
}

function partsOf(words: string): Pattern<never>['parts'] {
	return words
		.trim()
		.split(/\s+/)
		.flatMap((piece) => {
			if (piece === '?') return [{ kind: 'any' as Kind, text: '' }];
			const texts = wordsOf(piece.replaceAll('*', ''));
			return texts.map(({ text }, i) => {
				// One syllable is inside far too many words.
				let kind: Kind = text.length > 1 && KOREAN.test(text) ? 'inside' : 'exact';
				if (i === texts.length - 1 && piece.endsWith('*')) kind = 'begins';
				if (i === 0 && piece.startsWith('*')) kind = 'ends';
				return { kind, text };
			});
		});
}

function isMatch({ kind, text }: { kind: Kind; text: string }, word: string): boolean {
	switch (kind) {
		case 'exact':
			return word === text;
		case 'begins':
			return word.startsWith(text);
		case 'ends':
			return word.endsWith(text);
		case 'inside':
			return word.includes(text);
		case 'any':
			return true;
	}
}

/** Whether a phrase has a word that can be looked for: "of" and "*" have none. */
export function isPhrase(words: string): boolean {
	const [first] = partsOf(words);
	return first !== undefined && first.kind !== 'any';
}

/**
 * Finds phrases in the words of a text; at each place the longest one, and no word twice.
 *
 * What a word begins to mean is looked up once per word, so that a text costs a few look-ups however
 * many phrases there are.
 */
export class PhraseIndex<T> {
	private readonly byFirst: Record<Exclude<Kind, 'any'>, Map<string, Array<Pattern<T>>>> = {
		exact: new Map(),
		begins: new Map(),
		ends: new Map(),
		inside: new Map(),
	};

	private readonly kept = new Map<string, ReadonlyArray<Pattern<T>>>();

	constructor(phrases: Iterable<Phrase<T>>) {
		let order = 0;
		for (const { words, means, last = false, tight = false } of phrases) {
			for (const spelling of spellings(words)) {
				const parts = partsOf(spelling);
				const [first] = parts;
				if (!first || first.kind === 'any') continue;
				const letters = parts.reduce((sum, { text }) => sum + text.length, 0);
				const pattern = { parts, means, last, tight, order: order++, letters };
				const patterns = this.byFirst[first.kind].get(first.text);
				if (patterns) patterns.push(pattern);
				else this.byFirst[first.kind].set(first.text, [pattern]);
			}
		}
	}

	/** Phrases that can begin with a word, the one to try first in front. */
	private beginning(word: string): ReadonlyArray<Pattern<T>> {
		const known = this.kept.get(word);
		if (known) return known;
		const { exact, begins, ends, inside } = this.byFirst;
		const found = [...(exact.get(word) ?? [])];
		for (let length = 1; length <= word.length; length++) {
			found.push(...(begins.get(word.slice(0, length)) ?? []));
			found.push(...(ends.get(word.slice(-length)) ?? []));
		}
		if (inside.size > 0 && KOREAN.test(word)) {
			const texts = new Set<string>();
			for (let from = 0; from < Math.min(word.length, 40); from++) {
				for (let to = from + 1; to <= Math.min(word.length, from + 12); to++) {
					texts.add(word.slice(from, to));
				}
			}
			for (const text of texts) found.push(...(inside.get(text) ?? []));
		}
		found.sort(
			(a, b) =>
				b.parts.length - a.parts.length ||
				b.letters - a.letters ||
				(a.parts[0]!.kind === 'exact' ? 0 : 1) - (b.parts[0]!.kind === 'exact' ? 0 : 1) ||
				a.order - b.order,
		);
		if (this.kept.size >= KEPT_WORDS) this.kept.clear();
		this.kept.set(word, found);
		return found;
	}

	/** @param taken marks words that are not looked at */
	hits(words: readonly Word[], taken?: Uint8Array): Array<PhraseHit<T>> {
		const hits: Array<PhraseHit<T>> = [];
		for (let from = 0; from < words.length; from++) {
			if (taken?.[from]) continue;
			const pattern = this.beginning(words[from]!.text).find(({ parts, last, tight }) => {
				const to = from + parts.length;
				if (to > words.length) return false;
				for (let i = 1; i < parts.length; i++) {
					const word = words[from + i]!;
					if (word.gap >= GAP.comma || taken?.[from + i] || (tight && word.isLinked)) return false;
					if (!isMatch(parts[i]!, word.text)) return false;
				}
				const next = words[to];
				return !last || !next || next.gap >= GAP.and || next.isLinked || AT_EMPLOYER.has(next.text);
			});
			if (!pattern) continue;
			hits.push({ means: pattern.means, from, to: from + pattern.parts.length });
			from += pattern.parts.length - 1;
		}
		return hits;
	}
}
