import type { INodeParameters } from 'n8n-workflow';

import { execute, fakeExecution } from './fakeExecuteContext';
import { nodeUnderTest, record } from './workingModes';

const { nodeType } = nodeUnderTest('SplitBySegment');

const rows = (...values: INodeParameters[]): INodeParameters => ({ values });

const values = (count: number) =>
	rows(...Array.from({ length: count }, (_, i) => ({ value: `v${i}` })));

const byCity = { scheme: 'fieldValue', valueField: 'city' };

describe('Faults in the settings of schemes', () => {
	it.each<[string, INodeParameters, string]>([
		['no field of values', { scheme: 'fieldValue' }, 'Value Field is empty'],
		['no field of bands', { scheme: 'leadBand', bandField: '' }, 'Band Field is empty'],
		['no field of tiers', { scheme: 'valueTiers', tierField: ' ' }, 'Tier Field is empty'],
		['no field of orders', { scheme: 'rfm', frequencyField: '' }, 'Frequency Field is empty'],
		[
			'a row without a value',
			{ ...byCity, fieldValues: rows({ value: 'DE' }, { value: ' , ' }) },
			'Segment 2 under Values has no value',
		],
		[
			'a value that is listed twice',
			{ ...byCity, fieldValues: rows({ value: 'DE, AT' }, { value: 'at' }) },
			'The value "at" is listed twice under Values',
		],
		[
			'two rows with one name',
			{ ...byCity, fieldValues: rows({ value: 'DE' }, { value: 'AT', name: 'de' }) },
			'The segment name "de" is used twice',
		],
		[
			'more groups than anybody writes campaigns for',
			{ ...byCity, fieldValues: values(18), otherValues: 'outputs', otherOutputs: 3 },
			'There are 21 outputs for values, the most are 20',
		],
		[
			'a group that is set twice',
			{ scheme: 'lifecycleStage', groupSettings: rows({ stage: 'lost' }, { stage: 'lost' }) },
			'Group Settings has the group "Lost" twice',
		],
		[
			'a name that another group has',
			{ scheme: 'campaign', groupSettings: rows({ readyCampaign: 'winBack', name: 'welcome' }) },
			'The segment name "welcome" is used twice',
		],
		['no tier', { scheme: 'valueTiers', tiers: {} }, 'There is no tier'],
		[
			'tiers of more than everybody',
			{ scheme: 'valueTiers', tiers: rows({ name: 'A', percent: 60 }, { name: 'B', percent: 41 }) },
			'The tiers make up 101 percent of the people',
		],
		[
			'tiers that begin alike',
			{
				scheme: 'valueTiers',
				tiersBy: 'value',
				tiers: rows({ name: 'A', from: 5 }, { name: 'B', from: 5 }),
			},
			'Two tiers begin at 5',
		],
		[
			'limits that do not ascend',
			{ scheme: 'rfm', rfmScores: 'fixed', recencyLimits: '30, 20, 50, 60' },
			'Recency Limits are 30, 20, 50, 60',
		],
		[
			'limits that are no numbers',
			{ scheme: 'rfm', rfmScores: 'fixed', monetaryLimits: 'few, some, many, all' },
			'Monetary Limits (0) is "few, some, many, all"',
		],
		['no group of RFM', { scheme: 'rfm', rfmGroups: 'own' }, 'There is no group'],
		[
			'a range that ends before it begins',
			{
				scheme: 'rfm',
				rfmGroups: 'own',
				rfmCells: rows({ name: 'Odd', recencyFrom: 4, recencyTo: 2 }),
			},
			'The recency of "Odd" is from 4 to 2',
		],
	])('stop the run before the first item: %s', async (_name, parameters, message) => {
		const execution = fakeExecution(nodeType, { parameters, records: [record] });
		await expect(execute(nodeType, execution)).rejects.toMatchObject({
			message: expect.stringContaining(message) as string,
			description: expect.stringMatching(/\S/) as string,
		});
	});

	it('do not come of what is found in the items', async () => {
		const cities = Array.from({ length: 300 }, (_, i) => ({ ...record, city: `City ${i}` }));
		const parameters = { ...byCity, otherOutputs: 20 };
		const execution = fakeExecution(nodeType, { parameters, records: cities });
		const outputs = await execute(nodeType, execution);
		expect(outputs.map((items) => items.length)).toEqual([
			280,
			...Array.from({ length: 20 }, () => 1),
		]);
		expect(execution.logged).toEqual([
			expect.stringContaining('There is no output left for 280 values of "city"'),
		]);
	});
});
