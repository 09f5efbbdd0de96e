import type { INodeProperties } from 'n8n-workflow';

import { recognitionTablesOption } from '../../shared/attributes/attributeFields';
import { shownWhere } from '../../shared/shownWhere';
import { engagementDecayOptions } from './decayProperties';

/** Options of scoring that change the model, wherever it comes from. */
export const scoreOptions: INodeProperties[] = [
	...shownWhere(
		'/memory',
		['dataTable', 'workflow'],
		shownWhere(
			'/inputShape',
			['activities', 'activityLists'],
			[
				{
					displayName: 'Activity ID Field',
					name: 'activityIdField',
					type: 'string',
					requiresDataPath: 'single',
					default: '',
					placeholder: 'e.g. eventId',
					description:
						'The field of an activity that no other of its type has, so that the memory knows it when it comes again. Without it, activities are the same that have the same type and time.',
				},
			],
		),
	),
	...engagementDecayOptions,
	{
		displayName: 'Add What Is Recognised',
		name: 'addRecognised',
		type: 'boolean',
		default: false,
		description:
			'Whether to add the sector, seniority, department, role in the decision and kind of mailbox of each lead, to split by them',
	},
	{
		displayName: 'Band Margin (% of Maximum)',
		name: 'bandMargin',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 100 },
		default: 5,
		description:
			'How far a lead may fall below the limit of its last band and keep it, so that nobody flickers between two; needs a Memory or Previous Band Field',
	},
	{
		displayName: 'Engagement Grades From (%)',
		name: 'engagementGrades',
		type: 'string',
		default: '',
		placeholder: 'e.g. 75, 50, 25',
		description:
			'Percent of the maximum from which engagement has the grades 1, 2 and so on; one more grade than figures; thirds where left empty',
	},
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
		displayName: 'Fit Grades From (%)',
		name: 'fitGrades',
		type: 'string',
		default: '',
		placeholder: 'e.g. 75, 50, 25',
		description:
			'Percent of the maximum from which fit has the grades A, B and so on; one more grade than figures; thirds where left empty',
	},
	{
		displayName: 'Fit Points At Most',
		name: 'fitMax',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 50,
		description: 'Cap of the points that fit can bring; without it, all that the rules add up to',
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
		displayName: 'Inactive After (Days)',
		name: 'inactiveAfterDays',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 30,
		description:
			'Days without an activity after which points are taken off engagement; told by activities, or by Last Activity Field',
	},
	{
		displayName: 'Inactive Again Every (Days)',
		name: 'inactiveEveryDays',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Days after which points are taken off once more; 0 for only once',
	},
	{
		displayName: 'Inactivity Floor',
		name: 'inactivityFloor',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'Engagement points below which inactivity takes nothing off',
	},
	{
		displayName: 'Inactivity Points',
		name: 'inactivityPoints',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'Points that are taken off engagement; needs Inactive After',
	},
	{
		displayName: 'Last Activity Field',
		name: 'lastActivityField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. crm.lastActivityAt',
		description: 'The field with the date of the last activity, where activities do not come in',
	},
	{
		displayName: 'Previous Band Field',
		name: 'previousBandField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. crm.lead_band',
		description:
			'The field with the band of last time (hot, warm or cold), so that the result tells who moved. It comes before what the memory holds.',
	},
	recognitionTablesOption,
	{
		displayName: 'Score At Least',
		name: 'scoreAtLeast',
		type: 'number',
		default: 0,
		description: 'Lowest score; below zero where points may be taken away below zero',
	},
	{
		displayName: 'Score At Most',
		name: 'scoreAtMost',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 100,
		description: 'Highest score, where fit and engagement together could bring more',
	},
	{
		displayName: 'Warm From (% of Maximum)',
		name: 'warmFrom',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 40,
		description: 'Share of the maximum score from which a lead is warm',
	},
];
