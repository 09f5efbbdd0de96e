import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { atEnd } from '../process/lifetime.mjs';
import { runQuietly } from '../process/runQuietly.mjs';
import { showProgress } from '../process/showProgress.mjs';
import { hostFolder, hostVersions } from './hostFolder.mjs';
import { withLock } from './withLock.mjs';

const MARKER = 'complete.json';
const NPM_FLAGS = ['--no-audit', '--no-fund', '--no-progress'];

function isComplete(folder) {
	const marker = path.join(folder, MARKER);
	if (!existsSync(marker)) return false;
	const { n8n, node } = JSON.parse(readFileSync(marker, 'utf8'));
	return n8n === hostVersions.n8n && node === hostVersions.node;
}

/** Headers of the running Node.js, if they came with it: then the database driver builds without a network. */
function headersOfRunningNode() {
	const prefix = path.dirname(path.dirname(process.execPath));
	const header = path.join(prefix, 'include', 'node', 'node_api.h');
	return existsSync(header) ? { npm_config_nodedir: prefix } : {};
}

async function install(folder) {
	mkdirSync(folder, { recursive: true });
	writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
	const npm = (args, env = {}) =>
		runQuietly('npm', [...args, ...NPM_FLAGS], { cwd: folder, env: { ...process.env, ...env } });

	await showProgress(`Installing Node.js ${hostVersions.node} for n8n (step 1 of 3)`, () =>
		npm(['install', `node@${hostVersions.node}`, '--ignore-scripts=false']),
	);
	await showProgress(
		`Installing n8n ${hostVersions.n8n} (step 2 of 3, about 3 GB, some minutes, once)`,
		() => npm(['install', `n8n@${hostVersions.n8n}`, '--ignore-scripts']),
	);
	await showProgress('Building the database driver of n8n (step 3 of 3, a minute)', () =>
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], headersOfRunningNode()),
	);
	writeFileSync(path.join(folder, MARKER), JSON.stringify(hostVersions));
}

/**
 * The folder of a whole n8n of the pinned version, installed on first use and reused after that. It is installed beside
 * its place and moved there when complete, so an interrupted installation never looks like a finished one.
 */
export async function ensureHost() {
	const folder = hostFolder();
	if (isComplete(folder)) return folder;

	const parent = path.dirname(folder);
	mkdirSync(parent, { recursive: true });
	console.log(`No n8n ${hostVersions.n8n} in ${folder} yet.`);
	await withLock(`${folder}.lock`, async () => {
		if (isComplete(folder)) return;
		const unfinished = `${path.basename(folder)}.unfinished-`;
		for (const name of readdirSync(parent)) {
			if (name.startsWith(unfinished)) rmSync(path.join(parent, name), { recursive: true });
		}
		const workplace = path.join(parent, `${unfinished}${process.pid}`);
		atEnd(() => rmSync(workplace, { recursive: true, force: true }));
		await install(workplace);
		rmSync(folder, { recursive: true, force: true });
		renameSync(workplace, folder);
	});
	return folder;
}
