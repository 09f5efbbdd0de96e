import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { CUSTOMER_SCHEMA } from '../../nodes/core/memory/customerSchema';
import type { MemoryTable } from '../../nodes/core/memory/MemoryTable';
import type { LeadScore } from '../../nodes/core/lead/LeadScore';
import { openMemory } from '../../nodes/shared/memory/openMemory';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { activityRule, daysAgo, form } from './leadScores';
import { resultOf } from './resultOf';
import { runNode } from './runWorkflow';

jest.mock('../../nodes/shared/memory/openMemory');

const ANNA = 'anna@firm.example';

const parameters = form(
	[activityRule('mail', 10, { more: { timesAtMost: 10 } })],
	{ activityIdField: 'id', engagementMax: 100 },
	{ inputShape: 'activities', memory: 'workflow' },
);

/** A table that others reach too: each reading and writing takes its time. */
function distant(table: MemoryTable, wait: () => Promise<void>): MemoryTable {
	return {
		async read(customers) {
			await wait();
			return await table.read(customers);
		},
		async write(changes) {
			await wait();
			return await table.write(changes);
		},
		forget: (customers) => table.forget(customers),
	};
}

async function deliver(data: IDataObject, ids: readonly string[], wait: () => Promise<void>) {
	const table = distant(new WorkflowTable(data, CUSTOMER_SCHEMA), wait);
	jest.mocked(openMemory).mockReturnValueOnce({
		customers: table,
		contacts: table,
		run: 'run',
		keyOf: (customer) => customer,
		hints: () => [],
	});
	const records = [
		...ids.map((id) => ({ email: ANNA, id, type: 'mail', date: daysAgo(1) })),
		{ email: ANNA, id: 'bad', type: 'mail', date: 'someday' },
	];
	const run = await runNode('scoreLead', parameters, records);
	if (run.error) throw run.error;
	return { hints: run.hints, score: resultOf<LeadScore>(run.outputs[0]?.[0], 'leadScore') };
}

describe('Executions of Score Lead that overlap', () => {
	it('lose no activity, tell a crossing once, and tell what cannot be read once', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), async (scheduler) => {
				const data: IDataObject = {};
				await deliver(data, ['0'], async () => {});
				const running = [
					['1', '2', '3', '4'],
					['4', '5', '6', '7'],
				].map((ids, i) =>
					deliver(data, ids, () => scheduler.schedule(Promise.resolve(), `execution ${i}`)),
				);
				const both = await scheduler.waitFor(Promise.all(running));
				const [row] = await new WorkflowTable(data, CUSTOMER_SCHEMA).read('all');
				expect(row!.values).toMatchObject({ lead_score: 80, lead_band: 'hot' });
				expect(both.map(({ score }) => score.score).sort()).toEqual([50, 80]);
				const crossings = both.map(({ score }) => `${score.previousBand} ${score.band}`).sort();
				expect(crossings).toEqual(['cold warm', 'warm hot']);
				for (const { hints } of both) {
					expect(hints.join('\n')).toContain('1 of 5 items with something left out: 1 with');
				}
			}),
			{ numRuns: 15 },
		);
	});
});
