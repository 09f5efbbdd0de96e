import path from 'node:path';
import { freePort } from '../process/freePort.mjs';
import { runQuietly } from '../process/runQuietly.mjs';
import { temporaryFolder } from '../process/temporaryFolder.mjs';

const SETTINGS_OF_OTHERS = /^(N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|CREDENTIALS|GENERIC|NODES|npm|NODE)_/;

/** Loopback only, nothing fetched from or told to the outside, days counted in the machine's own time zone. */
const SETTINGS = {
	GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	N8N_HOST: '127.0.0.1',
	N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	N8N_PYTHON_ENABLED: 'false',
	N8N_LOG_LEVEL: 'info',
	NODE_OPTIONS: '--max-old-space-size=3072',
};

/**
 * A throw-away n8n: a data folder of its own under the temporary folder, nothing running yet. Every process of it gets
 * a free port for n8n and another for its task runners, so several can live side by side. `settings` are environment
 * variables beside or in place of those.
 */
export function createInstance(hostFolder, settings = {}) {
	const userFolder = temporaryFolder('n8n');
	const binaries = path.join(hostFolder, 'node_modules', '.bin');
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !SETTINGS_OF_OTHERS.test(name)),
	);

	async function environment() {
		return {
			...inherited,
			...SETTINGS,
			PATH: `${binaries}${path.delimiter}${process.env.PATH}`,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(await freePort()),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...settings,
		};
	}

	return {
		userFolder,
		environment,
		node: path.join(binaries, 'node'),
		n8n: path.join(hostFolder, 'node_modules', 'n8n', 'bin', 'n8n'),

		/** Runs one n8n command to its end. */
		async run(args, options) {
			return await runQuietly(this.node, [this.n8n, ...args], {
				cwd: userFolder,
				env: await environment(),
				...options,
			});
		},
	};
}
