import { homedir } from 'node:os';
import path from 'node:path';

/** The n8n that the demo and the end-to-end tests run, and the Node.js it runs on. */
export const hostVersions = { n8n: '2.41.1', node: '24' };

/** Where that n8n is kept between runs. */
export function hostFolder() {
	const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	return path.join(cache, 'n8n-nodes-customer-segmentation', `n8n-${hostVersions.n8n}`);
}
