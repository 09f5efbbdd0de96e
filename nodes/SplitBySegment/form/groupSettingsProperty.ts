import type { INodeProperties } from 'n8n-workflow';

import { shownWhere } from '../../shared/shownWhere';
import { campaignFields } from './campaignFields';
import { BAND_NAMES, CAMPAIGN_NAMES, RFM_MAIN_NAMES, RFM_NAMES, STAGE_NAMES } from './groupNames';

function groupChoice(
	name: string,
	displayName: string,
	names: Readonly<Record<string, string>>,
): INodeProperties {
	const [first = ''] = Object.keys(names);
	const options = Object.entries(names)
		.map(([value, label]) => ({ name: label, value }))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	return {
		displayName,
		name,
		type: 'options',
		noDataExpression: true,
		options,
		default: first,
		description: 'The group that these settings are for; each may be set once',
	};
}

const rfmChoices: INodeProperties[] = [
	...shownWhere('/rfmGroups', ['eleven'], [groupChoice('rfmGroup', 'RFM Group', RFM_NAMES)]),
	...shownWhere(
		'/rfmGroups',
		['six'],
		[groupChoice('rfmMainGroup', 'RFM Main Group', RFM_MAIN_NAMES)],
	),
];

/** A choice of the group for each scheme that has ready ones: names of their own keep them apart. */
const settingFields: INodeProperties[] = [
	...shownWhere(
		'/scheme',
		['campaign'],
		[groupChoice('readyCampaign', 'Ready Campaign', CAMPAIGN_NAMES)],
	),
	...shownWhere('/scheme', ['leadBand'], [groupChoice('band', 'Band', BAND_NAMES)]),
	...shownWhere('/scheme', ['lifecycleStage'], [groupChoice('stage', 'Stage', STAGE_NAMES)]),
	...shownWhere('/scheme', ['rfm'], rfmChoices),
	{
		displayName: 'Segment Name',
		name: 'name',
		type: 'string',
		noDataExpression: true,
		default: '',
		placeholder: 'e.g. Fans',
		description: 'How you call the group and its output; empty for its own name',
	},
	...campaignFields,
];

/** What is set for groups that are there without being made: one row each, for those that need one. */
export const groupSettingsProperty: INodeProperties = {
	displayName: 'Group Settings',
	name: 'groupSettings',
	type: 'fixedCollection',
	placeholder: 'Add Group Settings',
	typeOptions: {
		multipleValues: true,
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	default: {},
	description:
		'Name, campaign, channel, owner and limit of single ready groups; without a row a group has its own name and takes everybody who belongs to it',
	displayOptions: { show: { scheme: ['campaign', 'leadBand', 'lifecycleStage', 'rfm'] } },
	options: [{ name: 'values', displayName: 'Group', values: settingFields }],
};
