import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import type { LapseStatus } from '../core/lapse/LapseVerdict';
import { enrichedItem } from '../shared/enrichedItem';
import { properties } from './DetectLapsed.description';
import { readConfiguration, type LapseConfiguration } from './DetectLapsed.parameters';
import { watchDeals } from './deals/watchDeals';
import type { Findings } from './Findings';
import { watchPurchases } from './purchases/watchPurchases';
import { watchSubscribers } from './subscribers/watchSubscribers';

/** Positions are permanent: wires of saved workflows hang on them. */
const OUTPUT: Readonly<Record<LapseStatus, number>> = Object.freeze({
	lapsed: 0,
	atRisk: 1,
	lost: 2,
	active: 3,
});

function findings(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: LapseConfiguration,
): Findings {
	switch (configuration.watch) {
		case 'purchases':
			return watchPurchases(context, items, configuration);
		case 'deals':
			return watchDeals(context, items, configuration);
		case 'subscribers':
			return watchSubscribers(context, items, configuration);
	}
}

/** The customers of a run on the outputs of their status, with failed records where no campaign hangs. */
function detect(context: IExecuteFunctions): INodeExecutionData[][] {
	const items = context.getInputData();
	const configuration = readConfiguration(context);
	const { found, failures, tellUser } = findings(context, items, configuration);
	const outputs: INodeExecutionData[][] = [[], [], [], []];
	for (const { verdict, item, sources } of found) {
		const { outputField } = configuration;
		const enriched = enrichedItem(items[item] as INodeExecutionData, outputField, verdict, sources);
		outputs[OUTPUT[verdict.status]]?.push(enriched);
	}
	tellUser();
	// Failed records leave where no campaign hangs, unless n8n moves them to the error output.
	outputs[OUTPUT.active]?.push(...failures);
	return outputs;
}

export class DetectLapsed implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Detect Lapsed',
		name: 'detectLapsed',
		icon: { light: 'file:detectLapsed.svg', dark: 'file:detectLapsed.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{$parameter["watch"] !== "purchases" ? $parameter["watch"] : $parameter["method"] === "fixedWindow" ? "after " + $parameter["lapsedAfterDays"] + " days" : "by own rhythm"}}',
		description:
			'Finds customers who stopped buying, and tells those worth winning back from those to leave in peace',
		defaults: { name: 'Detect Lapsed' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
			NodeConnectionTypes.Main,
		],
		outputNames: ['Lapsed', 'At Risk', 'Lost', 'Active'],
		usableAsTool: true,
		properties,
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return detect(this);
		} catch (error) {
			if (!this.continueOnFail()) throw new NodeOperationError(this.getNode(), error as Error);
			// Left to itself, n8n would pass the items on to the first output, where win-back mails hang.
			const outputs: INodeExecutionData[][] = [[], [], [], []];
			outputs[OUTPUT.active] = this.getInputData().map((_item, item) => ({
				json: { error: (error as Error).message },
				pairedItem: { item },
			}));
			return outputs;
		}
	}
}
