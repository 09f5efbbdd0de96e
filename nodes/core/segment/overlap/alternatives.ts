import type { Constraint } from './Constraint';
import { commonValues, isEmptySet, type ValueSet } from './ValueSet';

/** More alternatives than this are not looked at. */
const MOST_ALTERNATIVES = 200;

/** What must hold all together: the values by key, and the answers to opaque questions by id. */
export interface Alternative {
	values: ReadonlyMap<string, ValueSet>;
	answers: ReadonlyMap<string, boolean>;
	/** Whether it asks for more than is known. */
	isOpen: boolean;
}

const ALWAYS: Alternative = { values: new Map(), answers: new Map(), isOpen: false };

/** Both together; undefined where they exclude each other. */
function both(a: Alternative, b: Alternative): Alternative | undefined {
	const values = new Map(a.values);
	for (const [key, set] of b.values) {
		const other = values.get(key);
		const common = other ? commonValues(other, set) : set;
		if (isEmptySet(common)) return undefined;
		values.set(key, common);
	}
	const answers = new Map(a.answers);
	for (const [id, answer] of b.answers) {
		if (answers.get(id) === !answer) return undefined;
		answers.set(id, answer);
	}
	return { values, answers, isOpen: a.isOpen || b.isOpen };
}

function ofLeaf(leaf: Exclude<Constraint, { all: unknown } | { any: unknown }>): Alternative[] {
	if (leaf === 'unknown') return [{ ...ALWAYS, isOpen: true }];
	if ('id' in leaf) return [{ ...ALWAYS, answers: new Map([[leaf.id, !leaf.isDenied]]) }];
	return isEmptySet(leaf) ? [] : [{ ...ALWAYS, values: new Map([[leaf.key, leaf]]) }];
}

/**
 * The ways in which a constraint can be met, without those that contradict themselves (its disjunctive
 * normal form); undefined where there are too many to look at.
 */
export function alternatives(constraint: Constraint): Alternative[] | undefined {
	if (constraint === 'unknown') return ofLeaf(constraint);
	if ('any' in constraint) {
		const found: Alternative[] = [];
		for (const part of constraint.any) {
			const ways = alternatives(part);
			if (!ways || found.length + ways.length > MOST_ALTERNATIVES) return undefined;
			found.push(...ways);
		}
		return found;
	}
	if (!('all' in constraint)) return ofLeaf(constraint);
	let found = [ALWAYS];
	for (const part of constraint.all) {
		const ways = alternatives(part);
		if (!ways || found.length * ways.length > MOST_ALTERNATIVES) return undefined;
		found = found.flatMap((one) => ways.flatMap((way) => both(one, way) ?? []));
	}
	return found;
}
