import assert from 'node:assert/strict';
import { executeInEditor } from '../../scripts/host/executeInEditor.mjs';
import { hintsOf, itemsOf } from '../../scripts/host/runData.mjs';
import { buildWorkflow, codeNode, node } from './buildWorkflow.mjs';
import { apiKeyOf } from './memory/apiKeyOf.mjs';
import { onPostgres } from './memory/onPostgres.mjs';
import { checkRaces, checkStore } from './memory/storeChecks.mjs';

export const title = 'The customer memory in data tables of n8n, with a key of its API';

const CREDENTIAL_TYPE = 'customerMemoryApi';

const order = (orderId, email, date) => ({ orderId, email, date, amount: 20 });

/** Saves a workflow that classifies orders with a memory, and executes it; gives the run. */
async function classified(editor, credential, orders) {
	const { id: _id, ...workflow } = buildWorkflow(
		'memory',
		[
			codeNode('Orders', `return ${JSON.stringify(orders)}.map((json) => ({ json }));`),
			node(
				'Classify Lifecycle',
				'classifyLifecycle',
				{
					memory: 'dataTable',
					memoryTable: { __rl: true, mode: 'name', value: 'Lifecycle' },
					options: { asOf: '2026-11-22', orderIdField: 'orderId' },
				},
				{ credentials: { [CREDENTIAL_TYPE]: credential } },
			),
		],
		{ Orders: [['Classify Lifecycle']] },
	);
	const saved = await editor.post('/rest/workflows', workflow);
	return await executeInEditor(editor, (await saved.json()).data.id);
}

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
			const done = await classified(editor, { id, name }, orders);
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

	await it('stops a node before any item leaves it where the key is refused, and says what to do', async () => {
		const saved = await editor.post('/rest/credentials', {
			name: 'Memory refused',
			type: CREDENTIAL_TYPE,
			data: { baseUrl: editor.url, apiKey: 'not-a-key' },
		});
		const { id, name } = (await saved.json()).data;
		await assert.rejects(
			classified(editor, { id, name }, [order('1', 'ben@shop.example', '2026-11-01')]),
			/does not accept the API key of the customer memory/,
		);
	});

	await checkStore(it, editor);
	await checkRaces(it, editor, 'SQLite');
	await onPostgres((onPg) => checkRaces(it, onPg, 'PostgreSQL'));
}
