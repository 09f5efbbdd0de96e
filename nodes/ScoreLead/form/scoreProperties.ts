import type { INodeProperties } from 'n8n-workflow';

import { TEMPLATES, TEMPLATE_NAMES } from '../../core/lead/templates/templates';
import { attributeFieldsProperty } from '../../shared/attributes/attributeFields';
import { bandRulesProperty, groupsProperty, rulesProperty } from './rulesProperty';
import { templateChoicesProperty } from './templateChoices';

function shownForModels(sources: string[], properties: INodeProperties[]): INodeProperties[] {
	return properties.map((property) => ({
		...property,
		displayOptions: { show: { modelSource: sources } },
	}));
}

/** What is set to score leads, in the order of the form. */
export const scoreProperties: INodeProperties[] = [
	{
		displayName: 'Input Contains',
		name: 'inputShape',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Activities',
				value: 'activities',
				description:
					'One item per activity; those of the same lead are brought together, with records of the lead itself beside them. With a Memory, one new activity is enough, but fit needs the fields of the lead in the item.',
			},
			{
				name: 'Leads',
				value: 'leads',
				description: 'One item per lead, with what it did as numbers and dates, if at all',
			},
			{
				name: 'Leads With Their Activities',
				value: 'activityLists',
				description: 'One item per lead with a list of activities in it',
			},
		],
		default: 'leads',
		description: 'What one incoming item stands for',
	},
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
		displayName: 'Activity List Field',
		name: 'activityListField',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { inputShape: ['activityLists'] } },
		default: 'activities',
		placeholder: 'e.g. activities',
		description: 'The field of each lead that holds the list of its activities',
	},
	{
		displayName: 'Activity Type Field',
		name: 'activityTypeField',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { inputShape: ['activityLists', 'activities'] } },
		default: 'type',
		placeholder: 'e.g. event',
		description: 'The field of an activity that tells what happened, e.g. demo or page_view',
	},
	{
		displayName: 'Activity Date Field',
		name: 'activityDateField',
		type: 'string',
		requiresDataPath: 'single',
		displayOptions: { show: { inputShape: ['activityLists', 'activities'] } },
		default: 'date',
		placeholder: 'e.g. occurredAt',
		description:
			'The field of an activity with its date and time. Where it is left empty, nothing fades and days are not told apart.',
	},
	{
		displayName: 'Model From',
		name: 'modelSource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'JSON', value: 'json', description: 'A model of another node, or a learned one' },
			{
				name: 'Rules Below',
				value: 'form',
				description: 'Rules, groups and band rules that are set in this node',
			},
			{
				name: 'Second Input',
				value: 'table',
				description: 'Rows of a sheet, one a rule, at the input Model',
			},
			{
				name: 'Template',
				value: 'template',
				description: 'A ready model that you fit to your market, with rules of your own beside it',
			},
		],
		default: 'form',
		description: 'Where the rules come from that bring points',
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { modelSource: ['template'] } },
		options: TEMPLATE_NAMES.map((value) => {
			const { label, description } = TEMPLATES[value];
			return { name: label, value, description };
		}),
		default: 'b2bLeads',
		description: 'The kind of leads you have',
	},
	{
		displayName:
			'The template finds company size, job title and the like by their usual names in the items of your CRM, shop or form. Set Output to Model as JSON to see all of its rules.',
		name: 'templateNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { modelSource: ['template'] } },
	},
	...shownForModels(['template'], [templateChoicesProperty]),
	{
		displayName: 'Model',
		name: 'modelJson',
		type: 'json',
		displayOptions: { show: { modelSource: ['json'] } },
		default: '',
		placeholder: 'e.g. { "rules": [ … ] }',
		description:
			'What a Score Lead node gave with Output set to Model as JSON, or with the operation Learn Model',
	},
	{
		displayName:
			'Each row is a condition with its points: columns such as Rule, Field, Operator, Value, Points, Group, Decay and Cap. Rows with the same rule name are one rule with several conditions.',
		name: 'tableNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { modelSource: ['table'] } },
	},
	...shownForModels(['form', 'template'], [rulesProperty]),
	...shownForModels(['form'], [groupsProperty]),
	...shownForModels(['form', 'template'], [bandRulesProperty]),
	attributeFieldsProperty,
	{
		displayName: 'Output',
		name: 'output',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'All Leads', value: 'all', description: 'One item per lead' },
			{
				name: 'Changed Leads',
				value: 'changed',
				description:
					'Only leads whose band differs from that of last time, as Memory or Previous Band Field tells it, or who have none yet',
			},
			{
				name: 'Model as JSON',
				value: 'model',
				description: 'One item with the model, to paste under Model in another workflow',
			},
			{
				name: 'Model as Table',
				value: 'table',
				description: 'The rules of the model, one item a row, to keep in a sheet for Second Input',
			},
		],
		default: 'all',
		description: 'What leaves the node',
	},
];
