import type { INodeOutputConfiguration, INodeParameters } from 'n8n-workflow';

import { outputPlaces } from '../../nodes/SplitBySegment/judging/outputPlaces';
import type { SplitRun } from '../../nodes/SplitBySegment/schemes/Scheme';
import { segmentOutputs } from '../../nodes/SplitBySegment/SplitBySegment.outputs';
import { readConfiguration } from '../../nodes/SplitBySegment/SplitBySegment.parameters';
import { execute, fakeExecution } from './fakeExecuteContext';
import { outputsInN8n } from './outputsInN8n';
import { nodeUnderTest, record, whereEquals } from './workingModes';

const { nodeType } = nodeUnderTest('SplitBySegment');

const defaultOf = (name: string) =>
	nodeType.description.properties.find((property) => property.name === name)
		?.default as INodeParameters;

interface Row {
	name: string;
	city?: string;
	enabled?: boolean;
}

function split(rows: readonly Row[], others: INodeParameters = {}): INodeParameters {
	const values = rows.map(({ name, city = name, enabled = true }) => ({
		name,
		enabled,
		conditions: whereEquals('city', city),
	}));
	return {
		segments: { values } as unknown as INodeParameters,
		outputMode: 'perSegment',
		...others,
	};
}

async function run(parameters: INodeParameters, cities: readonly string[]) {
	const records = cities.map((city) => ({ ...record, city }));
	return execute(nodeType, fakeExecution(nodeType, { parameters, records }));
}

const labelsOf = (outputs: INodeOutputConfiguration[]) =>
	outputs.map(({ displayName }) => displayName);

const groups = (count: number): Row[] =>
	Array.from({ length: count }, (_, i) => ({ name: `Group ${i + 1}` }));

const counts = Array.from({ length: 21 }, (_, i) => i);

describe('The outputs of Split by Segment', () => {
	it.each(counts)('are the same in n8n and called directly, with %i segments', (count) => {
		const parameters = split(groups(count));
		const outputs = outputsInN8n(nodeType, parameters);
		expect(outputs).toEqual(segmentOutputs(parameters));
		expect(outputs).toHaveLength(count + 1);
		expect(outputs.every(({ type }) => type === 'main')).toBe(true);
	});

	it.each(counts.slice(1))('are as many as leave the node, with %i segments', async (count) => {
		const parameters = split(groups(count));
		const cities = [...groups(count).map(({ name }) => name), 'Elsewhere'];
		const left = await run(parameters, cities);
		expect(left).toHaveLength(outputsInN8n(nodeType, parameters).length);
		expect(left.map((items) => items.map(({ json }) => json.city))).toEqual([
			['Elsewhere'],
			...groups(count).map(({ name }) => [name]),
		]);
	});

	it('is one without a label where only one is wanted', async () => {
		const parameters = split(groups(3), { outputMode: 'single' });
		expect(outputsInN8n(nodeType, parameters)).toEqual([{ type: 'main' }]);
		expect(segmentOutputs(parameters)).toEqual([{ type: 'main' }]);
		const left = await run(parameters, ['Group 3', 'Elsewhere', 'Group 1']);
		expect(left.map((items) => items.map(({ json }) => json.segment))).toEqual([
			[
				expect.objectContaining({ name: 'Group 3' }),
				expect.objectContaining({ name: 'Everyone Else' }),
				expect.objectContaining({ name: 'Group 1' }),
			],
		]);
	});

	it('begin with everyone else, under the name of the user', async () => {
		const options = { everyoneElseName: 'The Rest' };
		const parameters = split(groups(1), { options });
		expect(labelsOf(outputsInN8n(nodeType, parameters))).toEqual(['The Rest', 'Group 1']);
		const [everyoneElse] = await run(parameters, ['Elsewhere']);
		expect(everyoneElse?.[0]?.json.segment).toMatchObject({ name: 'The Rest' });
	});

	it('keep the place of a segment that is switched off', async () => {
		const rows = groups(3).map((row, i) => ({ ...row, enabled: i !== 1 }));
		const parameters = split(rows);
		expect(labelsOf(outputsInN8n(nodeType, parameters))).toEqual([
			'Everyone Else',
			'Group 1',
			'Group 2',
			'Group 3',
		]);
		const left = await run(parameters, ['Group 1', 'Group 2', 'Group 3']);
		expect(left.map((items) => items.map(({ json }) => json.city))).toEqual([
			['Group 2'],
			['Group 1'],
			[],
			['Group 3'],
		]);
	});

	it('keep their places when a segment is renamed', async () => {
		const before = split([{ name: 'Bern' }, { name: 'Oslo' }]);
		const after = split([{ name: 'Swiss', city: 'Bern' }, { name: 'Oslo' }]);
		expect(labelsOf(outputsInN8n(nodeType, after))).toEqual(['Everyone Else', 'Swiss', 'Oslo']);
		const places = async (parameters: INodeParameters) =>
			(await run(parameters, ['Oslo', 'Bern', 'Rome'])).map((items) =>
				items.map(({ json }) => json.city),
			);
		expect(await places(after)).toEqual(await places(before));
		expect(await places(after)).toEqual([['Rome'], ['Bern'], ['Oslo']]);
	});

	it('keep their places when a segment is added at the end', () => {
		const before = labelsOf(outputsInN8n(nodeType, split(groups(4))));
		expect(labelsOf(outputsInN8n(nodeType, split(groups(5)))).slice(0, 5)).toEqual(before);
	});

	it('are numbered where a segment has no name yet', () => {
		const parameters = split([{ name: 'Fans' }, { name: '' }]);
		expect(labelsOf(outputsInN8n(nodeType, parameters))).toEqual([
			'Everyone Else',
			'Fans',
			'Segment 2',
		]);
	});

	it('are there before anything is set', () => {
		expect(labelsOf(outputsInN8n(nodeType, {}))).toEqual(['Everyone Else', 'Segment 1']);
		expect(segmentOutputs({})).toEqual([{ type: 'main', displayName: 'Everyone Else' }]);
	});

	it('keep names that look like code as they are', () => {
		const name = '`${1}` "}} {{ \' \\';
		expect(labelsOf(outputsInN8n(nodeType, split([{ name }])))).toEqual(['Everyone Else', name]);
	});
});

const rows = (...values: INodeParameters[]): INodeParameters => ({ values });

/** Each scheme, and what its outputs behind Everyone Else are called. */
const SCHEMES: ReadonlyArray<readonly [name: string, INodeParameters, names: readonly string[]]> = [
	[
		'campaigns',
		{ scheme: 'campaign' },
		[
			'Welcome',
			'Second Purchase',
			'VIP Thanks',
			'Product Interest',
			'Abandoned Cart',
			'Win-Back',
			'Hot Lead',
			'Leave in Peace',
		],
	],
	[
		'campaigns, one named by the user and one switched off',
		{
			scheme: 'campaign',
			groupSettings: rows(
				{ readyCampaign: 'winBack', name: 'Come Back' },
				{ readyCampaign: 'hotLead', enabled: false },
				{ name: 'Hello' },
			),
		},
		[
			'Hello',
			'Second Purchase',
			'VIP Thanks',
			'Product Interest',
			'Abandoned Cart',
			'Come Back',
			'Hot Lead',
			'Leave in Peace',
		],
	],
	[
		'values that are listed',
		{
			scheme: 'fieldValue',
			valueField: 'city',
			fieldValues: rows({ value: 'DE, AT' }, { value: 'FR', name: 'France' }),
		},
		['DE, AT', 'France'],
	],
	[
		'values that are listed and others',
		{
			scheme: 'fieldValue',
			valueField: 'city',
			fieldValues: rows({ value: 'DE' }),
			otherValues: 'outputs',
			otherOutputs: 3,
		},
		['DE', 'Other 1', 'Other 2', 'Other 3'],
	],
	[
		'values that are found',
		{ scheme: 'fieldValue', valueField: 'city' },
		['Other 1', 'Other 2', 'Other 3', 'Other 4', 'Other 5'],
	],
	[
		'bands',
		{ scheme: 'leadBand', groupSettings: rows({ band: 'cold', name: 'Ice' }) },
		['Hot', 'Warm', 'Ice'],
	],
	[
		'stages',
		{ scheme: 'lifecycleStage', groupSettings: rows({ stage: 'advocate', name: 'Fans' }) },
		['Prospect', 'Customer', 'Fans', 'Lapsed', 'Lost'],
	],
	[
		'11 groups of RFM',
		{ scheme: 'rfm', groupSettings: rows({ rfmGroup: 'lost', name: 'Gone' }) },
		[
			'Champions',
			'Loyal Customers',
			'Potential Loyalists',
			'New Customers',
			'Promising',
			'Need Attention',
			'About to Sleep',
			"Can't Lose Them",
			'At Risk',
			'Hibernating',
			'Gone',
		],
	],
	[
		'6 groups of RFM',
		{
			scheme: 'rfm',
			rfmGroups: 'six',
			groupSettings: rows({ rfmMainGroup: 'lost', name: 'Gone' }),
		},
		['Champions', 'Loyal Customers', 'New and Promising', 'Need Attention', 'At Risk', 'Gone'],
	],
	[
		'own groups of RFM',
		{
			scheme: 'rfm',
			rfmGroups: 'own',
			rfmCells: rows({ name: 'Best', recencyFrom: 5 }, { name: 'All' }),
		},
		['Best', 'All'],
	],
	['tiers', { scheme: 'valueTiers' }, ['Top 20 %', 'Next 30 %', 'Rest']],
	[
		'tiers of the user',
		{
			scheme: 'valueTiers',
			tiersBy: 'value',
			tiers: rows({ name: 'Gold', from: 9 }, { name: 'Tin' }),
		},
		['Gold', 'Tin'],
	],
];

describe('The outputs of the schemes', () => {
	it.each(SCHEMES)('are named for %s, in n8n as directly', (_name, parameters, names) => {
		const inN8n = outputsInN8n(nodeType, parameters);
		expect(labelsOf(inN8n)).toEqual(['Everyone Else', ...names]);
		expect(inN8n).toEqual(segmentOutputs({ tiers: defaultOf('tiers'), ...parameters }));
	});

	it.each(SCHEMES)('are the groups themselves, for %s', (_name, parameters, names) => {
		const { context } = fakeExecution(nodeType, { parameters });
		const { makeScheme } = readConfiguration(context);
		const scheme = makeScheme({
			context,
			items: [],
			attributes: { fieldOf: () => undefined, operandIfFound: () => undefined },
			facts: { hints: () => [] },
		} as unknown as SplitRun);
		expect(scheme.groups.map(({ name }) => name)).toEqual(names);
	});

	it.each(SCHEMES)('are as many as leave the node, for %s', async (_name, parameters) => {
		const left = await run(parameters, ['Bern', 'Oslo']);
		expect(left).toHaveLength(outputsInN8n(nodeType, parameters).length);
		expect(left.flat()).toHaveLength(2);
	});

	it.each(SCHEMES)('are one where only one is wanted, for %s', async (_name, parameters) => {
		const single = { ...parameters, outputMode: 'single' };
		expect(outputsInN8n(nodeType, single)).toEqual([{ type: 'main' }]);
		expect(await run(single, ['Bern', 'Oslo'])).toHaveLength(1);
	});
});

describe('The outputs beside the segments', () => {
	it.each([
		[{ suppressedOutput: true }, ['Suppressed']],
		[{ reportOutput: true }, ['Report']],
		[{ suppressedOutput: true, reportOutput: true }, ['Suppressed', 'Report']],
	])('stand behind Everyone Else and before the segments, with %p', (wanted, names) => {
		const parameters = split(groups(2), wanted);
		expect(labelsOf(outputsInN8n(nodeType, parameters))).toEqual([
			'Everyone Else',
			...names,
			'Group 1',
			'Group 2',
		]);
		const single = outputsInN8n(nodeType, { ...parameters, outputMode: 'single' });
		expect(labelsOf(single)).toEqual(['All', ...names]);
	});

	it('never move when a segment is added', () => {
		const wanted = { suppressedOutput: true, reportOutput: true };
		const before = labelsOf(outputsInN8n(nodeType, split(groups(4), wanted)));
		const after = labelsOf(outputsInN8n(nodeType, split(groups(5), wanted)));
		expect(after.slice(0, before.length)).toEqual(before);
	});

	const flags = [false, true];
	it.each(
		flags.flatMap((suppressedOutput) =>
			flags.flatMap((reportOutput) =>
				['perSegment', 'single'].map((outputMode) => ({
					suppressedOutput,
					reportOutput,
					outputMode,
				})),
			),
		),
	)('have the numbers by which the node sends items, with %p', (wanted) => {
		const parameters = split(groups(3), wanted);
		const labels = labelsOf(outputsInN8n(nodeType, parameters));
		const places = outputPlaces(
			{
				isSingleOutput: wanted.outputMode === 'single',
				hasSuppressedOutput: wanted.suppressedOutput,
				hasReportOutput: wanted.reportOutput,
			},
			3,
		);
		const numberOf = (label: string) => {
			const number = labels.indexOf(label);
			return number < 0 ? undefined : number;
		};
		expect(places).toMatchObject({ count: labels.length, everyoneElse: 0 });
		expect(places.suppressed).toBe(numberOf('Suppressed'));
		expect(places.report).toBe(numberOf('Report'));
		expect(places.ofGroups).toEqual(groups(3).map(({ name }) => numberOf(name) ?? 0));
	});
});
