import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { learnStoreRhythm } from '../core/history/StoreRhythm';
import { classifyLifecycle } from '../core/lifecycle/classifyLifecycle';
import { LIFECYCLE_STAGES } from '../core/lifecycle/LifecycleStage';
import { BadRecords } from '../shared/BadRecords';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { PurchaseReader } from '../shared/PurchaseReader';
import { replacedField, tellUser } from '../shared/tellUser';
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
		const { input, reference, policy, onBadData, outputField, ...fields } = readConfiguration(this);
		const bad = new BadRecords(
			this,
			input.shape.kind === 'orders' ? 'order' : 'customer',
			'skipped',
			onBadData,
		);

		const reader = new PurchaseReader(items, input, reference, bad);
		const customers = reader.read();
		const rhythm = learnStoreRhythm(customers.map(({ history }) => history));
		const run = { policy, rhythm, zone: reference.zone, asOf: reference.asOf };
		const facts = new FactReader(items, reference.zone);

		const output = customers.map(({ history, sources, latest }) => {
			const verdict = classifyLifecycle(
				history,
				{
					previousStage: facts.named(fields.previousStage, latest, LIFECYCLE_STAGES),
					followers: facts.count(fields.followers, latest),
					lastActivityAt: facts.date(fields.lastActivity, latest),
					activities: facts.count(fields.activityCount, latest),
				},
				run,
			);
			return enrichedItem(items[latest] as INodeExecutionData, outputField, verdict, sources);
		});
		tellUser(this, [...reader.hints(), ...facts.hints(), ...replacedField(outputField, items)]);
		return [[...output, ...bad.failures]];
	}
}
