import { sys } from 'typescript';

/** Prints a table of findings beside the results of the tests. */
export function show(table: string): void {
	sys.write(`\n${table}\n\n`);
}
