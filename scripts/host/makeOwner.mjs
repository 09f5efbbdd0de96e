async function post(url, body, headers = {}) {
	const response = await fetch(url, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'browser-id': 'loopback', ...headers },
		body: JSON.stringify(body),
	});
	if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
	return response;
}

/**
 * Makes the owner of a throw-away n8n that runs at `url`. `get` fetches a path of it as that owner, and `post` sends JSON
 * to one.
 */
export async function makeOwner(url, owner) {
	const { email, password } = owner;
	await post(`${url}/rest/owner/setup`, { ...owner, firstName: 'Demo', lastName: 'Owner' });
	const login = await post(`${url}/rest/login`, { emailOrLdapLoginId: email, password });
	const cookie = login.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');
	return {
		get: (pathname) => fetch(url + pathname, { headers: { cookie, 'browser-id': 'loopback' } }),
		post: (pathname, body) => post(url + pathname, body, { cookie }),
	};
}
