import type { INodeProperties } from 'n8n-workflow';

import { forgetProperties } from '../shared/memory/forgetProperties';
import { memoryProperties } from '../shared/memory/memoryProperties';
import {
	asOfOption,
	dateFormatOption,
	disableDotNotationOption,
	inAlphabeticalOrder,
	onBadDataOption,
	outputFieldOption,
} from '../shared/runOptions';
import { scoreOptions } from './form/scoreOptions';
import { scoreProperties } from './form/scoreProperties';
import { optionsShownFor, shownFor } from './form/shownFor';
import { learnOptions, learnProperties } from './learning/learnProperties';

/** How the model is called, made or used. */
const modelNameOptions: INodeProperties[] = [
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
];

/** What the user sets in the node, in the order of the form. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Forget Customer',
				value: 'forget',
				action: 'Forget customer',
				description: 'Remove all that the memory holds of the customers of the items',
			},
			{
				name: 'Learn Model',
				value: 'learn',
				action: 'Learn model from past leads',
				description: 'Find out from past leads and what became of them what points to give',
			},
			{
				name: 'Score Leads',
				value: 'score',
				action: 'Score leads',
				description: 'Give each lead its points, grade and band',
			},
		],
		default: 'score',
	},
	...shownFor(['score'], scoreProperties),
	...shownFor(['learn'], learnProperties),
	...shownFor(['forget'], forgetProperties),
	...shownFor(['score', 'forget'], memoryProperties),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: inAlphabeticalOrder([
			...optionsShownFor(
				['score'],
				[
					...scoreOptions,
					asOfOption,
					dateFormatOption,
					onBadDataOption('Leave the rule out for that lead and tell how many there were and why'),
					outputFieldOption('leadScore'),
				],
			),
			...optionsShownFor(['learn'], learnOptions),
			disableDotNotationOption,
			...optionsShownFor(['learn', 'score'], modelNameOptions),
		]),
	},
];
