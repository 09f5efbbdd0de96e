import type { INodeProperties } from 'n8n-workflow';

import { conditionsProperty } from '../shared/conditionsProperty';
import {
	asOfOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Lead Field',
		name: 'leadField',
		type: 'string',
		requiresDataPath: 'single',
		default: 'email',
		placeholder: 'e.g. contact.email',
		hint: 'Drag the field in from the input panel, or type its name',
		description: 'The field that tells who the lead is: an ID or an e-mail address',
	},
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		placeholder: 'Add Rule',
		typeOptions: {
			multipleValues: true,
			sortable: true,
			fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
		},
		default: { values: [{ name: '', category: 'fit', points: 10, conditions: {} }] },
		description: 'What brings points. Fit is who the lead is, engagement is what the lead does.',
		options: [
			{
				name: 'values',
				displayName: 'Rule',
				values: [
					{
						displayName: 'Rule Name',
						name: 'name',
						type: 'string',
						default: '',
						placeholder: 'e.g. Company with 50 employees or more',
						description: 'How the rule is called in the reasons of a score',
					},
					{
						displayName: 'Category',
						name: 'category',
						type: 'options',
						noDataExpression: true,
						options: [
							{
								name: 'Engagement',
								value: 'engagement',
								description: 'What the lead does: opens, visits, asks for a demo',
							},
							{
								name: 'Fit',
								value: 'fit',
								description: 'Who the lead is: industry, size, post, place',
							},
						],
						default: 'fit',
					},
					{
						...conditionsProperty,
						description: 'When the rule gives its points',
					},
					{
						displayName: 'Points',
						name: 'points',
						type: 'number',
						default: 10,
						description:
							'What the rule brings when its conditions are met; below zero to take points away',
					},
				],
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: inAlphabeticalOrder([
			asOfOption,
			disableDotNotationOption,
			onBadDataOption('Leave the rule out for that lead and tell how many there were and why'),
			outputFieldOption('leadScore'),
			{
				displayName: 'Engagement Points At Most',
				name: 'engagementMax',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 50,
				description:
					'Cap of the points that engagement can bring; without it, all that the rules add up to',
			},
			{
				displayName: 'Fit Points At Most',
				name: 'fitMax',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 50,
				description:
					'Cap of the points that fit can bring; without it, all that the rules add up to',
			},
			{
				displayName: 'Hot From (% of Maximum)',
				name: 'hotFrom',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 70,
				description: 'Share of the maximum score from which a lead is hot',
			},
			{
				displayName: 'Model Name',
				name: 'modelName',
				type: 'string',
				default: '',
				placeholder: 'e.g. B2B leads',
				description: 'A name that travels with the result, to tell by which model it was made',
			},
			{
				displayName: 'Model Version',
				name: 'modelVersion',
				type: 'string',
				default: '',
				placeholder: 'e.g. 3',
				description: 'A version that travels with the result',
			},
			{
				displayName: 'Previous Band Field',
				name: 'previousBandField',
				type: 'string',
				requiresDataPath: 'single',
				default: '',
				placeholder: 'e.g. crm.lead_band',
				description:
					'The field with the band of last time (hot, warm or cold), so that the result tells who moved',
			},
			{
				displayName: 'Warm From (% of Maximum)',
				name: 'warmFrom',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100 },
				default: 40,
				description: 'Share of the maximum score from which a lead is warm',
			},
		]),
	},
];
