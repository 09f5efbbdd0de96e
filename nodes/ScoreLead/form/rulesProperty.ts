import type { INodeProperties } from 'n8n-workflow';

import { conditionsProperty } from '../../shared/conditionsProperty';
import { inAlphabeticalOrder } from '../../shared/runOptions';
import { attributeChoices } from '../../shared/attributes/attributeChoices';
import { decayProperties } from './decayProperties';

const ruleOptions: INodeProperties = {
	displayName: 'Rule Options',
	name: 'more',
	type: 'collection',
	placeholder: 'Add rule option',
	default: {},
	options: inAlphabeticalOrder([
		{
			displayName: 'Date Field',
			name: 'dateField',
			type: 'string',
			requiresDataPath: 'single',
			default: '',
			placeholder: 'e.g. lastVisitAt',
			description:
				'The field with the date when it happened, from which decay counts; activities have their own',
		},
		{
			displayName: 'First Time Only',
			name: 'firstTimeOnly',
			type: 'boolean',
			default: false,
			description:
				'Whether only the first activity counts, with its own age; for rules that count activities',
		},
		{
			displayName: 'Group',
			name: 'group',
			type: 'string',
			default: '',
			placeholder: 'e.g. Company',
			description:
				'The group of the rule, which can have a cap and a decay under Groups; all of its rules are of fit, or all of engagement',
		},
		{
			displayName: 'Points At Most',
			name: 'pointsAtMost',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description: 'Most points that the rule can bring or take away; 0 for no limit',
		},
		{
			displayName: 'Times a Day At Most',
			name: 'timesADay',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How many activities of one day count; 0 for no limit; for rules that count activities',
		},
		{
			displayName: 'Times At Most',
			name: 'timesAtMost',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 0,
			description:
				'How often it counts in all, the newest first; 0 for no limit; for rules that count activities or a counter',
		},
	]),
};

/** A rule, in the order in which one fills it in. */
const ruleFields: INodeProperties[] = [
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
		displayName: 'What Counts',
		name: 'counts',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Activities',
				value: 'activities',
				description: 'The points for each activity, e.g. each page view; see Input Contains',
			},
			{
				name: 'Attribute',
				value: 'attribute',
				description:
					'The points once, by what is recognised whatever the system: seniority, sector, company size, kind of mailbox',
			},
			{
				name: 'Conditions',
				value: 'conditions',
				description: 'The points once, where the conditions are met',
			},
			{
				name: 'Counter',
				value: 'counter',
				description: 'The points for each of a number in a field, e.g. 5 a page view',
			},
		],
		default: 'conditions',
	},
	{
		displayName: 'Activity Types',
		name: 'activityTypes',
		type: 'string',
		displayOptions: { show: { counts: ['activities'] } },
		default: '',
		placeholder: 'e.g. demo, page_view',
		description:
			'Types of activities that count, with commas between; any type where left empty. Letter case, spaces, underscores and hyphens do not matter.',
	},
	{
		displayName: 'Counter Field',
		name: 'counterField',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { counts: ['counter'] } },
		default: '',
		placeholder: 'e.g. pageViews',
		description: 'The field with the number that counts',
	},
	{
		displayName: 'Attribute',
		name: 'attribute',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { counts: ['attribute'] } },
		options: attributeChoices,
		default: 'seniority',
		description: 'What is compared; Attribute Fields tells from which field it comes',
	},
	{
		displayName: 'Comparison',
		name: 'comparison',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { counts: ['attribute'] } },
		options: [
			{ name: 'At Least', value: 'gte', description: 'A number or date that is reached' },
			{ name: 'At Most', value: 'lte', description: 'A number or date that is not exceeded' },
			{
				name: 'Contains Any',
				value: 'containsAny',
				description: 'One of several texts stands in it, or in one of its tags',
			},
			{ name: 'Is Given', value: 'notEmpty', description: 'It is there, whatever it is' },
			{ name: 'Is One Of', value: 'oneOf', description: 'It is one of several texts' },
			{ name: 'Is True', value: 'true', description: 'Yes, a date or a number above zero' },
		],
		default: 'oneOf',
	},
	{
		displayName: 'Compared With',
		name: 'comparedWith',
		type: 'string',
		displayOptions: {
			show: { counts: ['attribute'], comparison: ['gte', 'lte', 'containsAny', 'oneOf'] },
		},
		default: '',
		placeholder: 'e.g. cLevel, director',
		description: 'A number, a date as year-month-day, or texts with commas between',
	},
	{
		...conditionsProperty,
		displayOptions: { show: { counts: ['activities', 'conditions', 'counter'] } },
		description:
			'When the rule gives its points. Those of activities may ask for fields of the activity, which come first, and of the lead.',
	},
	{
		displayName: 'Points',
		name: 'points',
		type: 'number',
		default: 10,
		description:
			'What the rule brings, each time where it counts times; below zero to take points away',
	},
	...decayProperties({
		name: 'As for Its Group',
		description:
			'The decay of its group; without one Engagement Decay in Options for engagement, and none for fit',
	}),
	ruleOptions,
];

/** What brings points, one row a rule. */
export const rulesProperty: INodeProperties = {
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
			values: ruleFields,
		},
	],
};

/** Groups of rules with a cap and a decay in common. */
export const groupsProperty: INodeProperties = {
	displayName: 'Groups',
	name: 'groups',
	type: 'fixedCollection',
	placeholder: 'Add Group',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	default: {},
	description: 'Caps and decay for rules of one group, which is named in Rule Options',
	options: [
		{
			name: 'values',
			displayName: 'Group',
			values: [
				{
					displayName: 'Group Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Company',
					description: 'The name that rules have under Group in Rule Options',
				},
				{
					displayName: 'Points At Most',
					name: 'pointsAtMost',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 0,
					description: 'Most points that the rules of the group can bring together; 0 for no limit',
				},
				...decayProperties({
					name: 'As in Options',
					description: 'Engagement Decay in Options for engagement, and none for fit',
				}),
			],
		},
	],
};

/** What sets the band whatever the points. */
export const bandRulesProperty: INodeProperties = {
	displayName: 'Band Rules',
	name: 'bandRules',
	type: 'fixedCollection',
	placeholder: 'Add Band Rule',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	default: {},
	description:
		'What sets the band whatever the points, such as a competitor, no consent or a bounced address. The first that is met decides.',
	options: [
		{
			name: 'values',
			displayName: 'Band Rule',
			values: [
				{
					displayName: 'Rule Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. Competitor',
					description: 'How the rule is called where it set the band',
				},
				{
					displayName: 'Band',
					name: 'band',
					type: 'options',
					options: [
						{ name: 'Cold', value: 'cold', description: 'Disqualified, however many points' },
						{ name: 'Hot', value: 'hot', description: 'To be called, however few points' },
						{ name: 'Warm', value: 'warm', description: 'Neither' },
					],
					default: 'cold',
				},
				{ ...conditionsProperty, description: 'When the rule sets the band' },
			],
		},
	],
};
