import { NodeHelpers, type INode, type INodeParameters } from 'n8n-workflow';

import { nodeUnderTest } from './workingModes';

const { nodeType } = nodeUnderTest('SplitBySegment');

const node: INode = {
	id: 'node',
	name: 'Node',
	type: nodeType.description.name,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** What stands in the form whatever the scheme. */
const ALWAYS = [
	'operation',
	'memory',
	'orderNotice',
	'scheme',
	'outputMode',
	'suppressedOutput',
	'reportOutput',
	'leaveAlone',
	'attributeFields',
	'options',
];

/** The parameters that n8n shows, as it works them out itself, in the order of the form. */
function shownIn(parameters: INodeParameters): string[] {
	const { properties } = nodeType.description;
	const all = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		true,
		node,
		nodeType.description,
	);
	return properties
		.filter((property) =>
			NodeHelpers.displayParameter(all ?? {}, property, node, nodeType.description),
		)
		.map(({ name }) => name)
		.filter((name) => !ALWAYS.includes(name));
}

describe('The form of Split by Segment', () => {
	it.each<[INodeParameters, string[]]>([
		[{}, ['segments', 'matching']],
		[{ scheme: 'campaign' }, ['campaignWindows', 'groupSettings', 'matching']],
		[
			{ scheme: 'fieldValue' },
			['valueField', 'fieldValues', 'otherValues', 'otherOutputs', 'matching'],
		],
		[{ scheme: 'leadBand' }, ['bandField', 'groupSettings']],
		[{ scheme: 'lifecycleStage' }, ['stageField', 'groupSettings']],
		[
			{ scheme: 'rfm' },
			[
				'recencyField',
				'recencyIs',
				'frequencyField',
				'monetaryField',
				'rfmScores',
				'rfmGroups',
				'groupSettings',
			],
		],
		[
			{ scheme: 'rfm', rfmScores: 'fixed', rfmGroups: 'own' },
			[
				'recencyField',
				'recencyIs',
				'frequencyField',
				'monetaryField',
				'rfmScores',
				'recencyLimits',
				'frequencyLimits',
				'monetaryLimits',
				'rfmGroups',
				'rfmCells',
				'groupSettings',
			],
		],
		[{ scheme: 'valueTiers' }, ['tierField', 'tiersBy', 'tiers']],
	])('shows what the scheme asks for, with %p', (parameters, names) => {
		expect(shownIn(parameters)).toEqual(names);
	});
});
