import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { tableOfModel } from '../core/lead/tableOfModel';
import { writtenModel } from '../core/lead/writtenModel';
import { learnModel } from './learning/learnModel';
import { properties } from './ScoreLead.description';
import { leadInputs } from './ScoreLead.inputs';
import { forgetCustomers } from '../shared/memory/forgetCustomers';
import { memoryTables } from '../shared/memory/dataTable/memoryTables';
import { memoryCredentials } from '../shared/memory/memoryProperties';
import { withMemoryFaults } from '../shared/memory/withMemoryFaults';
import { readConfiguration } from './ScoreLead.parameters';
import { scoreLeads } from './scoring/scoreLeads';

export class ScoreLead implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Score Lead',
		name: 'scoreLead',
		icon: { light: 'file:scoreLead.svg', dark: 'file:scoreLead.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{$parameter["operation"] === "forget" ? "forget customer" : $parameter["operation"] === "learn" ? "learn model" : $parameter["modelSource"] === "json" ? "by JSON" : $parameter["modelSource"] === "table" ? "by table" : $parameter["modelSource"] === "template" ? "by template" : ($parameter["rules"].values ?? []).length === 1 ? "1 rule" : ($parameter["rules"].values ?? []).length + " rules"}}',
		description:
			'Gives leads points for who they are and what they do, tells the hot from the cold, and learns from past leads what counts',
		defaults: { name: 'Score Lead' },
		inputs: `={{(${leadInputs.toString()})($parameter)}}`,
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: memoryCredentials,
		properties,
	};

	methods = { listSearch: { memoryTables } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const configuration = readConfiguration(this);
		if (configuration.operation === 'forget') {
			return await forgetCustomers(this, configuration.parameters);
		}
		if (configuration.operation === 'learn') return [learnModel(this, items, configuration)];
		const { model, output } = configuration;
		// What is made of settings alone belongs to no item more than to another.
		const pairedItem = { item: 0 };
		if (output === 'model') {
			const leadModel = writtenModel(model) as unknown as IDataObject;
			return [[{ json: { leadModel }, pairedItem }]];
		}
		if (output === 'table') return [tableOfModel(model).map((json) => ({ json, pairedItem }))];
		return [await withMemoryFaults(this, () => scoreLeads(this, items, configuration))];
	}
}
