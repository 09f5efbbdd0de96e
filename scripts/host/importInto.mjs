import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

async function importFile(instance, kind, entities) {
	const file = path.join(instance.userFolder, `${kind}.json`);
	writeFileSync(file, JSON.stringify(entities));
	await instance.run([`import:${kind}`, `--input=${file}`]);
	rmSync(file);
}

/** Puts credentials (`{ id, name, type, data }` each) into a throw-away n8n. */
export async function importCredentials(instance, credentials) {
	await importFile(instance, 'credentials', credentials);
}

/** Puts workflows, each with an id, into a throw-away n8n. */
export async function importWorkflows(instance, workflows) {
	await importFile(instance, 'workflow', workflows);
}
