import path from 'node:path';
import { createInstance } from '../host/createInstance.mjs';
import { differences, sentIn } from '../host/deliveries.mjs';
import { ensureHost } from '../host/ensureHost.mjs';
import { executeWorkflow } from '../host/executeWorkflow.mjs';
import { importCredentials, importWorkflows } from '../host/importInto.mjs';
import { installPackage } from '../host/installPackage.mjs';
import { startEditor } from '../host/startEditor.mjs';
import { startLoopback } from '../loopback/startLoopback.mjs';
import { startOrdersServer } from '../loopback/ordersServer.mjs';
import { atEnd } from '../process/lifetime.mjs';
import { showProgress } from '../process/showProgress.mjs';
import { keptFolder } from '../process/temporaryFolder.mjs';
import { exampleWorkflows } from '../project/exampleWorkflows.mjs';
import { packPackage } from '../project/packPackage.mjs';
import { adaptWorkflow } from './adaptWorkflow.mjs';
import { chooseOrders } from './chooseOrders.mjs';
import { tellRun } from './tellRun.mjs';

const MAIN_JOB = 'lifecycle-campaigns';
const OWNER = { email: 'demo@shop.example', password: 'Corner-Coffee-1' };

async function leaveEditorOpen(instance) {
	const editor = await showProgress('Starting the n8n editor', () => startEditor(instance, OWNER));
	console.log(`\nEditor: ${editor.url}/workflow/${MAIN_JOB}`);
	console.log(`Login:  ${OWNER.email}, password ${OWNER.password}`);
	console.log('Ctrl-C to stop');
	await editor.ended;
	throw new Error('The n8n editor ended by itself.');
}

/** Runs the whole demo: package, host, workflows, one run of the main job, and the editor if wanted. */
export async function runDemo({ ordersFile, withEditor }) {
	const { orders, asOf, mostMails, notes } = chooseOrders(ordersFile);

	const tarball = await packPackage();
	const instance = createInstance(await ensureHost());
	await showProgress('Installing the package in a throw-away n8n', () =>
		installPackage(instance, tarball),
	);

	const folder = keptFolder('demo');
	const { mailServer, telegramServer, credentials } = await startLoopback(folder);
	const ordersServer = await startOrdersServer(orders);
	atEnd(ordersServer.stop);

	const workflows = exampleWorkflows().map((workflow) =>
		adaptWorkflow(workflow, { ordersUrl: ordersServer.url, asOf, mostMails }),
	);
	await showProgress('Importing credentials and example workflows', async () => {
		await importCredentials(instance, credentials);
		await importWorkflows(instance, workflows);
	});
	const workflow = workflows.find(({ id }) => id === MAIN_JOB);
	const run = await showProgress(`Running "${workflow.name}" on ${orders.length} orders`, () =>
		executeWorkflow(instance, MAIN_JOB),
	);

	const received = { mails: mailServer.mails, messages: telegramServer.messages };
	const sent = sentIn(run, workflow);
	console.log(`\n${notes.join('.\n')}.`);
	tellRun(run, workflow, sent, received);
	console.log(`\nMails (.eml):      ${path.join(folder, 'mails')}`);
	console.log(`Telegram messages: ${path.join(folder, 'telegram')}`);
	console.log(`Mail server:       ${mailServer.host}:${mailServer.port}`);
	console.log(`Telegram server:   ${telegramServer.url}`);
	console.log(`Orders:            ${ordersServer.url}\n`);

	const wrong = differences(sent, received);
	if (wrong.length > 0)
		throw new Error(`The run and what was received differ: ${wrong.join('; ')}.`);
	if (sent.refused.length > 0 && sent.mails.length === 0)
		throw new Error('Every mail was refused.');
	if (withEditor) await leaveEditorOpen(instance);
}
