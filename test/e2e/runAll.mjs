import { createInstance } from '../../scripts/host/createInstance.mjs';
import { ensureHost } from '../../scripts/host/ensureHost.mjs';
import { executeWorkflow } from '../../scripts/host/executeWorkflow.mjs';
import { importCredentials, importWorkflows } from '../../scripts/host/importInto.mjs';
import { installPackage } from '../../scripts/host/installPackage.mjs';
import { startLoopback } from '../../scripts/loopback/startLoopback.mjs';
import { showProgress } from '../../scripts/process/showProgress.mjs';
import { temporaryFolder } from '../../scripts/process/temporaryFolder.mjs';
import { exampleWorkflows } from '../../scripts/project/exampleWorkflows.mjs';
import { packPackage } from '../../scripts/project/packPackage.mjs';
import * as abandonedCart from './abandonedCart.mjs';
import * as errorOutput from './errorOutput.mjs';
import * as hotLeadAlert from './hotLeadAlert.mjs';
import * as lifecycleCampaigns from './lifecycleCampaigns.mjs';
import * as lapseForecast from './lapseForecast.mjs';
import * as linksBack from './linksBack.mjs';
import * as nodeTypes from './nodeTypes.mjs';
import * as otherWatches from './otherWatches.mjs';
import * as readmeExamples from './readmeExamples.mjs';
import { runSuites } from './runSuites.mjs';
import * as shopOrders from './shopOrders.mjs';
import * as splitVolume from './splitVolume.mjs';
import * as winBack from './winBack.mjs';

const SUITES = [
	lifecycleCampaigns,
	winBack,
	abandonedCart,
	lapseForecast,
	hotLeadAlert,
	errorOutput,
	linksBack,
	shopOrders,
	otherWatches,
	splitVolume,
	nodeTypes,
	readmeExamples,
];

/** Puts the packed package into a real n8n, runs every suite there and returns how many checks passed and failed. */
export async function runAll() {
	const tarball = await packPackage();
	const instance = createInstance(await ensureHost());
	await showProgress('Installing the package in a throw-away n8n', () =>
		installPackage(instance, tarball),
	);
	const { mailServer, telegramServer, credentials } = await startLoopback(temporaryFolder('e2e'));
	await showProgress('Importing credentials and workflows', async () => {
		await importCredentials(instance, credentials);
		await importWorkflows(instance, [
			...exampleWorkflows(),
			...SUITES.flatMap(({ workflows = [] }) => workflows),
		]);
	});

	/** Executes a workflow and gives its run with the mails and messages that arrived meanwhile. */
	async function execute(id) {
		const before = { mails: mailServer.mails.length, messages: telegramServer.messages.length };
		const run = await executeWorkflow(instance, id);
		return {
			run,
			mails: mailServer.mails.slice(before.mails),
			messages: telegramServer.messages.slice(before.messages),
		};
	}
	return await runSuites(SUITES, { instance, execute });
}
