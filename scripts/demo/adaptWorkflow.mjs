const SOURCE = 'Sample Orders';
const JUDGES = [
	'n8n-nodes-customer-segmentation.classifyLifecycle',
	'n8n-nodes-customer-segmentation.detectLapsed',
	'n8n-nodes-customer-segmentation.splitBySegment',
];

function fetchOrders(node, url) {
	return {
		...node,
		type: 'n8n-nodes-base.httpRequest',
		typeVersion: 4.2,
		parameters: { url, options: {} },
	};
}

function judgeAsOf(node, asOf) {
	return {
		...node,
		parameters: { ...node.parameters, options: { ...node.parameters.options, asOf } },
	};
}

/** Puts a Limit node before each node that sends mail. */
function limitMails(workflow, most) {
	const limits = new Map();
	for (const node of workflow.nodes.filter(({ type }) => type === 'n8n-nodes-base.emailSend')) {
		limits.set(node.name, {
			id: `limit-${node.id}`,
			name: `At Most ${most}: ${node.name}`,
			type: 'n8n-nodes-base.limit',
			typeVersion: 1,
			position: [node.position[0] - 30, node.position[1]],
			parameters: { maxItems: most },
		});
	}
	const connections = JSON.parse(JSON.stringify(workflow.connections), (key, value) =>
		key === 'node' && limits.has(value) ? limits.get(value).name : value,
	);
	for (const [name, limit] of limits) {
		connections[limit.name] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	}
	const nodes = workflow.nodes.map((node) =>
		limits.has(node.name)
			? { ...node, position: [node.position[0] + 200, node.position[1]] }
			: node,
	);
	return { ...workflow, nodes: [...nodes, ...limits.values()], connections };
}

/**
 * An example workflow made ready for the demo: orders come from `ordersUrl`, are judged as of a day if one is given, and
 * no mail goes to more people than `mostMails` if that is given. A workflow without sample orders stays as it is.
 */
export function adaptWorkflow(workflow, { ordersUrl, asOf, mostMails }) {
	if (!workflow.nodes.some(({ name }) => name === SOURCE)) return workflow;
	const nodes = workflow.nodes.map((node) => {
		if (node.name === SOURCE) return fetchOrders(node, ordersUrl);
		return asOf !== undefined && JUDGES.includes(node.type) ? judgeAsOf(node, asOf) : node;
	});
	const adapted = { ...workflow, nodes };
	return mostMails === undefined ? adapted : limitMails(adapted, mostMails);
}
