import assert from 'node:assert/strict';
import { apiKeyOf } from './memory/apiKeyOf.mjs';
import { onPostgres } from './memory/onPostgres.mjs';
import { checkRaces, checkStore } from './memory/storeChecks.mjs';

export const title = 'The customer memory in data tables of n8n, with a key of its API';

const CREDENTIAL_TYPE = 'customerMemoryApi';

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

	await checkStore(it, editor);
	await checkRaces(it, editor, 'SQLite');
	await onPostgres((onIt) => checkRaces(it, onIt, 'PostgreSQL'));
}
