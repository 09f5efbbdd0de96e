import {
	NodeHelpers,
	Workflow,
	type INode,
	type INodeOutputConfiguration,
	type INodeParameters,
	type INodeType,
} from 'n8n-workflow';

/** The outputs that n8n itself works out from a node's description. */
export function outputsInN8n(
	nodeType: INodeType,
	parameters: INodeParameters,
): INodeOutputConfiguration[] {
	const node: INode = {
		id: 'node',
		name: 'Node',
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters,
	};
	const workflow = new Workflow({
		id: 'test',
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const inWorkflow = workflow.getNode('Node') as INode;
	return NodeHelpers.getNodeOutputs(
		workflow,
		inWorkflow,
		nodeType.description,
	) as INodeOutputConfiguration[];
}
