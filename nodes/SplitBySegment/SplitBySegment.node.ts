import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { confirmSent } from '../shared/memory/confirmSent';
import { memoryTables } from '../shared/memory/dataTable/memoryTables';
import { forgetCustomers } from '../shared/memory/forgetCustomers';
import { memoryCredentials } from '../shared/memory/memoryProperties';
import { withMemoryFaults } from '../shared/memory/withMemoryFaults';
import { splitItems } from './judging/splitItems';
import { properties } from './SplitBySegment.description';
import { segmentOutputs } from './SplitBySegment.outputs';
import { readConfiguration, readOperation } from './SplitBySegment.parameters';

export class SplitBySegment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Split by Segment',
		name: 'splitBySegment',
		icon: { light: 'file:splitBySegment.svg', dark: 'file:splitBySegment.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"] === "confirm" ? "confirm sent" : $parameter["operation"] === "forget" ? "forget customer" : $parameter["scheme"] === "conditions" ? (($parameter["segments"].values ?? []).length + (($parameter["segments"].values ?? []).length === 1 ? " segment" : " segments")) : ({ campaign: "by campaign", fieldValue: "by " + ($parameter["valueField"] || "field value"), leadBand: "by lead band", lifecycleStage: "by lifecycle stage", rfm: "by RFM", valueTiers: "by value tier" })[$parameter["scheme"]] }}',
		description:
			'Puts every item into a segment with its campaign and channel, and sends each segment its own way',
		defaults: { name: 'Split by Segment' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{(${segmentOutputs})($parameter)}}`,
		credentials: memoryCredentials,
		usableAsTool: true,
		properties,
	};

	methods = { listSearch: { memoryTables } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await withMemoryFaults(this, async () => {
				const { operation, parameters } = readOperation(this);
				if (operation === 'confirm') return confirmSent(this, parameters);
				if (operation === 'forget') return forgetCustomers(this, parameters);
				return splitItems(this, this.getInputData(), readConfiguration(this, parameters));
			});
		} catch (error) {
			const { parameters } = this.getNode();
			const { memory = 'fields' } = parameters;
			if (!this.continueOnFail() || memory === 'fields') {
				throw new NodeOperationError(this.getNode(), error as Error);
			}
			// Left to itself, n8n would pass the items on to the first output, as if they had been split.
			const outputs: INodeExecutionData[][] = segmentOutputs(parameters).map(() => []);
			outputs[0] = this.getInputData().map((_item, item) => ({
				json: { error: (error as Error).message },
				pairedItem: { item },
			}));
			return outputs;
		}
	}
}
