import {
	NodeConnectionTypes,
	NodeOperationError,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { detectLapse, LAPSE_STATUSES, type LapseStatus } from '../core/lapse/detectLapse';
import { counted } from '../core/wording/formatNumber';
import { enrichedItem } from '../shared/enrichedItem';
import { factSources, PurchaseRun } from '../shared/PurchaseRun';
import { properties } from './DetectLapsed.description';
import { readConfiguration } from './DetectLapsed.parameters';

/** Positions are permanent: wires of saved workflows hang on them. */
const OUTPUT: Readonly<Record<LapseStatus, number>> = Object.freeze({
	lapsed: 0,
	atRisk: 1,
	lost: 2,
	active: 3,
});

/** The customers of a run on the outputs of their status, with failed records where no campaign hangs. */
function detect(context: IExecuteFunctions): INodeExecutionData[][] {
	const items = context.getInputData();
	const { purchases, policy, outputField, ...fields } = readConfiguration(context);
	const run = new PurchaseRun(context, items, purchases);
	const { facts, rhythm, zone, openDays, asOf } = run;
	const judging = { policy, rhythm, zone, openDays, asOf };

	const outputs: INodeExecutionData[][] = [[], [], [], []];
	let withoutOrder = 0;
	for (const customer of run.customers) {
		const { history, sources, latest } = customer;
		const told = factSources(customer);
		const verdict = detectLapse(
			history,
			{
				email: customer.email,
				previousStatus: facts.named(fields.previousStatus, told, LAPSE_STATUSES),
				lastContactAt: facts.date(fields.lastContact, told),
				contactCount: facts.count(fields.contactCount, told),
			},
			judging,
		);
		if (!verdict) {
			withoutOrder += 1;
			continue;
		}
		const item = enrichedItem(items[latest] as INodeExecutionData, outputField, verdict, sources);
		outputs[OUTPUT[verdict.status]]?.push(item);
	}
	const leftOut = `${counted(withoutOrder, 'customer')} without an order left out: who never bought cannot lapse.`;
	run.tellUser(outputField, ...(withoutOrder > 0 ? [leftOut] : []));
	// Failed records leave where no campaign hangs, unless n8n moves them to the error output.
	for (const failure of run.failures) outputs[OUTPUT.active]?.push(failure);
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
			'={{$parameter["method"] === "fixedWindow" ? "after " + $parameter["lapsedAfterDays"] + " days" : "by own rhythm"}}',
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
