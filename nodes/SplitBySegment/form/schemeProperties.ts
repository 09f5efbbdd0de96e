import type { INodeProperties } from 'n8n-workflow';

import { shownWhere } from '../../shared/shownWhere';
import { campaignWindowsProperty } from './campaignWindowsProperty';
import { fieldValueProperties } from './fieldValueProperties';
import { groupSettingsProperty } from './groupSettingsProperty';
import { rfmProperties } from './rfmProperties';
import { segmentsProperty } from './segmentsProperty';
import { tierProperties } from './tierProperties';

/** The ways of putting people into groups. Names are permanent. */
export const SCHEMES = [
	'campaign',
	'conditions',
	'fieldValue',
	'leadBand',
	'lifecycleStage',
	'rfm',
	'valueTiers',
] as const;

const schemeProperty: INodeProperties = {
	displayName: 'Segment By',
	name: 'scheme',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Campaign',
			value: 'campaign',
			description:
				'Eight ready groups: welcome, second purchase, VIP thanks, product interest, abandoned cart, win-back, hot lead, leave in peace',
		},
		{
			name: 'Conditions',
			value: 'conditions',
			description: 'Groups of your own, each by its conditions',
		},
		{
			name: 'Field Value',
			value: 'fieldValue',
			description: 'One group for each value of a field, e.g. country or plan',
		},
		{
			name: 'Lead Band',
			value: 'leadBand',
			description: 'Hot, warm and cold, as Score Lead tells',
		},
		{
			name: 'Lifecycle Stage',
			value: 'lifecycleStage',
			description: 'Prospect, customer, advocate, lapsed and lost, as Classify Lifecycle tells',
		},
		{
			name: 'RFM',
			value: 'rfm',
			description:
				'By scores for recency, frequency and monetary value: how long ago, how often and how much a customer bought',
		},
		{
			name: 'Value Tiers',
			value: 'valueTiers',
			description: 'By what customers are worth: the top 20 percent, the next 30, the rest',
		},
	],
	default: 'conditions',
	description: 'How people are put into groups',
};

const fieldOf = (
	name: string,
	displayName: string,
	usual: string,
	of: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	requiresDataPath: 'single',
	default: usual,
	placeholder: `e.g. ${usual}`,
	description: `The field with the ${of}`,
});

/** How people are put into groups, in the order of the form. */
export const schemeProperties: INodeProperties[] = [
	schemeProperty,
	...shownWhere('scheme', ['conditions'], [segmentsProperty]),
	...shownWhere('scheme', ['fieldValue'], fieldValueProperties),
	...shownWhere(
		'scheme',
		['leadBand'],
		[fieldOf('bandField', 'Band Field', 'leadScore.band', 'band: hot, warm or cold')],
	),
	...shownWhere(
		'scheme',
		['lifecycleStage'],
		[
			fieldOf(
				'stageField',
				'Stage Field',
				'lifecycle.stage',
				'stage: prospect, customer, advocate, lapsed or lost',
			),
		],
	),
	...shownWhere('scheme', ['rfm'], rfmProperties),
	...shownWhere('scheme', ['valueTiers'], tierProperties),
	...shownWhere('scheme', ['campaign'], [campaignWindowsProperty]),
	groupSettingsProperty,
];
