import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { killProcess, startProcess, stopProcess } from '../process/startProcess.mjs';

const PATIENCE_MS = 300_000;

async function answers(url) {
	try {
		const response = await fetch(url);
		return response.ok && response.headers.get('content-type')?.includes('json');
	} catch {
		return false;
	}
}

async function waitUntilReady(child, addresses, logOf) {
	const deadline = Date.now() + PATIENCE_MS;
	for (const address of addresses) {
		while (!(await answers(address))) {
			if (child.exitCode !== null || child.signalCode !== null) {
				throw new Error(`n8n ended while starting:\n${logOf().slice(-4000)}`);
			}
			if (Date.now() > deadline) {
				throw new Error(
					`n8n did not answer on ${address} within ${PATIENCE_MS / 1000} s:\n${logOf().slice(-4000)}`,
				);
			}
			await wait(250);
		}
	}
}

/**
 * Starts a lasting process of a throw-away n8n, such as its editor or a worker, and waits until all the addresses that
 * `addressesOf` gives for its environment answer. What it writes is added to a log of that name, which `log` reads.
 * `stop` asks it to end, `kill` ends it without asking, and `ended` resolves when it has ended.
 */
export async function startN8n(instance, args, logName, addressesOf) {
	const env = await instance.environment();
	const logFile = path.join(instance.userFolder, `${logName}.log`);
	const output = openSync(logFile, 'a');
	const child = startProcess(instance.node, [instance.n8n, ...args], {
		cwd: instance.userFolder,
		env,
		stdio: ['ignore', output, output],
	});
	closeSync(output);
	const ended = new Promise((resolve) => child.once('close', resolve));
	const log = () => readFileSync(logFile, 'utf8');
	await waitUntilReady(child, addressesOf(env), log);
	return { env, log, ended, stop: () => stopProcess(child), kill: () => killProcess(child) };
}

/** Where n8n's main process answers once it can be used. */
export function mainAddresses({ N8N_PORT }) {
	const url = `http://127.0.0.1:${N8N_PORT}`;
	return [`${url}/healthz/readiness`, `${url}/rest/settings`];
}

/** Where a worker of n8n answers once it takes on executions. */
export function workerAddresses({ QUEUE_HEALTH_CHECK_PORT }) {
	return [`http://127.0.0.1:${QUEUE_HEALTH_CHECK_PORT}/healthz/readiness`];
}
