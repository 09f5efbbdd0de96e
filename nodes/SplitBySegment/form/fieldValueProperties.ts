import type { INodeProperties } from 'n8n-workflow';

import { campaignFields } from './campaignFields';

const valueFields: INodeProperties[] = [
	{
		displayName: 'Value',
		name: 'value',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. DE, AT, CH',
		description: 'The value of this segment, or several with commas between',
	},
	{
		displayName: 'Segment Name',
		name: 'name',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. German-speaking',
		description: 'How the segment and its output are called; empty for the value',
	},
	...campaignFields,
];

/** One group for each value of a field. */
export const fieldValueProperties: INodeProperties[] = [
	{
		displayName: 'Value Field',
		name: 'valueField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. country',
		description:
			'The field whose value decides; it may hold a list, such as tags. Letter case does not count.',
	},
	{
		displayName: 'Values',
		name: 'fieldValues',
		type: 'fixedCollection',
		placeholder: 'Add Value',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			fixedCollection: {
				itemTitle: '={{ $collection.item.value.name || $collection.item.value.value }}',
			},
		},
		default: {},
		description:
			'The values that get an output of their own, in this order; without any, each value found in the items gets one',
		options: [{ name: 'values', displayName: 'Value', values: valueFields }],
	},
	{
		displayName: 'Other Values',
		name: 'otherValues',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'An Output for Each',
				value: 'outputs',
				description:
					'Values found in the items leave behind the listed ones, in alphabetical order; a new value moves those behind it',
			},
			{
				name: 'With Everyone Else',
				value: 'everyoneElse',
				description: 'Only listed values have an output',
			},
		],
		default: 'everyoneElse',
		description:
			'What becomes of values that are not listed; where no value is listed, each gets an output in any case',
	},
	{
		displayName: 'Outputs for Other Values',
		name: 'otherOutputs',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 1, maxValue: 20 },
		default: 5,
		description:
			'How many values that are not listed get an output, where they do; with the listed ones 20 at most',
	},
];
