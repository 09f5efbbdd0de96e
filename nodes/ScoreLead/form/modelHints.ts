import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import type { LeadModel } from '../../core/lead/LeadModel';
import { unusedHeadings } from '../../core/lead/table/TableRow';
import { note, warning } from '../../shared/tellUser';
import type { readModelSource } from './readModel';

/** Groups that no rule names: a slip of the pen would leave points without their limit in silence. */
function idleGroups({ rules, groups }: LeadModel): NodeExecutionHint[] {
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
function unusedColumns(rows: ReadonlyArray<Record<string, unknown>>): NodeExecutionHint[] {
	const unused = unusedHeadings(rows).map((heading) => `"${heading}"`);
	if (unused.length === 0) return [];
	return [note(`Not used of the table at the input Model: ${unused.join(', ')}.`)];
}

/** What the user wrote for the model that changes nothing in it. */
export function modelHints(
	context: IExecuteFunctions,
	{ model, modelSource }: { model: LeadModel; modelSource: ReturnType<typeof readModelSource> },
): NodeExecutionHint[] {
	if (modelSource === 'form') return idleGroups(model);
	if (modelSource !== 'table') return [];
	return unusedColumns(context.getInputData(1).map(({ json }) => json));
}
