import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

const DELIMITERS = [',', ';', '\t'];

function delimiterOf(text) {
	const [firstLine] = text.split(/\r?\n/, 1);
	const outsideQuotes = firstLine.replace(/"[^"]*"/g, '');
	const count = (delimiter) => outsideQuotes.split(delimiter).length;
	return DELIMITERS.reduce((best, delimiter) =>
		count(delimiter) > count(best) ? delimiter : best,
	);
}

/** Reads a CSV file with a header line, separated by comma, semicolon or tab: its columns, and its rows by column. */
export function readCsv(file) {
	let text;
	try {
		text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		throw new Error(`${file} cannot be read: ${error.message}`);
	}
	let columns = [];
	let rows;
	try {
		rows = parse(text, {
			delimiter: delimiterOf(text),
			columns: (header) => (columns = header),
			skip_empty_lines: true,
			relax_column_count: true,
			relax_quotes: true,
			trim: true,
		});
	} catch (error) {
		throw new Error(`${file} is not a CSV file that can be read: ${error.message}`);
	}
	if (rows.length === 0) throw new Error(`${file} has no rows below its header line.`);
	return { columns, rows };
}
