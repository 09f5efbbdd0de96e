import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../../scripts/project/projectFolder.mjs';

const ENTRY = `
	export { openDataTables } from './nodes/shared/memory/dataTable/openDataTables';
	export { memoryTables } from './nodes/shared/memory/dataTable/memoryTables';
	export { CUSTOMER_SCHEMA } from './nodes/core/memory/customerSchema';
	export { CONTACT_SCHEMA } from './nodes/core/memory/contactSchema';
	export { hashedKey } from './nodes/core/memory/hashedKey';
`;

/** The store of data tables as the nodes use it, out of its source. */
export async function bundledStore() {
	const { outputFiles } = await build({
		stdin: { contents: ENTRY, resolveDir: projectFolder, loader: 'ts' },
		bundle: true,
		write: false,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
	});
	const module = { exports: {} };
	const load = new Function('module', 'exports', 'require', outputFiles[0].text);
	load(module, module.exports, createRequire(path.join(projectFolder, 'package.json')));
	return module.exports;
}

/** Stands in for the context of an execution: requests go out as n8n sends them for the credential. */
export function contextOf({ baseUrl, apiKey }) {
	return {
		getNode: () => ({ name: 'Store' }),
		getCredentials: async () => ({ baseUrl, apiKey }),
		helpers: {
			async httpRequestWithAuthentication(_credential, { method, url, body, timeout }) {
				const response = await fetch(url, {
					method,
					headers: {
						'X-N8N-API-KEY': apiKey,
						accept: 'application/json',
						...(body ? { 'content-type': 'application/json' } : {}),
					},
					body: body ? JSON.stringify(body) : undefined,
					signal: AbortSignal.timeout(timeout),
				});
				const text = await response.text();
				const isJson = response.headers.get('content-type')?.includes('json');
				return {
					statusCode: response.status,
					headers: Object.fromEntries(response.headers),
					body: isJson ? JSON.parse(text) : text,
				};
			},
		},
	};
}
