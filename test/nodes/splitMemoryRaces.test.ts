import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { Claim } from '../../nodes/core/memory/Contact';
import { CONTACT_SCHEMA } from '../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../nodes/core/memory/customerSchema';
import type { MemorySchema, MemoryTable } from '../../nodes/core/memory/MemoryTable';
import type { SegmentVerdict } from '../../nodes/core/segment/SegmentVerdict';
import { openMemory } from '../../nodes/shared/memory/openMemory';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { execute, fakeExecution } from './fakeExecuteContext';
import { nodeUnderTest, record, whereEquals } from './workingModes';

jest.mock('../../nodes/shared/memory/openMemory');

const { nodeType } = nodeUnderTest('SplitBySegment');

/** A table that others reach too: each reading and writing takes its time. */
function distant(table: MemoryTable, wait: () => Promise<void>): MemoryTable {
	return {
		async read(customers) {
			await wait();
			const rows = await table.read(customers);
			await wait();
			return rows;
		},
		async write(changes) {
			await wait();
			const made = await table.write(changes);
			await wait();
			return made;
		},
		forget: (customers) => table.forget(customers),
	};
}

/** What two executions share, and how each finds it. */
class SharedMemory {
	private readonly data: IDataObject = {};

	private runs = 0;

	open(wait: () => Promise<void>) {
		const table = (schema: MemorySchema) => distant(new WorkflowTable(this.data, schema), wait);
		this.runs += 1;
		jest.mocked(openMemory).mockReturnValueOnce({
			customers: table(CUSTOMER_SCHEMA),
			contacts: table(CONTACT_SCHEMA),
			run: `run${this.runs}`,
			keyOf: (customer) => customer,
			hints: () => [],
		});
	}

	/** What is remembered of each customer and campaign. */
	rows(schema: MemorySchema) {
		return new WorkflowTable(this.data, schema).read('all');
	}
}

const CITIES = ['Bern', 'Oslo', 'Rome'];

function split(
	cities: Readonly<Record<string, string>>,
	second: number,
	more: { tellOnce: string; contactRules?: IDataObject },
) {
	const asOf = `2026-11-22T08:00:${String(second).padStart(2, '0')}`;
	const values = CITIES.slice(0, 2).map((name) => ({
		name,
		enabled: true,
		conditions: whereEquals('city', name),
	}));
	const records = Object.entries(cities).map(([email, city]) => ({
		...record,
		email: `${email}@shop.example`,
		city,
	}));
	const parameters = {
		memory: 'workflow',
		segments: { values },
		options: { asOf },
		...more,
	} as IDataObject;
	const { context } = fakeExecution(nodeType, { parameters: parameters as never, records });
	return nodeType.execute!.call(context) as ReturnType<typeof execute>;
}

/** The claims of those who left for a campaign; nobody else leaves there. */
function claimsOf(outputs: Awaited<ReturnType<typeof split>>): Claim[] {
	return outputs.slice(1).flatMap((items) =>
		items.map(({ json }) => {
			const { claim } = json.segment as unknown as SegmentVerdict;
			expect(claim).toBeTruthy();
			return claim!;
		}),
	);
}

const cities = fc.record(
	{
		anna: fc.constantFrom(...CITIES),
		ben: fc.constantFrom(...CITIES),
		cleo: fc.constantFrom(...CITIES),
	},
	{ requiredKeys: [] },
);

describe('Executions of Split by Segment that overlap', () => {
	it.each(['claim', 'once'])(
		'never both tell a customer of a campaign, with %s',
		async (tellOnce) => {
			await fc.assert(
				fc.asyncProperty(
					fc.scheduler(),
					// What was so before, and what both see.
					fc.option(cities),
					cities,
					fc.integer({ min: 2, max: 3 }),
					async (scheduler, before, now, executions) => {
						const shared = new SharedMemory();
						if (before) {
							// Told of another stay, long confirmed, and gone since.
							shared.open(async () => {});
							await split(before, 0, { tellOnce: 'once' });
							shared.open(async () => {});
							const gone = Object.fromEntries(Object.keys(before).map((name) => [name, 'Rome']));
							await split(gone, 1, { tellOnce: 'once' });
						}
						const running = Array.from({ length: executions }, async (_, i) => {
							shared.open(() => scheduler.schedule(Promise.resolve(), `execution ${i}`));
							return split(now, 10 + i, { tellOnce });
						});
						const all = await scheduler.waitFor(Promise.all(running));
						for (const outputs of all) expect(outputs.flat()).toHaveLength(Object.keys(now).length);
						const claims = all.flatMap(claimsOf);
						const contacts = claims.map(({ customer, campaign }) => `${customer} ${campaign}`);
						const expected = Object.entries(now)
							.filter(([, city]) => city !== 'Rome')
							.map(([name, city]) => `${name}@shop.example ${city}`);
						// Nobody is told twice, and nobody is left out.
						expect(contacts.sort()).toEqual(expected.sort());
					},
				),
				{ numRuns: 60 },
			);
		},
	);

	it('agree on where customers were, and since when they are where they are', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), cities, cities, async (scheduler, before, now) => {
				const shared = new SharedMemory();
				shared.open(async () => {});
				await split(before, 0, { tellOnce: 'off' });
				const running = [10, 11].map(async (second) => {
					shared.open(() => scheduler.schedule(Promise.resolve(), `at ${second}`));
					return split(now, second, { tellOnce: 'off' });
				});
				const both = await scheduler.waitFor(Promise.all(running));
				const verdicts = both.map((outputs) =>
					Object.fromEntries(
						outputs
							.flat()
							.map(({ json }) => [json.email, json.segment as unknown as SegmentVerdict]),
					),
				);
				for (const [name, city] of Object.entries(now)) {
					const found = verdicts.map((byEmail) => byEmail[`${name}@shop.example`]!);
					expect(new Set(found.map(({ since }) => since)).size).toBe(1);
					// One of them saw the move, and the other what the first had remembered.
					const was = before[name as keyof typeof before];
					const here = city === 'Rome' ? 'Everyone Else' : city;
					const there = was === 'Rome' ? 'Everyone Else' : (was ?? null);
					const previous = found.map(({ previousName }) => previousName);
					expect(previous).toContain(there);
					expect(previous.filter((one) => one !== there)).toEqual(there === here ? [] : [here]);
				}
			}),
			{ numRuns: 60 },
		);
	});
});
