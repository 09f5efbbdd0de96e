import type { NodeExecutionHint } from 'n8n-workflow';

import type { LeadModelInput } from '../../core/lead/LeadModel';
import { unusedHeadings } from '../../core/lead/table/TableRow';
import { note, warning } from '../../shared/tellUser';

/** Groups that no rule names: a slip of the pen would leave points without their limit in silence. */
export function idleGroups(
	rules: LeadModelInput['rules'],
	groups: NonNullable<LeadModelInput['groups']>,
): NodeExecutionHint[] {
	const named = new Set(rules.map(({ group }) => group));
	return groups
		.filter(({ name }) => !named.has(name))
		.map(({ name }) => {
			const alike = [...named].find((one) => one?.toLowerCase() === name.toLowerCase());
			return warning(
				`No rule is in the group "${name}"${alike === undefined ? '' : `, but there are rules in "${alike}"`}: its limit and decay change nothing. Write its name under Group in Rule Options.`,
			);
		});
}

/** Columns of a table of rules that are read by nobody. */
export function unusedColumns(rows: ReadonlyArray<Record<string, unknown>>): NodeExecutionHint[] {
	const unused = unusedHeadings(rows).map((heading) => `"${heading}"`);
	if (unused.length === 0) return [];
	return [note(`Not used of the table at the input Model: ${unused.join(', ')}.`)];
}
