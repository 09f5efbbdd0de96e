import type { ValueLeaf } from './Constraint';
import { commonNumbers, hasNoNumber, isNumberSubset, type NumberSet } from './NumberSet';
import { commonTexts, hasNoText, isTextSubset, listedTexts, texts, type TextSet } from './TextSet';

/** What one value may be: of the numbers or texts, or one of the specials. */
export type ValueSet = Omit<ValueLeaf, 'key'>;

function isTexts(values: NumberSet | TextSet): values is TextSet {
	return 'tests' in values;
}

/** Whether a set certainly has nothing in it. */
export function isEmptySet({ values, specials }: ValueSet): boolean {
	if (specials.length > 0) return false;
	if (!values) return true;
	return isTexts(values) ? hasNoText(values) : hasNoNumber(values);
}

/** Whether all that is in one set is certainly in another. */
export function isSubset(inner: ValueSet, outer: ValueSet): boolean {
	if (!inner.specials.every((special) => outer.specials.includes(special))) return false;
	const { values } = inner;
	if (!values || isEmptySet({ values, specials: [] })) return true;
	if (!outer.values) return false;
	if (isTexts(values)) return isTexts(outer.values) && isTextSubset(values, outer.values);
	return !isTexts(outer.values) && isNumberSubset(values, outer.values);
}

/** What is in both sets, which are of the same kind of values. */
export function commonValues(a: ValueSet, b: ValueSet): ValueSet {
	const specials = a.specials.filter((special) => b.specials.includes(special));
	if (!a.values || !b.values) return { specials };
	if (isTexts(a.values))
		return isTexts(b.values) ? { specials, values: commonTexts(a.values, b.values) } : { specials };
	return isTexts(b.values) ? { specials } : { specials, values: commonNumbers(a.values, b.values) };
}

/** A set in parts: one for each text and special that it lists, one for all its other values. */
export function partsOf({ values, specials }: ValueSet): ValueSet[] {
	const single = specials.map((special) => ({ specials: [special] }));
	if (!values) return single;
	const listed = isTexts(values) ? listedTexts(values) : undefined;
	const ofValues = listed?.map((text) => texts([text])) ?? [values];
	return [...single, ...ofValues.map((part) => ({ specials: [], values: part }))];
}
