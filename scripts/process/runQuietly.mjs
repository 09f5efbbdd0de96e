import { startProcess } from './startProcess.mjs';

const LINES_SHOWN = 40;

/**
 * Runs a program to its end and returns what it wrote to standard output. Its output is shown only when it does not end
 * well: the thrown error then carries the last lines.
 */
export async function runQuietly(command, args, options) {
	const child = startProcess(command, args, options);
	const written = [];
	const all = [];
	child.stdout?.on('data', (chunk) => {
		written.push(chunk);
		all.push(chunk);
	});
	child.stderr?.on('data', (chunk) => all.push(chunk));
	const outcome = await new Promise((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code, signal) => resolve(code ?? signal));
	});
	if (outcome !== 0) {
		const tail = Buffer.concat(all).toString().trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');
		throw new Error(`"${[command, ...args].join(' ')}" ended with ${outcome}:\n${tail}`);
	}
	return Buffer.concat(written).toString();
}
