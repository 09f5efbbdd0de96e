import type { z } from 'zod';

/** What is wrong with a value, with the path to it as people write it: `rules[3].points`. */
export function issueWording({ path, message }: Pick<z.ZodIssue, 'path' | 'message'>): string {
	const where = path
		.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${part}`))
		.join('');
	return where === '' ? message : `${where}: ${message}`;
}
