import { mkdirSync } from 'node:fs';
import { runQuietly } from '../process/runQuietly.mjs';

/** Unpacks a packed package into a folder, without the "package" folder that npm wraps around it. */
export async function unpackTarball(tarball, folder) {
	mkdirSync(folder, { recursive: true });
	await runQuietly('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}
