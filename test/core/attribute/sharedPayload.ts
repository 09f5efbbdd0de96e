import { sys } from 'typescript';

/** The folder of recorded items beside the checkout, with a slash at its end. */
const PAYLOADS = require
	.resolve('../../../package.json')
	.replace(/[^/\\]+[/\\]package\.json$/, 'shared/data/payloads/');

/** The first item of a sample file; undefined where the folder is missing. */
export function sharedPayload(path: string): Record<string, unknown> | undefined {
	const content = sys.readFile(PAYLOADS + path);
	if (content === undefined) return undefined;
	const items = JSON.parse(content) as Record<string, unknown> | Array<Record<string, unknown>>;
	return Array.isArray(items) ? items[0] : items;
}
