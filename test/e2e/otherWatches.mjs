import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { projectFolder } from '../../scripts/project/projectFolder.mjs';
import { buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { linksOf, sourcesOf } from './followLinks.mjs';

const AS_OF = '2026-11-22T00:00:00';
const daysAgo = (days) =>
	new Date(Date.parse(`${AS_OF}Z`) - days * 86_400_000).toISOString().slice(0, 10);

const items = (records) => `return ${JSON.stringify(records)}.map((json) => ({ json }));`;

/** A deal as version 2 of Pipedrive's node gives it, as far as it matters here. */
const pipedriveDeal = (id, stageDaysAgo, more = {}) => ({
	id,
	title: `Oven ${id}`,
	value: 4800,
	currency: 'EUR',
	person_id: 1000 + id,
	org_id: 3,
	owner_id: 9,
	pipeline_id: 8,
	stage_id: 77,
	status: 'open',
	add_time: `${daysAgo(120)}T09:00:00Z`,
	update_time: `${daysAgo(1)}T09:00:00Z`,
	stage_change_time: `${daysAgo(stageDaysAgo)}T09:00:00Z`,
	won_time: null,
	is_deleted: false,
	is_archived: false,
	...more,
});
const PIPEDRIVE = [
	pipedriveDeal(51, 23),
	pipedriveDeal(52, 23, { status: 'won' }),
	pipedriveDeal(53, 23, { status: 'lost' }),
	pipedriveDeal(54, 23, { next_activity_date: '2026-11-25', next_activity_time: null }),
	pipedriveDeal(55, 12),
	pipedriveDeal(56, 94),
];

/** A row of a sheet with deals, last touched 23 days ago. */
const dealRow = (id, more = {}) => ({
	id,
	status: 'open',
	stage: 'Proposal',
	value: '1.200,00 EUR',
	created_at: daysAgo(80),
	stage_since: daysAgo(40),
	last_activity: daysAgo(23),
	next_activity: '',
	...more,
});
const DEAL_ROWS = [
	dealRow('D-1'),
	dealRow('D-2', { stage: 'Negotiation' }),
	dealRow('D-3', { status: 'won' }),
	dealRow('D-4', { status: '', stage: 'Closed Lost' }),
	dealRow('D-5', { next_activity: '2026-11-30' }),
	dealRow('D-6', { next_activity: '2026-11-20' }),
	dealRow('D-7', { created_at: 'soon' }),
	dealRow(''),
];

/** A row of a sheet with subscribers: 14 mails and 120 days without a click. */
const subscriberRow = (name, was, more = {}) => ({
	email: `${name}@mail.example`,
	was,
	sends: 14,
	clicked: daysAgo(120),
	since: daysAgo(900),
	bought: '',
	out: '',
	...more,
});
const SUBSCRIBER_ROWS = [
	subscriberRow('newly', 'active'),
	subscriberRow('known', 'lapsed'),
	subscriberRow('sunset', 'lapsed', { sends: 40, clicked: daysAgo(200) }),
	subscriberRow('at-risk', 'active', { sends: 9 }),
	subscriberRow('buyer', 'active', { bought: daysAgo(30) }),
	subscriberRow('out', 'active', { out: '2026-03-01' }),
	subscriberRow('broken', 'active', { sends: -1 }),
];

const mailEvent = (name, event, ago) => ({
	email: `${name}@mail.example`,
	event,
	date: ago === undefined ? 'soon' : `${daysAgo(ago)}T08:00:00Z`,
});
const silent = (name) => [
	mailEvent(name, 'Clicked', 200),
	...Array.from({ length: 12 }, (_, i) => mailEvent(name, 'sent', 150 - 5 * i)),
];
const MAIL_EVENTS = [
	...silent('reader'),
	mailEvent('reader', 'clicked', 2),
	...silent('silent'),
	mailEvent('silent', 'test', 3),
	...silent('out'),
	mailEvent('out', 'unsubscribed', 10),
	...silent('unclear'),
	mailEvent('unclear', 'clicked'),
];

/** Four orders, one every thirty days, the last of them so many days ago, with the status of last time. */
const monthly = (name, lastDaysAgo, was) =>
	[3, 2, 1, 0].map((back) => ({
		email: `${name}@customers.example`,
		date: daysAgo(lastDaysAgo + 30 * back),
		amount: 20,
		was,
	}));
const ORDERS = [
	...monthly('newly', 75, 'atRisk'),
	...monthly('known', 76, 'lapsed'),
	...monthly('late', 50, 'active'),
	...monthly('well', 10, 'active'),
];

const toErrorOutput = { onError: 'continueErrorOutput' };
const noop = (name) => node(name, 'n8n-nodes-base.noOp');
const detect = (name, watch, { options, ...parameters }, settings) =>
	node(
		name,
		'detectLapsed',
		{ watch, ...parameters, options: { asOf: AS_OF, ...options } },
		settings,
	);

const workflow = buildWorkflow(
	'e2e-other-watches',
	[
		codeNode('Pipedrive Deals', items(PIPEDRIVE)),
		detect('Pipedrive', 'deals', {}),
		noop('Stuck in Pipedrive'),
		codeNode('Deal Rows', items(DEAL_ROWS)),
		detect(
			'Deals',
			'deals',
			{
				dealSource: 'custom',
				dealValueField: 'value',
				stageChangedField: 'stage_since',
				lastActivityField: 'last_activity',
				nextActivityField: 'next_activity',
				stageLimits: {
					values: [
						{ stage: 'negotiation', days: 28 },
						{ stage: 'Propsal', days: 5 },
					],
				},
				options: { onBadData: 'errorOutput' },
			},
			toErrorOutput,
		),
		noop('Stuck'),
		noop('Deals Not Judged'),
		codeNode('Subscriber Rows', items(SUBSCRIBER_ROWS)),
		detect(
			'Subscribers',
			'subscribers',
			{
				subscriberSource: 'custom',
				sendsField: 'sends',
				lastClickField: 'clicked',
				subscribedAtField: 'since',
				lastPurchaseField: 'bought',
				unsubscribedField: 'out',
				options: { onBadData: 'errorOutput', previousStatusField: 'was', newlyLapsedOnly: true },
			},
			toErrorOutput,
		),
		noop('Inactive'),
		noop('Subscribers Held Back'),
		noop('Subscribers Not Judged'),
		codeNode('Mail Events', items(MAIL_EVENTS)),
		detect('Readers', 'subscribers', { subscriberSource: 'events' }),
		codeNode('Order Rows', items(ORDERS)),
		detect('Purchases', 'purchases', {
			options: { previousStatusField: 'was', newlyLapsedOnly: true },
		}),
		noop('Win Back'),
		noop('Held Back'),
		codeNode('Orders of Strangers', items(ORDERS.map((order) => ({ ...order, was: '' })))),
		detect('First Run', 'purchases', {
			options: { previousStatusField: 'was', silentFirstRun: true },
		}),
		noop('Noted'),
	],
	{
		'Pipedrive Deals': [['Pipedrive', 'Deal Rows']],
		Pipedrive: [['Stuck in Pipedrive']],
		'Deal Rows': [['Deals', 'Subscriber Rows']],
		Deals: [['Stuck'], [], [], [], ['Deals Not Judged']],
		'Subscriber Rows': [['Subscribers', 'Mail Events']],
		Subscribers: [['Inactive'], [], [], [], ['Subscribers Held Back'], ['Subscribers Not Judged']],
		'Mail Events': [['Readers', 'Order Rows']],
		'Order Rows': [['Purchases', 'Orders of Strangers']],
		Purchases: [['Win Back'], [], [], [], ['Held Back']],
		'Orders of Strangers': [['First Run']],
		'First Run': [[], [], [], [], ['Noted']],
	},
);
workflow.settings.timezone = 'UTC';

export const workflows = [workflow];

/** The names of a node's outputs, by the expression of the built package, which n8n evaluates by itself as well. */
function outputNames(nodeName) {
	const { DetectLapsed } = createRequire(import.meta.url)(
		path.join(projectFolder, 'dist', 'nodes', 'DetectLapsed', 'DetectLapsed.node.js'),
	);
	const { outputs } = new DetectLapsed().description;
	const [, body] = /^=\{\{(.*)\}\}$/s.exec(outputs);
	const { parameters } = workflow.nodes.find(({ name }) => name === nodeName);
	const named = new Function('$parameter', `return ${body}`)(parameters);
	return named.map(({ displayName }) => displayName);
}

export const title = 'Deals, subscribers and who is held back';

export async function verify(it, { execute }) {
	const { run } = await execute('e2e-other-watches');
	const messages = (name) => hintsOf(run, name).map(({ message }) => message);
	const lapses = (name, output) => itemsOf(run, name, output).map(({ json }) => json.lapse);
	/** What is on each output of a node, in order, by `tell`. */
	const outputs = (name, tell) =>
		run.data.resultData.runData[name][0].data.main.map((_, output) =>
			itemsOf(run, name, output).map(({ json }) => (json.lapse ? tell(json.lapse) : json.error)),
		);
	const dealId = ({ deal }) => deal.id;
	const name = ({ customerKey }) => customerKey.split('@')[0];
	const keys = (nodeName) => itemsOf(run, nodeName).map(({ json }) => name(json.lapse));

	await it('has outputs by what is watched, with Held Back only where somebody may be', () => {
		const expected = {
			Pipedrive: ['Stuck', 'At Risk', 'Given Up', 'Not Stuck'],
			Deals: ['Stuck', 'At Risk', 'Given Up', 'Not Stuck'],
			Subscribers: ['Inactive', 'At Risk', 'Sunset', 'Active', 'Held Back'],
			Readers: ['Inactive', 'At Risk', 'Sunset', 'Active'],
			Purchases: ['Lapsed', 'At Risk', 'Lost', 'Active', 'Held Back'],
			'First Run': ['Lapsed', 'At Risk', 'Lost', 'Active', 'Held Back'],
		};
		for (const [nodeName, names] of Object.entries(expected)) {
			assert.deepEqual(outputNames(nodeName), names, nodeName);
			const errorOutputs = ['Deals', 'Subscribers'].includes(nodeName) ? 1 : 0;
			assert.equal(outputs(nodeName, () => '').length, names.length + errorOutputs, nodeName);
		}
	});

	await it('finds the stuck deals of Pipedrive, and leaves closed and planned ones alone', () => {
		assert.deepEqual(outputs('Pipedrive', dealId), [['51'], ['55'], ['56'], ['52', '53', '54']]);
		assert.equal(itemsOf(run, 'Stuck in Pipedrive').length, 1);
	});

	await it('tells of each deal of Pipedrive why', () => {
		const [stuck] = lapses('Pipedrive', 0);
		assert.equal(stuck.reason, 'No activity for 23 days in stage 77; stuck after 14.');
		assert.deepEqual([stuck.valueAtRisk, stuck.currency], [4800, 'EUR']);
		assert.deepEqual(
			lapses('Pipedrive', 3).map(({ reason }) => reason),
			[
				'Closed as won; only open deals are watched.',
				'Closed as lost; only open deals are watched.',
				'No activity for 23 days in stage 77, but the next activity is planned for 2026-11-25.',
			],
		);
	});

	await it('says that it knew Pipedrive by itself, and what Pipedrive did not tell', () => {
		assert.deepEqual(messages('Pipedrive'), [
			'Recognised as Pipedrive. Choose it under Deals From to rely on it.',
			'No open deal tells its last activity (Pipedrive): idle days count from the other fields that reset the clock.',
		]);
	});

	await it('goes by the limits of stages for deals of a sheet', () => {
		const [stuck, atRisk, givenUp, others] = outputs('Deals', dealId);
		assert.deepEqual([stuck, atRisk, givenUp], [['D-1', 'D-6'], ['D-2'], []]);
		assert.deepEqual(others, ['D-3', 'D-4', 'D-5']);
		assert.deepEqual(
			[...lapses('Deals', 0), ...lapses('Deals', 1)].map(({ reason }) => reason),
			[
				'No activity for 23 days in stage Proposal; stuck after 14.',
				'No activity for 23 days in stage Proposal; stuck after 14; the activity planned for 2026-11-20 is overdue.',
				'No activity for 23 days in stage Negotiation; stuck after 28.',
			],
		);
	});

	await it('tells of a stage limit that no deal is in', () => {
		assert.deepEqual(
			messages('Deals').filter((message) => message.includes('Stage Limits')),
			['No deal is in these stages of Stage Limits: propsal.'],
		);
	});

	await it('sends deals that cannot be read to the error output, the fifth', () => {
		assert.deepEqual(outputs('Deals', dealId)[4], [
			'Deal Created Field "created_at" "soon" cannot be read (item 6)',
			'Deal ID Field "id" is empty (item 7)',
		]);
		assert.deepEqual(itemsOf(run, 'Deals', 4).flatMap(linksOf), [6, 7]);
		assert.equal(itemsOf(run, 'Deals Not Judged').length, 2);
		assert.equal(itemsOf(run, 'Stuck').length, 2);
	});

	await it('finds inactive subscribers, of whom those known from last time are held back', () => {
		assert.deepEqual(outputs('Subscribers', name).slice(0, 5), [
			['newly'],
			['at-risk'],
			['sunset'],
			['buyer', 'out'],
			['known'],
		]);
		assert.deepEqual(keys('Inactive'), ['newly']);
		assert.deepEqual(keys('Subscribers Held Back'), ['known']);
		const [held] = lapses('Subscribers', 4);
		assert.deepEqual([held.held, held.suggestedAction], ['knownBefore', 'none']);
		assert.equal(
			held.reason,
			'14 mails and 120 days without a click; inactive after 10 mails and 90 days. Held back: known from last time.',
		);
	});

	await it('puts the error output behind Held Back', () => {
		const [broken] = itemsOf(run, 'Subscribers Not Judged');
		assert.match(broken.json.error, /"sends" "-1" is below zero/);
		assert.deepEqual(itemsOf(run, 'Subscribers', 5).flatMap(linksOf), [6]);
	});

	await it('finds who reads no more by events, and calls nobody inactive by half of them', () => {
		assert.deepEqual(outputs('Readers', name), [['silent'], [], [], ['reader', 'out', 'unclear']]);
		const [silentOne] = itemsOf(run, 'Readers', 0);
		assert.equal(
			silentOne.json.lapse.reason,
			'12 mails and 200 days without a click; inactive after 10 mails and 90 days.',
		);
		assert.equal(sourcesOf(run, 'Readers', silentOne, 'Mail Events').length, 13);
		const told = messages('Readers').join('\n');
		assert.match(told, /Not looked at: 1 event "test"\./);
		assert.match(told, /1 of 56 events skipped: 1 with an unreadable date/);
	});

	await it('passes on who is newly lapsed, and lets the others arrive on Held Back', () => {
		assert.deepEqual(outputs('Purchases', name), [['newly'], ['late'], [], ['well'], ['known']]);
		assert.deepEqual(keys('Win Back'), ['newly']);
		assert.deepEqual(keys('Held Back'), ['known']);
		assert.deepEqual(messages('Purchases'), ['1 item left on Held Back: "held" tells why.']);
		const [held] = itemsOf(run, 'Held Back');
		assert.equal(sourcesOf(run, 'Held Back', held, 'Order Rows').length, 4);
	});

	await it('only takes note in a silent first run', () => {
		assert.deepEqual(outputs('First Run', name), [
			[],
			[],
			[],
			['well'],
			['newly', 'known', 'late'],
		]);
		assert.deepEqual(keys('Noted'), ['newly', 'known', 'late']);
		for (const { json } of itemsOf(run, 'Noted')) assert.equal(json.lapse.held, 'baseline');
	});
}
