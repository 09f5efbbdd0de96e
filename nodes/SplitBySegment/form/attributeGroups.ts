import type { INodeProperties } from 'n8n-workflow';

import { conditionsProperty } from '../../shared/conditionsProperty';
import { rowProperties } from '../../shared/attributes/rows/rowProperties';

const groupFields: INodeProperties[] = [
	{
		displayName: 'Combine Rows',
		name: 'combine',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All', value: 'all', description: 'Each row of the group has to be met' },
			{ name: 'Any', value: 'any', description: 'One row of the group is enough' },
		],
		default: 'all',
		description: 'How the rows of the group, and its conditions as one of them, go together',
	},
	{
		displayName: 'Rows',
		name: 'rows',
		type: 'fixedCollection',
		placeholder: 'Add Row',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		description: 'Comparisons of attributes, fields and numbers of events',
		options: [{ name: 'values', displayName: 'Row', values: rowProperties }],
	},
	{
		...conditionsProperty,
		displayName: 'Group Conditions',
		description: 'Rows of the usual kind that belong to the group',
	},
];

/** Groups of rows beside the condition rows of a segment, and how they go together. */
export const attributeGroupFields: INodeProperties[] = [
	{
		displayName: 'Attribute Groups',
		name: 'attributeGroups',
		type: 'fixedCollection',
		placeholder: 'Add Group',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		description:
			'Who belongs to the segment by age, place, days since, numbers of events and the like, whatever the system the items come from',
		options: [{ name: 'values', displayName: 'Group', values: groupFields }],
	},
	{
		displayName: 'Combine Groups',
		name: 'combineGroups',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All', value: 'all', description: 'The conditions and each group have to be met' },
			{ name: 'Any', value: 'any', description: 'The conditions or one of the groups are enough' },
		],
		default: 'all',
		description: 'How the conditions of the segment and its attribute groups go together',
	},
];
