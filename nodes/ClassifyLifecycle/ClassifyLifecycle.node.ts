import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { classifyLifecycle } from '../core/lifecycle/classifyLifecycle';
import { LIFECYCLE_STAGES } from '../core/lifecycle/LifecycleStage';
import { enrichedItem } from '../shared/enrichedItem';
import { PurchaseRun } from '../shared/PurchaseRun';
import { properties } from './ClassifyLifecycle.description';
import { readConfiguration } from './ClassifyLifecycle.parameters';

export class ClassifyLifecycle implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Classify Lifecycle',
		name: 'classifyLifecycle',
		icon: { light: 'file:classifyLifecycle.svg', dark: 'file:classifyLifecycle.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{$parameter["intervalMethod"] === "fixed" ? "every " + $parameter["intervalValue"] + " " + $parameter["intervalUnit"] : "learns from purchases"}}',
		description:
			'Finds out who is a prospect, customer, advocate, lapsed or lost from their orders',
		defaults: { name: 'Classify Lifecycle' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const { purchases, policy, outputField, ...fields } = readConfiguration(this);
		const run = new PurchaseRun(this, items, purchases);
		const judging = { policy, rhythm: run.rhythm, zone: run.zone, asOf: run.asOf };
		const { facts } = run;

		const output = run.customers.map(({ history, sources, latest }) => {
			const verdict = classifyLifecycle(
				history,
				{
					previousStage: facts.named(fields.previousStage, latest, LIFECYCLE_STAGES),
					followers: facts.count(fields.followers, latest),
					lastActivityAt: facts.date(fields.lastActivity, latest),
					activities: facts.count(fields.activityCount, latest),
				},
				judging,
			);
			return enrichedItem(items[latest] as INodeExecutionData, outputField, verdict, sources);
		});
		run.tellUser(outputField);
		return [[...output, ...run.failures]];
	}
}
