import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IRun,
	type IVersionedNodeType,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { ClassifyLifecycle } from '../../nodes/ClassifyLifecycle/ClassifyLifecycle.node';
import { DetectLapsed } from '../../nodes/DetectLapsed/DetectLapsed.node';
import { ScoreLead } from '../../nodes/ScoreLead/ScoreLead.node';
import { SplitBySegment } from '../../nodes/SplitBySegment/SplitBySegment.node';

const PACKAGE = 'n8n-nodes-customer-segmentation';

export type NodeName = 'classifyLifecycle' | 'detectLapsed' | 'scoreLead' | 'splitBySegment';

/** A saved workflow as n8n exports it, as far as the engine needs it. */
export interface SavedWorkflow {
	nodes: INode[];
	connections: IConnections;
	settings?: { timezone?: string; executionOrder?: 'v1' };
}

/** What a node left behind in a run. */
export interface NodeRun {
	outputs: INodeExecutionData[][];
	hints: string[];
	error: Error | undefined;
}

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}
	return value;
}

function frozenItems(records: readonly object[]): INodeExecutionData[] {
	return records.map((json) =>
		deepFreeze({ json, pairedItem: { item: 0 } }),
	) as INodeExecutionData[];
}

/** The type of a node that stands in for one that sends: see `sender`. */
export const SENDER = 'stand-in.sender';

/**
 * Stands in for a node that sends: gives an item of its own for each, linked to it. A record with
 * `mailbox: 'full'` fails, as n8n's own nodes do where they are to continue; `mailbox: 'broken'` stops the
 * whole node.
 */
function sender(): INodeType {
	return standIn((items) =>
		items.map(({ json }, item) => {
			if (json.mailbox === 'broken') throw new Error('No connection');
			const isFull = json.mailbox === 'full';
			return {
				json: isFull ? { error: 'The mailbox is full' } : { messageId: `m${item}` },
				pairedItem: { item },
			};
		}),
	);
}

/** Stands in for triggers and other nodes' work: gives the items of the test, or passes items on. */
function standIn(give?: (items: INodeExecutionData[]) => INodeExecutionData[]): INodeType {
	return {
		description: {
			displayName: 'Stand-In',
			name: 'standIn',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
		},
		async execute(this: IExecuteFunctions) {
			return [give ? give(this.getInputData()) : this.getInputData()];
		},
	};
}

/**
 * Runs a saved workflow in n8n's own engine.
 *
 * The source node gives `records` as frozen items, so that a node that changes its input fails; nodes
 * of other packages pass their items on.
 *
 * @param besides what further sources give, by the name of the node
 * @param staticData what n8n keeps with the workflow; a run changes it, so give the same object to several runs
 */
export async function runWorkflow(
	saved: SavedWorkflow,
	records: readonly object[],
	sourceName = 'Source',
	besides: Readonly<Record<string, readonly object[]>> = {},
	staticData: IDataObject = {},
): Promise<(nodeName: string) => NodeRun> {
	const sources = Object.entries({ ...besides, [sourceName]: records });
	const own: Record<string, INodeType> = {
		[`${PACKAGE}.classifyLifecycle`]: new ClassifyLifecycle(),
		[`${PACKAGE}.detectLapsed`]: new DetectLapsed(),
		[`${PACKAGE}.scoreLead`]: new ScoreLead(),
		[`${PACKAGE}.splitBySegment`]: new SplitBySegment(),
		[SENDER]: sender(),
		...Object.fromEntries(
			sources.map(([name, given]) => {
				const items = frozenItems(given);
				return [`source:${name}`, standIn(() => items)];
			}),
		),
	};
	const other = standIn();
	const typeOf = (name: string): INodeType => own[name] ?? other;
	const isSource = (name: string) => sources.some(([source]) => source === name);
	const nodes = saved.nodes.map((node) =>
		isSource(node.name) ? { ...node, type: `source:${node.name}` } : node,
	);
	const workflow = new Workflow({
		id: 'test',
		nodes,
		connections: saved.connections,
		active: false,
		nodeTypes: {
			getByName: (name): INodeType | IVersionedNodeType => typeOf(name),
			getByNameAndVersion: (name, version) =>
				NodeHelpers.getVersionedNodeType(typeOf(name), version),
			getKnownTypes: () => ({}),
		},
		settings: { executionOrder: 'v1', timezone: 'UTC', ...saved.settings },
		staticData,
	});

	let finished: IRun | undefined;
	const hooks = new ExecutionLifecycleHooks('manual', 'test', {
		id: 'test',
		name: 'test',
		nodes,
		connections: saved.connections,
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: new Date(0),
		updatedAt: new Date(0),
	});
	hooks.addHandler('workflowExecuteAfter', (run) => {
		finished = run;
	});
	const additionalData = {
		executionId: 'test',
		hooks,
		variables: {},
		currentNodeExecutionIndex: 0,
		webhookWaitingBaseUrl: 'http://127.0.0.1/',
		formWaitingBaseUrl: 'http://127.0.0.1/',
	} as unknown as IWorkflowExecuteAdditionalData;

	await new WorkflowExecute(additionalData, 'manual').run({
		workflow,
		startNode: workflow.getNode(sourceName) ?? undefined,
	});
	return (nodeName) => {
		const task = finished?.data.resultData.runData[nodeName]?.[0];
		if (!task) throw new Error(`The node "${nodeName}" did not run`);
		return {
			outputs: (task.data?.main ?? []).map((output) => output ?? []),
			hints: (task.hints ?? []).map((hint) => hint.message),
			error: task.error,
		};
	};
}

/** Runs one node of this package behind a source, all its outputs open. */
export async function runNode(
	type: NodeName,
	parameters: object,
	records: readonly object[],
	node: Partial<INode> = {},
): Promise<NodeRun> {
	return (await runWorkflow(singleNodeWorkflow(type, parameters, node), records))('Node');
}

/** A workflow of a source and one node of this package, all its outputs open. */
export function singleNodeWorkflow(
	type: NodeName,
	parameters: object,
	node: Partial<INode> = {},
): SavedWorkflow {
	return {
		nodes: [
			{ id: '1', name: 'Source', type: 'source', typeVersion: 1, position: [0, 0], parameters: {} },
			{
				id: '2',
				name: 'Node',
				type: `${PACKAGE}.${type}`,
				typeVersion: 1,
				position: [200, 0],
				parameters: parameters as INode['parameters'],
				...node,
			},
		],
		connections: { Source: { main: [[{ node: 'Node', type: 'main', index: 0 }]] } },
	};
}

/** A workflow of a source, one node of this package and a node named Second at its second input. */
export function twoInputWorkflow(
	type: NodeName,
	parameters: object,
	node: Partial<INode> = {},
): SavedWorkflow {
	const single = singleNodeWorkflow(type, parameters, node);
	const [source] = single.nodes;
	const to = (name: string, index: number) => ({
		node: name,
		type: NodeConnectionTypes.Main,
		index,
	});
	return {
		nodes: [...single.nodes, { ...source!, id: '3', name: 'Second' }],
		connections: {
			Source: { main: [[to('Second', 0), to('Node', 0)]] },
			Second: { main: [[to('Node', 1)]] },
		},
	};
}
