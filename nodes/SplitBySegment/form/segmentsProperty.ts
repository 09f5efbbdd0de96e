import type { INodeProperties } from 'n8n-workflow';

import { conditionsProperty } from '../../shared/conditionsProperty';
import { attributeGroupFields } from './attributeGroups';
import { campaignFields } from './campaignFields';

const segmentFields: INodeProperties[] = [
	{
		displayName: 'Segment Name',
		name: 'name',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. Advocates',
		description: 'How the segment and its output are called',
	},
	{
		...conditionsProperty,
		description: 'Who belongs to the segment',
	},
	...attributeGroupFields,
	...campaignFields,
];

/** Segments by conditions, one row each. */
export const segmentsProperty: INodeProperties = {
	displayName: 'Segments',
	name: 'segments',
	type: 'fixedCollection',
	placeholder: 'Add Segment',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	default: {
		values: [{ name: 'Segment 1', conditions: {}, campaign: '', channel: 'none', enabled: true }],
	},
	description: 'The groups, the most important first; up to 20',
	options: [{ name: 'values', displayName: 'Segment', values: segmentFields }],
};
