import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../../scripts/project/projectFolder.mjs';

/** The JSON that the README shows below the heading of a node: the first block, or a later one. */
export function shownBelow(heading, block = 0) {
	const readme = readFileSync(path.join(projectFolder, 'README.md'), 'utf8');
	const [, below = ''] = readme.split(`### ${heading}\n`);
	const [section] = below.split(/^### /m);
	return JSON.parse([...section.matchAll(/```json\n([\s\S]*?)```/g)][block][1]);
}
