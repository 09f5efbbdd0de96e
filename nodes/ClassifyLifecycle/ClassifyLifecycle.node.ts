import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { memoryTables } from '../shared/memory/dataTable/memoryTables';
import { forgetCustomers } from '../shared/memory/forgetCustomers';
import { memoryCredentials } from '../shared/memory/memoryProperties';
import { withMemoryFaults } from '../shared/memory/withMemoryFaults';
import { NodeParameters } from '../shared/NodeParameters';
import { LifecycleJudge } from './LifecycleJudge';
import { properties } from './ClassifyLifecycle.description';
import { lifecycleOutputs } from './ClassifyLifecycle.outputs';
import { readConfiguration, readOperation } from './ClassifyLifecycle.parameters';

export class ClassifyLifecycle implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Classify Lifecycle',
		name: 'classifyLifecycle',
		icon: { light: 'file:classifyLifecycle.svg', dark: 'file:classifyLifecycle.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{$parameter["operation"] === "forget" ? "forget customer" : $parameter["intervalMethod"] === "fixed" ? "every " + $parameter["intervalValue"] + " " + $parameter["intervalUnit"] : $parameter["intervalMethod"] === "category" ? "by product category" : "learns from purchases"}}',
		description:
			'Finds out who is a prospect, customer, advocate, lapsed or lost from their orders',
		defaults: { name: 'Classify Lifecycle' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{(${lifecycleOutputs.toString()})($parameter)}}`,
		usableAsTool: true,
		credentials: memoryCredentials,
		properties,
	};

	methods = { listSearch: { memoryTables } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const parameters = new NodeParameters(this, properties);
		if (readOperation(parameters) === 'forget') {
			return await forgetCustomers(this, parameters);
		}
		const configuration = readConfiguration(this);
		if (configuration.output === 'policy') {
			const policy: INodeExecutionData = {
				json: { policy: configuration.policy },
				pairedItem: { item: 0 },
			};
			return configuration.hasSummary ? [[policy], []] : [[policy]];
		}
		const judge = await withMemoryFaults(this, () => LifecycleJudge.judge(this, configuration));
		const customers = judge.customers();
		judge.tellUser();
		return configuration.hasSummary ? [customers, judge.summary()] : [customers];
	}
}
