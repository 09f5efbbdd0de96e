import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { learnStoreRhythm } from '../core/history/StoreRhythm';
import { classifyLifecycle } from '../core/lifecycle/classifyLifecycle';
import { LIFECYCLE_STAGES } from '../core/lifecycle/LifecycleStage';
import { BadRecords } from '../shared/BadRecords';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { PurchaseReader } from '../shared/PurchaseReader';
import { replacedField, tellUser } from '../shared/tellUser';
import { description } from './ClassifyLifecycle.description';
import { readConfiguration } from './ClassifyLifecycle.parameters';

export class ClassifyLifecycle implements INodeType {
	description = description;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const { input, reference, policy, onBadData, outputField, ...fields } = readConfiguration(this);
		const bad = new BadRecords(this, input.shape.kind === 'orders' ? 'order' : 'customer', 'skipped', onBadData);

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
