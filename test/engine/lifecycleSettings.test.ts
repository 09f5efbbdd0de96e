import type { LifecycleVerdict } from '../../nodes/core/lifecycle/classifyLifecycle';
import type { StageSummary } from '../../nodes/core/lifecycle/summariseStages';
import { resultOf, sourcesOf } from './resultOf';
import { runNode } from './runWorkflow';

const AS_OF = '2026-11-22T00:00:00';

function ordersOn(email: string, dates: readonly string[], more: object = {}) {
	return dates.map((date) => ({ email, date, amount: 10, ...more }));
}

async function classify(
	parameters: { options?: object; [name: string]: unknown },
	records: readonly object[],
) {
	const options = { asOf: AS_OF, ...parameters.options };
	const run = await runNode(
		'classifyLifecycle',
		{ source: 'custom', ...parameters, options },
		records,
	);
	expect(run.error).toBeUndefined();
	const items = run.outputs[0] ?? [];
	const verdicts = items.map((item) => resultOf<LifecycleVerdict>(item, 'lifecycle'));
	return { ...run, items, verdicts };
}

describe('Classify Lifecycle by product category', () => {
	const table = {
		intervalMethod: 'category',
		categoryField: 'lines.kind',
		categoryIntervals: {
			values: [
				{ category: 'Bread', every: 7, unit: 'days' },
				{ category: 'Furniture', every: 2, unit: 'years' },
			],
		},
	};
	const bought = (email: string, date: string, ...kinds: string[]) => ({
		email,
		date,
		lines: kinds.map((kind) => ({ kind })),
	});

	it('expects bread within a week and furniture within two years', async () => {
		const { verdicts } = await classify(table, [
			bought('bread@shop.example', '2026-10-20', 'bread'),
			bought('sofa@shop.example', '2026-10-20', 'FURNITURE'),
		]);
		expect(verdicts).toMatchObject([
			{ stage: 'lapsed', basis: 'category', expectedIntervalDays: 7 },
			{ stage: 'customer', basis: 'category', expectedIntervalDays: 730.5 },
		]);
		expect(verdicts[0]?.reason).toContain('within 7 days (Bread)');
	});

	it('goes by what is bought most often, in one basket by what is used up first', async () => {
		const { verdicts } = await classify(table, [
			bought('both@shop.example', '2026-11-20', 'furniture', 'bread'),
			bought('often@shop.example', '2026-10-01', 'bread'),
			bought('often@shop.example', '2026-10-08', 'bread'),
			bought('often@shop.example', '2026-11-01', 'furniture'),
		]);
		expect(verdicts.map(({ expectedIntervalDays }) => expectedIntervalDays)).toEqual([7, 7]);
	});

	it('learns for who bought in no category of the table', async () => {
		const { verdicts } = await classify({ ...table, options: { kindOfGoods: 'consumables' } }, [
			bought('other@shop.example', '2026-11-20', 'flowers'),
		]);
		expect(verdicts[0]).toMatchObject({ basis: 'preset', expectedIntervalDays: 30 });
	});
});

describe('Classify Lifecycle with a clock that pauses', () => {
	const bakery = { intervalMethod: 'fixed', intervalValue: 7, intervalUnit: 'days' };
	const weekly = ordersOn('weekly@bread.example', ['2026-07-18', '2026-07-25', '2026-08-01']);

	it('lets nobody lapse during the summer break of a bakery', async () => {
		const options = { asOf: '2026-08-24T00:00:00', closedDates: '2026-08-02 to 2026-08-23' };
		const open = await classify({ ...bakery, options }, weekly);
		expect(open.verdicts[0]).toMatchObject({ stage: 'advocate', daysSinceLastOrder: 23 });
		const asIf = await classify({ ...bakery, options: { asOf: options.asOf } }, weekly);
		expect(asIf.verdicts[0]).toMatchObject({ stage: 'lapsed' });
	});

	it('says how many of the days were open, and moves the dates to come', async () => {
		const options = { asOf: '2026-11-22T00:00:00', closedWeekdays: ['sunday'] };
		const { verdicts } = await classify(
			{ ...bakery, options },
			ordersOn('a@bread.example', ['2026-11-14']),
		);
		expect(verdicts[0]).toMatchObject({
			reason:
				'Only order 8 days ago, 6 of them open; the next is expected within 7 open days, lapsed after 21.',
			nextOrderExpectedAt: '2026-11-23T00:00:00.000Z',
		});
	});
});

describe('Classify Lifecycle and what makes an advocate', () => {
	const months = Array.from({ length: 12 }, (_, i) =>
		new Date(Date.UTC(2025, 11 + i, 10)).toISOString().slice(0, 10),
	);

	it.each<[string, object, object[], string]>([
		[
			'an order in each of the last 12 months',
			{ advocateRules: ['everyPeriod'] },
			ordersOn('a@shop.example', months),
			'At least one order in each of 12 months in a row',
		],
		[
			'two referrals',
			{ advocateRules: ['referrals'], advocateMinReferrals: 2, referralsField: 'brought' },
			ordersOn('a@shop.example', ['2026-11-20'], { brought: 2 }),
			'2 referrals, an advocate has at least 2',
		],
		[
			'a review',
			{ advocateRules: ['reviews'], reviewsField: 'stars' },
			ordersOn('a@shop.example', ['2026-11-20'], { stars: '1' }),
			'1 review, an advocate has at least 1',
		],
		[
			'3,000 followers',
			{ advocateRules: ['influence'], followersField: 'followers' },
			ordersOn('a@shop.example', ['2026-11-20'], { followers: 3000 }),
			'3,000 followers, an advocate has at least 1,000',
		],
		[
			'any of all rules',
			{
				advocateRules: [
					'pace',
					'everyPeriod',
					'ordersAndSpend',
					'referrals',
					'reviews',
					'influence',
				],
				advocateMinSpend: 1000,
				reviewsField: 'reviews',
			},
			ordersOn('a@shop.example', ['2026-11-20'], { reviews: 3 }),
			'3 reviews',
		],
	])('%s', async (_, options, records, reason) => {
		const { verdicts } = await classify({ options }, records);
		expect(verdicts[0]).toMatchObject({ stage: 'advocate' });
		expect(verdicts[0]?.reason).toContain(reason);
	});

	it('keeps an advocate of last time who falls short by no more than the margin', async () => {
		const options = {
			advocateRules: ['ordersAndSpend'],
			advocateMinOrders: 1,
			advocateMinSpend: 100,
			previousStageField: 'stage',
		};
		const spent = (amount: number, stage: string) => ({
			email: `${stage}-${amount}@shop.example`,
			date: '2026-11-20',
			amount,
			stage,
		});
		const { verdicts } = await classify({ options }, [
			spent(95, 'advocate'),
			spent(95, 'customer'),
			spent(89, 'advocate'),
		]);
		expect(verdicts.map(({ stage }) => stage)).toEqual(['advocate', 'customer', 'customer']);
	});
});

describe('Classify Lifecycle and engagement', () => {
	const activities = {
		values: [
			{ activity: 'open', lastDateField: 'opened', countField: '', countedDays: 0 },
			{ activity: 'click', lastDateField: '', countField: 'clicks30', countedDays: 30 },
			{ activity: 'visit', lastDateField: 'visited', countField: 'visits', countedDays: 0 },
		],
	};
	const person = (facts: object) => ({ email: 'a@shop.example', date: '2026-11-20', ...facts });

	it.each<[string, object, object, string, number | null]>([
		['an open of yesterday', { opened: '2026-11-21' }, {}, 'engaged', null],
		['the same without opens', { opened: '2026-11-21' }, { countOpens: false }, 'unknown', null],
		['clicks within 30 days', { clicks30: 2 }, {}, 'engaged', 2],
		['a visit two months ago', { visited: '2026-09-20', visits: 7 }, {}, 'cooling', 7],
		['a visit half a year ago', { visited: '2026-05-20' }, {}, 'dormant', null],
		['visits of all time alone', { visits: 7 }, {}, 'unknown', 7],
		['a window of its own', { visited: '2026-11-10' }, { engagedDays: 7 }, 'cooling', null],
	])('%s', async (_, facts, options, level, count) => {
		const { verdicts } = await classify({ activities, options }, [person(facts)]);
		expect(verdicts[0]?.engagement).toMatchObject({ level, activities: count });
		expect(verdicts[0]?.stage).toBe('customer');
	});
});

describe('Classify Lifecycle and movement', () => {
	const options = {
		previousStageField: 'stage',
		previousSinceField: 'since',
		lapsedAfterDays: 30,
		lostAfterDays: 180,
	};
	const moved = (email: string, date: string, stage: string, since = '') => ({
		email,
		date,
		amount: 10,
		stage,
		since,
	});
	const records = [
		moved('back@shop.example', '2026-11-20', 'lapsed'),
		moved('stays@shop.example', '2026-11-20', 'customer', '2026-03-01'),
		moved('gone@shop.example', '2026-10-01', 'customer'),
		moved('new@shop.example', '2026-11-20', ''),
	];

	it('tells who was won back, who stayed and since when', async () => {
		const { verdicts } = await classify({ options }, records);
		expect(verdicts).toMatchObject([
			{ movement: 'lapsed -> customer', wonBack: true, since: '2026-11-20T00:00:00.000Z' },
			{ movement: null, changed: false, wonBack: false, since: '2026-03-01T00:00:00.000Z' },
			{ movement: 'customer -> lapsed', wonBack: false, since: '2026-11-01T00:00:00.000Z' },
			{ movement: null, changed: null, wonBack: null },
		]);
	});

	it('lets only those who changed and those who are new leave', async () => {
		const { verdicts } = await classify({ options, output: 'changed' }, records);
		expect(verdicts.map(({ customerKey }) => customerKey)).toEqual([
			'back@shop.example',
			'gone@shop.example',
			'new@shop.example',
		]);
	});

	it('sums the run up by stage, with the matrix of movements', async () => {
		const run = await classify({ options: { ...options, summaryOutput: true } }, records);
		const summary = (run.outputs[1] ?? []).map(({ json }) => json as unknown as StageSummary);
		expect(summary.map(({ stage, customers }) => [stage, customers])).toEqual([
			['prospect', 0],
			['customer', 3],
			['advocate', 0],
			['lapsed', 1],
			['lost', 0],
		]);
		expect(summary[1]).toMatchObject({
			stageLabel: 'Customer',
			share: 0.75,
			orders: 3,
			revenue: 30,
			averageOrderValue: 10,
			wonBack: 1,
			cameFrom: { prospect: 0, customer: 1, advocate: 0, lapsed: 1, lost: 0, unknown: 1 },
			wentTo: { prospect: 0, customer: 1, advocate: 0, lapsed: 1, lost: 0 },
		});
		expect(sourcesOf(run.outputs[1]?.[1])).toEqual([0, 1, 3]);
		expect(run.outputs).toHaveLength(2);
	});

	it('reads stages by their labels too, and gives the labels', async () => {
		const { verdicts } = await classify(
			{ options: { ...options, lapsedLabel: 'Drifting Away', customerLabel: 'Regular' } },
			[moved('back@shop.example', '2026-11-20', 'drifting away')],
		);
		expect(verdicts[0]).toMatchObject({
			stage: 'customer',
			stageLabel: 'Regular',
			previousStage: 'lapsed',
		});
	});

	it('lets nobody go back where that is asked for, but lets them lapse and return', async () => {
		const { verdicts } = await classify({ options: { ...options, neverGoBack: true } }, [
			moved('fan@shop.example', '2026-11-20', 'advocate'),
			moved('gone@shop.example', '2026-10-01', 'advocate'),
			moved('back@shop.example', '2026-11-20', 'lost'),
		]);
		expect(verdicts.map(({ stage }) => stage)).toEqual(['advocate', 'lapsed', 'customer']);
		expect(verdicts[0]?.reason).toContain('kept as advocate, as stages never go back.');
	});
});

describe('Classify Lifecycle and the season', () => {
	const buyer = ordersOn('holiday@shop.example', ['2023-12-10', '2024-11-25', '2025-12-05']);

	it.each([
		['2026-10-01T00:00:00', 'waitForSeason', '2026-11-26T00:00:00.000Z'],
		['2026-12-01T00:00:00', 'nextPurchase', '2026-11-26T00:00:00.000Z'],
	])('as of %s aims at %s', async (asOf, suggestedGoal, startsOn) => {
		const { verdicts } = await classify({ options: { asOf } }, buyer);
		expect(verdicts[0]).toMatchObject({ suggestedGoal, season: { startsOn } });
	});

	it('tells of the next season also after one was missed', async () => {
		const { verdicts } = await classify({ options: { asOf: '2027-07-01T00:00:00' } }, buyer);
		expect(verdicts[0]).toMatchObject({
			stage: 'lapsed',
			season: { startsOn: '2027-11-26T00:00:00.000Z' },
		});
	});
});

describe('Classify Lifecycle and customers with one order', () => {
	it('judges them on their own track where it is set', async () => {
		const options = { oneTimeLapsedAfterDays: 20, lapsedAfterDays: 60, lostAfterDays: 365 };
		const { verdicts } = await classify({ options }, [
			...ordersOn('once@shop.example', ['2026-11-01']),
			...ordersOn('twice@shop.example', ['2026-10-01', '2026-11-01']),
		]);
		expect(verdicts.map(({ stage }) => stage)).toEqual(['lapsed', 'customer']);
	});
});

describe('The policy of Classify Lifecycle', () => {
	const settings = {
		intervalMethod: 'fixed',
		intervalValue: 2,
		intervalUnit: 'weeks',
		options: { lapsedAfterDays: 20, lostAfterDays: 90, lostLabel: 'Gone' },
	};
	const records = ordersOn('a@shop.example', ['2026-10-01', '2026-11-01']);

	it('leaves one node and judges the same in another', async () => {
		const exported = await classify({ ...settings, output: 'policy' }, records);
		const policy: unknown = exported.items[0]?.json.policy;
		expect(policy).toMatchObject({
			interval: { method: 'fixed', days: 14 },
			silence: { lapsedAfter: { days: 20 }, lostAfter: { days: 90 } },
		});
		expect(exported.items).toHaveLength(1);

		const own = await classify(settings, records);
		// As it is, as the item shows it, and as the list of items that n8n copies.
		for (const text of [policy, { policy }, [{ policy }]].map((value) => JSON.stringify(value))) {
			const pasted = await classify({ options: { policy: text } }, records);
			expect(pasted.verdicts).toEqual(own.verdicts);
		}
		expect(own.verdicts[0]).toMatchObject({ stage: 'lapsed' });
	});

	it('is refused with the path of what is wrong', async () => {
		const exported = await classify({ ...settings, output: 'policy' }, records);
		const policy = exported.items[0]?.json.policy as { silence: object };
		const broken = { ...policy, silence: { ...policy.silence, lostAfter: { days: -1 } } };
		const run = await runNode(
			'classifyLifecycle',
			{ options: { policy: JSON.stringify(broken) } },
			records,
		);
		expect(run.error?.message).toContain('Policy cannot be used: silence.lostAfter');
	});
});
