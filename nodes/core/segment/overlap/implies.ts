import { alternatives, type Alternative } from './alternatives';
import type { Constraint } from './Constraint';
import { isSubset, partsOf, type ValueSet } from './ValueSet';

/** Whether every item of one alternative is certainly one of another. */
function isWithin(inner: Alternative, outer: Alternative): boolean {
	if (outer.isOpen) return false;
	for (const [key, set] of outer.values) {
		const given = inner.values.get(key);
		if (!given || !isSubset(given, set)) return false;
	}
	for (const [id, answer] of outer.answers) {
		if (inner.answers.get(id) !== answer) return false;
	}
	return true;
}

/** An alternative by the listed values of one of its keys: "one of DE, AT" as DE and as AT. */
function splitBy(key: string, set: ValueSet, alternative: Alternative): Alternative[] {
	return partsOf(set).map((part) => ({
		...alternative,
		values: new Map(alternative.values).set(key, part),
	}));
}

function isCovered(alternative: Alternative, outer: readonly Alternative[]): boolean {
	const isWithinOne = (one: Alternative) => outer.some((other) => isWithin(one, other));
	return (
		isWithinOne(alternative) ||
		[...alternative.values].some(([key, set]) => splitBy(key, set, alternative).every(isWithinOne))
	);
}

/** Whether every item of some alternatives is certainly in one of others. */
export function areCovered(inner: readonly Alternative[], outer: readonly Alternative[]): boolean {
	return inner.every((alternative) => isCovered(alternative, outer));
}

/**
 * Whether every item that meets one constraint certainly meets another. False where that is not sure.
 *
 * @example
 * country is "DE" implies country is one of "DE", "AT"
 * spent above 100 and country is "DE" implies spent at least 50
 */
export function implies(narrow: Constraint, wide: Constraint): boolean {
	const inner = alternatives(narrow);
	const outer = alternatives(wide);
	return inner !== undefined && outer !== undefined && areCovered(inner, outer);
}

/** Whether certainly no item meets a constraint: above 10 and below 5, one text and another, an empty list. */
export function canNeverMatch(constraint: Constraint): boolean {
	return alternatives(constraint)?.length === 0;
}
