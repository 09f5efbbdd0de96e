/** Text in columns, each as wide as its longest cell; numbers stand to the right. */
export function textTable(header, rows) {
	const all = [header, ...rows].map((row) => row.map(String));
	const widths = header.map((_, column) => Math.max(...all.map((row) => row[column].length)));
	const isNumber = header.map((_, column) => rows.every((row) => typeof row[column] === 'number'));
	const lines = all.map((row) =>
		row
			.map((cell, i) => (isNumber[i] ? cell.padStart(widths[i]) : cell.padEnd(widths[i])))
			.join('  ')
			.trimEnd(),
	);
	const rule = widths.map((width) => '-'.repeat(width)).join('  ');
	return [lines[0], rule, ...lines.slice(1)].map((line) => `  ${line}`).join('\n');
}
