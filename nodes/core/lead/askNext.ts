import { hundredths } from './hundredths';
import type { LeadRule } from './LeadModel';
import type { AskNext } from './LeadScore';

/** A field that a rule reads, and what the rule would bring. */
export interface Question {
	field: string;
	/** Index of the rule. */
	rule: number;
	group: string | null;
	/** Hundredths of a point. */
	most: number;
}

/**
 * What leads can be asked for: the fields of rules that bring points for who somebody is.
 *
 * @param fieldsOfRule names of the fields that each rule reads, in the order of rules
 */
export function compileQuestions(
	rules: readonly LeadRule[],
	fieldsOfRule: ReadonlyArray<readonly string[]>,
): Question[] {
	return rules.flatMap(({ category, counts, points, pointsAtMost, group }, rule) => {
		if (category !== 'fit' || counts !== 'lead' || points <= 0) return [];
		const most = hundredths(Math.min(points, pointsAtMost ?? points));
		const fields = fieldsOfRule[rule] ?? [];
		return fields.map((field) => ({ field, rule, group: group ?? null, most }));
	});
}

/**
 * The next best information to ask a lead for: the missing field whose best single rule could bring
 * the most points, of equal ones the field of the first rule; null where none could bring any.
 *
 * @param missing names of the fields that the lead does not have
 * @param isMet whether the lead meets the rule of an index already, by another field
 * @param gain hundredths of a point that so many more in a group would bring, within all caps
 */
export function askNext(
	questions: readonly Question[],
	missing: readonly string[],
	isMet: (rule: number) => boolean,
	gain: (most: number, group: string | null) => number,
): AskNext | null {
	let best = 0;
	let field: string | undefined;
	for (const question of questions) {
		if (question.most <= best || !missing.includes(question.field)) continue;
		const points = gain(question.most, question.group);
		if (points <= best || isMet(question.rule)) continue;
		best = points;
		field = question.field;
	}
	return field === undefined ? null : { field, points: best / 100 };
}
