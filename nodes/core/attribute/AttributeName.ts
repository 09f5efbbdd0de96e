import type { FieldIndex } from './FieldIndex';

/** How the values of an attribute are read, see `readAttribute`. */
export type AttributeKind =
	| 'text'
	| 'list'
	| 'flag'
	| 'count'
	| 'size'
	| 'amount'
	| 'percent'
	| 'scale'
	| 'date'
	| 'birthday';

/** A field name, or one that means the attribute only in records of a certain kind. */
export type UsualField = string | { name: string; where: (record: FieldIndex) => boolean };

/** What an attribute is called. */
export interface AttributeName {
	/** As the editor shows it. */
	label: string;
	description: string;
	kind: AttributeKind;
	/** What the field is called where it usually comes from, the best first. */
	fields: readonly UsualField[];
}

/** Whether a record has all of these fields. */
export function has(record: FieldIndex, ...names: string[]): boolean {
	return names.every((name) => record.find(name) !== undefined);
}
