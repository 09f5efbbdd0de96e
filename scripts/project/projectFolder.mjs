import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, wherever the program was started from. */
export const projectFolder = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));
