import type { INodeProperties } from 'n8n-workflow';

import {
	attributeFieldsProperty,
	recognitionTablesOption,
} from '../shared/attributes/attributeFields';
import { attributeOptions } from '../shared/attributes/attributeOptions';
import {
	asOfOption,
	dateFormatOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';
import { confirmProperties } from '../shared/memory/confirmProperties';
import { forgetProperties } from '../shared/memory/forgetProperties';
import { memoryProperties } from '../shared/memory/memoryProperties';
import { shownWhere } from '../shared/shownWhere';
import { capacityOptions } from './form/capacityOptions';
import { leaveAloneOptions } from './form/leaveAloneOptions';
import { operationProperty } from './form/operationProperty';
import { rememberingProperties } from './form/rememberingProperties';
import { reportProperties } from './form/reportProperties';
import { schemeProperties } from './form/schemeProperties';

/** What is set for splitting, before what is remembered. */
const splitProperties: INodeProperties[] = [
	{
		displayName:
			'Wires stay with the number of an output. Add new segments at the end, and switch a segment off instead of removing it: after a segment is removed or moved, or the output for the suppressed or for the report is switched on or off, check where each wire goes.',
		name: 'orderNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { outputMode: ['perSegment'] } },
	},
	...schemeProperties,
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
		description: 'What to do with an item that belongs to several segments',
		displayOptions: { show: { scheme: ['campaign', 'conditions', 'fieldValue'] } },
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
		displayName: 'Output for the Suppressed',
		name: 'suppressedOutput',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether those who must not be contacted leave on an output of their own, behind Everyone Else. Switch it on before wiring: it stands before the segments and moves their wires.',
	},
	{
		displayName: 'Output for the Report',
		name: 'reportOutput',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether a report leaves on an output of its own: one item for each segment. Switch it on before wiring: it stands before the segments and moves their wires.',
	},
	{
		displayName: 'Leave Alone',
		name: 'leaveAlone',
		type: 'collection',
		placeholder: 'Add reason',
		default: {},
		description:
			'Who is marked as not to be contacted; they keep their segment, with the reason. Without anything added: who unsubscribed or refused, the lost and the disqualified, and seasonal customers until their season.',
		options: inAlphabeticalOrder(leaveAloneOptions),
	},
	...reportProperties,
	attributeFieldsProperty,
];

/** What can be set for splitting beside. */
const splitOptions: INodeProperties[] = [
	dateFormatOption,
	recognitionTablesOption,
	...attributeOptions,
	onBadDataOption('Take the condition as not met and tell how many there were and why'),
	outputFieldOption('segment'),
	...capacityOptions,
	{
		displayName: 'Everyone Else Name',
		name: 'everyoneElseName',
		type: 'string',
		noDataExpression: true,
		default: 'Everyone Else',
		description: 'How the group of those who belong to no segment is called',
	},
	{
		displayName: 'Previous Segment Field',
		name: 'previousSegmentField',
		type: 'string',
		requiresDataPath: 'single',
		default: '',
		placeholder: 'e.g. crm.segment',
		description:
			'The field with the segment of last time, so that the result tells who moved; goes before what the memory knows',
	},
];

const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: inAlphabeticalOrder([
		...shownWhere('/operation', ['confirm', 'split'], [asOfOption]),
		...shownWhere('/operation', ['forget', 'split'], [disableDotNotationOption]),
		...shownWhere('/operation', ['split'], splitOptions),
	]),
};

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	operationProperty,
	...shownWhere('operation', ['split'], splitProperties),
	...memoryProperties,
	...shownWhere('operation', ['split'], rememberingProperties),
	...shownWhere('operation', ['confirm'], confirmProperties),
	...shownWhere('operation', ['forget'], forgetProperties),
	optionsProperty,
];
