import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { SplitMemory } from '../memory/SplitMemory';
import { TellOnce } from '../memory/TellOnce';
import type { SplitMemoryConfiguration } from '../memory/readSplitMemory';
import type { SplitConfiguration } from '../SplitBySegment.parameters';
import { SplitWork } from './SplitWork';

/** Puts every item into its segment and the segments onto their outputs. */
export async function splitItems(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: SplitConfiguration,
): Promise<INodeExecutionData[][]> {
	const work = new SplitWork(context, items, configuration);
	const { memory } = configuration;
	if (memory) await splitByMemory(work, configuration, memory);
	else {
		work.judge(false);
		work.limit();
	}
	return work.finish();
}

/**
 * Judges the items by what is remembered, and remembers what was found.
 *
 * The segments are remembered before anybody is claimed: the claim is the last that is written before
 * the items leave, so that nobody counts as told who does not leave.
 */
async function splitByMemory(
	work: SplitWork,
	{ everyoneElse, leaveAlone }: SplitConfiguration,
	configuration: SplitMemoryConfiguration,
): Promise<void> {
	const { run, groups } = work;
	const { rules } = configuration;
	const asksLastContact = leaveAlone.contactLimits.some(({ lastContact }) => !lastContact);
	const memory = await SplitMemory.open(run, configuration, rules !== undefined || asksLastContact);
	run.memory = memory;
	work.judge(true);
	await memory.remember(work.waiting, new Set([...groups.map(({ name }) => name), everyoneElse]));
	const tellOnce = rules && new TellOnce(memory, rules, groups, work.guard, run);
	tellOnce?.suppressNotDue(work.waiting);
	work.limit();
	await tellOnce?.claim(work.waiting);
}
