import type { INodePropertyOptions } from 'n8n-workflow';

import { ATTRIBUTE_NAMES } from '../../core/attribute/attributeNames';
import { DERIVED_NAMES } from '../../core/attribute/derived/derivedNames';
import { MAPPED_ATTRIBUTES, type RecognisedAttribute } from '../../core/attribute/attributes';
import {
	DECISION_ROLES,
	DEPARTMENTS,
	MAIL_KINDS,
	SECTORS,
	SENIORITIES,
} from '../../core/attribute/recognition/recognised';

function byLabel(choices: INodePropertyOptions[]): INodePropertyOptions[] {
	return [...choices].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Attributes that a field of the items holds. */
export const mappedAttributeChoices: INodePropertyOptions[] = byLabel(
	MAPPED_ATTRIBUTES.map((value) => {
		const { label, description } = ATTRIBUTE_NAMES[value];
		return { name: label, value, description };
	}),
);

const RECOGNISED: Readonly<Record<RecognisedAttribute, { name: string; description: string }>> =
	Object.freeze({
		decisionRole: {
			name: 'Role in the Decision',
			description: `From the job title: ${DECISION_ROLES.join(', ')}`,
		},
		department: {
			name: 'Department',
			description: `From the job title: ${DEPARTMENTS.join(', ')}`,
		},
		mailKind: {
			name: 'Kind of Mailbox',
			description: `From the e-mail address: ${MAIL_KINDS.join(', ')}`,
		},
		sector: {
			name: 'Sector',
			description: `From the industry, NACE or SIC code: ${SECTORS.join(', ')}`,
		},
		seniority: {
			name: 'Seniority',
			description: `From the job title: ${SENIORITIES.join(', ')}`,
		},
	});

/** All attributes, also those that are recognised or worked out from others. */
export const attributeChoices: INodePropertyOptions[] = byLabel([
	...mappedAttributeChoices,
	...Object.entries(RECOGNISED).map(([value, texts]) => ({ value, ...texts })),
	...Object.entries(DERIVED_NAMES).map(([value, { label, description }]) => ({
		name: label,
		value,
		description,
	})),
]);
