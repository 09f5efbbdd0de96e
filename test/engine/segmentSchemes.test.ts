import { PERSONAS, personaOf } from './personas';
import { onOutputs, segmentOf, split, splitOfOrders, verdictsById } from './splitRun';

const withIds = (field: string, values: readonly unknown[]) =>
	values.map((value, i) => ({ id: i + 1, [field]: value }));

const row = (value: string, more: object = {}) => ({ value, ...more });

describe('Split by Segment by the value of a field', () => {
	const ROWS = [
		row('DE, at', { name: 'German-speaking', campaign: 'hallo', channel: 'email' }),
		row('FR'),
	];
	const COUNTRIES = withIds('country', ['de', ' AT ', 'FR', 'IT', null, { code: 'DE' }, 'fr']);
	const byCountry = { scheme: 'fieldValue', valueField: 'country' };

	it('sends each listed value its way, whatever its case', async () => {
		const run = await split({ ...byCountry, fieldValues: { values: ROWS } }, COUNTRIES);
		expect(onOutputs(run)).toEqual([
			[4, 5, 6],
			[1, 2],
			[3, 7],
		]);
		expect(segmentOf(run.outputs[1]?.[1])).toMatchObject({
			name: 'German-speaking',
			matched: ['German-speaking'],
			priority: 1,
			campaign: 'hallo',
			channel: 'email',
			reason: 'German-speaking: country is AT.',
		});
		expect(run.outputs[0]?.map((item) => segmentOf(item).reason)).toEqual([
			'country is IT, which no segment has.',
			'Value Field "country" is empty or cannot be read.',
			'Value Field "country" is empty or cannot be read.',
		]);
		expect(run.hints).toEqual([
			'Value Field "country" could not be used for 1 item, e.g. "{"code":"DE"}".',
		]);
	});

	it('gives other values outputs behind the listed ones, in natural order', async () => {
		const values = ['Plan 10', 'Plan 9', 'basic', 'Plan 2', 'Gold', 'plan 9', 'Zero'];
		const settings = {
			scheme: 'fieldValue',
			valueField: 'plan',
			fieldValues: { values: [row('gold', { name: 'Best' })] },
			otherValues: 'outputs',
			otherOutputs: 4,
		};
		const run = await split(settings, withIds('plan', values));
		expect(onOutputs(run)).toEqual([[7], [5], [3], [4], [2, 6], [1]]);
		expect(segmentOf(run.outputs[3]?.[0])).toMatchObject({
			name: 'Plan 2',
			reason: 'Plan 2: plan is Plan 2.',
		});
		expect(run.hints).toEqual([
			'Values of "plan" that are not listed: "basic" on Other 1, "Plan 2" on Other 2, "Plan 9" on Other 3, "Plan 10" on Other 4. A new value moves those behind it to other outputs: to fix them, add a row under Values for each, e.g. "basic", "Plan 2", "Plan 9", "Plan 10".',
			'There is no output left for 1 value of "plan", which went to Everyone Else: "Zero". Raise Outputs for Other Values, or list under Values those that belong together.',
		]);
		const reversed = await split(settings, withIds('plan', values).reverse());
		expect(onOutputs(reversed).map((ids) => [...ids].sort())).toEqual(onOutputs(run));
	});

	it('finds the values where none is listed', async () => {
		const run = await split({ ...byCountry, otherOutputs: 3 }, withIds('country', ['b', 5, true]));
		expect(onOutputs(run)).toEqual([[], [2], [1], [3]]);
		expect(run.outputs.slice(1).map(([item]) => segmentOf(item).name)).toEqual(['5', 'b', 'true']);
	});

	it('names found values so that no other group has the name', async () => {
		const run = await split(
			{
				...byCountry,
				fieldValues: { values: [row('DE', { name: 'Germany' })] },
				otherValues: 'outputs',
				otherOutputs: 4,
			},
			withIds('country', ['DE', 'germany', 'everyone else', 'Other 4']),
		);
		expect(run.error).toBeUndefined();
		expect(run.outputs.slice(1).map(([item]) => item && segmentOf(item).name)).toEqual([
			'Germany',
			'everyone else (Other 1)',
			'germany (Other 2)',
			'Other 4 (Other 3)',
			undefined,
		]);
	});

	it('takes the first listed value of a list, or all of them where that is wanted', async () => {
		const settings = {
			scheme: 'fieldValue',
			valueField: 'tags',
			fieldValues: { values: [row('vip'), row('fan'), row('press', { enabled: false })] },
		};
		const tags = withIds('tags', [
			['Fan', 'VIP'],
			['fan'],
			['press'],
			['none', 'press', 'fan'],
			[],
		]);
		const first = await split(settings, tags);
		expect(onOutputs(first)).toEqual([[3, 5], [1], [2, 4], []]);
		expect(segmentOf(first.outputs[1]?.[0]).reason).toBe('vip: tags contains VIP.');
		expect(segmentOf(first.outputs[0]?.[0]).reason).toBe(
			'tags is press, whose segment is switched off.',
		);
		const all = await split({ ...settings, matching: 'all' }, tags);
		expect(onOutputs(all)).toEqual([[3, 5], [1], [1, 2, 4], []]);
		expect(segmentOf(all.outputs[2]?.[0])).toMatchObject({ name: 'fan', matched: ['vip', 'fan'] });
	});

	it.each([
		['tags', 'vip, news', ['vip', 'news']],
		['crm.tags', '["VIP","News"]', ['vip', 'news']],
		['tags', [{ name: 'vip' }], ['vip']],
		['tags', 'none', []],
		// No usual name of lists, but a part of it is listed.
		['topics', 'Sport; News', ['news']],
		['place', 'Bern, CH', []],
	])('takes a list apart that is one text: %s is %j', async (valueField, value, matched) => {
		const item = valueField.startsWith('crm.') ? { crm: { tags: value } } : { [valueField]: value };
		const run = await split(
			{
				scheme: 'fieldValue',
				valueField,
				matching: 'all',
				outputMode: 'single',
				fieldValues: { values: [row('vip'), row('news')] },
			},
			[item],
		);
		expect(segmentOf(run.outputs[0]?.[0]).matched).toEqual(matched);
	});

	it('finds the tags in a text, and leaves other texts whole', async () => {
		const found = async (valueField: string) => {
			const items = [{ [valueField]: 'vip, news' }];
			const run = await split({ scheme: 'fieldValue', valueField, outputMode: 'single' }, items);
			return segmentOf(run.outputs[0]?.[0]).name;
		};
		expect(await found('tags')).toBe('news');
		expect(await found('place')).toBe('vip, news');
	});

	it('tells what to lower where there are too many outputs', async () => {
		const values = Array.from({ length: 18 }, (_, i) => row(`v${i}`));
		const settings = { scheme: 'fieldValue', valueField: 'v', otherValues: 'outputs' };
		const run = await split({ ...settings, fieldValues: { values } }, [{ v: 'v1' }]);
		expect(run.error).toMatchObject({
			message: 'There are 23 outputs for values, the most are 20',
			description: 'Lower Outputs for Other Values, which is 5, or list fewer values',
		});
	});

	it('tells first-time, regular and special-occasion buyers apart (ways 27 and 32)', async () => {
		const run = await splitOfOrders(
			{ source: 'sheet' },
			{
				scheme: 'fieldValue',
				valueField: 'lifecycle.buyerType',
				fieldValues: {
					values: [
						row('oneTime', { name: 'First-Timer', campaign: 'second-sale' }),
						row('regular', { name: 'Monthly Fan', campaign: 'tell-a-friend' }),
						row('seasonal', { name: 'Holiday Buyer', campaign: 'holidays' }),
					],
				},
			},
			PERSONAS,
		);
		const found = run.outputs.map((items) => items.map(({ json }) => personaOf(json)));
		expect(found).toEqual([[], ['new'], ['fan'], ['holiday']]);
		expect(run.outputs.flat().map((item) => segmentOf(item).campaign)).toEqual([
			'second-sale',
			'tell-a-friend',
			'holidays',
		]);
	});

	it('sends deals that are stuck their way by stage (way 46)', async () => {
		const deal = (id: number, stage: string, idle: number) => ({
			id,
			stage,
			lapse: { watch: 'deals', status: idle > 14 ? 'lapsed' : 'active', deal: { stage } },
		});
		const run = await split(
			{
				scheme: 'fieldValue',
				valueField: 'lapse.deal.stage',
				fieldValues: {
					values: [row('Proposal', { owner: 'mia@shop.example' }), row('Negotiation, Contract')],
				},
			},
			[deal(1, 'Proposal', 20), deal(2, 'contract', 40), deal(3, 'Call', 30)],
		);
		expect(onOutputs(run)).toEqual([[3], [1], [2]]);
		expect(segmentOf(run.outputs[1]?.[0]).owner).toBe('mia@shop.example');
	});

	it('has offers of their own for newsletter, blog and webinar people (way 47)', async () => {
		const run = await split(
			{
				scheme: 'fieldValue',
				valueField: 'activities',
				matching: 'all',
				fieldValues: {
					values: ['newsletter', 'blog', 'webinar'].map((value) =>
						row(value, { campaign: `${value}-offer` }),
					),
				},
			},
			withIds('activities', [['webinar', 'newsletter'], 'Blog', []]),
		);
		expect(onOutputs(run)).toEqual([[3], [1], [2], [1]]);
		expect(segmentOf(run.outputs[3]?.[0]).campaign).toBe('webinar-offer');
	});
});

describe('Split by Segment by lifecycle stage', () => {
	const STAGES = ['lost', 'prospect', 'Advocate', 'customer', 'lapsed', 'gone', null, 'gone'];
	const people = STAGES.map((stage, i) => ({ id: i + 1, lifecycle: { stage } }));
	const byStage = { scheme: 'lifecycleStage', leaveAlone: { leaveLostInPeace: false } };

	it('has an output for each stage, in the order of a life', async () => {
		const run = await split(byStage, people);
		expect(onOutputs(run)).toEqual([[6, 7, 8], [2], [4], [3], [5], [1]]);
		expect(run.outputs.flat().map((item) => segmentOf(item).name)).toEqual([
			...Array.from({ length: 3 }, () => 'Everyone Else'),
			'Prospect',
			'Customer',
			'Advocate',
			'Lapsed',
			'Lost',
		]);
		expect(verdictsById(run)).toMatchObject({
			3: { reason: 'Advocate: stage is advocate.', priority: 3, campaign: null },
			6: { reason: '"gone" is no stage of prospect, customer, advocate, lapsed, lost.' },
			7: { reason: 'Stage Field "lifecycle.stage" tells no stage.' },
		});
		expect(run.hints).toEqual([
			'Stage Field "lifecycle.stage" has values that are no stage of prospect, customer, advocate, lapsed, lost and went to Everyone Else: "gone" (2 items).',
		]);
	});

	it('takes names and campaigns of the user, and switches groups off', async () => {
		const values = [
			{ stage: 'advocate', name: 'Fans', campaign: 'thanks', channel: 'post', owner: 'mia' },
			{ stage: 'prospect', enabled: false },
		];
		const run = await split({ ...byStage, groupSettings: { values } }, people);
		expect(onOutputs(run)).toEqual([[2, 6, 7, 8], [], [4], [3], [5], [1]]);
		expect(verdictsById(run)).toMatchObject({
			2: { name: 'Everyone Else', reason: 'Belongs to Prospect, which is switched off.' },
			3: { name: 'Fans', campaign: 'thanks', channel: 'post', owner: 'mia' },
		});
	});
});

describe('Split by Segment by lead band', () => {
	it('has an output for hot, warm and cold', async () => {
		const leads = ['cold', 'hot', 'warm', ''].map((band, i) => ({
			id: i + 1,
			leadScore: { band },
		}));
		const run = await split({ scheme: 'leadBand' }, leads);
		expect(onOutputs(run)).toEqual([[4], [2], [3], [1]]);
		expect(segmentOf(run.outputs[1]?.[0]).reason).toBe('Hot: band is hot.');
		expect(run.hints).toEqual([]);
	});

	it('tells which field is missing', async () => {
		const run = await split({ scheme: 'leadBand' }, [{ id: 1, heat: 'hot' }]);
		expect(run.hints).toEqual([
			'No item has the field "leadScore.band" (Band Field). Fields of the first item: id, heat.',
		]);
	});
});

describe('Split by Segment by value tiers', () => {
	const people = [500, 40, 300, 300, 20, 10, -5, null, 'much', '1,000.00 EUR'].map((spent, i) => ({
		id: i + 1,
		lifecycle: { totalSpent: spent },
	}));

	it('has the top 20 percent, the next 30 and the rest, equals together', async () => {
		const run = await split({ scheme: 'valueTiers' }, people);
		expect(onOutputs(run)).toEqual([
			[7, 8, 9],
			[1, 10],
			[3, 4],
			[2, 5, 6],
		]);
		expect(verdictsById(run)).toMatchObject({
			10: {
				name: 'Top 20 %',
				reason: 'Top 20 %: lifecycle.totalSpent is 1,000, in a tier of 2 of 7 values.',
			},
			7: { reason: 'Tier Field "lifecycle.totalSpent" is empty, below zero or cannot be read.' },
		});
		expect(run.hints).toEqual([
			'Tier Field "lifecycle.totalSpent" could not be used for 2 items, e.g. "-5".',
		]);
	});

	it('tells of a tier that equal values leave empty', async () => {
		const equals = [5, 5, 5, 5].map((spent, i) => ({
			id: i + 1,
			lifecycle: { totalSpent: spent },
		}));
		const run = await split({ scheme: 'valueTiers' }, equals);
		expect(onOutputs(run)).toEqual([[], [1, 2, 3, 4], [], []]);
		expect(run.hints).toEqual([
			'Nobody is in "Next 30 %", "Rest": of 4 values of "lifecycle.totalSpent" many are equal or few, and equal values share the better tier.',
		]);
	});

	it('has tiers by value, whatever order they stand in', async () => {
		const run = await split(
			{
				scheme: 'valueTiers',
				tiersBy: 'value',
				tiers: {
					values: [
						{ name: 'Bronze', from: 15 },
						{ name: 'Gold', from: 500 },
						{ name: 'Silver', from: 50, enabled: false },
					],
				},
			},
			people,
		);
		expect(onOutputs(run)).toEqual([[3, 4, 6, 7, 8, 9], [2, 5], [1, 10], []]);
		expect(verdictsById(run)).toMatchObject({
			1: { reason: 'Gold: lifecycle.totalSpent is 500, from 500 on.' },
			3: { reason: 'Belongs to Silver, which is switched off.' },
			6: { reason: 'lifecycle.totalSpent is 10, below the last tier.' },
		});
	});

	it('finds the worth of people under a usual name of another system', async () => {
		const run = await split(
			{ scheme: 'valueTiers' },
			[50, 10, 900].map((spent, i) => ({ id: i + 1, total_spent: `${spent}.00` })),
		);
		expect(onOutputs(run)).toEqual([[], [3], [1], [2]]);
		expect(run.hints).toEqual(['Recognised: Total Spent from "total_spent".']);
	});

	it('takes no other field for one that the user named', async () => {
		const run = await split({ scheme: 'valueTiers', tierField: 'worth' }, [{ total_spent: 50 }]);
		expect(onOutputs(run)[0]).toHaveLength(1);
		expect(run.hints).toEqual([expect.stringContaining('No item has the field "worth"')]);
	});
});
