import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import { runVisibly } from '../process/runVisibly.mjs';
import { projectFolder } from './projectFolder.mjs';

function changedAt(file) {
	return statSync(path.join(projectFolder, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Whether the dependencies are a link to those of another checkout, which are not ours to replace. */
function areLinked() {
	const folder = path.join(projectFolder, 'node_modules');
	return lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * Installs the dependencies unless they are there and no older than package-lock.json. Uses nothing but Node, so that
 * it works in a fresh clone.
 */
export async function ensureInstalled() {
	if (areLinked()) return;
	if (changedAt('node_modules/.package-lock.json') >= changedAt('package-lock.json')) return;
	console.log('Installing dependencies (npm ci) ...');
	const code = await runVisibly('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
	if (code !== 0) throw new Error(`npm ci ended with ${code}. Its output above says why.`);
}
