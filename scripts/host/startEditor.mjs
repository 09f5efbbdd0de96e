import { makeOwner } from './makeOwner.mjs';
import { mainAddresses, startN8n } from './startN8n.mjs';

/**
 * Starts the editor of a throw-away n8n and makes its owner. `get` fetches a path of it as that owner, and `post` sends
 * JSON to one; `ended` resolves when the editor ends by itself.
 */
export async function startEditor(instance, owner) {
	const { env, ended, stop } = await startN8n(instance, ['start'], 'editor', mainAddresses);
	const url = `http://127.0.0.1:${env.N8N_PORT}`;
	return { url, ended, stop, ...(await makeOwner(url, owner)) };
}
