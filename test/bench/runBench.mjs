import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInstance } from '../../scripts/host/createInstance.mjs';
import { ensureHost } from '../../scripts/host/ensureHost.mjs';
import { installPackage } from '../../scripts/host/installPackage.mjs';
import { runQuietly } from '../../scripts/process/runQuietly.mjs';
import { showProgress } from '../../scripts/process/showProgress.mjs';
import { packPackage } from '../../scripts/project/packPackage.mjs';
import { measureFit } from './fit/measureFit.mjs';
import { GROUPS } from './groups/groups.mjs';
import { fitReport } from './report/fitReport.mjs';
import { report } from './report/report.mjs';

const PROGRAM = fileURLToPath(new URL('benchInHost.mjs', import.meta.url));

/**
 * Measures one group in a process of its own, so that no group works in the heap that another has
 * left.
 */
async function measureInHost(instance, hostFolder, name, scale) {
	const resultFile = path.join(instance.userFolder, `${name}.json`);
	await runQuietly(
		instance.node,
		['--expose-gc', PROGRAM, hostFolder, name, String(scale), resultFile],
		{ cwd: instance.userFolder, env: await instance.environment() },
	);
	return JSON.parse(readFileSync(resultFile, 'utf8'));
}

/** Puts the packed package into a real n8n and measures groups there. */
async function measureGroups(groups, quick) {
	const tarball = await packPackage();
	const hostFolder = await ensureHost();
	const instance = createInstance(hostFolder);
	await showProgress('Installing the package in a throw-away n8n', () =>
		installPackage(instance, tarball),
	);
	const scale = quick ? 0.1 : 1;
	const results = [];
	for (const name of groups) {
		const measured = await showProgress(`Measuring ${name}`, () =>
			measureInHost(instance, hostFolder, name, scale),
		);
		results.push({ group: GROUPS[name](scale), measured });
	}
	return results;
}

/**
 * Measures the named groups in a real n8n, and the fits of the models beside scipy, and prints the
 * tables.
 */
export async function runBench({ groups, fit, quick }) {
	const results = groups.length > 0 ? await measureGroups(groups, quick) : [];
	if (results.length > 0) console.log(`\n${report(results)}`);
	if (fit) {
		const measured = await showProgress('Measuring fits', () => measureFit());
		console.log(`\n${fitReport(measured)}`);
	}
}
