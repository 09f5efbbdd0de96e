import { readAttribute, readFlag } from '../../core/attribute/readAttribute';
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
	/** Whether no other hint tells that it was recognised. */
	isUntold: boolean;
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
		const source = run.attributes.fieldOf(attribute);
		if (source) fields.set(attribute, consentField(run, attribute, source, false));
	}
	const missing = attributes.filter((attribute) => !fields.has(attribute));
	const late = lateFields(run.items, missing, ITEMS_LOOKED_AT);
	for (const attribute of missing) {
		const path = late.get(attribute);
		if (!path) continue;
		const read: ItemReader = (item) => readAlong(item.json, path);
		fields.set(attribute, consentField(run, attribute, { name: fieldPathOf(path), read }, true));
	}
	if (attributes.includes('consent') && !fields.has('consent')) {
		const newsletter = newsletterField(run);
		if (newsletter) fields.set('consent', newsletter);
	}
	return fields;
}

/** The field that tells of whole persons that they must not be contacted; undefined where there is none. */
export function recogniseOptOutOfAll(run: SplitRun): ConsentField | undefined {
	return quietField(run, 'unsubscribed', ['doNotContact']);
}

/** Who does not take the newsletter did not agree to get mails, where nothing else tells of it. */
function newsletterField(run: SplitRun): ConsentField | undefined {
	const names = ATTRIBUTE_NAMES.newsletter.fields.filter((name) => typeof name === 'string');
	return quietField(run, 'newsletter', names);
}

/** A field under one of the names; what cannot be read of it counts as not known, and fails no item. */
function quietField(
	run: SplitRun,
	attribute: 'newsletter' | 'unsubscribed',
	names: readonly string[],
): ConsentField | undefined {
	const field = run.finder.find(ATTRIBUTE_NAMES[attribute].label, names);
	if (!field) return undefined;
	return {
		name: field.name,
		isUntold: true,
		read: (item, itemIndex) => {
			const reading = readFlag(field.read(item, itemIndex), attribute);
			return reading.ok ? reading.value : undefined;
		},
	};
}

/**
 * A field of the source that is read for consent alone: what cannot be read of it counts as not known
 * and is told in a hint, as nobody asked for the field.
 */
function consentField(
	run: SplitRun,
	attribute: ConsentAttribute,
	source: Pick<ItemField, 'name' | 'read'>,
	isUntold: boolean,
): ConsentField {
	const { label } = ATTRIBUTE_NAMES[attribute];
	const field: ItemField = { ...source, label, isOfSource: true };
	const reader = consentReader(run, attribute);
	return {
		name: source.name,
		isUntold,
		read: (_item, itemIndex) => run.facts.by(field, itemIndex, reader),
	};
}
