import { setTimeout as wait } from 'node:timers/promises';
import { whatStopped } from './executeWorkflow.mjs';
import { unflatten } from './unflatten.mjs';

const PATIENCE_MS = 120_000;
const UNDER_WAY = ['new', 'running', 'waiting'];

async function dataOf(response) {
	if (!response.ok) throw new Error(`n8n answered ${response.status}: ${await response.text()}`);
	return (await response.json()).data;
}

/**
 * Executes a workflow from its Manual Trigger in the running editor, as a click on Execute Workflow does, and returns the
 * run as `executeWorkflow` does. It has all of n8n, also what its command lacks: data tables.
 */
export async function executeInEditor(editor, id) {
	const started = await editor.post(`/rest/workflows/${id}/run`, {
		triggerToStartFrom: { name: 'Run Now' },
	});
	const { executionId } = await dataOf(started);
	const deadline = Date.now() + PATIENCE_MS;
	let execution;
	do {
		if (Date.now() > deadline) throw new Error(`Workflow "${id}" did not end in time`);
		await wait(200);
		execution = await dataOf(await editor.get(`/rest/executions/${executionId}`));
	} while (UNDER_WAY.includes(execution.status));
	const run = { data: unflatten(execution.data) };
	if (run.data.resultData.error) throw new Error(`Workflow "${id}" ${whatStopped(run)}`);
	return run;
}
