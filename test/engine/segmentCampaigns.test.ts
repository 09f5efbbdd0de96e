import type { PersonalDetails } from '../../nodes/SplitBySegment/schemes/CampaignFactsReader';
import { daysAgo } from './lapseOf';
import { PERSONAS, personaOf } from './personas';
import { onOutputs, segmentOf, split, splitOfOrders, verdictsById } from './splitRun';

const campaigns = (records: readonly object[], parameters: object = {}) =>
	split(
		{ scheme: 'campaign', leaveAlone: { leaveLostInPeace: false }, ...parameters },
		records.map((record, i) => ({ id: i + 1, ...record })),
	);

const bought = (orders: number, first: number, last: number, stage: string, more: object = {}) => ({
	lifecycle: {
		stage,
		orders,
		firstOrderAt: daysAgo(first),
		lastOrderAt: daysAgo(last),
		expectedIntervalDays: 30,
		...more,
	},
});

const lapse = (watch: string, status: string, more: object = {}) => ({
	lapse: { watch, status, daysSince: 2, suggestedAction: 'none', ...more },
});

const PEOPLE = [
	bought(1, 3, 3, 'customer'),
	bought(1, 20, 20, 'customer'),
	bought(24, 700, 4, 'advocate'),
	{ viewedCategories: ['bread', 'rolls'], lifecycle: { stage: 'prospect', orders: 0 } },
	lapse('carts', 'lapsed', {
		cart: { viewed: ['cake'], products: ['Tea'], customerType: 'existing' },
	}),
	bought(5, 400, 90, 'lapsed'),
	{ leadScore: { band: 'hot', score: 82 } },
	bought(2, 900, 800, 'lost'),
	bought(4, 400, 20, 'customer'),
];

describe('Split by Segment by campaign', () => {
	it('has the eight ready groups, each with its campaign', async () => {
		const run = await campaigns(PEOPLE);
		expect(onOutputs(run)).toEqual([[9], [1], [2], [3], [4], [5], [6], [7], [8]]);
		expect(
			run.outputs.flat().map((item) => {
				const { name, campaign, reason } = segmentOf(item);
				return [name, campaign, reason];
			}),
		).toEqual([
			['Everyone Else', null, 'None of the ready campaigns applies.'],
			['Welcome', 'welcome', 'Welcome: first order 3 days ago; a welcome takes 7 days.'],
			[
				'Second Purchase',
				'second-purchase',
				'Second Purchase: 1 order, 20 days ago, the next is expected after 30.',
			],
			[
				'VIP Thanks',
				'vip-thanks',
				'VIP Thanks: advocate with 24 orders, one every 30 days expected.',
			],
			[
				'Product Interest',
				'product-interest',
				'Product Interest: viewed bread and rolls, no order and no cart yet.',
			],
			['Abandoned Cart', 'abandoned-cart', 'Abandoned Cart: cart left, 2 days old.'],
			['Win-Back', 'win-back', 'Win-Back: lapsed, last order 90 days ago.'],
			['Hot Lead', 'hot-lead', 'Hot Lead: hot lead with a score of 82, no order yet.'],
			['Leave in Peace', null, 'Leave in Peace: lost, last order 800 days ago.'],
		]);
	});

	it('puts the most urgent first, and all that apply where that is wanted', async () => {
		const both = {
			...lapse('carts', 'lapsed'),
			signUpDate: daysAgo(2),
			leadScore: { band: 'hot', score: 90 },
		};
		const first = await campaigns([both]);
		expect(onOutputs(first)).toEqual([[], [], [], [], [], [1], [], [], []]);
		const all = await campaigns([both], { matching: 'all' });
		expect(onOutputs(all)).toEqual([[], [1], [], [], [], [1], [], [1], []]);
		expect(segmentOf(all.outputs[1]?.[0])).toMatchObject({
			name: 'Welcome',
			matched: ['Abandoned Cart', 'Hot Lead', 'Welcome'],
		});
	});

	it('takes what the user sets for a group, and goes on to the next where one is switched off', async () => {
		const run = await campaigns(
			[{ ...lapse('carts', 'lapsed'), leadScore: { band: 'hot' } }, PEOPLE[2]!],
			{
				groupSettings: {
					values: [
						{ readyCampaign: 'abandonedCart', enabled: false },
						{ readyCampaign: 'vipThanks', name: 'Fans', campaign: 'cake', channel: 'post' },
						{ readyCampaign: 'hotLead', owner: 'mia@shop.example', channel: 'phone' },
					],
				},
			},
		);
		expect(verdictsById(run)).toMatchObject({
			1: { name: 'Hot Lead', campaign: 'hot-lead', channel: 'phone', owner: 'mia@shop.example' },
			2: { name: 'Fans', campaign: 'cake', channel: 'post' },
		});
	});

	it('has windows that can be set', async () => {
		const records = [
			bought(1, 10, 10, 'customer'),
			{ viewedPages: ['/bread'], lastSeen: daysAgo(40) },
		];
		const before = await campaigns(records);
		expect(onOutputs(before).map((ids) => ids.length)).toEqual([1, 0, 1, 0, 0, 0, 0, 0, 0]);
		const after = await campaigns(records, {
			campaignWindows: { welcomeDays: 14, interestDays: 60 },
		});
		expect(onOutputs(after).map((ids) => ids.length)).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 0]);
	});

	it('tells which groups stay empty, since nothing is known that they are judged by', async () => {
		const run = await campaigns([{ orders_count: 1, last_order: '' }]);
		expect(run.hints).toContain(
			'3 of the ready groups stay empty, since no item has what they are judged by: VIP Thanks by lifecycle.stage of Classify Lifecycle; Abandoned Cart by lapse of Detect Lapsed, which watches carts; Hot Lead by leadScore.band of Score Lead.',
		);
		const two = [{ lifecycle: { stage: 'prospect' }, leadScore: { band: 'warm' } }];
		expect((await campaigns(two)).hints).toContain(
			'1 of the ready groups stays empty, since no item has what it is judged by: Abandoned Cart by lapse of Detect Lapsed, which watches carts.',
		);
		expect((await campaigns(PEOPLE)).hints.filter((hint) => hint.includes('stay empty'))).toEqual(
			[],
		);
	});

	it('leaves the unsubscribed in peace, by the fields of the systems', async () => {
		const run = await campaigns([
			{ leadScore: { band: 'hot' }, unsubscribed: 'yes' },
			{ leadScore: { band: 'hot' }, unsubscribed: 'no' },
		]);
		expect(onOutputs(run)).toEqual([[], [], [], [], [], [], [], [2], [1]]);
	});
});

const detailsOf = async (record: object) => {
	const run = await campaigns([record]);
	const { name, details } = segmentOf(run.outputs.flat()[0]);
	return { name, ...(details as PersonalDetails) };
};

describe('The ways of campaigns', () => {
	it('way 11: win-back with what is known of the behaviour', async () => {
		expect(
			await detailsOf({
				...bought(5, 400, 90, 'lapsed'),
				interests: 'rye, cake',
				viewedCategories: 'bread',
			}),
		).toEqual({
			name: 'Win-Back',
			interests: ['rye', 'cake'],
			viewed: ['bread'],
			products: [],
			customerType: null,
		});
	});

	it('way 12: viewed, never in the funnel', async () => {
		expect((await detailsOf({ viewedCategories: ['bread'] })).name).toBe('Product Interest');
		expect(
			(await detailsOf({ viewedCategories: ['bread'], ...lapse('carts', 'atRisk') })).name,
		).toBe('Everyone Else');
	});

	it.each([
		['a first order', bought(1, 2, 2, 'customer')],
		['a sign-up', { signUpDate: daysAgo(2), lifecycle: { stage: 'prospect', orders: 0 } }],
	])('way 13: welcome after %s, with what they viewed and prefer', async (_trigger, record) => {
		expect(
			await detailsOf({ ...record, viewedCategories: ['bread'], interests: ['organic'] }),
		).toMatchObject({ name: 'Welcome', viewed: ['bread'], interests: ['organic'] });
	});

	it('way 8: a cart with the pages viewed before, and whether it is of a customer', async () => {
		expect(await detailsOf(PEOPLE[4]!)).toEqual({
			name: 'Abandoned Cart',
			interests: [],
			viewed: ['cake'],
			products: ['Tea'],
			customerType: 'existing',
		});
	});

	it('ways 32 and 33: the holiday buyer is left alone, the monthly fan thanked, the first-timer asked', async () => {
		const run = await splitOfOrders(
			{ source: 'sheet', options: { advocateRules: ['everyPeriod'] } },
			{ scheme: 'campaign' },
			PERSONAS,
		);
		const found = run.outputs.flat().map((item) => [personaOf(item.json), segmentOf(item).name]);
		expect(Object.fromEntries(found)).toEqual({
			new: 'Second Purchase',
			fan: 'VIP Thanks',
			holiday: 'Everyone Else',
		});
	});

	it('reminds nobody whom Detect Lapsed holds back', async () => {
		const run = await campaigns([
			lapse('purchases', 'lapsed', { held: 'contacted' }),
			lapse('purchases', 'lapsed', { held: null }),
			lapse('carts', 'lapsed', { held: 'baseline' }),
		]);
		expect(verdictsById(run)).toMatchObject({
			1: { reason: 'None of the ready campaigns applies: Detect Lapsed holds back for now.' },
			2: { name: 'Win-Back' },
			3: { name: 'Everyone Else' },
		});
	});

	it('way 33: first-timers are asked for a second sale', async () => {
		expect((await detailsOf(bought(1, 25, 25, 'customer'))).name).toBe('Second Purchase');
		expect((await detailsOf(bought(2, 25, 25, 'customer'))).name).toBe('Everyone Else');
	});
});
