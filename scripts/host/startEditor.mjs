import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startProcess, stopProcess } from '../process/startProcess.mjs';

const PATIENCE_MS = 180_000;

async function answers(url) {
	try {
		const response = await fetch(url);
		return response.ok && response.headers.get('content-type')?.includes('json');
	} catch {
		return false;
	}
}

async function waitUntilReady(child, url, logFile) {
	const deadline = Date.now() + PATIENCE_MS;
	const log = () => readFileSync(logFile, 'utf8').slice(-4000);
	for (const address of [`${url}/healthz/readiness`, `${url}/rest/settings`]) {
		while (!(await answers(address))) {
			if (child.exitCode !== null || child.signalCode !== null) {
				throw new Error(`n8n ended while starting:\n${log()}`);
			}
			if (Date.now() > deadline) {
				throw new Error(
					`n8n did not answer on ${address} within ${PATIENCE_MS / 1000} s:\n${log()}`,
				);
			}
			await wait(250);
		}
	}
}

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
 * Starts the editor of a throw-away n8n and makes its owner. `get` fetches a path of it as that owner, and `post` sends
 * JSON to one; `ended` resolves when the editor ends by itself.
 */
export async function startEditor(instance, owner) {
	const env = await instance.environment();
	const url = `http://127.0.0.1:${env.N8N_PORT}`;
	const logFile = path.join(instance.userFolder, 'editor.log');
	const log = openSync(logFile, 'w');
	const child = startProcess(instance.node, [instance.n8n, 'start'], {
		cwd: instance.userFolder,
		env,
		stdio: ['ignore', log, log],
	});
	closeSync(log);
	const ended = new Promise((resolve) => child.once('close', resolve));
	await waitUntilReady(child, url, logFile);

	const { email, password } = owner;
	await post(`${url}/rest/owner/setup`, { ...owner, firstName: 'Demo', lastName: 'Owner' });
	const login = await post(`${url}/rest/login`, { emailOrLdapLoginId: email, password });
	const cookie = login.headers
		.getSetCookie()
		.map((line) => line.split(';')[0])
		.join('; ');

	return {
		url,
		ended,
		get: (pathname) => fetch(url + pathname, { headers: { cookie, 'browser-id': 'loopback' } }),
		post: (pathname, body) => post(url + pathname, body, { cookie }),
		stop: () => stopProcess(child),
	};
}
