import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type NodeExecutionHint,
} from 'n8n-workflow';

import type { LapseStatus } from '../core/lapse/LapseVerdict';
import { holdBack, type HoldPolicy } from '../core/lapse/holdBack';
import { NOTHING_KNOWN } from '../core/lapse/knownFacts';
import { counted } from '../core/wording/formatNumber';
import { nodeFault } from '../shared/configurationFault';
import { enrichedItem } from '../shared/enrichedItem';
import { confirmSent } from '../shared/memory/confirmSent';
import { forgetCustomers } from '../shared/memory/forgetCustomers';
import { memoryTables } from '../shared/memory/dataTable/memoryTables';
import { NodeParameters } from '../shared/NodeParameters';
import { note, warning } from '../shared/tellUser';
import { watchCarts } from './carts/watchCarts';
import { properties } from './DetectLapsed.description';
import { lapseOutputs } from './DetectLapsed.outputs';
import {
	readConfiguration,
	readOperation,
	type LapseConfiguration,
} from './DetectLapsed.parameters';
import { watchDeals } from './deals/watchDeals';
import type { Finding, Watched } from './Findings';
import { LapseMemory } from './memory/LapseMemory';
import { backtestPurchases } from './purchases/backtestPurchases';
import { watchPurchases } from './purchases/watchPurchases';
import { watchSubscribers } from './subscribers/watchSubscribers';

/** Positions are permanent: wires of saved workflows hang on them. */
const OUTPUT: Readonly<Record<LapseStatus, number>> = Object.freeze({
	lapsed: 0,
	atRisk: 1,
	lost: 2,
	active: 3,
});

/** Behind all others of the node, so that none of their wires moves when it comes or goes; only n8n's error output stands behind it. */
const HELD_BACK = 4;

async function watch(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: LapseConfiguration,
): Promise<Watched> {
	switch (configuration.watch) {
		case 'carts':
			return await watchCarts(context, items, configuration);
		case 'purchases':
			return await watchPurchases(context, items, configuration);
		case 'deals':
			return watchDeals(context, items, configuration);
		case 'subscribers':
			return watchSubscribers(context, items, configuration);
	}
}

/** The verdicts on everybody of a run, by the fields of the items and what is remembered beside them. */
function judged({ subjects }: Watched, memory: LapseMemory | undefined): Finding[] {
	return subjects.flatMap((subject): Finding[] => {
		const verdict = memory ? memory.judge(subject) : subject.judge(NOTHING_KNOWN);
		return verdict ? [{ verdict, subject }] : [];
	});
}

/** The customers of a run on the outputs of their status, with failed records where no campaign hangs. */
async function detect(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	configuration: LapseConfiguration,
): Promise<INodeExecutionData[][]> {
	const watched = await watch(context, items, configuration);
	const { hold, outputField, memory: settings } = configuration;
	const memory = settings && (await LapseMemory.open(context, settings, watched));
	const found = judged(watched, memory);
	const held = hold ? holdBack(found, hold, memory) : found;
	const settled = memory ? await memory.remember(held) : held;
	const outputs: INodeExecutionData[][] = [[], [], [], [], ...(hold ? [[]] : [])];
	for (const { verdict, subject } of settled) {
		const item = items[subject.item] as INodeExecutionData;
		const enriched = enrichedItem(item, outputField, verdict, subject.sources);
		outputs[verdict.held === null ? OUTPUT[verdict.status] : HELD_BACK]?.push(enriched);
	}
	watched.tellUser(
		...heldBackNote(outputs[HELD_BACK] ?? []),
		...(settings?.telling ? [] : capacityHints(hold, found)),
		...(memory?.hints() ?? []),
	);
	// Failed records leave where no campaign hangs, unless n8n moves them to the error output.
	outputs[OUTPUT.active]?.push(...watched.failures);
	return outputs;
}

/** What may surprise who lets only so many leave in one run. */
function capacityHints(
	hold: HoldPolicy | undefined,
	found: readonly Finding[],
): NodeExecutionHint[] {
	if (hold?.atMost === undefined) return [];
	const currencies = new Set(found.map(({ verdict }) => verdict.currency ?? ''));
	const told: Array<[boolean, string]> = [
		[
			currencies.size > 1,
			'Most Lapsed per Run compares amounts in several currencies as they stand: put a node for each currency.',
		],
		[
			!hold.contacted && !hold.knownBefore,
			'Most Lapsed per Run lets the same customers go first in every run: set Last Contact Field, or Newly Lapsed Only with Previous Status Field, so that the others have their turn.',
		],
	];
	return told.filter(([isSo]) => isSo).map(([, sentence]) => warning(sentence));
}

function heldBackNote(heldBack: readonly INodeExecutionData[]): NodeExecutionHint[] {
	return heldBack.length === 0
		? []
		: [note(`${counted(heldBack.length, 'item')} left on Held Back: "held" tells why.`)];
}

export class DetectLapsed implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Detect Lapsed',
		name: 'detectLapsed',
		icon: { light: 'file:detectLapsed.svg', dark: 'file:detectLapsed.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{$parameter["operation"] === "confirm" ? "confirm sent" : $parameter["operation"] === "forget" ? "forget customer" : $parameter["watch"] !== "purchases" ? $parameter["watch"] : $parameter["operation"] === "backtest" ? "backtest" : $parameter["method"] === "fixedWindow" ? "after " + $parameter["lapsedAfterDays"] + " days" : $parameter["method"] === "predictive" ? "by forecast" : $parameter["method"] === "auto" ? "by what did best" : "by own rhythm"}}',
		description:
			'Finds customers who stopped buying, carts left, deals that are stuck and subscribers who read no more, and tells whom to leave in peace',
		defaults: { name: 'Detect Lapsed' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{(${lapseOutputs.toString()})($parameter)}}`,
		usableAsTool: true,
		credentials: [
			{
				name: 'customerMemoryApi',
				required: true,
				displayOptions: {
					show: { memory: ['dataTable'], operation: ['confirm', 'detect', 'forget'] },
				},
			},
		],
		properties,
	};

	methods = { listSearch: { memoryTables } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			const items = this.getInputData();
			const parameters = new NodeParameters(this, properties);
			const operation = readOperation(parameters);
			if (operation === 'confirm') return await confirmSent(this, parameters);
			if (operation === 'forget') return await forgetCustomers(this, parameters);
			const configuration = readConfiguration(this);
			// Only purchases can be replayed.
			return operation === 'backtest' && configuration.watch === 'purchases'
				? [await backtestPurchases(this, items, configuration)]
				: await detect(this, items, configuration);
		} catch (error) {
			if (!this.continueOnFail()) throw nodeFault(this, error);
			// Left to itself, n8n would pass the items on to the first output, where win-back mails hang.
			const outputs: INodeExecutionData[][] = lapseOutputs(this.getNode().parameters).map(() => []);
			outputs[Math.min(OUTPUT.active, outputs.length - 1)] = this.getInputData().map(
				(_item, item) => ({
					json: { error: (error as Error).message },
					pairedItem: { item },
				}),
			);
			return outputs;
		}
	}
}
