import { ensureHost } from '../../scripts/host/ensureHost.mjs';
import { makeOwner } from '../../scripts/host/makeOwner.mjs';
import { startMailServer } from '../../scripts/loopback/mailServer.mjs';
import { atEnd } from '../../scripts/process/lifetime.mjs';
import { showProgress } from '../../scripts/process/showProgress.mjs';
import { temporaryFolder } from '../../scripts/process/temporaryFolder.mjs';
import { packPackage } from '../../scripts/project/packPackage.mjs';
import { createApiKey, publicApi } from './publicApi.mjs';
import { createQueueMode } from './queueMode.mjs';
import { createRounds } from './rounds.mjs';
import { openServices } from './services.mjs';
import { startShop } from './shop.mjs';
import { winBackWorkflow } from './winBackWorkflow.mjs';

const OWNER = { email: 'owner@shop.example', password: 'Corner-Coffee-1' };
const REFUSE_EVERY = 10;
const WORKERS = 2;
const EVERY_SECONDS = 3;
const KEY_OF_ADMIN = [
	'credential:create',
	'workflow:create',
	'workflow:read',
	'workflow:activate',
	'workflow:deactivate',
	'dataTable:list',
	'dataTable:read',
	'dataTableRow:read',
];
/** What the documentation of the credential asks for. */
const KEY_OF_MEMORY = [
	'dataTable:create',
	'dataTable:list',
	'dataTable:read',
	'dataTableColumn:create',
	'dataTableColumn:read',
	'dataTableRow:create',
	'dataTableRow:read',
	'dataTableRow:update',
	'dataTableRow:delete',
];

/**
 * Brings up n8n in queue mode with the packed package, a shop, a mail server that turns every tenth mail away, and the
 * campaign with its credentials; the campaign is not switched on yet. Everything ends when the program ends.
 */
export async function setUp(customers) {
	const hostFolder = await ensureHost();
	const tarball = await packPackage();
	const { database, queue, settings } = await openServices(hostFolder);
	const n8n = await showProgress('Installing the package in a main n8n and two workers', () =>
		createQueueMode(hostFolder, tarball, settings, WORKERS),
	);
	const mailServer = await startMailServer(temporaryFolder('queue-mails'), {
		refuseEvery: REFUSE_EVERY,
	});
	const shop = await startShop(customers.orders);
	atEnd(() => Promise.all([mailServer.stop(), shop.stop()]));
	await showProgress('Starting n8n in queue mode: main and two workers', () => n8n.start());

	const owner = await makeOwner(n8n.url, OWNER);
	const api = publicApi(n8n.url, await createApiKey(owner, 'Test', KEY_OF_ADMIN));
	const memoryCredential = await api.createCredential('Customer Memory', 'customerMemoryApi', {
		baseUrl: `${n8n.url}/api/v1`,
		apiKey: await createApiKey(owner, 'Customer Memory', KEY_OF_MEMORY),
	});
	const { host, port } = mailServer;
	const smtpCredential = await api.createCredential('Loopback SMTP', 'smtp', {
		host,
		port,
		secure: false,
		disableStartTls: true,
		user: '',
		password: '',
	});
	const workflowId = await api.createWorkflow(
		winBackWorkflow({
			shopUrl: shop.url,
			everySeconds: EVERY_SECONDS,
			memoryCredential,
			smtpCredential,
		}),
	);
	/** What was received, as the figures need it. */
	const mails = () => mailServer.mails.map(({ to, text }) => ({ to, ...JSON.parse(text) }));
	const world = { n8n, api, database, queue, workflowId, shop, mailServer, mails };
	return { ...world, customers, rounds: createRounds(world) };
}
