import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from './lifetime.mjs';

const windows = process.platform === 'win32';

function signalGroup(child, signal) {
	try {
		if (windows) child.kill(signal);
		else process.kill(-child.pid, signal);
	} catch (error) {
		if (error.code !== 'ESRCH') throw error;
	}
}

/** Starts a program in a process group of its own, so that it and whatever it starts can be stopped by its id. */
export function startProcess(command, args, options = {}) {
	const child = spawn(command, args, {
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: !windows,
		shell: windows && command === 'npm',
		...options,
	});
	atEnd(() => stopProcess(child));
	return child;
}

/** Stops what `startProcess` started: asks first, insists after ten seconds. */
export async function stopProcess(child) {
	if (child.pid === undefined) return;
	if (child.exitCode === null && child.signalCode === null) {
		const ended = once(child, 'exit');
		signalGroup(child, 'SIGTERM');
		const insist = setTimeout(() => signalGroup(child, 'SIGKILL'), 10_000);
		await ended;
		clearTimeout(insist);
	}
	signalGroup(child, 'SIGKILL');
}

/** Ends what `startProcess` started at once, without asking, as a machine that fails does. */
export async function killProcess(child) {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	signalGroup(child, 'SIGKILL');
	await ended;
}
