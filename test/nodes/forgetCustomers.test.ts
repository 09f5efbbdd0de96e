import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { CONTACT_SCHEMA } from '../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../nodes/core/memory/customerSchema';
import { hashedKey } from '../../nodes/core/memory/hashedKey';
import { DetectLapsed } from '../../nodes/DetectLapsed/DetectLapsed.node';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { execute, fakeExecution } from './fakeExecuteContext';

const nodeType = new DetectLapsed();
const ANN = 'ann@shop.example';

/** A workflow that remembers customers, each by two rows. */
async function remembering(...customers: string[]): Promise<IDataObject> {
	const staticData: IDataObject = {};
	const rows = customers.map((customer) => ({ before: undefined, values: { customer } }));
	await new WorkflowTable(staticData, CUSTOMER_SCHEMA).write(rows);
	const contacts = rows.map(({ values }) => ({
		before: undefined,
		values: { ...values, campaign: 'Win-Back', subject: '' },
	}));
	await new WorkflowTable(staticData, CONTACT_SCHEMA).write(contacts);
	return staticData;
}

async function remembered(staticData: IDataObject): Promise<unknown[]> {
	const rows = [
		...(await new WorkflowTable(staticData, CUSTOMER_SCHEMA).read('all')),
		...(await new WorkflowTable(staticData, CONTACT_SCHEMA).read('all')),
	];
	return rows.map(({ values }) => values.customer);
}

async function forget(
	staticData: IDataObject,
	records: readonly IDataObject[],
	parameters: INodeParameters = {},
) {
	const execution = fakeExecution(nodeType, {
		parameters: { operation: 'forget', memory: 'workflow', ...parameters },
		records,
		staticData,
	});
	const outputs = await execute(nodeType, execution);
	return { outputs, hints: execution.hints };
}

describe('Forget Customer', () => {
	it('removes all rows of the customers of the items, and no others', async () => {
		const data = await remembering(ANN, 'ben@shop.example', '42');
		const { outputs, hints } = await forget(data, [
			{ email: ' Ann@Shop.example ', name: 'Ann' },
			{ email: 42 },
			{ email: ANN },
		]);
		expect(outputs).toEqual([
			[
				{
					json: {
						email: ' Ann@Shop.example ',
						name: 'Ann',
						forgotten: { customer: ANN, rows: 2 },
					},
					pairedItem: { item: 0 },
				},
				{ json: { email: 42, forgotten: { customer: '42', rows: 2 } }, pairedItem: { item: 1 } },
				{ json: { email: ANN, forgotten: { customer: ANN, rows: 2 } }, pairedItem: { item: 2 } },
			],
		]);
		expect(hints).toEqual([]);
		expect(await remembered(data)).toEqual(['ben@shop.example', 'ben@shop.example']);
	});

	it('says who was not there', async () => {
		const { outputs, hints } = await forget(await remembering(), [{ email: ANN }]);
		expect(outputs[0]![0]!.json.forgotten).toEqual({ customer: ANN, rows: 0 });
		expect(hints).toEqual(['1 customer not in the memory: there was nothing to forget.']);
	});

	it.each([
		['with a secret', 'pepper', []],
		[
			'without a secret, which is said',
			'',
			[expect.stringMatching(/^Keys are hashed without a secret/)],
		],
	])(
		'finds customers by their hash %s, and by what was stored before',
		async (_name, secret, said) => {
			const data = await remembering(hashedKey(ANN, secret), ANN, hashedKey(ANN, 'other'));
			const { outputs, hints } = await forget(data, [{ email: ANN }], {
				memoryOptions: { hashKeys: true, hashSecret: secret },
			});
			expect(outputs[0]![0]!.json.forgotten).toEqual({ customer: ANN, rows: 4 });
			expect(hints).toEqual(said);
			expect(new Set(await remembered(data))).toEqual(new Set([hashedKey(ANN, 'other')]));
		},
	);

	it('skips items without a customer and says so', async () => {
		const data = await remembering(ANN);
		const { outputs, hints } = await forget(data, [{ email: '' }, { email: ANN }]);
		expect(outputs[0]!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		expect(hints).toEqual([
			expect.stringMatching(/^1 of 2 items skipped: 1 without a customer\. First: item 0/),
		]);
	});

	it('says where no item has the field', async () => {
		const { outputs, hints } = await forget(await remembering(ANN), [{ mail: ANN }]);
		expect(outputs).toEqual([[]]);
		expect(hints).toEqual([expect.stringMatching(/^No item has the field "email"/)]);
	});

	it('stops where there is no memory, or no field is named', async () => {
		const data = await remembering(ANN);
		await expect(forget(data, [{ email: ANN }], { memory: 'fields' })).rejects.toMatchObject({
			message: 'There is no memory to work on: Memory is Fields of the Items',
		});
		await expect(forget(data, [{ email: ANN }], { forgetCustomerField: '' })).rejects.toThrow(
			'Customer to Forget is empty',
		);
		expect(await remembered(data)).toEqual([ANN, ANN]);
	});
});
