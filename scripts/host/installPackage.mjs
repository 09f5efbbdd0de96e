import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../process/runQuietly.mjs';
import { unpackTarball } from '../project/unpackTarball.mjs';
import { projectFolder } from '../project/projectFolder.mjs';

function readJson(file) {
	return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Installs a packed package in a throw-away n8n, step by step as n8n installs a community node: unpacked, stripped of
 * development and peer dependencies (n8n lends its own n8n-workflow), the rest installed without scripts.
 */
export async function installPackage(instance, tarball) {
	const nodesFolder = path.join(instance.userFolder, '.n8n', 'nodes');
	const { name } = readJson(path.join(projectFolder, 'package.json'));
	const folder = path.join(nodesFolder, 'node_modules', name);
	await unpackTarball(tarball, folder);

	const manifestFile = path.join(folder, 'package.json');
	const manifest = readJson(manifestFile);
	for (const kind of ['devDependencies', 'peerDependencies', 'optionalDependencies'])
		delete manifest[kind];
	writeFileSync(manifestFile, JSON.stringify(manifest, null, 2));
	await runQuietly(
		'npm',
		[
			'install',
			'--audit=false',
			'--fund=false',
			'--bin-links=false',
			'--install-strategy=shallow',
			'--ignore-scripts=true',
			'--package-lock=false',
		],
		{ cwd: folder },
	);
	writeFileSync(
		path.join(nodesFolder, 'package.json'),
		JSON.stringify({
			name: 'installed-nodes',
			private: true,
			dependencies: { [name]: manifest.version },
		}),
	);
}
