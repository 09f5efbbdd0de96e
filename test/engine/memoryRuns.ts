import type { IDataObject, INode } from 'n8n-workflow';

import type { Claim } from '../../nodes/core/memory/Contact';
import { CONTACT_SCHEMA } from '../../nodes/core/memory/contactSchema';
import { CUSTOMER_SCHEMA } from '../../nodes/core/memory/customerSchema';
import type { MemoryValues } from '../../nodes/core/memory/MemoryTable';
import { TimeZone } from '../../nodes/core/reading/TimeZone';
import { ContactBook } from '../../nodes/shared/memory/ContactBook';
import { WorkflowTable } from '../../nodes/shared/memory/WorkflowTable';
import { runWorkflow, SENDER, singleNodeWorkflow, type NodeRun } from './runWorkflow';
import { segmentOf } from './splitRun';

/** Runs of Split by Segment one after the other, with what n8n keeps with the workflow in between. */
export class MemoryRuns {
	private staticData: IDataObject = {};

	constructor(private readonly parameters: { options?: object } & Record<string, unknown>) {}

	/** Splits items as of an instant. */
	async split(
		asOf: string,
		records: readonly object[],
		more: { options?: object } & Record<string, unknown> = {},
		node: Partial<INode> = {},
	): Promise<NodeRun> {
		const saved = singleNodeWorkflow(
			'splitBySegment',
			{
				memory: 'workflow',
				...this.parameters,
				...more,
				options: { ...this.parameters.options, ...more.options, asOf },
			},
			node,
		);
		const run = await runWorkflow(saved, records, 'Source', {}, this.staticData);
		// What is not plain JSON would be lost where n8n saves it.
		this.staticData = JSON.parse(JSON.stringify(this.staticData)) as IDataObject;
		return run('Node');
	}

	/**
	 * Splits items, sends those of one output and confirms it, in one execution. The mail to an item with
	 * `mailbox: 'full'` fails.
	 */
	async tell(asOf: string, records: readonly object[], output: number): Promise<NodeRun> {
		const options = { ...this.parameters.options, asOf };
		const [source, split] = singleNodeWorkflow('splitBySegment', {
			memory: 'workflow',
			...this.parameters,
			options,
		}).nodes;
		const confirm = {
			...split!,
			name: 'Confirm',
			parameters: { memory: 'workflow', operation: 'confirm', options } as INode['parameters'],
		};
		const send = { ...source!, name: 'Send', type: SENDER };
		const to = (node: string) => [{ node, type: 'main' as const, index: 0 }];
		const run = await runWorkflow(
			{
				nodes: [source!, split!, send, confirm],
				connections: {
					Source: { main: [to('Node')] },
					Node: { main: [...Array.from({ length: output }, () => []), to('Send')] },
					Send: { main: [to('Confirm')] },
				},
			},
			records,
			'Source',
			{},
			this.staticData,
		);
		this.staticData = JSON.parse(JSON.stringify(this.staticData)) as IDataObject;
		return run('Confirm');
	}

	/** Forgets the customers of items. */
	async forget(field: string, records: readonly object[]): Promise<NodeRun> {
		return this.split('2026-11-30T08:00:00', records, {
			operation: 'forget',
			forgetCustomerField: field,
		});
	}

	/** Confirms that the messages of items were sent, or that they were not. */
	async confirm(asOf: string, claims: readonly Claim[], wasSent = true): Promise<void> {
		const data = this.staticData.global as IDataObject;
		const memory = {
			customers: new WorkflowTable(data, CUSTOMER_SCHEMA),
			contacts: new WorkflowTable(data, CONTACT_SCHEMA),
			run: 'confirmation',
			keyOf: (customer: string) => customer,
			hints: () => [],
		};
		const customers = claims.map(({ customer }) => customer);
		const zone = new TimeZone('UTC');
		const book = await ContactBook.open(memory, customers, undefined, {
			zone,
			now: Date.parse(asOf),
		});
		await book.confirm(claims, wasSent);
	}

	/** What is remembered, row by row. */
	async rows(table: 'customers' | 'contacts'): Promise<MemoryValues[]> {
		const schema = table === 'customers' ? CUSTOMER_SCHEMA : CONTACT_SCHEMA;
		const rows = await new WorkflowTable(
			(this.staticData.global ?? {}) as IDataObject,
			schema,
		).read('all');
		return rows.map(({ values }) => values);
	}
}

/** The claims of the items on an output. */
export function claimsOn(run: NodeRun, output: number): Claim[] {
	return (run.outputs[output] ?? []).flatMap((item) => segmentOf(item).claim ?? []);
}
