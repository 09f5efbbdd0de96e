import { counted } from '../core/wording/formatNumber';

/** So many words are named in one hint. */
export const NAMED_WORDS = 10;

/** Counts a word once more. */
export function tally(counts: Map<string, number>, word: string): void {
	counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** The most frequent words with how many records have them: an order may come as several. */
export function listed(counts: ReadonlyMap<string, number>): string {
	const sorted = [...counts].sort(([, one], [, other]) => other - one);
	const named = sorted
		.slice(0, NAMED_WORDS)
		.map(([word, count]) => `${counted(count, 'record')} "${word}"`);
	const more = sorted.length - named.length;
	return [...named, ...(more > 0 ? [`${counted(more, 'other word')}`] : [])].join(', ');
}
