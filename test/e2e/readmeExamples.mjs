import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { shownBelow } from './shownBelow.mjs';

const items = (records) => `return ${JSON.stringify(records)}.map((json) => ({ json }));`;
const ORDERS = [
	['2026-08-01', 24.9],
	['2026-08-29', 31],
	['2026-09-26', 27.5],
].map(([date, amount]) => ({ email: 'customer-7@shop.example', date, amount }));
const LEAD = {
	email: 'lead@firm.example',
	jobTitle: 'Head of Purchasing',
	company: { employees: 120 },
	activities: [
		{ type: 'demo', date: '2026-11-12' },
		{ type: 'page_view', date: '2026-11-22', url: '/pricing' },
		{ type: 'page_view', date: '2026-10-23', url: '/pricing' },
	],
};
const SHOP_EVENTS = [
	{
		event: 'purchase',
		email: 'ada@shop.example',
		date: '2026-10-01T08:00:00Z',
		amount: 40,
		currency: 'EUR',
	},
	{
		event: 'Product Viewed',
		email: 'ada@shop.example',
		date: '2026-11-21T09:40:00Z',
		product: 'Linen shirt',
	},
	{
		event: 'Checkout Started',
		email: 'Ada@shop.example',
		date: '2026-11-21T10:00:00Z',
		amount: 84.5,
		currency: 'EUR',
		cart: 'c-17',
		items: [{ name: 'Wool scarf' }],
		url: 'https://shop.example/cart/c-17',
	},
];
const DEAL = {
	id: 'D-7',
	title: 'Oven',
	status: 'open',
	stage: 'Proposal',
	value: 4800,
	currency: 'EUR',
	owner: 'Mia',
	contact: 'huber@bakery.example',
	created_at: '2026-09-01',
	last_activity: '2026-10-30',
};
const SUBSCRIBER = {
	email: 'lena@mail.example',
	sends: 14,
	last_click: '2026-07-25',
	since: '2024-03-01',
	last_order: '',
	unsubscribed: '',
};
const LAPSED = { email: 'customer-7@shop.example', lifecycle: { stage: 'lapsed' } };

const options = { asOf: '2026-11-22' };
const rules = [
	{
		name: '50 employees or more',
		category: 'fit',
		counts: 'conditions',
		points: 30,
		conditions: allOf(['company.employees', 'number', 'gte', 50]),
	},
	{
		name: 'Decides on the purchase',
		category: 'fit',
		counts: 'attribute',
		attribute: 'decisionRole',
		comparison: 'oneOf',
		comparedWith: 'decides',
		points: 20,
	},
	{
		name: 'In retail',
		category: 'fit',
		counts: 'attribute',
		attribute: 'sector',
		comparison: 'oneOf',
		comparedWith: 'retail',
		points: 10,
	},
	{
		name: 'Asked for a demo',
		category: 'engagement',
		counts: 'activities',
		activityTypes: 'demo',
		points: 30,
		more: { firstTimeOnly: true },
	},
	{
		name: 'Looked at the prices',
		category: 'engagement',
		counts: 'activities',
		activityTypes: 'page_view',
		conditions: allOf(['url', 'string', 'contains', '/pricing']),
		points: 5,
		decay: 'halfLife',
		decayDays: 30,
		more: { pointsAtMost: 20 },
	},
];
const scoring = {
	inputShape: 'activityLists',
	rules: { values: rules },
	options: { ...options, modelName: 'B2B', modelVersion: '1' },
};
const segment = (name, stage, campaign) => ({
	name,
	conditions: allOf(['lifecycle.stage', 'string', 'equals', stage]),
	campaign,
	channel: 'email',
	enabled: true,
});

const workflow = buildWorkflow(
	'e2e-readme-examples',
	[
		codeNode('Orders', items(ORDERS)),
		node('Classify Lifecycle', 'classifyLifecycle', { options }),
		node('Detect Lapsed', 'detectLapsed', { options }),
		codeNode('Events', items(SHOP_EVENTS)),
		node('Carts', 'detectLapsed', {
			watch: 'carts',
			options: {
				asOf: '2026-11-22T12:00:00Z',
				currencyField: 'currency',
				cartIdField: 'cart',
				cartLinkField: 'url',
				productsField: 'items.name',
				viewedField: 'product',
			},
		}),
		codeNode('Sales', items([DEAL])),
		node('Deals', 'detectLapsed', {
			watch: 'deals',
			dealTitleField: 'title',
			dealValueField: 'value',
			lastActivityField: 'last_activity',
			options: {
				...options,
				dealContactField: 'contact',
				dealCurrencyField: 'currency',
				dealOwnerField: 'owner',
			},
		}),
		codeNode('Newsletter', items([SUBSCRIBER])),
		node('Subscribers', 'detectLapsed', {
			watch: 'subscribers',
			subscriberSource: 'custom',
			sendsField: 'sends',
			lastClickField: 'last_click',
			subscribedAtField: 'since',
			lastPurchaseField: 'last_order',
			unsubscribedField: 'unsubscribed',
			options,
		}),
		codeNode('Leads', items([LEAD])),
		node('Score Lead', 'scoreLead', scoring),
		node('Lead Model', 'scoreLead', { ...scoring, output: 'model' }),
		codeNode('Stages', items([LAPSED])),
		node('Split by Segment', 'splitBySegment', {
			segments: {
				values: [
					segment('Advocates', 'advocate', 'vip-thanks'),
					segment('Lapsed', 'lapsed', 'win-back'),
				],
			},
		}),
	],
	{
		Orders: [['Classify Lifecycle', 'Detect Lapsed', 'Events', 'Leads']],
		Events: [['Carts', 'Sales']],
		Sales: [['Deals', 'Newsletter']],
		Newsletter: [['Subscribers']],
		Leads: [['Score Lead', 'Lead Model', 'Stages']],
		Stages: [['Split by Segment']],
	},
);
// The README shows days in UTC.
workflow.settings.timezone = 'UTC';

export const workflows = [workflow];

export const title = 'The README';

export async function verify(it, world) {
	const { run } = await world.execute('e2e-readme-examples');
	const outputs = [
		['Classify Lifecycle', 0],
		['Detect Lapsed', 0],
		['Score Lead', 0],
		['Split by Segment', 2],
	];
	for (const [name, output] of outputs) {
		await it(`shows what ${name} gives`, () => {
			assert.deepEqual(
				itemsOf(run, name, output).map(({ json }) => json),
				[shownBelow(name)],
			);
		});
	}

	await it('shows some of the model that Score Lead gives as JSON', () => {
		const [{ json }] = itemsOf(run, 'Lead Model');
		const { rules: shownRules, ...shown } = shownBelow('Score Lead', 1).leadModel;
		const { rules: given, ...others } = json.leadModel;
		assert.deepEqual(shownRules, [given.at(1), given.at(-1)]);
		assert.deepEqual(others, shown);
	});

	const watches = [
		['Carts', 2],
		['Deals', 3],
		['Subscribers', 4],
	];
	for (const [name, block] of watches) {
		await it(`shows some of what Detect Lapsed gives for ${name.toLowerCase()}`, () => {
			const [{ json }, ...others] = itemsOf(run, name);
			const shown = shownBelow('Detect Lapsed', block);
			const given = Object.fromEntries(Object.keys(shown).map((key) => [key, json.lapse[key]]));
			assert.deepEqual(given, shown);
			assert.deepEqual(others, []);
		});
	}
}
