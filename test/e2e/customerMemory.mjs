import assert from 'node:assert/strict';
import { executeInEditor } from '../../scripts/host/executeInEditor.mjs';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { allOf, buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { apiKeyOf } from './memory/apiKeyOf.mjs';
import { onPostgres } from './memory/onPostgres.mjs';
import { checkRaces, checkStore } from './memory/storeChecks.mjs';

export const title = 'The customer memory in data tables of n8n, with a key of its API';

const CREDENTIAL_TYPE = 'customerMemoryApi';

const order = (orderId, email, date) => ({ orderId, email, date, amount: 20 });

/** Saves a workflow of one node with a memory behind items, and executes it; gives the run. */
async function remembered(editor, credential, [name, type, parameters], items) {
	const { id: _id, ...workflow } = buildWorkflow(
		'memory',
		[
			codeNode('Items', `return ${JSON.stringify(items)}.map((json) => ({ json }));`),
			node(
				name,
				type,
				{
					memory: 'dataTable',
					memoryTable: { __rl: true, mode: 'name', value: 'Lifecycle' },
					...parameters,
				},
				{ credentials: { [CREDENTIAL_TYPE]: credential } },
			),
		],
		{ Items: [[name]] },
	);
	const saved = await editor.post('/rest/workflows', workflow);
	return await executeInEditor(editor, (await saved.json()).data.id);
}

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
	const saved = await editor.post('/rest/credentials', {
		name: `Memory ${Object.values(data).join(' ').slice(0, 60)}`,
		type: CREDENTIAL_TYPE,
		data,
	});
	const { id, name } = (await saved.json()).data;
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
		const saved = await editor.post('/rest/credentials', {
			name: 'Memory of Lifecycle',
			type: CREDENTIAL_TYPE,
			data: { baseUrl: editor.url, apiKey: await apiKeyOf(editor, 'nodes') },
		});
		const { id, name } = (await saved.json()).data;
		const run = async (...orders) => {
			const done = await remembered(editor, { id, name }, CLASSIFY, orders);
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

	await it('scores an activity that comes alone by the record of an earlier run', async () => {
		const saved = await editor.post('/rest/credentials', {
			name: 'Memory of leads',
			type: CREDENTIAL_TYPE,
			data: { baseUrl: editor.url, apiKey: await apiKeyOf(editor, 'leads') },
		});
		const { id, name } = (await saved.json()).data;
		const score = async (shape, item) => {
			const run = await remembered(editor, { id, name }, scoreLead(shape), [item]);
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
		const saved = await editor.post('/rest/credentials', {
			name: 'Memory refused',
			type: CREDENTIAL_TYPE,
			data: { baseUrl: editor.url, apiKey: 'not-a-key' },
		});
		const { id, name } = (await saved.json()).data;
		await assert.rejects(
			remembered(editor, { id, name }, CLASSIFY, [order('1', 'ben@shop.example', '2026-11-01')]),
			/does not accept the API key of the customer memory/,
		);
	});

	await checkStore(it, editor);
	await checkRaces(it, editor, 'SQLite');
	await onPostgres((onPg) => checkRaces(it, onPg, 'PostgreSQL'));
}
