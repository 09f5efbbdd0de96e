import type { INodeProperties } from 'n8n-workflow';
import { z } from 'zod';

import { MAPPED_ATTRIBUTES, type MappedAttribute } from '../../core/attribute/attributes';
import {
	checkRecognitionTables,
	type RecognitionTables,
} from '../../core/attribute/recognition/RecognitionTables';
import type { ItemField, NodeParameters } from '../NodeParameters';
import { mappedAttributeChoices } from './attributeChoices';

/** Where attributes are found that are not under one of their usual names. */
export const attributeFieldsProperty: INodeProperties = {
	displayName: 'Attribute Fields',
	name: 'attributeFields',
	type: 'fixedCollection',
	placeholder: 'Add Attribute Field',
	typeOptions: {
		multipleValues: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.attribute }}' },
	},
	default: {},
	description:
		'Where attributes of leads are found that are not under one of their usual names; a hint beside the output tells which fields were recognised',
	options: [
		{
			name: 'values',
			displayName: 'Attribute Field',
			values: [
				{
					displayName: 'Attribute',
					name: 'attribute',
					type: 'options',
					noDataExpression: true,
					options: mappedAttributeChoices,
					default: 'jobTitle',
				},
				{
					displayName: 'Field',
					name: 'sourceField',
					type: 'string',
					requiresDataPath: 'single',
					default: '',
					placeholder: 'e.g. position',
					description: 'The field of the items that holds it',
				},
			],
		},
	],
};

/** Entries of the user beside the built-in tables. */
export const recognitionTablesOption: INodeProperties = {
	displayName: 'Recognition Tables',
	name: 'recognitionTables',
	type: 'json',
	default: '',
	placeholder: 'e.g. { "freeMailDomains": ["mail.example"] }',
	description:
		'Your own entries for titles, sectors and mail domains as JSON, which come before the built-in ones',
};

/** The fields that the user named for attributes. */
export function readAttributeFields(parameters: NodeParameters): Map<MappedAttribute, ItemField> {
	const rows = parameters.constant('attributeFields.values', z.array(z.unknown()).default([]));
	return new Map(
		rows.flatMap((_row, i): Array<[MappedAttribute, ItemField]> => {
			const path = `attributeFields.values[${i}]`;
			const attribute = parameters.constant(
				`${path}.attribute`,
				z.enum(MAPPED_ATTRIBUTES).default('jobTitle'),
			);
			const field = parameters.field(`${path}.sourceField`);
			return field ? [[attribute, field]] : [];
		}),
	);
}

/** The user's own recognition tables, checked. */
export function readRecognitionTables(parameters: NodeParameters): RecognitionTables {
	const tables = parameters.json(
		'options.recognitionTables',
		'Write it as JSON, e.g. { "freeMailDomains": ["mail.example"] }',
	);
	return parameters.withDomainFaults(() =>
		checkRecognitionTables(tables ?? {}, parameters.labelOf('options.recognitionTables')),
	);
}
