import { apiKeyOf } from './apiKeyOf.mjs';

/** The type of the credential of the customer memory. */
export const CREDENTIAL_TYPE = 'customerMemoryApi';

/** Saves a credential of the customer memory in a running editor; gives it as nodes hold it. */
export async function savedCredential(editor, name, data) {
	const saved = await editor.post('/rest/credentials', { name, type: CREDENTIAL_TYPE, data });
	const { id } = (await saved.json()).data;
	return { id, name };
}

/** A credential for the data tables of this n8n itself. */
export async function ownCredential(editor, name) {
	return await savedCredential(editor, name, {
		baseUrl: editor.url,
		apiKey: await apiKeyOf(editor, name),
	});
}
