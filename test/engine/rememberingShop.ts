import type { IDataObject } from 'n8n-workflow';

import type { LifecycleVerdict } from '../../nodes/core/lifecycle/classifyLifecycle';
import type { MemoryValues } from '../../nodes/core/memory/MemoryTable';
import { resultOf } from './resultOf';
import { runWorkflow, singleNodeWorkflow, type NodeRun } from './runWorkflow';

/** A workflow with Classify Lifecycle that runs again and again and remembers its customers. */
export class RememberingShop {
	readonly kept: IDataObject = {};

	constructor(private readonly parameters: { options?: object; [name: string]: unknown } = {}) {}

	/** One execution of the workflow, as of a day. */
	async run(records: readonly object[], asOf: string): Promise<NodeRun> {
		const { options, ...parameters } = this.parameters;
		return await this.runAs(
			{
				...parameters,
				options: { orderIdField: 'id', lastChangeField: 'changed', ...options, asOf },
			},
			records,
		);
	}

	/** One execution of a node that is set in another way. */
	async runAs(parameters: object, records: readonly object[]): Promise<NodeRun> {
		const saved = singleNodeWorkflow('classifyLifecycle', { memory: 'workflow', ...parameters });
		const kept = inJson(this.kept);
		const run = await runWorkflow(saved, records, 'Source', {}, kept);
		// n8n saves it as JSON when the execution ends.
		Object.assign(this.kept, inJson(kept));
		return run('Node');
	}

	/** The verdicts of one execution, in the order of the items. */
	async verdicts(records: readonly object[], asOf: string): Promise<LifecycleVerdict[]> {
		const { outputs, error } = await this.run(records, asOf);
		if (error) throw error;
		return outputs[0]!.map((item) => resultOf<LifecycleVerdict>(item, 'lifecycle'));
	}

	/** The verdict on the only customer of an execution. */
	async verdict(records: readonly object[], asOf: string): Promise<LifecycleVerdict> {
		const verdicts = await this.verdicts(records, asOf);
		if (verdicts.length !== 1) throw new Error(`There are ${verdicts.length} customers`);
		return verdicts[0]!;
	}

	/** What is remembered, by customer. */
	get rows(): Record<string, MemoryValues> {
		const { customerMemory = {} } = (this.kept.global ?? {}) as { customerMemory?: object };
		return Object.fromEntries(
			Object.entries(customerMemory).map(([customer, rows]) => [
				customer,
				Object.values(rows as Record<string, MemoryValues>)[0]!,
			]),
		);
	}
}

function inJson(value: IDataObject): IDataObject {
	return JSON.parse(JSON.stringify(value)) as IDataObject;
}
