import { createInstance } from '../../scripts/host/createInstance.mjs';
import { ensureHost } from '../../scripts/host/ensureHost.mjs';
import { executeInEditor } from '../../scripts/host/executeInEditor.mjs';
import { executeWorkflow } from '../../scripts/host/executeWorkflow.mjs';
import { importCredentials, importWorkflows } from '../../scripts/host/importInto.mjs';
import { installPackage } from '../../scripts/host/installPackage.mjs';
import { startEditor } from '../../scripts/host/startEditor.mjs';
import { startLoopback } from '../../scripts/loopback/startLoopback.mjs';
import { showProgress } from '../../scripts/process/showProgress.mjs';
import { temporaryFolder } from '../../scripts/process/temporaryFolder.mjs';
import { exampleWorkflows } from '../../scripts/project/exampleWorkflows.mjs';
import { packPackage } from '../../scripts/project/packPackage.mjs';
import * as abandonedCart from './abandonedCart.mjs';
import * as customerMemory from './customerMemory.mjs';
import * as errorOutput from './errorOutput.mjs';
import * as hotLeadAlert from './hotLeadAlert.mjs';
import * as lifecycleCampaigns from './lifecycleCampaigns.mjs';
import * as lapseForecast from './lapseForecast.mjs';
import * as leadScoring from './leadScoring.mjs';
import * as learnModel from './learnModel.mjs';
import * as linksBack from './linksBack.mjs';
import * as nodeTypes from './nodeTypes.mjs';
import * as otherWatches from './otherWatches.mjs';
import * as readmeExamples from './readmeExamples.mjs';
import * as rulesFromSheet from './rulesFromSheet.mjs';
import { runSuites } from './runSuites.mjs';
import * as sameAsSwitch from './sameAsSwitch.mjs';
import * as segmentCampaigns from './segmentCampaigns.mjs';
import * as shopOrders from './shopOrders.mjs';
import * as splitVolume from './splitVolume.mjs';
import * as toldOnce from './toldOnce.mjs';
import * as winBack from './winBack.mjs';

const SUITES = [
	lifecycleCampaigns,
	winBack,
	toldOnce,
	abandonedCart,
	lapseForecast,
	hotLeadAlert,
	segmentCampaigns,
	learnModel,
	rulesFromSheet,
	errorOutput,
	linksBack,
	shopOrders,
	otherWatches,
	splitVolume,
	sameAsSwitch,
	readmeExamples,
	leadScoring,
	nodeTypes,
	customerMemory,
];

const OWNER = { email: 'owner@shop.example', password: 'Corner-Coffee-1' };

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

	let editor;
	/** The running editor: started when it is first asked for, and the same for all who ask. */
	const openEditor = () => (editor ??= startEditor(instance, OWNER));

	/** Gives a run with the mails and messages that arrived meanwhile. */
	async function received(runOf) {
		const before = { mails: mailServer.mails.length, messages: telegramServer.messages.length };
		const run = await runOf();
		return {
			run,
			mails: mailServer.mails.slice(before.mails),
			messages: telegramServer.messages.slice(before.messages),
		};
	}
	return await runSuites(SUITES, {
		openEditor,
		received,
		execute: (id) => received(() => executeWorkflow(instance, id)),
		/** For workflows with data tables, which n8n's command does not know. */
		executeInEditor: async (id) => {
			const running = await openEditor();
			return await received(() => executeInEditor(running, id));
		},
	});
}
