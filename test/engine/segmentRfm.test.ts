import { RFM_GROUPS, rfmGroup } from '../../nodes/core/segment/rfm/rfmGroups';
import type { RfmScores } from '../../nodes/core/segment/rfm/rfmScores';
import { sharedTable } from '../core/history/sharedOrders';
import { daysAgo } from './lapseOf';
import type { NodeRun } from './runWorkflow';
import { onOutputs, segmentOf, split, splitOfOrders, verdictsById } from './splitRun';

const orders = sharedTable('rfm/rfm_data_orders.csv');
const expected = sharedTable('rfm/rfm_scores_expected.csv');

const isThere = orders !== undefined && expected !== undefined;
const describeIf = isThere ? describe : describe.skip;

const scoresOf = (details: unknown) => (details as { rfm: RfmScores | null } | undefined)?.rfm;

/** The scores by customer, and the output of each. */
function scoredIn(run: NodeRun, idOf: (json: Record<string, unknown>) => string) {
	expect(run.error).toBeUndefined();
	return new Map(
		run.outputs.flatMap((items, output) =>
			items.map((item) => {
				const scores = scoresOf(segmentOf(item).details);
				return [idOf(item.json), { score: scores?.score, scores, output }] as const;
			}),
		),
	);
}

describeIf(
	`Split by Segment by RFM of real orders${isThere ? '' : ' (rfm/ is missing in ../shared/data)'}`,
	() => {
		/** One row a customer, as an aggregation gives it. */
		function customers() {
			const rows = new Map<string, { id: string; last: string; count: number; spent: number }>();
			for (const { customer_id: id = '', order_date: date = '', revenue } of orders ?? []) {
				const row = rows.get(id) ?? { id, last: date, count: 0, spent: 0 };
				if (date > row.last) row.last = date;
				row.count += 1;
				row.spent += Number(revenue);
				rows.set(id, row);
			}
			return [...rows.values()];
		}

		const settings = {
			scheme: 'rfm',
			recencyField: 'last',
			frequencyField: 'count',
			monetaryField: 'spent',
		};

		it('gives all 995 customers the scores of the R package rfm', async () => {
			const run = await split({ ...settings, options: { asOf: '2006-12-31' } }, customers());
			const found = scoredIn(run, ({ id }) => String(id));
			expect(found.size).toBe(995);
			const ours = Object.fromEntries([...found].map(([id, { score }]) => [id, score]));
			expect(ours).toEqual(
				Object.fromEntries(
					(expected ?? []).map(({ customer_id: id = '', rfm_score: score }) => [id, Number(score)]),
				),
			);
			for (const { scores, output } of found.values()) {
				expect(output).toBe(RFM_GROUPS.indexOf(rfmGroup(scores!)) + 1);
			}
		});

		it('gives the same scores behind Classify Lifecycle, for all 995', async () => {
			const run = await splitOfOrders(
				{
					source: 'custom',
					inputShape: 'orders',
					customerField: 'customer_id',
					orderDateField: 'order_date',
					amountField: 'revenue',
					options: { asOf: '2006-12-31' },
				},
				{ scheme: 'rfm' },
				orders ?? [],
			);
			const found = scoredIn(run, ({ lifecycle }) =>
				String((lifecycle as { customerKey: string }).customerKey),
			);
			expect(found.size).toBe(995);
			const different = (expected ?? []).filter(
				({ customer_id: id = '', rfm_score: score }) => found.get(id)?.score !== Number(score),
			);
			expect(different).toEqual([]);
			expect(run.hints).toEqual([
				expect.stringMatching(/^Left alone: 162 lost, 33 out of season\./),
			]);
		});
	},
);

const customer = (days: number, orderCount: number, spent: number) => ({
	lifecycle: { lastOrderAt: daysAgo(days), orders: orderCount, totalSpent: spent },
});

const numbered = (records: readonly object[]) =>
	records.map((record, i) => ({ id: i + 1, ...record }));

/** Six customers from the best to the worst, the last without an order. */
const PEOPLE = numbered([
	customer(5, 12, 2000),
	customer(40, 5, 500),
	customer(100, 3, 160),
	customer(200, 2, 60),
	customer(400, 1, 20),
	{ lifecycle: { lastOrderAt: null, orders: 0, totalSpent: 0 } },
]);

const FIXED = { scheme: 'rfm', rfmScores: 'fixed' };

describe('Split by Segment by RFM', () => {
	it('has eleven groups by quintiles, and tells the scores', async () => {
		const run = await split({ scheme: 'rfm' }, PEOPLE);
		expect(run.outputs).toHaveLength(12);
		expect(verdictsById(run)).toMatchObject({
			1: {
				name: 'Champions',
				priority: 1,
				reason: 'Champions: recency 5 (5 days), frequency 5 (12 orders), monetary 5 (2,000).',
				details: {
					rfm: {
						recency: 5,
						frequency: 5,
						monetary: 5,
						score: 555,
						recencyDays: 5,
						orders: 12,
						spent: 2000,
					},
				},
			},
			6: { name: 'Everyone Else', reason: 'No order yet.', details: { rfm: null } },
		});
		expect(run.hints).toEqual([]);
	});

	it('has fixed limits, by which a score means the same whoever comes in', async () => {
		const scores = async (people: readonly object[]) =>
			Object.values(verdictsById(await split(FIXED, people))).map(
				({ details }) => scoresOf(details)?.score,
			);
		expect((await scores(PEOPLE)).sort()).toEqual([111, 222, 333, 444, 555, undefined]);
		expect(await scores(PEOPLE.slice(3, 4))).toEqual([222]);
		const own = await split({ ...FIXED, recencyLimits: '6, 7, 8, 9' }, PEOPLE.slice(0, 2));
		expect(Object.values(verdictsById(own)).map(({ details }) => scoresOf(details)?.score)).toEqual(
			[555, 144],
		);
	});

	it('has six groups', async () => {
		const run = await split({ ...FIXED, rfmGroups: 'six' }, PEOPLE);
		// 444 is of the loyal, 333 needs attention, 222 and 111 are lost.
		expect(onOutputs(run)).toEqual([[6], [1], [2], [], [3], [], [4, 5]]);
	});

	it('has groups by ranges of scores, the first that fits, and tells of cells in none', async () => {
		const run = await split(
			{
				...FIXED,
				rfmGroups: 'own',
				rfmCells: {
					values: [
						{ name: 'Best', recencyFrom: 5, monetaryFrom: 5, campaign: 'cake' },
						{ name: 'Recent', recencyFrom: 4 },
						{ name: 'Old', recencyTo: 1, frequencyTo: 2 },
					],
				},
			},
			PEOPLE,
		);
		expect(onOutputs(run)).toEqual([[3, 4, 6], [1], [2], [5]]);
		expect(segmentOf(run.outputs[1]?.[0]).campaign).toBe('cake');
		expect(verdictsById(run)['3']?.reason).toBe('The scores 333 are in no group.');
		expect(run.hints).toEqual([
			'65 combinations of the 125 of scores are in no group: who has them is with Everyone Else.',
		]);
	});

	it('goes on to the next group that fits where one is switched off', async () => {
		const values = [
			{ name: 'Best', recencyFrom: 5, enabled: false },
			{ name: 'Recent', recencyFrom: 4 },
		];
		const run = await split({ ...FIXED, rfmGroups: 'own', rfmCells: { values } }, PEOPLE);
		expect(onOutputs(run)).toEqual([[3, 4, 5, 6], [], [1, 2]]);
	});

	it('takes days since the last order, and names and campaigns of the user', async () => {
		const run = await split(
			{
				...FIXED,
				recencyField: 'days',
				recencyIs: 'days',
				frequencyField: 'count',
				monetaryField: 'sum',
				groupSettings: {
					values: [
						{ rfmGroup: 'champions', name: 'Stars', channel: 'phone' },
						{ rfmGroup: 'lost', enabled: false },
					],
				},
			},
			numbered([
				{ days: 3, count: '11', sum: '1.200,00 €' },
				{ days: 900, count: 1, sum: 5 },
			]),
		);
		expect(verdictsById(run)).toMatchObject({
			1: { name: 'Stars', channel: 'phone' },
			2: { name: 'Everyone Else', reason: 'Belongs to Lost, which is switched off.' },
		});
	});

	it('tells why somebody has no scores', async () => {
		const run = await split(
			FIXED,
			numbered([
				{ lifecycle: { orders: 2, totalSpent: 5 } },
				{ lifecycle: { lastOrderAt: daysAgo(3), orders: 1.5, totalSpent: 5 } },
				{ lifecycle: { lastOrderAt: daysAgo(3), orders: 2, totalSpent: 'much' } },
				customer(-3, 2, 5),
			]),
		);
		expect(run.outputs[0]?.map((item) => segmentOf(item).reason)).toEqual([
			'No scores: Recency Field "lifecycle.lastOrderAt" is empty or cannot be read.',
			'No scores: Frequency Field "lifecycle.orders" is empty or cannot be read.',
			'No scores: Monetary Field "lifecycle.totalSpent" is empty or cannot be read.',
			'No scores: the last order is after the day as of which is judged.',
		]);
		expect(run.hints).toEqual([
			'Frequency Field "lifecycle.orders" could not be used for 1 item, e.g. "1.5".',
			'Monetary Field "lifecycle.totalSpent" could not be used for 1 item, e.g. "much".',
		]);
	});

	it('tells when too few values differ for five scores', async () => {
		const people = numbered(
			[1, 2, 3, 4, 5, 6].map((i) => customer(i * 10, i % 2 ? 1 : 2, i * 100)),
		);
		const run = await split({ scheme: 'rfm' }, people);
		expect(run.hints).toEqual([
			'Frequency Field "lifecycle.orders" has 2 different values among 6 customers: too few for five scores, so some of them nobody has. Fixed Limits under Scores do not depend on who comes in.',
		]);
		expect((await split(FIXED, people)).hints).toEqual([]);
		const one = await split({ scheme: 'rfm' }, people.slice(0, 1));
		expect(one.hints).toEqual([
			expect.stringMatching(
				/^Recency .* has 1 different value, Frequency .* has 1 different value and Monetary .* has 1 different value among 1 customer: too few/,
			),
		]);
	});

	it('finds figures under the usual names of another system', async () => {
		const run = await split(
			FIXED,
			numbered([{ lastOrderDate: daysAgo(5), orders_count: 12, total_spent: '2000.00' }]),
		);
		expect(verdictsById(run)['1']?.name).toBe('Champions');
		expect(run.hints).toEqual([
			'Recognised: Last Order from "lastOrderDate", Orders from "orders_count", Total Spent from "total_spent".',
		]);
	});
});
