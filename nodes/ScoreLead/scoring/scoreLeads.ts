import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openMemory } from '../../shared/memory/openMemory';
import { LeadMemory } from '../memory/LeadMemory';
import type { ScoringConfiguration } from './readScoring';
import { ScoringRun } from './ScoringRun';

/** Scores the leads that come in; those whose band changed where only they are wanted. */
export async function scoreLeads(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: ScoringConfiguration,
): Promise<INodeExecutionData[]> {
	const run = new ScoringRun(context, items, configuration);
	if (configuration.memory === undefined) {
		for (const lead of run.leads()) {
			const score = run.score(lead, run.toldBand(lead));
			if (score) run.emit(lead, score);
		}
		return run.finish([]);
	}
	const memory = new LeadMemory(openMemory(context, configuration.memory), run);
	const leads = [...run.leads()];
	const scores = await memory.score(leads);
	for (const lead of leads) {
		const score = scores.get(lead);
		if (score) run.emit(lead, score);
	}
	return run.finish(memory.hints(leads), memory.isRecordKnown);
}
