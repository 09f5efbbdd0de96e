import { ClassifyLifecycle } from '../../nodes/ClassifyLifecycle/ClassifyLifecycle.node';
import { CUSTOMER_SCHEMA } from '../../nodes/core/memory/customerSchema';
import type { MemoryTable } from '../../nodes/core/memory/MemoryTable';
import { readOrderLog } from '../../nodes/core/memory/orderLog';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { execute, fakeExecution } from './fakeExecuteContext';

interface Order {
	id: string;
	email: string;
	date: string;
	amount: number;
}

const order = (id: string, who: string, day: number): Order => ({
	id,
	email: `${who}@shop.example`,
	date: `2026-10-${String(day).padStart(2, '0')}`,
	amount: 1,
});

async function classify(staticData: object, records: readonly Order[]) {
	const node = new ClassifyLifecycle();
	const execution = fakeExecution(node, {
		parameters: {
			memory: 'workflow',
			options: { orderIdField: 'id', asOf: '2026-11-01T12:00:00Z' },
		},
		records: records.map((record) => ({ ...record })),
		staticData: staticData as never,
	});
	const [items] = await execute(node, execution);
	return items!.map(({ json }) => json.lifecycle as { customerKey: string; orders: number });
}

/** Ids of the orders that are remembered, by customer. */
async function rememberedIds(staticData: object) {
	const table: MemoryTable = new WorkflowTable(staticData as never, CUSTOMER_SCHEMA);
	const rows = (await table.read('all')).filter(({ values }) => values.stage !== null);
	return Object.fromEntries(
		rows
			.filter(({ values }) => String(values.customer).includes('@'))
			.map(({ values }) => [
				String(values.customer),
				readOrderLog(String(values.order_log))!
					.map(({ orderId }) => orderId)
					.sort(),
			]),
	);
}

describe('Two executions at once over the same customers', () => {
	afterEach(() => {
		jest.restoreAllMocks();
	});

	it('lose no order, and the later to write judges by what the other wrote', async () => {
		const staticData = {};
		const write = jest.spyOn(WorkflowTable.prototype, 'write');
		await classify(staticData, [order('1', 'anna', 1), order('2', 'ben', 1)]);
		const [one, other] = await Promise.all([
			classify(staticData, [order('3', 'anna', 5), order('4', 'ben', 5)]),
			classify(staticData, [order('5', 'anna', 6), order('2', 'ben', 1), order('6', 'cat', 6)]),
		]);
		const lost = (
			await Promise.all(write.mock.results.map(({ value }) => value as Promise<boolean[]>))
		)
			.flat()
			.filter((wasMade) => !wasMade);
		// Else they were not at once, and nothing is shown.
		expect(lost.length).toBeGreaterThan(0);
		expect(await rememberedIds(staticData)).toEqual({
			'anna@shop.example': ['1', '3', '5'],
			'ben@shop.example': ['2', '4'],
			'cat@shop.example': ['6'],
		});
		expect([...one, ...other].filter(({ customerKey }) => customerKey.startsWith('anna'))).toEqual([
			expect.objectContaining({ orders: 2 }),
			expect.objectContaining({ orders: 3 }),
		]);
	});

	it('lose no order of six at once', async () => {
		const staticData = {};
		const many = Array.from({ length: 6 }, (_, i) => order(`${i}`, 'anna', 1 + i));
		await Promise.all(many.map((one) => classify(staticData, [one])));
		expect(await rememberedIds(staticData)).toEqual({
			'anna@shop.example': ['0', '1', '2', '3', '4', '5'],
		});
	});

	it('stop with what to do where others keep being first', async () => {
		jest
			.spyOn(WorkflowTable.prototype, 'write')
			.mockImplementation(async (changes) => changes.map(() => false));
		await expect(classify({}, [order('1', 'anna', 1)])).rejects.toMatchObject({
			message: 'The customer memory is changed by other executions all the time',
			description: expect.stringContaining('fewer executions') as unknown as string,
		});
	});

	it('stop before any item leaves where the memory cannot be reached', async () => {
		jest.spyOn(WorkflowTable.prototype, 'read').mockRejectedValue(new Error('No answer'));
		await expect(classify({}, [order('1', 'anna', 1)])).rejects.toMatchObject({
			message: 'No answer',
		});
	});
});
