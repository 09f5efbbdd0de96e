import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { BadRecords } from '../shared/BadRecords';
import { enrichedItem } from '../shared/enrichedItem';
import { FactReader } from '../shared/FactReader';
import { judgeItems } from '../shared/judgeItems';
import { idleConditions, replacedField, tellUser } from '../shared/tellUser';
import { SegmentJudge } from './SegmentJudge';
import { properties } from './SplitBySegment.description';
import { segmentOutputs } from './SplitBySegment.outputs';
import { readConfiguration } from './SplitBySegment.parameters';

/** Everyone else always leaves first, so that adding segments moves no wire. */
const EVERYONE_ELSE_OUTPUT = 0;

export class SplitBySegment implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Split by Segment',
		name: 'splitBySegment',
		icon: { light: 'file:splitBySegment.svg', dark: 'file:splitBySegment.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{($parameter["segments"].values ?? []).length}} {{($parameter["segments"].values ?? []).length === 1 ? "segment" : "segments"}}',
		description:
			'Puts every item into a segment with its campaign and channel, and sends each segment its own way',
		defaults: { name: 'Split by Segment' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{(${segmentOutputs})($parameter)}}`,
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const configuration = readConfiguration(this);
		const { segments, isSingleOutput, outputField, onBadData } = configuration;
		const bad = new BadRecords(this, 'item', 'with a condition taken as not met', onBadData);
		const facts = new FactReader(items, configuration.zone);
		const judge = new SegmentJudge(configuration, facts);

		const outputs: INodeExecutionData[][] = isSingleOutput ? [[]] : [[], ...segments.map(() => [])];
		judgeItems(
			items,
			bad,
			(item, itemIndex, onUnreadable) => judge.judge(item, itemIndex, onUnreadable),
			(placements, item, itemIndex) => {
				for (const { place, verdict } of placements) {
					const output = isSingleOutput || place === undefined ? EVERYONE_ELSE_OUTPUT : place + 1;
					outputs[output]?.push(enrichedItem(item, outputField, verdict, itemIndex));
				}
			},
		);

		tellUser(this, [
			...idleConditions(
				segments.filter(({ isEnabled }) => isEnabled).map(({ conditions }) => conditions),
				items,
			),
			...bad.hints(items.length),
			...facts.hints(),
			...replacedField(outputField, items),
		]);
		// Failed items never leave with a segment, unless n8n moves them to the error output.
		for (const failure of bad.failures) outputs[EVERYONE_ELSE_OUTPUT]?.push(failure);
		return outputs;
	}
}
