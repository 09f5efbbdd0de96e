import { simulatedCustomers } from '../core/report/simulatedCustomers';
import { condition, resultOf, sourcesOf } from './resultOf';
import { runNode } from './runWorkflow';

const segment = (name: string, conditions: object, more: object = {}) => ({
	name,
	conditions,
	campaign: '',
	channel: 'none',
	enabled: true,
	...more,
});

const SPENDERS = segment('Spenders', condition('={{ $json.totalSpent }}', 'number', 'gte', 100), {
	campaign: 'thanks',
	channel: 'email',
	owner: 'mia@shop.example',
});
const GERMANS = segment(
	'Germans',
	condition('={{ $json.country }}', 'string', 'equals', 'Germany'),
);

const ITEMS = [
	{
		country: 'Germany',
		totalSpent: 300,
		orders: 3,
		was: 'Spenders',
		currency: 'EUR',
		margin: 0.5,
		costToServe: 8,
	},
	{
		country: 'Austria',
		totalSpent: 100,
		orders: 2,
		was: 'Germans',
		currency: 'EUR',
		margin: '40 %',
		costToServe: 2,
	},
	{
		country: 'Germany',
		totalSpent: 50,
		orders: 1,
		was: 'Germans',
		currency: 'EUR',
		margin: 10,
		costToServe: 10,
	},
	{
		country: 'Austria',
		totalSpent: 50,
		orders: 1,
		was: '',
		currency: 'EUR',
		costToServe: 1,
		off: true,
	},
];

type Figures = Record<string, unknown> & { name: string; size: number };

async function report(parameters: object, items: object[] = ITEMS, at = 1) {
	const run = await runNode(
		'splitBySegment',
		{ segments: { values: [SPENDERS, GERMANS] }, reportOutput: true, ...parameters },
		items,
	);
	expect(run.error).toBeUndefined();
	const output = run.outputs[at]!;
	return { run, output, reports: output.map((item) => resultOf<Figures>(item, 'segmentReport')) };
}

/** Customers of a simulated shop in groups by what they bought. */
const SHOP = [
	segment('Lapsed', condition('={{ $json.lifecycle.stage }}', 'string', 'equals', 'lapsed')),
	segment('First-Timers', condition('={{ $json.lifecycle.orders }}', 'number', 'equals', 1)),
	segment('Regulars', condition('={{ $json.lifecycle.orders }}', 'number', 'gte', 2)),
];

describe('The Report output in the engine', () => {
	it('is not there unless it is wanted', async () => {
		const { run } = await report({ reportOutput: false }, ITEMS, 0);
		expect(run.outputs).toHaveLength(3);
	});

	it('stands behind Everyone Else and moves no item', async () => {
		const { run, output } = await report({});
		expect(run.outputs.map((items) => items.length)).toEqual([1, 3, 2, 1]);
		// Linked to the items of the people.
		expect(output.map(sourcesOf)).toEqual([[0, 1], [2], [3]]);
	});

	it('stands behind all items where there is one output', async () => {
		const { run, reports } = await report({ outputMode: 'single', matching: 'all' });
		expect(run.outputs.map((items) => items.length)).toEqual([4, 3]);
		expect(reports).toMatchObject([
			{ name: 'Spenders', size: 2, campaign: 'thanks' },
			{ name: 'Germans', size: 2, campaign: null },
			{ name: 'Everyone Else', size: 1 },
		]);
	});

	it('tells of each segment what it is and what it brings', async () => {
		const { reports, run } = await report({
			leaveAlone: { unsubscribedField: 'off' },
			options: { asOf: '2026-11-28', previousSegmentField: 'was' },
			reportOptions: { costPerPoint: 5 },
		});
		expect(reports).toMatchObject([
			{
				name: 'Spenders',
				size: 2,
				share: 0.5,
				suppressed: 0,
				control: null,
				revenue: 400,
				revenueShare: 0.8,
				currency: 'EUR',
				orders: 5,
				averageOrder: 80,
				margin: 190,
				marginPercent: 47.5,
				costToServe: 50,
				costPoints: 5,
				return: 140,
				returnOnCost: 2.8,
				movement: { came: 1, went: 0, stayed: 1, change: 1, cameFrom: { Germans: 1 } },
				campaign: 'thanks',
				channel: 'email',
				owner: 'mia@shop.example',
				warnings: [],
				asOf: '2026-11-28T00:00:00.000Z',
			},
			{
				name: 'Germans',
				size: 1,
				margin: 5,
				return: -45,
				movement: { came: 0, went: 1, stayed: 1, wentTo: { Spenders: 1 } },
				warnings: [expect.stringMatching(/^Germans costs more than it brings: 45.00 EUR more\./)],
			},
			{
				name: 'Everyone Else',
				isEveryoneElse: true,
				size: 1,
				suppressed: 1,
				suppressedBy: { unsubscribed: 1 },
				margin: null,
				return: null,
			},
		]);
		expect(String(reports[0]!.text)).toMatch(
			/^Spenders: 2 people, 50 % of all\nRevenue: 400\.00 EUR/,
		);
		expect(run.hints).toContain(
			'Report: Revenue from "totalSpent", Orders from "orders", Margin from "margin" and Cost to Serve from "costToServe".',
		);
	});

	it('counts people in all of their segments', async () => {
		const { run, reports } = await report({
			matching: 'all',
			reportOptions: { reportAs: 'message' },
		});
		expect(reports).toMatchObject([
			{
				title: expect.stringMatching(/^Customer segments as of /),
				people: 4,
				inSeveral: 1,
				segments: [
					{ name: 'Spenders', size: 2, campaign: 'thanks' },
					{ name: 'Germans', size: 2, campaign: null },
					{ name: 'Everyone Else', size: 1 },
				],
				text: expect.stringContaining('so the shares add up to more than 100 %'),
				html: expect.stringContaining('1 person belongs to several segments'),
			},
		]);
		expect(sourcesOf(run.outputs[1]![0])).toEqual([0, 1, 2, 3]);
	});

	it('reads the fields that are named', async () => {
		const items = ITEMS.map((item, i) => ({
			...item,
			crm: {
				paid: i === 3 ? 'much' : `${100 * (i + 1)},50 CHF`,
				times: i + 1,
				gain: 20,
				effort: 15,
				rank: 10 * i,
			},
		}));
		const { reports, run } = await report(
			{
				reportOptions: {
					revenueField: 'crm.paid',
					ordersField: 'crm.times',
					marginField: 'crm.gain',
					marginIs: 'amount',
					costField: 'crm.effort',
					costIs: 'amount',
					scoreField: 'crm.rank',
					currencyField: 'none',
				},
			},
			items,
		);
		expect(reports[0]).toMatchObject({
			revenue: 301,
			currency: 'CHF',
			orders: 3,
			margin: 40,
			costToServe: 30,
			costPoints: null,
			return: 10,
			averageScore: 5,
		});
		expect(run.hints).toEqual(
			expect.arrayContaining([
				expect.stringContaining(
					'Revenue Field "crm.paid" could not be used in the report for 1 item, e.g. "much"',
				),
				expect.stringContaining('No item has the field "none" (Currency Field).'),
			]),
		);
	});

	it('takes money for no place on the scale of cost to serve', async () => {
		const items = ITEMS.map((item) => ({ ...item, costToServe: 120 }));
		const { reports, run } = await report({}, items);
		expect(reports[0]).toMatchObject({ costToServe: null, costPoints: null, return: null });
		expect(run.hints).toEqual(
			expect.arrayContaining([
				'Cost to Serve "costToServe" could not be used in the report for 4 items, e.g. "120". If it is money, choose Amount for Cost to Serve Is in Report Options.',
			]),
		);
	});

	it('tells what sets segments apart, and what is to be expected', async () => {
		const items = simulatedCustomers(1500);
		const { reports } = await report({ segments: { values: SHOP } }, items);
		const traitsOf = (i: number) =>
			(reports[i]!.traits as Array<{ words: string }>).map(({ words }) => words);
		expect(reports.reduce((sum, { size }) => sum + size, 0)).toBe(1500);
		expect(traitsOf(1)).toContain('interested in gifts');
		// Not what the conditions of the segment ask for.
		expect(traitsOf(0).join()).not.toMatch(/stage|status/);
		// Not who somebody is, nor the result of the node itself.
		expect(reports.flatMap((_one, i) => traitsOf(i)).join()).not.toMatch(/email|customer\d|1\d{4}/);
		const regulars = reports[2]!.expected as Record<string, number | string>;
		const members = items.filter(
			({ lifecycle }) => lifecycle.stage !== 'lapsed' && lifecycle.orders >= 2,
		);
		const orders = members.reduce((sum, { lapse }) => sum + lapse.expectedOrders, 0);
		expect(regulars).toMatchObject({
			days: 60,
			basis: 'forecast',
			currency: 'EUR',
			people: members.length,
		});
		expect(regulars.orders).toBeCloseTo(orders, 0);
		expect(regulars.ordersLow).toBeLessThan(orders);
		expect(regulars.valueHigh).toBeGreaterThan(regulars.value as number);
	});

	const country = { looksAt: 'attribute', attribute: 'country', comparison: 'oneOf' };
	it.each<[string, object, string[]]>([
		['value tiers', { scheme: 'valueTiers' }, ['lifecycle.totalSpent']],
		[
			'RFM',
			{ scheme: 'rfm', recencyIs: 'days', recencyField: 'lifecycle.daysSinceLastOrder' },
			['lifecycle.daysSinceLastOrder', 'lifecycle.orders', 'lifecycle.totalSpent'],
		],
		['stages', { scheme: 'lifecycleStage' }, ['lifecycle.stage']],
		['values', { scheme: 'fieldValue', valueField: 'country' }, ['country']],
		['campaigns', { scheme: 'campaign' }, ['lifecycle.stage', 'lapse.status']],
		[
			'attribute rows',
			{
				segments: {
					values: [
						segment(
							'Swiss',
							{},
							{
								attributeGroups: {
									values: [
										{
											combine: 'all',
											conditions: {},
											rows: { values: [{ ...country, values: 'CH' }] },
										},
									],
								},
							},
						),
					],
				},
			},
			['country'],
		],
	])(
		'does not take for a trait what segments by %s are made of',
		async (_what, parameters, made) => {
			const { reports } = await report(parameters, simulatedCustomers(1500));
			const fields = reports
				.filter(({ name }) => name !== 'Everyone Else')
				.flatMap(({ traits }) => (traits as Array<{ field: string }>).map(({ field }) => field));
			expect(fields).not.toEqual([]);
			expect(fields.filter((field) => made.includes(field))).toEqual([]);
		},
	);

	it('tells the traits that are asked for, and never those that must not be', async () => {
		const items = simulatedCustomers(1500);
		const fieldsIn = async (reportOptions: object) => {
			const { reports } = await report({ segments: { values: SHOP }, reportOptions }, items);
			return new Set(
				reports.flatMap(({ traits }) =>
					(traits as Array<{ field: string }>).map(({ field }) => field),
				),
			);
		};
		expect(await fieldsIn({ traitFields: 'interests, age' })).toEqual(
			new Set(['interests', 'age']),
		);
		const others = await fieldsIn({ neverTraits: 'interests, lifecycle' });
		expect(others).not.toContain('interests');
		expect([...others].filter((field) => field.startsWith('lifecycle'))).toEqual([]);
		expect(others).toContain('lapse.status');
	});

	it('goes by the pace where nothing was forecast, for as many days as are asked for', async () => {
		const items = simulatedCustomers(300).map(({ lapse, ...item }) => ({
			...item,
			was: lapse.status,
		}));
		const { reports } = await report(
			{ segments: { values: SHOP }, reportOptions: { forecastDays: 30 } },
			items,
		);
		const buying = items.filter(
			({ lifecycle }) =>
				lifecycle.orders >= 2 && ['customer', 'advocate'].includes(lifecycle.stage),
		);
		const orders = buying.reduce(
			(sum, { lifecycle }) => sum + 30 / lifecycle.expectedIntervalDays!,
			0,
		);
		const expected = reports[2]!.expected as { orders: number };
		expect(expected).toMatchObject({ basis: 'pace', days: 30, people: buying.length });
		expect(expected.orders).toBeCloseTo(orders, 0);
		// Who has lapsed keeps no pace.
		expect(reports[0]!.expected).toBeNull();
	});

	it('is the same but for its links whatever the order of the items', async () => {
		const items = simulatedCustomers(400);
		const parameters = { segments: { values: SHOP }, options: { asOf: '2026-11-28' } };
		const { reports } = await report(parameters, items);
		const turned = await report(parameters, [...items].reverse());
		expect(turned.reports).toEqual(reports);
	});

	it('compares with what it gave last time', async () => {
		const options = { asOf: '2026-11-28' };
		const before = await report({ options }, ITEMS.slice(1));
		const previousReport = JSON.stringify(before.output.map(({ json }) => json));
		const { reports } = await report({
			options,
			reportOptions: { previousReport, reportAs: 'message' },
		});
		expect(reports).toMatchObject([
			{
				segments: [
					{ sinceReport: { isNew: false, size: { before: 1, now: 2, change: 1 } } },
					{ sinceReport: { size: { change: 0 } } },
					{ sinceReport: { size: { change: 0 } } },
				],
				comparison: { asOf: '2026-11-28T00:00:00.000Z', added: [], vanished: [] },
				text: expect.stringContaining('Spenders: 2 people (+1, +100 %), 50 % of all'),
			},
		]);
	});

	it('evaluates nothing in an earlier report, and refuses what is none', async () => {
		const previousReport = JSON.stringify([{ name: '={{ $json.country }}', size: 1 }]);
		const { reports } = await report({ reportOptions: { previousReport, reportAs: 'message' } });
		expect(reports).toMatchObject([
			{ comparison: { vanished: [{ name: '={{ $json.country }}', size: 1 }] } },
		]);
		const run = await runNode(
			'splitBySegment',
			{
				segments: { values: [SPENDERS] },
				reportOutput: true,
				reportOptions: { previousReport: '{ "a": 1 }' },
			},
			ITEMS,
		);
		expect(run.error?.message).toContain('Previous Report cannot be used');
	});

	it('reads an outcome without a control group for nothing', async () => {
		const items = ITEMS.map((item, i) => ({ ...item, bought: i === 0 ? 'perhaps' : 'yes' }));
		const { reports, run } = await report({ reportOptions: { outcomeField: 'bought' } }, items);
		expect(reports[0]!.holdout).toBeNull();
		expect(run.hints).toEqual(
			expect.arrayContaining([expect.stringContaining('Outcome Field "bought" could not be used')]),
		);
	});
});
