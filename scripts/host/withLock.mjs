import { closeSync, openSync, rmSync, statSync, utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { atEnd } from '../process/lifetime.mjs';
import { showProgress } from '../process/showProgress.mjs';

const TOUCH_EVERY_MS = 5_000;
const ABANDONED_AFTER_MS = 30_000;

function take(file) {
	try {
		closeSync(openSync(file, 'wx'));
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		return false;
	}
}

async function waitFor(file) {
	while (!take(file)) {
		const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
		if (Date.now() - touched > ABANDONED_AFTER_MS) rmSync(file, { force: true });
		else await wait(1_000);
	}
}

/**
 * Does `work` while no other process holds the lock file. The holder touches the file all the time, so a lock that has
 * not been touched for half a minute was left behind by a process that died, and is taken over.
 */
export async function withLock(file, work) {
	if (!take(file))
		await showProgress('Another process is at it, waiting for it', () => waitFor(file));
	const touch = setInterval(() => utimesSync(file, new Date(), new Date()), TOUCH_EVERY_MS);
	const release = () => {
		clearInterval(touch);
		rmSync(file, { force: true });
	};
	atEnd(release);
	try {
		return await work();
	} finally {
		release();
	}
}
