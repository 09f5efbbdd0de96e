import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { atEnd } from './lifetime.mjs';

/** A new folder under the system's temporary folder; it stays when the program ends. */
export function keptFolder(name) {
	return mkdtempSync(path.join(tmpdir(), `customer-segmentation-${name}-`));
}

/** A new folder for this run only; it is removed when the program ends. */
export function temporaryFolder(name) {
	const folder = keptFolder(name);
	atEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
	return folder;
}
