import { readAttribute } from '../../core/attribute/readAttribute';
import { ATTRIBUTE_NAMES } from '../../core/attribute/attributeNames';
import { fieldPathOf, readAlong } from '../../core/reading/fieldPath';
import type { Reading } from '../../core/reading/Reading';
import { lateFields } from '../../core/segment/leaveAlone/lateFields';
import { ITEMS_LOOKED_AT } from '../../shared/attributes/AttributeValues';
import type { ItemField, ItemReader } from '../../shared/NodeParameters';
import type { SplitRun } from '../schemes/Scheme';

/** What tells of people whether they may be contacted. */
export const CONSENT_ATTRIBUTES = ['unsubscribed', 'consent', 'bounced', 'smsConsent'] as const;

export type ConsentAttribute = (typeof CONSENT_ATTRIBUTES)[number];

/** A field that tells it; nothing where it is not known of a person. */
export interface ConsentField {
	name: string;
	/** Whether it was found only behind the items in which attributes are looked for. */
	isLate: boolean;
	read: ItemReader;
}

/** Reads what a consent field says, with the words of the usual systems. */
export function consentReader(run: SplitRun, attribute: ConsentAttribute) {
	const dates = { zone: run.zone, order: run.dateOrder };
	return (value: unknown) => readAttribute(attribute, value, dates) as Reading<boolean>;
}

/** The fields by which consent is recognised, wherever in the items they first appear. */
export function recogniseConsent(
	run: SplitRun,
	attributes: readonly ConsentAttribute[],
): ReadonlyMap<ConsentAttribute, ConsentField> {
	const fields = new Map<ConsentAttribute, ConsentField>();
	for (const attribute of attributes) {
		const operand = run.attributes.operandIfFound(attribute);
		if (operand) fields.set(attribute, { name: operand.name, isLate: false, read: operand.read });
	}
	const missing = attributes.filter((attribute) => !fields.has(attribute));
	const late = lateFields(run.items, missing, ITEMS_LOOKED_AT);
	for (const attribute of missing) {
		const path = late.get(attribute);
		if (path) fields.set(attribute, lateField(run, attribute, path));
	}
	return fields;
}

function lateField(run: SplitRun, attribute: ConsentAttribute, path: string[]): ConsentField {
	const name = fieldPathOf(path);
	const field: ItemField = {
		label: ATTRIBUTE_NAMES[attribute].label,
		name,
		read: (item) => readAlong(item.json, path),
		isOfSource: true,
	};
	const reader = consentReader(run, attribute);
	return { name, isLate: true, read: (_item, itemIndex) => run.facts.by(field, itemIndex, reader) };
}
