import { plainName } from '../FieldIndex';
import type { Attribute, RecognisedAttribute } from '../attributes';
import { DECISION_ROLES, DEPARTMENTS, MAIL_KINDS, SECTORS, SENIORITIES } from './recognised';

/** What each attribute can be that is recognised by tables. */
export const RECOGNISED_VALUES: Readonly<Record<RecognisedAttribute, readonly string[]>> =
	Object.freeze({
		decisionRole: DECISION_ROLES,
		department: DEPARTMENTS,
		mailKind: MAIL_KINDS,
		sector: SECTORS,
		seniority: SENIORITIES,
	});

export function isRecognised(attribute: Attribute): attribute is RecognisedAttribute {
	return attribute in RECOGNISED_VALUES;
}

/**
 * The permanent name of a value as people write it; undefined for what the attribute can never be.
 *
 * @example
 * recognisedValue('seniority', 'C-Level') //=> 'cLevel'
 */
export function recognisedValue(attribute: RecognisedAttribute, text: string): string | undefined {
	return RECOGNISED_VALUES[attribute].find((one) => plainName(one) === plainName(text));
}
