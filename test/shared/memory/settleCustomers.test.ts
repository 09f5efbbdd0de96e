import fc from 'fast-check';

import { CUSTOMER_SCHEMA } from '../../../nodes/core/memory/customerSchema';
import type { MemoryTable, StoredRow } from '../../../nodes/core/memory/MemoryTable';
import { settleCustomers } from '../../../nodes/shared/memory/settleCustomers';
import { SharedMemory } from './sharedMemory';

jest.mock('n8n-workflow', () => ({ ...jest.requireActual('n8n-workflow'), sleep: jest.fn() }));

const ordersOf = (row: StoredRow | undefined) => Number(row?.values.orders ?? 0);

/** Adds one order to each customer, and gives how many there are then. */
function addOrder(table: MemoryTable, customers: readonly string[]): Promise<string[]> {
	return settleCustomers(table, customers, (remembered) =>
		customers.map((customer) => {
			const orders = ordersOf(remembered.get(customer)) + 1;
			return { customer, values: { orders }, result: `${customer} ${orders}` };
		}),
	);
}

describe('settleCustomers', () => {
	it('loses nothing of what executions bring at once, and gives each what it remembered', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.scheduler(),
				fc.array(fc.uniqueArray(fc.constantFrom('ann', 'ben', 'cleo'), { minLength: 1 }), {
					minLength: 1,
					maxLength: 12,
				}),
				async (scheduler, executions) => {
					const memory = new SharedMemory();
					const step = () => scheduler.schedule(Promise.resolve());
					const results = await scheduler.waitFor(
						Promise.all(
							executions.map((customers) => addOrder(memory.open({ step }).customers, customers)),
						),
					);
					const rows = await memory.table(CUSTOMER_SCHEMA).read('all');
					for (const customer of new Set(executions.flat())) {
						const times = executions.filter((customers) => customers.includes(customer)).length;
						const row = rows.find(({ values }) => values.customer === customer);
						expect(ordersOf(row)).toBe(times);
						// Each execution saw a number of its own.
						const seen = results.flat().filter((result) => result.startsWith(`${customer} `));
						expect(new Set(seen).size).toBe(times);
					}
				},
			),
			{ numRuns: 80 },
		);
	});

	it('writes nothing where nothing is to be remembered, and keeps the order', async () => {
		const memory = new SharedMemory();
		await addOrder(memory.open().customers, ['ben']);
		const results = await settleCustomers(memory.open().customers, ['cleo', 'ann'], () => [
			{ customer: 'cleo', values: undefined, result: 1 },
			{ customer: 'ann', values: undefined, result: 2 },
		]);
		expect(results).toEqual([1, 2]);
		expect(await memory.table(CUSTOMER_SCHEMA).read('all')).toHaveLength(1);
	});

	it('goes by rows that were read already, and by newer ones where they are', async () => {
		const memory = new SharedMemory();
		const { customers } = memory.open();
		await addOrder(customers, ['ann']);
		const rows = await customers.read(['ann']);
		await addOrder(customers, ['ann']);
		const seen: number[] = [];
		await settleCustomers(
			customers,
			['ann'],
			(remembered) => {
				const orders = ordersOf(remembered.get('ann'));
				seen.push(orders);
				return [{ customer: 'ann', values: { orders: orders + 1 }, result: orders }];
			},
			rows,
		);
		expect(seen).toEqual([1, 2]);
	});

	it('judges anew who was forgotten meanwhile', async () => {
		const memory = new SharedMemory();
		const { customers } = memory.open();
		await addOrder(customers, ['ann']);
		const rows = await customers.read(['ann']);
		await customers.forget(['ann']);
		const results = await settleCustomers(
			customers,
			['ann'],
			(remembered) => [
				{ customer: 'ann', values: { orders: 9 }, result: ordersOf(remembered.get('ann')) },
			],
			rows,
		);
		expect(results).toEqual([0]);
	});
});
