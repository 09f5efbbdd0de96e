import { sys } from 'typescript';

/** The folder of real data beside the checkout, with a slash at its end. */
const DATA = require
	.resolve('../../../package.json')
	.replace(/[^/\\]+[/\\]package\.json$/, 'shared/data/');

/** The rows of a table of real data by column; undefined where the folder is missing. */
export function sharedTable(path: string): Array<Record<string, string>> | undefined {
	const [header, ...lines] =
		sys
			.readFile(DATA + path)
			?.trim()
			.split(/\r?\n/) ?? [];
	const columns = header?.split(',');
	return (
		columns &&
		lines.map((line) => {
			const cells = line.split(',');
			return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
		})
	);
}
