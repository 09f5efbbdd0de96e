import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { LEAD_BANDS, scoreLead, type MatchedRule } from '../core/lead/scoreLead';
import { BadRecords } from '../shared/BadRecords';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { judgeItems } from '../shared/judgeItems';
import { idleConditions, replacedField, tellUser } from '../shared/tellUser';
import { properties } from './ScoreLead.description';
import { missingFields } from './missingFields';
import { readConfiguration } from './ScoreLead.parameters';

export class ScoreLead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Score Lead',
		name: 'scoreLead',
		icon: { light: 'file:scoreLead.svg', dark: 'file:scoreLead.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{($parameter["rules"].values ?? []).length}} rules',
		description:
			'Gives leads points for who they are and what they do, and tells the hot from the cold',
		defaults: { name: 'Score Lead' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const { lead, rules, model, zone, asOf, onBadData, outputField, previousBand } =
			readConfiguration(this);
		const bad = new BadRecords(this, 'lead', 'with a rule left out', onBadData);
		const facts = new FactReader(items, zone);
		const missingFrom = missingFields(rules);

		const output: INodeExecutionData[] = [];
		judgeItems(
			items,
			bad,
			(item, itemIndex, onUnreadable) => {
				const matched: MatchedRule[] = [];
				for (const { name, category, points, conditions } of rules) {
					if (!conditions.isMetBy(item, itemIndex, onUnreadable)) continue;
					matched.push({
						rule: name,
						category,
						points,
						evidence: conditions.evidence(item, itemIndex),
					});
				}
				return scoreLead(
					{
						key: facts.key(lead, itemIndex) ?? null,
						matched,
						missing: missingFrom(item, itemIndex),
						previousBand: facts.named(previousBand, itemIndex, LEAD_BANDS),
					},
					model,
					asOf,
				);
			},
			(score, item, itemIndex) => output.push(enrichedItem(item, outputField, score, itemIndex)),
		);

		tellUser(this, [
			...idleConditions(rules, items),
			...bad.hints(items.length),
			...facts.hints(),
			...replacedField(outputField, items),
		]);
		return [[...output, ...bad.failures]];
	}
}
