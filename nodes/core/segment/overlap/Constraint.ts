import type { NumberSet } from './NumberSet';
import type { TextSet } from './TextSet';

/**
 * What a comparison asks of one value.
 *
 * `key` names the value and the way it is read ("spent as a number"): leaves with the same key speak
 * of the same value. It is met by the numbers or texts of `values`, if any, and by the `specials`:
 * names for what is neither, such as `null` or `true`. Unreadable values meet no leaf.
 */
export interface ValueLeaf {
	key: string;
	values?: NumberSet | TextSet;
	specials: readonly string[];
}

/** What can only be told from the same question asked again, or denied: a pattern, a member of a list. */
export interface OpaqueLeaf {
	id: string;
	isDenied: boolean;
}

/** What must hold of an item, as far as it is known without looking at one. */
export type Constraint =
	| ValueLeaf
	| OpaqueLeaf
	| { all: readonly Constraint[] }
	| { any: readonly Constraint[] }
	/** Nothing is known of it: it may be met by any item. */
	| 'unknown';

/** Of longer lists nothing is known: they would cost more than a hint is worth. */
const LONGEST_LIST = 200;

function questionsOf(key: string, texts: Iterable<string>, isDenied: boolean): OpaqueLeaf[] {
	return [...texts].map((text) => ({ id: `${key} has ${text}`, isDenied }));
}

/** One of some texts is a member of the list under a key, or the value itself. */
export function hasAnyOf(key: string, texts: Iterable<string>): Constraint {
	const any = questionsOf(key, texts, false);
	return any.length > LONGEST_LIST ? 'unknown' : { any };
}

/** None of some texts is a member of the list under a key, or the value itself. */
export function hasNoneOf(key: string, texts: Iterable<string>): Constraint {
	const all = questionsOf(key, texts, true);
	return all.length > LONGEST_LIST ? 'unknown' : { all };
}
