import type { INodeProperties } from 'n8n-workflow';

import { conditionsProperty } from '../shared/conditionsProperty';
import {
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	{
		displayName:
			'Wires stay with the number of an output. Add new segments at the end, and switch a segment off instead of removing it: after a segment is removed or moved, check where each wire goes.',
		name: 'orderNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { outputMode: ['perSegment'] } },
	},
	{
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
		options: [
			{
				name: 'values',
				displayName: 'Segment',
				values: [
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
					{
						displayName: 'Campaign',
						name: 'campaign',
						type: 'string',
						default: '',
						placeholder: 'e.g. vip-thanks',
						description: 'The campaign for this segment; travels with the item',
					},
					{
						displayName: 'Channel',
						name: 'channel',
						type: 'options',
						options: [
							{ name: 'Ads', value: 'ads' },
							{ name: 'E-Mail', value: 'email' },
							{ name: 'None', value: 'none' },
							{ name: 'Phone', value: 'phone' },
							{ name: 'Post', value: 'post' },
							{ name: 'SMS', value: 'sms' },
							{ name: 'Telegram', value: 'telegram' },
						],
						default: 'none',
						description: 'The medium that reaches this segment best; travels with the item',
					},
					{
						displayName: 'Enabled',
						name: 'enabled',
						type: 'boolean',
						default: true,
						description:
							'Whether the segment takes items; switched off, it keeps its output and takes none',
					},
				],
			},
		],
	},
	{
		displayName: 'When Several Match',
		name: 'matching',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'First Segment Only', value: 'first', description: 'Each person gets one message' },
			{
				name: 'All Segments',
				value: 'all',
				description: 'The item goes to every segment it belongs to',
			},
		],
		default: 'first',
		description: 'What to do with an item that meets the conditions of several segments',
	},
	{
		displayName: 'Outputs',
		name: 'outputMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'One per Segment',
				value: 'perSegment',
				description: 'Everyone Else first, then the segments in their order',
			},
			{
				name: 'Single',
				value: 'single',
				description: 'All items in one output, each with its segment',
			},
		],
		default: 'perSegment',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: inAlphabeticalOrder([
			disableDotNotationOption,
			onBadDataOption('Take the condition as not met and tell how many there were and why'),
			outputFieldOption('segment'),
			{
				displayName: 'Everyone Else Name',
				name: 'everyoneElseName',
				type: 'string',
				noDataExpression: true,
				default: 'Everyone Else',
				description: 'How the group of those who belong to no segment is called',
			},
			{
				displayName: 'Leave the Lost in Peace',
				name: 'leaveLostInPeace',
				type: 'boolean',
				default: true,
				description:
					'Whether lost customers (lifecycle.stage or lapse.status is lost) are marked as not to be contacted',
			},
			{
				displayName: 'Previous Segment Field',
				name: 'previousSegmentField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. crm.segment',
				description: 'The field with the segment of last time, so that the result tells who moved',
			},
			{
				displayName: 'Unsubscribed Field',
				name: 'unsubscribedField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. unsubscribed',
				description:
					'The field that is true for people who must not be contacted; they are marked, not removed',
			},
		]),
	},
];
