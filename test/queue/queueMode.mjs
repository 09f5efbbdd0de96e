import { randomBytes } from 'node:crypto';
import { createInstance } from '../../scripts/host/createInstance.mjs';
import { installPackage } from '../../scripts/host/installPackage.mjs';
import { mainAddresses, startN8n, workerAddresses } from '../../scripts/host/startN8n.mjs';
import { freePort } from '../../scripts/process/freePort.mjs';

const CONCURRENCY = 5;

/** A killed worker's executions are given up within half a minute instead of two. */
const SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	N8N_WORKER_SERVER_ADDRESS: '127.0.0.1',
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

function executionsIn(log, verb) {
	return [...log.matchAll(new RegExp(`Worker ${verb} execution (\\d+) `, 'g'))].map(([, id]) => id);
}

/** A worker with a data folder of its own, as on a machine of its own; it can be started again after it ended. */
function createWorker(instance, name) {
	let running;
	let written = '';
	const log = () => running?.log() ?? written;
	return {
		name,
		async start() {
			running = await startN8n(
				instance,
				['worker', `--concurrency=${CONCURRENCY}`],
				name,
				workerAddresses,
			);
		},
		stop: () => running.stop(),
		kill: () => running.kill(),
		log,
		/** The executions it began, in order, and of these the ones it did not end. */
		began: () => executionsIn(log(), 'started'),
		isBusyWith: () => {
			const ended = new Set(executionsIn(log(), '(?:finished|errored while running)'));
			return executionsIn(log(), 'started').filter((id) => !ended.has(id));
		},
	};
}

/**
 * n8n in queue mode: a main process and workers that share a database, a queue and the encryption key, each with the
 * packed package installed in its own data folder. Nothing runs until it is started.
 */
export async function createQueueMode(hostFolder, tarball, serviceSettings, workerCount) {
	const shared = {
		...SETTINGS,
		...serviceSettings,
		N8N_ENCRYPTION_KEY: randomBytes(24).toString('base64'),
	};
	const port = String(await freePort());
	const mainInstance = createInstance(hostFolder, { ...shared, N8N_PORT: port });
	await installPackage(mainInstance, tarball);
	const workers = [];
	for (let number = 1; number <= workerCount; number++) {
		const healthPort = String(await freePort());
		const instance = createInstance(hostFolder, { ...shared, QUEUE_HEALTH_CHECK_PORT: healthPort });
		await installPackage(instance, tarball);
		workers.push(createWorker(instance, `worker ${number}`));
	}
	let main;
	return {
		url: `http://127.0.0.1:${port}`,
		workers,
		mainLog: () => main.log(),
		async start() {
			main = await startN8n(mainInstance, ['start'], 'main', mainAddresses);
			await Promise.all(workers.map((worker) => worker.start()));
		},
		/** Stops the workers first, each once it has ended what it is at. */
		async stop() {
			await Promise.all(workers.map((worker) => worker.stop()));
			await main.stop();
		},
	};
}
