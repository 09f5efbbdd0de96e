import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';

import type { LeadCondition, LeadModel, LeadRule } from './LeadModel';

/** Two of a hundred rules share one by chance in about one of a million models. */
const DIGITS = 8;

/** A rule that a record can meet: one that counts no activities, or one that sets the band. */
export type RecordRuleOfModel =
	| Exclude<LeadRule, { counts: 'activities' }>
	| LeadModel['bandRules'][number];

function asked({
	field,
	attribute,
	expression,
	type,
	rightType,
	operator,
	value,
}: LeadCondition): unknown {
	return [field, attribute, expression, type, rightType, operator, value];
}

/**
 * What a rule is known by, as far as it decides whether a record meets it and what it counts: eight
 * hexadecimal digits of the SHA-256 of that.
 *
 * Another name, other points, limits or fading leave it as it is; other conditions, another counter or
 * another date do not, so that nobody is taken to meet what they were never asked.
 */
export function ruleMark(rule: RecordRuleOfModel): string {
	const { match, caseSensitive, strictTypes, conditions } = rule;
	const what = [
		match,
		caseSensitive,
		strictTypes,
		conditions.map(asked),
		'counter' in rule ? [rule.counter.field, rule.counter.attribute] : null,
		'dateField' in rule ? rule.dateField : null,
	];
	return bytesToHex(sha256(JSON.stringify(what))).slice(0, DIGITS);
}
