import path from 'node:path';
import { runQuietly } from '../process/runQuietly.mjs';
import { showProgress } from '../process/showProgress.mjs';
import { temporaryFolder } from '../process/temporaryFolder.mjs';
import { projectFolder } from './projectFolder.mjs';

/** Builds the package and packs it as it would be published; returns the tarball's path. */
export async function packPackage() {
	await showProgress('Building the package', () =>
		runQuietly('npm', ['run', 'build'], { cwd: projectFolder }),
	);
	return await showProgress('Packing the package', async () => {
		const folder = temporaryFolder('tarball');
		const report = await runQuietly('npm', ['pack', '--json', '--pack-destination', folder], {
			cwd: projectFolder,
		});
		return path.join(folder, JSON.parse(report)[0].filename);
	});
}
