import type { Attribute } from '../attributes';
import { hasSeveralNames, valueNames } from '../valueNames';
import type { TextComparison } from './comparisons';
import type { ValueTest } from './ValueTest';

/** The most members of a list that evidence names. */
const NAMED = 8;

const membersOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** How a text is compared: without letter case; of codes of places without spaces and hyphens too. */
function foldOf(attribute: Attribute | undefined): (text: string) => string {
	const folded = (text: string) => text.trim().toLowerCase();
	return attribute === 'postalCode' ? (text) => folded(text).replace(/[\s-]+/g, '') : folded;
}

/**
 * A comparison of a text, or of the members of a list, with some texts; letter case does not count.
 *
 * `oneOf` and `noneOf` compare whole texts: a country, a language and what people write in many words
 * by any of their names, a regional language (`de-AT`) also as the language. `containsAny` asks for one of the texts inside of
 * a member, `containsAll` for each of them in some member, `beginsWithAny` for one at the start.
 *
 * @param attribute whose values are compared; undefined for those of a plain field
 */
export function textTest(
	comparison: TextComparison,
	texts: readonly string[],
	attribute?: Attribute,
): ValueTest {
	const fold = foldOf(attribute);
	const asks = texts.map(fold);
	const listed = (value: unknown) => {
		const members = membersOf(value).map(String);
		return members.slice(0, NAMED).join(', ') + (members.length > NAMED ? ', …' : '');
	};
	if (comparison === 'oneOf' || comparison === 'noneOf') {
		const names = hasSeveralNames(attribute)
			? texts.flatMap((text) => valueNames(attribute, text))
			: texts;
		const wanted = new Set(names.map(fold));
		const isOne = (member: unknown) => {
			const text = fold(String(member));
			if (wanted.has(text)) return true;
			return attribute === 'language' && wanted.has(text.split(/[-_]/)[0] ?? '');
		};
		const isAmong = (value: unknown) => (Array.isArray(value) ? value.some(isOne) : isOne(value));
		if (comparison === 'noneOf') {
			return {
				accepts: (value) => !isAmong(value),
				tell: (value) => `is ${listed(value)} (none of ${listed(texts)})`,
			};
		}
		return {
			accepts: isAmong,
			tell: (value) => `is ${String(membersOf(value).find(isOne))}`,
		};
	}
	if (comparison === 'beginsWithAny') {
		const begins = (member: unknown) => {
			const text = fold(String(member));
			return asks.some((one) => text.startsWith(one));
		};
		return {
			accepts: (value) => membersOf(value).some(begins),
			tell: (value) => `is ${String(membersOf(value).find(begins))} (begins with ${listed(texts)})`,
		};
	}
	const found = (value: unknown) => {
		const members = membersOf(value).map((member) => fold(String(member)));
		return texts.filter((_, i) => members.some((member) => member.includes(asks[i]!)));
	};
	const enough = comparison === 'containsAll' ? texts.length : 1;
	return {
		accepts: (value) => found(value).length >= enough,
		tell: (value) => `contains ${listed(found(value))}`,
	};
}
