const PAGE = 250;

/** n8n's public API as the holder of a key sees it. */
export function publicApi(url, key) {
	async function ask(method, pathname, body) {
		const response = await fetch(`${url}/api/v1${pathname}`, {
			method,
			headers: { 'X-N8N-API-KEY': key, 'content-type': 'application/json' },
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`${method} ${pathname} was answered ${response.status}: ${text}`);
		return text === '' ? undefined : JSON.parse(text);
	}

	async function all(pathname) {
		const found = [];
		let cursor;
		do {
			const query = new URLSearchParams({ limit: PAGE, ...(cursor ? { cursor } : {}) });
			const page = await ask('GET', `${pathname}?${query}`);
			found.push(...page.data);
			cursor = page.nextCursor;
		} while (cursor);
		return found;
	}

	return {
		createCredential: async (name, type, data) => {
			const { id } = await ask('POST', '/credentials', { name, type, data });
			return { id, name };
		},
		createWorkflow: async (workflow) => (await ask('POST', '/workflows', workflow)).id,
		activate: (id) => ask('POST', `/workflows/${id}/activate`),
		deactivate: (id) => ask('POST', `/workflows/${id}/deactivate`),
		/** The rows of the data table of that name; none where there is no such table. */
		async rowsOf(name) {
			const table = (await all('/data-tables')).find((one) => one.name === name);
			return table ? await all(`/data-tables/${table.id}/rows`) : [];
		},
	};
}

/** Makes an API key that may do what is named, as the owner of n8n. */
export async function createApiKey(owner, label, scopes) {
	const response = await owner.post('/rest/api-keys', { label, expiresAt: null, scopes });
	return (await response.json()).data.rawApiKey;
}
