import assert from 'node:assert/strict';
import { itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { linksOf } from './followLinks.mjs';

const ORDERS = `
const date = (days) => $today.minus({ days }).toISODate();
return [
	{ email: 'ann@customers.example', date: date(40), amount: '12.50 EUR' },
	{ email: 'ann@customers.example', date: date(10), amount: 20, note: null },
	{ email: 'bob@customers.example', date: 'last week', amount: 5 },
	{ email: 'cid@customers.example', date: date(3), amount: 'a lot' },
	{ email: null, date: date(3), amount: 7 },
	{ email: 'dan@customers.example', date: date(700), amount: 9 },
].map((json) => ({ json }));`;
/** Positions of the orders without a readable date, amount or customer. */
const BAD_ORDERS = [2, 3, 4];
/** Positions of the amounts that cannot be compared with a number. */
const BAD_AMOUNTS = [0, 3];

const toErrorOutput = { onError: 'continueErrorOutput' };
const options = { onBadData: 'errorOutput' };
const conditions = allOf(['amount', 'number', 'gt', 6]);
const rule = { name: 'Spends', category: 'fit', conditions, points: 10 };
const segment = { name: 'Large', conditions, campaign: '', channel: 'none', enabled: true };
const noop = (name) => node(name, 'n8n-nodes-base.noOp');

export const workflows = [
	buildWorkflow(
		'e2e-error-output',
		[
			codeNode('Orders', ORDERS),
			node('Classify Lifecycle', 'classifyLifecycle', { options }, toErrorOutput),
			noop('Classified'),
			noop('Not Classified'),
			node('Detect Lapsed', 'detectLapsed', { options }, toErrorOutput),
			noop('Lost'),
			noop('Active'),
			noop('Not Judged'),
			node('Score Lead', 'scoreLead', { rules: { values: [rule] }, options }, toErrorOutput),
			noop('Scored'),
			noop('Not Scored'),
			node(
				'Split by Segment',
				'splitBySegment',
				{ segments: { values: [segment] }, options },
				toErrorOutput,
			),
			noop('Small'),
			noop('Large'),
			noop('Not Split'),
		],
		{
			Orders: [['Classify Lifecycle', 'Detect Lapsed', 'Score Lead', 'Split by Segment']],
			'Classify Lifecycle': [['Classified'], ['Not Classified']],
			'Detect Lapsed': [[], [], ['Lost'], ['Active'], ['Not Judged']],
			'Score Lead': [['Scored'], ['Not Scored']],
			'Split by Segment': [['Small'], ['Large'], ['Not Split']],
		},
	),
];

const sourceIndexes = (items) => items.flatMap(linksOf).sort();

export const title = 'The error output';

export async function verify(it, world) {
	const { run } = await world.execute('e2e-error-output');
	const emails = (name) =>
		itemsOf(run, name)
			.map(({ json }) => json.email)
			.sort();

	await it('gets the orders that Classify Lifecycle cannot read, and only those', () => {
		assert.deepEqual(sourceIndexes(itemsOf(run, 'Classify Lifecycle', 1)), BAD_ORDERS);
		assert.equal(itemsOf(run, 'Not Classified').length, BAD_ORDERS.length);
		for (const { json } of itemsOf(run, 'Not Classified'))
			assert.equal(typeof json.error, 'string');
		assert.deepEqual(emails('Classified'), ['ann@customers.example', 'dan@customers.example']);
	});

	await it('comes after the four outputs of Detect Lapsed', () => {
		assert.deepEqual(sourceIndexes(itemsOf(run, 'Detect Lapsed', 4)), BAD_ORDERS);
		assert.equal(itemsOf(run, 'Not Judged').length, BAD_ORDERS.length);
		assert.deepEqual(emails('Lost'), ['dan@customers.example']);
		assert.deepEqual(emails('Active'), ['ann@customers.example']);
	});

	await it('gets the leads whose values Score Lead cannot compare', () => {
		assert.deepEqual(sourceIndexes(itemsOf(run, 'Score Lead', 1)), BAD_AMOUNTS);
		assert.equal(itemsOf(run, 'Not Scored').length, BAD_AMOUNTS.length);
		for (const { json } of itemsOf(run, 'Scored'))
			assert.equal(typeof json.leadScore.score, 'number');
	});

	await it('comes after Everyone Else and the segments of Split by Segment', () => {
		assert.deepEqual(sourceIndexes(itemsOf(run, 'Split by Segment', 2)), BAD_AMOUNTS);
		assert.equal(itemsOf(run, 'Not Split').length, BAD_AMOUNTS.length);
		assert.deepEqual(
			itemsOf(run, 'Small').map(({ json }) => json.amount),
			[5],
		);
		assert.deepEqual(
			itemsOf(run, 'Large').map(({ json }) => json.amount),
			[20, 7, 9],
		);
	});
}
