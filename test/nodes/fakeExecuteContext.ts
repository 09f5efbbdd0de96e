import { get } from 'es-toolkit/compat';
import {
	NodeHelpers,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyCollection,
	type INodePropertyOptions,
	type INodeType,
	type NodeExecutionHint,
	type WorkflowExecuteMode,
} from 'n8n-workflow';

/** What n8n would make of an expression, for each item. */
export type Evaluate = (json: IDataObject, itemIndex: number) => unknown;

/** How the node is set and what comes in. */
export interface FakeSetup {
	/** As saved in a workflow: what is left out has its default. */
	parameters?: INodeParameters;
	records?: readonly IDataObject[];
	/** What comes in at the second input. */
	second?: readonly IDataObject[];
	/** The value of each expression that the parameters contain, by its text. */
	expressions?: Readonly<Record<string, Evaluate>>;
	onError?: INode['onError'];
	timezone?: string;
	/** What n8n keeps with the workflow: give the same object to several executions. */
	staticData?: IDataObject;
	mode?: WorkflowExecuteMode;
	/** The nodes before, the farthest first, as n8n lists them. */
	before?: ReadonlyArray<{ name: string; type: string; disabled?: boolean }>;
	/** What the items go back to in other nodes, by the name of the node; a node that is not here throws. */
	linked?: Readonly<Record<string, Evaluate>>;
}

/** A context for one execution, and what the node did with it. */
export interface FakeExecution {
	context: IExecuteFunctions;
	/** Parameters the node asked for, without row numbers: `rules.values.name`. */
	askedPaths: ReadonlySet<string>;
	/** Expressions the node let n8n evaluate, one entry each time. */
	evaluations: ReadonlyArray<{ path: string; itemIndex: number }>;
	/** Items whose data the node looked at. */
	readItems: ReadonlySet<number>;
	hints: readonly string[];
	logged: readonly string[];
}

type Described = INodeProperties | INodePropertyCollection | INodePropertyOptions;

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}
	return value;
}

/** Throws for a path that the node does not describe; the inside of a filter is n8n's own. */
function assertDescribed(path: string, properties: readonly INodeProperties[]): void {
	let level: readonly Described[] = properties;
	for (const name of path.replace(/\[\d+\]/g, '').split('.')) {
		const found = level.find((described) => described.name === name);
		if (!found) throw new Error(`The node has no parameter "${path}"`);
		if ('type' in found && found.type === 'filter') return;
		level = 'values' in found ? found.values : ('options' in found && found.options) || [];
	}
}

/**
 * Stands in for n8n around one execution of a node.
 *
 * Parameters are completed with defaults and stripped of hidden ones by n8n's own code. Items and
 * parameters are frozen. A parameter that the node does not describe and an expression without a
 * value in `expressions` throw, as does every part of n8n that is not here.
 */
export function fakeExecution(nodeType: INodeType, setup: FakeSetup = {}): FakeExecution {
	const { properties, name, displayName } = nodeType.description;
	const { records = [{}], expressions = {}, onError = 'stopWorkflow' } = setup;
	const node: INode = {
		id: 'node',
		name: displayName,
		type: `n8n-nodes-customer-segmentation.${name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		onError,
	};
	const parameters = deepFreeze(
		NodeHelpers.getNodeParameters(
			properties,
			structuredClone(setup.parameters ?? {}),
			true,
			false,
			node,
			nodeType.description,
		) ?? {},
	);

	node.parameters = parameters;

	const askedPaths = new Set<string>();
	const evaluations: Array<{ path: string; itemIndex: number }> = [];
	const readItems = new Set<number>();
	const hints: string[] = [];
	const logged: string[] = [];

	const items = records.map((record, itemIndex): INodeExecutionData => {
		const json = deepFreeze(structuredClone(record));
		return Object.freeze({
			get json() {
				readItems.add(itemIndex);
				return json;
			},
			pairedItem: Object.freeze({ item: itemIndex }),
		});
	});

	const resolve = (value: unknown, path: string, itemIndex: number): unknown => {
		if (typeof value !== 'string' || !value.startsWith('=')) return value;
		const evaluate = expressions[value];
		if (!evaluate) throw new Error(`No value was given for the expression ${value}`);
		evaluations.push({ path, itemIndex });
		return evaluate(records[itemIndex] ?? {}, itemIndex);
	};

	const context = {
		getInputData: (input = 0) =>
			input === 0 ? items : (setup.second ?? []).map((json) => ({ json })),
		getNode: () => node,
		getTimezone: () => setup.timezone ?? 'UTC',
		getWorkflowDataProxy: (itemIndex: number) => ({
			$(name: string) {
				const linked = setup.linked?.[name];
				if (!linked) throw new Error(`No item of "${name}" is linked`);
				return { item: { json: linked(records[itemIndex] ?? {}, itemIndex) } };
			},
		}),
		getWorkflowStaticData: () => setup.staticData ?? {},
		getMode: () => setup.mode ?? 'trigger',
		getParentNodes: () => [...(setup.before ?? [])],
		evaluateExpression: (expression: string, itemIndex: number) =>
			resolve(`=${expression}`, expression, itemIndex),
		continueOnFail: () => onError !== 'stopWorkflow',
		addExecutionHints: (...added: NodeExecutionHint[]) =>
			hints.push(...added.map(({ message }) => message)),
		logger: { warn: (message: string) => logged.push(message) },
		getNodeParameter(
			path: string,
			itemIndex: number,
			fallback?: unknown,
			options?: { rawExpressions?: boolean },
		) {
			assertDescribed(path, properties);
			askedPaths.add(path.replace(/\[\d+\]/g, ''));
			const value: unknown = get(parameters, path, fallback);
			if (value === undefined) throw new Error(`Could not get parameter "${path}"`);
			return options?.rawExpressions ? value : resolve(value, path, itemIndex);
		},
	};
	return {
		context: context as unknown as IExecuteFunctions,
		askedPaths,
		evaluations,
		readItems,
		hints,
		logged,
	};
}

/** Executes a node and gives its outputs. */
export async function execute(
	nodeType: INodeType,
	execution: FakeExecution,
): Promise<INodeExecutionData[][]> {
	return (await nodeType.execute?.call(execution.context)) as INodeExecutionData[][];
}
