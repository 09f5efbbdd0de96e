import { spawn } from 'node:child_process';
import { projectFolder } from '../project/projectFolder.mjs';

/** Runs a program in the project folder with its output passed through; returns its exit code. */
export function runVisibly(command, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: projectFolder,
			stdio: 'inherit',
			shell: process.platform === 'win32',
		});
		child.once('error', reject);
		child.once('close', (code) => resolve(code ?? 1));
	});
}
