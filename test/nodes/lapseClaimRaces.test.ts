import fc from 'fast-check';

import type { LapseVerdict } from '../../nodes/core/lapse/LapseVerdict';
import { CONTACT_SCHEMA } from '../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../nodes/core/memory/customerSchema';
import type { MemoryTable } from '../../nodes/core/memory/MemoryTable';
import { openMemory } from '../../nodes/shared/memory/openMemory';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { execute, fakeExecution } from './fakeExecuteContext';
import { nodeUnderTest } from './workingModes';

jest.mock('../../nodes/shared/memory/openMemory');

const { nodeType } = nodeUnderTest('DetectLapsed');

/** A table that answers when the scheduler lets it, so that two executions meet in any order. */
function inTurns(table: MemoryTable, scheduler: fc.Scheduler): MemoryTable {
	return {
		read: scheduler.scheduleFunction(async (customers) => await table.read(customers)),
		write: scheduler.scheduleFunction(async (changes) => await table.write(changes)),
		forget: scheduler.scheduleFunction(async (customers) => await table.forget(customers)),
	};
}

/** Opens a memory over the same tables for every execution. */
function shareMemory(scheduler: fc.Scheduler): void {
	const data = {};
	const customers = inTurns(new WorkflowTable(data, CUSTOMER_SCHEMA), scheduler);
	const contacts = inTurns(new WorkflowTable(data, CONTACT_SCHEMA), scheduler);
	let runs = 0;
	jest.mocked(openMemory).mockImplementation(() => ({
		customers,
		contacts,
		run: `run-${runs++}`,
		keyOf: (customer) => customer,
		hints: () => [],
	}));
}

async function detect(
	parameters: object,
	customers: readonly string[],
): Promise<{ told: string[]; held: Array<string | null>; left: number }> {
	const execution = fakeExecution(nodeType, {
		parameters: {
			operation: 'detect',
			watch: 'purchases',
			source: 'custom',
			method: 'fixedWindow',
			memory: 'workflow',
			options: { asOf: '2026-03-15T09:00:00Z' },
			...parameters,
		},
		records: customers.map((email) => ({ email, date: '2026-01-01', amount: 20 })),
	});
	const outputs = await execute(nodeType, execution);
	const verdicts = outputs.map((items) =>
		items.map(({ json }) => json.lapse as unknown as LapseVerdict),
	);
	return {
		told: verdicts[0]!.map(({ customerKey }) => customerKey),
		held: verdicts[4]!.map(({ held }) => held),
		left: outputs.flat().length,
	};
}

const customers = fc
	.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1 })
	.map((numbers) => numbers.map((number) => `p${number}@shop.example`));

describe('Two executions over the same customers at once', () => {
	it.each(['claim', 'once'])(
		'never both let one leave: %s',
		async (tellOnce) => {
			await fc.assert(
				fc.asyncProperty(fc.scheduler(), customers, customers, async (scheduler, ones, others) => {
					shareMemory(scheduler);
					const running = Promise.all([detect({ tellOnce }, ones), detect({ tellOnce }, others)]);
					await scheduler.waitFor(running);
					const [first, second] = await running;
					const told = [...first.told, ...second.told];
					// Nobody twice, and nobody left out.
					expect([...told].sort()).toEqual([...new Set([...ones, ...others])].sort());
					// Who lost leaves all the same, with the reason.
					expect([first.left, second.left]).toEqual([ones.length, others.length]);
					const reason = tellOnce === 'once' ? 'told' : 'claimed';
					expect(new Set([...first.held, ...second.held, reason])).toEqual(new Set([reason]));
				}),
				{ numRuns: 25 },
			);
		},
		60_000,
	);

	it('never both let one leave where each lets only so many', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				customers,
				fc.integer({ min: 1, max: 3 }),
				async (scheduler, all, mostLapsedPerRun) => {
					shareMemory(scheduler);
					const parameters = {
						tellOnce: 'claim',
						options: { asOf: '2026-03-15T09:00:00Z', mostLapsedPerRun },
					};
					const told: string[] = [];
					for (let round = 0; round < 6; round++) {
						const running = Promise.all([detect(parameters, all), detect(parameters, all)]);
						await scheduler.waitFor(running);
						told.push(...(await running).flatMap((run) => run.told));
					}
					expect(told.sort()).toEqual([...all].sort());
				},
			),
			{ numRuns: 12 },
		);
	}, 60_000);
});

it('lets no item leave where the memory cannot be reached', async () => {
	jest.mocked(openMemory).mockImplementation(() => ({
		customers: {} as MemoryTable,
		contacts: {
			read: async () => await Promise.reject(new Error('Nobody answers')),
		} as unknown as MemoryTable,
		run: 'run',
		keyOf: (customer) => customer,
		hints: () => [],
	}));
	await expect(detect({ tellOnce: 'claim' }, ['ada@shop.example'])).rejects.toThrow(
		'Nobody answers',
	);
});
