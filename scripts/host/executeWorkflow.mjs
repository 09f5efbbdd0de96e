import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The run among the log lines that n8n's command writes before and after it; undefined where there is none. */
function findRun(written) {
	const start = written.startsWith('{') ? 0 : written.indexOf('\n{\n') + 1;
	if (written[start] !== '{') return undefined;
	const end = written.indexOf('\n}\n', start);
	return JSON.parse(end < 0 ? written.slice(start) : written.slice(start, end + 2));
}

/** Where a run stopped, and what n8n said of it. */
export function whatStopped({ data: { resultData } }) {
	const { message, description } = resultData.error;
	const sentences = [message, description].filter(Boolean).join('. ');
	return `stopped at "${resultData.lastNodeExecuted}": ${sentences}`;
}

/**
 * Executes a workflow of a throw-away n8n with n8n's own command and returns the run: what every node put out is in
 * `data.resultData.runData`. Throws with what n8n said when the workflow did not run to its end.
 */
export async function executeWorkflow(instance, id) {
	const file = path.join(instance.userFolder, `run-of-${id}.txt`);
	const output = openSync(file, 'w');
	let complaint;
	try {
		await instance.run(['execute', `--id=${id}`, '--rawOutput'], {
			stdio: ['ignore', output, 'pipe'],
		});
	} catch (error) {
		complaint = error.message;
	} finally {
		closeSync(output);
	}
	const written = readFileSync(file, 'utf8');
	rmSync(file);
	const run = findRun(written);
	if (run?.data.resultData.error) throw new Error(`Workflow "${id}" ${whatStopped(run)}`);
	if (complaint || !run) {
		throw new Error(
			`Workflow "${id}" did not run to its end.\n${complaint ?? ''}\n${written.slice(-4000)}`,
		);
	}
	return run;
}
