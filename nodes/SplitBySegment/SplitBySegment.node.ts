import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { splitItems } from './judging/splitItems';
import { properties } from './SplitBySegment.description';
import { segmentOutputs } from './SplitBySegment.outputs';
import { readConfiguration } from './SplitBySegment.parameters';

export class SplitBySegment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Split by Segment',
		name: 'splitBySegment',
		icon: { light: 'file:splitBySegment.svg', dark: 'file:splitBySegment.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["scheme"] === "conditions" ? (($parameter["segments"].values ?? []).length + (($parameter["segments"].values ?? []).length === 1 ? " segment" : " segments")) : ({ campaign: "by campaign", fieldValue: "by " + ($parameter["valueField"] || "field value"), leadBand: "by lead band", lifecycleStage: "by lifecycle stage", rfm: "by RFM", valueTiers: "by value tier" })[$parameter["scheme"]] }}',
		description:
			'Puts every item into a segment with its campaign and channel, and sends each segment its own way',
		defaults: { name: 'Split by Segment' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{(${segmentOutputs})($parameter)}}`,
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return splitItems(this, this.getInputData(), readConfiguration(this));
	}
}
