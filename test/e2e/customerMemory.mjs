import assert from 'node:assert/strict';
import { executeInEditor } from '../../scripts/host/executeInEditor.mjs';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { dataTableNamed } from './dataTableNamed.mjs';
import { apiKeyOf } from './memory/apiKeyOf.mjs';
import { onPostgres } from './memory/onPostgres.mjs';
import { CREDENTIAL_TYPE, ownCredential, savedCredential } from './memory/savedCredential.mjs';
import { checkRaces, checkStore } from './memory/storeChecks.mjs';

export const title = 'The customer memory in data tables of n8n, with a key of its API';

const TABLE = { __rl: true, mode: 'name', value: 'Lifecycle' };

const order = (orderId, email, date) => ({ orderId, email, date, amount: 20 });

/** Saves a workflow of one node with a memory behind a node that gives the items, and executes it; gives the run. */
async function runBehind(editor, credential, source, [name, type, parameters]) {
	const { id: _id, ...workflow } = buildWorkflow(
		'memory',
		[
			source,
			node(
				name,
				type,
				{ memory: 'dataTable', memoryTable: TABLE, ...parameters },
				{ credentials: { [CREDENTIAL_TYPE]: credential } },
			),
		],
		{ [source.name]: [[name]] },
	);
	const saved = await editor.post('/rest/workflows', workflow);
	return await executeInEditor(editor, (await saved.json()).data.id);
}

async function remembered(editor, credential, judge, items) {
	const source = codeNode('Items', `return ${JSON.stringify(items)}.map((json) => ({ json }));`);
	return await runBehind(editor, credential, source, judge);
}

/** n8n's own node reads who is remembered with an order, as the README says: with the table chosen from its list. */
async function rememberedBuyers(editor) {
	const { id } = await dataTableNamed(editor, TABLE.value);
	return node(
		'Remembered Buyers',
		'n8n-nodes-base.dataTable',
		{
			resource: 'row',
			operation: 'get',
			dataTableId: { __rl: true, mode: 'list', value: id },
			matchType: 'allConditions',
			filters: { conditions: [{ keyName: 'orders', condition: 'gt', keyValue: '0' }] },
			returnAll: true,
		},
		{ typeVersion: 1.1 },
	);
}

/** Detect Lapsed over the columns of the memory table, as of a day. */
const detectLapsed = (asOf) => [
	'Detect Lapsed',
	'detectLapsed',
	{
		source: 'custom',
		inputShape: 'customers',
		customerField: 'customer',
		orderCountField: 'orders',
		firstOrderField: 'first_order_at',
		lastOrderField: 'last_order_at',
		totalSpentField: 'total_spent',
		tellOnce: 'once',
		options: { asOf, currencyField: 'currency' },
	},
];

const CLASSIFY = [
	'Classify Lifecycle',
	'classifyLifecycle',
	{ options: { asOf: '2026-11-22', orderIdField: 'orderId' } },
];

/** Score Lead by fit and by what leads do, over leads or activities. */
const scoreLead = (inputShape) => [
	'Score Lead',
	'scoreLead',
	{
		inputShape,
		rules: {
			values: [
				{
					name: 'From Austria',
					category: 'fit',
					points: 20,
					conditions: allOf(['country', 'string', 'equals', 'AT']),
				},
				{
					name: 'Asked for a demo',
					category: 'engagement',
					points: 30,
					counts: 'activities',
					activityTypes: 'demo',
					more: { firstTimeOnly: true },
				},
			],
		},
		options: { asOf: '2026-11-22' },
	},
];

/** What n8n says of a credential when a person presses Save. */
async function tested(editor, data) {
	const name = `Memory ${Object.values(data).join(' ').slice(0, 60)}`;
	const { id } = await savedCredential(editor, name, data);
	const response = await editor.post('/rest/credentials/test', {
		credentials: { id, name, type: CREDENTIAL_TYPE, data },
	});
	return (await response.json()).data;
}

export async function verify(it, world) {
	const editor = await world.openEditor();

	await it('tests a credential with the address written in any way', async () => {
		const apiKey = await apiKeyOf(editor, 'credential');
		for (const baseUrl of [
			`${editor.url}/api/v1`,
			`${editor.url}/api/v1/`,
			editor.url,
			` ${editor.url}/ `,
		]) {
			const { status, message } = await tested(editor, { baseUrl, apiKey });
			assert.equal(status, 'OK', `${baseUrl}: ${message}`);
		}
	});

	await it('tells where the key of a credential is not good', async () => {
		const { status } = await tested(editor, { baseUrl: editor.url, apiKey: 'not-a-key' });
		assert.equal(status, 'Error');
	});

	await it('remembers orders of one run in the next, in nodes of this n8n', async () => {
		const credential = await ownCredential(editor, 'Memory of Lifecycle');
		const run = async (...orders) => {
			const done = await remembered(editor, credential, CLASSIFY, orders);
			return {
				found: itemsOf(done, 'Classify Lifecycle').map(({ json }) => json.lifecycle),
				hints: hintsOf(done, 'Classify Lifecycle').map(({ message }) => message),
			};
		};
		const first = await run(order('1', 'ann@shop.example', '2026-11-01'));
		assert.match(first.hints.join(), /Made the data table/);
		assert.equal(first.found[0].orders, 1);
		const second = await run(
			order('2', 'ann@shop.example', '2026-11-20'),
			order('1', 'ann@shop.example', '2026-11-01'),
		);
		assert.equal(second.found[0].orders, 2);
		assert.equal(second.found[0].previousStage, first.found[0].stage);
		const again = await run(order('2', 'ann@shop.example', '2026-11-20'));
		assert.equal(again.found[0].orders, 2);
	});

	await it('finds by the table alone who stays away, and tells it once', async () => {
		const credential = await ownCredential(editor, 'Memory of the silent');
		const buyers = await rememberedBuyers(editor);
		const found = async (asOf) => {
			const run = await runBehind(editor, credential, buyers, detectLapsed(asOf));
			return [0, 1, 2, 3].map((output) =>
				itemsOf(run, 'Detect Lapsed', output).map(({ json }) => json.lapse.customerKey),
			);
		};
		assert.deepEqual(await found('2026-11-25'), [[], [], [], ['ann@shop.example']]);
		assert.deepEqual(await found('2027-06-08'), [['ann@shop.example'], [], [], []]);
		const [toldAgain] = await found('2027-06-09');
		assert.deepEqual(toldAgain, []);
	});

	await it('scores an activity that comes alone by the record of an earlier run', async () => {
		const credential = await ownCredential(editor, 'Memory of leads');
		const score = async (shape, item) => {
			const run = await remembered(editor, credential, scoreLead(shape), [item]);
			return itemsOf(run, 'Score Lead')[0].json.leadScore;
		};
		const email = 'ann@shop.example';
		const nightly = await score('leads', { email, country: 'AT' });
		assert.deepEqual([nightly.score, nightly.previousBand], [20, null]);
		const demo = { email, type: 'demo', date: '2026-11-21' };
		const { score: points, fit, missing, bandChanged } = await score('activities', demo);
		assert.deepEqual([points, fit.points, missing, bandChanged], [50, 20, [], true]);
	});

	await it('stops a node before any item leaves it where the key is refused, and says what to do', async () => {
		const data = { baseUrl: editor.url, apiKey: 'not-a-key' };
		const credential = await savedCredential(editor, 'Memory refused', data);
		await assert.rejects(
			remembered(editor, credential, CLASSIFY, [order('1', 'ben@shop.example', '2026-11-01')]),
			/does not accept the API key of the customer memory/,
		);
	});

	await checkStore(it, editor);
	await checkRaces(it, editor, 'SQLite');
	await onPostgres((onPg) => checkRaces(it, onPg, 'PostgreSQL'));
}
