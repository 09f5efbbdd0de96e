import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from './projectFolder.mjs';

const folder = path.join(projectFolder, 'workflows');

/** The example workflows of the package, each with its file's name as its id. */
export function exampleWorkflows() {
	return readdirSync(folder)
		.filter((file) => file.endsWith('.json'))
		.map((file) => ({
			id: path.basename(file, '.json'),
			...JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
		}));
}
