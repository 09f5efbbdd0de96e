import type { IDataObject } from 'n8n-workflow';

import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { resultOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow } from './runWorkflow';

export const ANNA = 'anna@firm.example';

/** Runs the node over what is delivered; the static data is what n8n keeps between runs. */
export async function deliver(
	parameters: object,
	records: readonly object[],
	data: IDataObject = {},
) {
	const workflow = singleNodeWorkflow('scoreLead', parameters);
	const run = (await runWorkflow(workflow, records, 'Source', {}, data))('Node');
	if (run.error) throw run.error;
	const items = run.outputs[0] ?? [];
	const told = run.hints.join('\n');
	return { items, told, scores: items.map((item) => resultOf<LeadScore>(item, 'leadScore')) };
}

/** The row of a lead as the workflow keeps it. */
export function rowOf(data: IDataObject, lead = ANNA): IDataObject | undefined {
	const kept = data.global as { customerMemory?: Record<string, Record<string, IDataObject>> };
	return Object.values(kept?.customerMemory?.[lead] ?? {})[0];
}
